"""The only code that reads and writes the tables of a study, each by its contract."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from peerstudy.cells import TableError as TableError
from peerstudy.cells import problems_of
from peerstudy.cells import read_plain as read_plain
from peerstudy.contracts import Column, headings
from peerstudy.contracts import contracts as contracts
from peerstudy.hints import nearest as nearest
from peerstudy.wording import first

DECIMAL_COMMA = r"(?<=\d),(?=\d+$)"
IN_WORDS = {"int": "a whole number", "float": "a number", "bool": "true or false"}
SHOWN = 5  # offending values that a message names before it counts the rest
LARGEST = 2**53  # from which on a number is no longer told from its neighbours
WORDS = "text"  # the column by whose words a row is found again: kept to the last blank
LINES = "lines"  # where a table keeps the lines of its rows, if blank ones stand between them


def read(path: str | Path, *, name: str | None = None) -> pd.DataFrame:
    """Read a CSV file by the contract that bears the file's name (or `name`).

    Values are taken as written: "NA", "None" and "001" stay text. Blanks at the ends of what people write
    count for nothing. A byte order mark, CRLF, and the semicolons, tabs and decimal commas of a spreadsheet
    are understood.

    Raises
    ------
    TableError
        With every problem of the file at once.
    """
    path = Path(path)
    name = name or path.stem
    frame = _checked(_typed(written(path, name=name), name, path.name), name, path.name)
    read_as = frame.reset_index(drop=True)
    if not frame.index.equals(read_as.index):
        read_as.attrs[LINES] = tuple(frame.index + 2)
    return read_as


def written(path: str | Path, *, name: str | None = None) -> pd.DataFrame:
    """Every cell of a table as text, blanks at the ends of what people write left out.

    Parameters
    ----------
    path, name
        As for `read`.

    Raises
    ------
    TableError
        As for `read_plain`.
    """
    path = Path(path)
    by_hand = contracts()[name or path.stem].input
    frame = read_plain(path, by_hand=by_hand)
    if by_hand:
        for column in frame.columns.drop(WORDS, errors="ignore"):
            frame[column] = frame[column].str.strip()
    return frame


def lines(frame: pd.DataFrame) -> list[int]:
    """The line of the file in which each row stands, of a table as it was read, or of some of its rows."""
    known = frame.attrs.get(LINES)
    return [int(known[row] if known else row + 2) for row in frame.index]


def read_or_empty(paths: list[str], name: str) -> pd.DataFrame:
    """The table at the one path given, or the empty table where a study leaves it out."""
    return read(paths[0], name=name) if paths else empty(name)


def write(frame: pd.DataFrame, path: str | Path) -> None:
    """Check a table by its contract and write it: fixed columns, sorted by key, UTF-8, LF.

    Raises
    ------
    TableError
        If the contract is broken, or a table that holds words would leave ``restricted/``.
    """
    path = Path(path)
    table = contracts()[path.stem]
    if not table.shared and path.parent.name != "restricted":
        raise TableError(f"{path.stem}: holds people's words and may only be written under restricted/.")
    ordered = check(frame, path.stem).sort_values(list(table.key), kind="stable")
    columns = [c for c in table.columns if c in ordered]
    if table.extra:
        columns += sorted(str(c) for c in ordered if c not in table.columns)
    for column in columns:
        if ordered[column].dtype == bool:
            ordered[column] = np.where(ordered[column], "true", "false")
        elif pd.api.types.is_string_dtype(ordered[column]):
            # A lone carriage return would end a row for whoever reads it; offsets hold, one sign for one.
            ordered[column] = ordered[column].str.replace("\r(?!\n)", "\n", regex=True)
    ordered[columns].to_csv(path, index=False, lineterminator="\n", float_format="%.12g", encoding="utf-8")


def empty(name: str) -> pd.DataFrame:
    """A table of that contract without rows."""
    columns = {n: c for n, c in contracts()[name].columns.items() if not c.optional}
    return pd.DataFrame({n: pd.Series(dtype=_dtype(c)) for n, c in columns.items()})


def check(frame: pd.DataFrame, name: str, *, where: str = "") -> pd.DataFrame:
    """The frame with the contract's types, or every failure in one error.

    Raises
    ------
    TableError
        Names table, row (the line of the file), column, offending and allowed values, and a hint.
    """
    return _checked(frame.reset_index(drop=True), name, where or name)


def _checked(frame: pd.DataFrame, name: str, where: str) -> pd.DataFrame:
    """The frame by the contract; rows keep the index by which messages name them."""
    table = contracts()[name]
    problems = headings([str(c) for c in frame], table)
    if problems:
        raise problems_of(where, problems)
    frame = frame.copy()
    for column, contract in table.columns.items():
        if column in frame:
            frame[column] = _cast(frame[column], contract)
            problems += list(_failures(frame[column], column, contract))
    repeated = frame[frame.duplicated(list(table.key), keep="first") & (not table.repeats)]
    for row, values in zip(repeated.index, repeated[list(table.key)].itertuples(index=False), strict=True):
        named = ", ".join(f"{k} {v!r}" for k, v in zip(table.key, values, strict=True))
        problems.append(f"row {row + 2} repeats the key {named}")
    if problems:
        raise problems_of(where, problems)
    return frame


def rows(frame: pd.DataFrame) -> Iterator[Any]:
    """Each row as a named tuple."""
    return frame.itertuples(index=False)


def _dtype(column: Column) -> str:
    return {"str": "str", "int": "Int64" if column.empty else "int64", "float": "float64", "bool": "bool"}[
        column.type
    ]


def _typed(raw: pd.DataFrame, name: str, where: str) -> pd.DataFrame:
    """Text cells turned into the contract's types; cells that do not fit are named with all else."""
    problems: list[str] = []
    table = contracts()[name]
    words = [c for c, column in table.columns.items() if c in raw and column.type == "str"]
    frame = raw.copy()
    for column, contract in table.columns.items():
        if column not in raw or column in words:
            continue
        text = raw[column].str.strip()
        if contract.type == "bool":
            text = text.str.casefold()  # spreadsheets save TRUE
            bad = ~text.isin(["true", "false"])
            frame[column] = text == "true"
        else:
            if contract.type == "float":
                text = text.str.replace(DECIMAL_COMMA, ".", regex=True)
            number = pd.to_numeric(text.where(text != ""), errors="coerce")
            bad = (number.isna() & (text != "")) | ((text == "") & (not contract.empty))
            if contract.type == "int":
                bad |= number.notna() & ((number != number.round()) | (number.abs() > LARGEST))
            frame[column] = number
        problems += [
            f"row {row}, column {column!r}: {value!r} is not {IN_WORDS[contract.type]}"
            for row, value in _rows(raw[column][bad])
        ]
    if problems:  # all else is told by `_checked` where all cells fit
        others = [told for c in words for told in _failures(raw[c], c, table.columns[c])]
        raise problems_of(where, [*problems, *headings([str(c) for c in raw], table), *others])
    return frame


def _cast(values: pd.Series, column: Column) -> pd.Series:
    if column.type == "str":
        return values.astype(object).where(values.notna(), "").astype("str")
    if column.type == "int" and values.isna().any() and not column.empty:
        return values  # reported as empty below
    return values.astype(_dtype(column))  # type: ignore[call-overload, no-any-return]


def _failures(values: pd.Series, name: str, column: Column) -> Iterable[str]:
    absent = values == "" if column.type == "str" else values.isna()
    if not column.empty and absent.any():
        yield f"column {name!r} is empty in row " + first([row + 2 for row in values.index[absent]], SHOWN)
    if column.allowed:
        for row, value in _rows(values[~values.isin([*column.allowed]) & ~absent]):
            yield (
                f"row {row}, column {name!r}: {value!r} is not allowed"
                f"{nearest(str(value), column.allowed)}. Allowed: {', '.join(filter(None, column.allowed))}"
            )
    low, high = (
        -np.inf if column.low is None else column.low,
        np.inf if column.high is None else column.high,
    )
    if (column.low, column.high) != (None, None):
        for row, value in _rows(values[(values < low) | (values > high)]):
            yield f"row {row}, column {name!r}: {value} is outside {_range(column)}"


def _range(column: Column) -> str:
    if column.high is None:
        return f"{column.low} and more"
    return f"{column.high} and less" if column.low is None else f"{column.low} to {column.high}"


def _rows(values: pd.Series) -> list[tuple[int, Any]]:
    """Each value with its line in the file, the header being line 1."""
    return [(int(row) + 2, value) for row, value in zip(values.index, values, strict=True)]
