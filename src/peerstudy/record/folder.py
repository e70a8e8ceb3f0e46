"""The files of a study's folder: which are read, how a record names them, and which nobody reads."""

import difflib
import os
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
ALIKE = 0.75  # likeness, from 0 to 1, from which on a name is taken for a slip of the pen


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
        A message for each by the name that was meant. An old copy beside a file is no slip and not in it.
    """
    present = {path.stem for path in study.iterdir() if path.name in NEEDED + OPTIONAL + FOLDERS}
    found = {}
    for path in _unknown(study):
        names = FOLDERS if path.is_dir() else NEEDED + OPTIONAL
        meant = _meant(path, [name for name in names if Path(name).stem not in present])
        if meant:
            same = path.suffix.casefold() == Path(meant).suffix
            hint = "rename it" if same else f"save it as {meant}"
            found[meant] = (
                f"{path.name}: nothing reads it under this name (did you mean {meant!r}?). Hint: {hint}; if "
                "it is something else, put it elsewhere"
            )
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
    told = misnamed(study).values()
    if told:
        raise TableError("\n".join(told))


def unread(study: Path) -> list[str]:
    """Files and folders that no run reads, each with the nearest name that one would.

    Parameters
    ----------
    study
        The study's folder.
    """
    slips = {line.split(": ")[0] for line in misnamed(study).values()}
    return [
        path.name + ("/" if path.is_dir() else nearest(path.name, NEEDED + OPTIONAL))
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
    seen.misnamed = misnamed(seen.study)
    seen.problems += seen.misnamed.values()
    rest = unread(seen.study)
    seen.warnings += [f"not read, since nothing is looked for there: {', '.join(rest)}"] * bool(rest)


def _unknown(study: Path) -> list[Path]:
    known = {*NEEDED, *OPTIONAL, *FOLDERS, "README.md"}
    return [path for path in held.named(study) if path.name not in known]


def _meant(path: Path, lacking: list[str]) -> str:
    """The name that was meant: the same but for capitals and suffix, or for a letter or two."""
    stems = {Path(name).stem: name for name in reversed(lacking)}
    stems |= {Path(name).stem: name for name in lacking if Path(name).suffix == path.suffix.casefold()}
    close = difflib.get_close_matches(path.stem.strip().casefold(), stems, n=1, cutoff=ALIKE)
    return stems[close[0]] if close else ""
