"""Speaker labels at the start of lines: which lines open a turn."""

import re
from dataclasses import dataclass

from peerstudy.corpus.readers.clock import CLOCK, END_CLOCK, clock_of, seconds
from peerstudy.corpus.readers.transcript import Labels

LONGEST = 60  # characters of a label
BRACKETED = re.compile(r"\s*(?:\[(?P<a>[^\[\]]{1,60})\]|\{(?P<b>[^{}]{1,60})\}|[#@](?P<c>[^:#@]{1,60}):)")


@dataclass(frozen=True)
class Line:
    """A line or paragraph: where it stands, its text, and what the layout shows beside it.

    The layout (a cell of its own, bold letters) may show a label, a time, and signs such as row numbers.
    """

    place: str
    text: str
    label: str = ""
    clock: str = ""
    signs: str = ""

    @property
    def whole(self) -> str:
        """Everything on the line, for a line whose layout means nothing."""
        return " ".join(filter(None, [self.signs, self.clock, self.label, self.text.strip()]))


@dataclass(frozen=True)
class Heading:
    """A known label at the start of a line, the words after it, and the signs between them."""

    label: str
    text: str
    time: float | None
    signs: str
    own_line: bool = False


def heading(line: Line, labels: Labels) -> Heading | None:
    """The turn that a line opens, or nothing when it goes on with the one before."""
    if line.label and labels.match(line.label):
        alone = CLOCK.fullmatch(line.text)
        told = alone or CLOCK.match(line.clock)
        text, signs = ("", line.text) if alone else (line.text.strip(), line.signs + line.clock)
        return Heading(line.label, text, clock_of(told) if told else None, signs, bool(alone))
    clock = CLOCK.match(line.text)
    rest = line.text[clock.end() :] if clock else line.text
    for shape in (_before_colon, _bracketed, _before_tab, _alone):
        found = shape(rest, labels)
        if found and clock:
            since = clock_of(clock) if found.time is None else found.time
            return Heading(found.label, found.text, since, clock[0] + found.signs, found.own_line)
        if found:
            return found
    return None


def _before_colon(text: str, labels: Labels) -> Heading | None:
    """``Researcher: ...`` and ``Researcher [00:01:02]: ...``."""
    start = 0
    for _ in range(4):  # a clock before the colon holds colons of its own
        colon = text.find(":", start, LONGEST + 20)
        if colon < 0:
            return None
        head = text[:colon]
        end = END_CLOCK.search(head)
        if labels.match(head) and head.strip():
            return Heading(head.strip(), text[colon + 1 :].strip(), None, ":")
        inside = text[colon + 1 : colon + 2].isdigit()
        if end and not inside and labels.match(head[: end.start()]):
            return Heading(head[: end.start()].strip(), text[colon + 1 :].strip(), _end(end), end[0] + ":")
        start = colon + 1
    return None


def _bracketed(text: str, labels: Labels) -> Heading | None:
    """``[P07] ...``, ``{P07} ...``, ``#P07: ...``, ``[Name] 10:01:02``."""
    match = BRACKETED.match(text)
    if not match:
        return None
    label = (match["a"] or match["b"] or match["c"]).strip()
    if not labels.match(label):
        return None
    rest = text[match.end() :]
    signs = match[0].replace(label, "", 1)
    clock = CLOCK.match(rest)
    if clock:
        return Heading(label, rest[clock.end() :].strip(), clock_of(clock), signs + clock[0], True)
    colon = re.match(r"\s*:", rest)
    rest = rest[colon.end() :] if colon else rest
    return Heading(label, rest.strip(), None, signs + (":" if colon else ""))


def _before_tab(text: str, labels: Labels) -> Heading | None:
    """``P07<tab>...``."""
    head, tab, _ = text[: LONGEST + 1].partition("\t")
    if tab and head.strip() and labels.match(head):
        return Heading(head.strip(), text[len(head) :].strip(), None, "")
    return None


def _alone(text: str, labels: Labels) -> Heading | None:
    """A label on a line of its own, with a time or without."""
    bare = text.strip()
    if not bare or len(bare) > LONGEST + 40:
        return None
    if labels.match(bare):
        return Heading(bare, "", None, "", True)
    end = END_CLOCK.search(bare)
    if end and end.start() and labels.match(bare[: end.start()]):
        return Heading(bare[: end.start()].strip(), "", _end(end), end[0].strip(), True)
    return None


def _end(match: re.Match[str]) -> float:
    return seconds(match["time"] or match["words"])
