"""The format of a file by what it holds; the suffix decides only where the content does not."""

import re
from pathlib import PurePath

from peerstudy.corpus.readers import archive
from peerstudy.corpus.readers.transcript import UnreadableError

HEAD = 4096
SUFFIXES = {
    ".txt": "txt", ".md": "txt", ".text": "txt", ".docx": "docx", ".odt": "odt", ".rtf": "rtf", ".pdf": "pdf",
    ".vtt": "vtt", ".srt": "srt", ".sbv": "sbv", ".json": "json", ".otr": "otr", ".cha": "cha", ".eaf": "eaf",
    ".textgrid": "textgrid", ".xml": "tei", ".tei": "tei", ".html": "html", ".htm": "html", ".csv": "csv",
    ".tsv": "csv", ".xlsx": "xlsx",
}  # fmt: skip
TEXTS = (
    ("vtt", re.compile(r"WEBVTT(?:\s|$)")),
    ("rtf", re.compile(r"\{\\rtf")),
    ("cha", re.compile(r"(?:@UTF8|@Begin|@Font:|@Languages:|@Window:)")),
    ("textgrid", re.compile(r'\s*(?:File type\s*=\s*)?"ooTextFile')),
    ("sbv", re.compile(r"\s*\d+:\d{2}:\d{2}\.\w{3},\d+:\d{2}:\d{2}\.\w{3}\s*\n")),
    ("srt", re.compile(r"\s*\d+\s*\n\s*\d+:\d{2}:\d{2}[,.]\d{1,3}\s*-->")),
    ("headless", re.compile(r"\s*(?:\d+:)?\d{2}:\d{2}\.\d{3}\s*-->")),
    ("otr", re.compile(r'\s*\{\s*"(?:text|media|media-time)"\s*:.{0,4000}"media', re.DOTALL)),
    ("json", re.compile(r'\s*[{\[]\s*["{}\[\]]')),
    ("html", re.compile(r"\s*(?:<!doctype html|<html|<cite>|<p>|<div)", re.IGNORECASE)),
)
ROOTS = {"ANNOTATION_DOCUMENT": "eaf", "TEI": "tei", "teiCorpus": "tei", "TEI.2": "tei", "html": "html"}
NO_TRANSCRIPT = {
    b"SQLite format 3": "a database",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"RIFF": "a recording",
    b"ID3": "a recording",
    b"OggS": "a recording",
    b"fLaC": "a recording",
    b"\x1f\x8b": "a packed file",
    b"7z\xbc\xaf": "a packed file",
    b"Rar!": "a packed file",
    b"MZ": "a program",
    b"\x7fELF": "a program",
}


def format_of(name: str, data: bytes) -> str:
    """Name of the format, one of the readers'.

    Parameters
    ----------
    name
        File name.
    data
        The file's bytes.

    Raises
    ------
    UnreadableError
        For what is no transcript, empty, too large, or of a format that nobody reads here.
    """
    archive.check_size(data)
    archive.check_ole(data)
    for magic, what in NO_TRANSCRIPT.items():
        if data.startswith(magic):
            raise UnreadableError(f"it is {what}, no transcript")
    if data[4:8] == b"ftyp":
        raise UnreadableError("it is a recording, no transcript")
    if data.startswith(b"PK"):
        return _zipped(data)
    if data.lstrip()[:5] == b"%PDF-":
        return "pdf"
    suffix = SUFFIXES.get(PurePath(name).suffix.casefold(), "")
    found = _written(data)
    if found == "headless":  # Teams pastes times like a cue's into texts
        found = "txt" if suffix == "txt" else "vtt"
    if found == "txt" and suffix in ("txt", "csv"):
        return suffix
    if found == "json" and suffix == "otr":
        return suffix
    if found in ("txt", "") and suffix:
        return _promised(suffix, found)
    if not found or found == "txt":
        known = ", ".join(sorted(SUFFIXES))
        raise UnreadableError(f"the format of {PurePath(name).suffix or name!r} is not known. Known: {known}")
    return found


def _promised(suffix: str, found: str) -> str:
    """The suffix's format, for content that shows no sign of any."""
    if suffix in ("docx", "odt", "xlsx", "pdf", "rtf"):
        raise UnreadableError(f"it is named .{suffix} and is none: it may be cut off, or of another format")
    if suffix in ("eaf", "tei", "json", "otr", "cha", "textgrid", "srt", "sbv", "vtt"):
        raise UnreadableError(f"it holds no {suffix} content")
    return suffix


def _zipped(data: bytes) -> str:
    names = archive.names(data)
    if "mimetype" in names:
        kind = archive.member(data, "mimetype")[:200].decode("ascii", "replace")
        if "opendocument.text" in kind:
            return "odt"
        raise UnreadableError(f"it is no text document ({kind.strip()})")
    if any(n.startswith("word/") for n in names):
        return "docx"
    if any(n.startswith("xl/") for n in names):
        return "xlsx"
    if any(n.casefold().endswith(".qde") for n in names):
        raise UnreadableError(
            "it is a REFI-QDA project. Hint: it is taken in as an exchange, not as a transcript"
        )
    raise UnreadableError("it is an archive and no document. Hint: unpack it first")


def _written(data: bytes) -> str:
    """Format of text by its first signs; empty for what is no text."""
    head = data[:HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = head[: len(head) // 2 * 2].decode("utf-16", "replace")
    else:
        text = head.decode("utf-8-sig", "replace").replace("\x00", "")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    root = re.match(
        r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\])?>\s*|<\?[^>]*>\s*)*<(?:[\w-]+:)?([\w.-]+)",
        text,
        re.DOTALL,
    )
    if root and root[1] in ROOTS:
        return ROOTS[root[1]]
    if text.lstrip().startswith("<?xml") and root:
        raise UnreadableError(f"it is XML of another kind (<{root[1]}>), no transcript")
    return next((name for name, sign in TEXTS if sign.match(text)), "txt")
