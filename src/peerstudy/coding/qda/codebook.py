"""REFI-QDA codebooks: ``.qdc`` files and the ``CodeBook`` of a project; namespaces 1.0 and 0:4 alike."""

from xml.etree.ElementTree import Element

from peerstudy.coding.qda.container import parse
from peerstudy.coding.qda.project import Code, Project, UnreadableError, lost


def guid(text: str | None) -> str:
    """A GUID as GUIDs are compared: without braces, in capitals.

    >>> guid("{0dcef2f5-e55c-49da-8c33-9b0803c7aeb4}")
    '0DCEF2F5-E55C-49DA-8C33-9B0803C7AEB4'
    """
    return (text or "").strip().strip("{}").upper()


def read(data: bytes) -> Project:
    """Codes of a ``.qdc`` file.

    Raises
    ------
    UnreadableError
        If it is no REFI-QDA codebook.
    """
    root = parse(data)
    if root.tag.lower() != "codebook":
        raise UnreadableError(f"its XML is no REFI-QDA codebook but {root.tag!r}")
    return Project(
        format=f"REFI-QDA codebook, {root.get('origin') or 'origin not stated'}",
        codes=codes(root),
        losses=lost("set of codes", [s.get("name", "") for s in root.iterfind("./Sets/Set")]),
    )


def codes(codebook: Element) -> list[Code]:
    """Every code under a ``CodeBook`` element, parents before children."""
    found: list[Code] = []
    waiting = [("", code) for code in codebook.iterfind("./Codes/Code")][::-1]
    while waiting:
        parent, element = waiting.pop()
        code = Code(
            id=guid(element.get("guid")),
            name=element.get("name", ""),
            parent=parent,
            description=(element.findtext("Description") or element.get("description") or "").strip(),
        )
        found.append(code)
        waiting += [(code.id, child) for child in element.iterfind("Code")][::-1]
    return found
