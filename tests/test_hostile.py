"""Hostile and broken files: one clear error each, within bounds, and nothing written."""

import contextlib
import io
import struct
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writers import COLUMNS, MANNERS

from peerstudy.corpus import readers
from peerstudy.corpus.readers import archive
from peerstudy.corpus.readers.transcript import Labels, UnreadableError

KNOWN = Labels(frozenset(["i"]))
BOMB = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def word_file(*, document=None, **members):
    """A Word document with members added or replaced."""
    stream = io.BytesIO()
    docx.Document().save(stream)
    out = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, document if document and name == "word/document.xml" else old.read(name))
        for name, data in members.items():
            new.writestr(name, data)
    return out.getvalue()


def bomb():
    """An archive that says of itself that it unfolds to four gigabytes."""
    out = bytearray(word_file())
    at = out.find(b"PK\x01\x02")
    out[at + 24 : at + 28] = struct.pack("<I", 4_000_000_000)
    return bytes(out)


def encrypted():
    """The flag of a password on the first member."""
    out = bytearray(word_file())
    at = out.find(b"PK\x01\x02")
    out[at + 8] |= 1
    return bytes(out)


def w(text):
    """A Word document's main part."""
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return b'<w:document xmlns:w="' + space + b'"><w:body>' + text + b"</w:body></w:document>"


def eaf(dtd, value=b"&a;"):
    return (
        b'<?xml version="1.0"?>'
        + dtd.replace(b"DOCTYPE x", b"DOCTYPE ANNOTATION_DOCUMENT")
        + b'<ANNOTATION_DOCUMENT><TIER TIER_ID="i"><ANNOTATION><ALIGNABLE_ANNOTATION><ANNOTATION_VALUE>'
        + value
        + b"</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>"
    )


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t ", "empty"),
        ("a.txt", b"I: a\x00b", "NUL"),
        ("a.txt", "I: how".encode("utf-16")[:-1], "breaks off"),
        ("a.txt", b"SQLite format 3\x00", "database"),
        ("a.mp3", b"ID3\x03", "recording"),
        ("a.m4a", b"\x00\x00\x00\x20ftypM4A ", "recording"),
        ("a.zip", b"PK\x03\x04nothing", "archive is broken"),
        ("a.docx", b"not a zip", "named .docx and is none"),
        ("a.docx", archive.OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.doc", archive.OLE + b"\x00" * 100, "old binary Office file"),
        ("a.pdf", b"text", "named .pdf and is none"),
        ("a.json", b'{"segments": [', "JSON is broken"),
        ("a.json", b"[" * 100_000, "broken"),
        ("a.json", b'{"a":' * 100_000, "broken"),
        ("a.eaf", b"<ANNOTATION_DOCUMENT><TIER>", "XML is broken"),
        ("a.eaf", b"<ANNOTATION_DOCUMENT>" + b"<a>" * 5_000, "XML is broken"),
        ("a.xml", b"<TEI>" + b"<u>" * 5_000, "XML is broken"),
        ("a.xml", b"<feed/>", "no tei|another kind"),
        ("a.rtf", b"{\\rtf1 I: how", "breaks off"),
        ("a.rtf", b"{\\rtf1 " + b"{" * 5_000 + b"}" * 5_001, "nested deeper"),
        ("a.csv", b'Who,Said\nI,"open', "quote mark"),
        ("a.qxz", b"I: how", "not known"),
        ("a.vtt", b"\xff\xd8\xff\xe0", "picture"),
    ],
)
def test_what_is_broken_or_no_transcript_is_refused(name, data, message):
    """One sentence says why."""
    with pytest.raises(UnreadableError, match=message):
        readers.read(name, data, KNOWN, {"speaker": "Who", "text": "Said"})


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (bomb(), "No transcript needs that"),
        (encrypted(), "password"),
        (word_file(**{"../../evil.txt": b"x"}), "leads out"),
        (word_file(**{"/etc/evil": b"x"}), "leads out"),
        (word_file(**{"word/vbaProject.bin": b"x"}), "macros"),
        (word_file(document=BOMB + b"<x>&b;</x>"), "no readable|declares entities"),
        (word_file(document=w(b"<w:tbl><w:tr><w:tc>" * 100)), "no readable Word|broken"),
        (word_file()[:-200], "broken"),
        (word_file()[:2000], "broken"),
    ],
)
def test_a_hostile_word_document_is_refused(data, message):
    """Swollen, locked, leading out of itself, running code, expanding, nested, cut off."""
    with pytest.raises(UnreadableError, match=message):
        readers.read("a.docx", data, KNOWN, {})


@pytest.mark.parametrize("dtd", [BOMB, OUTSIDE])
def test_entities_are_never_expanded(dtd):
    """Neither those that grow nor those that read other files."""
    with pytest.raises(UnreadableError, match="declares entities"):
        readers.read("a.eaf", eaf(dtd), KNOWN, {})


def test_a_document_type_without_entities_is_harmless():
    """Many TEI files carry one."""
    data = eaf(b"<!DOCTYPE x>", b"how")

    assert readers.read("a.eaf", data, KNOWN, {}).turns[0].text == "how"


def test_a_swollen_part_is_refused_although_its_size_is_denied():
    """An archive that lies about a member's size is caught when it is unpacked."""
    data = bytearray(word_file(**{"word/comments.xml": b"<a>" + b"x" * 3_000_000 + b"</a>"}))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"PK\x05\x06"))
    data[at + 24 : at + 28] = struct.pack("<I", 10)

    with pytest.raises(UnreadableError, match=r"broken|no readable|unpacked"):
        archive.names(bytes(data))
        archive.member(bytes(data), "word/comments.xml")


@pytest.mark.parametrize("name", ["a.txt", "a.vtt", "a.json"])
def test_a_recording_sized_text_is_refused_unread(name):
    """Two hundred megabytes of one line never reach a reader."""
    with pytest.raises(UnreadableError, match="200 MB"):
        readers.read(name, b"I: " + b"a" * 200_000_000, KNOWN, {})


@pytest.mark.parametrize(
    "line",
    [
        "a" * 3_000_000,
        "a:" * 1_000_000,
        "[" * 2_000_000,
        "0:" * 1_000_000,
        "<v " * 500_000,
        "#" * 2_000_000,
        " " * 3_000_000 + "x",
        "-->" * 500_000,
        "(pause " * 300_000,
        "&-" * 700_000,
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.vtt", "a.srt"])
def test_a_long_line_costs_no_more_than_its_length(name, line):
    """No sign makes a reader go back and forth: megabytes of one line are read or refused."""
    start = {
        "a.txt": "I: how\n",
        "a.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n",
        "a.srt": "1\n0:00:01,000 --> 0:00:02,000\n",
    }

    try:
        readers.read(name, (start[name] + line).encode(), KNOWN, {})
    except UnreadableError as error:
        assert str(error)


TALK = [("I", "how was it?"), ("P07", "so it was"), ("I", "and then")]
SOUND = {manner: (f"a{suffix}", write(TALK)) for manner, (suffix, write) in MANNERS.items()}


def _hurt(data, place, junk, cut):
    place %= len(data) or 1
    return data[:place] if cut else data[:place] + junk + data[place + len(junk) :]


def _hurt_part(data, place, junk, cut):
    """An archive that is whole and holds one damaged part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        for name in names:
            part = old.read(name)
            new.writestr(name, _hurt(part, place, junk, cut) if name == names[place % len(names)] else part)
    return out.getvalue()


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    st.sampled_from(sorted(SOUND)),
    st.integers(0, 10**6),
    st.binary(min_size=1, max_size=8),
    st.booleans(),
    st.booleans(),
)
def test_no_damage_gives_anything_but_a_reading_or_a_refusal(manner, place, junk, cut, within):
    """Cut short or overwritten, as a whole or in one part: no library's own error comes through."""
    name, data = SOUND[manner]
    hurt = _hurt_part if within and data.startswith(b"PK") else _hurt
    with contextlib.suppress(UnreadableError):
        readers.read(name, hurt(data, place, junk, cut), KNOWN, COLUMNS)


@pytest.mark.parametrize("time", ["inf", "nan", "soon"])
def test_a_time_that_is_none_is_refused(time):
    """A spreadsheet's time is a number or a clock."""
    with pytest.raises(UnreadableError, match=f"row 2: '{time}' is no time"):
        readers.read("a.csv", f"Who,Said,From\nI,so,{time}\n".encode(), KNOWN, COLUMNS)
