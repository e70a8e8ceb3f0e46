"""Scores turned into probabilities that mean what they say."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import expit

Floats = npt.NDArray[np.float64]

_STEPS = 100
_CLOSE = 1e-10


class Curve(NamedTuple):
    """probability = 1 / (1 + exp(-(slope * score + intercept)))."""

    slope: float
    intercept: float

    def __call__(self, scores: Floats) -> Floats:
        """The probability of each score."""
        return np.asarray(expit(self.slope * scores + self.intercept))


def platt(scores: Floats, labels: Floats) -> Curve:
    """Platt's curve through scores of segments that the scoring model had not seen.

    Parameters
    ----------
    scores, labels
        Of each segment; labels 0 or 1. Both labels must occur.

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
    positive, negative = labels.sum(), (1 - labels).sum()
    if not positive or not negative:
        raise ValueError("calibration: segments with the theme and segments without it are needed")
    target = np.where(labels > 0, (positive + 1) / (positive + 2), 1 / (negative + 2))
    prevalence = np.log(target.mean() / (1 - target.mean()))
    centre, spread = scores.mean(), scores.std()
    if spread < _CLOSE:
        return Curve(0.0, float(prevalence))
    slope, intercept = _newton((scores - centre) / spread, target, prevalence)
    if slope < 0:
        return Curve(0.0, float(prevalence))
    return Curve(float(slope / spread), float(intercept - slope * centre / spread))


def _newton(scores: Floats, target: Floats, prevalence: float) -> tuple[float, float]:
    """Maximum likelihood slope and intercept; half steps until the likelihood grows."""
    design = np.column_stack([scores, np.ones_like(scores)])
    at = np.array([0.0, prevalence])
    loss = _loss(design @ at, target)
    for _ in range(_STEPS):
        probability = expit(design @ at)
        weight = probability * (1 - probability)
        hessian = (design * weight[:, None]).T @ design + 1e-12 * np.eye(2)
        step = np.linalg.solve(hessian, design.T @ (target - probability))
        while (new := _loss(design @ (at + step), target)) > loss and np.abs(step).max() > _CLOSE:
            step /= 2
        at, loss = at + step, new
        if np.abs(step).max() <= _CLOSE:
            break
    return float(at[0]), float(at[1])


def _loss(logit: Floats, target: Floats) -> float:
    return float((np.logaddexp(0, logit) - target * logit).sum())


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
