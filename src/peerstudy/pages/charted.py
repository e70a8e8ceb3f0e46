"""What people wrote into a framework matrix, cell by cell, from a spreadsheet or a Word document."""

import io
from collections.abc import Iterator
from typing import Any

import docx
import pandas as pd
from docx.oxml.ns import qn

from peerstudy.corpus.readers.archive import names
from peerstudy.corpus.readers.transcript import UnreadableError
from peerstudy.harmless import meant
from peerstudy.pages.charting import MATRIX, PASSAGES
from peerstudy.tables import TableError

COLUMNS = ["file", "place", "participant", "heading", "summary"]
GIVEN = {"participant", "group", "about", PASSAGES}


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
        file, place, participant, heading, summary; empty cells are left out.

    Raises
    ------
    TableError
        If it cannot be opened or holds no matrix.
    """
    grids = _sheets if name.lower().endswith(".xlsx") else _tables
    try:
        names(data)
        found = [(where, grid) for where, grid in grids(data) if grid and grid[0][:1] == ["participant"]]
    except (UnreadableError, ValueError, KeyError, OSError) as error:
        raise TableError(f"{name}: not readable: {error}") from None
    if not found:
        raise TableError(f"{name}: holds no table whose first column is headed 'participant'")
    cells = [
        (name, f"{where}, row {line}", row[0], head, text)
        for where, (heads, *lines) in found
        for line, row in enumerate(lines, 2)
        for head, text in zip(heads, row, strict=False)
        if text.strip() and head not in GIVEN | attributes
    ]
    return pd.DataFrame(cells, columns=COLUMNS)


def _sheets(data: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    """The sheet `matrix`, or the first."""
    import openpyxl  # most runs have nothing to read

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    sheet = book[MATRIX] if MATRIX in book.sheetnames else book.worksheets[0]
    rows = sheet.iter_rows(values_only=True)
    yield f"sheet {sheet.title}", [[_shown(value) for value in row] for row in rows]


def _shown(value: object) -> str:
    return "" if value is None else meant(str(value))


def _tables(data: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    for number, table in enumerate(docx.Document(io.BytesIO(data)).element.body.iter(qn("w:tbl")), 1):
        yield f"table {number}", [_cells(row) for row in table.tr_lst]


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
