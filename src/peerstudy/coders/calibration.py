"""Scores turned into probabilities that mean what they say."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import expit

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

_STEPS = 100
_CLOSE = 1e-10


class Curve(NamedTuple):
    """A sigmoid curve, and how it is bent.

    With z = slope * score + intercept the log odds are
    offset - up * log(1 + exp(-z)) + down * log(1 + exp(z)); where up and down are 1 and offset is 0 that is z
    itself, Platt's curve. Scores may be of any shape, and so is what is given back.
    """

    slope: float
    intercept: float
    up: float = 1.0
    down: float = 1.0
    offset: float = 0.0

    def odds(self, scores: Floats) -> Floats:
        """The log odds of each score."""
        straight = self.slope * scores + self.intercept
        return np.asarray(_ends(straight) @ np.array([self.up, self.down]) + self.offset)

    def __call__(self, scores: Floats) -> Floats:
        """The probability of each score."""
        return np.asarray(expit(self.odds(scores)))


def balanced(fair: Bools) -> Floats:
    """What each segment weighs in a curve: those that stand for the talk at least half of all.

    Segments that were read because a coder was unsure are the hardest of the talk: a curve that went by them
    alone would find a rare theme too often where the rest is judged. With them aside it would hang on few.

    Parameters
    ----------
    fair
        Shape (segments,): which stand for the talk.

    Returns
    -------
    weights
        Shape (segments,): 1 in the mean; all 1 where at least half is fair, or nothing is.

    Examples
    --------
    >>> balanced(np.array([True, False, False, False])).round(2).tolist()
    [2.0, 0.67, 0.67, 0.67]
    """
    share = fair.mean() if len(fair) else 1.0
    if not 0 < share < 1 / 2:
        return np.ones(len(fair))
    return np.where(fair, 0.5 / share, 0.5 / (1 - share))


def platt(scores: Floats, labels: Floats, weights: Floats | None = None) -> Curve:
    """Platt's curve through scores of segments that the scoring model had not seen.

    Parameters
    ----------
    scores, labels
        Of each segment; labels 0 or 1. Both labels must occur.
    weights
        What each segment weighs, 1 in the mean; 1 where None.

    Returns
    -------
    Curve
        Its slope is never negative: where a higher score means less of the theme, the coder knows nothing
        and every segment gets the prevalence.

    Raises
    ------
    ValueError
        If only one label occurs.

    References
    ----------
    Platt 1999; the smoothed targets and the Newton steps of Lin, Lin & Weng 2007 (Machine Learning 68:267).
    """
    weights = np.ones_like(scores) if weights is None else weights
    target = _targets(labels, weights)
    share = np.average(target, weights=weights)
    prevalence = np.log(share / (1 - share))
    centre, spread = scores.mean(), scores.std()
    if spread < _CLOSE:
        return Curve(0.0, float(prevalence))
    design = np.column_stack([(scores - centre) / spread, np.ones_like(scores)])
    slope, intercept = _newton(design, target, weights, np.array([0.0, prevalence]), np.zeros(2))
    if slope < 0:
        return Curve(0.0, float(prevalence))
    return Curve(float(slope / spread), float(intercept - slope * centre / spread))


def bent(scores: Floats, labels: Floats, weights: Floats | None = None) -> Curve:
    """Platt's curve, each of its ends bent as the labels ask: for scores that crowd there.

    Parameters
    ----------
    scores, labels, weights
        As in `platt`.

    Returns
    -------
    Curve
        Never falling. How far each end is bent is held near to not at all by a normal prior of variance 1,
        so that a theme with few labels keeps Platt's curve.

    Raises
    ------
    ValueError
        If only one label occurs.

    References
    ----------
    Beta calibration: Kull, Silva Filho & Flach 2017 (Electron J Statist 11:5052).
    """
    weights = np.ones_like(scores) if weights is None else weights
    straight = platt(scores, labels, weights)
    if not straight.slope:
        return straight
    ends = _ends(straight.slope * scores + straight.intercept)
    design = np.column_stack([ends, np.ones_like(scores)])
    start, precision = np.array([1.0, 1.0, 0.0]), np.array([1.0, 1.0, 0.0])
    target = _targets(labels, weights)
    found = _newton(design, target, weights, start, precision)
    if found[:2].min() < 0:  # an end that would fall is level
        rest = np.arange(3) != found[:2].argmin()
        found = np.zeros(3)
        found[rest] = _newton(design[:, rest], target, weights, start[rest], precision[rest])
    if found[:2].min() < 0:
        return straight
    up, down, offset = found.tolist()
    return straight._replace(up=up, down=down, offset=offset)


def _ends(odds: Floats) -> Floats:
    """Log odds parted into what weighs where they are low and where they are high; both sum to them."""
    return np.stack([-np.logaddexp(0, -odds), np.logaddexp(0, odds)], axis=-1)


def _targets(labels: Floats, weights: Floats) -> Floats:
    """Labels drawn in a little, the less there are of a kind the more."""
    positive, negative = weights @ labels, weights @ (1 - labels)
    if not positive or not negative:
        raise ValueError("calibration: segments with the theme and segments without it are needed")
    return np.asarray(np.where(labels > 0, (positive + 1) / (positive + 2), 1 / (negative + 2)))


def _newton(design: Floats, target: Floats, weights: Floats, start: Floats, precision: Floats) -> Floats:
    """Maximum likelihood with a normal prior around the start; half steps until the loss falls."""

    def loss(at: Floats) -> float:
        odds = design @ at
        return float(
            weights @ (np.logaddexp(0, odds) - target * odds) + (precision * (at - start) ** 2).sum() / 2
        )

    at, now = start, loss(start)
    for _ in range(_STEPS):
        probability = expit(design @ at)
        curvature = weights * probability * (1 - probability)
        hessian = (design * curvature[:, None]).T @ design + np.diag(precision + 1e-12)
        slope = design.T @ (weights * (target - probability)) - precision * (at - start)
        step = np.linalg.solve(hessian, slope)
        while (new := loss(at + step)) > now and np.abs(step).max() > _CLOSE:
            step /= 2
        at, now = at + step, new
        if np.abs(step).max() <= _CLOSE:
            break
    return at


def calibration_error(
    probabilities: Floats, labels: Floats, *, bins: int, weights: Floats | None = None
) -> float:
    """Expected calibration error: how far the probabilities of a bin are from the share that has the theme.

    Parameters
    ----------
    probabilities, labels
        Of each segment.
    bins
        Equally wide bins of probability.
    weights
        Segments that each one stands for; 1 where None.

    Returns
    -------
    float
        Mean distance over segments, 0 (right) to 1; NaN without segments.

    Examples
    --------
    >>> calibration_error(np.array([0.1, 0.1, 0.9, 0.9]), np.array([0.0, 0.0, 1.0, 1.0]), bins=10)
    0.1

    References
    ----------
    Naeini, Cooper & Hauskrecht 2015 (AAAI); Guo et al. 2017 (ICML).
    """
    if not len(labels):
        return float("nan")
    weights = np.ones_like(probabilities) if weights is None else weights
    which = np.minimum((probabilities * bins).astype(int), bins - 1)
    gaps = np.bincount(which, weights * (probabilities - labels), minlength=bins)
    return round(float(np.abs(gaps).sum() / weights.sum()), 12)
