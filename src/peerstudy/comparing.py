"""One theme compared between two groups: counts of people, difference, interval and p-value."""

from typing import NamedTuple

from peerstudy import exact2x2, permutation, proportions
from peerstudy.pairing import Floats, Pairing


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


def presence(two: Pairing, theme: int, *, level: float, gamma: float) -> Compared:
    """Difference in proportions: Miettinen-Nurminen interval, Suissa-Shuster exact test.

    Parameters
    ----------
    two, theme
        The people compared, and the column of the theme.
    level, gamma
        Confidence level; Berger-Boos constant.
    """
    counts = two.counts(theme)
    interval = proportions.miettinen_nurminen(*counts, level=level)
    return Compared(*counts, *interval, exact2x2.suissa_shuster(*counts, gamma=gamma))


def salience(two: Pairing, theme: int, drawn: tuple[Floats, Floats], *, level: float) -> Compared:
    """Difference in mean shares: people permuted by Welch's t, and the interval that this does not reject.

    Parameters
    ----------
    two, theme
        The people compared, and the column of the theme.
    drawn
        Statistics of all themes as seen and under each reassignment.
    level
        Confidence level.
    """
    share, (seen, random) = two.share[:, theme], drawn
    wide = permutation.difference_interval(share, two.first, two.permuted, strata=two.strata, level=level)
    p = float(permutation.pvalues(seen[[theme]], random[:, [theme]])[0])
    return Compared(*two.counts(theme), *wide.within(-1, 1), p)
