"""Spreadsheets and CSV files as a header and rows of text."""

import csv
import io
import warnings
import zipfile
import zlib
from dataclasses import dataclass, replace

import openpyxl

from peerstudy.cells import too_few
from peerstudy.coding.qda.container import Archive, parse
from peerstudy.coding.qda.project import UnreadableError
from peerstudy.corpus.readers import encoding
from peerstudy.corpus.readers.transcript import UnreadableError as NoText
from peerstudy.corpus.readers.transcript import decode

# What the library raises for damaged files; malformed XML is a SyntaxError.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    SyntaxError,
    KeyError,
    ValueError,
    IndexError,
    TypeError,
    AttributeError,
)

QUOTED = "Hint: a cell that holds a comma needs quotation marks around it in CSV"
MISSING = "Hint: is a comma missing? An empty cell needs one too"


@dataclass(frozen=True)
class Grid:
    """A table as people keep it: names of columns as written, and cells as text with the line they are in.

    `beside` names the other sheets of the file that hold something, `unheaded` its columns without a heading
    that do; `doubt` says what is unsure of its text, `faults` which rows cannot be told apart into cells.
    """

    header: list[str]
    rows: list[tuple[int, dict[str, str]]]
    beside: tuple[str, ...] = ()
    doubt: tuple[str, ...] = ()
    unheaded: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    def unread(self, columns: set[str]) -> list[str]:
        """Columns that hold something, but for those that are read."""
        return [
            name
            for name in self.header
            if name and name not in columns and any(row[name].strip() for _, row in self.rows)
        ] + [*self.unheaded]


def from_csv(data: bytes) -> Grid:
    """A CSV file with commas, semicolons or tabs, in any encoding that :func:`decode` knows.

    Raises
    ------
    UnreadableError
        If it is no text, or a quotation mark is left open.
    """
    try:
        text, name = decode(data)
    except NoText as error:
        raise UnreadableError(str(error)) from None
    head = text.split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    try:
        cells = list(csv.reader(io.StringIO(text), delimiter=separator, strict=True))
    except csv.Error as error:
        raise UnreadableError(f"it is no table ({error}). Hint: is a quotation mark left open?") from None
    return replace(_grid(cells), doubt=(encoding.told(name),) if name in encoding.GUESSED else ())


def from_xlsx(data: bytes) -> Grid:
    """The first sheet of an Excel file.

    Raises
    ------
    UnreadableError
        If it is no Excel file.
    """
    archive = Archive(data)
    for name in archive.names:
        if name.endswith((".xml", ".rels")):
            parse(archive.read(name))  # bounds, entities and well-formedness, before the library opens it
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library tells of styles that it does not know
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            first, *others = book.worksheets
            cells = [[_cell(value) for value in row] for row in first.iter_rows(values_only=True)]
            beside = tuple(s.title for s in others if any(map(any, s.iter_rows(values_only=True))))
            book.close()
    except DAMAGED as error:
        raise UnreadableError(f"it is no readable Excel file ({error})") from None
    try:
        return replace(_grid(cells, ragged=True), beside=beside)
    except UnreadableError as error:
        raise UnreadableError(f"{error}{first_alone(beside)}") from None


def first_alone(beside: tuple[str, ...]) -> str:
    """What to say of the other sheets of a file whose first sheet is not what is wanted."""
    return f". Only the first sheet is read; others hold cells too: {', '.join(beside)}" if beside else ""


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _grid(cells: list[list[str]], *, ragged: bool = False) -> Grid:
    """The table of these cells; where rows may be ragged, those that are left out at an end are empty."""
    rows = [(line, row) for line, row in enumerate(cells, 1) if any(cell.strip() for cell in row)]
    if not rows:
        raise UnreadableError("the table is empty")
    header = [name.strip() for name in rows[0][1]]
    repeated = {name for name in header if name and header.count(name) > 1}
    if repeated:
        raise UnreadableError(f"several columns are called {', '.join(sorted(repeated))}")
    width = max(index for index, name in enumerate(header) if name) + 1
    filled = [len(row) if any(map(str.strip, row)) else 0 for row in cells]
    few = set() if ragged else {place + 1 for place in too_few(filled, width)}
    many = {line for line, row in rows[1:] if any(map(str.strip, row[width:]))}
    faults = [_uneven(line, few=line in few) for line in sorted(few | many)]
    kept = [
        (line, [*row, *[""] * width][:width])
        for line, row in rows[1:]
        if line not in few and line not in many
    ]
    bare = [n for n, name in enumerate(header[:width]) if not name and any(row[n].strip() for _, row in kept)]
    return Grid(
        header[:width],
        [(line, dict(zip(header, row, strict=False))) for line, row in kept],
        unheaded=tuple(f"number {n + 1}, without a heading" for n in bare),
        faults=tuple(faults),
    )


def _uneven(line: int, *, few: bool) -> str:
    found, hint = ("fewer", MISSING) if few else ("more", QUOTED)
    return f"row {line} has {found} cells than the header has names. {hint}"
