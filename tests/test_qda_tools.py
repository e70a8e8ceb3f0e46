"""Taguette, QualCoder, Word comments and sheets: the words, the codes, and who coded."""

import csv
import io

import openpyxl
import pytest
from dialects import TALK, commented, qualcoder, taguette, xlsx

from peerstudy.coding import qda
from peerstudy.coding.qda import grid
from peerstudy.coding.qda.page import Page
from peerstudy.coding.qda.project import Somewhere, Stretch, TurnStretch, Unit, UnreadableError

PAGE = "<h1>Café talk</h1><p>Zoë: I’m scared &amp; alone.<br>P: 😀 Then it got better.</p><p>I: Go on.</p>"


def test_taguette_counts_bytes_and_remembers_who_highlighted():
    """Accents, emoji and entities do not shift a highlight; the coder comes from the command log."""
    highlights = [
        ("scared & alone", "Fear", "ann"),
        ("Then it got better", "Hope", "ben"),
        ("Go on", "", "ann"),
    ]
    project = qda.read("x.sqlite3", taguette(PAGE, highlights))
    names = {code.id: code.name for code in project.codes}
    assert [(s.quote, names[s.code], s.coder) for s in project.selections] == [
        ("scared & alone", "Fear", "ann"),
        ("Then it got better", "Hope", "ben"),
    ]
    assert [(loss.kind, loss.name) for loss in project.losses] == [("passage without a code", "I01.docx: 3")]
    (document,) = project.documents
    assert document.text == "Café talk\nZoë: I’m scared & alone.\nP: 😀 Then it got better.\nI: Go on."
    assert all(document.text[s.place.start : s.place.end] == s.quote for s in project.selections)


def test_a_taguette_project_of_several_studies_is_refused():
    """A server's database is not one study."""
    with pytest.raises(UnreadableError, match="should hold one Taguette project and holds 2"):
        qda.read("x.sqlite3", taguette(PAGE, [], projects=2))


@pytest.mark.parametrize("unit", ["code points", "UTF-16 units"])
def test_qualcoder_positions_are_checked_against_its_quotes(unit):
    """Whether it counted characters or the halves of emoji, the recorded words decide."""
    passages = [("scared, you know", "Fear", "Ann", "strong"), ("Now I ring two", "Friends", "Ben", "")]
    project = qda.read("data.qda", qualcoder(TALK, passages, unit=unit))
    (document,) = project.documents
    assert [(document.text[s.place.start : s.place.end], s.coder, s.memo) for s in project.selections] == [
        ("scared, you know", "Ann", "strong"),
        ("Now I ring two", "Ben", ""),
    ]
    assert list(project.paths().values()) == ["Belonging", "Belonging > Fear", "Belonging > Friends"]
    assert {(loss.kind, loss.name) for loss in project.losses} == {
        ("coded part of a picture", "the room"),
        ("case", "P01"),
        ("journal", "May"),
        ("document without text", "photo.jpg"),
    }


def test_word_comments_are_codes_and_their_authors_coders():
    """Several codes a comment, a memo line, the author's name; a comment on nothing is a loss."""
    project = qda.read("I01.docx", commented())
    names = {code.id: code.name for code in project.codes}
    assert [(s.quote, names[s.code], s.coder, s.memo) for s in project.selections] == [
        ("I was scared", "Fear", "Ann", "said very low"),
        ("I was scared", "First visit", "Ann", "said very low"),
        ("It got better.", "Hope", "Ben", ""),
    ]
    assert [(loss.kind, loss.name) for loss in project.losses] == [
        ("comment without a passage or a code", "lost")
    ]
    assert project.documents[0].text.startswith("P: Erm, I was scared, you know.\nIt got better.\n")


def _csv(*rows):
    return "\r\n".join(";".join(str("" if cell is None else cell) for cell in row) for row in rows).encode(
        "cp1252"
    )


@pytest.mark.parametrize(("name", "make"), [("a.xlsx", xlsx), ("a.csv", _csv)])
def test_spans_come_with_as_much_of_their_place_as_was_given(name, make):
    """Turn and offsets, a turn alone, or only the words."""
    rows = [
        ("interview", "turn", "start", "end", "quote", "theme", "coder", "memo"),
        ("I01", 2, 3, 9, "scared", "fear", "Ann", "low voice"),
        ("I01", 2, None, None, "scared", "fear", "Ann", None),
        ("I01", None, None, None, "café", "place", "Ben", None),
    ]
    project = qda.read(name, make(*rows))
    assert [(s.id, s.place, s.coder, s.quote, s.memo) for s in project.selections] == [
        ("row 2", TurnStretch("I01", 2, 3, 9), "Ann", "scared", "low voice"),
        ("row 3", TurnStretch("I01", 2, -1, -1), "Ann", "scared", ""),
        ("row 4", Somewhere("I01"), "Ben", "café", ""),
    ]


def test_a_guessed_encoding_is_remarked():
    """Notes of a coder in Windows-1252 are read, and the guess is told; UTF-8 is none."""
    rows = [("interview", "quote", "theme"), ("I01", "café", "place")]

    (told,) = qda.read("a.csv", _csv(*rows)).remarks
    assert "read as cp1252" in told
    assert qda.read("a.csv", _csv(*rows).decode("cp1252").encode()).remarks == []


@pytest.mark.parametrize(("name", "make"), [("a.xlsx", xlsx), ("a.csv", _csv)])
def test_marks_on_segments_are_codes_on_whole_segments(name, make):
    """Crosses, ones and ticks mark; blanks, noughts and "no" do not; anything else is asked about."""
    rows = [
        ("item", "text", "fear", "hope"),
        ("s1", "I ran.", "x", 0),
        ("s2", "No.", None, 1),
        ("s3", "So.", "no", ""),
    ]
    project = qda.read(name, make(*rows))
    assert [(s.place, s.code, s.quote) for s in project.selections] == [
        (Unit("s1"), "fear", "I ran."),
        (Unit("s2"), "hope", "No."),
    ]
    assert [code.name for code in project.codes] == ["fear", "hope"]
    (told,) = qda.read(name, make(*rows[:3], ("s3", "So.", "", "maybe"))).problems
    assert told.startswith("row 4, column 'hope': 'maybe' is neither a mark nor empty. Hint: mark with x")


def test_a_long_cell_is_read_whatever_was_read_before():
    """A limit of the csv module holds for all that a process reads: 131,072 characters of a cell."""
    limit = csv.field_size_limit(131_072)
    try:
        made = grid.from_csv(("quote,theme\n" + "w" * 200_000 + ",care\n").encode())
    finally:
        csv.field_size_limit(limit)

    assert [len(row["quote"]) for _, row in made.rows] == [200_000]


def test_pairs_of_segment_and_theme_are_read():
    """The long form of the same marks."""
    project = qda.read("a.csv", b"segment,theme,coder\nI01-002-01,fear,Ann\n")
    assert [(s.place, s.code, s.coder) for s in project.selections] == [(Unit("I01-002-01"), "fear", "Ann")]


def test_columns_and_sheets_that_are_not_read_are_told():
    """A note in a column of another name, or rows on a second sheet, are not passed over in silence."""
    rows = [["interview", "quote", "theme", "remarks", "empty"], ["I01", "I ran", "fear", "look again", ""]]
    book = openpyxl.load_workbook(io.BytesIO(xlsx(*rows)))
    for title, cell in (("more", "I hid"), ("themes", "fear"), ("blank", None)):
        book.create_sheet(title)["A1"] = cell
    content = io.BytesIO()
    book.save(content)

    project = qda.read("a.xlsx", content.getvalue())

    assert [(loss.kind, loss.name) for loss in project.losses] == [("column", "remarks"), ("sheet", "more")]
    assert not qda.read("a.csv", b"segment,fear,memo,before\nI01-002-01,x,so,what\n").losses


def test_taguette_exports_hold_words_only():
    """Highlights without place or coder; a codebook without highlights."""
    project = qda.read("a.csv", b"id,document,tag,content\n1,I01.odt,fear,I ran\n")
    assert [(s.place, s.code, s.coder, s.quote) for s in project.selections] == [
        (Somewhere("I01.odt"), "fear", "", "I ran")
    ]
    codebook = qda.read("b.csv", b"tag,description,number of highlights\nfear,of people,3\n")
    assert [(code.name, code.description) for code in codebook.codes] == [("fear", "of people")]


def test_a_stretch_of_html_keeps_line_ends_that_readers_see():
    """Blocks end lines in the text, and offsets that ignore tags find the same words there."""
    page = Page("<div>one<br/>two</div><ul><li>three</li></ul>")
    assert page.text == "one\ntwo\nthree"
    for word in ("one", "two", "three"):
        at = page.raw.index(word)
        start, end = page.stretch(at, at + len(word))
        assert page.text[start:end] == word
    assert Stretch("", *page.stretch(0, 3)) == Stretch("", 0, 3)
