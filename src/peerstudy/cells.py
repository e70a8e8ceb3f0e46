"""Any CSV file with every cell as it is written."""

import csv
import io
import re
import warnings
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

UNHEADED = re.compile(r"Unnamed: (\d+)")  # what pandas calls a column without a heading, counted from 0
OPENED = re.compile(r"EOF inside string starting at row (\d+)")  # as pandas says it, counted from 0
SHORT = 80  # characters of a line that a message quotes
SEPARATORS = ",;\t"  # of spreadsheets, the likeliest first
# Spreadsheets write so many lines at a time, and leave out the last columns where all of them are empty.
BLOCK = 16


class TableError(ValueError):
    """Everything that is wrong with one table, in words."""


def read_plain(path: str | Path, *, by_hand: bool = True) -> pd.DataFrame:
    """Any CSV file with every cell as the text that is written there, rows indexed by their line less 2.

    Parameters
    ----------
    path
        The file.
    by_hand
        Whether a person may have written it: only then each row is looked through for cells too many or too
        few, which takes longer than to read it.

    Raises
    ------
    TableError
        If the file is not UTF-8 or not a table, a heading stands twice, or rows have more cells or fewer
        than there are columns.
    """
    path = Path(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise TableError(
            f"{path.name}: line {line} is not UTF-8. Hint: save it again as 'CSV UTF-8'."
        ) from None
    head = re.split("[\r\n]", text, maxsplit=1)[0]
    _refuse_no_heading(head, text, path.name)
    separator = max(SEPARATORS, key=head.count)
    try:
        frame = _parsed(text, separator)
    except pd.errors.ParserError:
        _refuse_cells_too_many(text, separator, path.name)
        frame = _cut_to_headings(text, separator, path.name)
    if by_hand:
        _refuse_uneven(text, separator, path.name)
    # Blank lines are no rows, and yet count as lines.
    first = frame[frame.iloc[:, 0].str.strip() == ""]
    filled = np.array([any(map(str.strip, cells)) for cells in first.to_numpy()], bool)
    frame = frame.drop(index=first.index[~filled])
    # Spreadsheets write separators after the last column where a cell was once filled.
    blank = [c for c in frame if UNHEADED.fullmatch(str(c)) and not frame[c].str.strip().any()]
    return frame.drop(columns=blank)


def _refuse_no_heading(head: str, text: str, where: str) -> None:
    """A first line that names no columns."""
    if not text.strip():
        raise TableError(
            f"{where}: the file is empty. Hint: its first line names the columns: docs/tables.md"
        )
    if not head.strip() or re.match(r"#[^,;\t]", head) or head.casefold().startswith("sep="):
        found = repr(head[:SHORT]) if head.strip() else "blank"
        raise TableError(f"{where}: line 1 is {found}, and the headings must stand there. Hint: take it out")


def _parsed(text: str, separator: str, columns: range | None = None) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", pd.errors.ParserWarning)  # that it cuts cells off: `_refuse_uneven`
        return pd.read_csv(
            io.StringIO(text),
            dtype=str,
            keep_default_na=False,
            sep=separator,
            index_col=False,
            on_bad_lines="error",
            skip_blank_lines=False,
            usecols=columns,
        )


def _cut_to_headings(text: str, separator: str, where: str) -> pd.DataFrame:
    """A table of which blank rows alone may have more cells than there are headings."""
    try:
        return _parsed(text, separator, range(len(_rows(text, separator)[0])))
    except pd.errors.ParserError as error:
        opened = OPENED.search(str(error))
        found = f"row {int(opened[1]) + 1}: a quote mark is left open" if opened else str(error)
        raise TableError(f"{where}: not a table: {found}") from None


def _rows(text: str, separator: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The headings, and the cells of each row with its line; blank ones too, of which each has no cell."""
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    head = next(reader, [])
    return head, [(reader.line_num, cells if any(map(str.strip, cells)) else []) for cells in reader]


def _refuse_cells_too_many(text: str, separator: str, where: str) -> None:
    head, found = _rows(text, separator)
    problems = [_uneven(row, head, separator) for row in found if len(row[1]) > len(head)]
    if problems:
        raise problems_of(where, problems)


def _refuse_uneven(text: str, separator: str, where: str) -> None:
    """Headings that stand twice, and rows whose cells would stand under headings that are not theirs.

    A separator too many moves the cells after it, one too few as well. Blank cells beyond the last heading
    do no harm, nor do those that a spreadsheet left out at the end of a whole block of lines.
    """
    head, found = _rows(text, separator)
    times = Counter(name.strip() for name in head if name.strip())
    problems = [f"heading {name!r} stands {count} times" for name, count in times.items() if count > 1]
    width = max((place for place, name in enumerate(head, 1) if name.strip()), default=0)
    widths = [len(head), *(len(cells) for _, cells in found)]
    few = set(too_few(widths, width))
    for place, row in enumerate(found, 1):
        if place in few or any(map(str.strip, row[1][len(head) :])):
            problems.append(_uneven(row, head, separator))
    if len(found) > 1 and width > 1 and set(widths[1:]) <= {0, 1}:
        problems = [f"line 1 parts its cells by {separator!r}, and the lines below it do not"]
    if problems:
        raise problems_of(where, problems)


def too_few(widths: list[int], width: int) -> list[int]:
    """Rows of fewer cells than there are headings, but for those of which a spreadsheet left out the last.

    Parameters
    ----------
    widths
        How many cells each row of the file has, from the first line on; a blank one has none.
    width
        How many headings there are.

    Returns
    -------
    list
        Places of the rows in `widths`, counted from 0.
    """
    return [place for place, cells in enumerate(widths) if 0 < cells < width and not _cut(widths, place)]


def _cut(widths: list[int], place: int) -> bool:
    """Whether a spreadsheet left out the last columns of the whole block of lines that holds this one."""
    start = place // BLOCK * BLOCK
    block = [width for width in widths[start : start + BLOCK] if width]
    last = start + BLOCK >= len(widths)  # which may hold one row alone
    return start > 0 and (len(block) > 1 or last) and len(set(block)) == 1


def _uneven(row: tuple[int, list[str]], head: list[str], separator: str) -> str:
    line, cells = row
    hint = (
        f"put quote marks around a cell that holds {separator!r}"
        if len(cells) > len(head)
        else f"is a {separator!r} missing? An empty cell needs one too"
    )
    return (
        f"line {line} has {len(cells)} cells, and {len(head)} columns have a heading: "
        f"{separator.join(cells)[:SHORT]!r}. Hint: {hint}"
    )


def problems_by_file(told: Mapping[str, list[str]]) -> TableError:
    """All that is wrong with several files, each under its name; those without a problem are not named."""
    return TableError("\n".join(str(problems_of(file, lines)) for file, lines in told.items() if lines))


def problems_of(where: str, problems: list[str]) -> TableError:
    """All that is wrong with one file, in one error."""
    return TableError(f"{where}: {len(problems)} problem(s)\n  " + "\n  ".join(problems))
