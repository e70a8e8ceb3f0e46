"""Where passages of a coded document lie in the turns of an interview: by place, checked by text.

A coding tool holds the document as it was imported: with speaker labels, other line ends, other quotation
marks. Words are compared in folded form, which keeps the way back to every character.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from peerstudy.folding import Folded, finds, fold


@dataclass(frozen=True)
class Place:
    """Code points `start` to `end` (exclusive) of one turn."""

    turn: int
    start: int
    end: int


def occurrences(words: str, turns: dict[int, Folded]) -> list[Place]:
    """Every place where the words stand in the turns, folded; overlapping ones too.

    >>> occurrences("so  it", {1: fold("Was it?"), 2: fold("So so it was, so it was.")})
    [Place(turn=2, start=3, end=8), Place(turn=2, start=14, end=19)]
    """
    wanted = fold(words).text.strip()
    found: list[Place] = []
    for turn, folded in turns.items() if wanted else ():
        found += [Place(turn, *folded.origin(at, at + len(wanted))) for at in finds(folded.text, wanted)]
    return found


def without_labels(text: str, labels: set[str]) -> str:
    """What is left of words between turns when speaker labels, times and punctuation are taken away."""
    for label in sorted(labels, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(label)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return text if any(c.isalpha() for c in text) else ""


class Alignment:
    """A document laid beside the turns of its interview.

    Turns whose words stand once in the document are set first, in the longest run that keeps their order (as
    patience diff does with lines); turns between them are looked for in the gaps. Turns that were edited
    since have no place; passages in them are looked for by their words.
    """

    def __init__(self, document: str, turns: dict[int, str]) -> None:
        self._folded = fold(document)
        self._turns = turns
        self._texts = {turn: fold(text) for turn, text in turns.items()}
        self._words = {turn: folded.text.strip() for turn, folded in self._texts.items()}
        self._placed = self._align()

    @property
    def placed(self) -> dict[int, int]:
        """Where each turn that was found begins in the folded document, in the order of turns."""
        return dict(self._placed)

    @property
    def share(self) -> float:
        """Share of the turns' characters that have a place in the document."""
        total = sum(map(len, self._words.values()))
        return sum(len(self._words[turn]) for turn in self._placed) / total if total else 0.0

    def places(self, start: int, end: int) -> list[Place]:
        """The turns under a stretch of the document; empty where no turn was found there."""
        found = []
        for turn, first, last in self._under(start, end):
            folded = self._texts[turn]
            lead = len(folded.text) - len(folded.text.lstrip())
            words = folded.text[lead + first : lead + last]
            if words.strip():
                first += lead + len(words) - len(words.lstrip())
                found.append(Place(turn, *folded.origin(first, first + len(words.strip()))))
        return found

    def outside(self, start: int, end: int) -> str:
        """The words under a stretch of the document that are in no turn: labels, headings, edited speech."""
        low, high = self._folded.within(start, end)
        kept, cursor = "", low
        for turn, first, last in self._under(start, end):
            at = self._placed[turn]
            kept += self._folded.text[cursor : at + first] + " "
            cursor = at + last
        return " ".join((kept + self._folded.text[cursor:high]).split())

    def _under(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Turns under a stretch of the document, with the part of each turn's words."""
        low, high = self._folded.within(start, end)
        parts = [
            (turn, max(low - at, 0), min(high - at, len(self._words[turn])))
            for turn, at in self._placed.items()
        ]
        return [part for part in parts if part[1] < part[2]]

    def _align(self) -> dict[int, int]:
        text, often = self._folded.text, Counter(self._words.values())
        once = {}
        for turn, words in self._words.items():
            if words and often[words] == 1 and len(found := finds(text, words)) == 1:
                once[turn] = found[0]
        placed = _rising(once)
        floor = 0
        pending: list[int] = []
        for turn, words in self._words.items():
            if turn in placed:
                placed |= self._fill(pending, floor, placed[turn])
                floor, pending = placed[turn] + len(words), []
            elif words:
                pending.append(turn)
        return dict(sorted((placed | self._fill(pending, floor, len(text))).items()))

    def _fill(self, turns: list[int], floor: int, ceiling: int) -> dict[int, int]:
        """Turns found one after the other between two places of the folded document.

        Where the same words stand fewer times than turns say them, none of those turns is placed.
        """
        text, found = self._folded.text, {}
        said = Counter(self._words[turn] for turn in turns)
        enough = {words for words, n in said.items() if len(finds(text, words, floor, ceiling)) >= n}
        for turn in turns:
            words = self._words[turn]
            at = finds(text, words, floor, ceiling) if words in enough else []
            if at:
                found[turn], floor = at[0], at[0] + len(words)
        return found


def _rising(places: dict[int, int]) -> dict[int, int]:
    """The longest run of turns whose places rise with the turn."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for turn in sorted(places):
        at = bisect_left(tails, places[turn])
        before[turn] = ends[at - 1] if at else None
        tails[at : at + 1] = [places[turn]]
        ends[at : at + 1] = [turn]
    run: dict[int, int] = {}
    turn_now = ends[-1] if ends else None
    while turn_now is not None:
        run[turn_now] = places[turn_now]
        turn_now = before[turn_now]
    return run
