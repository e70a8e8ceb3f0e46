"""OpenDocument texts (.odt): the same shapes as Word; deletions, comments and notes are no speech."""

import io
from collections.abc import Iterator

import odfdo
from lxml import etree

from peerstudy.corpus.readers.archive import DAMAGED, attribute, member, names, tag, xml
from peerstudy.corpus.readers.headings import Line
from peerstudy.corpus.readers.lines import from_lines, row
from peerstudy.corpus.readers.transcript import PROPERTY, Dropped, Labels, Transcript, UnreadableError

PARTS = ("meta.xml", "styles.xml")
SIGNS = {"tab": "\t", "line-break": "\n"}
ASIDE = {"annotation": "comment", "note": "footnote", "text-box": "text box", "custom-shape": "text box"}
IMPERSONAL = frozenset([
    "generator", "editing-cycles", "editing-duration", "creation-date", "date", "document-statistic",
    "language",
])  # fmt: skip


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of an .odt transcript.

    Raises
    ------
    UnreadableError
        For a broken or protected document or speaker labels that the study does not name.
    """
    members = names(data)
    try:
        kind = odfdo.Container(io.BytesIO(data)).mimetype
    except DAMAGED as error:
        raise UnreadableError(f"it is no readable OpenDocument text ({error})") from None
    if "opendocument.text" not in kind or "content.xml" not in members:
        raise UnreadableError("it is no OpenDocument text")
    content, *others = [xml(member(data, part)) for part in ("content.xml", *PARTS) if part in members]
    dropped: list[Dropped] = []
    for other in others:
        dropped += _properties(other)
    body = content.find(".//{*}body/{*}text")
    if body is None:
        raise UnreadableError("it holds no text body; it may be protected by a password")
    lines = list(_lines(body, _bold_styles(content), dropped))
    deleted = body.find("{*}tracked-changes") is not None
    warnings = ["deletions under tracked changes are left out, insertions count as text"] if deleted else []
    return from_lines(lines, labels, format="odt", dropped=dropped, warnings=warnings)


def _bold_styles(content: etree._Element) -> frozenset[str]:
    styles = content.findall(".//{*}automatic-styles/{*}style")
    return frozenset(
        attribute(style, "name")
        for style in styles
        if any(attribute(p, "font-weight") == "bold" for p in style.findall("{*}text-properties"))
    )


def _lines(body: etree._Element, bold: frozenset[str], dropped: list[Dropped]) -> Iterator[Line]:
    for number, block in enumerate(_blocks(body, dropped), 1):
        if tag(block) == "table":
            for index, record in enumerate(block.iter("{*}table-row"), 1):
                cells = [_cell(cell, bold, dropped) for cell in record if tag(cell).endswith("table-cell")]
                yield from row(f"table at paragraph {number}, row {index}", cells)
        else:
            yield from _paragraph(block, bold, f"paragraph {number}", dropped)


def _cell(cell: etree._Element, bold: frozenset[str], dropped: list[Dropped]) -> str:
    blocks = [b for b in _blocks(cell, dropped) if tag(b) != "table"]
    return "\n".join(line.whole for block in blocks for line in _paragraph(block, bold, "table", dropped))


def _blocks(element: etree._Element, dropped: list[Dropped]) -> Iterator[etree._Element]:
    """Paragraphs and tables in order; deletions and boxes outside paragraphs are dropped."""
    for child in element:
        name = tag(child)
        if name in ("p", "h", "table"):
            yield child
        elif name == "tracked-changes":
            dropped += _changes(child)
        elif name in ASIDE:
            dropped += _aside(child, name)
        elif name:
            yield from _blocks(child, dropped)


def _paragraph(
    block: etree._Element, bold: frozenset[str], place: str, dropped: list[Dropped]
) -> Iterator[Line]:
    text, label = "", ""
    for piece, heavy in _pieces(block, bold, dropped, heavy=False):
        label += piece if heavy and label == text else ""
        text += piece
    name, rest = label.strip(), text[len(label) :]
    if name and ":" not in name and "\n" not in name and rest.strip() and not rest.lstrip().startswith(":"):
        yield from (Line(place, line, "" if i else name) for i, line in enumerate(rest.split("\n")))
    else:
        yield from (Line(place, line) for line in text.split("\n") if line.strip())


def _pieces(
    element: etree._Element, bold: frozenset[str], dropped: list[Dropped], *, heavy: bool
) -> Iterator[tuple[str, bool]]:
    """Text of a paragraph in order, each piece with whether it is bold."""
    heavy = heavy or attribute(element, "style-name") in bold
    yield element.text or "", heavy
    for child in element:
        name = tag(child)
        if name in ASIDE:
            dropped += _aside(child, name)
        elif name in SIGNS:
            yield SIGNS[name], heavy
        elif name == "s":
            yield " " * min(int(attribute(child, "c") or 1), 1000), heavy
        elif name:
            yield from _pieces(child, bold, dropped, heavy=heavy)
        yield child.tail or "", heavy


def _aside(element: etree._Element, name: str) -> list[Dropped]:
    """A comment, note or box, and who wrote it."""
    people = [e for e in element.iter() if tag(e) in ("creator", "sender-initials", "creator-initials")]
    hidden = {*people, *(e for e in element.iter() if tag(e) == "date")}
    text = " ".join(
        t.strip()
        for e in element.iter()
        if e not in hidden
        for t in (e.text, e is not element and e.tail)
        if t
    )
    authors = [
        Dropped(f"{ASIDE[name]} author", p.text, f"{ASIDE[name]} author", PROPERTY) for p in people if p.text
    ]
    return [*([Dropped(ASIDE[name], text.strip(), ASIDE[name])] if text.strip() else []), *authors]


def _changes(element: etree._Element) -> Iterator[Dropped]:
    for author in sorted({e.text or "" for e in element.iter("{*}creator")} - {""}):
        yield Dropped("revision author", author, "revision author", PROPERTY)
    for deletion in element.iter("{*}deletion"):
        text = " ".join("".join(map(str, p.itertext())) for p in deletion if tag(p) in ("p", "h"))
        if text.strip():
            yield Dropped("tracked changes", text.strip(), "deleted under tracked changes")


def _properties(root: etree._Element) -> Iterator[Dropped]:
    for element in root.iterfind("{*}meta/*"):
        if tag(element) not in IMPERSONAL and (element.text or "").strip():
            yield Dropped(f"meta {tag(element)}", str(element.text).strip(), "document property", PROPERTY)
    for page in root.iterfind(".//{*}master-page/*"):
        text = " ".join(" ".join(map(str, page.itertext())).split())
        if text:
            yield Dropped("styles", text, "page header or footer")
