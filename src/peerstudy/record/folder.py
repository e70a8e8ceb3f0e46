"""The files of a study's folder: which are read, how a record names them, and which nobody reads."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from peerstudy.record import held
from peerstudy.record.seen import Inspection
from peerstudy.tables import TableError, nearest

NEEDED = ("study.yaml", "codebook.yaml", "participants.csv", "interviews.csv", "coverage.csv")
TABLES = ("speakers.csv", "asked.csv", "sample.csv", "suggested.csv", "verified.csv", "identifiers.csv")
DOCUMENTS = ("statements.yaml", "frozen.yaml", "framework.xlsx", "framework.docx")
OPTIONAL = (*TABLES, *DOCUMENTS, "answers.csv")
FOLDERS = ("transcripts", "codings")
HERE = Path()  # where a command was typed
# Forms in which somebody may have saved what a run reads in another, by what it reads.
SHEETS = (".csv", ".tsv", ".xlsx", ".xls", ".ods")
FORMS = {".csv": SHEETS, ".yaml": (".yaml", ".yml"), ".xlsx": (*SHEETS, ".docx"), ".docx": (*SHEETS, ".docx")}
COPY = re.compile(r"\s|\(\d+\)$")  # blanks, and the number that a second download is given
SHORT = 8  # letters of a name below which one slip is a slip, and two are another word


def own(study: Path) -> list[Path]:
    """Tables, settings and summaries in the study's own folder, as far as it has them.

    Parameters
    ----------
    study
        The study's folder.
    """
    return [study / name for name in sorted(NEEDED + OPTIONAL) if (study / name).is_file()]


def written(study: Path) -> list[Path]:
    """Files that people wrote and a run reads: the study's own, hand codings, and transcripts that are open.

    Parameters
    ----------
    study
        The study's folder, with interviews.csv.

    Raises
    ------
    TableError
        As `held.transcripts` and `held.codings`.
    """
    return [*own(study), *held.codings(study), *held.transcripts(study)]


def shown(study: Path, files: Iterable[str | Path], *, project: Path = HERE) -> list[str]:
    """Files as a record names them: from the project on, or of a study elsewhere from its own folder on.

    So no record tells where a study elsewhere is.

    Parameters
    ----------
    study
        The study's folder.
    files
        Files below it.
    project
        The project's folder; a run is started in it.
    """
    inside = os.path.relpath(study, project)
    top = Path(study.absolute().name if inside.startswith("..") else inside)
    return [(top / Path(file).relative_to(study)).as_posix() for file in files]


def misnamed(study: Path) -> dict[str, str]:
    """What stands in the folder under nearly the name of something that a run reads and the folder lacks.

    Parameters
    ----------
    study
        The study's folder.

    Returns
    -------
    found
        What was meant, by the name that stands there. An old copy beside a file is no slip and not in it.
    """
    present = {path.stem for path in study.iterdir() if path.name in NEEDED + OPTIONAL + FOLDERS}
    found: dict[str, str] = {}
    for path in _unknown(study):
        names = FOLDERS if path.is_dir() else NEEDED + OPTIONAL
        meant = _meant(path, [name for name in names if Path(name).stem not in present])
        found |= {path.name: meant} if meant else {}
    return found


def refuse_misnamed(study: Path) -> None:
    """Stop at what `misnamed` finds, rather than go on without it.

    Parameters
    ----------
    study
        The study's folder.

    Raises
    ------
    TableError
        With every such file or folder.
    """
    found = misnamed(study)
    if found:
        raise TableError("\n".join(_told(name, meant) for name, meant in found.items()))


def unread(study: Path) -> list[str]:
    """Files and folders that no run reads, each with the nearest name that one would.

    Parameters
    ----------
    study
        The study's folder.
    """
    slips = misnamed(study)
    lacking = [name for name in NEEDED + OPTIONAL if not (study / name).exists()]
    return [
        path.name + ("/" if path.is_dir() else nearest(path.name, lacking))
        for path in _unknown(study)
        if path.name not in slips
    ]


def look(seen: Inspection) -> None:
    """Tell what stands in the folder and would not be read.

    Parameters
    ----------
    seen
        What was read of the study; problems and warnings are added to it.
    """
    found = misnamed(seen.study)
    seen.misnamed = set(found.values())
    seen.problems += [_told(name, meant) for name, meant in found.items()]
    rest = unread(seen.study)
    seen.warnings += [f"not read, since nothing is looked for there: {', '.join(rest)}"] * bool(rest)


def _unknown(study: Path) -> list[Path]:
    known = {*NEEDED, *OPTIONAL, *FOLDERS, "README.md"}
    return [path for path in held.named(study) if path.name not in known]


def _told(name: str, meant: str) -> str:
    same = Path(name).suffix.casefold() == Path(meant).suffix
    hint = "rename it" if same else f"save it as {meant}"
    return (
        f"{name}: nothing reads it under this name (did you mean {meant!r}?). Hint: {hint}; if it is "
        "something else, put it elsewhere"
    )


def _meant(path: Path, lacking: list[str]) -> str:
    """The name that was meant: the same but for capitals, blanks, the form of the file, or a slip."""
    suffix = "" if path.is_dir() else path.suffix.casefold()
    # Of two forms of one thing the one that stands there is meant, or the first.
    for name in sorted(lacking, key=lambda name: Path(name).suffix != suffix):
        known = Path(name)
        most = 1 if path.is_dir() or len(known.stem) < SHORT else 2
        word = path.name if path.is_dir() else path.stem
        open_to = suffix in FORMS.get(known.suffix, ("",))
        if open_to and _slips(COPY.sub("", word.strip()).casefold(), known.stem) <= most:
            return name
    return ""


def _slips(word: str, meant: str) -> int:
    """Letters too many, too few, wrong or exchanged with the next, fewest possible."""
    rows: list[list[int]] = [[*range(len(meant) + 1)]]
    for at, letter in enumerate(word, 1):
        row = [at]
        for to, other in enumerate(meant, 1):
            costs = [row[-1] + 1, rows[-1][to] + 1, rows[-1][to - 1] + (letter != other)]
            if at > 1 < to and (letter, word[at - 2]) == (meant[to - 2], other):
                costs.append(rows[-2][to - 2] + 1)
            row.append(min(costs))
        rows.append(row)
    return rows[-1][-1]
