"""The weighted mean of several coders, where people left out say that it beats the best of them."""

from itertools import product
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from peerstudy.coders.calibration import Bools, Curve, balanced, platt
from peerstudy.coders.folds import Fold

STEPS = 10  # weights are tenths

Floats = npt.NDArray[np.float64]


class Mixture(NamedTuple):
    """Curves and weights of each model (one a fold, then the whole) and theme.

    Attributes
    ----------
    curves : models x themes x coders; None where a theme cannot be learned.
    weights : models x themes x coders, summing to 1.
    """

    curves: list[list[list[Curve] | None]]
    weights: Floats

    def mixed(self, scores: list[Floats], model: int) -> Floats:
        """Weighted mean of the coders' log odds: segments x themes, 0 where a theme cannot be learned.

        Parameters
        ----------
        scores
            Of each coder, segments x themes.
        model
            Which model made them.
        """
        found = np.zeros(scores[0].shape)
        for theme, curves in enumerate(self.curves[model]):
            if curves is not None:
                odds = _odds(curves, [each[:, theme] for each in scores])
                found[:, theme] = odds @ self.weights[model, theme]
        return found


def mix(scores: list[Floats], labels: Floats, fold: Fold, person: Fold, fair: Bools) -> Mixture:
    """Weights for the model of each fold, from the other folds, and for the whole model.

    Parameters
    ----------
    scores
        Of each coder, folds x segments x themes; `scores[f]` never saw fold f nor the segment's own fold
        (`ridge.left_out`).
    labels
        Segments x themes, 0 or 1.
    fold, person
        Of each segment, as numbers.
    fair
        Segments that stand for the talk; the others weigh less (`calibration.balanced`).
    """
    number, _, themes = scores[0].shape
    rows = np.arange(len(fold))
    sets = [([each[f][fold != f] for each in scores], fold != f) for f in range(number)]
    sets.append(([each[fold, rows] for each in scores], np.ones(len(fold), dtype=bool)))
    learnable = [all(0 < labels[kept, t].sum() < kept.sum() for _, kept in sets) for t in range(themes)]
    curves: list[list[list[Curve] | None]] = []
    weights = np.zeros((number + 1, themes, len(scores)))
    for model, (seen, kept) in enumerate(sets):
        curves.append([])
        heavy = balanced(fair[kept])
        for theme in range(themes):
            own, label = [each[:, theme] for each in seen], labels[kept, theme]
            curve = [platt(each, label, heavy) for each in own] if learnable[theme] else None
            curves[model].append(curve)
            if curve is not None:
                weights[model, theme] = best(_odds(curve, own), label, person[kept], heavy)
    return Mixture(curves, weights)


def best(odds: Floats, labels: Floats, person: Fold, heavy: Floats) -> Floats:
    """Weights of the mean of log odds that loses least, or of one coder alone where that is as good.

    Parameters
    ----------
    odds
        Segments x coders, calibrated on people left out.
    labels, person
        Of each segment: 0 or 1, and who spoke it, as a number.
    heavy
        What each segment weighs.

    Returns
    -------
    weights
        Of each coder. The mean is kept where its loss is below that of the best single coder by more than
        the standard error of the difference, people taken whole; else that coder has all the weight.

    Examples
    --------
    >>> truth, who = np.array([1.0, 0, 1, 0]), np.arange(4)
    >>> good, noise = np.array([2.0, -2, 2, -2]), np.array([-1.0, 1, 1, -1])
    >>> best(np.column_stack([good, noise]), truth, who, np.ones(4)).tolist()
    [1.0, 0.0]

    References
    ----------
    Log-linear pooling: Genest & Zidek 1986 (Statist Sci 1:114). One standard error: Breiman et al. 1984.
    """
    grid = np.array(
        [parts for parts in product(range(STEPS + 1), repeat=odds.shape[1]) if sum(parts) == STEPS]
    )
    tried = grid / STEPS
    lost = heavy[:, None] * (np.logaddexp(0, odds @ tried.T) - labels[:, None] * (odds @ tried.T))
    total = lost.sum(axis=0)
    alone = np.flatnonzero((tried == 1).any(axis=1))
    single, winner = alone[total[alone].argmin()], total.argmin()
    gain = np.bincount(person, lost[:, single] - lost[:, winner])
    gain = gain[np.bincount(person) > 0]
    return np.asarray(tried[winner] if gain.sum() > np.sqrt(len(gain)) * gain.std() else tried[single])


def _odds(curves: list[Curve], scores: list[Floats]) -> Floats:
    """Calibrated log odds, segments x coders."""
    return np.column_stack([curve.odds(score) for curve, score in zip(curves, scores, strict=True)])
