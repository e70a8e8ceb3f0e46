"""Mean of one group of people, with its interval."""

import numpy as np
from numpy.typing import ArrayLike
from scipy import stats

from peerstudy.statistics.interval import UNDEFINED, Interval, normal_quantile


def student(values: ArrayLike, *, level: float) -> Interval:
    """Mean with Student's t interval.

    Parameters
    ----------
    values
        Shape (people,): one value each; NaN is left out. One person has a mean and no interval.
    level
        Of confidence.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.

    References
    ----------
    Student 1908 (Biometrika 6:1). Example: the hours of sleep gained by its second drug.

    Examples
    --------
    >>> gained = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    >>> [round(value, 3) for value in student(gained, level=0.95)]
    [2.33, 0.898, 3.762]
    """
    normal_quantile(level)
    given = np.asarray(values, float)
    given = given[~np.isnan(given)]
    if not len(given):
        return UNDEFINED
    if len(given) == 1:
        return Interval(float(given[0]), float("nan"), float("nan"))
    half = stats.t.ppf((1 + level) / 2, len(given) - 1) * given.std(ddof=1) / np.sqrt(len(given))
    return Interval(float(given.mean()), float(given.mean() - half), float(given.mean() + half))
