"""Zip archives and XML from elsewhere, opened within bounds: nothing is unpacked to disk."""

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from peerstudy.coding.qda.project import UnreadableError

DRIVE = re.compile(r"[A-Za-z]:")
MEMBERS = 50_000
PART = 300_000_000  # bytes of one unpacked part: some hundred times the longest interview study
DEPTH = 200  # of nested elements
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


class Archive:
    """The parts of a zip archive, read one by one when asked for."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise UnreadableError(f"it is no zip archive ({error})") from None
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        if len(infos) > MEMBERS:
            raise UnreadableError(f"the archive holds {len(infos)} parts; more than {MEMBERS} are not read")
        for info in infos:
            path = PurePosixPath(info.filename.replace("\\", "/"))
            if path.is_absolute() or ".." in path.parts or DRIVE.match(str(path)):
                raise UnreadableError(f"the archive names a part outside of itself: {info.filename!r}")
        self._infos = {info.filename.replace("\\", "/"): info for info in infos}
        if len(self._infos) < len(infos):
            raise UnreadableError("the archive holds two parts of one name")

    @property
    def names(self) -> list[str]:
        """Every part, with forward slashes, in the archive's order."""
        return list(self._infos)

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises
        ------
        UnreadableError
            If it is larger than the bound, encrypted or damaged.
        """
        try:
            with self._zip.open(self._infos[name]) as part:
                data = part.read(PART + 1)
        except DAMAGED as error:
            raise UnreadableError(f"the part {name!r} cannot be read ({error})") from None
        if len(data) > PART:
            raise UnreadableError(f"the part {name!r} is larger than {PART} bytes unpacked")
        return data


def parse(data: bytes) -> Element:
    """The root of an XML document, namespaces taken off its tags.

    Raises
    ------
    UnreadableError
        For malformed XML, document types, entities, and elements nested too deep.
    """
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except ParseError as error:
        raise UnreadableError(f"it is malformed XML ({error})") from None
    except DefusedXmlException as error:
        raise UnreadableError(f"its XML declares a document type or entities ({error})") from None
    except (ValueError, LookupError) as error:
        raise UnreadableError(f"its XML cannot be decoded ({error})") from None
    level = [root]
    for _ in range(DEPTH):
        for element in level:
            element.tag = element.tag.rpartition("}")[2]
        level = [child for element in level for child in element]
    if level:
        raise UnreadableError(f"its XML nests elements deeper than {DEPTH}")
    return root
