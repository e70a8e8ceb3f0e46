"""Transcript files become turns, with an account of what was kept of each file."""

import hashlib
from collections import Counter
from collections.abc import Iterator

import pandas as pd

from peerstudy import tables
from peerstudy.cells import problems_of
from peerstudy.corpus.balance import balance
from peerstudy.corpus.conversation import Part, conversation, parts_of
from peerstudy.corpus.marks import count_words
from peerstudy.corpus.readers.lines import BEFORE
from peerstudy.corpus.readers.transcript import STRUCTURE, Dropped, Transcript, fold
from peerstudy.folding import bare, composed
from peerstudy.progress import progress

FOLDER = ". Hint: leave the folder out"
PARTICIPANT = "{participant}"  # in a configured label: the participant's own id


def turns(
    files: dict[str, bytes],
    interviews: pd.DataFrame,
    speakers: pd.DataFrame,
    *,
    labels: dict[str, list[str]],
    not_speakers: list[str],
    columns: dict[str, str],
    least_share: float,
    most_share: float,
    most_unlabelled: float,
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Read every transcript of the study; a withdrawn interview is passed over.

    Parameters
    ----------
    files
        Bytes of each transcript by file name.
    interviews, speakers
        The tables of those names. A label in `speakers` may name its file: ``doctor.TextGrid: Speaker``.
    labels
        Speaker labels by role; ``{participant}`` stands for the id of the interview's participant, an empty
        label for lines without one.
    not_speakers
        Words before a colon, or tiers, that look like speakers and are none.
    columns
        Which column of a spreadsheet holds speaker, text, start and end.
    least_share, most_share, most_unlabelled
        See :func:`peerstudy.corpus.balance.balance`.

    Returns
    -------
    turns, ingest, dropped
        The tables of those names.

    Raises
    ------
    TableError
        With every file that cannot be read and why, and interviews that share a place in the order.
    """
    files = {name if (one := composed(name)) in files else one: data for name, data in files.items()}
    rows: list[pd.DataFrame] = []
    accounts: list[dict[str, object]] = []
    left: list[dict[str, object]] = []
    given = interviews[_consent(interviews) != "withdrawn"]
    problems: list[str] = _strays(files, interviews) + _ties(given)
    declined = frozenset(fold(name) for name in not_speakers)
    for entry in progress(list(tables.rows(given)), "reading transcripts"):
        roles = _roles(entry.interview, entry.participant, speakers, labels)
        names = [name for name in named(entry.file) if name in files]
        parts = [*parts_of(names, files, roles, declined, columns, problems)]
        frame, order = conversation(parts)
        warnings, stops = (
            balance(
                *_words(parts, roles),
                least_share=least_share,
                most_share=most_share,
                most_unlabelled=most_unlabelled,
            )
            if parts
            else ([], [])
        )
        problems += [f"{entry.file}: {stop}" for stop in stops]
        rows.append(frame.assign(interview=entry.interview, turn=range(1, len(frame) + 1)))
        accounts += [_account(entry.interview, part, warnings + order) for part in parts]
        left += [row for part in parts for row in _left(entry.interview, part)]
    if problems:
        raise problems_of("transcripts", problems)
    return (
        pd.concat(rows, ignore_index=True) if rows else tables.empty("turns"),
        pd.DataFrame(accounts) if accounts else tables.empty("ingest"),
        pd.DataFrame(left) if left else tables.empty("dropped"),
    )


def named(file: str) -> list[str]:
    """File names in a cell of `interviews`.

    >>> named("a.vtt; b.vtt")
    ['a.vtt', 'b.vtt']
    """
    return [composed(name.strip()) for name in file.split(";") if name.strip()]


def _consent(interviews: pd.DataFrame) -> pd.Series:
    return interviews.get("consent", pd.Series("given", index=interviews.index))


def _roles(
    interview: str, participant: str, speakers: pd.DataFrame, labels: dict[str, list[str]]
) -> dict[str, tuple[str, str]]:
    """Role and participant by folded label, for one interview; `speakers` goes before study.yaml.

    A group's talk has no one participant: there the placeholder stands for nobody, not for an empty label.
    """
    roles = {
        fold(label.replace(PARTICIPANT, participant)): (role, participant if role == "participant" else "")
        for role, names in labels.items()
        for label in names
        if participant or PARTICIPANT not in label
    }
    for row in tables.rows(speakers[speakers["interview"] == interview]):
        roles[fold(row.label)] = (row.role, row.participant)
    return roles


def _words(parts: list[Part], roles: dict[str, tuple[str, str]]) -> tuple[dict[str, int], int]:
    """Words of each speaker, and words that no label gives to anybody."""
    words: Counter[str] = Counter()
    unlabelled = 0
    for part in parts:
        for turn, (role, participant) in zip(part.transcript.turns, part.speakers, strict=True):
            count = count_words(turn.text)
            if turn.label or "" in roles:
                words[f"{role} {participant or fold(turn.label)}"] += count
            else:
                unlabelled += count
        unlabelled += sum(count_words(d.text) for d in part.transcript.dropped if d.reason == BEFORE)
    return dict(words), unlabelled


def _account(interview: str, part: Part, warnings: list[str]) -> dict[str, object]:
    transcript = part.transcript
    reasons = Counter(dropped.reason for dropped in transcript.dropped)
    return {
        "file": part.file,
        "interview": interview,
        "sha256": hashlib.sha256(part.data).hexdigest(),
        "format": transcript.format,
        "encoding": transcript.encoding,
        "turns": len(transcript.turns),
        "words": sum(count_words(turn.text) for turn in transcript.turns),
        "dropped": len(_listed(transcript)),
        "reasons": "; ".join(f"{reason}: {count}" for reason, count in sorted(reasons.items())),
        "warnings": "; ".join([*transcript.warnings, *warnings]),
    }


def _listed(transcript: Transcript) -> list[Dropped]:
    return [dropped for dropped in transcript.dropped if dropped.kind != STRUCTURE]


def _left(interview: str, part: Part) -> Iterator[dict[str, object]]:
    """Rows of `dropped`: language and properties, the file's scaffolding only counted in `ingest`."""
    for item, dropped in enumerate(_listed(part.transcript), 1):
        yield {"interview": interview, "file": part.file, "item": item, **vars(dropped)}


def _ties(interviews: pd.DataFrame) -> list[str]:
    """Interviews with one place in the order, which what is heard first would have to guess apart."""
    return [
        f"interviews.csv: rows {_joined(tables.lines(own))}: order {order} stands for "
        f"{', '.join(own['interview'])}. Hint: number interviews as they were held; of two held at once "
        "either may be first"
        for order, own in interviews.groupby("order")
        if len(own) > 1
    ]


def _strays(files: dict[str, bytes], interviews: pd.DataFrame) -> list[str]:
    """Files that no interview names, and interviews whose file is not there."""
    withdrawn = _consent(interviews) == "withdrawn"
    rows_of: dict[str, list[int]] = {}
    for line, cell in zip(tables.lines(interviews[~withdrawn]), interviews["file"][~withdrawn], strict=True):
        for name in named(cell):
            rows_of.setdefault(name, []).append(line)
    known = {*rows_of, *(name for cell in interviews["file"][withdrawn] for name in named(cell))}
    stray, absent = sorted(set(files) - known), [name for name in rows_of if name not in files]
    problems = [
        f"{file}: no row of interviews.csv names this file" + tables.nearest(file, absent) for file in stray
    ]
    problems += [
        f"{file}: {len(lines)} rows of interviews.csv name this file: {_joined(lines)}"
        for file, lines in rows_of.items()
        if len(lines) > 1
    ]
    problems += [
        f"interviews.csv: row {rows_of[file][0]} names {file!r}, which is not in transcripts/"
        + (FOLDER if bare(file) in files else tables.nearest(file, stray))
        for file in absent
    ]
    return problems


def _joined(lines: list[int]) -> str:
    return ", ".join(map(str, lines))
