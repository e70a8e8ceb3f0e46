"""What a coder sees of a segment: its words and neighbours, or its sentence vector."""

import pandas as pd
from scipy.sparse import csr_array

from peerstudy import space
from peerstudy.machine import Floats, Positions
from peerstudy.space import Most, Weight
from peerstudy.teaching import Bools
from peerstudy.trained import Learn, by_ridge
from peerstudy.vectors import Vectors, scaled


def words(
    segments: pd.DataFrame,
    turns: pd.DataFrame,
    taught: Bools,
    *,
    language: str,
    most: Most,
    weight: Weight,
    runs: tuple[int, int],
    penalty: float,
) -> Learn:
    """Learn from words, runs of letters, and neighbours' words.

    Parameters
    ----------
    segments, turns
        The tables of those names.
    taught
        Which segments the hand coder read: features are chosen in their interviews.
    language, most, weight, runs
        Of the features (`space.fit`).
    penalty
        Ridge penalty.
    """
    held = segments["interview"].isin(set(segments.loc[taught, "interview"]))
    known = space.fit(segments[held], turns, language=language, most=most, weight=weight, runs=runs)

    def rows(some: pd.DataFrame) -> csr_array:
        return known.rows(some, turns[turns["interview"].isin(set(some["interview"]))])

    return by_ridge(rows, known.evidence, penalty=penalty)


def sentences(segments: pd.DataFrame, encoded: Vectors, *, length: float, penalty: float) -> Learn:
    """Learn from sentence vectors. They name no words: no evidence.

    Parameters
    ----------
    segments, encoded
        The table of that name, and a vector for each segment.
    length
        Of a vector; a longer one is fitted more closely under the same penalty.
    penalty
        Ridge penalty.
    """
    placed = scaled(encoded, length)
    number = pd.Index(segments["segment"])

    def rows(some: pd.DataFrame) -> csr_array:
        return csr_array(placed[number.get_indexer(pd.Index(some["segment"]))])

    def silent(rows: csr_array, weights: Floats, segment: Positions, theme: Positions) -> list[str]:
        return [""] * len(segment)

    return by_ridge(rows, silent, penalty=penalty)
