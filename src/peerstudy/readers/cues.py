"""Timed pieces of speech become turns: the half that captions, recognisers and annotation tiers share."""

from collections.abc import Iterable
from dataclasses import dataclass

from peerstudy.readers.headings import stop_at
from peerstudy.readers.transcript import STRUCTURE, Dropped, Labels, Transcript, Turn, fold, notices


@dataclass(frozen=True)
class Cue:
    """A piece of speech with its place in the file; the label is empty where the file names nobody."""

    place: str
    label: str
    text: str
    start: float | None = None
    end: float | None = None


def from_cues(
    cues: Iterable[Cue],
    labels: Labels,
    *,
    format: str,
    encoding: str = "",
    continues: bool,
    dropped: Iterable[Dropped] = (),
    warnings: Iterable[str] = (),
) -> Transcript:
    """Turns of a timed transcript: pieces of one speaker in a row are one turn.

    Parameters
    ----------
    cues
        The pieces, in the order in which they were said.
    labels
        What the study declares.
    format, encoding
        As found.
    continues
        Whether a piece without a label belongs to the speaker before it (captions name a speaker once).
    dropped, warnings
        What the reader has to tell already.

    Raises
    ------
    UnreadableError
        For speaker labels that the study does not name.
    """
    cues = [cue for cue in cues if cue.text.strip() or cue.label.strip()]
    stop_at(_firsts([(c.place, c.label) for c in cues if c.label.strip() and not labels.match(c.label)]))
    out = [*dropped]
    turns: list[Turn] = []
    pieces: list[str] = []
    for cue in cues:
        if not cue.text.strip():
            out.append(Dropped(cue.place, cue.label, "label without words", STRUCTURE))
            continue
        if turns and _goes_on(turns[-1], pieces, cue, continues=continues and not labels.unlabelled):
            if cue.label:
                out.append(Dropped(cue.place, cue.label, "label repeated", STRUCTURE))
            last = turns[-1]
            turns[-1] = Turn(last.label, "", last.time_start, last.time_end if cue.end is None else cue.end)
            pieces.append(cue.text.strip())
        else:
            _close(turns, pieces)
            turns.append(Turn(cue.label.strip(), "", cue.start, cue.end))
            pieces = [cue.text.strip()]
    _close(turns, pieces)
    return Transcript(format, encoding, turns, out, [*warnings, *notices("".join(c.text for c in cues))])


def _goes_on(turn: Turn, pieces: list[str], cue: Cue, *, continues: bool) -> bool:
    """Whether a cue belongs to the turn; unlabelled talk is cut where a sentence ends, to keep its times."""
    if fold(cue.label) != fold(turn.label):
        return continues and not cue.label.strip()
    return bool(turn.label) or not pieces[-1].endswith((".", "?", "!"))


def _close(turns: list[Turn], pieces: list[str]) -> None:
    if turns:
        last = turns[-1]
        turns[-1] = Turn(last.label, " ".join(pieces), last.time_start, last.time_end)


def _firsts(unknown: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The first place of each label."""
    first: dict[str, tuple[str, str]] = {}
    for place, label in unknown:
        first.setdefault(fold(label), (place, label))
    return [*first.values()]
