"""What a coder sees of a segment: words and neighbours or a sentence vector, and the codebook's patterns."""

from typing import TypedDict

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from peerstudy.coders import space, vectors
from peerstudy.coders.kernels import Kernel
from peerstudy.coders.machine import Floats, Positions
from peerstudy.coders.ridge import Features
from peerstudy.coders.space import Most, Weight
from peerstudy.coders.surroundings import surroundings
from peerstudy.coders.teaching import Bools
from peerstudy.coders.told import Told, telling
from peerstudy.coders.trained import View
from peerstudy.coders.vectors import Vectors


def words(
    segments: pd.DataFrame,
    turns: pd.DataFrame,
    taught: Bools,
    patterns: pd.DataFrame,
    *,
    language: str,
    most: Most,
    weight: Weight,
    runs: tuple[int, int],
) -> View:
    """Words, runs of letters, neighbours' words, the place in the talk, and what patterns match.

    Parameters
    ----------
    segments, turns
        The tables of those names.
    taught
        Which segments the hand coder read: features are chosen in their interviews.
    patterns
        What the pattern coder gave.
    language, most, weight, runs
        Of the features (`space.fit`).

    Raises
    ------
    ValueError
        If spaCy has no tokenizer for `language`.
    """
    held = segments["interview"].isin(set(segments.loc[taught, "interview"]))
    known = space.fit(segments[held], turns, language=language, most=most, weight=weight, runs=runs)
    told = Told(patterns)

    def rows(some: pd.DataFrame) -> csr_array:
        return known.rows(some, turns[turns["interview"].isin(set(some["interview"]))], told(some))

    def explain(
        some: pd.DataFrame, rows: csr_array, weights: Floats, segment: Positions, theme: Positions
    ) -> list[str]:
        matched = told.worth(some, weights[-len(told.themes) - 1 : -1])
        return known.evidence(rows, weights, matched, segment, theme)

    return View(rows, explain)


class Sentences(TypedDict):
    """How sentence vectors are used.

    A segment is known by its likeness to so many others of different words (`points`; the more, the better
    and the slower), which falls with distance as fast as `gamma` says, and by the vectors of what is said
    right before and after. `own` and `neighbours` are the lengths of both: what is longer is fitted more
    closely under the same penalty. `patterns` weighs what the codebook's patterns match.
    """

    points: int
    gamma: float
    own: float
    neighbours: float
    patterns: float


def sentences(
    segments: pd.DataFrame,
    turns: pd.DataFrame,
    known: dict[str, Vectors],
    taught: Bools,
    patterns: pd.DataFrame,
    *,
    how: Sentences,
    seed: int,
) -> View:
    """Sentence vectors, own and neighbours', and what patterns match: the only words that they can name.

    Parameters
    ----------
    segments, turns
        The tables of those names.
    known
        A vector of every text of both (`vectors.vectors`).
    taught
        Which segments the hand coder read: points are drawn among them.
    patterns
        What the pattern coder gave.
    how
        How the vectors are used.
    seed
        Draws the points.

    Raises
    ------
    ValueError
        If a text was never encoded.
    """
    around = surroundings(segments, turns)
    placed = vectors.Centred(around.texts, known)
    number = pd.Index(segments["segment"])
    different = np.flatnonzero(taught & ~segments["text"].where(taught).duplicated().to_numpy())
    order = np.random.default_rng(seed).permutation(different)[: how["points"]]
    kernel = Kernel(placed(np.sort(order)), gamma=how["gamma"])
    told = Told(patterns)

    def rows(some: pd.DataFrame) -> Floats:
        at = number.get_indexer(pd.Index(some["segment"]))
        return np.column_stack(
            [
                how["own"] * kernel.features(placed(at)),
                how["neighbours"] * placed(around.before[at]),
                how["neighbours"] * placed(around.after[at]),
                how["patterns"] * told(some),
                np.ones(len(at)),
            ]
        )

    def explain(
        some: pd.DataFrame, rows: Features, weights: Floats, segment: Positions, theme: Positions
    ) -> list[str]:
        matched = told.worth(some, weights[-len(told.themes) - 1 : -1])
        return [telling(matched(*pair)) for pair in zip(segment.tolist(), theme.tolist(), strict=True)]

    return View(rows, explain)
