"""Transcript files as people have them: one reader a format, one contract for all.

A reader takes a file's bytes and gives its :class:`Transcript`. It keeps every character either in a turn
or in the list of what was dropped, and raises :class:`UnreadableError` for what is no transcript.
"""

from collections.abc import Callable
from pathlib import PurePath

from peerstudy.corpus.readers import (
    cha,
    detect,
    eaf,
    encoding,
    html,
    odt,
    otr,
    pdf,
    plain,
    recognizer,
    rtf,
    sheet,
    subtitles,
    tei,
    textgrid,
    vtt,
    word,
)
from peerstudy.corpus.readers.transcript import Labels, Transcript, UnreadableError

Reader = Callable[[bytes, Labels], Transcript]

READERS: dict[str, Reader] = {
    "txt": plain.read,
    "docx": word.read,
    "odt": odt.read,
    "rtf": rtf.read,
    "pdf": pdf.read,
    "html": html.read,
    "vtt": vtt.read,
    "srt": subtitles.read_srt,
    "sbv": subtitles.read_sbv,
    "json": recognizer.read,
    "otr": otr.read,
    "cha": cha.read,
    "eaf": eaf.read,
    "textgrid": textgrid.read,
    "tei": tei.read,
}
SHEETS = {"csv": sheet.read_csv, "xlsx": sheet.read_xlsx}


def read(name: str, data: bytes, labels: Labels, columns: dict[str, str]) -> Transcript:
    """Read one transcript file.

    Parameters
    ----------
    name
        File name; its suffix decides only where the content does not.
    data
        The file's bytes.
    labels
        What the study knows as speaker labels in this file.
    columns
        Which column of a spreadsheet holds speaker, text, start and end.

    Raises
    ------
    UnreadableError
        If no reader knows the format, or the file is empty, broken or no transcript.
    """
    format = detect.format_of(name, data)
    sheet_reader = SHEETS.get(format)
    transcript = sheet_reader(data, labels, columns) if sheet_reader else READERS[format](data, labels)
    suffix = PurePath(name).suffix.casefold()
    if detect.SUFFIXES.get(suffix) != format:
        transcript.warnings.append(f"it is named {suffix or name!r} and holds {format}")
    if transcript.encoding in encoding.GUESSED:
        transcript.warnings.append(encoding.told(transcript.encoding))
    if not transcript.turns:
        raise UnreadableError("no turn was found in it. Hint: does each turn begin with a speaker label?")
    return transcript
