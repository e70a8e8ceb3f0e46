"""Any CSV file with every cell as it is written."""

import csv
import io
import re
import warnings
from pathlib import Path

import numpy as np
import pandas as pd

UNHEADED = re.compile(r"Unnamed: (\d+)")  # what pandas calls a column without a heading, counted from 0
SHORT = 80  # characters of a line that a message quotes


class TableError(ValueError):
    """Everything that is wrong with one table, in words."""


def read_plain(path: str | Path) -> pd.DataFrame:
    """Any CSV file with every cell as the text that is written there, rows indexed by their line less 2.

    Raises
    ------
    TableError
        If the file is not UTF-8 or not a table, or rows have more cells than there are columns.
    """
    path = Path(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise TableError(
            f"{path.name}: line {line} is not UTF-8. Hint: save it again as 'CSV UTF-8'."
        ) from None
    head = text.split("\n", 1)[0]
    separator = ";" if head.count(";") > head.count(",") else ","
    try:
        frame = _parsed(text, separator, path.name)
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        _refuse_cells_too_many(text, separator, path.name, blank_too=True)
        raise TableError(f"{path.name}: not a table: {error}. Hint: is a quote mark left open?") from None
    # Blank lines are no rows, and yet count as lines.
    first = frame[frame.iloc[:, 0].str.strip() == ""]
    filled = np.array([any(map(str.strip, cells)) for cells in first.to_numpy()], bool)
    frame = frame.drop(index=first.index[~filled])
    # Spreadsheets write separators after the last column where a cell was once filled.
    blank = [c for c in frame if UNHEADED.fullmatch(str(c)) and not frame[c].str.strip().any()]
    return frame.drop(columns=blank)


def _parsed(text: str, separator: str, where: str) -> pd.DataFrame:
    """The cells; a row of too many is looked into, since pandas warns and cuts the last ones off."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        frame = pd.read_csv(
            io.StringIO(text),
            dtype=str,
            keep_default_na=False,
            sep=separator,
            index_col=False,
            on_bad_lines="error",
            skip_blank_lines=False,
        )
    if any(issubclass(one.category, pd.errors.ParserWarning) for one in told):
        _refuse_cells_too_many(text, separator, where, blank_too=False)
    return frame


def _refuse_cells_too_many(text: str, separator: str, where: str, *, blank_too: bool) -> None:
    """A comma without quote marks moves the cells after it: one that is blank in every row does no harm."""
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    head = next(reader, [])
    problems = [
        f"line {reader.line_num} has {len(cells)} cells, and {len(head)} columns have a heading: "
        f"{separator.join(cells)[:SHORT]!r}. Hint: put quote marks around a cell that holds {separator!r}"
        for cells in reader
        if any(blank_too or cell.strip() for cell in cells[len(head) :])
    ]
    if problems:
        raise problems_of(where, problems)


def problems_of(where: str, problems: list[str]) -> TableError:
    """All that is wrong with one file, in one error."""
    return TableError(f"{where}: {len(problems)} problem(s)\n  " + "\n  ".join(problems))
