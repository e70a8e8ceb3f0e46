"""Every problem of every file of a study, found in one go and without the model that looks for names."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from peerstudy import schema, settings, tables
from peerstudy.coding import codebook, spans
from peerstudy.corpus import authored, gate, identifiers, names, roster, segments, transcripts
from peerstudy.pages import checklist, framework
from peerstudy.record import cautions, references
from peerstudy.tables import TableError

INPUTS = {"participants": True, "interviews": True, "coverage": True, "speakers": False, "asked": False}
OPTIONAL = ("statements", "frozen")  # documents that a study may lack
PARTS = {
    "turns": "transcripts/",
    "gate": "words that may identify somebody",
    "spans": "codings/",
    "framework": "framework.xlsx and .docx",
}


class Inspection:
    """What could be read of a study so far, and what was wrong with the rest."""

    def __init__(self, study: Path, schemas: Path) -> None:
        self.study, self.schemas = study, schemas
        self.found: dict[str, Any] = {}
        self.raw: dict[str, Any] = {}  # as written, where it can be read at all
        self.problems: list[str] = []
        self.waiting: list[str] = []
        self.warnings: list[str] = []

    def attempt(self, name: str, needs: list[str], read: Callable[[], Any]) -> None:
        """Read something if all that it needs could be read; keep it, or what is wrong with it."""
        if not all(need in self.found for need in needs):
            self.waiting += [PARTS[name]] if name in PARTS else []
            return
        try:
            self.found[name] = read()
        except (TableError, FileNotFoundError) as error:
            self.problems.append(_told(error))


def problems(study: Path, *, schemas: Path) -> tuple[list[str], list[str], list[str]]:
    """Everything that would stop a run, file by file, and what a person should look at all the same.

    Parameters
    ----------
    study
        The study's folder.
    schemas
        Folder of the schemas of study.yaml and codebook.yaml.

    Returns
    -------
    problems, waiting, warnings
        Problems, none when the study can run (names left in a transcript are looked for by the run itself);
        parts that could not be looked at before the rest is mended; and what stops nothing.
    """
    seen = Inspection(study, schemas)
    found = seen.found
    seen.attempt("settings", [], lambda: _settings(seen))
    for name, required in INPUTS.items():
        if required or (study / f"{name}.csv").exists():
            seen.attempt(name, [], partial(_table, seen, name))
        else:
            found[name] = tables.empty(name)
    seen.attempt("codebook", ["participants"], lambda: _codebook(seen))
    seen.attempt("references", [], lambda: _references(seen))
    seen.attempt("turns", ["settings", "interviews", "speakers"], lambda: _turns(seen))
    for name in OPTIONAL:
        if (study / f"{name}.yaml").exists():
            seen.attempt(name, [], partial(schema.load, study / f"{name}.yaml"))
    seen.attempt("gate", ["turns"], lambda: _gate(seen))
    seen.attempt(
        "segments", ["turns"], lambda: segments.segments(found["turns"], **found["settings"]["segments"])
    )
    if len(found.get("participants", ())):  # a new folder lacks people before it lacks groups
        seen.attempt("roster", ["settings", "participants", "interviews", "speakers"], lambda: _roster(seen))
    seen.attempt("spans", ["segments", "codebook", "coverage"], lambda: _spans(seen))
    seen.attempt("checklist", ["statements"], lambda: checklist.answers(found["statements"]))
    if any(path.exists() for path in _written(seen)):
        seen.attempt("framework", ["roster", "codebook"], lambda: _framework(seen))
    seen.attempt("machines", ["settings"], lambda: _machines(seen))
    return seen.problems, seen.waiting, seen.warnings


def _settings(seen: Inspection) -> dict[str, Any]:
    document = seen.raw["settings"] = schema.load(seen.study / "study.yaml") or {}
    schema.check(document, schema.load(seen.schemas / "study.schema.yaml"), where="study.yaml")
    return dict(document)


def _machines(seen: Inspection) -> None:
    seen.warnings += cautions.of_machines(seen.found["settings"]["coders"])


def _table(seen: Inspection, name: str) -> pd.DataFrame:
    path = seen.study / f"{name}.csv"
    seen.raw[name] = tables.read_plain(path)
    return tables.read(path)


def _codebook(seen: Inspection) -> pd.DataFrame:
    document = seen.raw["codebook"] = schema.load(seen.study / "codebook.yaml")
    contract = schema.load(seen.schemas / "codebook.schema.yaml")
    return codebook.codebook(document, seen.found["participants"], contract=contract, where="codebook.yaml")


def _references(seen: Inspection) -> None:
    """What each file names that no other file knows, however much else is to be mended."""
    known = references.known(seen.raw)
    told = {
        f"{name}.csv": references.of_table(name, seen.raw[name], known)
        for name in references.OF_TABLES
        if name in seen.raw
    }
    told["study.yaml"] = references.of_plan(seen.raw.get("settings", {}), known)
    seen.problems += [_headed(file, lines) for file, lines in told.items() if lines]


def _turns(seen: Inspection) -> pd.DataFrame:
    interviews = seen.found["interviews"]
    closed = interviews[interviews["consent"] == "withdrawn"]["file"] if "consent" in interviews else []
    shut = {name.strip() for names in closed for name in names.split(";")}
    paths = sorted((seen.study / "transcripts").glob("[!.~]*"))
    files = {path.name: path.read_bytes() for path in paths if path.name not in shut}
    if not files:
        raise TableError(
            "transcripts: no file. Hint: put the transcripts there and name them in interviews.csv"
        )
    turns, seen.found["ingest"], seen.found["dropped"] = transcripts.turns(
        files, interviews, seen.found["speakers"], **seen.found["settings"]["turns"]
    )
    seen.warnings += cautions.of_transcripts(seen.found["ingest"])
    return turns


def _gate(seen: Inspection) -> pd.DataFrame:
    reviewed = tables.empty("reviewed")
    if (seen.study / "identifiers.csv").exists():
        reviewed = tables.read(seen.study / "identifiers.csv", name="reviewed")
    options = {**seen.found["settings"]["identifiers"], "model": names.NONE}
    turns, dropped, ingest = (seen.found[name] for name in ("turns", "dropped", "ingest"))
    themes, people, held, read = (
        seen.found.get(name, tables.empty(name))
        for name in ("codebook", "participants", "interviews", "coverage")
    )
    documents = {f"{name}.yaml": seen.found.get(name) for name in OPTIONAL}
    documents["codebook.yaml"] = seen.raw.get("codebook")
    wording = settings.wording(seen.found["settings"])
    written = authored.authored(themes, people, held, read, wording, documents, _codings(seen))
    known = tables.empty("names")
    found, _ = identifiers.identifiers(turns, dropped, ingest, written, reviewed, known, **options)
    return gate.gate(found[~found["kind"].isin(names.NAMES)], [])


def _roster(seen: Inspection) -> pd.DataFrame:
    read = [seen.found[name] for name in ("participants", "interviews", "speakers")]
    read.append(seen.found.get("segments", tables.empty("segments")))  # how much was said is no matter here
    people = roster.roster(*read, **seen.found["settings"]["roster"])
    seen.warnings += cautions.of_groups(people, seen.found["settings"])
    return people


def _codings(seen: Inspection) -> dict[str, bytes]:
    """Files of hand codings by their path; of a QualCoder project its database."""
    paths = sorted((seen.study / "codings").glob("[!.~]*"))
    whole = [path / "data.qda" if path.is_dir() else path for path in paths]
    return {path.relative_to(seen.study / "codings").as_posix(): path.read_bytes() for path in whole}


def _spans(seen: Inspection) -> pd.DataFrame:
    read = [seen.found[name] for name in ("turns", "segments", "interviews", "codebook", "coverage")]
    made, _ = spans.spans(_codings(seen), *read, **seen.found["settings"]["spans"])
    seen.warnings += cautions.of_coders(seen.found["coverage"], made)
    seen.warnings += cautions.of_asked(seen.found.get("asked", tables.empty("asked")), made)
    return made


def _written(seen: Inspection) -> list[Path]:
    return [seen.study / "framework.xlsx", seen.study / "framework.docx"]


def _framework(seen: Inspection) -> None:
    files = {path.name: path.read_bytes() for path in _written(seen) if path.exists()}
    people = set(seen.found["roster"]["participant"])
    _, unplaced = framework.placed(files, seen.found["roster"], seen.found["codebook"], people)
    lines = [f"{row.file}, {row.place}: {row.reason}" for row in tables.rows(unplaced)]
    if lines:
        raise TableError(_headed("framework", lines))


def _headed(file: str, lines: list[str]) -> str:
    return f"{file}: {len(lines)} problem(s)\n  " + "\n  ".join(lines)


def _told(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        name = Path(str(error.filename)).name
        return f"{name}: the file is missing. Hint: `peerstudy new` writes an empty one"
    return str(error)
