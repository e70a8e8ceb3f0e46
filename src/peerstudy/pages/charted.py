"""What people wrote into a framework matrix, cell by cell, from a spreadsheet or a Word document."""

import io
import re
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

import docx
import pandas as pd
from docx.oxml.ns import qn

from peerstudy.corpus.readers.archive import names
from peerstudy.corpus.readers.transcript import UnreadableError
from peerstudy.harmless import meant
from peerstudy.pages.charting import ABOUT, HOW, MATRIX, PASSAGES
from peerstudy.tables import TableError

COLUMNS = ["file", "place", "participant", "heading", "summary", "reason"]
OURS = HOW.partition(".")[0]  # how the last line begins that a run writes about the file
GIVEN = {"participant", "group", "about", PASSAGES}
MADE = re.compile(r"[^\n]+, turn \d+\n“.*”", re.DOTALL)  # what a run writes under passages
UNREAD = "it stands where passages are shown, which nobody reads. Hint: write it where summaries go"
FORMULA = "it is a formula, whose result nobody reads. Hint: write the words themselves"
BESIDE = "a sheet or table beside the matrix, which nobody reads"


class Formula(str):
    """A cell that a spreadsheet works out."""


class Sheet(NamedTuple):
    """A table of a file: where it is, what it is for, what a column of it is called there, and its cells."""

    where: str
    kind: str
    column: Callable[[int], str]
    grid: list[list[str]]


def read(name: str, data: bytes, attributes: frozenset[str]) -> pd.DataFrame:
    """Every summary of a file with the person and the heading that it stands under.

    Parameters
    ----------
    name
        Name of the file, .xlsx or .docx.
    data
        Its bytes.
    attributes
        Columns of people, which hold no summaries.

    Returns
    -------
    frame
        file, place, participant, heading, summary, and the reason where what is written has no place, such as
        in another sheet; empty cells are left out.

    Raises
    ------
    TableError
        If it cannot be opened or holds no matrix.
    """
    sheets = _sheets if name.lower().endswith(".xlsx") else _tables
    try:
        names(data)
        held = [sheet for sheet in sheets(data) if sheet.grid]
    except (UnreadableError, ValueError, KeyError, OSError) as error:
        raise TableError(f"{name}: not readable: {error}") from None
    kinds = {MATRIX, PASSAGES}
    found = [sheet for sheet in held if sheet.kind in kinds and sheet.grid[0][:1] == ["participant"]]
    if not any(sheet.kind == MATRIX for sheet in found):
        raise TableError(f"{name}: holds no table whose first column is headed 'participant'")
    cells = [cell for sheet in found for cell in _written(sheet, attributes)]
    cells += [cell for sheet in held if sheet not in found for cell in _beside(sheet)]
    return pd.DataFrame([(name, *cell) for cell in cells], columns=COLUMNS)


def _written(sheet: Sheet, attributes: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Cells that a person wrote: place, person, heading, words, and the reason where they have no place."""
    heads, *lines = sheet.grid
    for line, row in enumerate(lines, 2):
        for number, (head, text) in enumerate(zip_longest(heads, row, fillvalue="")):
            shows = PASSAGES in (sheet.kind, head)
            of_person = head in attributes or (head in GIVEN and head != PASSAGES)
            if not text.strip() or of_person or (shows and MADE.fullmatch(text.strip())):
                continue
            reason = UNREAD if shows else FORMULA if isinstance(text, Formula) else ""
            place = f"{sheet.where}, row {line}, column {sheet.column(number + 1)}"
            yield place, row[0] if row else "", head, str(text), reason


def _beside(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    """A line for a sheet or table of somebody's own, with its first words."""
    texts = [text for row in sheet.grid for text in row if text.strip()]
    if texts:
        yield sheet.where, "", "", texts[0], f"{BESIDE}; {len(texts)} cell(s)"


def _sheets(data: bytes) -> Iterator[Sheet]:
    """The sheet `matrix`, or the first, and those beside it but for what a run wrote about the file."""
    import openpyxl  # most runs have nothing to read
    from openpyxl.utils import get_column_letter

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    matrix = MATRIX if MATRIX in book.sheetnames else book.worksheets[0].title
    for sheet in book.worksheets:
        grid = [[_shown(cell) for cell in row] for row in sheet.iter_rows()]
        if sheet.title == ABOUT:
            grid = grid[
                1 + max((n for n, row in enumerate(grid) if row and row[0].startswith(OURS)), default=-1) :
            ]
        kind = MATRIX if sheet.title == matrix else sheet.title
        yield Sheet(f"sheet {sheet.title}", kind, get_column_letter, grid)


def _shown(cell: Any) -> str:
    text = "" if cell.value is None else meant(str(cell.value))
    return Formula(text) if cell.data_type == "f" else text


def _tables(data: bytes) -> Iterator[Sheet]:
    for number, table in enumerate(docx.Document(io.BytesIO(data)).element.body.iter(qn("w:tbl")), 1):
        yield Sheet(f"table {number}", MATRIX, str, [_cells(row) for row in table.tr_lst])


def _cells(row: Any) -> list[str]:
    """A cell a column; one that spans several stands for the first of them."""
    texts: list[str] = []
    for cell in row.iterchildren(qn("w:tc")):
        texts.append(meant("\n".join(_words(paragraph) for paragraph in cell.iter(qn("w:p")))))
        texts += [""] * (cell.grid_span - 1)
    return texts


def _words(paragraph: Any) -> str:
    """The words of a paragraph as they would stand with every tracked change accepted."""
    kinds = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
    gone = {qn("w:moveFrom"), qn("w:del")}
    return "".join(
        part.text or "" if part.tag == qn("w:t") else kinds.get(part.tag, "")
        for run in paragraph.iter(qn("w:r"))
        if not any(above.tag in gone for above in run.iterancestors())
        for part in run
    )
