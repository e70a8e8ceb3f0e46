"""Codings as coding tools keep them: one reader a tool, one contract for all.

A reader takes a file's bytes and gives its :class:`Project`: codes, documents, selections, and everything
that has no place here. It raises :class:`UnreadableError` for what it cannot read.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from peerstudy.coding.qda import codebook, qualcoder, refi, sheet, taguette, word
from peerstudy.coding.qda.project import Project, UnreadableError, lost

READERS: dict[str, Callable[[bytes], Project]] = {
    ".qdpx": refi.read,
    ".qdc": codebook.read,
    ".sqlite3": taguette.read,
    ".qda": qualcoder.read,
    ".docx": word.read,
    ".csv": sheet.read_csv,
    ".xlsx": sheet.read_xlsx,
}


def read(name: str, data: bytes) -> Project:
    """Read one file of codings.

    Parameters
    ----------
    name
        File name; its suffix chooses the reader.
    data
        The file's bytes.

    Raises
    ------
    UnreadableError
        If no reader knows the format, or the file is empty or broken.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in READERS:
        raise UnreadableError(f"the format {suffix!r} is not known. Known: {', '.join(sorted(READERS))}")
    if not data:
        raise UnreadableError("the file is empty")
    project = READERS[suffix](data)
    known = {code.id for code in project.codes}
    strays = [selection.id for selection in project.selections if selection.code not in known]
    return replace(
        project,
        selections=[selection for selection in project.selections if selection.code in known],
        losses=project.losses + lost("coding with a code that is not in the codebook", strays),
    )
