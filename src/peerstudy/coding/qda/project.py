"""What every reader of coding tools gives: codes, documents, marked passages, and what was left behind."""

from collections.abc import Iterable
from dataclasses import dataclass, field


class UnreadableError(ValueError):
    """Why a file cannot be read as codings, in words, without the file's name."""


@dataclass(frozen=True)
class Code:
    """A code of the tool; `parent` is the id of the code above it."""

    id: str
    name: str
    parent: str = ""
    description: str = ""


@dataclass(frozen=True)
class Document:
    """A coded document; `text` has LF line ends and no byte order mark."""

    id: str
    name: str
    text: str


@dataclass(frozen=True)
class Stretch:
    """Code points `start` to `end` (exclusive) of a document's text."""

    document: str
    start: int
    end: int


@dataclass(frozen=True)
class TurnStretch:
    """Code points `start` to `end` (exclusive) of a turn; -1 where only the turn was named."""

    interview: str
    turn: int
    start: int
    end: int


@dataclass(frozen=True)
class Somewhere:
    """No place but the name of the document that holds the words."""

    document: str


@dataclass(frozen=True)
class Unit:
    """A whole segment, by its id or by its item on a coding sheet."""

    name: str


@dataclass(frozen=True)
class Selection:
    """One code on one passage by one coder.

    `quote` is the passage as the tool shows it; `id` names it in messages and in study.yaml.
    """

    id: str
    code: str
    coder: str
    quote: str
    place: Stretch | TurnStretch | Somewhere | Unit
    memo: str = ""
    valence: str = ""


@dataclass(frozen=True)
class Listed:
    """A row of a coding sheet: who filled it in, and the segment that it shows, marked or not."""

    coder: str
    unit: str
    words: str


@dataclass(frozen=True)
class Loss:
    """Something of the file that a study has no place for."""

    kind: str
    name: str


@dataclass(frozen=True)
class Project:
    """A file of codings, read.

    `readers` are coders for whom the file speaks whether they marked anything or not; an empty name stands
    for whoever the file is called after. `listed` are the rows of a coding sheet. `problems` tell of rows
    that cannot be understood, beside which the others are read.
    """

    format: str
    codes: list[Code]
    documents: list[Document] = field(default_factory=list)
    selections: list[Selection] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    readers: list[str] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def paths(self) -> dict[str, str]:
        """Each code's names from the top of its tree, parted by " > ", by its id."""
        named = {code.id: code for code in self.codes}
        return {code.id: " > ".join(_ancestry(code, named)) for code in self.codes}

    def named(self) -> set[str]:
        """What passages without a document here call the document or interview that they are of."""
        places = [selection.place for selection in self.selections]
        return {p.document for p in places if isinstance(p, Somewhere)} | {
            p.interview for p in places if isinstance(p, TurnStretch)
        }


def _ancestry(code: Code, named: dict[str, Code]) -> list[str]:
    names, seen = [code.name], {code.id}
    while code.parent and code.parent in named and code.parent not in seen:
        code = named[code.parent]
        seen.add(code.id)
        names.append(code.name)
    return names[::-1]


def lost(kind: str, names: Iterable[str]) -> list[Loss]:
    """One loss for each name; things without a name are called by their number."""
    return [Loss(kind, name or f"number {number}") for number, name in enumerate(names, 1)]
