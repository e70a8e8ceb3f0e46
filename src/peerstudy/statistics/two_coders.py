"""What two hand coders of the same people leave open about a difference between groups."""

import numpy as np
from numpy.typing import ArrayLike

from peerstudy.statistics.interval import Interval


def between_coders(both: ArrayLike, either: ArrayLike, first: ArrayLike) -> Interval:
    """Bounds of a difference in means, whichever of two hand coders is right wherever they disagree.

    Parameters
    ----------
    both, either
        Shape (participants,): salience if only what both coders coded counts, and if what either coded
        counts.
    first
        Shape (participants,): true for the first group.

    Returns
    -------
    Interval
        The middle of the bounds, the lowest and the highest difference.

    Examples
    --------
    >>> [round(value, 3) for value in between_coders([0.2, 0.1], [0.3, 0.1], [True, False])]
    [0.15, 0.1, 0.2]
    """
    least, most, inside = np.asarray(both, float), np.asarray(either, float), np.asarray(first).astype(bool)
    low = float(np.nanmean(least[inside]) - np.nanmean(most[~inside]))
    high = float(np.nanmean(most[inside]) - np.nanmean(least[~inside]))
    return Interval((low + high) / 2, low, high)


def widened(
    interval: Interval, first_coder: ArrayLike, both: ArrayLike, either: ArrayLike, first: ArrayLike
) -> Interval:
    """An interval of a difference in means, widened by what two hand coders disagree on.

    What only the first coder codes may be wrong, and what only the other codes may be missing, everywhere as
    it is among the people whom both read; error of that size, all in the worst direction, moves each end.

    Parameters
    ----------
    interval
        Of the first coder's codes, or of codes corrected by them.
    first_coder, both, either
        Shape (participants,): salience by the first coder, by what both coded, and by what either coded.
    first
        Shape (participants,): true for the first group.

    Examples
    --------
    >>> shares = ([0.25, 0.1], [0.2, 0.1], [0.3, 0.1], [True, False])
    >>> [round(value, 3) for value in widened(Interval(0.12, 0.04, 0.2), *shares)]
    [0.12, -0.01, 0.25]
    """
    own, least, most = (np.asarray(values, float) for values in (first_coder, both, either))
    inside = np.asarray(first).astype(bool)
    wrong, missing = own - least, most - own
    down = float(np.nanmean(wrong[inside]) + np.nanmean(missing[~inside]))
    up = float(np.nanmean(missing[inside]) + np.nanmean(wrong[~inside]))
    return Interval(interval.estimate, interval.low - down, interval.high + up)
