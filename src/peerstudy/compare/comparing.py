"""One theme compared between two groups: counts of people, difference, interval and p-value."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peerstudy.compare import overlooked
from peerstudy.compare.overlooked import Counts
from peerstudy.compare.pairing import Floats, Pairing
from peerstudy.statistics import exact2x2, permutation, proportions, stratified
from peerstudy.statistics.interval import Interval, hull

# To what the exact test gives way, by whether people belong together, and whether they have strata.
GIVES_WAY = {
    (True, False): "permutation of whole families, where that says less",
    (True, True): "permutation of whole families within strata, where that says less",
    (False, True): "permutation of people and that interval within strata, where these say less",
}


class Compared(NamedTuple):
    """People who speak of it, of those who count, in each group; first minus second, interval and test."""

    present_a: int
    people_a: int
    present_b: int
    people_b: int
    estimate: float
    low: float
    high: float
    p: float


def beside(two: Pairing, theme: int) -> NDArray[np.bool_]:
    """Who counts for a theme and has somebody to be compared with: within strata, of both groups.

    Parameters
    ----------
    two, theme
        The people, and the column of the theme.

    Returns
    -------
    array, shape (people,)
    """
    counted = ~np.isnan(two.present[:, theme])
    if two.strata is None:
        return counted
    first, second = (set(two.strata[counted & side].tolist()) for side in (two.first, ~two.first))
    return np.asarray(counted & np.isin(two.strata, np.array(sorted(first & second), dtype=str)))


def apart(two: Pairing, theme: int, measure: str) -> bool:
    """People of both groups count, but no stratum holds both, and talk is compared within strata.

    Parameters
    ----------
    two, theme, measure
        The people, the column of the theme, and presence or salience.
    """
    _, n1, _, n2 = two.counts(theme)
    return measure == "salience" and min(n1, n2) > 0 and not beside(two, theme).any()


def counts(two: Pairing, theme: int, measure: str) -> Counts:
    """x1, n1, x2, n2 of whom a measure compares: of talk within strata, who has somebody beside them.

    Parameters
    ----------
    two, theme, measure
        The people, the column of the theme, and presence or salience.
    """
    if measure == "presence":
        return two.counts(theme)
    said, among = two.present[:, theme], beside(two, theme)
    first, second = said[among & two.first], said[among & ~two.first]
    return int(first.sum()), len(first), int(second.sum()), len(second)


def method(two: Pairing, measure: str) -> str:
    """How a theme is compared, in words.

    Parameters
    ----------
    two, measure
        The people, and presence or salience.
    """
    if measure == "salience":
        return "permutation of people by Welch's t, and the interval that it does not reject"
    exact = "Suissa-Shuster exact test; Miettinen-Nurminen interval"
    return f"{exact}; or {GIVES_WAY[two.joined, two.strata is not None]}" if two.confined else exact


def compared(
    two: Pairing,
    theme: int,
    measure: str,
    drawn: tuple[Floats, Floats],
    missed: tuple[int, int],
    *,
    level: float,
    gamma: float,
) -> Compared:
    """One theme by one measure; of people within strata or families, no more than these support.

    The exact test knows of neither, so that its interval and its p-value give way where those that respect
    them say less.

    Parameters
    ----------
    two, theme, measure
        The people compared, the column of the theme, and presence or salience.
    drawn
        Statistics of all themes: as seen, shape (themes,), and under each reassignment, shape (assignments,
        themes).
    missed
        People of each group who may well speak of it unseen (`overlooked.by_group`); 0 where all was read.
    level, gamma
        Confidence level; Berger-Boos constant of the exact test.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1, or `gamma` outside [0, 1).
    """
    if measure == "salience":
        return permuted(two, theme, two.share[:, theme], drawn, level=level)
    found = exact(two, theme, missed, level=level, gamma=gamma)
    if not two.confined:
        return found
    whole = permuted(two, theme, two.present[:, theme], drawn, level=level)
    wide = whole if two.joined else within(two, theme, level=level)
    low, high = float(np.fmin(found.low, wide.low)), float(np.fmax(found.high, wide.high))
    return found._replace(low=low, high=high, p=float(np.fmax(found.p, whole.p)))


def within(two: Pairing, theme: int, *, level: float) -> Interval:
    """Difference in proportions within strata, by the score interval; people of each are taken for unrelated.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.
    """
    said, strata = two.present[:, theme], np.array([]) if two.strata is None else two.strata
    counts = []
    for stratum in np.unique(strata):
        sides = [said[(strata == stratum) & side & ~np.isnan(said)] for side in (two.first, ~two.first)]
        counts.append((int(sides[0].sum()), len(sides[0]), int(sides[1].sum()), len(sides[1])))
    return stratified.miettinen_nurminen(counts, level=level)


def exact(two: Pairing, theme: int, missed: tuple[int, int], *, level: float, gamma: float) -> Compared:
    """Difference in proportions: Miettinen-Nurminen interval, Suissa-Shuster exact test.

    With people overlooked, the interval and the p-value say no more than holds with them in either group.

    Parameters
    ----------
    two, theme
        The people compared, and the column of the theme.
    missed
        People of each group who may well speak of it unseen.
    level, gamma
        Confidence level; Berger-Boos constant.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1, or `gamma` outside [0, 1).

    References
    ----------
    Miettinen & Nurminen 1985 (Stat Med 4:213); Suissa & Shuster 1985 (J R Stat Soc A 148:317).
    """
    tables = overlooked.possible(two.counts(theme), missed)
    wide = hull([proportions.miettinen_nurminen(*each, level=level) for each in tables])
    p = max(exact2x2.suissa_shuster(*each, gamma=gamma) for each in tables)
    return Compared(*tables[0], *wide, p)


def permuted(
    two: Pairing, theme: int, values: Floats, drawn: tuple[Floats, Floats], *, level: float
) -> Compared:
    """Difference in means: labels reassigned as planned, and the interval that Welch's t does not reject.

    Parameters
    ----------
    two, theme
        The people compared, and the column of the theme.
    values
        Shape (people,): what is compared of the theme.
    drawn
        Statistics of all themes: as seen, shape (themes,), and under each reassignment, shape (assignments,
        themes).
    level
        Confidence level.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.

    References
    ----------
    Ernst 2004 (Stat Sci 19:676); Chung & Romano 2013 (Ann Stat 41:484).
    """
    seen, random = drawn
    wide = permutation.difference_interval(values, two.first, two.permuted, strata=two.strata, level=level)
    p = float(permutation.pvalues(seen[[theme]], random[:, [theme]])[0])
    return Compared(*counts(two, theme, "salience"), *wide.within(-1, 1), p)
