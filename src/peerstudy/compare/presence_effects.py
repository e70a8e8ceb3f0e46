"""Beside the difference of two proportions: checks, ratios, talk length, and what could have been shown.

`counts` are x1, n1, x2, n2: people who speak of a theme, of those who count, in each of two `groups`;
`missed` are those of each group who may well speak of it unseen. Arrays hold one entry a person: `present`
(1 or 0), `coded` and `segments` (those with the theme, and all), NaN where the theme does not count; `first`
(true for the first group) and `strata` (None: one stratum). `moved` is the reassigned `first`, shape
(assignments, people).
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peerstudy.compare.overlooked import Counts
from peerstudy.statistics import (
    exact2x2,
    exposure,
    odds,
    permutation,
    proportions,
    ratios,
    resolution,
    studentised,
)
from peerstudy.statistics.interval import Interval, hull

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


def two_by_two(possible: list[Counts], *, level: float) -> Iterator[Effect]:
    """Checks and ratios of x1 of n1 against x2 of n2, and no more than holds of all such counts.

    Parameters
    ----------
    possible
        Counts as seen, and with people who were overlooked (`overlooked.possible`).
    level
        Confidence level.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.

    Examples
    --------
    >>> [effect.effect for effect in two_by_two([(9, 12, 8, 26)], level=0.95)]
    ['difference, checked', 'ratio', 'odds ratio', 'mid-p', 'Fisher']
    """
    checked = hull([proportions.newcombe(*counts, level=level) for counts in possible])
    yield Effect("difference, checked", *checked, NAN, "Newcombe 10")
    ratio = hull([ratios.miettinen_nurminen_ratio(*counts, level=level) for counts in possible])
    yield Effect("ratio", *_finite(ratio), NAN, "Miettinen-Nurminen score")
    firth = hull([odds.firth_odds(*counts, level=level) for counts in possible])
    p = max(odds.firth_pvalue(*counts) for counts in possible)
    yield Effect("odds ratio", *_finite(firth), p, "Firth, profile likelihood")
    mid = max(exact2x2.mid_p(*counts) for counts in possible)
    yield Effect("mid-p", NAN, NAN, NAN, mid, "Fisher's exact test, mid-p")
    fisher = max(exact2x2.fisher(*counts) for counts in possible)
    yield Effect("Fisher", NAN, NAN, NAN, fisher, "Fisher's exact test")


def never_mentioned(
    counts: Counts, missed: tuple[int, int], groups: tuple[str, str], *, level: float
) -> Iterator[Effect]:
    """How many of such people might still speak of it where nobody did: a one-sided exact bound.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1, or more are missed than a group has.

    Examples
    --------
    >>> [round(effect.high, 3) for effect in never_mentioned((0, 12, 7, 26), (0, 0), ("a", "b"), level=0.95)]
    [0.221]
    """
    for group, x, n, unseen in zip(groups, counts[::2], counts[1::2], missed, strict=True):
        if x == 0 and n:
            high = proportions.at_most(unseen, n, level=level)
            yield Effect(f"at most, {group}", NAN, 0.0, high, NAN, "Clopper-Pearson, one-sided")


def unseen(counts: Counts, missed: tuple[int, int], groups: tuple[str, str]) -> Iterator[Effect]:
    """At most this share of each group may well speak of it although no reader saw it.

    Examples
    --------
    >>> [(effect.effect, effect.high) for effect in unseen((3, 12, 8, 26), (3, 0), ("a", "b"))]
    [('overlooked, a', 0.25), ('overlooked, b', 0.0)]
    """
    for group, n, more in zip(groups, counts[1::2], missed, strict=True):
        method = "the mentions seen: zero-truncated Poisson or the upper limit of Chao, whichever is more"
        yield Effect(f"overlooked, {group}", NAN, 0.0, more / n, NAN, method)


def detectable(counts: Counts, *, level: float, gamma: float, power: float) -> Iterator[Effect]:
    """Smallest differences, down and up, that so many people would show with the given power.

    Taken from the share of the reference group, shrunk by half a person so that it is not 0 or 1.

    Raises
    ------
    ValueError
        If a group is empty, `power` is not between 0 and 1, or `gamma` outside [0, 1).

    Examples
    --------
    >>> [round(effect.high, 2) for effect in detectable((1, 12, 5, 26), level=0.95, gamma=0, power=0.8)]
    [0.46]
    """
    _, n1, x2, n2 = counts
    base, table = (x2 + 0.5) / (n2 + 1), _pvalues(n1, n2, gamma)
    high = resolution.detectable(table, base, alpha=1 - level, power=power) - base
    # Fewer in the first group is more of its silence: the same search among those who do not speak of it.
    low = 1 - base - resolution.detectable(table[::-1, ::-1], 1 - base, alpha=1 - level, power=power)
    yield Effect("detectable difference", NAN, low, high, NAN, f"exact test, power {power:g}")


def permuted(
    present: Floats, first: NDArray[np.bool_], moved: NDArray[np.bool_], strata: NDArray[np.str_] | None
) -> Iterator[Effect]:
    """The difference with labels reassigned as the plan says: within strata, families whole."""
    values = present[:, None] if strata is None else studentised.within(present[:, None], strata)
    p = permutation.pvalues(studentised.pooled(values, first), studentised.pooled(values, moved))
    estimate = float(np.nanmean(present[first]) - np.nanmean(present[~first]))
    yield Effect("difference, people permuted", estimate, NAN, NAN, float(p[0]), "permutation, pooled Z")


def at_equal_length(
    present: Floats,
    coded: Floats,
    segments: Floats,
    first: NDArray[np.bool_],
    moved: NDArray[np.bool_],
    strata: NDArray[np.str_] | None,
    *,
    level: float,
    mentions: int,
) -> Iterator[Effect]:
    """Difference in presence if nobody had said more than the one who said least.

    Within strata it weighs people otherwise than the plain difference, so all that was said stands beside it,
    weighed alike. It is not known if somebody said too little for the mentions that presence takes.

    Raises
    ------
    ValueError
        If somebody who counts has no segment, or `level` is not between 0 and 1.

    References
    ----------
    Hurlbert 1971 (Ecology 52:577), by `exposure.rarefied_presence`.
    """
    heard = ~np.isnan(segments)
    least, chance = int(segments[heard].min()), np.full(len(segments), NAN)
    if least < mentions:
        why = f"none: somebody said {least} segment(s), and presence takes {mentions} mentions"
        yield Effect("difference at equal length", NAN, NAN, NAN, NAN, why)
        return
    listened = {"segments": least, "least": mentions}
    chance[heard] = exposure.rarefied_presence(coded[heard], segments[heard], **listened)
    wide = permutation.difference_interval(chance, first, moved, strata=strata, level=level)
    interval = wide.within(-1, 1)
    values = chance[:, None] if strata is None else studentised.within(chance[:, None], strata)
    p = permutation.pvalues(studentised.welch(values, first), studentised.welch(values, moved))
    method = f"{least} segments a person; permutation by Welch's t"
    yield Effect("difference at equal length", *interval, float(p[0]), method)
    if strata is not None:
        whole = permutation.difference_interval(present, first, moved, strata=strata, level=level).estimate
        method = "all that was said; people weighed within strata, as at equal length"
        yield Effect("difference at full length", whole, NAN, NAN, NAN, method)


@cache
def _pvalues(n1: int, n2: int, gamma: float) -> Floats:
    return exact2x2.all_pvalues(n1, n2, gamma=gamma)


def _finite(interval: Interval) -> Interval:
    """Limits at infinity are none."""
    return Interval(*(value if np.isfinite(value) else NAN for value in interval))
