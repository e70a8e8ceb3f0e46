"""Timed pieces of speech become turns: the half that captions, recognisers and annotation tiers share."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from peerstudy.corpus.readers.strangers import stop_at
from peerstudy.corpus.readers.transcript import STRUCTURE, Dropped, Labels, Transcript, Turn, fold, notices


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
    utterances: bool = False,
    dropped: Iterable[Dropped] = (),
    warnings: Iterable[str] = (),
) -> Transcript:
    """Turns of a timed transcript: pieces of one speaker in a row are one turn.

    Where the whole file has one speaker, it may be one side of a talk whose other side is in another file:
    its turns end where sentences do.

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
    utterances
        Whether a piece is an utterance by itself, so that a file of one speaker keeps them apart.
    dropped, warnings
        What the reader has to tell already.

    Raises
    ------
    UnreadableError
        For speaker labels that the study does not name.
    """
    cues = [cue for cue in cues if cue.text.strip() or cue.label.strip()]
    stop_at(_firsts([(c.place, c.label) for c in cues if c.label.strip() and not labels.match(c.label)]))
    single = len({fold(cue.label) for cue in cues} - {""}) == 1
    apart = "utterances" if single and utterances else "sentences" if single else ""
    out = [*dropped]
    turns: list[Turn] = []
    pieces: list[str] = []
    for cue in cues:
        if not cue.text.strip():
            out.append(Dropped(cue.place, cue.label, "label without words", STRUCTURE))
            continue
        ended = not pieces or _ended(turns[-1], pieces[-1], apart)
        if turns and not ended and _same(turns[-1], cue, continues=continues and not labels.unlabelled):
            if cue.label:
                out.append(Dropped(cue.place, cue.label, "label repeated", STRUCTURE))
            last = turns[-1]
            turns[-1] = replace(last, time_end=last.time_end if cue.end is None else cue.end)
            pieces.append(cue.text.strip())
        else:
            _close(turns, pieces)
            goes_on = turns and _same(turns[-1], cue, continues=continues and not labels.unlabelled)
            label = turns[-1].label if goes_on and not cue.label else cue.label.strip()
            turns.append(Turn(label, "", cue.start, cue.end))
            pieces = [cue.text.strip()]
    _close(turns, pieces)
    return Transcript(format, encoding, turns, out, [*warnings, *notices("".join(c.text for c in cues))])


def _same(turn: Turn, cue: Cue, *, continues: bool) -> bool:
    """Whether a cue is of the turn's speaker."""
    return fold(cue.label) == fold(turn.label) or (continues and not cue.label.strip())


def _ended(turn: Turn, piece: str, apart: str) -> bool:
    """Whether nothing more is joined to a turn; talk of nobody ends with its sentence, to keep its times."""
    if apart == "utterances":
        return True
    return piece.endswith((".", "?", "!")) and (apart == "sentences" or not turn.label)


def _close(turns: list[Turn], pieces: list[str]) -> None:
    if turns:
        last = turns[-1]
        turns[-1] = replace(last, text=" ".join(pieces))


def _firsts(unknown: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The first place of each label."""
    first: dict[str, tuple[str, str]] = {}
    for place, label in unknown:
        first.setdefault(fold(label), (place, label))
    return [*first.values()]
