"""The files of one interview become one conversation."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

import pandas as pd

from peerstudy.corpus import readers
from peerstudy.corpus.readers.transcript import Labels, Transcript, Turn, UnreadableError, fold

UNLABELLED = ("other", "")  # role and participant of words that no label gives to anybody


@dataclass(frozen=True)
class Part:
    """One file of an interview: what was read of it, and the role and person of each turn."""

    file: str
    data: bytes
    transcript: Transcript
    speakers: list[tuple[str, str]]


def parts_of(
    names: list[str],
    files: dict[str, bytes],
    roles: dict[str, tuple[str, str]],
    declined: frozenset[str],
    columns: dict[str, str],
    problems: list[str],
) -> Iterator[Part]:
    """Each file of an interview read; a label that names the file goes before one that does not."""
    for name in names:
        prefix = f"{fold(name)}: "
        own = roles | {
            label.removeprefix(prefix): who for label, who in roles.items() if label.startswith(prefix)
        }
        try:
            transcript = readers.read(name, files[name], Labels(frozenset(own), declined), columns)
        except UnreadableError as error:
            problems.append(f"{name}: {error}")
            continue
        speakers = [own.get(fold(turn.label), UNLABELLED) for turn in transcript.turns]
        yield Part(name, files[name], transcript, speakers)


def conversation(parts: list[Part]) -> tuple[pd.DataFrame, list[str]]:
    """Turns of an interview: files of different people are one talk, merged by time."""
    said = [
        (who, turn) for part in parts for who, turn in zip(part.speakers, part.transcript.turns, strict=True)
    ]
    people = [set(part.speakers) for part in parts]
    apart = len(parts) > 1 and len(set().union(*people)) == sum(map(len, people))
    warnings = []
    if apart and all(turn.time_start is not None for _, turn in said):
        said = _joined(sorted(said, key=lambda pair: pair[1].time_start or 0.0))
        warnings = [f"{len(parts)} files of different speakers were merged by time"]
    elif len(parts) > 1:
        warnings = [f"{len(parts)} files were read one after the other"]
    return _frame(said), warnings


def _joined(said: list[tuple[tuple[str, str], Turn]]) -> list[tuple[tuple[str, str], Turn]]:
    """Turns in a row of one speaker as one."""
    turns = []
    for who, group in groupby(said, key=lambda pair: pair[0]):
        own = [turn for _, turn in group]
        turns.append((who, replace(own[0], text=" ".join(t.text for t in own), time_end=own[-1].time_end)))
    return turns


def _frame(said: list[tuple[tuple[str, str], Turn]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "participant": [participant for (_, participant), _ in said],
            "speaker": [role for (role, _), _ in said],
            "label": [turn.label for _, turn in said],
            "text": [turn.text for _, turn in said],
            "time_start": pd.Series([turn.time_start for _, turn in said], dtype="float64"),
            "time_end": pd.Series([turn.time_end for _, turn in said], dtype="float64"),
        }
    )
