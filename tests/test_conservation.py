"""Nothing of a transcript is lost: every character is in a turn or in the list of what was dropped."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writers import COLUMNS, LITERAL, MANNERS

from peerstudy.corpus import readers
from peerstudy.corpus.readers.transcript import Labels, decode, fold

LABELS = ["I", "P07", "Interviewer"]
KNOWN = Labels(frozenset(map(fold, LABELS)))
# Letters of several scripts, signs that formats use for themselves, signs that nobody sees, false labels.
PIECES = [
    "well",
    "Well:",
    "https://example.org/a?b=c",
    "10:30",
    "[laughs]",
    "[NAME]",
    "xxx",
    "&-um",
    "P12",
    "Note:",
    "“quoted”",
    "it's",
    "a<b",
    "x>y",
    "R&D",
    "50%",
    "(inaudible)",
    "—",
    "…",
    "naïve",
    "Straße",
    "日本語",
    "مرحبا",
    "שלום",
    "\u200f",
    "\u200b",
    "\u00a0",
    "😀",
    "e\u0301",
    "{brace}",
    "back\\slash",
    '"',
    "|",
    ";",
    "*",
    "#",
    "00:12",
    "-->",
    "NA",
    "None",
    "=1+1",
    "@home",
    "%",
]
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(
    lambda pieces: " ".join(["so", *pieces, "then"])
)
TALKS = st.lists(st.tuples(st.sampled_from(LABELS), WORDS), min_size=1, max_size=6)


def characters(text):
    """The signs of a text that leave a mark on paper."""
    return Counter(
        c for c in text if (not c.isspace() and c.isprintable()) or (ord(c) > 127 and not c.isspace())
    )


def read(manner, talk):
    suffix, write = MANNERS[manner]
    return readers.read(f"talk{suffix}", write(talk), KNOWN, COLUMNS)


def joined(talk):
    """Turns in a row of one speaker put together."""
    turns = []
    for who, said in talk:
        if turns and turns[-1][0] == who:
            turns[-1] = (who, f"{turns[-1][1]} {said}")
        else:
            turns.append((who, said))
    return [(who, "".join(said.split())) for who, said in turns]


@pytest.mark.parametrize("manner", MANNERS)
@settings(max_examples=12, deadline=None, derandomize=True)
@given(talk=TALKS)
def test_every_format_gives_back_who_said_what(manner, talk):
    """Speakers and their words come back from every manner of writing, in order and whole."""
    if "-->" in str(talk) and manner in ("voices", "zoom captions", "srt"):
        talk = [(who, said.replace("-->", "->")) for who, said in talk]

    found = joined([(turn.label, turn.text) for turn in read(manner, talk).turns])

    assert found == joined(talk)


@pytest.mark.parametrize("manner", LITERAL)
@settings(max_examples=12, deadline=None, derandomize=True)
@given(talk=TALKS, title=st.sampled_from(["", "Interview 7, by the sea\n", "A walk\n\n"]))
def test_every_character_of_a_text_file_is_accounted_for(manner, talk, title):
    """Labels, words and what was dropped make up the file, sign by sign."""
    talk = [(who, said.replace("-->", "->")) for who, said in talk]
    suffix, write = MANNERS[manner]
    data = write(talk)
    if title and manner in ("labels", "own line", "tabs", "f4"):
        data = title.encode() + data

    transcript = readers.read(f"talk{suffix}", data, KNOWN, {})

    kept = "".join(turn.label + turn.text for turn in transcript.turns)
    left = "".join(dropped.text for dropped in transcript.dropped)
    assert characters(kept + left) == characters(decode(data)[0])


@pytest.mark.parametrize(
    "manner",
    [
        m
        for m in MANNERS
        if m not in ("labels", "tabs", "docx", "docx bold", "docx table", "odt", "rtf", "html", "f4")
    ],
)
def test_times_come_back_in_seconds(manner):
    """The second turn began five seconds after the first, in every format that tells times."""
    turns = read(manner, [("I", "so then"), ("P07", "well yes")]).turns

    step = 60 if manner == "podcast" else 5
    assert [turn.time_start for turn in turns] == [0, step]
