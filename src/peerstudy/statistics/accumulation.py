"""Codes heard interview by interview, and the rule by which others decide to stop.

`incidence` is participants x codes, true where a participant spoke of a code; rows in interview order.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from peerstudy.statistics.interval import normal_quantile
from peerstudy.statistics.richness import coverage_of

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Accumulation:
    """Codes seen after each interview, shape (participants,) each.

    Attributes
    ----------
    new, total
        Codes heard for the first time, and codes heard so far, in the true order of interviews.
    low, high
        Band of `total` over random orders of the same interviews.
    coverage
        Share of all that would be said that belongs to codes heard so far; NaN after one interview.
    """

    new: Integers
    total: Integers
    low: Floats
    high: Floats
    coverage: Floats


def accumulation(incidence: ArrayLike, *, orders: int, level: float, seed: int) -> Accumulation:
    """Codes heard interview by interview, against random orders of the same interviews.

    Parameters
    ----------
    incidence
        Shape (participants, codes), in the order of interviews.
    orders
        How many random orders make the band.
    level
        Share of orders inside the band, at each interview.
    seed
        Of the random orders.

    Raises
    ------
    ValueError
        If `incidence` has no participants, or `level` is not between 0 and 1.

    References
    ----------
    Gotelli & Colwell 2001 (Ecol Lett 4:379), sample-based accumulation.

    Examples
    --------
    >>> heard = accumulation([[1, 1, 0], [1, 0, 0], [0, 1, 1]], orders=99, level=0.95, seed=1)
    >>> heard.new.tolist(), heard.total.tolist(), heard.coverage.round(2).tolist()
    ([2, 0, 1], [2, 2, 3], [nan, 0.89, 0.93])
    """
    normal_quantile(level)
    said = np.asarray(incidence).astype(bool)
    if said.ndim != 2 or not len(said):
        raise ValueError(
            f"accumulation needs participants x codes with a row at least, not shape {said.shape}"
        )
    people = len(said)
    draws = np.random.default_rng(seed).random((orders, people)).argsort(1).argsort(1)
    shuffled = np.zeros((orders, people), dtype=np.int64)
    for code in np.flatnonzero(said.any(0)):
        np.add.at(shuffled, (np.arange(orders), draws[:, said[:, code]].min(1)), 1)
    low, high = np.quantile(shuffled.cumsum(1), [(1 - level) / 2, (1 + level) / 2], axis=0)
    heard = said.cumsum(0)
    total = (heard > 0).sum(1)
    trials = np.arange(1, people + 1)
    cover = coverage_of((heard == 1).sum(1), (heard == 2).sum(1), heard.sum(1), trials)
    return Accumulation(np.diff(total, prepend=0), total, low, high, cover)


def guest_stop(incidence: ArrayLike, *, base: int, run: int, threshold: float) -> int | None:
    """Interviews until a run of further ones adds at most `threshold` of what the base had.

    A rule to compare with other studies. It stops too early where codes are rare: report coverage beside it.

    Parameters
    ----------
    incidence
        Shape (participants, codes), in the order of interviews.
    base
        First interviews, whose codes are the denominator.
    run
        Interviews looked at together.
    threshold
        Largest share of new codes in a run, such as 0.05.

    Returns
    -------
    int or None
        Interviews before the run that passed; the run confirms them. None: never reached, or nothing in the
        base.

    Raises
    ------
    ValueError
        If `base` or `run` is below 1.

    References
    ----------
    Guest, Namey & Chen 2020 (PLoS ONE 15(5):e0232076).

    Examples
    --------
    >>> heard = np.array([[1, 1, 1, 0], [1, 0, 0, 0], [0, 0, 0, 1], [1, 0, 0, 0], [0, 1, 0, 0]])
    >>> guest_stop(heard, base=2, run=2, threshold=0.05)
    3
    """
    if base < 1 or run < 1:
        raise ValueError(f"a base and a run have at least one interview, not {base} and {run}")
    total = (np.asarray(incidence).astype(bool).cumsum(0) > 0).sum(1)
    if len(total) < base or total[base - 1] == 0:
        return None
    for before in range(base, len(total) - run + 1):
        if (total[before + run - 1] - total[before - 1]) / total[base - 1] <= threshold:
            return before
    return None
