"""What may be opened at all: limits that hostile or broken files meet before any library sees them."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

from peerstudy.corpus.readers.transcript import UnreadableError

# What libraries raise for damaged packages and parts; malformed XML is a SyntaxError.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    NotImplementedError,
)

MEGABYTE = 1_000_000
LARGEST_TEXT = 32 * MEGABYTE  # a word-by-word recogniser's file of a two-hour interview has about 10
LARGEST_FILE = 64 * MEGABYTE  # documents may hold pictures
LARGEST_UNPACKED = 256 * MEGABYTE
MOST_MEMBERS = 5_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def check_size(data: bytes) -> None:
    """Refuse what is empty or larger than any transcript.

    Raises
    ------
    UnreadableError
        With the size and what is allowed.
    """
    if not data.strip():
        raise UnreadableError("the file is empty")
    most = LARGEST_FILE if data[:4] in (b"PK\x03\x04", b"%PDF") else LARGEST_TEXT
    if len(data) > most:
        raise UnreadableError(
            f"it has {len(data) / MEGABYTE:.0f} MB; a transcript may have "
            f"{most // MEGABYTE}. Hint: is it a recording?"
        )


def check_ole(data: bytes) -> None:
    """Refuse old binary Office files and documents with a password.

    Raises
    ------
    UnreadableError
        With what to do.
    """
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableError("it is protected by a password. Hint: save it without one")
        raise UnreadableError("it is an old binary Office file. Hint: save it as .docx or .xlsx")


def names(data: bytes) -> frozenset[str]:
    """Names of a zip archive's members, once it is known to be harmless.

    Raises
    ------
    UnreadableError
        For broken, encrypted or swollen archives, paths that lead out of it, and macros.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except DAMAGED as error:
        raise UnreadableError(f"its archive is broken ({error})") from None
    size = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or size > LARGEST_UNPACKED:
        raise UnreadableError(
            f"unpacked it would be {len(members)} files of {size / MEGABYTE:.0f} MB; "
            f"allowed are {MOST_MEMBERS} of {LARGEST_UNPACKED // MEGABYTE}. No transcript needs that"
        )
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if ".." in path.parts or path.is_absolute() or ":" in "".join(path.parts[:1]):
            raise UnreadableError(f"its archive holds a path that leads out of it: {member.filename!r}")
        if member.flag_bits & 1:
            raise UnreadableError("it is protected by a password. Hint: save it without one")
        if path.name.casefold().startswith("vbaproject") or "Basic" in path.parts[:1]:
            raise UnreadableError("it holds macros. Hint: save it as a document without macros")
    return frozenset(member.filename for member in members)


def member(data: bytes, name: str) -> bytes:
    """One member of an archive whose :func:`names` were checked.

    Raises
    ------
    UnreadableError
        If it is not there or broken.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read(name)
    except DAMAGED as error:
        raise UnreadableError(f"its part {name!r} cannot be unpacked ({error})") from None


def xml(data: bytes) -> etree._Element:
    """Root of an XML document; entities, external or not, are never expanded, nothing is fetched.

    Raises
    ------
    UnreadableError
        For broken XML, entity declarations, or nesting that no transcript has.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"its XML is broken ({error})") from None
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise UnreadableError(
            "its XML declares entities of its own. Hint: no transcript needs them; save it again"
        )
    return root


def tag(element: etree._Element) -> str:
    """Name of an element without its namespace; empty for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """Value of an attribute whatever its namespace."""
    for key, value in element.attrib.items():
        if etree.QName(key).localname == name:
            return str(value)
    return ""
