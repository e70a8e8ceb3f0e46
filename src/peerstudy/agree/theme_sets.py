"""Agreement on sets: all the themes that a coder gave to a unit, taken together."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from peerstudy.agree.disagreement import Disagreement, quotient
from peerstudy.statistics.jackknife import Additive

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class SetSums(Additive):
    """What coders did with K different sets; the matrix of all pairs of sets would be too large.

    Attributes
    ----------
    disagreement
        Shape (...): sum of the distances of pairs of sets, each unit with as many as it has coders.
    sets
        Shape (..., K): how often each set was given, in units of two coders or more.
    """

    disagreement: Floats
    sets: Floats


def distinct(marks: ArrayLike, read: ArrayLike) -> tuple[Floats, Bools]:
    """Number the different sets of themes that coders gave.

    Parameters
    ----------
    marks
        Boolean, shape (units, coders, themes).
    read
        Boolean, shape (units, coders): whether the coder read the unit; an empty set is an answer too.

    Returns
    -------
    codes
        Shape (units, coders): number of the set, NaN where unread.
    sets
        Boolean, shape (K, themes).
    """
    given, seen = np.asarray(marks, dtype=bool), np.asarray(read, dtype=bool)
    codes = np.full(seen.shape, np.nan)
    answers = given[seen]
    packed = np.packbits(answers, axis=1)
    texts = packed.view(f"S{packed.shape[1]}").reshape(-1)  # far faster to sort than rows of an array
    _, first, number = np.unique(texts, return_index=True, return_inverse=True)
    codes[seen] = number
    return codes, answers[first]


def from_sets(codes: ArrayLike, *, distance: Floats, clusters: ArrayLike) -> SetSums:
    """Sums by cluster (first axis) of numbered sets.

    Parameters
    ----------
    codes
        Shape (units, coders): number of the set, NaN where unread.
    distance
        Shape (K, K): `distances.masi`, `distances.jaccard` or `distances.nominal`.
    clusters
        Shape (units,): the cluster 0, 1, 2, ... of each unit.
    """
    table = np.asarray(codes, dtype=np.float64)
    cluster = np.asarray(clusters, dtype=np.int64)
    n_clusters = int(cluster.max(initial=0)) + 1
    coders = (~np.isnan(table)).sum(axis=1)
    several = coders > 1
    number = np.where(np.isnan(table), len(distance), table).astype(np.int64)[several]
    padded = np.pad(distance, (0, 1))  # nobody disagrees with a coder who did not read
    apart = np.zeros(len(number))
    for a, b in combinations(range(table.shape[1]), 2):
        apart += 2 * padded[number[:, a], number[:, b]]
    sets = np.zeros((n_clusters, len(distance) + 1))
    np.add.at(sets, (cluster[several, None], number), 1.0)
    apart /= coders[several] - 1
    disagreement = np.zeros(n_clusters)
    np.add.at(disagreement, cluster[several], apart)
    return SetSums(disagreement, sets[:, :-1])


def alpha(sums: SetSums, distance: Floats) -> Disagreement:
    """Krippendorff's alpha of sets.

    Parameters
    ----------
    sums
        What `from_sets` gave, of one cluster or of several; the answer has their leading axes.
    distance
        Shape (K, K): the one that the sums were made with.

    References
    ----------
    Passonneau 2006, Measuring agreement on set-valued items, LREC.

    Examples
    --------
    >>> from peerstudy.agree import distances
    >>> one = ["", "A", "A", "A", "AB", "AB", "ABC", "C", "C"]
    >>> other = ["", "", "A", "B", "A", "AC", "ABC", "AC", "AC"]
    >>> marks = [[[theme in themes for theme in "ABC"] for themes in pair] for pair in zip(one, other)]
    >>> codes, sets = distinct(marks, np.ones((9, 2)))
    >>> masi = distances.masi(sets)
    >>> sums = from_sets(codes, distance=masi, clusters=np.zeros(9)).whole()
    >>> round(float(alpha(sums, masi).estimate), 6)
    0.273081
    """
    n = sums.sets.sum(axis=-1)
    expected = ((sums.sets @ distance) * sums.sets).sum(axis=-1)
    return Disagreement(quotient(sums.disagreement, n), quotient(expected, n * (n - 1)))
