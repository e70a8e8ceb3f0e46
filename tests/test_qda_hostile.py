"""Files that are broken or mean harm are refused in words, quickly, and never unpacked."""

import contextlib
import sqlite3

import pytest
from dialects import MARKS, TALK, TOOLS, commented, edited, qualcoder, refi, taguette, xlsx, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from peerstudy.coding import qda
from peerstudy.coding.offsets import Convention
from peerstudy.coding.qda import container
from peerstudy.coding.qda.project import UnreadableError

GOOD = refi(*TOOLS["the standard"][:2], inline=True)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<Project name="&b;"/>'
)
OUTSIDE = '<!DOCTYPE p [<!ENTITY f SYSTEM "file:///etc/hostname">]><Project name="&f;"/>'


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"project.qde": LAUGHS}, "declares a document type"),
        ({"project.qde": OUTSIDE}, "declares a document type"),
        ({"project.qde": "<Project"}, "malformed XML"),
        ({"project.qde": "<a>" * 500 + "</a>" * 500}, "deeper than"),
        ({"project.qde": "<html/>"}, "no REFI-QDA project but 'html'"),
        ({"../project.qde": "<Project/>"}, "outside of itself: '../project.qde'"),
        ({"/etc/project.qde": "<Project/>"}, "outside of itself"),
        ({"C:/project.qde": "<Project/>"}, "outside of itself"),
        ({"a.qde": "<Project/>", "b.qde": "<Project/>"}, "holds 2: a.qde, b.qde"),
        ({"readme.txt": ""}, "one .qde file at its top and holds 0"),
    ],
)
def test_a_hostile_project_is_refused_in_words(parts, told):
    """Entities, outside references, paths out of the archive, endless nesting: one sentence says why."""
    with pytest.raises(UnreadableError, match=told):
        qda.read("x.qdpx", zipped(parts))


def test_a_part_beyond_the_bound_is_not_unpacked(monkeypatch):
    """A zip bomb stops at the bound instead of filling memory."""
    monkeypatch.setattr(container, "PART", 1000)
    with pytest.raises(UnreadableError, match="larger than 1000 bytes unpacked"):
        qda.read("x.qdpx", zipped({"project.qde": " " * 2000}))


def test_too_many_parts_are_refused(monkeypatch):
    """An archive of endless parts is not walked through."""
    monkeypatch.setattr(container, "MEMBERS", 3)
    with pytest.raises(UnreadableError, match="holds 5 parts"):
        qda.read("x.qdpx", zipped({f"{n}.txt": "" for n in range(5)}))


def test_a_damaged_part_is_named():
    """A flipped byte in a stored part is noticed by its checksum."""
    data = bytearray(GOOD)
    at = data.index(b"Friendship")
    data[at] ^= 1
    with pytest.raises(UnreadableError, match=r"'project\.qde' cannot be read"):
        qda.read("x.qdpx", bytes(data))


def test_a_database_that_never_ends_is_stopped(monkeypatch):
    """A table that is a query without end is not a table to this reader; reading is bounded anyway."""
    base = sqlite3.connect(":memory:")
    base.executescript(
        "create view projects as with recursive n(id) as (select 1 union all select id + 1 from n)"
        " select id, 'x' as name from n;"
    )
    with pytest.raises(UnreadableError, match="holds 0"):
        qda.read("x.sqlite3", base.serialize())


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("x.qdpx", b"PK", "no zip archive"),
        ("x.sqlite3", b"hello", "no SQLite file"),
        ("x.sqlite3", b"SQLite format 3\x00" + b"\x00" * 200, "cannot be read"),
        ("x.qda", taguette("<p>a</p>", []), "no QualCoder project"),
        ("x.sqlite3", qualcoder("a", []), "holds 0"),
        ("x.docx", zipped({"a": ""}), "no Word document"),
        ("x.docx", zipped({"word/document.xml": "<d/>"}), "holds no comments"),
        ("x.xlsx", zipped({"a": ""}), "no readable Excel file"),
        ("x.csv", b"", "is empty"),
        ("x.csv", b"\x00\x01", "NUL bytes"),
        ("x.csv", b'a,b\n"1,2\n', "quotation mark left open"),
        ("x.csv", b"a,a\n1,2\n", "several columns are called a"),
        (
            "x.csv",
            b"case,age\n1,2\n",
            r"are of no known kind\. Known, .*interview, theme, quote \(turn, start",
        ),
        ("x.csv", b"Interview,quote,Theme\n", "'interview' by 'Interview', 'theme' by 'Theme'"),
        (
            "x.csv",
            b"rank,segment,theme,probability,text\n1,K-1,so,.5,a\n",
            r"machine's list .*suggestions\.xlsx",
        ),
        ("x.mx22", b"a", "the format '.mx22' is not known. Known: .csv, .docx"),
    ],
)
def test_what_is_no_coding_is_refused_in_words(name, data, told):
    """Each message says what is wrong with the file, never a library's own error."""
    with pytest.raises(UnreadableError, match=told):
        qda.read(name, data)


SOUND = {
    "x.qdpx": GOOD,
    "x.qda": qualcoder(TALK, [("scared", "A", "Ann", "")]),
    "x.docx": commented(),
    "x.xlsx": xlsx(("item", "text", "fear"), ("s1", "I ran.", "x")),
    "x.sqlite3": taguette("<p>so so</p>", [("so so", "A", "ann")]),
}


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(sorted(SOUND)), st.integers(0, 10**6), st.binary(min_size=1, max_size=8), st.booleans()
)
def test_no_damage_gives_anything_but_a_reading_or_a_refusal(name, place, junk, cut):
    """Cut short or overwritten anywhere, a file is read or refused; no other error comes through."""
    data = SOUND[name]
    place %= len(data)
    broken = data[:place] if cut else data[:place] + junk + data[place + len(junk) :]
    with contextlib.suppress(UnreadableError):
        qda.read(name, broken)


def test_offsets_beyond_any_text_are_no_places():
    """Huge, negative and senseless offsets are losses, not errors."""
    marks = MARKS * 4
    data = refi(TALK, Convention("code points"), inline=True, marks=marks)
    for number, bad in enumerate(("-5", "99999999999999999999", "one", "")):
        start = TALK.index(MARKS[number][0])
        data = edited(data, f'startPosition="{start}"', f'startPosition="{bad}"', times=1)
    project = qda.read("x.qdpx", data)
    assert len(project.selections) == len(marks) - 4
    assert {loss.kind for loss in project.losses} == {"passage outside of its text"}
