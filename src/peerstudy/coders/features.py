"""What texts are made of, as numbers: words, pairs of words, and runs of letters inside words.

All of it is worked out once per kind of word; a text's row is the sum of its words' rows. The weights are
those of scikit-learn's TfidfVectorizer (sublinear counts, smoothed inverse frequency, rows of length 1).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array, diags_array, hstack

from peerstudy.coders.tokens import Positions, Tokens, fold

LEAST = 2  # texts that a feature must be in
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Features:
    """Features of one kind: their names, and how rare each is."""

    names: list[str]
    rarity: Floats

    def weights(self, counted: csr_array) -> csr_array:
        """Counts, texts x features, to 1 + log(count), times rarity, each row of length 1.

        Parameters
        ----------
        counted
            Texts x features: how often each is said in each.
        """
        matrix = counted.copy()
        matrix.data = 1 + np.log(matrix.data)
        matrix = matrix @ diags_array(self.rarity)
        length = np.sqrt(matrix.multiply(matrix).sum(axis=1))
        return csr_array(diags_array(1 / np.where(length > 0, length, 1.0)) @ matrix)


class Said:
    """What is said in each text of a corpus, ready to be counted.

    Parameters
    ----------
    tokens
        The corpus (`tokens.tokenize`).

    Attributes
    ----------
    words : the kinds of word, capitals and apostrophes aside; kind 0 is the end of a text.
    texts : how many texts.
    """

    def __init__(self, tokens: Tokens):
        numbers: dict[str, int] = {}
        same = [numbers.setdefault(fold(word).lower(), len(numbers)) for word in tokens.words]
        self.words = list(numbers)
        self.texts = len(tokens.ends)
        self._numbers = numbers
        self._said = np.array(same, dtype=np.int64)[tokens.types]
        self._text = np.repeat(np.arange(self.texts), np.diff(tokens.ends, prepend=-1))

    def each(self) -> csr_array:
        """How often each kind of word is said: texts x words."""
        spoken = self._said > 0
        return _summed(self._text[spoken], self._said[spoken], (self.texts, len(self.words)))

    def all_pairs(self) -> list[str]:
        """Every two words that stand side by side somewhere, with a blank between."""
        codes = np.unique(self._pairs()[1])
        first, second = np.divmod(codes, len(self.words))
        return [
            f"{self.words[a]} {self.words[b]}" for a, b in zip(first.tolist(), second.tolist(), strict=True)
        ]

    def pairs(self, names: list[str]) -> csr_array:
        """How often each of the named pairs of words is said: texts x names.

        Parameters
        ----------
        names
            Two words each, as of `all_pairs`; what nobody says is a column of 0.
        """
        halves = [[self._numbers.get(word, -1) for word in name.split(" ")] for name in names]
        wanted = np.array(
            [a * len(self.words) + b if min(a, b) > 0 else -1 for a, b in halves], dtype=np.int64
        )
        order = np.argsort(wanted, kind="stable")
        text, codes = self._pairs()
        place = np.searchsorted(wanted[order], codes)
        place[place == len(names)] = 0
        hit = wanted[order][place] == codes if len(names) else np.zeros(len(codes), dtype=bool)
        return _summed(text[hit], order[place[hit]] if len(names) else place[hit], (self.texts, len(names)))

    def _pairs(self) -> tuple[Positions, Positions]:
        here = np.flatnonzero((self._said[:-1] > 0) & (self._said[1:] > 0)) if len(self._said) else self._said
        return self._text[here], self._said[here] * len(self.words) + self._said[here + 1]


def runs(words: list[str], *, shortest: int, longest: int) -> tuple[csr_array, list[str]]:
    """How often each run of letters is in each word, the blanks at its ends included: words x runs.

    >>> runs(["", "go"], shortest=3, longest=3)[1]
    [' go', 'go ']
    """
    numbers: dict[str, int] = {}
    found = [
        [numbers.setdefault(run, len(numbers)) for run in _runs(word, shortest, longest)] for word in words
    ]
    rows = np.repeat(np.arange(len(words)), [len(each) for each in found])
    columns = np.array([column for each in found for column in each], dtype=np.int64)
    return _summed(rows, columns, (len(words), len(numbers))), list(numbers)


def _runs(word: str, shortest: int, longest: int) -> list[str]:
    """scikit-learn's char_wb: a word no longer than the run counts once, whole."""
    padded = f" {word} "
    found: list[str] = []
    for n in range(shortest, longest + 1) if word else ():
        found += [padded[start : start + n] for start in range(max(1, len(padded) - n + 1))]
        if len(padded) <= n:
            break
    return found


def widest(counted: csr_array, names: list[str], *, most: int) -> Features:
    """The features that stand in most texts (in `LEAST` or more), at most `most`, in alphabetical order.

    Parameters
    ----------
    counted
        Texts x features: how often each is said in each.
    names, most
        Of its columns; how many to keep.
    """
    texts = np.bincount(counted.indices, minlength=len(names))
    alphabet = np.argsort(np.array(names, dtype=np.str_), kind="stable")
    chosen = alphabet[np.argsort(-texts[alphabet], kind="stable")[:most]]
    chosen = np.sort(chosen[texts[chosen] >= LEAST])
    rarity = np.log((1 + counted.shape[0]) / (1 + texts[chosen])) + 1
    return Features([names[n] for n in chosen.tolist()], rarity)


def picked(names: list[str], wanted: list[str]) -> csr_array:
    """A matrix that picks columns by name: names x wanted, 1 where the two are the same."""
    numbers = {name: column for column, name in enumerate(wanted)}
    known = np.array([numbers.get(name, -1) for name in names], dtype=np.int64)
    rows = np.flatnonzero(known >= 0)
    return _summed(rows, known[rows], (len(names), len(wanted)))


def beside(*parts: csr_array) -> csr_array:
    """Matrices of the same rows, side by side."""
    return csr_array(hstack(parts, format="csr"))


def _summed(rows: Positions, columns: Positions, shape: tuple[int, int]) -> csr_array:
    matrix: Any = csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    matrix.sum_duplicates()
    return matrix
