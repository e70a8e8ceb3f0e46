"""P-values adjusted for the number of themes tested.

`observed` is (themes,), `permuted` (assignments, themes): one statistic under the same assignments for every
theme, so that their correlation is used. Themes without a finite statistic are not tested: NaN.
"""

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from peerstudy.statistics.permutation import TIE

Floats = NDArray[np.float64]


def max_t(observed: Floats, permuted: Floats) -> Floats:
    """Step-down maxT: the chance of any false finding is controlled, whatever the themes' correlation.

    Parameters
    ----------
    observed
        Shape (themes,): statistics, compared by absolute value.
    permuted
        Shape (assignments, themes).

    References
    ----------
    Westfall & Young 1993; Ge, Dudoit & Speed 2003 (Test 12:1).

    Examples
    --------
    >>> max_t(np.array([3.0, 1.0]), np.array([[1.0, 2.0], [0.5, 0.1], [3.5, 0.2]])).tolist()
    [0.5, 0.5]
    """
    return _step_down(np.abs(observed), np.abs(permuted))


def min_p(observed: Floats, permuted: Floats) -> Floats:
    """Step-down minP: as maxT, but each theme is first put on the scale of its own permutation p-values.

    Parameters
    ----------
    observed
        Shape (themes,): statistics, compared by absolute value.
    permuted
        Shape (assignments, themes).

    References
    ----------
    Westfall & Young 1993; Ge, Dudoit & Speed 2003 (Test 12:1), box 4.
    """
    rarity = _rarity(np.abs(np.vstack([observed, permuted])))
    return _step_down(rarity[0], rarity[1:])


def false_discovery(pvalues: Floats) -> Floats:
    """Benjamini-Hochberg adjusted p-values: the expected share of false findings among those called.

    Parameters
    ----------
    pvalues
        Shape (themes,). NaN is not tested and stays NaN.

    References
    ----------
    Benjamini & Hochberg 1995 (J R Stat Soc B 57:289).

    Examples
    --------
    >>> false_discovery(np.array([0.01, 0.04, np.nan])).tolist()
    [0.02, 0.04, nan]
    """
    adjusted = np.full(len(pvalues), np.nan)
    tested = ~np.isnan(pvalues)
    if tested.any():
        adjusted[tested] = stats.false_discovery_control(pvalues[tested])
    return adjusted


def holm(pvalues: Floats) -> Floats:
    """Step-down Bonferroni: the chance of any false finding is controlled, whatever made the p-values.

    Parameters
    ----------
    pvalues
        Shape (themes,). NaN is not tested and stays NaN.

    References
    ----------
    Holm 1979 (Scand J Stat 6:65).

    Examples
    --------
    >>> holm(np.array([0.01, 0.04, np.nan, 0.03])).tolist()
    [0.03, 0.06, nan, 0.06]
    """
    adjusted = np.full(len(pvalues), np.nan)
    order = np.argsort(pvalues, kind="stable")[: int((~np.isnan(pvalues)).sum())]
    steps = np.arange(len(order), 0, -1) * pvalues[order]
    adjusted[order] = np.minimum(np.maximum.accumulate(steps), 1)
    return adjusted


def _step_down(observed: Floats, permuted: Floats) -> Floats:
    """Largest first, each compared with the maximum over itself and all smaller ones; never decreasing."""
    tested = np.flatnonzero(np.isfinite(observed))
    order = tested[np.argsort(-observed[tested], kind="stable")]
    maxima = np.maximum.accumulate(permuted[:, order[::-1]], axis=1)[:, ::-1]
    raw = ((maxima >= observed[order] * TIE).sum(0) + 1) / (len(permuted) + 1)
    adjusted = np.full(len(observed), np.nan)
    adjusted[order] = np.maximum.accumulate(raw)
    return adjusted


def _rarity(statistics: Floats) -> Floats:
    """One over the share of its column that is at least as large; NaN where the first is not finite."""
    rarity = np.full(statistics.shape, np.nan)
    for theme in np.flatnonzero(np.isfinite(statistics[0])):
        column = statistics[:, theme]
        smaller = np.searchsorted(np.sort(column), column * TIE)
        rarity[:, theme] = len(column) / (len(column) - smaller)
    return rarity
