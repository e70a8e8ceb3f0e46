"""Writing REFI-QDA 1.0 projects and codebooks: the same study gives the same bytes.

Every tool reads offsets in its own way (`coding.dialect`); texts are written so that all ways agree:
LF, no byte order mark, NFC, no character beyond the basic plane (`coding.plaintext`).
Order of elements and types: QDA-XML 1.0, Project.xsd and Codebook.xsd of 18 March 2019.
"""

import io
import uuid
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, tostring

from peerstudy.coding.plaintext import legible
from peerstudy.coding.qda.project import Code, Selection, Stretch

WRITER = "peerstudy"
WRITTEN = "2000-01-01T00:00:00Z"  # tools ask for times; a true one would change the bytes of every run
ZIPPED = (1980, 1, 1, 0, 0, 0)
NAMED = 100  # characters of a passage in its name, by which readers check its place
# Eight colours that colour-blind readers tell apart (Okabe and Ito 2008).
COLOURS = ("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", "#999999")


@dataclass(frozen=True)
class Case:
    """A person: attributes by name, and the documents that are theirs."""

    name: str
    values: dict[str, str]
    documents: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """A document, its text plain already."""

    name: str
    text: str


@dataclass(frozen=True)
class Study:
    """What is written; selections name codes by id and documents by name."""

    name: str
    description: str
    codes: list[Code]
    texts: list[Text]
    selections: list[tuple[Stretch, Selection]]
    cases: list[Case]


class Writer:
    """Builds the XML of one study; GUIDs depend on the study's name and on what they stand for alone."""

    def __init__(self, study: Study) -> None:
        self.study = study
        self._notes: list[tuple[str, str, str]] = []

    def guid(self, *parts: object) -> str:
        """A GUID (version 5, so the same words give the same)."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join([WRITER, self.study.name, *map(str, parts)])))

    def project(self) -> bytes:
        """The ``project.qde`` of the study."""
        root = Element("Project", xmlns="urn:QDA-XML:project:1.0", name=legible(self.study.name))
        root.attrib |= {"origin": WRITER, "creatingUserGUID": self.guid("user", WRITER)}
        root.attrib |= {"creationDateTime": WRITTEN}
        users = SubElement(root, "Users")
        coders = dict.fromkeys(selection.coder for _, selection in self.study.selections)
        for coder in (WRITER, *sorted(coders)):
            SubElement(users, "User", guid=self.guid("user", coder), name=legible(coder))
        if self.study.codes:
            self._codes(SubElement(root, "CodeBook"))
        self._people(root)
        if self.study.texts:
            sources = SubElement(root, "Sources")
            for text in self.study.texts:
                self._source(sources, text)
        if self._notes:
            notes = SubElement(root, "Notes")
            for key, name, words in self._notes:
                note = SubElement(notes, "Note", guid=key, name=name, creationDateTime=WRITTEN)
                SubElement(note, "PlainTextContent").text = words
        SubElement(root, "Description").text = legible(self.study.description)
        return _xml(root)

    def codebook(self) -> bytes:
        """The ``.qdc`` of the study."""
        root = Element("CodeBook", xmlns="urn:QDA-XML:codebook:1.0", origin=WRITER)
        self._codes(root)
        return _xml(root)

    def _codes(self, book: Element) -> None:
        """The tree of codes, in the order in which they are given."""
        above = {"": SubElement(book, "Codes")}
        for number, code in enumerate(self.study.codes):
            element = SubElement(above[code.parent], "Code", guid=self.guid("code", code.id))
            element.attrib |= {"name": legible(code.name), "isCodable": "true"}
            element.attrib |= {"color": COLOURS[number % len(COLOURS)]}
            if code.description:
                SubElement(element, "Description").text = legible(code.description)
            above[code.id] = element

    def _people(self, root: Element) -> None:
        """Attributes as variables, people as cases."""
        attributes = dict.fromkeys(name for case in self.study.cases for name in case.values)
        if attributes:
            variables = SubElement(root, "Variables")
            for name in attributes:
                variable = SubElement(variables, "Variable", guid=self.guid("variable", name))
                variable.attrib |= {"name": legible(name), "typeOfVariable": "Text"}
        if self.study.cases:
            cases = SubElement(root, "Cases")
            for case in self.study.cases:
                element = SubElement(
                    cases, "Case", guid=self.guid("case", case.name), name=legible(case.name)
                )
                self._values(element, case)
                for name in case.documents:
                    SubElement(element, "SourceRef", targetGUID=self.guid("source", name))

    def _values(self, element: Element, case: Case) -> None:
        for name, value in case.values.items():
            if value:
                pair = SubElement(element, "VariableValue")
                SubElement(pair, "VariableRef", targetGUID=self.guid("variable", name))
                SubElement(pair, "TextValue").text = legible(value)

    def _source(self, sources: Element, text: Text) -> None:
        source = SubElement(sources, "TextSource", guid=self.guid("source", text.name))
        source.attrib |= {"name": legible(text.name), "plainTextPath": f"internal://{self.file(text)}"}
        source.attrib |= {"creatingUser": self.guid("user", WRITER), "creationDateTime": WRITTEN}
        marks = [pair for pair in self.study.selections if pair[0].document == text.name]
        marks.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[1].coder, pair[1].code))
        for (start, end, coder), pairs in groupby(marks, lambda p: (p[0].start, p[0].end, p[1].coder)):
            place = (text.name, start, end, coder)
            user = {"creatingUser": self.guid("user", coder), "creationDateTime": WRITTEN}
            name = " ".join(text.text[start:end].split())[:NAMED]
            mark = SubElement(source, "PlainTextSelection", guid=self.guid("passage", *place), name=name)
            mark.attrib |= {"startPosition": str(start), "endPosition": str(end), **user}
            for _, selection in pairs:
                key = (*place, selection.code)
                coding = SubElement(mark, "Coding", {"guid": self.guid("coding", *key), **user})
                SubElement(coding, "CodeRef", targetGUID=self.guid("code", selection.code))
                self._note(coding, "memo", selection.memo, *key)
                self._note(coding, "valence", selection.valence, *key)
        for case in self.study.cases:
            if text.name in case.documents:
                self._values(source, case)

    def _note(self, coding: Element, name: str, words: str, *place: object) -> None:
        if words:
            key = self.guid(name, *place)
            SubElement(coding, "NoteRef", targetGUID=key)
            self._notes.append((key, name, legible(words)))

    def file(self, text: Text) -> str:
        """Name of a document's file among the sources."""
        return f"{self.guid('file', text.name)}.txt"


def qdpx(study: Study) -> bytes:
    """A REFI-QDA project: parts in fixed order with fixed times, stored without compression.

    Compression would make the bytes depend on the machine's zlib.
    """
    writer = Writer(study)
    parts: Iterable[tuple[str, bytes]] = (
        ("project.qde", writer.project()),
        *((f"sources/{writer.file(text)}", text.text.encode()) for text in study.texts),
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts:
            info = zipfile.ZipInfo(name, ZIPPED)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return buffer.getvalue()


def qdc(study: Study) -> bytes:
    """A REFI-QDA codebook."""
    return Writer(study).codebook()


def _xml(root: Element) -> bytes:
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
