"""How far two codes are apart, 0 for codes that agree: matrices of shape (categories, categories).

`values`, shape (categories,), are what the categories stand for, in their order.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def nominal(n: int) -> Floats:
    """1 between any two different ones of `n` categories."""
    return 1.0 - np.eye(n)


def interval(values: ArrayLike) -> Floats:
    """Squared difference of two values (Krippendorff).

    References
    ----------
    Krippendorff 2019, Content Analysis, 4th ed., chapter 12.
    """
    return np.square(_difference(values))


def ordinal(counts: ArrayLike) -> Floats:
    """Squared number of codes that lie between two ranks, half of their own included (Krippendorff).

    Parameters
    ----------
    counts
        Shape (..., categories): how often each rank was given, ascending.

    Returns
    -------
    array, shape (..., categories, categories)

    References
    ----------
    Krippendorff 2019, Content Analysis, 4th ed., chapter 12.

    Examples
    --------
    >>> np.sqrt(ordinal([2, 2, 4, 8, 2, 2]))[0]
    array([ 0.,  2.,  5., 11., 16., 18.])
    """
    given = np.asarray(counts, dtype=np.float64)
    below = np.cumsum(given, axis=-1) - given / 2
    return np.square(below[..., :, None] - below[..., None, :])


def ratio(values: ArrayLike) -> Floats:
    """Squared difference of two values in parts of their sum (Krippendorff).

    Raises
    ------
    ValueError
        If a value is negative: a ratio scale has none.

    References
    ----------
    Krippendorff 2019, Content Analysis, 4th ed., chapter 12.
    """
    points = np.asarray(values, dtype=np.float64)
    if (points < 0).any():
        raise ValueError(f"values: a ratio scale has no negative value, found {points[points < 0].tolist()}")
    total = points[:, None] + points[None, :]
    return np.square(np.divide(_difference(points), total, out=np.zeros_like(total), where=total > 0))


def linear(values: ArrayLike) -> Floats:
    """Difference of two values in parts of the range.

    References
    ----------
    Cicchetti & Allison 1971 (Am J EEG Technol 11:101), as weights of kappa.
    """
    difference = _difference(values)
    span = difference.max(initial=0.0)
    return difference / span if span > 0 else difference


def quadratic(values: ArrayLike) -> Floats:
    """Squared difference of two values in parts of the range.

    References
    ----------
    Fleiss & Cohen 1973 (Educ Psychol Meas 33:613), as weights of kappa.
    """
    return np.square(linear(values))


def ranks(n: int) -> Floats:
    """Pairs of ranks that lie between two of `n` ordered categories, in parts of all pairs.

    References
    ----------
    The "ordinal weights" of Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed. They are not the
    ordinal metric of Krippendorff, which depends on the codes given: see `alpha.ordinal`.
    """
    steps = _difference(np.arange(n))
    between = (steps + 1) * steps / 2
    return np.asarray(between / max(between.max(initial=0.0), 1.0))


def jaccard(sets: ArrayLike) -> Floats:
    """1 minus the shared part of two sets of themes; two empty sets are equal.

    Parameters
    ----------
    sets
        Boolean, shape (sets, themes).

    Returns
    -------
    array, shape (sets, sets)

    References
    ----------
    Jaccard 1912 (New Phytol 11:37).

    Examples
    --------
    >>> float(jaccard([[1, 1, 0, 0], [1, 1, 1, 1]])[0, 1])
    0.5
    """
    shared, either = _overlap(sets)
    return 1 - np.divide(shared, either, out=np.ones_like(shared), where=either > 0)


def masi(sets: ArrayLike) -> Floats:
    """1 - J M: J is the shared part of two sets, M is 1, 2/3, 1/3 or 0.

    M is 1 for equal sets, 2/3 where one holds the other, 1/3 where they only meet, 0 where they do not.
    The thirds are exact (some packages round them to .67 and .33, others multiply 1 - J by 1 - M).

    Parameters
    ----------
    sets
        Boolean, shape (sets, themes).

    Returns
    -------
    array, shape (sets, sets)

    References
    ----------
    Passonneau 2006, Measuring agreement on set-valued items, LREC.

    Examples
    --------
    >>> round(float(masi([[1, 1, 0, 0], [1, 1, 1, 1]])[0, 1]), 6)
    0.666667
    """
    shared, either = _overlap(sets)
    size = np.diag(shared)
    smaller = np.minimum(size[:, None], size[None, :])
    monotonicity = np.select(
        [shared == either, shared == smaller, shared > 0], [1.0, 2 / 3, 1 / 3], default=0.0
    )
    return 1 - monotonicity * (1 - jaccard(sets))


def _difference(values: ArrayLike) -> Floats:
    points = np.asarray(values, dtype=np.float64)
    return np.abs(points[:, None] - points[None, :])


def _overlap(sets: ArrayLike) -> tuple[Floats, Floats]:
    """Themes that two sets share, and themes that are in either."""
    members = np.asarray(sets, dtype=np.float64)
    shared = members @ members.T
    size = members.sum(axis=1)
    return shared, size[:, None] + size[None, :] - shared
