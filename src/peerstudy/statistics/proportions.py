"""Confidence intervals of a proportion, and of the difference of two independent proportions.

Counts are x1 of n1 against x2 of n2. A proportion of nobody is undefined: NaN.
"""

from math import nan, sqrt

from scipy import special

from peerstudy.statistics import restricted
from peerstudy.statistics.interval import (
    UNDEFINED,
    Interval,
    check_counts,
    invert,
    normal_quantile,
    standardised,
)


def wilson(x: int, n: int, *, level: float) -> Interval:
    """Score interval of one proportion.

    Raises
    ------
    ValueError
        If `x` is not between 0 and `n`, or `level` not between 0 and 1.

    References
    ----------
    Wilson 1927 (JASA 22:209). Example: Newcombe 1998, 81 of 263.

    Examples
    --------
    >>> [round(value, 4) for value in wilson(81, 263, level=0.95)]
    [0.308, 0.2553, 0.3662]
    """
    check_counts(x, n, 0, 0)
    if n == 0:
        return UNDEFINED
    z = normal_quantile(level)
    middle = (x + z**2 / 2) / (n + z**2)
    half = z * sqrt(x * (n - x) / n + z**2 / 4) / (n + z**2)
    # At the ends the limit is exact; the formula would leave a rounding error of either sign.
    return Interval(x / n, 0.0 if x == 0 else middle - half, 1.0 if x == n else middle + half)


def clopper_pearson(x: int, n: int, *, level: float) -> Interval:
    """Exact interval of one proportion: it never covers less often than `level`.

    Raises
    ------
    ValueError
        If `x` is not between 0 and `n`, or `level` not between 0 and 1.

    References
    ----------
    Clopper & Pearson 1934 (Biometrika 26:404). Example: Newcombe 1998, 81 of 263.

    Examples
    --------
    >>> [round(value, 4) for value in clopper_pearson(81, 263, level=0.95)]
    [0.308, 0.2527, 0.3676]
    """
    check_counts(x, n, 0, 0)
    normal_quantile(level)
    if n == 0:
        return UNDEFINED
    low = special.betaincinv(x, n - x + 1, (1 - level) / 2) if x > 0 else 0.0
    high = special.betaincinv(x + 1, n - x, (1 + level) / 2) if x < n else 1.0
    return Interval(x / n, float(low), float(high))


def at_most(x: int, n: int, *, level: float) -> float:
    """Exact one-sided upper limit of one proportion: it never lies below the truth more often than 1 - level.

    Raises
    ------
    ValueError
        If `x` is not between 0 and `n`, or `level` not between 0 and 1.

    References
    ----------
    Clopper & Pearson 1934 (Biometrika 26:404).

    Examples
    --------
    >>> round(at_most(0, 12, level=0.95), 4), round(at_most(0, 1, level=0.3), 4)
    (0.2209, 0.3)
    """
    check_counts(x, n, 0, 0)
    normal_quantile(level)
    if n == 0:
        return nan
    return float(special.betaincinv(x + 1, n - x, level)) if x < n else 1.0


def miettinen_nurminen(x1: int, n1: int, x2: int, n2: int, *, level: float) -> Interval:
    """Score interval of p1 - p2 with the variance inflated by N / (N - 1).

    Raises
    ------
    ValueError
        If a count is not between 0 and its total, or `level` not between 0 and 1.

    References
    ----------
    Miettinen & Nurminen 1985 (Stat Med 4:213). Example: Newcombe 1998, a.

    Examples
    --------
    >>> [round(value, 4) for value in miettinen_nurminen(56, 70, 48, 80, level=0.95)]
    [0.2, 0.0528, 0.3382]
    """
    n = n1 + n2
    return _score_difference(x1, n1, x2, n2, level, n / (n - 1) if n > 1 else nan)


def mee(x1: int, n1: int, x2: int, n2: int, *, level: float) -> Interval:
    """Score interval of p1 - p2 without correction.

    Raises
    ------
    ValueError
        If a count is not between 0 and its total, or `level` not between 0 and 1.

    References
    ----------
    Mee 1984 (Biometrics 40:1175). Example: Newcombe 1998, a.

    Examples
    --------
    >>> [round(value, 4) for value in mee(56, 70, 48, 80, level=0.95)]
    [0.2, 0.0533, 0.3377]
    """
    return _score_difference(x1, n1, x2, n2, level, 1.0)


def newcombe(x1: int, n1: int, x2: int, n2: int, *, level: float) -> Interval:
    """Hybrid interval of p1 - p2: the distances to the two Wilson limits, added as squares.

    Raises
    ------
    ValueError
        If a count is not between 0 and its total, or `level` not between 0 and 1.

    References
    ----------
    Newcombe 1998 (Stat Med 17:873), method 10. Example: a.

    Examples
    --------
    >>> [round(value, 4) for value in newcombe(56, 70, 48, 80, level=0.95)]
    [0.2, 0.0524, 0.3339]
    """
    check_counts(x1, n1, x2, n2)
    first, second = wilson(x1, n1, level=level), wilson(x2, n2, level=level)
    difference = first.estimate - second.estimate
    below = sqrt((first.estimate - first.low) ** 2 + (second.high - second.estimate) ** 2)
    above = sqrt((first.high - first.estimate) ** 2 + (second.estimate - second.low) ** 2)
    return Interval(difference, difference - below, difference + above)


def agresti_caffo(x1: int, n1: int, x2: int, n2: int, *, level: float) -> Interval:
    """Wald interval of p1 - p2 after adding one success and one failure to each group, cut at -1 and 1.

    Raises
    ------
    ValueError
        If a count is not between 0 and its total, or `level` not between 0 and 1.

    References
    ----------
    Agresti & Caffo 2000 (Am Stat 54:280). Example: Newcombe 1998, a.

    Examples
    --------
    >>> [round(value, 4) for value in agresti_caffo(56, 70, 48, 80, level=0.95)]
    [0.2, 0.0525, 0.3358]
    """
    check_counts(x1, n1, x2, n2)
    z = normal_quantile(level)
    if n1 == 0 or n2 == 0:
        return UNDEFINED
    p1, p2 = (x1 + 1) / (n1 + 2), (x2 + 1) / (n2 + 2)
    half = z * sqrt(p1 * (1 - p1) / (n1 + 2) + p2 * (1 - p2) / (n2 + 2))
    return Interval(x1 / n1 - x2 / n2, max(-1.0, p1 - p2 - half), min(1.0, p1 - p2 + half))


def _score_difference(x1: int, n1: int, x2: int, n2: int, level: float, inflation: float) -> Interval:
    check_counts(x1, n1, x2, n2)
    z = normal_quantile(level)
    if n1 == 0 or n2 == 0:
        return UNDEFINED
    observed = x1 / n1 - x2 / n2

    def score(difference: float) -> float:
        variance = restricted.variance(x1, n1, x2, n2, difference) * inflation
        return standardised(observed - difference, variance)

    return invert(score, observed, (-1.0, 1.0), z)
