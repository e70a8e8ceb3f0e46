"""Spreadsheets (.csv, .xlsx) with one stretch of speech a row; study.yaml says which column holds what."""

import csv
import io
import math
from collections.abc import Iterator, Sequence
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from peerstudy.corpus.readers.archive import DAMAGED, names
from peerstudy.corpus.readers.clock import seconds
from peerstudy.corpus.readers.cues import Cue, from_cues
from peerstudy.corpus.readers.transcript import (
    PROPERTY,
    STRUCTURE,
    Dropped,
    Labels,
    Transcript,
    UnreadableError,
    decode,
    fold,
)

FIELDS = ("speaker", "text", "start", "end")
LONGEST_CELL = 1_000_000


def read_csv(data: bytes, labels: Labels, columns: dict[str, str]) -> Transcript:
    """Turns of a .csv file, commas, semicolons or tabs between its columns.

    Raises
    ------
    UnreadableError
        If a column that study.yaml names is missing, or a speaker is not the study's.
    """
    text, encoding = decode(data)
    head = text.split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    csv.field_size_limit(LONGEST_CELL)
    try:
        rows = [*csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)]
    except csv.Error as error:
        raise UnreadableError(f"it is no table ({error}). Hint: is a quote mark left open?") from None
    return _read(rows, labels, columns, format="csv", encoding=encoding)


def read_xlsx(data: bytes, labels: Labels, columns: dict[str, str]) -> Transcript:
    """Turns of the first sheet of an .xlsx file.

    Raises
    ------
    UnreadableError
        If the file is broken, a column is missing, or a speaker is not the study's.
    """
    names(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        first, *others = book.worksheets
        rows = [
            ["" if cell is None else str(cell) for cell in row] for row in first.iter_rows(values_only=True)
        ]
        rest = [Dropped(f"sheet {s.title!r}", t, "other sheet") for s in others for t in _texts(s)]
        properties = [
            Dropped(name, str(value), "document property", PROPERTY)
            for name in ("creator", "lastModifiedBy", "title", "subject", "description", "keywords")
            if (value := getattr(book.properties, name))
        ]
    except (InvalidFileException, *DAMAGED) as error:
        raise UnreadableError(f"it is no readable workbook ({error})") from None
    return _read(rows, labels, columns, format="xlsx", encoding="", dropped=[*rest, *properties])


def _texts(sheet: Any) -> Iterator[str]:
    for row in sheet.iter_rows(values_only=True):
        text = " ".join(str(cell) for cell in row if cell is not None)
        if text.strip():
            yield text


def _read(
    rows: list[list[str]],
    labels: Labels,
    columns: dict[str, str],
    *,
    format: str,
    encoding: str,
    dropped: Sequence[Dropped] = (),
) -> Transcript:
    header = [cell.strip() for cell in rows[0]] if rows else []
    places = _places(header, columns)
    out = [*dropped, *(Dropped("row 1", cell, "column header", STRUCTURE) for cell in header if cell)]
    cues = []
    for number, row in enumerate(rows[1:], 2):
        cells = {key: row[at].strip() if at < len(row) else "" for key, at in places.items()}
        place = f"row {number}"
        cues.append(
            Cue(
                place,
                cells.get("speaker", ""),
                cells["text"],
                _time(cells, "start", place),
                _time(cells, "end", place),
            )
        )
        for at, cell in enumerate(row):
            if cell.strip() and at not in places.values():
                name = header[at] if at < len(header) else f"number {at + 1}"
                out.append(Dropped(place, cell.strip(), f"column {name!r}"))
        times = [cells[key] for key in ("start", "end") if cells.get(key)]
        out += [Dropped(place, time, "time stamp", STRUCTURE) for time in times]
    return from_cues(cues, labels, format=format, encoding=encoding, continues=False, dropped=out)


def _places(header: list[str], columns: dict[str, str]) -> dict[str, int]:
    """Position of each mapped column.

    Raises
    ------
    UnreadableError
        With the columns of the file, if those that study.yaml names are not among them.
    """
    folded = {fold(name): at for at, name in reversed([*enumerate(header)])}
    missing = [name for name in columns.values() if fold(name) not in folded]
    if "text" not in columns or missing:
        named = (
            f"no column {', '.join(map(repr, missing))}"
            if missing
            else "study.yaml maps no column to the text"
        )
        raise UnreadableError(
            f"{named}. Its columns: {', '.join(header) or 'none'}. "
            f"Hint: turns: columns: {{speaker: ..., text: ..., start: ..., end: ...}}"
        )
    return {key: folded[fold(name)] for key, name in columns.items() if key in FIELDS}


def _time(cells: dict[str, str], key: str, place: str) -> float | None:
    text = cells.get(key, "")
    if not text:
        return None
    try:
        since = seconds(text) if ":" in text else float(text.replace(",", "."))
    except ValueError:
        since = math.nan
    if not math.isfinite(since):
        raise UnreadableError(f"{place}: {text!r} is no time")
    return since
