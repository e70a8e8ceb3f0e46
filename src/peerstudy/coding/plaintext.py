"""Text that every coding tool counts alike: NFC, LF, no byte order mark, nothing beyond the basic plane."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from peerstudy.folding import LOST_CHARACTER

# What XML 1.0 cannot hold, and line ends that tools take for one or for two characters.
_UNFIT = re.compile("[^\t\n\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEWLINE = re.compile(r"\r\n?|[\u0085\u2028\u2029]")


@dataclass(frozen=True)
class Plain:
    """A text made plain; piece `i` of it begins at `here[i]` and came from `there[i]` of the original."""

    text: str
    here: tuple[int, ...]
    there: tuple[int, ...]
    replaced: int  # characters for which U+FFFD stands

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the plain text that a stretch of the original became, widened to whole letters."""
        first = bisect_right(self.there, start) - 1
        return self.here[first], self.here[bisect_left(self.there, end)]


def plain(text: str) -> Plain:
    r"""Make a text plain, with the way from its places to the new ones.

    Where letters and accents compose, offsets change; where a character cannot be kept, U+FFFD stands for it
    so that code points, UTF-16 units and every reading of line ends count alike.

    >>> made = plain("Cafe\u0301 \U0001f600\r\nok")
    >>> made.text, made.replaced, made.stretch(0, 5), made.stretch(9, 11)
    ('Café \ufffd\nok', 1, (0, 4), (7, 9))
    """
    pieces, here, there = [], [], []
    length = replaced = 0
    for start, piece in _pieces(text):
        made = _NEWLINE.sub("\n", unicodedata.normalize("NFC", piece))
        kept = "".join(c if ord(c) <= 0xFFFF and not _UNFIT.match(c) else LOST_CHARACTER for c in made)
        replaced += sum(a != b for a, b in zip(made, kept, strict=True))
        pieces.append(kept)
        here.append(length)
        there.append(start)
        length += len(kept)
    return Plain("".join(pieces), (*here, length), (*there, len(text)), replaced)


def legible(text: str) -> str:
    r"""A name or note as XML can hold it: NFC, with U+FFFD for what it cannot.

    >>> legible("Cafe\u0301\x0b \U0001f600")
    'Café\ufffd 😀'
    """
    return _UNFIT.sub(LOST_CHARACTER, unicodedata.normalize("NFC", text))


def _pieces(text: str) -> list[tuple[int, str]]:
    """Single characters, joined where they compose with the next or where CR and LF are one line end."""
    if unicodedata.is_normalized("NFC", text) and "\r\n" not in text:
        return list(enumerate(text))
    found: list[tuple[int, str]] = []
    for place, character in enumerate(text):
        if found and _joins(found[-1][1], character):
            found[-1] = (found[-1][0], found[-1][1] + character)
        else:
            found.append((place, character))
    return found


def _joins(before: str, after: str) -> bool:
    if (before == "\r" and after == "\n") or unicodedata.combining(after):
        return True
    alone = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", after)
    return unicodedata.normalize("NFC", before + after) != alone
