"""Plain text: ``I: ...``, ``[00:01:02] Researcher: ...``, a name on its own line, Teams, Zoom, Otter, f4."""

from peerstudy.corpus.readers.lines import from_lines, numbered
from peerstudy.corpus.readers.transcript import Labels, Transcript, decode


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of a plain-text transcript.

    Raises
    ------
    UnreadableError
        For binary content or speaker labels that the study does not name.
    """
    text, encoding = decode(data)
    return from_lines(numbered(text), labels, format="txt", encoding=encoding)
