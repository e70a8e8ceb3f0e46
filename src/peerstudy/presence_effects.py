"""Beside the difference of two proportions: checks, ratios, talk length, and what could have been shown."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import special

from peerstudy import exact2x2, odds, permutation, proportions, ratios, studentised
from peerstudy.interval import Interval

Floats = NDArray[np.float64]
NAN = float("nan")


class Effect(NamedTuple):
    """A named quantity with its interval, p-value and method; NaN where it has none."""

    effect: str
    estimate: float
    low: float
    high: float
    p: float
    method: str


def two_by_two(counts: tuple[int, int, int, int], *, level: float) -> Iterator[Effect]:
    """Checks and ratios of x1 of n1 against x2 of n2.

    Examples
    --------
    >>> [effect.effect for effect in two_by_two((9, 12, 8, 26), level=0.95)]
    ['difference, checked', 'ratio', 'odds ratio', 'mid-p', 'Fisher']
    """
    x1, n1, x2, n2 = counts
    yield Effect(
        "difference, checked", *proportions.newcombe(x1, n1, x2, n2, level=level), NAN, "Newcombe 10"
    )
    ratio = ratios.miettinen_nurminen_ratio(x1, n1, x2, n2, level=level)
    yield Effect("ratio", *_finite(ratio), NAN, "Miettinen-Nurminen score")
    firth = odds.firth_odds(x1, n1, x2, n2, level=level)
    p = odds.firth_pvalue(x1, n1, x2, n2)
    yield Effect("odds ratio", *_finite(firth), p, "Firth, profile likelihood")
    yield Effect("mid-p", NAN, NAN, NAN, exact2x2.mid_p(x1, n1, x2, n2), "Fisher's exact test, mid-p")
    yield Effect("Fisher", NAN, NAN, NAN, exact2x2.fisher(x1, n1, x2, n2), "Fisher's exact test")


def never_mentioned(
    counts: tuple[int, int, int, int], groups: tuple[str, str], *, level: float
) -> Iterator[Effect]:
    """How many of such people might still speak of it where nobody did: a one-sided exact bound.

    Examples
    --------
    >>> [round(effect.high, 3) for effect in never_mentioned((0, 12, 7, 26), ("a", "b"), level=0.95)]
    [0.221]
    """
    for group, x, n in ((groups[0], *counts[:2]), (groups[1], *counts[2:])):
        if x == 0 and n:
            high = proportions.clopper_pearson(0, n, level=2 * level - 1).high
            yield Effect(f"at most, {group}", NAN, 0.0, high, NAN, "Clopper-Pearson, one-sided")


def detectable(
    counts: tuple[int, int, int, int], *, level: float, gamma: float, power: float
) -> Iterator[Effect]:
    """Smallest differences, down and up, that so many people would show with the given power.

    Taken from the share of the reference group, shrunk by half a person so that it is not 0 or 1.

    Examples
    --------
    >>> [round(effect.high, 2) for effect in detectable((1, 12, 5, 26), level=0.95, gamma=0, power=0.8)]
    [0.46]
    """
    _, n1, x2, n2 = counts
    base = (x2 + 0.5) / (n2 + 1)
    table = _pvalues(n1, n2, gamma)
    grid = np.linspace(0, 1, 201)
    shown = np.array([exact2x2.rejection(table, p1, base, alpha=1 - level) >= power for p1 in grid])
    up, down = grid[shown & (grid > base)], grid[shown & (grid < base)]
    low, high = (float(down.max() - base) if len(down) else NAN), (float(up.min() - base) if len(up) else NAN)
    yield Effect("detectable difference", NAN, low, high, NAN, f"exact test, power {power:g}")


def permuted(
    present: Floats, first: NDArray[np.bool_], moved: NDArray[np.bool_], strata: NDArray[np.str_] | None
) -> Iterator[Effect]:
    """The difference with labels reassigned as the plan says: within strata, families whole."""
    values = present[:, None] if strata is None else studentised.within(present[:, None], strata)
    p = permutation.pvalues(studentised.pooled(values, first), studentised.pooled(values, moved))
    estimate = float(np.nanmean(present[first]) - np.nanmean(present[~first]))
    yield Effect("difference, people permuted", estimate, NAN, NAN, float(p[0]), "permutation, pooled Z")


def rarefied(coded: Floats, segments: Floats) -> tuple[Floats, int]:
    """Chance that each person would have spoken of it in as many segments as the one who said least.

    Parameters
    ----------
    coded, segments
        Shape (people,): segments with the theme, and all segments; NaN where it does not count.

    Returns
    -------
    chance, segments
        1 - C(L - k, m) / C(L, m) for k of L segments; and m.

    References
    ----------
    Hurlbert 1971 (Ecology 52:577).

    Examples
    --------
    >>> chance, least = rarefied(np.array([0.0, 1.0, 2.0]), np.array([4.0, 4.0, 2.0]))
    >>> chance.round(3).tolist(), least
    ([0.0, 0.5, 1.0], 2)
    """
    least = float(np.nanmin(segments)) if (~np.isnan(segments)).any() else 0.0
    rest = segments - coded

    def ways(of: Floats) -> Floats:
        logs: Floats = special.gammaln(of + 1) - special.gammaln(np.maximum(of - least, 0) + 1)
        return logs

    chance = np.where(rest < least, 1.0, 1 - np.exp(ways(rest) - ways(segments)))
    return np.where(np.isnan(segments), np.nan, np.maximum(chance, 0.0)), int(least)


def at_equal_length(
    coded: Floats,
    segments: Floats,
    first: NDArray[np.bool_],
    moved: NDArray[np.bool_],
    strata: NDArray[np.str_] | None,
    *,
    level: float,
) -> Iterator[Effect]:
    """Difference in presence if nobody had said more than the one who said least."""
    chance, least = rarefied(coded, segments)
    interval = permutation.difference_interval(chance, first, moved, strata=strata, level=level)
    values = chance[:, None] if strata is None else studentised.within(chance[:, None], strata)
    p = permutation.pvalues(studentised.welch(values, first), studentised.welch(values, moved))
    method = f"{least} segments a person; permutation by Welch's t"
    yield Effect("difference at equal length", *interval, float(p[0]), method)


@cache
def _pvalues(n1: int, n2: int, gamma: float) -> Floats:
    return exact2x2.all_pvalues(n1, n2, gamma=gamma)


def _finite(interval: Interval) -> Interval:
    """Limits at infinity are none."""
    return Interval(*(value if np.isfinite(value) else NAN for value in interval))
