"""What a study's authors wrote beside the talk, and what others may come to read: each text by its place."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from peerstudy import tables
from peerstudy.coding import qda
from peerstudy.coding.qda.project import UnreadableError


class Written(NamedTuple):
    """A text, blanks of any kind as one space, and where it stands; `common` if several people share it."""

    place: str
    text: str
    common: bool = False


def authored(
    codebook: pd.DataFrame, participants: pd.DataFrame, statements: Any, codings: Mapping[str, bytes]
) -> list[Written]:
    """Texts of the codebook, values of participants, statements on reporting items, and coders' notes.

    Parameters
    ----------
    codebook, participants
        The tables of those names.
    statements
        What statements.yaml holds; None where a study has none.
    codings
        Bytes of each file of codings, by its path below the folder of codings. One that cannot be read is
        passed over: the run stops where passages are taken from it.
    """
    found = (*_themes(codebook), *_people(participants), *_said(statements), *_notes(codings))
    plain = (one._replace(text=" ".join(one.text.split())) for one in found)
    return [one for one in plain if one.text]


def _themes(codebook: pd.DataFrame) -> Iterator[Written]:
    """Examples are often what somebody said."""
    for row in tables.rows(codebook):
        place = f"codebook, theme {row.theme}"
        for column in ("definition", "include", "exclude"):
            yield Written(f"{place}, {column}", getattr(row, column))
        for column in ("examples", "near_misses"):
            for number, text in enumerate(json.loads(getattr(row, column)), 1):
                yield Written(f"{place}, {column}, item {number}", text)


def _people(participants: pd.DataFrame) -> Iterator[Written]:
    """Every cell, pseudonyms too, since quotes bear them; rows as other messages count them."""
    for column in participants:
        values = participants[column]
        for row, (text, common) in enumerate(zip(values, values.duplicated(keep=False), strict=True), 2):
            yield Written(f"participants.csv, row {row}, column {column}", text, common)


def _said(statements: Any) -> Iterator[Written]:
    """The answers to items of guidelines; the checklist tells what is wrong with a file of another form."""
    for guideline, items in statements.items() if isinstance(statements, dict) else ():
        for item, text in items.items() if isinstance(items, dict) else ():
            yield Written(f"statements.yaml, {guideline}, item {item}", str(text))


def _notes(codings: Mapping[str, bytes]) -> Iterator[Written]:
    """Notes on passages; those of passages that a tool gives the same name, as one text."""
    for file, data in sorted(codings.items()):
        notes: dict[str, dict[str, None]] = {}
        try:
            marked = qda.read(file, data).selections
        except UnreadableError:
            continue
        for one in marked:
            notes.setdefault(one.id, {})[one.memo] = None
        for name, texts in notes.items():
            yield Written(f"codings/{file}, {name}, memo", "\n".join(texts))
