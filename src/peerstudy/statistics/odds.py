"""Odds ratios of two independent proportions, x1 of n1 against x2 of n2, that survive empty cells."""

from math import exp, inf, log, log1p, nan, sqrt

from scipy import stats

from peerstudy.statistics.interval import UNDEFINED, Interval, check_counts, invert, normal_quantile

# Log odds ratios searched: far beyond what any count of people can support, well inside floating point.
SEARCHED = (-60.0, 60.0)


def miettinen_nurminen_odds(x1: int, n1: int, x2: int, n2: int, *, level: float) -> Interval:
    """Score interval of the odds ratio with the variance inflated by N / (N - 1).

    Raises
    ------
    ValueError
        If a count is not between 0 and its total, or `level` not between 0 and 1.

    References
    ----------
    Miettinen & Nurminen 1985 (Stat Med 4:213). Example: Lampasona 2013.

    Examples
    --------
    >>> [round(value, 4) for value in miettinen_nurminen_odds(9, 13, 4, 14, level=0.95)]
    [5.625, 1.0934, 28.9419]
    """
    check_counts(x1, n1, x2, n2)
    z = normal_quantile(level)
    if n1 == 0 or n2 == 0:
        return UNDEFINED
    n, wins, losses = n1 + n2, x1 * (n2 - x2), x2 * (n1 - x1)
    if x1 + x2 in (0, n):
        return Interval(nan, 0.0, inf)

    def score(log_odds: float) -> float:
        odds1, odds2 = _restricted(x1, n1, x2, n2, log_odds)
        variance = (1 + odds1) ** 2 / (n1 * odds1) + (1 + odds2) ** 2 / (n2 * odds2)
        return (x1 - n1 * odds1 / (1 + odds1)) * sqrt(variance * (n - 1) / n)

    if wins == 0:
        return Interval(0.0, 0.0, exp(invert(score, SEARCHED[0], SEARCHED, z).high))
    if losses == 0:
        return Interval(inf, exp(invert(score, SEARCHED[1], SEARCHED, z).low), inf)
    limits = invert(score, log(wins / losses), SEARCHED, z)
    return Interval(wins / losses, exp(limits.low), exp(limits.high))


def firth_odds(x1: int, n1: int, x2: int, n2: int, *, level: float) -> Interval:
    """Firth's odds ratio with the interval of its penalised profile likelihood.

    For two groups the penalised likelihood is the plain one with half a person added to every cell, so the
    estimate is that of Haldane and Anscombe and is finite for every table.

    Raises
    ------
    ValueError
        If a count is not between 0 and its total, or `level` not between 0 and 1.

    References
    ----------
    Firth 1993 (Biometrika 80:27); Heinze & Schemper 2002 (Stat Med 21:2409).

    Examples
    --------
    >>> round(log(firth_odds(0, 12, 7, 26, level=0.95).estimate), 4)
    -2.2634
    """
    check_counts(x1, n1, x2, n2)
    z = normal_quantile(level)
    if n1 == 0 or n2 == 0:
        return UNDEFINED
    estimate = log((x1 + 0.5) * (n2 - x2 + 0.5) / ((x2 + 0.5) * (n1 - x1 + 0.5)))

    def signed_root(log_odds: float) -> float:
        root = sqrt(_deviance(x1, n1, x2, n2, log_odds))
        return root if log_odds < estimate else -root

    limits = invert(signed_root, estimate, SEARCHED, z)
    return Interval(exp(estimate), exp(limits.low), exp(limits.high))


def firth_pvalue(x1: int, n1: int, x2: int, n2: int) -> float:
    """Penalised likelihood ratio p-value that the odds ratio is 1.

    Raises
    ------
    ValueError
        If a count is not between 0 and its total.

    References
    ----------
    Heinze & Schemper 2002 (Stat Med 21:2409).

    Examples
    --------
    >>> round(firth_pvalue(0, 12, 7, 26), 4)
    0.0486
    """
    check_counts(x1, n1, x2, n2)
    if n1 == 0 or n2 == 0:
        return nan
    return float(stats.chi2.sf(_deviance(x1, n1, x2, n2, 0.0), 1))


def _deviance(x1: int, n1: int, x2: int, n2: int, log_odds: float) -> float:
    """Twice the penalised log-likelihood lost by holding the log odds ratio."""
    cells1, cells2 = x1 + 0.5, x2 + 0.5
    odds1, odds2 = _restricted(cells1, n1 + 1, cells2, n2 + 1, log_odds)
    lost = _log_likelihood(cells1, n1 + 1, cells1 / (n1 + 1 - cells1)) - _log_likelihood(
        cells1, n1 + 1, odds1
    )
    lost += _log_likelihood(cells2, n2 + 1, cells2 / (n2 + 1 - cells2)) - _log_likelihood(
        cells2, n2 + 1, odds2
    )
    return max(2 * lost, 0.0)


def _log_likelihood(x: float, n: int, odds: float) -> float:
    return x * log(odds) - n * log1p(odds)


def _restricted(x1: float, n1: int, x2: float, n2: int, log_odds: float) -> tuple[float, float]:
    """Maximum likelihood odds of each group at a given log odds ratio: the margins fix the expected cell."""
    ratio, total = exp(log_odds), x1 + x2
    square = ratio * (n1 + n2 - total)
    linear = n1 * ratio + n2 - total * (1 + ratio)
    root = sqrt(linear**2 + 4 * square * total)
    second = 2 * total / (linear + root) if linear > 0 else (root - linear) / (2 * square)
    return ratio * second, second
