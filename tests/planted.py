"""Invented identifiers in natural sentences, set into the talk of the demonstration study."""

import re
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

FOLDER = Path(__file__).parent / "identifiers"
MARK = re.compile(r"\{(?P<kind>\w+)\|(?P<text>[^}]*)\}")
WORD = re.compile(r"[\w'’-]+")
HALVES = ("build", "blind")  # from the hand that built the forms
# Written later, each by another hand.
READ = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
OTHERS = (*READ, "ninth")  # whose misses nobody has read
NAMES = ("person", "lower_name")  # part of a name leads a person to the rest of it


@dataclass(frozen=True)
class Planted:
    """One identifier, in which turn it stands and where."""

    half: str
    kind: str
    row: int
    start: int
    end: int
    sentence: int  # where the sentence begins
    text: str


def plant(turns: pd.DataFrame, *sets: str) -> tuple[pd.DataFrame, list[Planted]]:
    """Those of some sets at the ends of turns, one sentence a turn."""
    said = list(turns["text"])
    planted = []
    lines = [(half, line) for half in sets for line in _lines(half)]
    for row, (half, line) in enumerate(lines):
        mark = MARK.search(line)
        sentence = len(said[row]) + 1
        start = sentence + mark.start()
        said[row] += f" {line[: mark.start()]}{mark['text']}{line[mark.end() :]}"
        end = start + len(mark["text"])
        planted.append(Planted(half, mark["kind"], row, start, end, sentence, mark["text"]))
    return turns.assign(text=said), planted


def _lines(half):
    return [line for line in (FOLDER / f"{half}.txt").read_text(encoding="utf-8").split("\n") if line]


def is_found(one: Planted, found: pd.DataFrame) -> bool:
    """Whether findings cover half of it, or of a name one word."""
    spans = [(row.start, row.end) for row in found.itertuples()]
    covered = sum(max(0, min(one.end, end) - max(one.start, start)) for start, end in spans)
    words = [(one.start + w.start(), one.start + w.end()) for w in WORD.finditer(one.text)]
    word = any(start <= a and b <= end for start, end in spans for a, b in words)
    return covered >= (one.end - one.start) / 2 or (one.kind in NAMES and word)


def recall(planted: list[Planted], found: pd.DataFrame, turns: pd.DataFrame) -> pd.DataFrame:
    """Planted and found, by half and kind."""
    places = found.groupby(["interview", "turn"])
    rows = []
    for one in planted:
        key = tuple(turns.loc[one.row, ["interview", "turn"]])
        hit = key in places.groups and is_found(one, places.get_group(key))
        rows.append({"half": one.half, "kind": one.kind, "found": hit, "text": one.text})
    return pd.DataFrame(rows)


def outside(planted: list[Planted], found: pd.DataFrame, turns: pd.DataFrame) -> pd.DataFrame:
    """Findings that stand in no planted sentence."""
    begins = {tuple(turns.loc[p.row, ["interview", "turn"]]): p.sentence for p in planted}
    alarms = [row.start < begins.get((row.interview, row.turn), row.end) for row in found.itertuples()]
    return found[alarms]
