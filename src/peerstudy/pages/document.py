"""Word documents of headings, paragraphs and tables, in which no cell can act."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from peerstudy.harmless import harmless

EPOCH = datetime(2000, 1, 1)  # a true time would change the bytes of every run
ZIPPED = (1980, 1, 1, 0, 0, 0)
_TWIPS = 1440  # an inch


@dataclass(frozen=True)
class Heading:
    """A heading of the first, second or third level."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in one of the template's styles."""

    text: str
    style: str = "Normal"


@dataclass(frozen=True)
class Grid:
    """A table: a head that is repeated on every page, rows of text, and widths in inches."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]


def document(title: str, parts: Iterable[Heading | Paragraph | Grid], *, wide: bool = False) -> bytes:
    """A .docx file; the same parts give the same bytes.

    Parameters
    ----------
    title
        Title of the document, shown on top and kept in its properties.
    parts
        What stands under it, in order.
    wide
        Whether pages lie on their long side.
    """
    made = docx.Document()
    known = made.core_properties
    known.title, known.author, known.comments = harmless(title), "peerstudy", ""
    known.created = known.modified = EPOCH
    if wide:
        page = made.sections[0]
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = page.page_height, page.page_width
    made.add_heading(harmless(title), 0)
    for part in parts:
        if isinstance(part, Grid):
            made.element.body.insert_element_before(parse_xml(_table(part)), "w:sectPr")
            made.add_paragraph()
        elif isinstance(part, Heading):
            made.add_heading(harmless(part.text), part.level)
        else:
            made.add_paragraph(harmless(part.text), style=part.style)
    content = io.BytesIO()
    made.save(content)
    return _sealed(content.getvalue())


def _table(grid: Grid) -> str:
    """The table as markup: building it cell by cell would take minutes for a framework matrix."""
    widths = [round(width * _TWIPS) for width in grid.widths]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(grid.head, widths, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", "<w:rPr><w:b/></w:rPr>")
    rows = "".join(_row(row, widths, "", "") for row in grid.rows)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" '
        f'w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{head}{rows}'
        "</w:tbl>"
    )


def _row(cells: Sequence[str], widths: Sequence[int], kind: str, face: str) -> str:
    return (
        f"<w:tr>{kind}"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{_runs(harmless(text), face)}'
            "</w:p></w:tc>"
            for text, width in zip(cells, widths, strict=True)
        )
        + "</w:tr>"
    )


def _runs(text: str, face: str) -> str:
    if not text:
        return ""
    kept = escape(text).replace("\r\n", "\n").replace("\r", "\n")
    for character, tag in (("\n", "br"), ("\t", "tab")):
        kept = kept.replace(character, f'</w:t><w:{tag}/><w:t xml:space="preserve">')
    return f'<w:r>{face}<w:t xml:space="preserve">{kept}</w:t></w:r>'


def _sealed(data: bytes) -> bytes:
    """The same parts of a package with one time for all."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as written,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for name in written.namelist():
            about = zipfile.ZipInfo(name, ZIPPED)
            about.compress_type, about.external_attr, about.create_system = (
                zipfile.ZIP_DEFLATED,
                0o644 << 16,
                3,
            )
            kept.writestr(about, written.read(name))
    return content.getvalue()
