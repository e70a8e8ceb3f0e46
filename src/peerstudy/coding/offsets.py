"""Where a coding tool's offsets point: code points, UTF-16 units or UTF-8 bytes, and what it counts.

REFI-QDA 1.5 (section 10.2) counts Unicode code points, the end exclusive, and is silent on byte order marks
and on CRLF. NVivo counts UTF-16 units, CRLF as two and no byte order mark; Taguette counts UTF-8 bytes.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Unit = Literal["code points", "UTF-16 units", "UTF-8 bytes"]
Newline = Literal["as stored", "as one", "as two"]
Positions = NDArray[np.int64]

BOM = "\ufeff"


@dataclass(frozen=True)
class Convention:
    """What a tool counts: its unit, how long a line end is, whether the byte order mark counts.

    Files that were copied between systems hold LF where the offsets count CRLF, or the other way round.
    """

    unit: Unit
    newline: Newline = "as stored"
    bom: bool = False

    def __str__(self) -> str:
        mark = "counted" if self.bom else "not counted"
        return f"{self.unit}, line ends {self.newline}, byte order mark {mark}"


def stored(raw: str) -> str:
    r"""A document's text as kept here: no byte order mark, LF.

    >>> stored("\ufeffone\r\ntwo")
    'one\ntwo'
    """
    return raw.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")


def positions(raw: str, offsets: list[int], convention: Convention) -> Positions:
    r"""Code points of :func:`stored` text that a tool's offsets stand for; -1 where they hit no character.

    >>> positions("\ufeffhi \U0001f600\r\nyou", [0, 5, 7], Convention("UTF-16 units"))
    array([0, 4, 5])
    """
    kept, counted = _widths(raw, convention)
    places = np.concatenate([[0], np.cumsum(kept)])
    counts = np.concatenate([[0], np.cumsum(counted)])
    wanted = np.array([min(max(offset, -1), 2**62) for offset in offsets], dtype=np.int64)
    at = np.minimum(np.searchsorted(counts, wanted, side="right") - 1, len(raw))
    hit = (wanted >= 0) & (counts[np.maximum(at, 0)] == wanted)
    return np.where(hit, places[np.maximum(at, 0)], -1)


def _widths(raw: str, convention: Convention) -> tuple[Positions, Positions]:
    """For each character of the file: code points kept of it, and how much the convention counts it."""
    points = np.frombuffer(raw.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)
    kept = np.ones(len(points), dtype=np.int64)
    if convention.unit == "UTF-16 units":
        counted = 1 + (points > 0xFFFF)
    elif convention.unit == "UTF-8 bytes":
        counted = 1 + (points > 0x7F) + (points > 0x7FF).astype(np.int64) + (points > 0xFFFF)
    else:
        counted = kept.copy()
    crlf = (points == 13) & (np.append(points[1:], 0) == 10)
    kept[crlf] = 0
    if convention.newline != "as stored":
        counted[crlf] = 0
    if convention.newline == "as two":
        counted[(points == 10) | ((points == 13) & ~crlf)] = 2
    if raw.startswith(BOM):
        kept[0] = 0
        if not convention.bom:
            counted[0] = 0
    return kept, counted.astype(np.int64)
