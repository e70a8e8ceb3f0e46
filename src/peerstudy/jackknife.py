"""Leave out one participant at a time: intervals that know that a person's segments belong together."""

from dataclasses import dataclass, fields
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

Floats = NDArray[np.float64]

FEW = "fewer than two participants: no interval"
FULL = "coders agree everywhere: no interval"
ONE = "all disagreement lies with one participant: no interval"
LOST = "undefined without one participant: no interval"


@dataclass(frozen=True)
class Additive:
    """Sums whose first axis is the cluster (the participant): a study is the sum of its participants."""

    def whole(self) -> Self:
        """The sums of all clusters together."""
        return type(self)(*(getattr(self, field.name).sum(axis=0) for field in fields(self)))

    def without(self) -> Self:
        """The sums of all clusters but one, each in turn."""
        sums = (getattr(self, field.name) for field in fields(self))
        return type(self)(*(each.sum(axis=0) - each for each in sums))


class Interval(NamedTuple):
    """Ends of an interval; both NaN where there is none, with the reason in words."""

    low: Floats
    high: Floats
    reason: NDArray[np.str_]


def interval(estimate: Floats, without: Floats, *, confidence: float) -> Interval:
    """Jackknife-t interval of an agreement on the scale of log(1 - agreement).

    Parameters
    ----------
    estimate
        Shape (...): the agreement of the whole study; NaN stays NaN, without a further reason.
    without
        Shape (participants, ...): the agreement without each participant.
    confidence
        Between 0 and 1, such as .95.

    Returns
    -------
    Interval
        Arrays of shape (...). There is none with fewer than two participants, nor where the agreement is
        perfect or undefined, in the whole study or without one participant.

    Raises
    ------
    ValueError
        If `confidence` is not between 0 and 1.

    References
    ----------
    Tukey's jackknife over clusters: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 11.
    The scale keeps the interval below 1; `benchmarks/agreement.py` measures its coverage.

    Examples
    --------
    >>> low, high, _ = interval(np.array(0.7), np.array([0.68, 0.7, 0.72, 0.71]), confidence=0.95)
    >>> round(float(low), 3), round(float(high), 3)
    (0.606, 0.771)
    """
    if not 0 < confidence < 1:
        raise ValueError(f"confidence: between 0 and 1, not {confidence}")
    n = len(without)
    reason = np.select(
        [np.isnan(estimate), np.full(np.shape(estimate), n < 2), estimate >= 1,
         np.isnan(without).any(axis=0), (without >= 1).any(axis=0)],
        ["", FEW, FULL, LOST, ONE],
        default="",
    )  # fmt: skip
    undefined = np.isnan(estimate) | (reason != "")
    centre = np.log(1 - np.where(undefined, 0.0, estimate))
    replicates = np.log(1 - np.where(undefined, 0.0, without))
    spread = np.square(replicates - replicates.mean(axis=0)).sum(axis=0) if n else np.zeros_like(centre)
    margin = stdtrit(max(n - 1, 1), (1 + confidence) / 2) * np.sqrt((n - 1) / max(n, 1) * spread)
    low, high = 1 - np.exp(centre + margin), 1 - np.exp(centre - margin)
    return Interval(np.where(undefined, np.nan, low), np.where(undefined, np.nan, high), reason)
