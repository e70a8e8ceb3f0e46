"""Transcript files as people have them: one reader a format, one contract for all.

A reader takes a file's bytes and gives its :class:`Transcript`. It keeps every character either in a turn
or in the list of what was dropped, and raises :class:`UnreadableError` for what is no transcript.
"""

from collections.abc import Callable
from pathlib import PurePath

from peerstudy.readers import captions, plain, word
from peerstudy.readers.transcript import Labels, Transcript, UnreadableError

Reader = Callable[[bytes, Labels], Transcript]

READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".docx": word.read,
    ".vtt": captions.read,
}


def read(name: str, data: bytes, labels: Labels) -> Transcript:
    """Read one transcript file.

    Parameters
    ----------
    name
        File name; its suffix chooses the reader.
    data
        The file's bytes.
    labels
        What the study knows as speaker labels in this file.

    Raises
    ------
    UnreadableError
        If no reader knows the format, or the file is empty or broken.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in READERS:
        raise UnreadableError(f"the format {suffix!r} is not known. Known: {', '.join(sorted(READERS))}")
    if not data.strip():
        raise UnreadableError("the file is empty")
    transcript = READERS[suffix](data, labels)
    if not transcript.turns:
        raise UnreadableError("no turn was found in it. Hint: does each turn begin with a speaker label?")
    return transcript
