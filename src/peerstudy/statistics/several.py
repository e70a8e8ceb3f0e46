"""More than two groups at once, where a group may be all alike."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from peerstudy.statistics import studentised

Floats = NDArray[np.float64]


def pooled(values: Floats, groups: ArrayLike) -> Floats:
    """Spread of the group means over one common variance; for 0 and 1 Pearson's chi-squared.

    The statistic of presence: a small group that is all silent, or all speaking, has no spread of its own to
    weigh it by, and draws the centre of `studentised.omnibus` to itself.

    Parameters
    ----------
    values
        Shape (participants, themes), NaN where a theme does not apply.
    groups
        Shape (participants,) or (assignments, participants): whole numbers that name the groups.

    Returns
    -------
    array, shape (themes,) or (assignments, themes)
        For two groups the square of `studentised.pooled`.

    Raises
    ------
    ValueError
        If the participants of `values` and `groups` differ in number.

    References
    ----------
    Pearson 1900 (Philos Mag 50:157).

    Examples
    --------
    >>> pooled(np.array([[1.0], [1.0], [1.0], [0.0], [0.0], [0.0]]), [0, 0, 1, 1, 2, 2]).round(3)
    array([4.])
    """
    labels = np.asarray(groups)
    held = (~np.isnan(values)).astype(float)
    everybody = np.maximum(held.sum(0), 1)
    total = np.zeros((*labels.shape[:-1], values.shape[1]))
    for label in np.unique(labels):
        # The square against all others, n (mean - centre)^2 N / (N - n), less what they add to it.
        square = studentised.pooled(values, labels == label) ** 2
        others = np.maximum(everybody - (labels == label).astype(float) @ held, 1)
        total += square * others / everybody
    return total
