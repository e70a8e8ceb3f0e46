"""Difference of two proportions within strata: nobody is compared with somebody of another stratum."""

from collections.abc import Sequence

from peerstudy.statistics import restricted
from peerstudy.statistics.interval import (
    UNDEFINED,
    Interval,
    check_counts,
    invert,
    normal_quantile,
    standardised,
)


def miettinen_nurminen(counts: Sequence[tuple[int, int, int, int]], *, level: float) -> Interval:
    """Score interval of a difference p1 - p2 that is the same in every stratum.

    Parameters
    ----------
    counts
        Of each stratum x1, n1, x2, n2; one without people of both groups tells nothing.
    level
        Confidence level.

    Returns
    -------
    Interval
        The estimate is the mean of the differences within strata, weighted by n1 n2 / (n1 + n2).

    Raises
    ------
    ValueError
        If a count is not between 0 and its total, or `level` not between 0 and 1.

    References
    ----------
    Miettinen & Nurminen 1985 (Stat Med 4:213), with the weights of Cochran, Mantel and Haenszel. Example:
    that of `ci_prop_diff_mn_strata` in the R package cicalc.

    Examples
    --------
    >>> [round(value, 4) for value in miettinen_nurminen([(7, 10, 5, 10), (5, 10, 4, 10)], level=0.95)]
    [0.15, -0.1606, 0.4338]
    """
    for each in counts:
        check_counts(*each)
    z = normal_quantile(level)
    held = [each for each in counts if each[1] and each[3]]
    if not held:
        return UNDEFINED
    weights = [n1 * n2 / (n1 + n2) for _, n1, _, n2 in held]
    total = sum(weights)
    observed = sum(
        weight * (x1 / n1 - x2 / n2) for weight, (x1, n1, x2, n2) in zip(weights, held, strict=True)
    )

    def score(difference: float) -> float:
        variance = sum(
            weight**2 * restricted.variance(*each, difference) * (each[1] + each[3]) / (each[1] + each[3] - 1)
            for weight, each in zip(weights, held, strict=True)
        )
        return standardised(observed - total * difference, variance)

    return invert(score, observed / total, (-1.0, 1.0), z)
