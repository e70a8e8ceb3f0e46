"""Spreadsheets in which words stay words."""

import io

import openpyxl
import pandas as pd
import small_study

from peerstudy.pages import workbook


def _sheet(table, name="quotes"):
    return openpyxl.load_workbook(io.BytesIO(workbook.workbook({name: table}, ["About"])))[name]


def test_no_cell_can_act():
    """What begins like a formula is text, whatever was said."""
    said = ["=HYPERLINK(1)", "+44", "-- well", "@home", "\t=1", "plain"]
    cells = [cell for (cell,) in _sheet(pd.DataFrame({"text": said})).iter_rows(min_row=2)]

    assert [cell.value for cell in cells] == [
        "'=HYPERLINK(1)",
        "'+44",
        "'-- well",
        "'@home",
        "'\t=1",
        "plain",
    ]
    assert {cell.data_type for cell in cells} == {"s"}


def test_numbers_stay_numbers_and_the_undefined_stays_empty():
    """A missing estimate is an empty cell, never a zero."""
    rows = list(_sheet(small_study.groups(), "groups").iter_rows(min_row=2, values_only=True))

    assert rows[0][5] == small_study.groups()["estimate"][0]
    assert rows[-1][5] is None


def test_a_monologue_too_long_for_a_cell_ends_in_a_mark():
    """Words that a cell cannot hold are not lost in silence; the CSV has them."""
    (cell,) = _sheet(pd.DataFrame({"text": ["word " * 10_000]})).iter_rows(min_row=2)

    assert len(cell[0].value) == 32_767
    assert cell[0].value.endswith(" […]")


def test_columns_are_explained_in_the_same_file():
    """The first sheet is the dictionary of the others."""
    book = openpyxl.load_workbook(io.BytesIO(workbook.workbook({"groups": small_study.groups()}, ["About"])))
    explained = [row[1] for row in book["dictionary"].iter_rows(min_row=2, values_only=True)]

    assert book.sheetnames == ["about", "dictionary", "groups"]
    assert explained[:3] == ["contrast", "theme", "measure"]


def test_the_same_tables_give_the_same_bytes():
    """No clock gets into the file."""
    tables = {"groups": small_study.groups()}

    assert workbook.workbook(tables, ["About"]) == workbook.workbook(tables, ["About"])
