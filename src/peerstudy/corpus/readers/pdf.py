"""PDF print-outs of transcripts: readable, never without a warning.

Pages have no words, only places of letters: columns may be mixed, hyphens at line ends stay, and headers may
cut into speech. The pages are read in a process of their own with a limit of memory and time, since a small
hostile file can unfold without end.
"""

import io
import json
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise

from peerstudy.corpus.readers.headings import Line, heading
from peerstudy.corpus.readers.lines import from_lines
from peerstudy.corpus.readers.transcript import (
    PROPERTY,
    STRUCTURE,
    Dropped,
    Labels,
    Transcript,
    UnreadableError,
)

MEMORY = 1_500_000_000  # bytes
PATIENCE = 120  # seconds
MOST_PAGES = 1_000
HEADED = 3  # pages from which on what stands on every one is no talk
CHILD = (
    "import sys; from peerstudy.corpus.readers import pdf; "
    "sys.stdout.write(pdf.serve(sys.stdin.buffer.read()))"
)
LINE_NUMBER = re.compile(r"\s*(\d{1,4})(?:\s+|$)")
NO_PERSON = frozenset(["Producer", "CreationDate", "ModDate", "Trapped", "PTEX.Fullbanner"])
WARNING = "read from a PDF: check reading order, hyphens at line ends, and headers in the middle of speech"


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of a PDF transcript.

    Raises
    ------
    UnreadableError
        For broken, protected, scanned or hostile files, or speaker labels that the study does not name.
    """
    try:
        child = subprocess.run(
            [sys.executable, "-c", CHILD], input=data, capture_output=True, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError(f"it could not be read within {PATIENCE} seconds") from None
    if child.returncode:
        raise UnreadableError("it needs more memory or time than any transcript, or it is broken")
    found = json.loads(child.stdout)
    if "error" in found:
        raise UnreadableError(found["error"])
    pages = [[line for line in page.split("\n") if line.strip()] for page in found["pages"]]
    if not any(pages):
        raise UnreadableError("it holds no text: is it a scan? Hint: recognise its text first")
    dropped = [Dropped(f"pdf {k}", v, "document property", PROPERTY) for k, v in found["properties"]]
    dropped += [Dropped("pdf note", note, "comment") for note in found["notes"]]
    lines = _numbers(_margins(pages, labels, dropped), dropped)
    return from_lines(lines, labels, format="pdf", dropped=dropped, warnings=[WARNING])


def serve(data: bytes) -> str:
    """What pdfplumber finds in a file, as JSON: pages, properties and notes, or an error in words."""
    import logging

    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    _limit()
    logging.disable()
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                return json.dumps({"error": f"it has {len(document.pages)} pages; allowed are {MOST_PAGES}"})
            pages, notes = [], []
            for page in document.pages:
                pages.append(page.extract_text() or "")
                notes += [note["contents"] for note in page.annots if note.get("contents")]
                page.close()
            properties = [
                (k, str(v)) for k, v in (document.metadata or {}).items() if v and k not in NO_PERSON
            ]
    except (PdfminerException, PDFException, PSException) as error:
        protected = isinstance(error.args[0] if error.args else error, PDFPasswordIncorrect)
        why = "it is protected by a password" if protected else f"it is no readable PDF ({error})"
        return json.dumps({"error": why})
    return json.dumps({"pages": pages, "properties": properties, "notes": notes})


def _limit() -> None:
    """Bound this process; where the system knows no limits, time alone is bounded."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))


def _margins(pages: list[list[str]], labels: Labels, dropped: list[Dropped]) -> list[Line]:
    """Lines of all pages without those that stand first, or last, on most pages, numbers apart.

    A line that opens a turn is talk, since a short answer may well end several pages, unless it stands at
    that edge of every one of three pages and more, as "Participant: P07" does.
    """
    whole = sum(map(bool, pages))
    edges = Counter(edge for page in pages if page for edge in {_edge(page, 0), _edge(page, len(page) - 1)})
    often = {edge for edge, n in edges.items() if n > max(1, len(pages) / 2)}
    lines = []
    for number, page in enumerate(pages, 1):
        for at, text in enumerate(page):
            line = Line(f"page {number}, line {at + 1}", text)
            always = whole >= HEADED and edges[_edge(page, at)] == whole
            if _edge(page, at) in often and (always or not heading(line, labels)):
                dropped.append(Dropped(line.place, text.strip(), "page header or footer"))
            else:
                lines.append(line)
    return lines


def _edge(page: list[str], at: int) -> tuple[str, str]:
    """Whether a line is the first or the last of its page, and what it says but for numbers."""
    end = "first" if at == 0 else "last" if at == len(page) - 1 else ""
    return (end, re.sub(r"\d+", "#", page[at].strip()) if end else "")


def _numbers(lines: list[Line], dropped: list[Dropped]) -> list[Line]:
    """Lines without the numbers in the margin, if most lines carry one that counts on."""
    found = [LINE_NUMBER.match(line.text) for line in lines]
    counted = [int(match[1]) for match in found if match]
    rising = sum(b - a in (1, 5) or b == 1 for a, b in pairwise(counted))
    if len(counted) < 0.5 * len(lines) or rising < 0.8 * max(1, len(counted) - 1):
        return lines
    out = []
    for line, match in zip(lines, found, strict=True):
        if match:
            dropped.append(Dropped(line.place, match[1], "line number", STRUCTURE))
        text = line.text[match.end() :] if match else line.text
        out += [Line(line.place, text)] if text.strip() else []
    return out
