"""Which convention a coding tool counted offsets by, found from the passages themselves."""

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peerstudy.coding.offsets import Convention, Newline, Positions, Unit, positions, stored

SPACE, PUNCTUATION, WORD = range(3)
# How often an end that a person marked lies where words or sentences end, just beside, or inside a word.
# In 1,027 passages of four NVivo exports, 1,018 had no end inside a word.
BEST, FAIR, INSIDE = 0.75, 0.22, 0.03
QUOTED, CHANCE_QUOTED = 0.98, 0.001  # that a recorded quote equals the passage, rightly placed and at random
NOTHING_FITS = 0.05  # belief, before looking, that the offsets fit none of the conventions

UNITS: tuple[Unit, ...] = ("code points", "UTF-16 units")
NEWLINES: tuple[Newline, ...] = ("as stored", "as one", "as two")
# The standard's own reading stands first: among readings that agree on every passage it is the one named.
REFI = tuple(Convention(*reading) for reading in itertools.product(UNITS, NEWLINES, (False, True)))


class OffsetError(ValueError):
    """No convention places the passages on words."""


@dataclass(frozen=True)
class Marked:
    """A document as its file holds it (byte order mark and CRLF kept), and the passages marked in it.

    `quotes` holds what the tool recorded as the words of each passage, empty where it recorded none.
    """

    raw: str
    starts: list[int]
    ends: list[int]
    quotes: list[str]


@dataclass(frozen=True)
class Detection:
    """The convention found, how sure it is (0 to 1), and the passages with both ends off words' insides."""

    convention: Convention
    confidence: float
    clean: int
    passages: int
    rival: int  # clean passages of the best other reading; -1 when every reading agrees

    def __str__(self) -> str:
        other = "all readings agree" if self.rival < 0 else f"the next reading {self.rival}"
        return (
            f"{self.convention}: {self.clean} of {self.passages} passages on word ends ({other}), "
            f"confidence {self.confidence:.3f}"
        )


def detect(documents: list[Marked], conventions: tuple[Convention, ...] = REFI) -> Detection:
    """Find the convention of a tool's offsets from where its passages begin and end.

    Each convention is judged by where the ends fall (at the edge of words, beside it, inside a word) and by
    recorded quotes; readings that place every passage alike are one. Bayes' rule weighs them against one
    another and against chance, whose rates are those of all places in the texts.

    Parameters
    ----------
    documents
        Every document of the file, with its passages.
    conventions
        Readings to try, in order of preference.

    Raises
    ------
    OffsetError
        If chance explains the places better than any convention does.
    """
    if not any(document.starts for document in documents):
        return Detection(conventions[0], 1.0, 0, 0, -1)
    places = {c: [_placed(document, c) for document in documents] for c in conventions}
    distinct: dict[bytes, Convention] = {}
    for convention in conventions:
        distinct.setdefault(b"".join(a.tobytes() for a in places[convention]), convention)
    classes = [_classes(stored(document.raw)) for document in documents]
    known = [
        np.any([_quoted(document, places[c][i]) for c in distinct.values()], axis=0)
        for i, document in enumerate(documents)
    ]
    found = {
        c: [_evidence(*one) for one in zip(documents, places[c], classes, known, strict=True)]
        for c in distinct.values()
    }
    weights = np.array([sum(ratio for ratio, _ in one) for one in found.values()])
    clean = [sum(count for _, count in one) for one in found.values()]
    return _judge(list(found), weights, clean, sum(len(document.starts) for document in documents))


def _judge(readings: list[Convention], weights: NDArray[np.float64], clean: list[int], n: int) -> Detection:
    """The likeliest reading by Bayes' rule, unless chance is likelier."""
    weights = np.append(weights + np.log((1 - NOTHING_FITS) / len(readings)), np.log(NOTHING_FITS))
    best = int(np.argmax(weights))
    if best == len(readings):
        near = int(np.argmax(clean))
        raise OffsetError(
            f"the offsets of its {n} passages fit no known convention: the best reading "
            f"({readings[near]}) leaves {n - clean[near]} of them inside words or outside the text"
        )
    confidence = 1 / float(np.exp(weights - weights[best]).sum())
    rival = max((count for i, count in enumerate(clean) if i != best), default=-1)
    return Detection(readings[best], confidence, clean[best], n, rival)


def _placed(document: Marked, convention: Convention) -> Positions:
    """Start and end of every passage in stored text, shape (2, passages)."""
    return np.stack([positions(document.raw, side, convention) for side in (document.starts, document.ends)])


def _classes(text: str) -> Positions:
    """The kind of each character, with a space set before the first and after the last."""
    kinds = [SPACE if c.isspace() else WORD if c.isalnum() else PUNCTUATION for c in text]
    return np.array([SPACE, *kinds, SPACE], dtype=np.int64)


def _levels(classes: Positions, at: Positions, *, end: bool) -> Positions:
    """0 at the edge of words, 1 beside it, 2 inside a word or outside the text; seen from the passage."""
    inner, outer = (classes[at], classes[at + 1]) if end else (classes[at + 1], classes[at])
    level = np.where((inner != SPACE) & (outer == SPACE), 0, 1)
    return np.where((at < 0) | ((inner != SPACE) & (outer == WORD)), 2, level)


def _quoted(document: Marked, places: Positions) -> NDArray[np.bool_]:
    """Whether the recorded words of each passage are those at its place; tools may cut them short."""
    text = stored(document.raw)
    said = [" ".join(text[a:b].split()) if 0 <= a <= b else "" for a, b in places.T]
    cut = [" ".join(quote.rstrip("…. ").split()) for quote in document.quotes]
    return np.array([len(c) > 2 and s.startswith(c) for s, c in zip(said, cut, strict=True)], dtype=bool)


def _evidence(
    document: Marked, places: Positions, classes: Positions, known: NDArray[np.bool_]
) -> tuple[float, int]:
    """Log likelihood ratio of a document's places against chance, and the passages with both ends clean."""
    total = 0.0
    inside = np.zeros(len(document.starts), dtype=bool)
    likely = np.array([BEST, FAIR, INSIDE])
    anywhere = np.arange(len(classes) - 1)
    for at, end in ((places[0], False), (places[1], True)):
        levels = _levels(classes, at, end=end)
        shares = np.bincount(_levels(classes, anywhere, end=end), minlength=3) / len(anywhere)
        total += float(np.sum(np.log(likely[levels] / np.maximum(shares[levels], 1e-3))))
        inside |= levels == 2
    same = _quoted(document, places)[known]
    total += float(np.sum(np.where(same, np.log(QUOTED / CHANCE_QUOTED), np.log(1 - QUOTED))))
    return total, int((~inside).sum())
