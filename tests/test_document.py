"""Word documents: what stands in a cell comes back, nothing acts, and the bytes hang on the content alone."""

import io
import zipfile

import docx
import pytest

from peerstudy.harmless import harmless, meant
from peerstudy.pages.document import Grid, Heading, Paragraph, document

HOSTILE = [
    "=HYPERLINK(1)",
    "+44",
    "-- well",
    "@home",
    "\tindented",
    "\n=1",
    "＝1",
    "two\nlines\tand a tab",
    "  spaces  ",
    "<w:p>&amp;</w:p>",
    "שלום 😀 café",
    "'tis",
    "'=quoted",
]


def _cells(made: bytes) -> list[str]:
    (table,) = docx.Document(io.BytesIO(made)).tables
    return [cell.text for row in table.rows for cell in row.cells]


@pytest.mark.parametrize("said", HOSTILE)
def test_a_cell_comes_back_as_it_was(said):
    """Whatever is written into a cell is read from it, an apostrophe before what could act."""
    head, cell = _cells(document("T", [Grid(["said"], [[said]], [3.0])]))

    assert head == "said"
    assert meant(cell) == said
    assert cell[0] not in "=+-@\t\n＝"


def test_what_no_document_can_hold_is_replaced_and_seen():
    """A control character becomes the replacement character, not an unreadable file."""
    assert _cells(document("T", [Grid(["a"], [["x\x0by"]], [1.0])])) == ["a", "x\ufffdy"]


def test_an_apostrophe_of_the_speaker_is_not_taken_away():
    """Only what could act is marked, so the mark can be told from speech."""
    assert [harmless(text) for text in ("'tis", "plain", "")] == ["'tis", "plain", ""]


def test_headings_and_pages_are_words_own():
    """Headings are real ones, a head is repeated on each page, and a wide page lies on its long side."""
    parts = [Heading("First", 1), Paragraph("words", "Caption"), Grid(["a"], [["b"]], [1.0])]
    made = docx.Document(io.BytesIO(document("Title", parts, wide=True)))

    assert [p.style.name for p in made.paragraphs if p.text] == ["Title", "Heading 1", "Caption"]
    assert made.sections[0].page_width > made.sections[0].page_height
    assert "w:tblHeader" in made.tables[0]._tbl.xml


def test_no_clock_gets_into_the_file():
    """Twice the same parts are twice the same bytes, and every part of the package bears one time."""
    made = document("T", [Heading("H")])
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        times = {part.date_time for part in parts.infolist()}

    assert made == document("T", [Heading("H")])
    assert times == {(1980, 1, 1, 0, 0, 0)}
