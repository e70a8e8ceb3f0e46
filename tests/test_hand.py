"""Which segments carry a theme, as the spans that people marked say."""

import pandas as pd
import pytest

from peerstudy import tables
from peerstudy.coding.hand import hand

BOOK = pd.DataFrame(
    {"theme": ["ties", "care"], "parent": ["", "ties"], "rolls_up": [True, True], "order": [1, 2]}
)
# Two sentences of 10 and 20 characters, a blank between them, and the next turn.
SEGMENTS = pd.DataFrame(
    {
        "segment": ["K-1-1", "K-1-2", "K-2-1"],
        "interview": "K",
        "participant": "P",
        "turn": [1, 1, 2],
        "start": [0, 11, 0],
        "end": [10, 31, 10],
    }
)


def _coded(*marks, theme="care", valence=""):
    spans = pd.DataFrame(
        [("K", turn, start, end, theme, "A", valence) for turn, start, end in marks],
        columns=["interview", "turn", "start", "end", "theme", "coder", "valence"],
    )
    return tables.check(hand(SEGMENTS, spans, BOOK, overlap=0.5), "hand")


@pytest.mark.parametrize(
    ("mark", "segments"),
    [
        ((1, 0, 10), ["K-1-1"]),
        ((1, 2, 5), ["K-1-1"]),  # wholly inside
        ((1, 5, 31), ["K-1-1", "K-1-2"]),
        ((1, 0, 13), ["K-1-1"]),
        ((1, 8, 14), ["K-1-1"]),  # a fifth of the one, three twentieths of the other
        ((1, 8, 17), ["K-1-2"]),
        ((2, 0, 4), ["K-2-1"]),
    ],
)
def test_what_somebody_marked_codes_a_segment(mark, segments):
    """Half of a segment, a place within it, or else the segment of which most is marked."""
    coded = _coded(mark)
    assert coded[coded["theme"] == "care"]["segment"].tolist() == segments


def test_words_of_nobody_who_is_coded_carry_no_code():
    """A mark on a turn without segments is no code."""
    assert _coded((3, 0, 5)).empty


def test_a_code_counts_for_the_parents_that_ask_for_it():
    """Children are repeated for their parent, once a segment."""
    assert _coded((1, 0, 10), (1, 2, 5))[["segment", "theme"]].to_numpy().tolist() == [
        ["K-1-1", "care"],
        ["K-1-1", "ties"],
    ]


def test_a_segment_has_the_tones_of_its_spans():
    """Two tones in one sentence stay two, for a parent too: only a coder says that a passage is mixed."""
    one = _coded((1, 0, 10), valence="positive")
    spans = [("K", 1, 0, 4, "ties", "A", "positive"), ("K", 1, 5, 9, "care", "A", "negative")]
    columns = ["interview", "turn", "start", "end", "theme", "coder", "valence"]
    two = hand(SEGMENTS, pd.DataFrame(spans, columns=columns), BOOK, overlap=0.5)

    assert set(one["valence"]) == {"positive"}
    assert two.set_index("theme")["valence"].to_dict() == {"care": "negative", "ties": "negative; positive"}
