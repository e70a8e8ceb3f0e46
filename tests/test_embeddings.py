"""Sentence vectors and the coder that learns from them, with an invented encoder."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from talk import THEMES, codebook, study

from peerstudy import vectors
from peerstudy.embeddings import embeddings

LESSONS: Any = {
    "coder": "A",
    "penalty": 1.0,
    "folds": 4,
    "seed": 1,
    "least": {"segments": 10, "people": 4, "kappa": 0.2},
}
SENTENCES: Any = {"points": 100, "gamma": 1.0, "own": 1.0, "neighbours": 0.5}


def encode(texts: list[str]) -> Any:
    """Which themes' words stand in a text, and noise."""
    return np.array(
        [[*(any(w in t for w in words) for words in THEMES.values()), len(t) % 3] for t in texts], float
    )


def test_learns_from_vectors_what_people_left_out_say() -> None:
    """Themes that the vectors tell apart are coded in people not seen."""
    made = study(12, 30, seed=3)
    known: dict[str, Any] = {}
    vectors.vectors(made["turns"]["text"], encode=encode, known=known, batch=64)
    rest = [made[name] for name in ("hand", "coverage", "sample", "suggested", "roster")]
    given = [made["segments"], made["turns"], known, codebook(), *rest]
    coded = embeddings(*given, sentences=SENTENCES, lessons=LESSONS, floor=0.05)
    machine = set(coded.codes.query("coded & theme == 'coping'")["segment"])
    people = set(made["hand"].query("theme == 'coping'")["segment"])
    assert len(machine & people) / len(machine | people) > 0.9
    assert (coded.themes["reason"] == "").all()


def test_only_new_words_are_encoded() -> None:
    """Known texts cost nothing, a repeated text is encoded once, and the order is the caller's."""
    known: dict[str, Any] = {}
    asked: list[str] = []

    def count(texts: list[str]) -> Any:
        asked.extend(texts)
        return encode(texts)

    first = vectors.vectors(["a bus", "tips", "a bus"], encode=count, known=known, batch=2)
    assert sorted(asked) == ["a bus", "tips"]
    again = vectors.vectors(["tips", "new", "a bus"], encode=count, known=known, batch=2)
    assert sorted(asked) == ["a bus", "new", "tips"]
    np.testing.assert_array_equal(again[[2, 0]], first[:2])


def test_a_model_that_is_missing_or_altered_is_refused(tmp_path: Path) -> None:
    """Every wrong file is named."""
    (tmp_path / "weights.npz").write_bytes(b"other")
    with pytest.raises(ValueError, match=r"sp\.model is missing; weights\.npz is altered"):
        vectors.intact(tmp_path, vectors.FILES)


def test_without_the_package_it_says_what_it_would_add(monkeypatch: pytest.MonkeyPatch) -> None:
    """The optional extra is named with its use, and what works without it."""
    monkeypatch.setattr(vectors, "find_spec", lambda _: None)
    vectors.model.cache_clear()
    with pytest.raises(ValueError, match="would help most with few hand codes; without them use"):
        vectors.model()
