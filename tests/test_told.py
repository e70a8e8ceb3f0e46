"""What the codebook's patterns say, as something that coders learn from."""

import numpy as np
import pandas as pd
import pytest
from talk import THEMES, codebook, study, unmatched
from test_classifier import CHOICES, NAMES

from peerstudy.coders.classifier import classifier
from peerstudy.coders.patterns import patterns
from peerstudy.coders.teaching import marks
from peerstudy.coders.thresholds import kappa
from peerstudy.coders.told import Told

FOUND = pd.DataFrame(
    {"segment": ["s1", "s1", "s2"], "theme": ["b", "a", "b"], "evidence": ["bus", "tips; try; heat", "a bus"]}
)
SCOPES = {
    "negation": {"cues": [], "breaks": [], "words": 0, "kinds": []},
    "quotation": {"marks": [], "own": [], "words": 0},
}


def segments(*names: str) -> pd.DataFrame:
    return pd.DataFrame({"segment": names})


def test_each_different_word_matched_counts_less_than_the_one_before() -> None:
    """The value is the logarithm of one and the different words; a segment without a match has 0."""
    said = Told(FOUND)(segments("s0", "s1", "s2"))
    np.testing.assert_allclose(said, np.log([[1, 1], [4, 2], [1, 2]]))


def test_a_part_of_the_study_has_the_columns_of_the_whole() -> None:
    """A theme that matches nothing in a part keeps its column, and rows keep the order asked for."""
    told = Told(FOUND)
    np.testing.assert_array_equal(told(segments("s2", "s0")), told(segments("s0", "s1", "s2"))[[2, 0]])


def test_where_nothing_matches_nothing_is_added() -> None:
    """An empty table of patterns gives no column."""
    assert Told(unmatched())(segments("s0", "s1")).shape == (2, 0)


def test_a_matched_word_speaks_for_every_theme_that_learned_to_believe_it() -> None:
    """Words of a pattern share its worth, capitals aside; some speak against a theme."""
    told = Told(FOUND.replace("bus", "Bus"))
    worth = told.worth(segments("s0", "s1", "s2"), np.array([[0.9, 0.0], [-0.5, 0.6]]))
    share = 0.9 * np.log(4) / 3
    assert worth(1, 0) == pytest.approx({"bus": -0.5 * np.log(2), "tips": share, "try": share, "heat": share})
    assert worth(2, 1) == pytest.approx({"a bus": 0.6 * np.log(2)})
    assert worth(0, 0) == {}


def test_a_coder_that_learns_names_the_matched_words_that_led_it() -> None:
    """Words seen in no taught segment stand in the evidence of what they were coded for."""
    made = study(6, 12, seed=5)
    found = patterns(made["segments"], codebook(), language="en", **SCOPES)
    rest = [made[name] for name in NAMES]
    least = {"segments": 1, "people": 1, "kappa": -1.0}
    few = {**CHOICES, "lessons": {**CHOICES["lessons"], "folds": 3, "least": least}}
    codes = classifier(made["segments"], made["turns"], codebook(), found, *rest, **few).codes
    both = codes[codes["coded"]].merge(found, on=["segment", "theme"], suffixes=("", "_matched"))
    matched = both["evidence_matched"].str.lower().str.split("; ")
    named = [
        bool(set(words) & set(said.split("; ")))
        for words, said in zip(matched, both["evidence"], strict=True)
    ]
    assert len(both) > 10 and np.mean(named) > 0.95


def test_with_few_hand_codes_the_codebook_helps() -> None:
    """Words that no taught segment says are heard all the same, since the codebook names them."""
    made = study(6, 12, seed=5)
    book = codebook()
    given = {"language": "en", **SCOPES}
    found = patterns(made["segments"], book, **given)
    rest = [made[name] for name in NAMES]
    truth = marks(made["segments"]["segment"], made["hand"], list(THEMES))

    def right(told: pd.DataFrame) -> float:
        codes = classifier(made["segments"], made["turns"], book, told, *rest, **few).codes
        coded = marks(made["segments"]["segment"], codes[codes["coded"]], list(THEMES))
        return float(kappa((coded * truth).sum(), coded.sum(), truth.sum(), truth.size))

    least = {"segments": 1, "people": 1, "kappa": -1.0}
    few = {**CHOICES, "lessons": {**CHOICES["lessons"], "folds": 3, "least": least}}
    assert right(found) > right(unmatched()) + 0.1
