"""The coder that knows a segment by its sentence vector: where hand codes are few it learns faster."""

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from peerstudy import teaching
from peerstudy.machine import Coded, Floats, Positions
from peerstudy.tables import TableError
from peerstudy.trained import Lessons, trained
from peerstudy.vectors import Vectors


def embeddings(
    segments: pd.DataFrame,
    encoded: Vectors,
    codebook: pd.DataFrame,
    hand: pd.DataFrame,
    coverage: pd.DataFrame,
    sample: pd.DataFrame,
    suggested: pd.DataFrame,
    roster: pd.DataFrame,
    *,
    weight: float,
    lessons: Lessons,
    floor: float,
) -> Coded:
    """Probability of every theme in every segment, learned from the hand codes of other people.

    Parameters
    ----------
    segments, codebook, hand, coverage, sample, suggested, roster
        The tables of those names; sample and suggested may be empty.
    encoded
        A vector for each segment (`vectors.vectors`).
    weight
        Length of a vector; a longer one is fitted more closely under the same penalty.
    lessons
        How to learn (`trained.Lessons`).
    floor
        Rows under this probability are left out; their sums are kept by person.

    Returns
    -------
    Coded
        Codes, sums by person, and what was learned of each theme. Vectors name no words: no evidence.

    Raises
    ------
    TableError
        If the codebook is empty, the coder read nothing, or too few people to leave any out.
    """
    if codebook.empty:
        raise TableError("codebook: it has no theme. Hint: data/<study>/codebook.yaml, section themes")
    taught = teaching.read(segments, coverage, sample, suggested, coder=lessons["coder"])
    placed = scaled(encoded, weight)
    number = pd.Index(segments["segment"])

    def rows(some: pd.DataFrame) -> csr_array:
        return csr_array(placed[number.get_indexer(pd.Index(some["segment"]))])

    return trained(segments, codebook, hand, taught, roster, rows, _silent, lessons=lessons, floor=floor)


def scaled(encoded: Vectors, weight: float) -> Floats:
    """Vectors around their mean, each of length `weight`, and a last feature that is 1 everywhere.

    >>> scaled(np.array([[1, 0], [3, 0]], dtype=np.float32), 2.0).tolist()
    [[-2.0, 0.0, 1.0], [2.0, 0.0, 1.0]]
    """
    centred = encoded.astype(float) - encoded.mean(axis=0, dtype=float)
    length = np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-12)
    return np.column_stack([weight * centred / length, np.ones(len(encoded))])


def _silent(rows: csr_array, weights: Floats, segment: Positions, theme: Positions) -> list[str]:
    return [""] * len(segment)
