"""What a report says, and the row of a table that it rests on."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from peerstudy.contracts import contracts
from peerstudy.pages.page import cell
from peerstudy.tables import rows

WHOLE = "all"


class Told(NamedTuple):
    """Words that rest on a row of a table."""

    text: str
    at: str  # anchor of the row


class Grid(NamedTuple):
    """A table as people read it: told cells lead to their rows."""

    label: str
    head: Sequence[str]
    rows: Sequence[Sequence[Any]]


class Held(NamedTuple):
    """The rows of a table that a report rests on, as they stand."""

    table: str
    meaning: str
    file: str  # where the whole table lies, from the report
    head: Sequence[str]
    rows: Sequence[tuple[str, Sequence[str]]]  # anchor, cells


def placed(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Tables with the place of each row, by which `told` leads to it."""
    return {name: _plain(table).assign(place=range(len(table))) for name, table in tables.items()}


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    """The same table with words as plain objects, which are read one by one in a fraction of the time."""
    words = [name for name in table if table[name].dtype == "str"]
    return table.astype(dict.fromkeys(words, object))


def told(text: str, table: str, row: Any) -> Told:
    """Words that rest on a placed row."""
    return Told(text, f"{table}-{row.place}")


def of_all(text: str, table: str) -> Told:
    """Words that rest on every row of a table."""
    return Told(text, f"{table}-{WHOLE}")


def held(page: str, tables: Mapping[str, pd.DataFrame]) -> list[Held]:
    """The rows that the links of a page lead to, table by table.

    Parameters
    ----------
    page
        HTML whose links are anchors that `told` and `of_all` made.
    tables
        Every table by its name.
    """
    cited: dict[str, set[str]] = {}
    for name, place in re.findall(rf'href="#(\w+)-(\d+|{WHOLE})"', page):
        cited.setdefault(name, set()).add(place)
    return [_held(name, tables[name], cited[name]) for name in tables if name in cited]


def _held(name: str, table: pd.DataFrame, places: set[str]) -> Held:
    contract = contracts()[name]
    shown = range(len(table)) if WHOLE in places else sorted(int(place) for place in places)
    cells = table.iloc[list(shown)]
    body = [
        (f"{name}-{place}", [cell(value) for value in row])
        for place, row in zip(shown, rows(cells), strict=True)
    ]
    folder = "tables" if contract.shared else "restricted"
    return Held(name, contract.meaning, f"{folder}/{name}.csv", [str(c) for c in table], body)
