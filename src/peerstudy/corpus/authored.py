"""What a study's authors wrote beside the talk, and what others may come to read: each text by its place."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from peerstudy import tables


class Written(NamedTuple):
    """A text, blanks of any kind as one space, and where it stands; `common` if several people share it."""

    place: str
    text: str
    common: bool = False


def authored(codebook: pd.DataFrame, participants: pd.DataFrame, statements: Any) -> list[Written]:
    """Texts of the codebook, values of participants, and statements on reporting items.

    Parameters
    ----------
    codebook, participants
        The tables of those names.
    statements
        What statements.yaml holds; None where a study has none.
    """
    found = (*_themes(codebook), *_people(participants), *_said(statements))
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
