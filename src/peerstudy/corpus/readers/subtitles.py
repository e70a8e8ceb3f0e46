"""SubRip (.srt) and YouTube (.sbv) subtitles: the speaker stands before a colon, once or in every cue."""

from peerstudy.corpus.readers.captions import Times, arrow, comma, cut, voices
from peerstudy.corpus.readers.cues import from_cues
from peerstudy.corpus.readers.transcript import Labels, Transcript, decode


def read_srt(data: bytes, labels: Labels) -> Transcript:
    """Turns of a .srt file.

    Raises
    ------
    UnreadableError
        If there is no subtitle in it, or a label is not the study's.
    """
    return _read(data, labels, arrow, "srt")


def read_sbv(data: bytes, labels: Labels) -> Transcript:
    """Turns of a .sbv file.

    Raises
    ------
    UnreadableError
        If there is no subtitle in it, or a label is not the study's.
    """
    return _read(data, labels, comma, "sbv")


def _read(data: bytes, labels: Labels, times: Times, format: str) -> Transcript:
    text, encoding = decode(data)
    captions, dropped, warnings = cut(text, times)
    cues = voices(captions, labels, dropped)
    return from_cues(
        cues, labels, format=format, encoding=encoding, continues=True, dropped=dropped, warnings=warnings
    )
