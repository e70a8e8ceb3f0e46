"""Word documents whose comments are the codes: the author codes, the commented words are the passage."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from peerstudy.coding.qda.container import Archive, parse
from peerstudy.coding.qda.project import Code, Document, Project, Selection, Stretch, UnreadableError, lost

MEMO = ("memo:", "note:")


def read(data: bytes) -> Project:
    """Commented passages; each line of a comment, or part between semicolons, is a code.

    A line that begins with ``memo:`` or ``note:`` is the coder's note on the passage.

    Raises
    ------
    UnreadableError
        If it is no Word document or holds no comments.
    """
    archive = Archive(data)
    if "word/document.xml" not in archive.names:
        raise UnreadableError("it is no Word document")
    if "word/comments.xml" not in archive.names:
        raise UnreadableError("it holds no comments. Hint: mark passages with comments, one code a line")
    text, ranges = _body(parse(archive.read("word/document.xml")))
    selections, pointless = [], []
    names: dict[str, str] = {}
    for comment in parse(archive.read("word/comments.xml")).iterfind("comment"):
        key = _attribute(comment, "id")
        start, end = ranges.get(key, (0, 0))
        codes, memo = _said(comment)
        if not text[start:end].strip() or not codes:
            pointless.append("; ".join(codes) or memo)
            continue
        for name in codes:
            names.setdefault(name.casefold(), name)
            selections.append(
                Selection(
                    id=f"{key}/{name}",
                    code=name.casefold(),
                    coder=_attribute(comment, "author"),
                    quote=text[start:end],
                    place=Stretch("", start, end),
                    memo=memo,
                )
            )
    return Project(
        format="Word comments",
        codes=[Code(key, name) for key, name in names.items()],
        documents=[Document("", "", text)],
        selections=selections,
        losses=lost("comment without a passage or a code", pointless),
    )


def _said(comment: Element) -> tuple[list[str], str]:
    """Codes and note of a comment."""
    lines = ["".join(_runs(paragraph)).strip() for paragraph in comment.iter("p")]
    notes = [line for line in lines if line.lower().startswith(MEMO)]
    codes = [code.strip() for line in lines if line not in notes for code in line.split(";")]
    return [code for code in codes if code], "\n".join(note.partition(":")[2].strip() for note in notes)


def _body(root: Element) -> tuple[str, dict[str, tuple[int, int]]]:
    """Text of the document, a paragraph a line, and the commented stretch by comment."""
    pieces: list[str] = []
    starts: dict[str, int] = {}
    ranges: dict[str, tuple[int, int]] = {}
    length = 0
    for piece in _walk(root):
        if isinstance(piece, str):
            pieces.append(piece)
            length += len(piece)
        elif piece.tag == "commentRangeStart":
            starts[_attribute(piece, "id")] = length
        else:
            key = _attribute(piece, "id")
            ranges[key] = (starts.get(key, length), length)
    return "".join(pieces), ranges


def _walk(element: Element) -> Iterator[str | Element]:
    """Text as it reads (deleted words left out), and the ends of comments, in order."""
    for child in element:
        if child.tag in ("commentRangeStart", "commentRangeEnd"):
            yield child
        elif child.tag == "r":
            yield from _runs(child)
        elif child.tag not in ("del", "moveFrom"):
            yield from _walk(child)
            if child.tag == "p":
                yield "\n"


def _runs(element: Element) -> Iterator[str]:
    for child in element.iter():
        if child.tag == "t":
            yield child.text or ""
        elif child.tag in ("br", "cr"):
            yield "\n"
        elif child.tag == "tab":
            yield "\t"


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
