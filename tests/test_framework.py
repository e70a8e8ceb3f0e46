"""The framework matrix is filled with places and words, waits for people's summaries, and keeps them."""

import io

import docx
import openpyxl
import pandas as pd
import pytest
import small_study
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from peerstudy import contracts, tables
from peerstudy.pages import framework
from peerstudy.tables import TableError
from peerstudy.wording import BANNER

SUMMARIES = {
    ("P1", "care"): "=They are kept going\nby each other",
    ("P2", "care"): "- said little;\ttabbed",
    ("P3", "cost"): "  spaces, <w:p>&amp;, “quotes” and 😀 ",
    ("P4", "care"): "'tis nothing שלום",
    ("P5", "cost"): "does not apply, yet said",
    ("P6", "ties"): "@home",
}


@pytest.fixture
def study():
    made = small_study.study()
    spans = [("I1", 2, 0, 4, "care", "A", "They", "", ""), ("I1", 2, 5, 9, "care", "B", "cared", "", "")]
    made["spans"] = pd.DataFrame(spans, columns=list(contracts.contracts()["spans"].columns))
    made["quotes"] = tables.empty("quotes")
    made["roster"]["site"] = ["north"] * 3 + ["south"] * 5
    return made


def _matrix(study, **written):
    names = ("roster", "codebook", "presence", "spans", "turns", "quotes")
    files = {name.replace("_", "."): data for name, data in written.items()}
    made, unplaced = framework.framework(*(study[name] for name in names), files)
    return tables.check(made, "framework"), tables.check(unplaced, "framework_unplaced")


def _charts(study, matrix):
    return framework.charts(matrix, study["roster"], study["codebook"], "Small", BANNER)


def _filled(study):
    """The matrix with summaries in some cells."""
    matrix, _ = _matrix(study)
    keys = zip(matrix["participant"], matrix["theme"], strict=True)
    return matrix.assign(summary=[SUMMARIES.get(key, "") for key in keys])


def _told(matrix):
    kept = matrix[matrix["summary"] != ""]
    return dict(zip(zip(kept["participant"], kept["theme"], strict=True), kept["summary"], strict=True))


def _edited(data, edit):
    book = openpyxl.load_workbook(io.BytesIO(data))
    edit(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_cell_holds_its_passages_and_waits_for_a_summary(study):
    """Two passages of one turn are one place; a person without passages has an empty cell."""
    made, _ = _matrix(study)
    matrix = made.set_index(["participant", "theme"])

    assert matrix.loc[("P1", "care"), ["passages", "quote", "summary"]].tolist() == ["I1, turn 2", "They", ""]
    assert matrix.loc[("P2", "care"), "passages"] == ""
    assert not matrix.loc[("P5", "cost"), "applies"]
    assert len(matrix) == 7 * 3


def test_a_chosen_quote_goes_before_the_first_passage(study):
    """What the report quotes is what the matrix shows."""
    study["quotes"] = small_study.study("They cared.")["quotes"]

    matrix = _matrix(study)[0].set_index(["participant", "theme"])
    assert matrix.loc[("P1", "care"), "quote"] == "They cared."


@pytest.mark.parametrize(("file", "kind"), [("framework_xlsx", "spreadsheet"), ("framework_docx", "pages")])
def test_what_people_wrote_comes_back_whole(study, file, kind):
    """Formulas, line ends, tabs, spaces, markup, emoji and other scripts are the same after a round trip."""
    matrix, unplaced = _matrix(study, **{file: _charts(study, _filled(study))[kind]})

    assert _told(matrix) == SUMMARIES
    assert unplaced.empty


def test_attributes_stand_beside_people_to_sort_and_filter_by(study):
    """A filter over all rows; people by group; a column an attribute and a theme; colours say what waits."""
    sheet = openpyxl.load_workbook(io.BytesIO(_charts(study, _matrix(study)[0])["spreadsheet"]))["matrix"]
    heads = [cell.value for cell in sheet[1]]

    assert heads == ["participant", "group", "site", "Ties (ties)", "Care & company (care)", "Cost (cost)"]
    assert sheet.auto_filter.ref == "A1:F8"
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == ["blues"] * 2 + ["reds"] * 4 + [None]
    colours = {row[0].value: [c.fill.fgColor.rgb for c in row[3:]] for row in sheet.iter_rows(min_row=2)}
    assert colours["P1"] == ["00000000", "FFFFF6D6", "00000000"]
    assert colours["P5"][2] == "FFE5E5E5"


def test_a_person_may_sort_rows_rename_headings_and_add_columns(study):
    """Cells are found by ids: order, labels and attributes do not matter; a column of one's own is told."""

    def edit(book):
        sheet = book["matrix"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for line, row in enumerate(reversed(rows), 2):
            for column, value in enumerate(row, 1):
                sheet.cell(line, column).value = value
        sheet["E1"] = "My name for it (care)"
        sheet["G1"], sheet["G2"] = "my notes", "call again"

    made = _edited(_charts(study, _filled(study))["spreadsheet"], edit)
    matrix, unplaced = _matrix(study, framework_xlsx=made)

    assert _told(matrix) == SUMMARIES
    assert unplaced[["heading", "summary"]].to_numpy().tolist() == [["my notes", "call again"]]


def test_summaries_of_unknown_people_and_themes_are_kept_and_told(study):
    """Nothing is dropped in silence: the words, where they stand, and the nearest name."""

    def edit(book):
        book["matrix"]["A4"], book["matrix"]["E4"] = "P1x", "of whom?"
        book["matrix"]["F1"], book["matrix"]["F5"] = "Costs (costs)", "of what?"

    made = _edited(_charts(study, _matrix(study)[0])["spreadsheet"], edit)
    matrix, unplaced = _matrix(study, framework_xlsx=made)
    told = unplaced.set_index("summary")

    assert _told(matrix) == {}
    assert told.loc["of whom?", "place"] == "sheet matrix, row 4, column E"
    assert told.loc["of whom?", "reason"] == "no person 'P1x' in the matrix (did you mean 'P1'?)"
    assert told.loc["of what?", "reason"].startswith("no theme 'Costs (costs)' in the codebook")


@pytest.mark.parametrize(
    ("sheet", "cell", "text", "place", "reason"),
    [
        (
            "passages",
            "E4",
            "Kept going",
            "sheet passages, row 4, column E",
            "stands where passages are shown",
        ),
        ("matrix", "H2", "so", "sheet matrix, row 2, column H", "outside the matrix: no heading above it"),
        ("matrix", "E20", "so", "sheet matrix, row 20, column E", "outside the matrix: no person in its row"),
        ("matrix", "E2", "=1+1", "sheet matrix, row 2, column E", "it is a formula"),
        ("about", "A4", "Ask Ann", "sheet about", "beside the matrix, which nobody reads; 1 cell"),
        ("mine", "B2", "Ask Ann", "sheet mine", "beside the matrix, which nobody reads; 1 cell"),
    ],
)
def test_words_that_the_matrix_has_no_place_for_are_told(study, sheet, cell, text, place, reason):
    """A summary beside its cell, or in another sheet, is not dropped in silence."""

    def edit(book):
        (book[sheet] if sheet in book.sheetnames else book.create_sheet(sheet))[cell] = text

    made = _edited(_charts(study, _matrix(study)[0])["spreadsheet"], edit)
    matrix, unplaced = _matrix(study, framework_xlsx=made)

    assert _told(matrix) == {}
    assert unplaced[["place", "summary"]].to_numpy().tolist() == [[place, text]]
    assert reason in unplaced["reason"].item()


def test_words_beside_the_passages_of_a_page_are_told(study):
    """A column too far to the left, in the Word file, under what the run wrote there."""
    document = docx.Document(io.BytesIO(_charts(study, _matrix(study)[0])["pages"]))
    (cell,) = [row.cells[3] for row in document.tables[1].rows if row.cells[0].text == "P1"]
    cell.add_paragraph("Kept going")
    content = io.BytesIO()
    document.save(content)
    matrix, unplaced = _matrix(study, framework_docx=content.getvalue())

    assert _told(matrix) == {}
    assert unplaced["summary"].item().endswith("Kept going")
    assert unplaced["heading"].item() == "passages"


def test_a_tracked_insertion_is_read_and_a_deletion_is_not(study):
    """A colleague's tracked changes count as accepted."""
    document = docx.Document(io.BytesIO(_charts(study, _matrix(study)[0])["pages"]))
    table = document.tables[1]
    (cell,) = [row.cells[4] for row in table.rows if row.cells[0].text == "P1"]
    cell.paragraphs[0]._p.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="B"><w:r><w:t>kept</w:t></w:r></w:ins>')
    )
    cell.paragraphs[0]._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="2" w:author="B"><w:r><w:delText>gone</w:delText></w:r></w:del>'
        )
    )
    cell.add_paragraph("second")
    content = io.BytesIO()
    document.save(content)

    assert _told(_matrix(study, framework_docx=content.getvalue())[0]) == {("P1", "care"): "kept\nsecond"}


def test_two_files_that_differ_on_a_cell_stop_the_run(study):
    """Nobody's summary wins by accident; equal ones are one."""
    charts = _charts(study, _filled(study))
    other = _charts(study, _filled(study).replace({"@home": "elsewhere"}))
    matrix, _ = _matrix(study, framework_xlsx=charts["spreadsheet"], framework_docx=charts["pages"])

    assert _told(matrix) == SUMMARIES
    with pytest.raises(
        TableError, match=r"P6, ties: framework.xlsx, sheet matrix, row 3, column D\n.*framework.docx"
    ):
        _matrix(study, framework_xlsx=charts["spreadsheet"], framework_docx=other["pages"])


@pytest.mark.parametrize(("data", "told"), [(b"PK", "not readable"), (b"", "not readable")])
def test_a_broken_file_is_named(study, data, told):
    """The message says which file, not where in a library."""
    with pytest.raises(TableError, match=f"framework.xlsx: {told}"):
        _matrix(study, framework_xlsx=data)


def test_a_file_without_a_matrix_is_named(study):
    """A workbook of something else is not taken for an empty matrix."""
    made = _edited(
        _charts(study, _matrix(study)[0])["spreadsheet"], lambda book: book["matrix"].delete_cols(1)
    )
    with pytest.raises(TableError, match="no table whose first column is headed 'participant'"):
        _matrix(study, framework_xlsx=made)


def test_a_summary_too_long_for_a_cell_is_not_cut(study):
    """The limit of a spreadsheet's cell is told before words are lost."""
    matrix = _filled(study).replace({"@home": "a" * 40_000})
    with pytest.raises(TableError, match="P6 and ties"):
        _charts(study, matrix)


def test_a_matrix_of_invented_data_says_so(study):
    """On the page and on a sheet of its own, beside what to do with the file."""
    charts = _charts(study, _matrix(study)[0])
    page = [p.text for p in docx.Document(io.BytesIO(charts["pages"])).paragraphs]
    sheet = openpyxl.load_workbook(io.BytesIO(charts["spreadsheet"]))["about"]

    assert BANNER in page
    assert [row[0].value for row in sheet.iter_rows()][:2] == ["Small", BANNER]


def test_the_same_matrix_gives_the_same_bytes(study):
    """No clock in either file."""
    matrix = _filled(study)

    assert _charts(study, matrix) == _charts(study, matrix)
