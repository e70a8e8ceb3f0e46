"""Exact two-sided tests of two independent proportions, x1 of n1 against x2 of n2; NaN for an empty group."""

from math import comb

import numpy as np
from numpy.typing import NDArray
from scipy import special, stats

from peerstudy.statistics import nuisance
from peerstudy.statistics.interval import check_counts
from peerstudy.statistics.nuisance import log_comb

Floats = NDArray[np.float64]


def suissa_shuster(x1: int, n1: int, x2: int, n2: int, *, gamma: float) -> float:
    """Exact unconditional p-value with the pooled score statistic.

    Parameters
    ----------
    x1, n1, x2, n2
        People who have the property and people asked, in each group.
    gamma
        Berger-Boos: the nuisance proportion is searched in its 1 - `gamma` Clopper-Pearson interval, and
        `gamma` is added to the p-value. 0 searches all of [0, 1].

    Raises
    ------
    ValueError
        If a count is negative or above its total, or `gamma` is outside [0, 1).

    References
    ----------
    Suissa & Shuster 1985 (J R Stat Soc A 148:317); Berger & Boos 1994 (JASA 89:1012). Example: Perondi 2004.

    Examples
    --------
    >>> round(suissa_shuster(7, 34, 1, 34, gamma=0), 5), round(suissa_shuster(7, 34, 1, 34, gamma=1e-4), 5)
    (0.02811, 0.02821)
    """
    _check(x1, n1, x2, n2, gamma)
    if n1 == 0 or n2 == 0:
        return float("nan")
    statistic = _squared_z(n1, n2)
    tail = _by_total(statistic >= statistic[x1, x2])
    return float(_supremum(tail[None, :], x1 + x2, gamma)[0])


def all_pvalues(n1: int, n2: int, *, gamma: float) -> Floats:
    """`suissa_shuster` for every outcome of a design.

    Returns
    -------
    array, shape (n1 + 1, n2 + 1)
        Row x1, column x2.

    Raises
    ------
    ValueError
        If a group is empty or `gamma` is outside [0, 1).
    """
    _check(0, n1, 0, n2, gamma)
    if n1 == 0 or n2 == 0:
        raise ValueError(f"exact2x2: a design needs people in both groups, not {n1} and {n2}")
    tails = _tails(n1, n2)
    if gamma == 0:
        return _supremum(tails.reshape(-1, n1 + n2 + 1), 0, gamma).reshape(n1 + 1, n2 + 1)
    pvalues = np.empty((n1 + 1, n2 + 1))
    for total in range(n1 + n2 + 1):
        x1 = np.arange(max(0, total - n2), min(n1, total) + 1)
        pvalues[x1, total - x1] = _supremum(tails[x1, total - x1], total, gamma)
    return pvalues


def rejection(pvalues: Floats, p1: float, p2: float, *, alpha: float) -> float:
    """Probability that a p-value of at most `alpha` is seen when the true proportions are `p1` and `p2`.

    Parameters
    ----------
    pvalues
        Shape (n1 + 1, n2 + 1): the p-value of every outcome.
    """
    n1, n2 = pvalues.shape[0] - 1, pvalues.shape[1] - 1
    first = stats.binom.pmf(np.arange(n1 + 1), n1, p1)
    second = stats.binom.pmf(np.arange(n2 + 1), n2, p2)
    return float(first @ (pvalues <= alpha) @ second)


def size(pvalues: Floats, *, alpha: float) -> float:
    """Largest probability, over all common proportions, of a p-value of at most `alpha`.

    Parameters
    ----------
    pvalues
        Shape (n1 + 1, n2 + 1): the p-value of every outcome.

    Examples
    --------
    >>> size(all_pvalues(12, 26, gamma=0), alpha=0.05) <= 0.05
    True
    """
    return float(nuisance.maximum(_by_total(pvalues <= alpha)[None, :], 0.0, 1.0)[0])


def fisher(x1: int, n1: int, x2: int, n2: int) -> float:
    """Fisher-Irwin p-value: all tables of the same margins that are no more probable than the one seen.

    Counted in whole numbers, so equally probable tables are never parted by rounding.

    Raises
    ------
    ValueError
        If a count is negative or above its total.

    References
    ----------
    Irwin 1935 (Metron 12:83); Fisher 1935 (J R Stat Soc 98:39).

    Examples
    --------
    >>> round(fisher(7, 34, 1, 34), 5)
    0.0544
    """
    rarer, tied, all_ways = _conditional(x1, n1, x2, n2)
    return (rarer + tied) / all_ways if n1 and n2 else float("nan")


def mid_p(x1: int, n1: int, x2: int, n2: int) -> float:
    """Fisher's p-value with half the weight of the tables exactly as probable as the one seen.

    Raises
    ------
    ValueError
        If a count is negative or above its total.

    References
    ----------
    Lydersen, Fagerland & Laake 2009 (Stat Med 28:1159).

    Examples
    --------
    >>> round(mid_p(7, 34, 1, 34), 5), round(mid_p(3, 4, 1, 4), 5)
    (0.02966, 0.25714)
    """
    rarer, tied, all_ways = _conditional(x1, n1, x2, n2)
    return (2 * rarer + tied) / (2 * all_ways) if n1 and n2 else float("nan")


def _check(x1: int, n1: int, x2: int, n2: int, gamma: float) -> None:
    check_counts(x1, n1, x2, n2)
    if not 0 <= gamma < 1:
        raise ValueError(f"exact2x2: gamma must lie in [0, 1), not {gamma}; 0 searches every proportion")


def _conditional(x1: int, n1: int, x2: int, n2: int) -> tuple[int, int, int]:
    _check(x1, n1, x2, n2, 0)
    total = x1 + x2
    ways = [comb(n1, k) * comb(n2, total - k) for k in range(max(0, total - n2), min(n1, total) + 1)]
    seen = comb(n1, x1) * comb(n2, x2)
    return sum(w for w in ways if w < seen), sum(w for w in ways if w == seen), comb(n1 + n2, total)


def _totals(n1: int, n2: int) -> NDArray[np.int64]:
    return np.add.outer(np.arange(n1 + 1), np.arange(n2 + 1))


def _squared_z(n1: int, n2: int) -> Floats:
    # A quotient of whole numbers is rounded once, so equal statistics are equal floats and no tie is lost.
    x1, x2 = np.arange(n1 + 1)[:, None], np.arange(n2 + 1)[None, :]
    total = _totals(n1, n2)
    statistic: Floats = (x1 * n2 - x2 * n1) ** 2 / np.maximum(total * (n1 + n2 - total), 1)
    return statistic


def _given_total(n1: int, n2: int) -> Floats:
    """Probability of each outcome given its total, which no longer depends on the common proportion."""
    total = _totals(n1, n2)
    logs = log_comb(n1)[:, None] + log_comb(n2)[None, :] - log_comb(n1 + n2)[total]
    return np.minimum(np.exp(logs), 1.0)


def _by_total(region: NDArray[np.bool_]) -> Floats:
    """Probability of a region of outcomes given each total, shape (n1 + n2 + 1,)."""
    n1, n2 = region.shape[0] - 1, region.shape[1] - 1
    sums = np.bincount(_totals(n1, n2)[region], _given_total(n1, n2)[region], minlength=n1 + n2 + 1)
    return np.minimum(sums, 1.0)


def _tails(n1: int, n2: int) -> Floats:
    """For each outcome, the probability given each total of an outcome at least as extreme."""
    levels, level = np.unique(-_squared_z(n1, n2).ravel(), return_inverse=True)
    mass = np.zeros((len(levels), n1 + n2 + 1))
    np.add.at(mass, (level, _totals(n1, n2).ravel()), _given_total(n1, n2).ravel())
    tails: Floats = np.minimum(np.cumsum(mass, axis=0), 1.0)
    return tails[level].reshape(n1 + 1, n2 + 1, n1 + n2 + 1)


def _supremum(tails: Floats, total: int, gamma: float) -> Floats:
    n = tails.shape[1] - 1
    low = special.betaincinv(total, n - total + 1, gamma / 2) if gamma and total > 0 else 0.0
    high = special.betaincinv(total + 1, n - total, 1 - gamma / 2) if gamma and total < n else 1.0
    return np.minimum(nuisance.maximum(tails, low, high) + gamma, 1.0)
