"""Reassigning participants to groups: the assignments, p-values from them, and intervals that invert them."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from peerstudy.statistics import dealing
from peerstudy.statistics.interval import UNDEFINED, Interval, normal_quantile
from peerstudy.statistics.studentised import FLOOR, within

Floats = NDArray[np.float64]
Labels = NDArray[Any]

# Equal statistics may differ in their last digits, because sums are taken in another order.
TIE = 1 - 1e-9

# A limit is looked for up to 2**10 standard errors away, and then to 2**-20 of that distance.
DOUBLINGS, BISECTIONS = 10, 20


def assignments(
    groups: ArrayLike, *, strata: ArrayLike | None, families: ArrayLike | None, permutations: int, seed: int
) -> Labels:
    """Reassignments of the groups' labels among participants: all where these are few, else random ones.

    Parameters
    ----------
    groups
        Shape (participants,): the group of each participant.
    strata
        Shape (participants,), such as site: labels move only within a stratum. None: one stratum.
    families
        Shape (participants,), such as peer group: all members keep one common label. None: each for itself.
    permutations
        At most so many.
    seed
        Of the random numbers.

    Returns
    -------
    array, shape (assignments, participants)
        Labels of `groups`: so many, or all others where there are fewer, as 34 of four against three.

    Raises
    ------
    ValueError
        If the lengths differ, or a family has members in several groups or strata (`crossing` lists them).

    Examples
    --------
    >>> assignments([1, 1, 0, 0], strata=["a", "b", "a", "b"], families=None, permutations=9, seed=0)
    array([[0, 0, 1, 1],
           [0, 1, 1, 0],
           [1, 0, 0, 1]])
    """
    labels = np.asarray(groups)
    blocks = np.zeros(len(labels)) if strata is None else np.asarray(strata)
    units = np.arange(len(labels)) if families is None else np.asarray(families)
    if not len(labels) == len(blocks) == len(units):
        raise ValueError(
            f"one stratum and one family a participant: {len(labels)} groups, {len(blocks)} strata, "
            f"{len(units)} families"
        )
    for what, values in (("groups", labels), ("strata", blocks)):
        if crossed := crossing(units, values):
            raise ValueError(
                f"families with members in several {what} cannot be moved whole: "
                f"{', '.join(map(str, crossed))}; leave them out of this comparison"
            )
    _, founder, unit = np.unique(units, return_index=True, return_inverse=True)
    _, block = np.unique(blocks[founder], return_inverse=True)
    if 1 < dealing.ways(labels[founder], block) <= permutations + 1:
        return dealing.others(labels[founder], block)[:, unit]
    drawn = np.random.default_rng(seed).random((permutations, len(founder)))
    moved = np.empty((permutations, len(founder)), dtype=labels.dtype)
    moved[:, np.argsort(block, kind="stable")] = labels[founder][np.argsort(block + drawn, axis=1)]
    return moved[:, unit]


def crossing(families: ArrayLike, groups: ArrayLike) -> list[Any]:
    """Families with members in more than one group, in order.

    Parameters
    ----------
    families, groups
        Shape (participants,): the family and the group of each participant.

    Examples
    --------
    >>> crossing(["x", "x", "y", "y"], ["stay", "leave", "stay", "stay"])
    ['x']
    """
    units, labels = np.asarray(families), np.asarray(groups)
    return [unit for unit in np.unique(units).tolist() if len(np.unique(labels[units == unit])) > 1]


def pvalues(observed: Floats, permuted: Floats) -> Floats:
    """Two-sided p-values (b + 1) / (B + 1), b of B assignments being at least as extreme as the one seen.

    Parameters
    ----------
    observed
        Shape (themes,). Not finite, there is no test: NaN.
    permuted
        Shape (assignments, themes).

    References
    ----------
    Phipson & Smyth 2010 (Stat Appl Genet Mol Biol 9:39).

    Examples
    --------
    >>> pvalues(np.array([2.0, 0.5]), np.array([[1.0, 1.0], [-3.0, -1.0], [0.0, 0.0]])).tolist()
    [0.5, 0.75]
    """
    beyond = np.abs(permuted) >= np.abs(observed) * TIE
    return np.where(~np.isfinite(observed), np.nan, (beyond.sum(0) + 1) / (len(permuted) + 1))


def ties(permuted: Floats) -> Floats:
    """Share of reassignments that are as extreme as the most extreme finite one, theme by theme.

    No p-value can be smaller. Where many people are alike - most of them silent on a theme - that may be far
    above any level, and a test that can never reject covers more than it promises.

    Parameters
    ----------
    permuted
        Shape (assignments, themes).

    Returns
    -------
    array, shape (themes,)
        0 where no statistic is finite.

    Examples
    --------
    >>> ties(np.array([[2.0, 2.0], [-2.0, 1.0], [2.0, 0.0], [0.5, -1.0]])).tolist()
    [0.75, 0.25]
    """
    size = np.abs(permuted)
    largest = np.max(size, axis=0, where=np.isfinite(size), initial=0.0)
    return np.asarray(((size >= largest * TIE) & (largest > 0)).mean(0))


def difference_interval(
    values: Floats, first: ArrayLike, permuted: ArrayLike, *, strata: ArrayLike | None, level: float
) -> Interval:
    """Differences in means that the permutation test of Welch's t does not reject.

    With strata, the difference is the mean of those within strata, weighted by n1 n2 / (n1 + n2).

    Parameters
    ----------
    values
        Shape (participants,): one theme; NaN where it does not apply.
    first
        Shape (participants,): true for the first group.
    permuted
        Shape (assignments, participants): the reassigned `first`.
    strata
        Shape (participants,): the strata of the reassignments; None: one stratum.
    level
        Of confidence. With too few people to ever reject, the limits are infinite.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.

    References
    ----------
    Ernst 2004 (Stat Sci 19:676), with the studentised statistic of Chung & Romano 2013.
    """
    normal_quantile(level)
    valid = ~np.isnan(values)
    inside = np.asarray(first)[valid].astype(float)
    given = np.asarray(values)[valid]
    scale = float(given.std()) if len(given) else 0.0
    if min(inside.sum(), (1 - inside).sum()) < 2 or scale == 0:
        return UNDEFINED
    blocks = np.zeros(len(valid)) if strata is None else np.asarray(strata)
    standard, effect = within(np.column_stack([given / scale, inside]), blocks[valid]).T
    if not effect.any():
        return UNDEFINED
    moved = np.asarray(permuted)[:, valid].astype(float)
    # Centring is the same for every assignment, so a shifted group shifts values by its centred mark.
    difference = float((effect @ standard) / (effect @ effect))

    def pvalue(shift: float) -> float:
        shifted = standard - shift * effect
        return float(pvalues(_welch(shifted, inside[None, :]), _welch(shifted, moved)[:, None])[0])

    step = 1 / float(np.sqrt(effect @ effect))
    low, high = (_limit(pvalue, difference, sign * step, 1 - level) for sign in (-1, 1))
    return Interval(scale * difference, scale * low, scale * high)


def _welch(values: Floats, assigned: Floats) -> Floats:
    """Welch's t of one complete theme, without standardising it anew at every step of a search."""
    n1, sum1, square1 = assigned.sum(1), assigned @ values, assigned @ values**2
    n2, sum2, square2 = len(values) - n1, values.sum() - sum1, (values**2).sum() - square1
    size1, size2 = np.maximum(n1, 2), np.maximum(n2, 2)
    error = (square1 - sum1**2 / size1) / (size1 - 1) / size1 + (square2 - sum2**2 / size2) / (
        size2 - 1
    ) / size2
    statistic = (sum1 / size1 - sum2 / size2) / np.sqrt(np.maximum(error, FLOOR))
    return np.where(np.minimum(n1, n2) < 2, np.inf, statistic)


def _limit(pvalue: Callable[[float], float], inside: float, step: float, alpha: float) -> float:
    """Where the p-value falls to `alpha`, going from `inside` in strides of `step`."""
    for _ in range(DOUBLINGS):
        if pvalue(inside + step) <= alpha:
            break
        step *= 2
    else:
        return float(np.copysign(np.inf, step))
    near, far = inside, inside + step
    for _ in range(BISECTIONS):
        middle = (near + far) / 2
        near, far = (near, middle) if pvalue(middle) <= alpha else (middle, far)
    return far
