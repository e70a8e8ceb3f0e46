"""REFI-QDA projects (``.qdpx``), read as they are written in the wild; what has no place here is counted."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from peerstudy.coding.dialect import Marked, OffsetError, detect
from peerstudy.coding.offsets import positions, stored
from peerstudy.coding.qda.codebook import codes, guid
from peerstudy.coding.qda.container import Archive, parse
from peerstudy.coding.qda.project import Document, Loss, Project, Selection, Stretch, UnreadableError, lost
from peerstudy.coding.qda.sources import Passage, Source, sources, text_of

SURE = 0.95  # below it a person is told to look at the offsets
# What a study has no place for, by where the standard puts it.
LEFT = {
    "variable": "./Variables/Variable",
    "case": "./Cases/Case",
    "link": "./Links/Link",
    "set": "./Sets/Set",
    "graph": "./Graphs/Graph",
    "picture": "./Sources/PictureSource",
    "coded part of a picture": "./Sources/PictureSource/PictureSelection",
    "coded part of a page": "./Sources/PDFSource/PDFSelection",
    "coded part of audio": "./Sources/AudioSource/AudioSelection",
    "coded part of video": "./Sources/VideoSource/VideoSelection",
}


def read(data: bytes) -> Project:
    """Codes, texts and coded passages of a REFI-QDA project.

    Read leniently: any single ``*.qde`` at the top, a ``sources`` folder in any case, GUIDs with or without
    braces and in any case, codebook namespace 0:4, empty containers. Offsets are read by the convention that
    :func:`peerstudy.coding.dialect.detect` finds.

    Raises
    ------
    UnreadableError
        If it is no REFI-QDA project or its offsets fit no known convention.
    """
    archive = Archive(data)
    root = parse(archive.read(_project_file(archive)))
    if root.tag.lower() != "project":
        raise UnreadableError(f"its XML is no REFI-QDA project but {root.tag!r}")
    book = root.find("CodeBook")
    known = [] if book is None else codes(book)
    found = list(sources(root, archive))
    losses = [loss for source in found for loss in source.losses] + _left(root)
    texts = [source for source in found if source.raw]
    losses += lost("document without text", [source.name for source in found if not source.raw])
    notes = {
        guid(note.get("guid")): (note.get("name", ""), text_of(note, archive))
        for note in root.iterfind("./Notes/Note")
    }
    selections, remarks, more = _selections(root, texts, notes)
    used = {key for source in texts for passage in source.passages for key in passage.every_note()}
    unused = [name or text[:40] for key, (name, text) in notes.items() if key not in used]
    losses += more + lost("note", unused)
    return Project(
        format=f"REFI-QDA project, {root.get('origin') or 'origin not stated'}",
        codes=known,
        documents=[Document(source.guid, source.name, stored(source.raw)) for source in texts],
        selections=selections,
        losses=losses,
        remarks=remarks,
    )


def _project_file(archive: Archive) -> str:
    found = [name for name in archive.names if name.lower().endswith(".qde") and "/" not in name]
    if len(found) != 1:
        raise UnreadableError(
            f"the archive should hold one .qde file at its top and holds {len(found)}"
            + (f": {', '.join(found)}" if found else "")
        )
    return found[0]


def _left(root: Element) -> list[Loss]:
    return [
        loss
        for kind, path in LEFT.items()
        for loss in lost(kind, [element.get("name", "") for element in root.iterfind(path)])
    ]


def _selections(
    root: Element, texts: list[Source], notes: dict[str, tuple[str, str]]
) -> tuple[list[Selection], list[str], list[Loss]]:
    """Every coding of every passage, the convention of the offsets, and passages that point nowhere."""
    coded = [source for source in texts if source.passages]
    try:
        found = detect([_marked(source) for source in coded])
    except OffsetError as error:
        raise UnreadableError(str(error)) from None
    users = {guid(user.get("guid")): _user(user) for user in root.iterfind("./Users/User")}
    only = next(iter(users.values())) if len(users) == 1 else ""
    selections: list[Selection] = []
    losses: list[Loss] = []
    for source in coded:
        text = stored(source.raw)
        starts = positions(source.raw, [passage.start for passage in source.passages], found.convention)
        ends = positions(source.raw, [passage.end for passage in source.passages], found.convention)
        for passage, start, end in zip(source.passages, starts.tolist(), ends.tolist(), strict=True):
            if not 0 <= start < end:
                losses.append(Loss("passage outside of its text", f"{source.name}: {passage.guid}"))
                continue
            stretch = Stretch(source.guid, start, end)
            selections += _codings(passage, stretch, text[start:end], users, only, notes)
    remarks = [str(found)] if coded else []
    if found.confidence < SURE:
        remarks.append("look at these offsets: another reading is nearly as likely")
    return selections, remarks, losses


def _marked(source: Source) -> Marked:
    starts, ends, names = zip(*((p.start, p.end, p.name) for p in source.passages), strict=True)
    return Marked(source.raw, list(starts), list(ends), list(names))


def _user(user: Element) -> str:
    return user.get("name") or user.get("id") or guid(user.get("guid"))


def _codings(
    passage: Passage,
    stretch: Stretch,
    quote: str,
    users: dict[str, str],
    only: str,
    notes: dict[str, tuple[str, str]],
) -> Iterator[Selection]:
    for coding in passage.codings:
        said = [notes[key] for key in (*passage.notes, *coding.notes) if key in notes]
        # Some tools write the passage itself into its description.
        description = "" if passage.description.split() == quote.split() else passage.description
        memos = [description, *(text for name, text in said if name != "valence")]
        yield Selection(
            id=coding.guid,
            code=coding.code,
            coder=users.get(coding.user) or users.get(passage.user) or only,
            quote=quote,
            place=stretch,
            memo="\n".join(memo for memo in memos if memo),
            valence="; ".join(text for name, text in said if name == "valence"),
        )
