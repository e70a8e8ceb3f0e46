"""Score intervals of the ratio p1 / p2 of two independent proportions, x1 of n1 against x2 of n2."""

from math import exp, inf, log, nan, sqrt

from peerstudy.statistics.interval import (
    UNDEFINED,
    Interval,
    check_counts,
    invert,
    normal_quantile,
    standardised,
)

# Log ratios searched: far beyond what any count of people can support, well inside floating point.
SEARCHED = (-60.0, 60.0)


def koopman(x1: int, n1: int, x2: int, n2: int, *, level: float) -> Interval:
    """Score interval of p1 / p2: from 0 when x1 is 0, to infinity when x2 is 0.

    Raises
    ------
    ValueError
        If a count is not between 0 and its total, or `level` not between 0 and 1.

    References
    ----------
    Koopman 1984 (Biometrics 40:513). Example: Perondi 2004.

    Examples
    --------
    >>> [round(value, 4) for value in koopman(7, 34, 1, 34, level=0.95)]
    [7.0, 1.2209, 42.5757]
    """
    return _score_ratio(x1, n1, x2, n2, level, 1.0)


def miettinen_nurminen_ratio(x1: int, n1: int, x2: int, n2: int, *, level: float) -> Interval:
    """`koopman` with the variance inflated by N / (N - 1).

    Raises
    ------
    ValueError
        If a count is not between 0 and its total, or `level` not between 0 and 1.

    References
    ----------
    Miettinen & Nurminen 1985 (Stat Med 4:213). Example: Perondi 2004.

    Examples
    --------
    >>> [round(value, 3) for value in miettinen_nurminen_ratio(7, 34, 1, 34, level=0.95)]
    [7.0, 1.209, 43.033]
    """
    n = n1 + n2
    return _score_ratio(x1, n1, x2, n2, level, n / (n - 1) if n > 1 else nan)


def _score_ratio(x1: int, n1: int, x2: int, n2: int, level: float, inflation: float) -> Interval:
    check_counts(x1, n1, x2, n2)
    z = normal_quantile(level)
    if n1 == 0 or n2 == 0:
        return UNDEFINED
    if x1 == x2 == 0:
        return Interval(nan, 0.0, inf)
    p1, p2 = x1 / n1, x2 / n2

    def score(log_ratio: float) -> float:
        ratio = exp(log_ratio)
        restricted = _restricted_p2(x1, n1, x2, n2, ratio)
        first = min(ratio * restricted, 1.0)
        variance = first * (1 - first) / n1 + ratio**2 * restricted * (1 - restricted) / n2
        return standardised(p1 - ratio * p2, variance * inflation)

    if x1 == 0:
        limits = invert(score, SEARCHED[0], SEARCHED, z)
        return Interval(0.0, 0.0, exp(limits.high))
    if x2 == 0:
        limits = invert(score, SEARCHED[1], SEARCHED, z)
        return Interval(inf, exp(limits.low), inf)
    limits = invert(score, log(p1 / p2), SEARCHED, z)
    return Interval(p1 / p2, exp(limits.low), exp(limits.high))


def _restricted_p2(x1: int, n1: int, x2: int, n2: int, ratio: float) -> float:
    """Maximum likelihood of p2 when p1 = ratio * p2: the smaller root of a quadratic, in its stable form."""
    square = (n1 + n2) * ratio
    linear = n1 * ratio + x1 + n2 + x2 * ratio
    constant = x1 + x2
    root = 2 * constant / (linear + sqrt(max(linear**2 - 4 * square * constant, 0.0)))
    return min(root, 1.0, 1 / ratio)
