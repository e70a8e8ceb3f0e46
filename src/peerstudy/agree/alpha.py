"""Krippendorff's alpha: 1 - observed / expected disagreement, units that some coders left out included.

`coincidences` are the sums of the codes given (`coincidences.from_values`), of whatever leading axes; what is
given back has those axes: one coefficient for a whole study, or one for each participant left out.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from peerstudy.agree import distances
from peerstudy.agree.coincidences import Coincidences
from peerstudy.agree.disagreement import Disagreement, quotient

Floats = NDArray[np.float64]


def nominal(coincidences: Coincidences) -> Disagreement:
    """Alpha of unordered categories.

    References
    ----------
    Krippendorff 2011, Computing Krippendorff's alpha-reliability, section B.

    Examples
    --------
    >>> from peerstudy.agree.coincidences import from_values
    >>> ben = [1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1]
    >>> gerry = [2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4]
    >>> data = np.column_stack([ben, gerry])
    >>> round(float(nominal(from_values(data).whole()).estimate), 3)
    0.692
    """
    return by_distance(coincidences, distances.nominal(coincidences.pairs.shape[-1]))


def ordinal(coincidences: Coincidences) -> Disagreement:
    """Alpha of ranks: categories are as far apart as there are codes between them.

    Categories are taken in ascending order.

    References
    ----------
    Krippendorff 2019, Content Analysis, 4th ed., chapter 12.
    """
    values = coincidences.matrix.sum(axis=-1)
    return by_distance(coincidences, distances.ordinal(values))


def interval(coincidences: Coincidences, categories: ArrayLike) -> Disagreement:
    """Alpha of values whose differences mean something.

    Parameters
    ----------
    coincidences
        Sums of the codes given.
    categories
        Shape (K,): the values, ascending.

    References
    ----------
    Krippendorff 2019, Content Analysis, 4th ed., chapter 12.
    """
    return by_distance(coincidences, distances.interval(categories))


def ratio(coincidences: Coincidences, categories: ArrayLike) -> Disagreement:
    """Alpha of values with a true zero.

    Parameters
    ----------
    coincidences
        Sums of the codes given.
    categories
        Shape (K,): the values, ascending.

    Raises
    ------
    ValueError
        If a value is negative.

    References
    ----------
    Krippendorff 2019, Content Analysis, 4th ed., chapter 12.
    """
    return by_distance(coincidences, distances.ratio(categories))


def by_distance(coincidences: Coincidences, distance: Floats) -> Disagreement:
    """Alpha with a distance between any two categories.

    Parameters
    ----------
    coincidences
        Sums of the codes given.
    distance
        Shape (K, K) or (..., K, K).

    References
    ----------
    Krippendorff 2019, Content Analysis, 4th ed., chapter 12.
    """
    o = coincidences.matrix
    n_c = o.sum(axis=-1)
    n = n_c.sum(axis=-1)
    e = n_c[..., :, None] * n_c[..., None, :]
    observed, expected = ((matrix * distance).sum(axis=(-2, -1)) for matrix in (o, e))
    return Disagreement(quotient(observed, n), quotient(expected, n * (n - 1)))
