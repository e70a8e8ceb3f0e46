"""How often a member of one group ranks above a member of the other: AUC and Cliff's delta."""

from math import nan, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy import special, stats

from peerstudy.statistics.interval import Interval, normal_quantile


class Placement(NamedTuple):
    """Brunner and Munzel's P(first > second) + P(tie) / 2, its standard error, its degrees of freedom."""

    auc: float
    error: float
    freedom: float


def brunner_munzel(first: ArrayLike, second: ArrayLike) -> Placement:
    """Placements of two groups among each other; ties count half, spreads may differ.

    Parameters
    ----------
    first, second
        Shape (participants of the group,): one value each; NaN is left out. A group of fewer than two has no
        placements: NaN.

    References
    ----------
    Brunner & Munzel 2000 (Biom J 42:17). Example: theirs, pain scores after surgery.

    Examples
    --------
    >>> usual = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1]
    >>> new = [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4]
    >>> found = brunner_munzel(new, usual)
    >>> round(found.auc, 6), round(found.freedom, 4), round((found.auc - 0.5) / found.error, 6)
    (0.788961, 17.6828, 3.137467)
    """
    x, y = (np.asarray(group, dtype=float) for group in (first, second))
    x, y = x[~np.isnan(x)], y[~np.isnan(y)]
    n1, n2 = len(x), len(y)
    if n1 < 2 or n2 < 2:
        return Placement(nan, nan, nan)
    ranks = stats.rankdata(np.concatenate([x, y]))
    # How many of the other group each value exceeds, as a share of them.
    above = (ranks[:n1] - stats.rankdata(x)) / n2
    below = (ranks[n1:] - stats.rankdata(y)) / n1
    error1, error2 = above.var(ddof=1) / n1, below.var(ddof=1) / n2
    error = error1 + error2
    freedom = error**2 / (error1**2 / (n1 - 1) + error2**2 / (n2 - 1)) if error > 0 else nan
    return Placement(float(above.mean()), sqrt(error), float(freedom))


def auc(first: ArrayLike, second: ArrayLike, *, level: float) -> Interval:
    """P(first > second) + P(tie) / 2, with Brunner and Munzel's t interval on the logit scale.

    Parameters
    ----------
    first, second
        Shape (participants of the group,): one value each; NaN is left out.
    level
        Of confidence. Groups that do not overlap have an estimate of 0 or 1 and no interval: NaN.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.

    References
    ----------
    Brunner & Munzel 2000 (Biom J 42:17); Pauly, Asendorf & Konietschke 2016 (Biom J 58:1319) for the logit.

    Examples
    --------
    >>> usual = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1]
    >>> new = [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4]
    >>> [round(value, 7) for value in auc(new, usual, level=0.95)]
    [0.788961, 0.5386865, 0.9228911]
    """
    normal_quantile(level)
    found = brunner_munzel(first, second)
    if np.isnan(found.auc) or not found.error > 0:
        return Interval(found.auc, nan, nan)
    half = stats.t.ppf((1 + level) / 2, found.freedom) * found.error / (found.auc * (1 - found.auc))
    low, high = special.expit(special.logit(found.auc) + half * np.array([-1, 1]))
    return Interval(found.auc, float(low), float(high))


def cliffs_delta(first: ArrayLike, second: ArrayLike, *, level: float) -> Interval:
    """P(first > second) - P(first < second): the interval of `auc` on the scale from -1 to 1.

    Parameters
    ----------
    first, second
        Shape (participants of the group,): one value each; NaN is left out.
    level
        Of confidence.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.

    References
    ----------
    Cliff 1993 (Psychol Bull 114:494).

    Examples
    --------
    >>> cliffs_delta([3, 4], [1, 3], level=0.95).estimate
    0.75
    """
    found = auc(first, second, level=level)
    return Interval(*(2 * value - 1 for value in found))
