"""Taguette projects (``.sqlite3``): highlights count UTF-8 bytes of the document's text without tags."""

import contextlib
import json
from typing import NamedTuple

from peerstudy.coding.dialect import Marked, OffsetError, detect
from peerstudy.coding.offsets import Convention, positions
from peerstudy.coding.qda import sqlite
from peerstudy.coding.qda.page import Page
from peerstudy.coding.qda.project import (
    Code,
    Document,
    Loss,
    Project,
    Selection,
    Stretch,
    UnreadableError,
    lost,
)

# Taguette counts bytes; copies of its projects that count otherwise are noticed.
READINGS = (Convention("UTF-8 bytes"), Convention("code points"), Convention("UTF-16 units"))


class Highlight(NamedTuple):
    """A highlighted passage as the project holds it."""

    id: int
    document: int
    start: int
    end: int
    snippet: str


def read(data: bytes) -> Project:
    """Tags, documents and highlights; who highlighted is taken from the project's log of commands.

    Raises
    ------
    UnreadableError
        If it is no Taguette project, or holds several.
    """
    with sqlite.opened(data) as base:
        projects = sqlite.rows(base, "projects", name=str)
        if len(projects) != 1:
            raise UnreadableError(f"it should hold one Taguette project and holds {len(projects)}")
        tags = sqlite.rows(base, "tags", id=int, path=str, description=str)
        documents = sqlite.rows(base, "documents", id=int, name=str, contents=str, description=str)
        highlights = [
            Highlight(*row)
            for row in sqlite.rows(
                base, "highlights", id=int, document_id=int, start_offset=int, end_offset=int, snippet=str
            )
        ]
        tagged: dict[int, list[str]] = {}
        for highlight, tag in sqlite.rows(base, "highlight_tags", highlight_id=int, tag_id=int):
            tagged.setdefault(highlight, []).append(str(tag))
        coders = _coders(sqlite.rows(base, "commands", user_login=str, payload=str))
        members = [name for (name,) in sqlite.rows(base, "project_members", user_login=str)]
    coders = {key: members[0] if len(members) == 1 else "" for key in tagged} | coders
    pages = {key: (name, Page(contents)) for key, name, contents, _ in documents}
    selections, losses, remark = _selections(pages, highlights, tagged, coders)
    return Project(
        format="Taguette project",
        codes=[Code(str(key), path, "", note) for key, path, note in tags],
        documents=[Document(str(key), name, page.text) for key, (name, page) in pages.items()],
        selections=selections,
        losses=losses + lost("document description", [name for _, name, _, note in documents if note]),
        remarks=[remark],
    )


def _coders(commands: list[sqlite.Row]) -> dict[int, str]:
    """Who made each highlight."""
    coders: dict[int, str] = {}
    for user, payload in commands:
        with contextlib.suppress(json.JSONDecodeError):
            match json.loads(payload):
                case {"type": "highlight_add", "highlight_id": int(highlight)}:
                    coders.setdefault(highlight, user)
    return coders


def _selections(
    pages: dict[int, tuple[str, Page]],
    highlights: list[Highlight],
    tagged: dict[int, list[str]],
    coders: dict[int, str],
) -> tuple[list[Selection], list[Loss], str]:
    marks = {key: [mark for mark in highlights if mark.document == key] for key in pages}
    marked = [
        Marked(
            pages[key][1].raw,
            [mark.start for mark in those],
            [mark.end for mark in those],
            [Page(mark.snippet).raw for mark in those],
        )
        for key, those in marks.items()
    ]
    try:
        found = detect(marked, READINGS)
    except OffsetError as error:
        raise UnreadableError(str(error)) from None
    selections, losses = [], []
    for (key, those), document in zip(marks.items(), marked, strict=True):
        name, page = pages[key]
        starts = positions(document.raw, document.starts, found.convention)
        ends = positions(document.raw, document.ends, found.convention)
        for mark, start, end in zip(those, starts.tolist(), ends.tolist(), strict=True):
            if not 0 <= start < end:
                losses.append(Loss("passage outside of its text", f"{name}: {mark.id}"))
            elif mark.id not in tagged:
                losses.append(Loss("passage without a code", f"{name}: {mark.id}"))
            else:
                first, last = page.stretch(start, end)
                selections += [
                    Selection(
                        id=f"{mark.id}/{tag}",
                        code=tag,
                        coder=coders[mark.id],
                        quote=page.text[first:last],
                        place=Stretch(str(key), first, last),
                    )
                    for tag in tagged[mark.id]
                ]
    return selections, losses, str(found)
