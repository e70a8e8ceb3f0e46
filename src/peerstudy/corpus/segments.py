"""Turns become segments, the units of coding."""

import re
from itertools import pairwise

import pandas as pd

from peerstudy import tables
from peerstudy.corpus.marks import MARK, count_words

# The end of a sentence: closing marks, then blanks, then something that may open a sentence.
END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W_a-z])")
ABBREVIATED = re.compile(
    r"(?:\b(?i:Dr|Mr|Mrs|Ms|St|Prof|Rev|vs|etc|approx|e\.g|i\.e|a\.m|p\.m)|\b[A-HJ-Z])\.$"
)
LONGEST = 12  # characters before a full stop that can hold an abbreviation


def segments(turns: pd.DataFrame, *, unit: str, speakers: list[str], shortest: int) -> pd.DataFrame:
    """Cut the coded speakers' turns into segments.

    Parameters
    ----------
    turns
        The table of that name.
    unit
        `turn`, or `sentence`: a sentence boundary is a closing mark before a capital, digit or bracket;
        abbreviations and marks such as [laughs] hold none.
    speakers
        Roles whose speech is coded.
    shortest
        A sentence of fewer words joins its neighbour in the turn.

    Returns
    -------
    frame
        The table `segments`; `start` and `end` count code points of the stored turn.
    """
    rows = []
    for turn in tables.rows(turns[turns["speaker"].isin(speakers)]):
        text = str(turn.text)
        spans = [(0, len(text))] if unit == "turn" else sentences(text, shortest=shortest)
        for n, (start, end) in enumerate(((s, e) for s, e in spans if text[s:e].strip()), 1):
            piece = text[start:end]
            rows.append(
                {
                    "segment": f"{turn.interview}-{turn.turn:03d}-{n:02d}",
                    "interview": turn.interview,
                    "participant": turn.participant,
                    "speaker": turn.speaker,
                    "turn": turn.turn,
                    "start": start,
                    "end": end,
                    "text": piece,
                    "words": count_words(piece),
                }
            )
    return pd.DataFrame(rows) if rows else tables.empty("segments")


def sentences(text: str, *, shortest: int) -> list[tuple[int, int]]:
    """Start and end of each sentence; short ones join the one before, the first joins the next.

    >>> text = "Well. Dr. Smith said [laughs] no. So I went home!"
    >>> [text[s:e] for s, e in sentences(text, shortest=3)]
    ['Well. Dr. Smith said [laughs] no.', 'So I went home!']
    """
    guarded = MARK.sub(lambda m: "x" * len(m[0]), text)
    cuts = [
        m.end()
        for m in END.finditer(guarded)
        if not ABBREVIATED.search(guarded[max(0, m.start() - LONGEST) : m.start() + 1])
    ]
    edges = [0, *cuts, len(text)]
    joined: list[tuple[int, int]] = []
    for start, end in pairwise(edges):
        too_short = count_words(text[start:end]) < shortest
        if joined and (too_short or count_words(text[slice(*joined[-1])]) < shortest):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [(start, start + len(text[start:end].rstrip())) for start, end in joined]
