"""Every problem of every file of a study, found in one go and without the model that looks for names."""

from functools import partial
from pathlib import Path

import pandas as pd

from peerstudy import schema, settings, tables
from peerstudy.cells import problems_of
from peerstudy.coding import spans
from peerstudy.corpus import (
    allowances,
    authored,
    gate,
    identifiers,
    name_model,
    roster,
    segments,
    transcripts,
)
from peerstudy.pages import checklist
from peerstudy.record import (
    attendance,
    by_hand,
    carried,
    cautions,
    documents,
    folder,
    held,
    plan,
    references,
    standing,
)
from peerstudy.record.seen import Inspection
from peerstudy.tables import TableError

INPUTS = {"participants": True, "interviews": True, "coverage": True}  # a study may lack those that are False
INPUTS |= dict.fromkeys(("speakers", "asked", "sample", "suggested", "verified"), False)
# What the first row of a table says that no study can do without.
FILLED = {
    "participants": "Hint: a row a person",
    "interviews": "Hint: a row an interview, with its file in transcripts/",
    "coverage": "Hint: a row for each interview that a coder has read",
}
OPTIONAL = ("statements", "frozen")  # documents that a study may lack


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
    folder.look(seen)
    seen.attempt("settings", [], lambda: documents.settings(seen))
    for name in INPUTS:
        _input(seen, name)
    seen.attempt("codebook", [], lambda: documents.themes(seen))
    seen.attempt("references", [], lambda: _references(seen))
    seen.attempt("turns", ["settings", "interviews", "speakers"], lambda: _turns(seen))
    for name in OPTIONAL:
        if (study / f"{name}.yaml").exists():
            seen.attempt(name, [], partial(schema.load, study / f"{name}.yaml"))
    seen.attempt("kept", ["frozen"], lambda: plan.kept(found["frozen"]))
    seen.attempt("gate", ["turns"], lambda: _gate(seen))
    seen.attempt("segments", ["turns"], lambda: _segments(seen))
    if len(found.get("participants", [""])):  # a new folder lacks people before it lacks groups
        seen.attempt("roster", ["settings", "participants", "interviews", "speakers"], lambda: _roster(seen))
    seen.attempt("spans", ["segments", "codebook", "coverage"], lambda: _spans(seen))
    by_hand.look(seen)
    seen.attempt("checklist", ["statements"], lambda: checklist.answers(found["statements"]))
    seen.attempt("plan", ["settings"], lambda: documents.plan(seen))
    seen.attempt("results", ["interviews"], lambda: standing.look(seen))
    return seen.problems, seen.waiting, seen.warnings


def draw(study: Path, *, schemas: Path) -> pd.DataFrame:
    """The sample for blind coding that a run of the study as it stands makes.

    Parameters
    ----------
    study, schemas
        As for `problems`.

    Raises
    ------
    TableError
        With every problem of the files from which it is drawn.
    """
    seen = Inspection(study, schemas)
    seen.attempt("settings", [], lambda: documents.settings(seen))
    for name in ("interviews", "speakers", "sample"):
        _input(seen, name)
    seen.attempt("turns", ["settings", "interviews", "speakers"], lambda: _turns(seen))
    seen.attempt("segments", ["turns"], lambda: _segments(seen))
    seen.attempt("draw", by_hand.DRAWN_FROM, lambda: by_hand.draw(seen))
    if seen.problems:
        raise TableError("\n".join(seen.problems))
    made: pd.DataFrame = seen.found["draw"]
    return made


def _input(seen: Inspection, name: str) -> None:
    if INPUTS[name] or (seen.study / f"{name}.csv").exists():
        seen.attempt(name, [], partial(_table, seen, name))
    else:
        seen.found[name] = tables.empty(name)


def _table(seen: Inspection, name: str) -> pd.DataFrame:
    path = seen.study / f"{name}.csv"
    seen.raw[name] = tables.written(path)
    made = tables.read(path)
    if made.empty and INPUTS[name]:
        seen.problems.append(f"{name}.csv: no row stands below its heading. {FILLED[name]}")
    return made


def _references(seen: Inspection) -> None:
    """What each file names that no other file knows, however much else is to be mended."""
    known = references.known(seen.raw)
    if "settings" not in seen.found:  # a misspelt coder would make those look wrong who name it right
        known.pop("machine coder", None)
    told = {
        f"{name}.csv": references.of_table(name, seen.raw[name], known)
        for name in references.OF_TABLES
        if name in seen.raw
    }
    told["study.yaml"] = references.of_plan(seen.raw.get("settings", {}), known)
    seen.problems += [str(problems_of(file, lines)) for file, lines in told.items() if lines]
    seen.warnings += references.of_planned(seen.raw.get("settings", {}), known)


def _turns(seen: Inspection) -> pd.DataFrame:
    interviews = seen.found["interviews"]
    files = {path.name: path.read_bytes() for path in held.transcripts(seen.study)}
    if not files:
        raise TableError(
            "transcripts: no file. Hint: put the transcripts there and name them in interviews.csv"
        )
    turns, seen.found["ingest"], seen.found["dropped"] = transcripts.turns(
        files, interviews, seen.found["speakers"], **seen.found["settings"]["turns"]
    )
    seen.warnings += cautions.of_transcripts(seen.found["ingest"])
    seen.warnings += attendance.of_talk(interviews, seen.found["speakers"], turns, seen.found["settings"])
    return turns


def _segments(seen: Inspection) -> pd.DataFrame:
    return segments.segments(seen.found["turns"], **seen.found["settings"]["segments"])


def _gate(seen: Inspection) -> pd.DataFrame:
    reviewed = tables.empty("reviewed")
    if (seen.study / "identifiers.csv").exists():
        reviewed = tables.read(seen.study / "identifiers.csv", name="reviewed")
    options = {**seen.found["settings"]["identifiers"], "model": name_model.NONE}
    turns, dropped, ingest = (seen.found[name] for name in ("turns", "dropped", "ingest"))
    themes, people, interviews, read = (
        seen.found.get(name, tables.empty(name))
        for name in ("codebook", "participants", "interviews", "coverage")
    )
    documents = {f"{name}.yaml": seen.found.get(name) for name in OPTIONAL}
    documents["codebook.yaml"] = seen.raw.get("codebook")
    wording = settings.wording(seen.found["settings"])
    codings = seen.codings()
    own = [*folder.own(seen.study), *held.codings(seen.study)]
    files = folder.shown(seen.study, own, project=seen.project)
    written = authored.authored(themes, people, interviews, read, wording, documents, codings, files)
    known = tables.empty("names")
    found, _ = identifiers.identifiers(turns, dropped, ingest, written, reviewed, known, **options)
    texts = identifiers.searched(turns, dropped, ingest, written)
    seen.warnings += allowances.idle(reviewed, found, texts)
    return gate.gate(allowances.sure(found, reviewed), results="")


def _roster(seen: Inspection) -> pd.DataFrame:
    read = [seen.found[name] for name in ("participants", "interviews", "speakers")]
    read.append(seen.found.get("segments", tables.empty("segments")))  # how much was said is no matter here
    people = roster.roster(*read, **seen.found["settings"]["roster"])
    seen.warnings += attendance.of_outside(people, seen.found["settings"])
    seen.warnings += attendance.of_lost(*read[:3])
    seen.warnings += cautions.of_groups(people, seen.found["settings"])
    return people


def _spans(seen: Inspection) -> pd.DataFrame:
    read = [seen.found[name] for name in ("turns", "segments", "interviews", "codebook", "coverage")]
    read.append(tables.empty("sample"))  # drawn segments that stand on no sheet are told in by_hand
    made, _, losses = spans.spans(seen.codings(), *read, **seen.found["settings"]["spans"])
    seen.warnings += [*carried.of_losses(losses), *carried.of_tones(made)]
    seen.warnings += cautions.of_coders(seen.found["coverage"], made)
    seen.warnings += cautions.of_asked(seen.found.get("asked", tables.empty("asked")), made)
    if "roster" in seen.found:
        seen.warnings += cautions.of_audience(made, read[0], seen.found["codebook"], seen.found["roster"])
    return made
