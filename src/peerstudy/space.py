"""The features that a classifier tells apart: a segment's words and letters, and its neighbours' words."""

from dataclasses import dataclass
from typing import TypedDict

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_array, vstack

from peerstudy import features
from peerstudy.features import Features, Said
from peerstudy.surroundings import surroundings
from peerstudy.tokens import tokenize

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]

SHOWN = 3  # words that a coder names as its evidence


class Most(TypedDict):
    """How many words and pairs of words, runs of letters, and words of neighbours are told apart at most."""

    words: int
    letters: int
    neighbours: int


class Weight(TypedDict):
    """How much the runs of letters of a segment, and the words of a neighbour, weigh beside its own words."""

    letters: float
    neighbours: float


@dataclass(frozen=True)
class Space:
    """Chosen features; see `fit`."""

    words: Features
    letters: Features
    neighbours: Features
    weight: Weight
    runs: tuple[int, int]
    language: str

    def rows(self, segments: pd.DataFrame, turns: pd.DataFrame) -> csr_array:
        """Segments x features of whole interviews; the last feature is 1 everywhere."""
        around = surroundings(segments, turns)
        said = Said(tokenize(around.texts, language=self.language))
        each, n = said.each(), len(segments)
        pairs = [name for name in self.words.names if " " in name]
        own = each[:n] @ features.picked(said.words, self.words.names)
        own = own + said.pairs(pairs)[:n] @ features.picked(pairs, self.words.names)
        inside, names = features.runs(said.words, shortest=self.runs[0], longest=self.runs[1])
        letters = each[:n] @ (inside @ features.picked(names, self.letters.names))
        near = self.neighbours.weights(each @ features.picked(said.words, self.neighbours.names))
        near = (
            csr_array(vstack([near, csr_array((1, near.shape[1]))], format="csr")) * self.weight["neighbours"]
        )
        return features.beside(
            self.words.weights(own),
            self.letters.weights(letters) * self.weight["letters"],
            near[around.before],
            near[around.after],
            csr_array(np.ones((n, 1))),
        )

    def evidence(self, rows: csr_array, weights: Floats, segment: Positions, theme: Positions) -> list[str]:
        """The words that speak most for a theme in a segment, at most `SHOWN`, parted by `; `.

        Parameters
        ----------
        rows
            What `rows` gave.
        weights
            Features x themes.
        segment, theme
            Numbers of the pairs to explain.
        """
        words = csr_array(rows[:, : len(self.words.names)])
        found = []
        for row, column in zip(segment.tolist(), theme.tolist(), strict=True):
            span = slice(words.indptr[row], words.indptr[row + 1])
            at = words.indices[span]
            worth = words.data[span] * weights[at, column]
            order = at[np.argsort(-worth, kind="stable")][: int((worth > 0).sum())].tolist()
            telling = [name for n in order if (name := self.words.names[n]).replace(" ", "").isalnum()]
            found.append("; ".join(telling[:SHOWN]))
        return found


def fit(
    segments: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    language: str,
    most: Most,
    weight: Weight,
    runs: tuple[int, int],
) -> Space:
    """Choose the features that stand in most segments. Hand codes have no part in it.

    Parameters
    ----------
    segments, turns
        The tables of those names, whole interviews of them.
    language
        Whose tokenizer of spaCy cuts the words.
    most
        How many features of each kind.
    weight
        Of each kind beside the words.
    runs
        Shortest and longest run of letters.
    """
    around = surroundings(segments, turns)
    said = Said(tokenize(around.texts, language=language))
    each, n, pairs = said.each(), len(segments), said.all_pairs()
    inside, names = features.runs(said.words, shortest=runs[0], longest=runs[1])
    own = features.beside(each[:n], said.pairs(pairs)[:n])
    return Space(
        words=features.widest(own, said.words + pairs, most=most["words"]),
        letters=features.widest(each[:n] @ inside, names, most=most["letters"]),
        neighbours=features.widest(each, said.words, most=most["neighbours"]),
        weight=weight,
        runs=runs,
        language=language,
    )
