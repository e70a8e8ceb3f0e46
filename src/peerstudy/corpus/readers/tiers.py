"""Annotation tiers, one a speaker: which are speech, and their intervals in the order of time."""

from collections.abc import Iterable
from dataclasses import dataclass

from peerstudy.corpus.readers.cues import Cue, from_cues
from peerstudy.corpus.readers.strangers import stop_at
from peerstudy.corpus.readers.transcript import Dropped, Labels, Transcript, UnreadableError, fold


@dataclass(frozen=True)
class Tier:
    """One tier: the names that may be its speaker's, and what was said when, in seconds."""

    names: tuple[str, ...]
    intervals: list[tuple[float | None, float | None, str]]


def from_tiers(
    tiers: Iterable[Tier], labels: Labels, *, format: str, encoding: str, dropped: list[Dropped]
) -> Transcript:
    """Turns of all tiers that the study knows; tiers that it declares to be no speaker are dropped.

    Raises
    ------
    UnreadableError
        For filled tiers that the study does not name, and if nothing is said on any tier.
    """
    cues: list[Cue] = []
    unknown: list[tuple[str, str]] = []
    for tier in tiers:
        said = [(start, end, text) for start, end, text in tier.intervals if text.strip()]
        label = next((name for name in tier.names if name.strip() and labels.match(name)), None)
        place = f"tier {tier.names[0]!r}"
        if label is None and any(fold(name) in labels.not_speakers for name in tier.names):
            dropped += [Dropped(place, text, "tier that is no speaker") for _, _, text in said]
        elif said:
            unknown += [(place, tier.names[0])] if label is None else []
            cues += [Cue(place, label or "", text, start, end) for start, end, text in said]
    stop_at(unknown)
    if not cues:
        raise UnreadableError("nothing is said on any of its tiers")
    cues.sort(key=lambda cue: (cue.start is None, cue.start or 0.0))
    return from_cues(
        cues, labels, format=format, encoding=encoding, continues=False, utterances=True, dropped=dropped
    )
