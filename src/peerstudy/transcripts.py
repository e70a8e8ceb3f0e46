"""Transcript files become turns, with an account of what was kept of each file."""

import hashlib
from collections import Counter
from typing import Any

import pandas as pd

from peerstudy import readers, tables
from peerstudy.marks import count_words
from peerstudy.readers.transcript import Labels, Transcript, UnreadableError, fold

PARTICIPANT = "{participant}"  # in a configured label: the participant's own id


def turns(
    files: dict[str, bytes],
    interviews: pd.DataFrame,
    speakers: pd.DataFrame,
    *,
    labels: dict[str, list[str]],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read every transcript of the study.

    Parameters
    ----------
    files
        Bytes of each transcript by file name.
    interviews, speakers
        The tables of those names.
    labels
        Speaker labels by role; ``{participant}`` stands for the id of the interview's participant.

    Returns
    -------
    turns, ingest
        The tables of those names.

    Raises
    ------
    TableError
        With every file that cannot be read and why.
    """
    rows: list[pd.DataFrame] = []
    accounts: list[dict[str, object]] = []
    problems: list[str] = []
    for entry in tables.rows(interviews[interviews["file"].isin(files)]):
        roles = _roles(entry.interview, entry.participant, speakers, labels)
        try:
            transcript = readers.read(entry.file, files[entry.file], Labels(frozenset(roles)))
        except UnreadableError as error:
            problems.append(f"{entry.file}: {error}")
            continue
        frame = _frame(entry.interview, transcript, roles)
        rows.append(frame)
        accounts.append(_account(entry, files[entry.file], transcript, frame))
    problems += _strays(files, interviews)
    if problems:
        raise tables.TableError(f"transcripts: {len(problems)} problem(s)\n  " + "\n  ".join(problems))
    return (
        pd.concat(rows, ignore_index=True) if rows else tables.empty("turns"),
        pd.DataFrame(accounts) if accounts else tables.empty("ingest"),
    )


def _roles(
    interview: str, participant: str, speakers: pd.DataFrame, labels: dict[str, list[str]]
) -> dict[str, tuple[str, str]]:
    """Role and participant by folded label, for one interview; `speakers` goes before study.yaml."""
    roles = {
        fold(label.replace(PARTICIPANT, participant)): (role, participant if role == "participant" else "")
        for role, names in labels.items()
        for label in names
    }
    for row in tables.rows(speakers[speakers["interview"] == interview]):
        roles[fold(row.label)] = (row.role, row.participant)
    return roles


def _frame(interview: str, transcript: Transcript, roles: dict[str, tuple[str, str]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "interview": interview,
            "turn": range(1, len(transcript.turns) + 1),
            "participant": [roles[fold(turn.label)][1] for turn in transcript.turns],
            "speaker": [roles[fold(turn.label)][0] for turn in transcript.turns],
            "label": [turn.label for turn in transcript.turns],
            "text": [turn.text for turn in transcript.turns],
            "time_start": pd.Series([turn.time_start for turn in transcript.turns], dtype="float64"),
            "time_end": pd.Series([turn.time_end for turn in transcript.turns], dtype="float64"),
        }
    )


def _account(entry: Any, data: bytes, transcript: Transcript, frame: pd.DataFrame) -> dict[str, object]:
    reasons = Counter(dropped.reason for dropped in transcript.dropped)
    return {
        "file": entry.file,
        "interview": entry.interview,
        "sha256": hashlib.sha256(data).hexdigest(),
        "format": transcript.format,
        "encoding": transcript.encoding,
        "turns": len(frame),
        "words": sum(count_words(text) for text in frame["text"]),
        "dropped": len(transcript.dropped),
        "reasons": "; ".join(f"{reason}: {count}" for reason, count in sorted(reasons.items())),
        "warnings": "; ".join(transcript.warnings),
    }


def _strays(files: dict[str, bytes], interviews: pd.DataFrame) -> list[str]:
    """Files that no interview names, and interviews whose file is not there."""
    consent = interviews.get("consent", pd.Series("given", index=interviews.index))
    withdrawn = set(interviews["file"][consent == "withdrawn"])
    named = list(interviews["file"][consent != "withdrawn"])
    problems = [
        f"{file}: no row of interviews.csv names this file" + tables.nearest(file, named)
        for file in sorted(set(files) - set(named) - withdrawn)
    ]
    problems += [
        f"interviews.csv names {file!r}, which is not in transcripts/" + tables.nearest(file, files)
        for file in named
        if file not in files
    ]
    return problems
