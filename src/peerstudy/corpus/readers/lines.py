"""Lines and paragraphs become turns: what plain text, Word, OpenDocument, RTF, PDF and HTML share."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from peerstudy.corpus.readers.clock import CLOCK, CUE_TIMES, F4_STAMP, clock_of, seconds
from peerstudy.corpus.readers.headings import LONGEST, Heading, Line, heading
from peerstudy.corpus.readers.strangers import read_as_talk, require_known
from peerstudy.corpus.readers.transcript import BREAKS, STRUCTURE, Dropped, Labels, Transcript, Turn, notices

BEFORE = "before the first speaker label"
LONGEST_NOTICE = 300
TALK = re.compile(r":\s+\S")  # in a cell: a label and what its speaker says
# Lines that transcription services add; nobody spoke them.
SERVICE = re.compile(
    r"\s*(?:transcribed by https?://\S+|.{1,60} (?:started|stopped) transcription\b.{0,40}"
    r"|this (?:transcript|editable transcript) (?:was|is) (?:exported|computer|auto|generated).{0,120})\s*$",
    re.IGNORECASE,
)


def numbered(text: str, what: str = "line") -> list[Line]:
    """The lines of a text that are not blank, with their numbers."""
    lines = enumerate(text.translate(BREAKS).split("\n"), 1)
    return [Line(f"{what} {number}", line) for number, line in lines if line.strip()]


def row(place: str, cells: Sequence[str]) -> list[Line]:
    """A row of a table as one labelled line: (number) (time) speaker, then what was said.

    A row that has no such shape gives the lines of its cells.
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    clock, front = "", 0
    while front < len(filled) - 2 and (CLOCK.fullmatch(filled[front]) or filled[front].isdigit()):
        clock = filled[front] if CLOCK.fullmatch(filled[front]) else clock
        front += 1
    rest = filled[front:]
    if len(rest) > 1 and len(rest[0]) <= LONGEST and "\n" not in rest[0] and not TALK.search(rest[0]):
        numbers = "".join(cell for cell in filled[:front] if cell != clock)
        said = " ".join(line.strip() for cell in rest[1:] for line in cell.translate(BREAKS).split("\n"))
        label = rest[0].rstrip(": ")
        return [Line(place, said.strip(), label, clock, numbers + rest[0][len(label) :])]
    return [
        Line(place, line) for cell in filled for line in cell.translate(BREAKS).split("\n") if line.strip()
    ]


def from_lines(
    lines: list[Line],
    labels: Labels,
    *,
    format: str,
    encoding: str = "",
    dropped: Iterable[Dropped] = (),
    warnings: Iterable[str] = (),
) -> Transcript:
    """Turns of a transcript that was cut into lines or paragraphs.

    A line without a label goes on with the turn before it, unless the study knows the empty label.

    Raises
    ------
    UnreadableError
        For speaker labels that the study does not name.
    """
    out = [*dropped]
    kept = []
    for line in lines:
        if len(line.text) < LONGEST_NOTICE and SERVICE.match(line.text):
            out.append(Dropped(line.place, line.text.strip(), "notice of the transcription service"))
        else:
            kept.append(line)
    found = [heading(line, labels) for line in kept]
    require_known(kept, found, labels)
    turns = _turns(kept, found, labels, out)
    seen = [*read_as_talk(kept, found, labels), *notices("".join(line.text for line in lines))]
    return Transcript(format, encoding, _spoken(_stamped(turns, out), out), out, [*warnings, *seen])


def _turns(lines: list[Line], found: list[Heading | None], labels: Labels, out: list[Dropped]) -> list[Turn]:
    """One turn a heading; lines without one are joined, unlabelled or before the start."""
    said: list[list[str]] = []
    turns: list[Turn] = []
    start, end = None, None  # times on a line of their own belong to the label beside it
    labelled = any(found)
    for line, head in zip(lines, found, strict=True):
        times = None if head else _times(line.text)
        if times:
            out.append(Dropped(line.place, line.text.strip(), "time stamp", STRUCTURE))
            if turns and said[-1] == [""] and turns[-1].time_start is None:
                turns[-1] = replace(turns[-1], time_start=times[0], time_end=times[1])
            else:
                start, end = times
            continue
        if head:
            if line.label and head.label != line.label:
                beside = " ".join(filter(None, [line.signs, line.clock, line.label]))
                out.append(Dropped(line.place, beside, "words beside a label"))
            signs = "".join(head.signs.split())
            out += [Dropped(line.place, signs, "sign or time beside a label", STRUCTURE)] if signs else []
            turns.append(Turn(head.label, "", start if head.time is None else head.time, end))
            said.append([head.text])
        elif turns and labelled and not labels.unlabelled:
            said[-1].append(line.whole)
        elif labelled and not labels.unlabelled:
            out.append(Dropped(line.place, line.whole, BEFORE))
        else:
            turns.append(Turn("", "", start, end))
            said.append([line.whole])
        start, end = None, None
    return [replace(turn, text=" ".join(filter(None, p))) for turn, p in zip(turns, said, strict=True)]


def _times(text: str) -> tuple[float, float | None] | None:
    """Times of a line that holds nothing else."""
    cue = CUE_TIMES.match(text)
    clock = CLOCK.fullmatch(text)
    if cue:
        return seconds(cue[1]), seconds(cue[2])
    return (clock_of(clock), None) if clock else None


def _stamped(turns: list[Turn], out: list[Dropped]) -> list[Turn]:
    """f4 stamps end the turn that they stand in; the next turn starts there."""
    stamped = []
    for turn in turns:
        stamps = list(F4_STAMP.finditer(turn.text))
        if not stamps:
            stamped.append(turn)
            continue
        out.extend(Dropped("time stamp", stamp[0], "time stamp", STRUCTURE) for stamp in stamps)
        text = " ".join(F4_STAMP.sub(" ", turn.text).split(" "))
        end = seconds(stamps[-1]["time"])
        stamped.append(Turn(turn.label, re.sub(r" {2,}", " ", text).strip(), turn.time_start, end))
    if stamped == turns:
        return turns
    first, *_ = stamped
    follow = [
        turn if turn.time_start is not None else Turn(turn.label, turn.text, before.time_end, turn.time_end)
        for before, turn in pairwise(stamped)
    ]
    return [first, *follow]


def _spoken(turns: list[Turn], out: list[Dropped]) -> list[Turn]:
    """Turns with something in them; a label without words is no turn."""
    out.extend(
        Dropped("label", turn.label, "label without words", STRUCTURE) for turn in turns if not turn.text
    )
    return [turn for turn in turns if turn.text]
