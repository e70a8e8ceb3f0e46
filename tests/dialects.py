"""Invented projects in the dialects that coding tools write, for the tests of readers."""

import io
import json
import sqlite3
import uuid
import zipfile
from xml.sax.saxutils import escape, quoteattr

import docx
import openpyxl

from peerstudy.coding.offsets import BOM, Convention
from peerstudy.coding.qda.page import Page

TALK = (
    "I: How was the first time?\n"
    "P: Erm, a friend 😀 told me. I was scared, you know. [laughs]\n"
    "I: Scared of what, the café?\n"
    "P: Of the people. “They'll stare,” I thought. They did not 👍🏽 stare.\n"
    "I: And now?\n"
    "P: Now I ring two of them most nights."
)
# Words, code, coder, note: every passage stands once in TALK.
MARKS = [
    ("a friend 😀 told me", "Introduced", "Ann", ""),
    ("I was scared, you know.", "First visit", "Ann", "remembers it well"),
    ("They did not 👍🏽 stare.", "Acceptance", "Ben", ""),
    ("I ring two of them most nights", "Friendship", "Ben", ""),
    ("I ring two of them most nights", "First visit", "Ann", ""),
]
TOP, BELOW = ("Introduced", "First visit", "Belonging"), ("Acceptance", "Friendship")
CODES = dict.fromkeys(TOP, "") | dict.fromkeys(BELOW, "Belonging")


def guid(*parts, braces=False, lower=False):
    """A GUID that depends on nothing but the words."""
    text = str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join(map(str, parts)))).upper()
    text = text.lower() if lower else text
    return "{" + text + "}" if braces else text


def offset(raw, position, convention):
    """The offset by which a tool of that convention names a place of the raw text."""
    before = raw[:position]
    if not convention.bom:
        before = before.removeprefix(BOM)
    if convention.newline != "as stored":
        before = before.replace("\r\n", "\n")
    if convention.newline == "as two":
        before = before.replace("\n", "\r\n")
    return len(before.encode("utf-16-le")) // 2 if convention.unit == "UTF-16 units" else len(before)


def zipped(parts):
    """A zip archive of the parts, in order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def edited(data, old, new, *, times=-1):
    """The project with words of its XML exchanged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    qde = next(name for name in parts if name.endswith(".qde"))
    parts[qde] = parts[qde].decode().replace(old, new, times).encode()
    return zipped(parts)


def _codes(parent, braces, lower):
    for name, above in CODES.items():
        if above == parent:
            inner = "".join(_codes(name, braces, lower))
            yield (
                f'<Code guid="{guid("code", name, braces=braces, lower=lower)}" name={quoteattr(name)} '
                f'isCodable="true"><Description>About {escape(name)}.</Description>{inner}</Code>'
            )


def refi(
    raw,
    convention,
    *,
    file="project.qde",
    folder="sources",
    origin="Tool 1.0",
    codebook="",
    braces=False,
    lower=False,
    inline=False,
    named=False,
    name="I01",
    extra="",
    marks=MARKS,
):
    """A .qdpx with one text; `named` puts the words of a passage into its name, as some tools do."""

    def key(*parts):
        return guid(*parts, braces=braces, lower=lower)

    notes, passages = "", ""
    for number, (words, code, coder, note) in enumerate(marks):
        start = raw.index(words.replace("\n", "\r\n") if "\r\n" in raw else words)
        ends = [offset(raw, place, convention) for place in (start, start + len(words))]
        reference = ""
        if note:
            content = f"<PlainTextContent>{note}</PlainTextContent>"
            notes += f'<Note guid="{key("note", number)}" name="memo">{content}</Note>'
            reference = f'<NoteRef targetGUID="{key("note", number)}"/>'
        passages += (
            f'<PlainTextSelection guid="{key("passage", number)}" startPosition="{ends[0]}" '
            f'endPosition="{ends[1]}"{" name=" + quoteattr(words) if named else ""}>'
            f'<Coding guid="{key("coding", number)}" creatingUser="{key("user", coder)}">'
            # A tool may refer to a GUID in another case than it declared it.
            f'<CodeRef targetGUID="{guid("code", code, lower=not lower)}"/>{reference}</Coding>'
            "</PlainTextSelection>"
        )
    text = f"<PlainTextContent>{escape(raw)}</PlainTextContent>" if inline else ""
    path = "" if inline else f' plainTextPath="internal://{guid("text", lower=not lower)}.txt"'
    users = "".join(f'<User guid="{key("user", user)}" name="{user}"/>' for user in ("Ann", "Ben"))
    qde = (
        f'<?xml version="1.0" encoding="utf-8"?><Project name="p" origin="{origin}" '
        f'xmlns="urn:QDA-XML:project:1.0"><Users>{users}</Users>'
        f"<CodeBook{codebook}><Codes>{''.join(_codes('', braces, lower))}</Codes></CodeBook>"
        f'<Sources><TextSource guid="{key("source")}" name="{name}"{path}>{text}{passages}</TextSource>'
        f"</Sources>"
        f"{'<Notes>' + notes + '</Notes>' if notes else ''}{extra}</Project>"
    )
    parts = {file: qde.encode()}
    if not inline:
        parts[f"{folder}/{guid('text', lower=lower)}.txt"] = raw.encode()
    return zipped(parts)


NVIVO = {"folder": "Sources", "origin": "NVivo", "lower": True}
TOOLS = {
    "NVivo on Windows": (BOM + TALK.replace("\n", "\r\n"), Convention("UTF-16 units"), NVIVO),
    "NVivo on Mac": (TALK, Convention("UTF-16 units"), {"origin": "NVivo", "lower": True}),
    "ATLAS.ti": (TALK.replace("\n", "\r\n"), Convention("code points", "as one"), {"file": "My study.qde"}),
    "MAXQDA": (TALK, Convention("UTF-16 units", "as two"), {"codebook": ' xmlns="urn:QDA-XML:codebook:0:4"'}),
    "QualCoder": (BOM + TALK, Convention("code points"), {"braces": True, "extra": "<Sets/><Links></Links>"}),
    "the standard": (TALK, Convention("code points"), {"inline": True, "named": True}),
}


def taguette(html, highlights, *, users=("ann", "ben"), projects=1):
    """A Taguette project; `highlights` are (words, tag, user), placed by UTF-8 bytes of the text."""
    base = sqlite3.connect(":memory:")
    base.executescript(
        "create table projects (id integer primary key, name text);"
        "create table project_members (project_id integer, user_login text);"
        "create table documents (id integer primary key, name text, contents text, description text);"
        "create table tags (id integer primary key, path text, description text);"
        "create table highlights (id integer primary key, document_id int, start_offset int,"
        " end_offset int, snippet text);"
        "create table highlight_tags (highlight_id int, tag_id int);"
        "create table commands (id integer primary key, user_login text, payload text);"
    )
    base.executemany("insert into projects (name) values (?)", [["study"]] * projects)
    base.executemany("insert into project_members values (1, ?)", [[user] for user in users])
    base.execute("insert into documents values (1, 'I01.docx', ?, '')", [html])
    tags = list(dict.fromkeys(tag for _, tag, _ in highlights if tag))
    base.executemany("insert into tags values (?, ?, 'what it is')", list(enumerate(tags, 1)))
    for number, (words, tag, user) in enumerate(highlights, 1):
        start = Page(html).raw.encode().index(words.encode())
        stop = start + len(words.encode())
        base.execute(
            "insert into highlights values (?, 1, ?, ?, ?)", [number, start, stop, f"<p>{words}</p>"]
        )
        if tag:
            base.execute("insert into highlight_tags values (?, ?)", [number, tags.index(tag) + 1])
        payload = json.dumps({"type": "highlight_add", "highlight_id": number})
        base.execute("insert into commands (user_login, payload) values (?, ?)", [user, payload])
    return base.serialize()


def qualcoder(text, passages, *, unit="code points"):
    """A QualCoder data.qda; `passages` are (words, code, owner, memo)."""
    base = sqlite3.connect(":memory:")
    base.executescript(
        "create table project (databaseversion text, date text, memo text, about text);"
        "insert into project values ('v8', '', '', 'QualCoder 3.5');"
        "create table source (id integer primary key, name text, fulltext text, mediapath text, memo text);"
        "create table code_cat (catid integer primary key, name text, memo text, supercatid int);"
        "create table code_name (cid integer primary key, name text, memo text, catid int);"
        "create table code_text (ctid integer primary key, cid int, fid int, seltext text, pos0 int,"
        " pos1 int, owner text, memo text);"
        "create table code_image (imid integer primary key, memo text);"
        "insert into code_image values (1, 'the room');"
        "create table cases (caseid integer primary key, name text); insert into cases values (1, 'P01');"
        "create table journal (jid integer primary key, name text); insert into journal values (1, 'May');"
        "create view annotation as select 1 as memo;"
    )
    base.execute("insert into source values (1, 'I01.txt', ?, null, '')", [text])
    base.execute("insert into source values (2, 'photo.jpg', null, 'images:photo.jpg', '')")
    base.execute("insert into code_cat values (1, 'Belonging', '', null)")
    names = list(dict.fromkeys(code for _, code, _, _ in passages))
    for number, name in enumerate(names, 1):
        base.execute("insert into code_name values (?, ?, 'what it is', 1)", [number, name])
    for words, code, owner, memo in passages:
        place = text.index(words)
        start, stop = (offset(text, p, Convention(unit)) for p in (place, place + len(words)))
        row = [names.index(code) + 1, words, start, stop, owner, memo]
        base.execute("insert into code_text values (null, ?, 1, ?, ?, ?, ?, ?)", row)
    return base.serialize()


def commented():
    """A Word document whose comments are codes."""
    document = docx.Document()
    paragraph = document.add_paragraph("P: Erm, ")
    marked = paragraph.add_run("I was scared")
    paragraph.add_run(", you know.")
    comment = document.add_comment(marked, text="Fear; First visit", author="Ann", initials="A")
    comment.add_paragraph("memo: said very low")
    second = document.add_paragraph().add_run("It got better.")
    document.add_comment(second, text="Hope", author="Ben", initials="B")
    document.add_comment(document.add_paragraph().add_run(""), text="lost", author="Ben", initials="B")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def xlsx(*rows):
    """An Excel file of these rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
