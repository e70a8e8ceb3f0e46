"""The coder that needs no hand code: near to the codebook's words, conspicuously."""

import json
from typing import Any

import numpy as np
import pandas as pd
import pytest

from peerstudy.coders import definitions as module
from peerstudy.coders import vectors
from peerstudy.coders.definitions import definitions
from peerstudy.tables import TableError, check

WORDS = ("bus", "tea", "pain", "towel", "well", "rain")


def encode(texts: list[str]) -> Any:
    """Which of a few words stand in a text."""
    return np.array([[word in text for word in WORDS] for text in texts], float)


def codebook(**more: Any) -> pd.DataFrame:
    rows = [
        {
            "theme": "travel",
            "definition": "the bus",
            "examples": "[]",
            "near_misses": "[]",
            "rolls_up": False,
        },
        {
            "theme": "tea",
            "definition": "tea",
            "examples": json.dumps(["a tea with rain"]),
            "near_misses": json.dumps(["the tea towel"]),
            "rolls_up": False,
        },
        {"theme": "all", "definition": "well", "examples": "[]", "near_misses": "[]", "rolls_up": True},
    ]
    return pd.DataFrame(rows).assign(**more)


def coded(texts: list[str], **choices: Any) -> pd.DataFrame:
    segments = pd.DataFrame({"segment": [f"s{n}" for n in range(len(texts))], "text": texts})
    known: dict[str, Any] = {}
    vectors.vectors([*texts, *module.told(codebook())], encode=encode, known=known, batch=4)
    return definitions(segments, codebook(), known, **{"conspicuous": 2.0, "floor": 0.5, **choices})


TEXTS = ["well well"] * 20 + ["the bus", "tea", "a tea towel", "pain", "rain"]


def test_what_stands_out_is_coded_with_the_words_it_was_near_to() -> None:
    """The bus is coded, with the definition as evidence; talk of nothing is not."""
    found = check(coded(TEXTS), "definitions")
    assert ["s20", "travel", "the bus"] in found[["segment", "theme", "evidence"]].to_numpy().tolist()
    assert "s0" not in set(found["segment"]) and "all" not in set(found["theme"])


def test_what_is_nearer_to_a_near_miss_is_not_coded() -> None:
    """Tea is, the tea towel is not."""
    found = coded(TEXTS)
    tea = set(found.loc[found["theme"] == "tea", "segment"])
    assert "s21" in tea and "s22" not in tea


def test_the_floor_only_leaves_rows_out() -> None:
    """A lower floor adds rows that are not coded."""
    low, high = coded(TEXTS, floor=0.0), coded(TEXTS)
    assert len(low) == 2 * len(TEXTS) > len(high)
    assert high["coded"].all() and low["coded"].sum() == high["coded"].sum()


def test_a_codebook_without_themes_is_refused() -> None:
    """None at all, or only parents."""
    for empty in (codebook().iloc[:0], codebook(rolls_up=True)):
        with pytest.raises(TableError, match="it has no theme"):
            definitions(pd.DataFrame({"segment": [], "text": []}), empty, {}, conspicuous=2.0, floor=0.5)


def test_a_text_without_a_vector_is_named_as_such() -> None:
    """The hint says which rule makes it."""
    with pytest.raises(ValueError, match="run the rule sentence_vectors"):
        vectors.taken(["new"], {})


def test_vectors_come_back_as_they_were_kept() -> None:
    """Packed vectors are in order of key, once each, and only those asked for."""
    known: dict[str, Any] = {}
    vectors.vectors(["bus", "tea", "old"], encode=encode, known=known, batch=4)
    saved = vectors.packed(["tea", "bus", "tea"], known)
    assert saved["key"].tolist() == sorted(saved["key"]) and len(saved["key"]) == 2
    again = vectors.unpacked(saved)
    np.testing.assert_array_equal(vectors.taken(["bus", "tea"], again), vectors.taken(["bus", "tea"], known))
