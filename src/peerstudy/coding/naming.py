"""What a study calls the codes, coders and documents of its coding tools, as study.yaml confirms it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from peerstudy import tables
from peerstudy.coding import codemap
from peerstudy.coding.qda.project import Project, Selection
from peerstudy.wording import first

MACHINE = "machine: "  # how the name of a coder begins that is no person
QUALCODER = "data.qda"  # the file inside the folder of a QualCoder project
SHOWN = 12  # rows that a message names before it counts the rest
SEVERAL = re.compile(r"[;,/|+&\n]")
SLIP = "is a comma in a cell without quotation marks, or are columns swapped?"
CONFIRM = "write under spans: code_map: in study.yaml: "


@dataclass(frozen=True)
class Naming:
    """Labels of the themes, and the study's mappings; keys are names as files hold them."""

    labels: dict[str, str]
    code_map: dict[str, str]
    coders: dict[str, str]
    documents: dict[str, str]
    leave_out: frozenset[str]

    def coder(self, name: str, file: str) -> str:
        """Name in this study; who is not named in a file is called like the file."""
        named = name or _stem(file)
        return self.coders.get(named, named)

    def coders_of(self, file: str, project: Project) -> set[str]:
        """Names in this study of all for whom a file speaks."""
        return {self.coder(name, file) for name in _named(project)}

    def themes(self, project: Project) -> dict[str, str]:
        """Theme by code of a file; codes that nobody has mapped are missing."""
        return codemap.themes(project.paths(), self.labels, self.code_map)

    def reason(self, file: str, selection: Selection, theme: str | None, coder: str) -> str:
        """Why a passage is not carried over on purpose; empty if it is."""
        if f"{file}: {selection.id}" in self.leave_out:
            return "passage left out by study.yaml"
        if coder.startswith(MACHINE):
            return "passage coded by a machine"
        return "passage of a code left out by study.yaml" if theme == codemap.LEFT_OUT else ""

    def unmapped(self, file: str, project: Project) -> list[str]:
        """Codes in use that are no theme, each with the theme that may be meant; a person confirms it."""
        themes, paths = self.themes(project), project.paths()
        used: dict[str, list[str]] = {}
        for selection in project.selections:
            if selection.code not in themes:
                used.setdefault(paths[selection.code], []).append(selection.id)
        table = not project.documents  # whose rows a person typed, and can find by their number
        return [f"{file}: {self._unknown(name, passages, table)}" for name, passages in used.items()]

    def _unknown(self, name: str, passages: list[str], table: bool) -> str:
        """What to say of a code that is no theme; no hint may lead to passages lost by accident."""
        rows = f" ({first(passages, SHOWN)})" if table else ""
        told = f"{len(passages)} passage(s){rows}"
        if not name.strip():
            return f"the theme is empty; {told}. Hint: fill it in, or take the row out"
        parts = [part for part in SEVERAL.split(name) if part.strip()]
        if len(parts) > 1 and all(map(self._is_theme, parts)):
            return f"{name!r} names {len(parts)} themes in one cell; {told}. Hint: give each a row of its own"
        likely = codemap.proposal(name, self.labels)
        if likely:
            hint = f"To confirm, {CONFIRM}{name!r}: {likely}"
            return f"theme {name!r} is not in the codebook (did you mean {likely!r}?); {told}. {hint}"
        there = f"add it to codebook.yaml, or {CONFIRM}{name!r}: and the theme that it means"
        hint = f"{SLIP} Else {there}" if table else f"{there}; '' leaves its passages out"
        return f"theme {name!r} is not in the codebook; {told}. Hint: {hint}"

    def _is_theme(self, name: str) -> bool:
        return bool(codemap.themes({"": name}, self.labels, self.code_map))

    def unused(self, projects: dict[str, Project], interviews: Iterable[str]) -> list[str]:
        """Names in study.yaml that no file holds, and themes and interviews that are none."""
        there = {name: list[str]() for name in ("code_map", "coders", "documents", "leave_out")}
        for file, project in projects.items():
            paths = project.paths().values()
            there["code_map"] += [*paths, *(path.rpartition(" > ")[2] for path in paths)]
            there["coders"] += [name or _stem(file) for name in _named(project)]
            there["documents"] += [*project.named(), *(document.name for document in project.documents)]
            there["leave_out"] += [f"{file}: {selection.id}" for selection in project.selections]
        problems = [
            f"study.yaml: spans: {part}: no file of codings holds {name!r}{tables.nearest(name, set(held))}"
            for part, held in there.items()
            for name in sorted(set(getattr(self, part)) - set(held))
        ]
        targets = ((self.code_map, {*self.labels, codemap.LEFT_OUT}), (self.documents, {*interviews}))
        return problems + [
            f"study.yaml: spans: {name!r}: {target!r} is unknown{tables.nearest(target, known)}"
            for mapping, known in targets
            for name, target in mapping.items()
            if target not in known
        ]


def _named(project: Project) -> set[str]:
    return {*project.readers, *(selection.coder for selection in project.selections)}


def _stem(file: str) -> str:
    path = PurePosixPath(file)
    return path.parent.stem if path.name == QUALCODER else path.stem
