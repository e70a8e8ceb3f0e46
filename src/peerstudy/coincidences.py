"""Pairs of codes given to the same unit: the sums that every coefficient of agreement is made of.

The sums are additive, so those of a study are the sums of its participants, and a participant is left out by
subtraction.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from peerstudy.jackknife import Additive

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

KINDS = 2**62  # more kinds of unit than this cannot be numbered


@dataclass(frozen=True)
class Coincidences(Additive):
    """What R coders did with K categories, by the number m = 0...R of coders of a unit.

    Leading axes, written ..., are free: participants, or studies of a simulation.

    Attributes
    ----------
    units
        Shape (..., R + 1): units that m coders coded.
    pairs
        Shape (..., R + 1, K, K): ordered pairs of codes that two coders gave to one unit.
    votes
        Shape (..., R + 1, R, K): codes that each coder gave.
    """

    units: Floats
    pairs: Floats
    votes: Floats


def from_values(
    values: ArrayLike,
    *,
    categories: ArrayLike | None = None,
    clusters: ArrayLike | None = None,
    weights: ArrayLike | None = None,
) -> Coincidences:
    """Sums of the codes that coders gave to units.

    Parameters
    ----------
    values
        Shape (units, coders): the code that each coder gave to each unit, NaN where the coder gave none.
    categories
        All codes that could be given, ascending; those that were given unless said otherwise.
    clusters
        Shape (units,): the cluster 0, 1, 2, ... of each unit; one cluster unless said otherwise.
    weights
        Shape (units,): how many units each row stands for (characters of a stretch); 1 unless said otherwise.

    Returns
    -------
    Coincidences
        The first axis is the cluster.

    Raises
    ------
    ValueError
        If `values` is no table, or a code is not among `categories`.

    Examples
    --------
    Two coders, three units, the last one read by the first coder only:

    >>> sums = from_values([[0, 0], [0, 1], [1, np.nan]]).whole()
    >>> sums.pairs[2]
    array([[2., 1.],
           [1., 0.]])
    >>> sums.units
    array([0., 1., 2.])
    """
    table = np.asarray(values, dtype=np.float64)
    if table.ndim != 2:
        raise ValueError(f"values: a table of units by coders is needed, not {table.ndim} dimension(s)")
    seen = given(table)
    known = seen if categories is None else np.asarray(categories, dtype=np.float64)
    unknown = np.setdiff1d(seen, known)
    if len(unknown):
        raise ValueError(f"values: {unknown[:5].tolist()} not among the categories {known.tolist()}")
    codes = np.searchsorted(known, table)
    codes[np.isnan(table)] = len(known)
    cluster = np.asarray(np.zeros(len(table)) if clusters is None else clusters, dtype=np.int64)
    codes, cluster, weight = _kinds(codes, cluster, weights, len(known))
    counts = np.zeros((len(codes), len(known) + 1))
    np.add.at(counts, (np.arange(len(codes))[:, None], codes), 1.0)
    counts = counts[:, :-1]
    n_clusters, n_coders = int(cluster.max(initial=0)) + 1, table.shape[1]
    coders = counts.sum(axis=1).astype(np.int64)
    votes = np.zeros((n_clusters, n_coders + 1, n_coders, len(known) + 1))
    at = (cluster[:, None], coders[:, None], np.arange(n_coders)[None, :], codes)
    np.add.at(votes, at, weight[:, None])
    units, pairs = _pairs(counts, coders, cluster, weight, n_clusters, n_coders)
    return Coincidences(units, pairs, votes[..., :-1])


def given(values: ArrayLike) -> Floats:
    """The codes that were given, ascending."""
    ordered = np.sort(np.asarray(values, dtype=np.float64), axis=None)  # several times as fast as np.unique
    ordered = ordered[: np.searchsorted(ordered, np.nan)]
    return ordered[np.diff(ordered, prepend=-np.inf) > 0]


def _kinds(codes: Ints, cluster: Ints, weights: ArrayLike | None, missing: int) -> tuple[Ints, Ints, Floats]:
    """Units of one cluster that everybody coded alike, put together: their codes, cluster and number."""
    weight = np.ones(len(codes)) if weights is None else np.asarray(weights, dtype=np.float64)
    shape = (int(cluster.max(initial=0)) + 1, *[missing + 1] * codes.shape[1])
    if np.prod(np.array(shape, dtype=object)) > KINDS:
        return codes, cluster, weight
    kind = np.ravel_multi_index((cluster, *codes.T), shape)
    if weights is None:
        kinds, number = np.unique(kind, return_counts=True)
        weight = number.astype(np.float64)
    else:
        kinds, where = np.unique(kind, return_inverse=True)
        weight = np.asarray(np.bincount(where, weights=weight, minlength=len(kinds)), dtype=np.float64)
    columns = np.unravel_index(kinds, shape)
    return np.stack(columns[1:], axis=1), columns[0], weight


def _pairs(
    counts: Floats, coders: Ints, cluster: Ints, weight: Floats, n_clusters: int, n_coders: int
) -> tuple[Floats, Floats]:
    """Units and pairs of codes by cluster and number of coders."""
    n_categories = counts.shape[1]
    units = np.zeros((n_clusters, n_coders + 1))
    pairs = np.zeros((n_clusters, n_coders + 1, n_categories, n_categories))
    np.add.at(units, (cluster, coders), weight)
    block = cluster * (n_coders + 1) + coders
    order = np.argsort(block, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(block[order])) + 1):
        if len(rows):
            several, number = counts[rows], weight[rows, None]
            coded = several.T @ (number * several) - np.diag((number * several).sum(axis=0))
            pairs[cluster[rows[0]], coders[rows[0]]] = coded
    return units, pairs
