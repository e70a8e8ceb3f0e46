"""What stands in the results of a study: whose it is, and from which files an earlier run made it."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path, PurePosixPath

from peerstudy import tables
from peerstudy.record import folder
from peerstudy.record.seen import Inspection
from peerstudy.tables import TableError

MANIFEST = "tables/manifest.csv"
INPUT = "input"
# What people open or pass on stands before what only the workflow reads.
OPENED = ("report.html", "ro-crate-metadata.json", "exchange", "notebooks", "figures", "tables", "restricted")


def content(files: Iterable[str]) -> str:
    """A mark of what files hold: another for other words, whatever the files' dates say.

    Parameters
    ----------
    files
        Paths; one that is not there yet counts as empty.
    """
    marks = [_hash_at_start(Path(file)) for file in files]
    return hashlib.sha256("".join(marks).encode("ascii")).hexdigest()[:16]


@cache  # most files are read by several steps
def _hash_at_start(path: Path) -> str:
    return _hash(path)


def _hash(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as opened:  # a project of a coding program with its recordings takes gigabytes
        return hashlib.file_digest(opened, "sha256").hexdigest()


def refuse_other(results: Path, study: Path, *, project: Path = folder.HERE) -> None:
    """Refuse to make a study's results where those of another study stand.

    Parameters
    ----------
    results
        The folder of results.
    study
        The study's folder.
    project
        As for `folder.shown`.

    Raises
    ------
    TableError
        Names both studies and what to do.
    """
    made_from = _top(_inputs(results))
    top, *others = (folder.shown(path, [path], project=project)[0] for path in (study, study.resolve()))
    linked = (results.resolve().parents[1] / made_from).resolve() == study.resolve()
    if made_from not in ("", top, *others) and not linked:
        raise TableError(
            f"{results.as_posix()} was made from {made_from}, and this study is {top}: folders of one name "
            f"have the same results. Hint: rename one of the two; if the study only moved, delete {results}"
        )


def changed(results: Path, study: Path) -> list[str]:
    """Files that a study holds otherwise than when its results were made, each with what became of it.

    Parameters
    ----------
    results
        The folder of results; nothing differs where no run has come to its end.
    study
        The study's folder.

    Raises
    ------
    TableError
        As `folder.written`.
    """
    inputs = _inputs(results)
    top = _top(inputs)
    if not top:
        return []
    paths = {PurePosixPath(file): mark for file, mark in inputs.items()}
    was = {str(file.relative_to(top)): mark for file, mark in paths.items() if file.is_relative_to(top)}
    now = {path.relative_to(study).as_posix(): _hash(path) for path in folder.written(study)}
    became = {file: "" if file in was else " (new)" for file, mark in now.items() if was.get(file) != mark}
    became |= dict.fromkeys(was.keys() - now.keys(), " (no longer read)")
    return [file + became[file] for file in sorted(became)]


def look(seen: Inspection) -> None:
    """Tell whose results stand where a run would write, and whether they are of the files as they are.

    Parameters
    ----------
    seen
        What was read of the study; problems and warnings are added to it.
    """
    inside = not os.path.relpath(seen.study, seen.project).startswith("..")
    top = os.path.relpath(seen.project) if inside else ""
    results = Path(top, "results", seen.study.absolute().name)
    refuse_other(results, seen.study, project=seen.project)
    other = changed(results, seen.study)
    seen.warnings += [
        f"{results.as_posix()} was made from other files than those that stand here now: {', '.join(other)}. "
        "Hint: run again before you use it"
    ] * bool(other)


def _inputs(results: Path) -> dict[str, str]:
    """Hashes of what people wrote, by file, as the last finished run read it; of a damaged list, none."""
    try:
        listed = tables.read_plain(results / MANIFEST)
    except (OSError, TableError):  # the next run makes it anew
        return {}
    if not {"file", "sha256", "made_by"} <= set(listed):
        return {}
    own = listed[listed["made_by"] == INPUT]
    return dict(zip(own["file"], own["sha256"], strict=True))


def _top(inputs: dict[str, str]) -> str:
    """The folder of the study whose files these are."""
    folders = [str(PurePosixPath(file).parent) for file in inputs if file.endswith("/study.yaml")]
    return min(folders, key=len, default="")


def stopped(results: Path, unmade: Iterable[str]) -> list[str]:
    """What a stopped run leaves: which of the results are those of an earlier run, folder by folder.

    Parameters
    ----------
    results
        The folder of results.
    unmade
        Files that the run was to make and did not come to.
    """
    top = results.as_posix()
    stale = [Path(file).relative_to(results).parts[0] for file in unmade if Path(file).is_file()]
    if not stale:
        return [f"The run stopped: {top} is not complete."]
    standing = Counter(path.relative_to(results).parts[0] for path in results.rglob("*") if path.is_file())
    lines = [
        f"  {part}" if (results / part).is_file() else f"  {part}/: {count} of {standing[part]} files"
        for part, count in sorted(Counter(stale).items(), key=lambda item: (*OPENED, item[0]).index(item[0]))
    ]
    head = f"The run stopped. Stale in {top}, made by an earlier run from other files; do not use or share:"
    return [head, *lines]
