"""An estimate with its confidence limits, and limits found by inverting a score."""

from collections.abc import Callable, Sequence
from math import copysign, inf, sqrt
from typing import NamedTuple

import numpy as np
from scipy import optimize, stats


class Interval(NamedTuple):
    """An estimate and its confidence limits; NaN where undefined."""

    estimate: float
    low: float
    high: float

    def within(self, lowest: float, highest: float) -> "Interval":
        """The limits cut to what the estimated quantity can be.

        Too few people to reject any value leave a permutation interval without limits; a difference of shares
        then lies somewhere between -1 and 1.

        Examples
        --------
        >>> Interval(0.2, -np.inf, np.inf).within(-1, 1)
        Interval(estimate=0.2, low=-1.0, high=1.0)
        """
        low, high = np.clip([self.low, self.high], lowest, highest)
        return Interval(self.estimate, float(low), float(high))


def hull(intervals: Sequence[Interval]) -> Interval:
    """From the lowest to the highest of some intervals, around the estimate of the first.

    >>> hull([Interval(0.2, 0.1, 0.4), Interval(0.3, 0.2, 0.5)])
    Interval(estimate=0.2, low=0.1, high=0.5)
    """
    low, high = np.min([each.low for each in intervals]), np.max([each.high for each in intervals])
    return Interval(intervals[0].estimate, float(low), float(high))


UNDEFINED = Interval(float("nan"), float("nan"), float("nan"))


def normal_quantile(level: float) -> float:
    """Two-sided standard normal quantile of a confidence level.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.

    Examples
    --------
    >>> round(normal_quantile(0.95), 4)
    1.96
    """
    if not 0 < level < 1:
        raise ValueError(f"a confidence level lies between 0 and 1, such as 0.95, not {level}")
    return float(stats.norm.ppf((1 + level) / 2))


def check_counts(x1: int, n1: int, x2: int, n2: int) -> None:
    """Refuse counts that no pair of groups can have.

    Raises
    ------
    ValueError
        If a count is negative or above its total.
    """
    if not (0 <= x1 <= n1 and 0 <= x2 <= n2):
        raise ValueError(f"counts lie between 0 and their total, not {x1} of {n1} and {x2} of {n2}")


def standardised(distance: float, variance: float) -> float:
    """A distance in standard errors: 0 if there is none, and infinite where it could not vary.

    >>> standardised(0.5, 0.25), standardised(0.0, 0.0), standardised(-0.5, 0.0)
    (1.0, 0.0, -inf)
    """
    if distance == 0:
        return 0.0
    return distance / sqrt(variance) if variance > 0 else copysign(inf, distance)


def invert(
    score: Callable[[float], float], inside: float, bounds: tuple[float, float], limit: float
) -> Interval:
    """Limits of the parameters whose score is within `limit`.

    Parameters
    ----------
    score
        Decreasing function of the parameter.
    inside
        The estimate, where the score is 0.
    bounds
        Ends of the parameter's range; they are the limits where the score never reaches `limit`.
    limit
        Largest absolute score of a parameter inside the interval.
    """
    low, high = bounds
    if np.isfinite(inside) and inside > low and score(low) > limit:
        low = optimize.brentq(lambda value: score(value) - limit, low, inside, xtol=1e-12)
    if np.isfinite(inside) and inside < high and score(high) < -limit:
        high = optimize.brentq(lambda value: score(value) + limit, inside, high, xtol=1e-12)
    return Interval(inside, float(low), float(high))
