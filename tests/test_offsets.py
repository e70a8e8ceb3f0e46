"""Offsets of coding tools: every known way of counting is found from the passages alone."""

import numpy as np
import pytest
from dialects import offset

from peerstudy.coding.dialect import REFI, Marked, OffsetError, detect
from peerstudy.coding.offsets import BOM, Convention, positions, stored

TALK = "well I went there 😀 and [laughs] nobody said café to me, so I left. It didn't help 👍🏽 much, no!"
WORDS = TALK.split()
NVIVO_WINDOWS = Convention("UTF-16 units")


def _raw(rng, *, crlf, bom, lines=60):
    """Invented talk with emoji and accents, in lines."""
    newline = "\r\n" if crlf else "\n"
    drawn = [" ".join(rng.choice(WORDS, size=rng.integers(3, 15))) for _ in range(lines)]
    return (BOM if bom else "") + newline.join(drawn)


def _marked(rng, raw, convention, *, passages=40, sloppy=0.02):
    """Phrases marked as people mark them: whole words, now and then a slip of the mouse."""
    edges = [i for i, c in enumerate(raw) if not c.isspace() and c != BOM and (i == 0 or raw[i - 1] in " \n")]
    starts, ends = [], []
    for start in rng.choice(edges, size=passages):
        end = raw.find(" ", min(start + rng.integers(5, 60), len(raw) - 1))
        end = len(raw) if end < 0 else end + (rng.random() < 0.1)
        if rng.random() < sloppy:
            start = max(start - 1, 0)
        starts.append(offset(raw, start, convention))
        ends.append(offset(raw, end, convention))
    return Marked(raw, starts, ends, [""] * passages)


@pytest.mark.parametrize("convention", REFI, ids=str)
@pytest.mark.parametrize("crlf", [True, False])
@pytest.mark.parametrize("bom", [True, False])
def test_every_convention_is_found_from_the_passages_alone(convention, crlf, bom):
    """Whatever a tool counts, all of its passages come back to the very words, in every draw."""
    for seed in range(5):
        rng = np.random.default_rng(seed)
        document = _marked(rng, _raw(rng, crlf=crlf, bom=bom), convention)
        found = detect([document])
        for side in (document.starts, document.ends):
            want = positions(document.raw, side, convention)
            assert (positions(document.raw, side, found.convention) == want).all()
        assert found.confidence > 0.99


def test_reading_nvivo_offsets_as_code_points_cuts_words():
    """The naive reading fails on emoji and CRLF: most passages begin or end inside words."""
    rng = np.random.default_rng(1)
    document = _marked(rng, _raw(rng, crlf=True, bom=True), NVIVO_WINDOWS, sloppy=0)
    found = detect([document])
    assert found.convention == NVIVO_WINDOWS
    assert found.clean == found.passages
    naive = detect([document], (Convention("code points", "as one"), NVIVO_WINDOWS))
    assert naive.convention == NVIVO_WINDOWS
    assert naive.rival < 0.5 * naive.passages


def test_plain_text_leaves_nothing_to_choose():
    """Without emoji, CRLF or byte order mark all readings agree, and the standard's is named."""
    found = detect([Marked("I went there once.", [0, 7], [6, 12], ["", ""])])
    assert found.convention == Convention("code points")
    assert found.rival == -1
    assert "all readings agree" in str(found)


def test_offsets_that_fit_nothing_are_refused():
    """Offsets drawn at random are refused with the number of passages inside words."""
    rng = np.random.default_rng(3)
    raw = _raw(rng, crlf=False, bom=False)
    starts = rng.integers(0, len(raw) - 20, size=40)
    with pytest.raises(OffsetError, match=r"its 40 passages fit no known convention"):
        detect([Marked(raw, list(starts), list(starts + 9), [""] * 40)])


def test_recorded_quotes_decide_where_word_ends_cannot():
    """One passage after an emoji fits two readings; the words that the tool recorded choose."""
    raw = "😀 a b c d e f g"
    assert detect([Marked(raw, [3], [10], [""])]).confidence < 0.9
    found = detect([Marked(raw, [3], [10], ["a b c d"])])
    assert found.convention.unit == "UTF-16 units"
    assert found.confidence > 0.9


def test_an_offset_inside_a_character_hits_nothing():
    """Half an emoji, a byte inside é, places outside the text: -1, never a neighbour."""
    utf16, utf8 = Convention("UTF-16 units"), Convention("UTF-8 bytes")
    assert positions("a😀b", [0, 1, 2, 3, 4, 9, -1], utf16).tolist() == [0, 1, -1, 2, 3, -1, -1]
    assert positions("aé€😀b", [1, 2, 3, 6, 10, 11], utf8).tolist() == [1, -1, 2, 3, 4, 5]


def test_places_are_those_of_the_stored_text():
    """A byte order mark and CRLF take no place in stored text, whatever the tool counted."""
    raw = BOM + "one\r\ntwo\rthree"
    assert stored(raw) == "one\ntwo\nthree"
    assert positions(raw, [4, 6, 9], Convention("code points", bom=True)).tolist() == [3, 4, 7]
    assert positions(raw, [3, 5, 8], Convention("code points")).tolist() == [3, 4, 7]
    assert positions(raw, [3, 4, 7], Convention("code points", "as one")).tolist() == [3, 4, 7]
    assert positions(raw, [3, 5, 8, 10], Convention("code points", "as two")).tolist() == [3, 4, 7, 8]
