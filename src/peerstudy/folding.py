"""Words as people compare them: other quotation marks, blanks or line ends make no difference."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

# A space of any width, a character that shows nothing, or one character with its combining marks.
_PIECE = re.compile(r"(?P<space>\s+)|(?P<nothing>[\u00ad\u200b-\u200d\u2060\ufeff]+)|[^\s][\u0300-\u036f]*")
_ALIKE = str.maketrans("‘’‚‛ʼ´`“”„‟«»–—‒―−", "'''''''\"\"\"\"\"\"-----")
# Printable ASCII that folds to itself: no backquote, single blanks only.
_PLAIN = re.compile(r"(?:[!-_a-~]| (?! ))*")
LOST_CHARACTER = "\ufffd"


@dataclass(frozen=True)
class Folded:
    """A text as words are compared; its character i came from `starts[i]` to `stops[i]` of the original."""

    text: str
    starts: tuple[int, ...]
    stops: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original text that a stretch (not empty) of the folded one came from."""
        return self.starts[start], self.stops[end - 1]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The folded characters that a stretch of the original text touches."""
        return bisect_right(self.stops, start), bisect_left(self.starts, end)


def composed(name: str) -> str:
    r"""A name with its accents in one way (NFC): disks and spreadsheets write the same letter in two.

    >>> composed("cafe\u0301.txt") == "caf\u00e9.txt"
    True
    """
    return unicodedata.normalize("NFC", name)


def bare(file: str) -> str:
    r"""The name of a file without its folder, however a system parts the two.

    >>> bare("transcripts/I3.srt"), bare("transcripts\\I3.srt")
    ('I3.srt', 'I3.srt')
    """
    return PurePosixPath(file.strip().replace("\\", "/")).name


@lru_cache(maxsize=4096)
def fold(text: str) -> Folded:
    r"""Fold a text for comparison: NFC, one blank for any white space, plain quotation marks and dashes.

    Characters beyond the basic plane fold to U+FFFD, which exports put in their stead.

    >>> fold("He said \u201cno\u201d,\r\n  twice").text
    'He said "no", twice'
    """
    if _PLAIN.fullmatch(text):  # most turns are; a large study has thousands
        return Folded(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    pieces: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    for match in _PIECE.finditer(text):
        if match["nothing"]:
            continue
        piece = " " if match["space"] else unicodedata.normalize("NFC", match[0]).translate(_ALIKE)
        piece = "".join(c if ord(c) <= 0xFFFF else LOST_CHARACTER for c in piece)
        pieces.append(piece)
        starts += [match.start()] * len(piece)
        stops += [match.end()] * len(piece)
    return Folded("".join(pieces), tuple(starts), tuple(stops))


def finds(text: str, words: str, start: int = 0, stop: int | None = None) -> list[int]:
    """Where the words begin in the text, without cutting other words, overlapping places too."""
    stop = len(text) if stop is None else stop
    found = []
    at = text.find(words, start, stop)
    while at >= 0:
        if _whole(text, at, len(words)):
            found.append(at)
        at = text.find(words, at + 1, stop)
    return found


def _whole(text: str, at: int, length: int) -> bool:
    """Whether a stretch neither begins nor ends inside a word."""
    before, after = text[max(at - 1, 0) : at], text[at + length : at + length + 1]
    cut_before = before.isalnum() and text[at].isalnum()
    return not cut_before and not (after.isalnum() and text[at + length - 1].isalnum())
