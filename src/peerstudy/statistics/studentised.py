"""Studentised statistics of many themes under many assignments of participants to groups, as matrix products.

Dividing by an estimated standard error is what keeps a permutation test valid when groups differ in spread
(Janssen 1997, Stat Probab Lett 36:9; Chung & Romano 2013, Ann Stat 41:484).

`values` is participants x themes, NaN where a theme does not apply to a participant. A theme whose values are
all equal has no statistic: NaN. An assignment that leaves a group without two values counts as infinitely
extreme, so that it can only make a p-value larger.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

# Squared standard errors below this share of a theme's variance are rounding, not spread.
FLOOR = 1e-12


def welch(values: Floats, first: ArrayLike) -> Floats:
    """Welch's t of each theme, first group minus second.

    Parameters
    ----------
    values
        Shape (participants, themes).
    first
        Shape (participants,) or (assignments, participants): true for the participants of the first group.

    Returns
    -------
    array, shape (themes,) or (assignments, themes)

    Raises
    ------
    ValueError
        If the participants of `values` and `first` differ in number.

    References
    ----------
    Welch 1947 (Biometrika 34:28).

    Examples
    --------
    >>> share = np.array([[0.1], [0.3], [0.2], [0.6], [0.5]])
    >>> welch(share, [1, 1, 1, 0, 0]).round(3)
    array([-4.583])
    """
    inside = _assignment(first, values).astype(float)
    present, standard = _standardised(values)
    mean1, error1, n1 = _group(inside, present, standard)
    mean2, error2, n2 = _group(1 - inside, present, standard)
    statistic = (mean1 - mean2) / np.sqrt(np.maximum(error1 + error2, FLOOR))
    return _defined(statistic, np.minimum(n1, n2), standard)


def pooled(values: Floats, first: ArrayLike) -> Floats:
    """Difference in means over its error if groups were alike; for 0 and 1 the score of two proportions.

    The statistic of presence: with few people a group of equals has no spread to divide by, and Welch's t
    would make extremes of nothing.

    Parameters
    ----------
    values
        Shape (participants, themes).
    first
        Shape (participants,) or (assignments, participants): true for the participants of the first group.

    Returns
    -------
    array, shape (themes,) or (assignments, themes)

    Raises
    ------
    ValueError
        If the participants of `values` and `first` differ in number.

    References
    ----------
    Suissa & Shuster 1985 (J R Stat Soc A 148:317), their pooled Z.

    Examples
    --------
    >>> pooled(np.array([[1.0], [1.0], [1.0], [0.0], [0.0], [1.0]]), [1, 1, 1, 0, 0, 0]).round(3)
    array([1.732])
    """
    inside = _assignment(first, values).astype(float)
    present, standard = _standardised(values)
    mean1, _, n1 = _group(inside, present, standard)
    mean2, _, n2 = _group(1 - inside, present, standard)
    statistic = (mean1 - mean2) / np.sqrt(1 / np.maximum(n1, 1) + 1 / np.maximum(n2, 1))
    return _defined(statistic, np.minimum(n1, n2), standard)


def omnibus(values: Floats, groups: ArrayLike) -> Floats:
    """Spread of the group means of each theme, weighted by their precision; for two groups Welch's t squared.

    Parameters
    ----------
    values
        Shape (participants, themes).
    groups
        Shape (participants,) or (assignments, participants): whole numbers that name three or more groups.

    Returns
    -------
    array, shape (themes,) or (assignments, themes)

    Raises
    ------
    ValueError
        If the participants of `values` and `groups` differ in number.

    References
    ----------
    James 1951 (Biometrika 38:324); Welch 1951 (Biometrika 38:330).
    """
    labels = _assignment(groups, values)
    present, standard = _standardised(values)
    sums = [_group((labels == label).astype(float), present, standard) for label in np.unique(labels)]
    means = np.stack([mean for mean, _, _ in sums])
    weights = 1 / np.maximum(np.stack([error for _, error, _ in sums]), FLOOR)
    centre = (weights * means).sum(0) / weights.sum(0)
    fewest = np.minimum.reduce([n for _, _, n in sums])
    return _defined((weights * (means - centre) ** 2).sum(0), fewest, standard)


def trend(values: Floats, scores: ArrayLike) -> Floats:
    """Studentised correlation of each theme with the scores of ordered groups.

    Parameters
    ----------
    values
        Shape (participants, themes).
    scores
        Shape (participants,) or (assignments, participants): the score of each participant's group.

    Returns
    -------
    array, shape (themes,) or (assignments, themes)

    Raises
    ------
    ValueError
        If the participants of `values` and `scores` differ in number.

    References
    ----------
    DiCiccio & Romano 2017 (JASA 112:1211).
    """
    given = _assignment(scores, values).astype(float)
    present, standard = _standardised(values)
    n = present.sum(0)
    centre = (given @ present) / np.maximum(n, 1)
    square = standard**2
    products = given @ standard - centre * standard.sum(0)
    spread = given**2 @ square - 2 * centre * (given @ square) + centre**2 * square.sum(0)
    return _defined(products / np.sqrt(np.maximum(spread, FLOOR)), n, standard)


def within(values: Floats, strata: ArrayLike) -> Floats:
    """Values less the mean of their stratum, so that what strata explain is no difference between groups.

    Parameters
    ----------
    values
        Shape (participants, themes); NaN stays NaN.
    strata
        Shape (participants,): the strata within which labels are reassigned.

    Returns
    -------
    array, shape (participants, themes)

    Examples
    --------
    >>> within(np.array([[1.0], [3.0], [8.0]]), ["north", "north", "south"]).ravel().tolist()
    [-1.0, 1.0, 0.0]
    """
    centred = values.astype(float)
    for stratum in np.unique(np.asarray(strata)):
        rows = centred[np.asarray(strata) == stratum]
        present = ~np.isnan(rows)
        means = np.where(present, rows, 0).sum(0) / np.maximum(present.sum(0), 1)
        centred[np.asarray(strata) == stratum] -= means
    return centred


def _assignment(labels: ArrayLike, values: Floats) -> NDArray[np.int64]:
    assigned = np.asarray(labels)
    if values.ndim != 2 or assigned.shape[-1] != values.shape[0]:
        raise ValueError(
            f"values of shape {values.shape} do not fit an assignment of {assigned.shape[-1]} participants; "
            "give one row a participant, one column a theme"
        )
    return assigned


def _standardised(values: Floats) -> tuple[Floats, Floats]:
    """Where values stand, and values with mean 0 and variance 1, 0 where missing; constant themes all 0."""
    present = ~np.isnan(values)
    n = np.maximum(present.sum(0), 1)
    filled = np.where(present, values, 0.0)
    centred = np.where(present, filled - filled.sum(0) / n, 0.0)
    scale = np.sqrt((centred**2).sum(0) / n)
    flat = scale <= 1e-9 * np.abs(filled).max(0, initial=0)
    return present.astype(float), np.where(flat, 0.0, centred / np.where(flat, 1.0, scale))


def _group(inside: Floats, present: Floats, standard: Floats) -> tuple[Floats, Floats, Floats]:
    """Mean, squared standard error and number of the values inside a group."""
    n: Floats = inside.sum(-1)[..., None] if present.all() else inside @ present
    size = np.maximum(n, 2)
    total = inside @ standard
    variance = (inside @ standard**2 - total**2 / size) / (size - 1)
    return total / size, np.maximum(variance, 0) / size, n


def _defined(statistic: Floats, fewest: Floats, standard: Floats) -> Floats:
    extreme = np.where(fewest < 2, np.inf, statistic)
    return np.where((standard == 0).all(0), np.nan, extreme)
