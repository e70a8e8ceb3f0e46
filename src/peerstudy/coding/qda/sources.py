"""The texts of a REFI-QDA project and the passages marked in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from peerstudy.coding.qda.codebook import guid
from peerstudy.coding.qda.container import Archive
from peerstudy.coding.qda.project import Loss, UnreadableError, lost


@dataclass(frozen=True)
class Coding:
    """One code on a passage."""

    guid: str
    code: str
    user: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Passage:
    """A marked passage; `start` and `end` are as the tool wrote them."""

    guid: str
    name: str
    start: int
    end: int
    user: str
    description: str
    codings: list[Coding]
    notes: tuple[str, ...]

    def every_note(self) -> tuple[str, ...]:
        """Notes on the passage and on its codings."""
        return self.notes + tuple(note for coding in self.codings for note in coding.notes)


@dataclass(frozen=True)
class Source:
    """A text of the project as its file holds it; `raw` is empty where the text is not there."""

    guid: str
    name: str
    raw: str
    passages: list[Passage]
    losses: list[Loss] = field(default_factory=list)


def sources(root: Element, archive: Archive) -> Iterator[Source]:
    """Plain texts, the plain texts of PDF files, and the transcripts of audio and video."""
    for element in root.iterfind("./Sources/*"):
        name = element.get("name") or element.get("plainTextPath") or element.get("path") or ""
        losses = lost("code on a whole document", [name for _ in element.iterfind("Coding")])
        if element.tag == "TextSource":
            yield _text_source(element, name, archive, losses)
        elif element.tag == "PDFSource":
            inner = element.find("Representation")
            yield _text_source(element if inner is None else inner, name, archive, losses)
        elif element.tag in ("AudioSource", "VideoSource"):
            for transcript in element.iterfind("Transcript"):
                raw = text_of(transcript, archive)
                yield _source(transcript, name, raw, list(_synced(transcript)), losses)
                losses = []
            if element.find("Transcript") is None:
                yield _source(element, name, "", [], losses)


def text_of(element: Element, archive: Archive) -> str:
    """The plain text of a source or note, byte order mark and line ends as stored; empty if not there."""
    inline = element.findtext("PlainTextContent")
    if inline is not None:
        return inline
    part = _part(element.get("plainTextPath", ""), archive)
    if not part:
        return ""
    data = archive.read(part)
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"the part {part!r} is no UTF-8 text ({error.reason})") from None


def _part(path: str, archive: Archive) -> str:
    """The part of the archive that a path such as ``internal://<guid>.txt`` means; empty if there is none."""
    wanted = PurePosixPath(unquote(path.replace("\\", "/"))).name.casefold()
    found = [name for name in archive.names if wanted and PurePosixPath(name).name.casefold() == wanted]
    return min(found, key=len) if found else ""


def _text_source(element: Element, name: str, archive: Archive, losses: list[Loss]) -> Source:
    passages = []
    for mark in element.iterfind("PlainTextSelection"):
        start, end = _number(mark.get("startPosition")), _number(mark.get("endPosition"))
        passages.append(_passage(mark, start, end))
    return _source(element, name, text_of(element, archive), passages, losses)


def _source(element: Element, name: str, raw: str, passages: list[Passage], losses: list[Loss]) -> Source:
    uncoded = [f"{name}: {passage.guid}" for passage in passages if not passage.codings]
    return Source(
        guid=guid(element.get("guid")),
        name=name,
        raw=raw,
        passages=[passage for passage in passages if passage.codings],
        losses=losses + lost("passage without a code", uncoded),
    )


def _synced(transcript: Element) -> Iterator[Passage]:
    """Passages of a transcript: from one synchronised place to another."""
    places = {guid(p.get("guid")): _number(p.get("position")) for p in transcript.iterfind("SyncPoint")}
    for mark in transcript.iterfind("TranscriptSelection"):
        first, last = guid(mark.get("fromSyncPoint")), guid(mark.get("toSyncPoint"))
        yield _passage(mark, places.get(first, -1), places.get(last, -1))


def _passage(mark: Element, start: int, end: int) -> Passage:
    return Passage(
        guid=guid(mark.get("guid")),
        name=mark.get("name", ""),
        start=start,
        end=end,
        user=guid(mark.get("creatingUser")),
        description=(mark.findtext("Description") or "").strip(),
        codings=[
            Coding(guid(c.get("guid")), guid(ref.get("targetGUID")), guid(c.get("creatingUser")), _notes(c))
            for c in mark.iterfind("Coding")
            for ref in c.iterfind("CodeRef")
        ],
        notes=_notes(mark),
    )


def _notes(element: Element) -> tuple[str, ...]:
    return tuple(guid(reference.get("targetGUID")) for reference in element.iterfind("NoteRef"))


def _number(text: str | None) -> int:
    """A whole number as written; -1 for anything else, which no offset is."""
    try:
        return int(text or "")
    except ValueError:
        return -1
