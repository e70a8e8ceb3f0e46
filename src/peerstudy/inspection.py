"""Every problem of every file of a study, found in one go and without the model that looks for names."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from peerstudy import (
    codebook,
    framework,
    gate,
    identifiers,
    names,
    roster,
    schema,
    segments,
    spans,
    tables,
    transcripts,
)
from peerstudy.tables import TableError

INPUTS = {"participants": True, "interviews": True, "coverage": True, "speakers": False, "asked": False}


class Inspection:
    """What could be read of a study so far, and what was wrong with the rest."""

    def __init__(self, study: Path, schemas: Path) -> None:
        self.study, self.schemas = study, schemas
        self.found: dict[str, Any] = {}
        self.problems: list[str] = []

    def attempt(self, name: str, needs: list[str], read: Callable[[], Any]) -> None:
        """Read something if all that it needs could be read; keep it, or what is wrong with it."""
        if all(need in self.found for need in needs):
            try:
                self.found[name] = read()
            except (TableError, FileNotFoundError) as error:
                self.problems.append(_told(error))


def problems(study: Path, *, schemas: Path) -> list[str]:
    """Everything that would stop a run, file by file.

    Parameters
    ----------
    study
        The study's folder.
    schemas
        Folder of the schemas of study.yaml and codebook.yaml.

    Returns
    -------
    list of str
        Empty when the study can run (names left in a transcript are looked for by the run itself).
    """
    seen = Inspection(study, schemas)
    found = seen.found
    seen.attempt("settings", [], lambda: _settings(study, schemas))
    for name, required in INPUTS.items():
        if required or (study / f"{name}.csv").exists():
            seen.attempt(name, [], partial(tables.read, study / f"{name}.csv"))
        else:
            found[name] = tables.empty(name)
    seen.attempt("codebook", ["participants"], lambda: _codebook(seen))
    seen.attempt("turns", ["settings", "interviews", "speakers"], lambda: _turns(seen))
    seen.attempt("gate", ["turns"], lambda: _gate(seen))
    seen.attempt(
        "segments", ["turns"], lambda: segments.segments(found["turns"], **found["settings"]["segments"])
    )
    seen.attempt("roster", ["participants", "segments"], lambda: _roster(seen))
    seen.attempt("spans", ["segments", "codebook", "coverage"], lambda: _spans(seen))
    seen.attempt("framework", ["roster", "codebook"], lambda: _framework(seen))
    seen.attempt("plan", ["roster", "codebook", "coverage"], lambda: _plan(seen))
    return seen.problems


def _settings(study: Path, schemas: Path) -> dict[str, Any]:
    document = schema.load(study / "study.yaml")
    schema.check(document or {}, schema.load(schemas / "study.schema.yaml"), where="study.yaml")
    return dict(document)


def _codebook(seen: Inspection) -> pd.DataFrame:
    document = schema.load(seen.study / "codebook.yaml")
    contract = schema.load(seen.schemas / "codebook.schema.yaml")
    return codebook.codebook(document, seen.found["participants"], contract=contract, where="codebook.yaml")


def _turns(seen: Inspection) -> pd.DataFrame:
    interviews = seen.found["interviews"]
    closed = interviews[interviews["consent"] == "withdrawn"]["file"] if "consent" in interviews else []
    shut = {name.strip() for names in closed for name in names.split(";")}
    paths = sorted((seen.study / "transcripts").glob("[!.]*"))
    files = {path.name: path.read_bytes() for path in paths if path.name not in shut}
    if not files:
        raise TableError(
            "transcripts: no file. Hint: put the transcripts there and name them in interviews.csv"
        )
    turns, seen.found["ingest"], seen.found["dropped"] = transcripts.turns(
        files, interviews, seen.found["speakers"], **seen.found["settings"]["turns"]
    )
    return turns


def _gate(seen: Inspection) -> pd.DataFrame:
    reviewed = tables.empty("reviewed")
    if (seen.study / "identifiers.csv").exists():
        reviewed = tables.read(seen.study / "identifiers.csv", name="reviewed")
    options = {**seen.found["settings"]["identifiers"], "model": names.NONE}
    turns, dropped, ingest = (seen.found[name] for name in ("turns", "dropped", "ingest"))
    found, _ = identifiers.identifiers(turns, dropped, ingest, reviewed, tables.empty("names"), **options)
    return gate.gate(found[~found["kind"].isin(names.NAMES)], [])


def _roster(seen: Inspection) -> pd.DataFrame:
    read = [seen.found[name] for name in ("participants", "interviews", "speakers", "segments")]
    return roster.roster(*read, **seen.found["settings"]["roster"])


def _spans(seen: Inspection) -> pd.DataFrame:
    paths = sorted((seen.study / "codings").glob("[!.~]*"))
    whole = [path / "data.qda" if path.is_dir() else path for path in paths]
    files = {path.relative_to(seen.study / "codings").as_posix(): path.read_bytes() for path in whole}
    read = [seen.found[name] for name in ("turns", "segments", "interviews", "codebook", "coverage")]
    return spans.spans(files, *read, **seen.found["settings"]["spans"])[0]


def _framework(seen: Inspection) -> None:
    paths = [seen.study / "framework.xlsx", seen.study / "framework.docx"]
    files = {path.name: path.read_bytes() for path in paths if path.exists()}
    people = set(seen.found["roster"]["participant"])
    _, unplaced = framework.placed(files, seen.found["roster"], seen.found["codebook"], people)
    lines = [f"{row.file}, {row.place}: {row.reason}" for row in tables.rows(unplaced)]
    if lines:
        raise TableError(f"framework: {len(lines)} problem(s)\n  " + "\n  ".join(lines))


def _plan(seen: Inspection) -> None:
    lines = list(_strangers(seen))
    if lines:
        raise TableError(f"study.yaml: {len(lines)} problem(s)\n  " + "\n  ".join(lines))


def _strangers(seen: Inspection) -> Iterator[str]:
    """Names in the analysis plan that nothing else of the study knows."""
    settings = seen.found["settings"]
    plan = settings["contrasts"]
    coders = sorted(set(seen.found["coverage"]["coder"]))
    named = [
        ("contrasts: comparisons", [g for pair in plan["comparisons"].values() for g in pair], "group"),
        ("contrasts: primary", plan["primary"], "theme"),
        ("presence: hand", [settings["presence"]["hand"]], "coder"),
        ("quotes: coder", [settings["quotes"]["coder"]], "coder"),
        ("negative_cases: coder", [settings["negative_cases"]["coder"]], "coder"),
    ]
    known = {
        "group": list(settings["roster"]["groups"]),
        "theme": list(seen.found["codebook"]["theme"]),
        "coder": coders,
    }
    for place, wanted, kind in named:
        for name in dict.fromkeys(wanted):
            if name and name not in known[kind]:
                yield (
                    f"{place}: {name!r} is no {kind} of this study{tables.nearest(name, known[kind])}. "
                    f"Known: {', '.join(known[kind])}"
                )


def _told(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        name = Path(str(error.filename)).name
        return f"{name}: the file is missing. Hint: `peerstudy new` writes an empty one"
    return str(error)
