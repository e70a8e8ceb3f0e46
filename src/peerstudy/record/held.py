"""Which files of a study's folder are read: what consent closes is not even opened."""

from pathlib import Path

import pandas as pd

from peerstudy import tables
from peerstudy.folding import bare, composed
from peerstudy.tables import TableError

NAMED = "[!.~]*"  # neither hidden nor a lock of an office program
SYSTEM = {"thumbs.db", "desktop.ini", "__macosx"}  # which Windows and macOS put beside files
WITHDRAWN = "withdrawn"
DATABASE = "data.qda"  # a QualCoder project is a folder


def named(folder: Path) -> list[Path]:
    """What people put into a folder, sorted: nothing hidden, and nothing of an operating system.

    Parameters
    ----------
    folder
        A folder, which may be missing.
    """
    return sorted(path for path in folder.glob(NAMED) if path.name.casefold() not in SYSTEM)


def transcripts(study: Path) -> list[Path]:
    """Transcript files, those of withdrawn interviews left out.

    Parameters
    ----------
    study
        The study's folder, with interviews.csv.

    Raises
    ------
    TableError
        If interviews.csv is no table or says `withdrawn` beside the column of consent, or a folder stands
        among the transcripts.
    """
    paths = named(study / "transcripts")
    _refuse_folders([path for path in paths if path.is_dir()], "transcripts", "put its files beside it")
    interviews = tables.read_plain(study / "interviews.csv")
    _refuse_elsewhere(interviews)
    shut = withdrawn(interviews)
    return [path for path in paths if composed(path.name) not in shut]


def withdrawn(interviews: pd.DataFrame) -> set[str]:
    """Names of files that hold interviews with withdrawn consent, without folders and as `composed` has them.

    Parameters
    ----------
    interviews
        The table of that name, or what its file holds as it is written.
    """
    if not {"consent", "file"} <= set(interviews):
        return set()
    closed = interviews.loc[interviews["consent"].str.strip() == WITHDRAWN, "file"]
    return {composed(bare(name)) for cell in closed for name in cell.split(";")}


def _refuse_elsewhere(interviews: pd.DataFrame) -> None:
    """A heading that is misspelt, or a row that lacks a comma, would open what somebody closed."""
    lines = []
    for line, row in zip(interviews.index + 2, interviews.to_dict("records"), strict=True):
        said = [str(column) for column, cell in row.items() if cell.strip().casefold() == WITHDRAWN]
        if said and not str(row.get("consent", "")).strip():
            lines.append(
                f"interviews.csv: row {line}: {WITHDRAWN!r} stands under {said[0]!r} and counts under "
                "'consent' alone. Hint: is a comma missing, or the heading misspelt?"
            )
    if lines:
        raise TableError("\n".join(lines))


def codings(study: Path) -> list[Path]:
    """Files of hand codings; of a QualCoder project its database.

    Parameters
    ----------
    study
        The study's folder.

    Raises
    ------
    TableError
        If a folder stands there that is no QualCoder project.
    """
    paths = named(study / "codings")
    folders = [path for path in paths if path.is_dir() and not (path / DATABASE).is_file()]
    _refuse_folders(folders, "codings", f"put its files beside it; a QualCoder project holds {DATABASE}")
    return [path / DATABASE if path.is_dir() else path for path in paths]


def _refuse_folders(folders: list[Path], inside: str, hint: str) -> None:
    """A folder that nobody reads would be left out without a word."""
    if folders:
        lines = [f"{inside}/{folder.name}: a folder, which is not read. Hint: {hint}" for folder in folders]
        raise TableError("\n".join(lines))
