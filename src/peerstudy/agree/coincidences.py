"""Pairs of codes given to the same unit: the sums that every coefficient of agreement is made of.

The sums are additive, so those of a study are the sums of its participants, and a participant is left out by
subtraction.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from peerstudy.statistics.jackknife import Additive

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Counts = NDArray[np.unsignedinteger[Any]]


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

    @property
    def matrix(self) -> Floats:
        """Krippendorff's coincidence matrix, shape (..., K, K): of each unit as many pairs as codes."""
        coders = np.arange(self.units.shape[-1])
        share = np.where(coders > 1, 1 / np.maximum(coders - 1, 1), 0)
        return np.asarray(np.einsum("m,...mkl->...kl", share, self.pairs))


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
    cluster = np.asarray(np.zeros(len(table)) if clusters is None else clusters, dtype=np.int64)
    weight = None if weights is None else np.asarray(weights, dtype=np.float64)
    codes, cluster, weight = _kinds(_codes(table, known), cluster, weight, len(known) + 1)
    counts = np.zeros((len(known), codes.shape[1]), dtype=codes.dtype)
    for place, count in enumerate(counts, start=1):
        np.sum(codes == place, axis=0, dtype=codes.dtype, out=count)
    return _sums(codes, counts, cluster, weight)


def given(values: ArrayLike) -> Floats:
    """The codes that were given, ascending.

    Parameters
    ----------
    values
        Of any shape: codes, NaN where none was given.
    """
    codes = np.unique(np.asarray(values, dtype=np.float64))
    return codes[~np.isnan(codes)]


def _codes(table: Floats, known: Floats) -> Counts:
    """Place of each code among the known ones from 1, and 0 where none was given; shape (coders, units)."""
    codes = np.zeros(table.shape, dtype=np.min_scalar_type(max(len(known), table.shape[1])))
    for category in known:  # for few categories faster than a search
        codes += table >= category
    return np.ascontiguousarray(codes.T)


def _kinds(
    codes: Counts, cluster: Ints, weight: Floats | None, base: int
) -> tuple[Counts, Ints, Floats | None]:
    """Units of a cluster coded alike, put together if that leaves fewer: their codes, cluster and number."""
    shape = (int(cluster.max(initial=0)) + 1, *[base] * len(codes))
    if math.prod(shape) > len(cluster):
        return codes, cluster, weight
    kind = cluster
    for own in codes:
        kind = kind * base + own
    number = np.bincount(kind, weights=weight, minlength=math.prod(shape)).astype(np.float64)
    cluster, *rows = np.unravel_index(np.flatnonzero(number), shape)
    return np.stack(rows).astype(codes.dtype), cluster, number[number != 0]


def _sums(codes: Counts, counts: Counts, cluster: Ints, weight: Floats | None) -> Coincidences:
    """Sums by cluster and number m of coders of a unit, from `counts`, shape (categories, units)."""
    n_coders, n_categories = len(codes), len(counts)
    shape = (int(cluster.max(initial=0)) + 1, n_coders + 1)
    m = counts.sum(axis=0, dtype=np.int64)
    block = cluster * shape[1] + m
    units = np.bincount(block, weights=weight, minlength=shape[0] * shape[1]).reshape(shape)
    votes = np.zeros((*shape, n_coders, n_categories))
    for coder, own in enumerate(codes):
        cell = block * (n_categories + 1) + own
        number = np.bincount(cell, weights=weight, minlength=units.size * (n_categories + 1))
        votes[:, :, coder] = number.reshape(*shape, n_categories + 1)[..., 1:]
    pairs = np.zeros((*shape, n_categories, n_categories))
    order = np.argsort(block.astype(np.min_scalar_type(units.size)), kind="stable")
    ends = np.cumsum(np.bincount(block, minlength=units.size))
    for place in np.flatnonzero(units):
        rows = order[ends[place - 1] if place else 0 : ends[place]]
        n = np.take(counts, rows, axis=1).astype(np.float64)
        weighted = n if weight is None else n * weight[rows]
        pairs[np.unravel_index(place, shape)] = weighted @ n.T - np.diag(weighted.sum(axis=1))
    return Coincidences(units.astype(np.float64), pairs, votes)
