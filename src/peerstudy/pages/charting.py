"""The framework matrix as files that people write in: cases by themes, a cell for each summary."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import pandas as pd
import xlsxwriter

from peerstudy.harmless import harmless
from peerstudy.pages.document import Grid, Heading, Paragraph, document
from peerstudy.tables import TableError, rows

MATRIX, PASSAGES, ABOUT = "matrix", "passages", "about"
LONGEST = 32_767  # characters of a spreadsheet's cell
CREATED = datetime(2000, 1, 1)  # a true time would change the bytes of every run
BODY = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#c9c9c9"}
FORMS: dict[str, dict[str, Any]] = {
    "head": {"bold": True},
    "plain": {},
    "waits": {"bg_color": "#fff6d6"},
    "outside": {"bg_color": "#e5e5e5"},
}
HOW = (
    "Restricted: stays with the research team. Write summaries into {column}. Put this file as "
    "framework.{suffix} into the study's folder: the next run reads it. Rows may be sorted or deleted; "
    "person and theme are found by their ids."
)


def heading(label: str, theme: str) -> str:
    """A theme as it heads a column; the id in brackets is what it is found by.

    >>> heading("Friendship", "friendship")
    'Friendship (friendship)'
    """
    return f"{label} ({theme})"


def spreadsheet(
    matrix: pd.DataFrame, people: pd.DataFrame, codebook: pd.DataFrame, about: Sequence[str]
) -> bytes:
    """An .xlsx file: a row a person with attributes to sort and filter by, a column a theme.

    The sheet `matrix` holds summaries; yellow cells have passages and wait for one, grey ones do not apply.
    The sheet `passages` has the same rows and columns with the places and the first words.

    Parameters
    ----------
    matrix
        The table `framework`.
    people
        participant, group and attributes, a row a person, in the order to be shown.
    codebook
        The table of that name.
    about
        What the file is, a line each.

    Raises
    ------
    TableError
        If a summary is longer than a cell can hold.
    """
    _check_lengths(matrix)
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": CREATED})
    forms = {name: book.add_format({**BODY, **extra}) for name, extra in FORMS.items()}
    ordered = codebook.sort_values("order")
    heads = [*map(str, people), *(heading(row.label, row.theme) for row in rows(ordered))]
    cells = {(row.participant, row.theme): row for row in rows(matrix)}
    for name in (MATRIX, PASSAGES):
        sheet = book.add_worksheet(name)
        for column, text in enumerate(heads):
            sheet.write_string(0, column, harmless(text), forms["head"])
        for line, person in enumerate(people.astype(str).to_numpy().tolist(), 1):
            texts = [(text, "plain") for text in person]
            texts += [_cell(cells[person[0], theme], name) for theme in ordered["theme"]]
            for column, (text, form) in enumerate(texts):
                write = sheet.write_string if text else sheet.write_blank
                write(line, column, harmless(text), forms[form])
        sheet.freeze_panes(1, 2)
        sheet.set_column(0, len(heads) - len(ordered) - 1, 14)
        sheet.set_column(len(heads) - len(ordered), len(heads) - 1, 32)
        sheet.autofilter(0, 0, max(1, len(people)), len(heads) - 1)
    told = book.add_worksheet(ABOUT)
    for line, text in enumerate([*about, HOW.format(column="cells of the sheet `matrix`", suffix="xlsx")]):
        told.write_string(line, 0, harmless(text), forms["plain"])
    told.set_column(0, 0, 100)
    book.close()
    return content.getvalue()


def _cell(cell: Any, sheet: str) -> tuple[str, str]:
    """What a cell shows and in which form."""
    text = cell.summary if sheet == MATRIX else _told(cell.passages, cell.quote)[: LONGEST - 1]
    if not cell.applies:
        return text, "outside"
    return text, "waits" if cell.passages and not cell.summary else "plain"


def pages(matrix: pd.DataFrame, people: pd.DataFrame, codebook: pd.DataFrame, about: Sequence[str]) -> bytes:
    """A .docx file: a table a theme, a row a person to whom it applies, the last column for summaries.

    Parameters
    ----------
    matrix, people, codebook, about
        As for `spreadsheet`; the first line is the title.
    """
    told = [Paragraph(line, "Intense Quote") for line in about[1:]]
    told.append(Paragraph(HOW.format(column="the last column", suffix="docx")))
    return document(f"Framework matrix: {about[0]}", [*told, *_charts(matrix, people, codebook)], wide=True)


def _charts(
    matrix: pd.DataFrame, people: pd.DataFrame, codebook: pd.DataFrame
) -> Iterator[Heading | Paragraph | Grid]:
    place = {person: number for number, person in enumerate(people["participant"])}
    about = {person["participant"]: _about(person) for person in people.to_dict("records")}
    shown = matrix[matrix["applies"] | (matrix["summary"] != "")]
    shown = shown.assign(place=shown["participant"].map(place)).sort_values("place")
    for theme in rows(codebook.sort_values("order")):
        lines = [
            [row.participant, row.group, about[row.participant], _told(row.passages, row.quote), row.summary]
            for row in rows(shown[shown["theme"] == theme.theme])
        ]
        yield Heading(theme.label, 2)
        yield Paragraph(theme.definition)
        head = ["participant", "group", "about", PASSAGES, heading(theme.label, theme.theme)]
        yield Grid(head, lines, [0.9, 1.0, 1.4, 2.8, 2.9])


def _about(person: dict[Any, Any]) -> str:
    return "; ".join(
        f"{key}: {value}" for key, value in person.items() if value and key not in ("participant", "group")
    )


def _told(passages: str, quote: str) -> str:
    return f"{passages}\n“{quote}”" if passages else ""


def _check_lengths(matrix: pd.DataFrame) -> None:
    long = matrix[matrix["summary"].str.len() >= LONGEST]
    if len(long):
        named = ", ".join(f"{row.participant} and {row.theme}" for row in rows(long.head()))
        raise TableError(f"framework: summaries longer than the {LONGEST} characters of a cell: {named}")
