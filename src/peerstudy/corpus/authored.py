"""What a study's authors wrote beside the talk, and what others may come to read: each text by its place."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import pandas as pd

from peerstudy import tables
from peerstudy.coding import qda
from peerstudy.coding.qda.project import UnreadableError
from peerstudy.settings import part, wording

# What parts the words of a file's name: low lines, hyphens between letters, the suffix's dot.
PARTS = re.compile(r"_|(?<=[^\W\d])-(?=[^\W\d])|\.(?=[^.]*$)")

# The day on which a program wrote a file, as such programs put it.
MADE = re.compile(r"(?<!\d)20\d{2}([-_]?)\d{2}\1\d{2}(?!\d)")


class Written(NamedTuple):
    """A text, blanks of any kind as one space, and where it stands.

    `common` if a single word of it names no one person: several share it, or it is a group's or a coder's.
    """

    place: str
    text: str
    common: bool = False


def authored(
    codebook: pd.DataFrame,
    participants: pd.DataFrame,
    interviews: pd.DataFrame,
    coverage: pd.DataFrame,
    settings: Mapping[str, str],
    documents: Mapping[str, Any],
    codings: Mapping[str, bytes],
    files: Iterable[str],
) -> list[Written]:
    """Texts that stand in the report, in shared tables or in the project for other tools.

    Fields that ask for researchers are left out: authors of the results, and who changed the codebook.

    Parameters
    ----------
    codebook, participants, interviews, coverage
        The tables of those names.
    settings
        What `settings.wording` takes from those of the study.
    documents
        What codebook.yaml, statements.yaml and frozen.yaml hold; a study may lack any.
    codings
        Bytes of each file of codings, by its path below the folder of codings. One that cannot be read is
        passed over: the run stops where passages are taken from it.
    files
        Paths of the study's own files and of codings, as a record of the run names them.
    """
    found = (
        *_themes(codebook),
        *_changes(documents.get("codebook.yaml")),
        *_people(participants),
        *_interviews(interviews, settings.get("roster.family", "")),
        *_coders(coverage),
        *_settings("study.yaml", settings),
        *_settings("frozen.yaml", wording(part(documents.get("frozen.yaml"), "settings"))),
        *_said(documents.get("statements.yaml")),
        *_marked(codings),
        *_names_of(files, set(coverage["coder"])),
    )
    plain = (one._replace(text=" ".join(one.text.split())) for one in found)
    return [one for one in plain if one.text]


def file_words(file: str) -> str:
    """A file's name as words, as long as it was.

    >>> file_words("Interview_Jo-Brown.docx")
    'Interview Jo Brown docx'
    """
    return PARTS.sub(" ", file)


def _names_of(files: Iterable[str], coders: set[str]) -> Iterator[Written]:
    """Each folder and file once; a coder whom a file does not name is called like the file."""
    paths = {path for file in map(PurePosixPath, files) for path in (file, *file.parents) if path.name}
    for path in sorted(paths):
        words = file_words(MADE.sub("", path.name))
        yield Written(f"name of {path}", words, common=path.stem in coders)


def _settings(file: str, settings: Mapping[str, str]) -> Iterator[Written]:
    for place, text in settings.items():
        yield Written(f"{file}, {place}", text, common=", name" in place)


def _themes(codebook: pd.DataFrame) -> Iterator[Written]:
    """Examples are often what somebody said."""
    for row in tables.rows(codebook):
        place = f"codebook, theme {row.theme}"
        # A model takes many a single word with a capital for a name; a theme is nobody's.
        yield Written(f"{place}, label", row.label, common=" " not in row.label)
        for column in ("definition", "include", "exclude"):
            yield Written(f"{place}, {column}", getattr(row, column))
        for column in ("examples", "near_misses", "patterns"):
            for number, text in enumerate(_texts(json.loads(getattr(row, column) or "[]")), 1):
                yield Written(f"{place}, {column}, item {number}", text)


def _texts(held: Any) -> Iterator[str]:
    """Every text in lists and mappings: patterns of tokens hold words at any depth."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, list | dict):
        for part in held.values() if isinstance(held, dict) else held:
            yield from _texts(part)


def _changes(codebook: Any) -> Iterator[Written]:
    """What changed in the codebook, as the record tells it."""
    changes = part(codebook, "changes")
    for number, change in enumerate(changes if isinstance(changes, list) else (), 1):
        yield Written(f"codebook.yaml, change {number}", str(part(change, "what") or ""))


def _people(participants: pd.DataFrame) -> Iterator[Written]:
    """Every cell: pseudonyms too, since quotes bear them."""
    for column in participants:
        yield from _column("participants.csv", participants, str(column))


def _interviews(interviews: pd.DataFrame, family: str) -> Iterator[Written]:
    """Ids, which places of quotes bear, and families of people that stand here; the rest is shown nowhere."""
    for column in ("interview", family):
        if column in interviews:
            yield from _column("interviews.csv", interviews, column)


def _column(file: str, table: pd.DataFrame, column: str) -> Iterator[Written]:
    """The heading, which pages show with blanks, and its cells; rows as other messages count them."""
    yield Written(f"{file}, row 1, column {column}", column.replace("_", " "))
    values = table[column]
    lines = tables.lines(table)
    for row, text, common in zip(lines, values, values.duplicated(keep=False), strict=True):
        yield Written(f"{file}, row {row}, column {column}", text, common)


def _coders(coverage: pd.DataFrame) -> Iterator[Written]:
    """Tables of agreement bear them. A first name or initials are what a team calls one of its own."""
    numbered = coverage.assign(row=tables.lines(coverage))
    for one in tables.rows(numbered.drop_duplicates("coder")):
        yield Written(f"coverage.csv, row {one.row}, column coder", one.coder, common=True)


def _said(statements: Any) -> Iterator[Written]:
    """The answers to items of guidelines; the checklist tells what is wrong with a file of another form."""
    for guideline, items in statements.items() if isinstance(statements, dict) else ():
        for item, text in items.items() if isinstance(items, dict) else ():
            yield Written(f"statements.yaml, {guideline}, item {item}", str(text))


def _marked(codings: Mapping[str, bytes]) -> Iterator[Written]:
    """Notes and tones of passages; those of passages that a tool gives the same name, as one text."""
    for file, data in sorted(codings.items()):
        try:
            marked = qda.read(file, data).selections
        except UnreadableError:
            continue
        texts: dict[tuple[str, str], dict[str, None]] = {}
        for one in marked:
            texts.setdefault((one.id, "memo"), {})[one.memo] = None
            texts.setdefault((one.id, "valence"), {})[one.valence] = None
        often = Counter(one.valence for one in marked)
        for (name, kind), held in texts.items():
            text = "\n".join(held)
            yield Written(f"codings/{file}, {name}, {kind}", text, kind == "valence" and often[text] > 1)
