"""Beside the difference of two mean shares: ranks, a beta-binomial model, and what error could undo."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from peerstudy.compare.presence_effects import NAN, Effect
from peerstudy.statistics import betabinomial, misclassification, ranks

Floats = NDArray[np.float64]


def ranked(share: Floats, first: NDArray[np.bool_], *, level: float) -> Iterator[Effect]:
    """Chance that somebody of the first group speaks of it more than somebody of the second.

    Parameters
    ----------
    share
        Shape (people,): share of talk; NaN where the theme does not count.
    first
        Shape (people,): true for the first group.
    level
        Confidence level.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.
    """
    yield Effect(
        "AUC", *ranks.auc(share[first], share[~first], level=level), NAN, "Brunner-Munzel t on the logit"
    )


def modelled(
    coded: Floats, segments: Floats, first: NDArray[np.bool_], moved: NDArray[np.bool_]
) -> Iterator[Effect]:
    """Difference of the means of a beta-binomial model, its likelihood ratio calibrated by permutation.

    Parameters
    ----------
    coded, segments
        Shape (people,): whole numbers, NaN where the theme does not count.
    first, moved
        Shape (people,) and (assignments, people): the first group as seen, and reassigned.

    Raises
    ------
    ValueError
        If a count is negative or above its total.
    """
    held = ~np.isnan(coded)
    fit = betabinomial.two_groups(coded[held], segments[held], first[held])
    ratio = betabinomial.likelihood_ratio(
        coded[held], segments[held], np.vstack([first[held], moved[:, held]])
    )
    p = ((ratio[1:] >= ratio[0] * (1 - 1e-9)).sum() + 1) / len(ratio) if np.isfinite(ratio[0]) else NAN
    method = "beta-binomial likelihood ratio, people permuted"
    yield Effect("difference, beta-binomial", fit.mean_first - fit.mean_second, NAN, NAN, float(p), method)


def undoing(given: Floats, first: NDArray[np.bool_], *, whose: str) -> Iterator[Effect]:
    """How different a coder's error would have to be between the groups to make the difference alone.

    Parameters
    ----------
    given
        Shape (people,): share of talk, or 1 where the theme is present; NaN where it does not count.
    first
        Shape (people,): true for the first group.
    whose
        Put before the name of the effect, such as `hand `; empty for the machine.
    """
    found = misclassification.undoing_error(float(np.nanmean(given[first])), float(np.nanmean(given[~first])))
    method = "all of it in one group; less, if both have some"
    for what, value in (("sensitivity", found.sensitivity), ("false-positive", found.false_positives)):
        yield Effect(f"{whose}{what} difference that undoes it", value, NAN, NAN, NAN, method)
