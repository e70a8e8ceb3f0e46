"""The features that a classifier tells apart: words and letters, neighbours' words, the place in the talk."""

from dataclasses import dataclass
from typing import TypedDict

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_array, vstack

from peerstudy.coders import features
from peerstudy.coders.features import Features, Said
from peerstudy.coders.surroundings import surroundings
from peerstudy.coders.tokens import tokenize
from peerstudy.coders.told import Worth, telling

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]

NEAR = 2.0  # turns over which nearness to the start or the end of an interview falls to a third


class Most(TypedDict):
    """How many words and pairs of words, runs of letters, and words of neighbours are told apart at most."""

    words: int
    letters: int
    neighbours: int


class Weight(TypedDict):
    """How much runs of letters, a neighbour's words, the place and the codebook's patterns weigh.

    Each beside a segment's own words, which have length 1.
    """

    letters: float
    neighbours: float
    place: float
    patterns: float


@dataclass(frozen=True)
class Space:
    """Chosen features; see `fit`."""

    words: Features
    letters: Features
    neighbours: Features
    weight: Weight
    runs: tuple[int, int]
    language: str

    def rows(self, segments: pd.DataFrame, turns: pd.DataFrame, matched: Floats) -> csr_array:
        """Segments x features of whole interviews; the last feature is 1 everywhere.

        Parameters
        ----------
        segments, turns
            The tables of those names.
        matched
            Segments x themes, what the codebook's patterns say (`told.Told`).

        Raises
        ------
        ValueError
            If spaCy has no tokenizer for `language`.
        """
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
            csr_array(places(segments, turns) * self.weight["place"]),
            csr_array(matched * self.weight["patterns"]),
            csr_array(np.ones((n, 1))),
        )

    def evidence(
        self, rows: csr_array, weights: Floats, matched: Worth, segment: Positions, theme: Positions
    ) -> list[str]:
        """The words that speak most for a theme in a segment (`told.telling`).

        Parameters
        ----------
        rows
            What `rows` gave.
        weights
            Features x themes.
        matched
            What the words that patterns match speak beside (`told.Told.worth`).
        segment, theme
            Numbers of the pairs to explain.
        """
        words = csr_array(rows[:, : len(self.words.names)])
        names = self.words.names
        whole = np.array([name.replace(" ", "").isalnum() for name in names], dtype=bool)
        found = []
        for row, column in zip(segment.tolist(), theme.tolist(), strict=True):
            span = slice(words.indptr[row], words.indptr[row + 1])
            at, worth = words.indices[span], matched(row, column)
            spoken = words.data[span] * weights[at, column]
            speaking = (spoken > 0) & whole[at]
            for number, much in zip(at[speaking].tolist(), spoken[speaking].tolist(), strict=True):
                name = names[number]
                worth[name] = worth.get(name, 0.0) + much
            found.append(telling(worth))
        return found


def places(segments: pd.DataFrame, turns: pd.DataFrame) -> Floats:
    """Where in its interview each segment is said: how far on, how near to the start, how near to the end.

    Parameters
    ----------
    segments, turns
        The tables of those names, or whole interviews of both.

    Returns
    -------
    array, segments x 3
        Share of the interview's turns that went before; nearness to its start and to its end, 1 at them.

    Examples
    --------
    >>> turns = pd.DataFrame({"interview": ["a"] * 3, "turn": [1, 2, 3]})
    >>> places(turns[:1], turns).round(2).tolist()
    [[0.0, 1.0, 0.37]]
    """
    last = turns.groupby("interview")["turn"].max()
    turn, end = segments["turn"].to_numpy(float), segments["interview"].map(last).to_numpy(float)
    return np.column_stack([(turn - 1) / end, np.exp((1 - turn) / NEAR), np.exp((turn - end) / NEAR)])


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

    Raises
    ------
    ValueError
        If spaCy has no tokenizer for `language`.
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
