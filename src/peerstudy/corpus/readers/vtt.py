"""WebVTT captions: Teams voices (``<v Name>``, several in a cue), Zoom (``Name: words``), Stream."""

from peerstudy.corpus.readers.captions import arrow, cut, voices
from peerstudy.corpus.readers.cues import from_cues
from peerstudy.corpus.readers.transcript import Labels, Transcript, decode


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of a .vtt file; consecutive cues of one speaker are one turn.

    Raises
    ------
    UnreadableError
        If there is no cue in it, or a label is not the study's.
    """
    text, encoding = decode(data)
    captions, dropped, warnings = cut(text, arrow)
    if not text.startswith("WEBVTT"):
        warnings.append("it does not begin with WEBVTT")
    cues = voices(captions, labels, dropped)
    tagged = "<v" in text
    return from_cues(
        cues,
        labels,
        format="vtt",
        encoding=encoding,
        continues=not tagged,
        dropped=dropped,
        warnings=warnings,
    )
