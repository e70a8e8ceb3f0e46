"""Word documents: labels before a colon, in bold or on their own line, tables, Teams, Zoom, Otter.

Tracked changes are resolved: what was inserted counts, what was deleted does not. Comments, notes, headers
and text boxes are no speech. All of it is listed in what was dropped, with the people who wrote it.
"""

import io
from collections.abc import Iterator

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import Part
from lxml import etree

from peerstudy.corpus.readers.archive import DAMAGED, attribute, names, tag, xml
from peerstudy.corpus.readers.headings import Line
from peerstudy.corpus.readers.lines import from_lines, row
from peerstudy.corpus.readers.transcript import (
    PROPERTY,
    STRUCTURE,
    Dropped,
    Labels,
    Transcript,
    UnreadableError,
)

ASIDE = {
    "comments": "comment",
    "footnotes": "footnote",
    "endnotes": "endnote",
    "header": "page header or footer",
    "footer": "page header or footer",
}
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
PROPERTIES = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "word/people.xml")
# Properties that say nothing of people: counts, versions, dates of the program.
IMPERSONAL = frozenset([
    "Pages", "Words", "Characters", "Lines", "Paragraphs", "CharactersWithSpaces", "TotalTime",
    "Application", "AppVersion", "Template", "DocSecurity", "ScaleCrop", "LinksUpToDate", "SharedDoc",
    "HyperlinksChanged", "revision", "created", "modified", "language", "lpstr", "i4", "lastPrinted",
    "version", "contentStatus",
])  # fmt: skip


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of a .docx transcript.

    Raises
    ------
    UnreadableError
        For a broken, protected or macro-bearing document or speaker labels that the study does not name.
    """
    names(data)
    try:
        document = docx.Document(io.BytesIO(data))
        parts = {str(part.partname): part for part in document.part.package.iter_parts()}
        root = xml(document.part.blob)
    except (PackageNotFoundError, etree.LxmlError, *DAMAGED) as error:
        raise UnreadableError(f"it is no readable Word document ({error})") from None
    dropped = [*_asides(parts), *_properties(parts, root)]
    lines = list(_lines(root, dropped))
    warnings = [text for sign, text in _NOTED.items() if any(True for _ in root.iter(f"{{*}}{sign}"))]
    return from_lines(lines, labels, format="docx", dropped=dropped, warnings=warnings)


_NOTED = {
    "ins": "insertions under tracked changes count as text",
    "del": "deletions under tracked changes are left out",
    "numPr": "automatic paragraph numbers are no part of the text",
    "txbxContent": "text boxes are left out",
}


def _lines(root: etree._Element, dropped: list[Dropped]) -> Iterator[Line]:
    """Lines of the body in reading order; a row of a table is one line."""
    for number, block in enumerate(_blocks(root), 1):
        if tag(block) == "tbl":
            for index, record in enumerate(_rows(block), 1):
                cells = ["\n".join(_plain(p, dropped) for p in _paragraphs(cell)) for cell in record]
                yield from row(f"table at paragraph {number}, row {index}", cells)
        else:
            yield from _paragraph(block, f"paragraph {number}", dropped)


def _blocks(element: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and outermost tables, through the wrappers that Word puts around them."""
    for child in element:
        if tag(child) in ("p", "tbl"):
            yield child
        elif tag(child) not in ("sectPr", ""):
            yield from _blocks(child)


def _paragraphs(cell: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs of a cell and of the tables in it, text boxes apart."""
    for block in _blocks(cell):
        yield from [block] if tag(block) == "p" else _paragraphs(block)


def _rows(table: etree._Element) -> Iterator[list[etree._Element]]:
    """Cells of each row; a table within a cell stays within its cell."""
    for record in table.iter("{*}tr"):
        if next(a for a in record.iterancestors() if tag(a) == "tbl") is table:
            yield [
                c
                for c in record.iter("{*}tc")
                if next(a for a in c.iterancestors() if tag(a) == "tr") is record
            ]


def _paragraph(paragraph: etree._Element, place: str, dropped: list[Dropped]) -> Iterator[Line]:
    """Lines of a paragraph; bold words at its start may be the speaker's name."""
    label, text = "", ""
    for kind, piece in _pieces(paragraph):
        if kind in ("text", "bold"):
            label += piece if kind == "bold" and label == text else ""
            text += piece
        else:
            dropped.append(
                Dropped(place, piece, kind, STRUCTURE if kind == "copy for older Word" else "words")
            )
    name = label.strip()
    rest = text[len(label) :]
    if name and ":" not in name and "\n" not in name and rest.strip() and not rest.lstrip().startswith(":"):
        yield from (Line(place, line, "" if i else name) for i, line in enumerate(rest.split("\n")))
    else:
        yield from (Line(place, line) for line in text.split("\n") if line.strip())


def _plain(paragraph: etree._Element, dropped: list[Dropped]) -> str:
    return "\n".join(line.whole for line in _paragraph(paragraph, "table", dropped))


def _pieces(element: etree._Element, kind: str = "text") -> Iterator[tuple[str, str]]:
    """Text of a paragraph in order, each piece with what it is."""
    for child in element:
        name = tag(child)
        if name in ("rPr", "pPr", "tblPr"):
            continue
        if name in ("t", "delText"):
            yield kind, child.text or ""
        elif name == "instrText":
            yield "field code", child.text or ""
        elif name in SIGNS:
            yield kind, SIGNS[name]
        elif name in ("del", "moveFrom"):
            yield from _pieces(child, "deleted under tracked changes")
        elif name == "txbxContent":
            yield from _pieces(child, "text box" if kind in ("text", "bold") else kind)
        elif name == "Fallback":
            yield from _pieces(child, "copy for older Word")
        elif name == "r" and kind in ("text", "bold"):
            yield from _pieces(child, "bold" if _bold(child) else "text")
        else:
            yield from _pieces(child, kind)


def _bold(run: etree._Element) -> bool:
    mark = run.find("{*}rPr/{*}b")
    return mark is not None and attribute(mark, "val") not in ("0", "false", "off")


def _asides(parts: dict[str, Part]) -> Iterator[Dropped]:
    """Comments, notes, headers and footers, with the comments' authors."""
    for name, part in sorted(parts.items()):
        reason = next(
            (r for sign, r in ASIDE.items() if name.startswith(f"/word/{sign}") and name.endswith(".xml")), ""
        )
        if not reason or ("comments" in name and not name.endswith("/comments.xml")):
            continue
        for block in xml(part.blob):
            text = " ".join("".join(piece for _, piece in _pieces(p)) for p in block.iter("{*}p")).strip()
            if text:
                yield Dropped(name.strip("/"), text, reason)


def _properties(parts: dict[str, Part], root: etree._Element) -> Iterator[Dropped]:
    """Who wrote, changed and commented, and where links lead."""
    for name in PROPERTIES:
        part = parts.get(f"/{name}")
        for element in xml(part.blob).iter() if part is not None else ():
            value = attribute(element, "author") or (element.text or "").strip()
            if value and tag(element) not in IMPERSONAL:
                yield Dropped(f"{name} {tag(element)}", value, "document property", PROPERTY)
    comments = parts.get("/word/comments.xml")
    trees = [("revision author", root)]
    trees += [("comment author", xml(comments.blob))] if comments is not None else []
    for reason, tree in trees:
        for author in sorted({attribute(e, "author") for e in tree.iter()} - {""}):
            yield Dropped(reason, author, reason, PROPERTY)
    for name, part in sorted(parts.items()):
        for relation in part.rels.values() if name.startswith("/word/") else ():
            if relation.is_external:
                yield Dropped(name.strip("/"), relation.target_ref, "link target", PROPERTY)
