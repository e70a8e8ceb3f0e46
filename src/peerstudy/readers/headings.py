"""Speaker labels at the start of lines: which lines open a turn, and which look like it."""

import re
from collections import Counter
from dataclasses import dataclass

from peerstudy.readers.clock import CLOCK, END_CLOCK, clock_of, seconds
from peerstudy.readers.transcript import INVISIBLE, Labels, UnreadableError, fold

LONGEST = 60  # characters of a label
SUSPICIOUS = 3  # an unknown word before a colon is taken for a speaker when it opens this many lines
SHOWN = 10
BRACKETED = re.compile(r"\s*(?:\[(?P<a>[^\[\]]{1,60})\]|\{(?P<b>[^{}]{1,60})\}|[#@](?P<c>[^:#@]{1,60}):)")
# A word or a few, or an id, before a colon and a blank: it may be a speaker or not.
COLON = re.compile(r"\s*(?P<label>[^\W_][\w .'’()/@-]{0,39}?)\s*:(?:\s|$)")
# What people say or write before a colon without naming a speaker.
PHRASES = frozenset([
    "well", "so", "and", "but", "or", "note", "nb", "ps", "ok", "okay", "yes", "yeah", "no", "right", "now",
    "then", "look", "listen", "anyway", "because", "like", "also", "still", "actually", "honestly",
    "basically", "remember", "example", "e.g", "i.e", "etc", "theme", "date", "time", "place", "location",
    "duration", "file", "project", "title", "version", "page", "tel", "email", "nhs", "tv", "gp", "uk",
    "us", "usa", "cc", "asap", "diy", "hr", "it", "tens", "mri", "ct", "er", "a&e", "pip", "dwp", "covid",
    "warning", "important", "http", "https", "www", "summary", "key", "legend", "text", "content",
    "timestamp", "point",
]) | {"mind you", "that is", "for example", "in short", "the thing is", "my point is", "a and e"}  # fmt: skip
COUNTED = frozenset([
    "week", "day", "month", "year", "step", "stage", "part", "page", "chapter", "section", "question",
    "item", "task", "session", "at", "by", "from", "to", "in", "on", "of", "for", "about", "around", "only",
    "level", "grade", "age", "room", "bus", "route", "line", "track", "figure", "table", "number", "no",
    "nr", "after", "before", "until",
])  # fmt: skip


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
        time = CLOCK.match(line.clock)
        return Heading(
            line.label, line.text.strip(), clock_of(time) if time else None, line.signs + line.clock
        )
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
        if end and labels.match(head[: end.start()]):
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


def require_known(lines: list[Line], found: list[Heading | None], labels: Labels) -> None:
    """Stop at line starts that look like a speaker whom the study does not name.

    "Well: honestly" is no speaker. A label counts as one when it holds a digit, is all capitals, has
    two or more capitalised words, stands with a time, or opens three lines of the file.

    Raises
    ------
    UnreadableError
        With every such line.
    """
    own_line = any(h.own_line for h in found if h)
    rest = [line for line, known in zip(lines, found, strict=True) if not known]
    shapes = [
        (line.place, label, sure) for line in rest for label, sure in _candidates(line, own_line=own_line)
    ]
    phrases = PHRASES | labels.not_speakers
    shapes = [shape for shape in shapes if fold(shape[1]) not in phrases]
    often = Counter(fold(label) for _, label, _ in shapes)
    stop_at([(place, label) for place, label, sure in shapes if sure or often[fold(label)] >= SUSPICIOUS])


def stop_at(unknown: list[tuple[str, str]]) -> None:
    """Stop at speaker labels that the study does not name.

    Raises
    ------
    UnreadableError
        With place and label of each.
    """
    if unknown:
        named = "; ".join(f"{place}: {label!r}" for place, label in unknown[:SHOWN])
        more = f" and {len(unknown) - SHOWN} more" if len(unknown) > SHOWN else ""
        raise UnreadableError(
            f"unknown speaker label(s): {named}{more}. Hint: add them to turns: labels: in study.yaml or to "
            "speakers.csv; what is no speaker goes to turns: not_speakers:"
        )


def _candidates(line: Line, *, own_line: bool) -> list[tuple[str, bool]]:
    """What could be a speaker on this line, and whether it surely is one."""
    if line.label:
        return [(line.label, bool(line.clock) or _like_speaker(line.label))]
    clock = CLOCK.match(line.text)
    rest = (line.text[clock.end() :] if clock else line.text[: 4 * LONGEST]).translate(INVISIBLE)
    colon = COLON.match(rest)
    if colon:
        return [(colon["label"], _like_speaker(colon["label"]))]
    bracket = BRACKETED.match(rest)
    label = (bracket["a"] or bracket["b"] or bracket["c"]).strip() if bracket else ""
    if label and any(c.isdigit() for c in label) and not CLOCK.match(bracket[0]):  # type: ignore[index]
        return [(label, False)]
    bare = rest.strip()
    if not bare or len(bare) > LONGEST:
        return []
    end = END_CLOCK.search(bare)
    if (end or clock) and _named(bare[: end.start()] if end else bare):
        return [(bare[: end.start()] if end else bare, True)]
    return [(bare, False)] if own_line and _named(bare) else []


def _named(label: str) -> bool:
    """One to four words, each with a capital or a number, without the end of a sentence."""
    words = label.split()
    return (
        0 < len(words) < 5
        and label[-1:] not in ".?!,;"
        and all(w[0].isupper() or w[0].isdigit() for w in words)
    )


def _like_speaker(label: str) -> bool:
    words = label.split()
    if len(words) > 1 and words[0].casefold() in COUNTED:
        return False
    named = len(words) in (2, 3) and all(word[0].isupper() for word in words)
    return named or any(c.isdigit() for c in label) or (label.isupper() and len(label) <= 12)
