"""Scores become probabilities and decisions, by curves and thresholds that never saw whom they judge."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from peerstudy.coders import thresholds
from peerstudy.coders.calibration import Curve, balanced, bent
from peerstudy.coders.folds import Fold

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


class Tuning(NamedTuple):
    """Curve and threshold of each model and theme.

    Attributes
    ----------
    curves : for each model (one a fold, then the whole) a curve a theme; None where it cannot be coded.
    thresholds : models x themes.
    """

    curves: list[list[Curve | None]]
    thresholds: Floats

    @property
    def known(self) -> list[bool]:
        """Whether each theme can be coded."""
        return [curve is not None for curve in self.curves[-1]]

    def without(self, themes: list[bool]) -> "Tuning":
        """The same, the marked themes given up.

        Parameters
        ----------
        themes
            Of each theme, whether it is given up.
        """
        left = [
            [None if gone else curve for curve, gone in zip(row, themes, strict=True)] for row in self.curves
        ]
        return Tuning(left, np.where(themes, np.nan, self.thresholds))

    def judge(self, scores: Floats, model: Fold) -> tuple[Floats, Bools]:
        """Probabilities of segments x themes, NaN where a theme cannot be learned, and whether each is coded.

        Parameters
        ----------
        scores
            Segments x themes.
        model
            Which model made the scores of each segment.
        """
        probability = np.full(scores.shape, np.nan)
        for number in np.unique(model):
            rows = model == number
            for theme, curve in enumerate(self.curves[number]):
                if curve is not None:
                    probability[rows, theme] = curve(scores[rows, theme])
        return probability, probability >= self.thresholds[model]


def tune(scores: Floats, labels: Floats, fold: Fold, fair: Bools) -> Tuning:
    """Curves and thresholds for the model of each fold, from the other folds, and for the whole model.

    Parameters
    ----------
    scores
        Folds x segments x themes; `scores[f]` never saw fold f nor the segment's own fold (`ridge.left_out`).
    labels
        Segments x themes, 0 or 1.
    fold
        Of each segment.
    fair
        Segments that stand for the talk. Thresholds are theirs: segments that were read because the coder
        was unsure have far more probabilities near one half than the talk has. Curves are those of all,
        weighed as `calibration.balanced` says.

    Returns
    -------
    Tuning
        A theme that is in the labels of one fold only, or of none, or in all segments, has no curve.
    """
    number, _, themes = scores.shape
    own = scores[fold, np.arange(len(fold))]
    sets = [(scores[f][fold != f], labels[fold != f], fair[fold != f]) for f in range(number)]
    sets.append((own, labels, fair))
    learnable = [all(0 < known[:, t].sum() < len(known) for _, known, _ in sets) for t in range(themes)]
    curves: list[list[Curve | None]] = []
    cuts = np.full((number + 1, themes), np.nan)
    for row, (seen, known, stands) in enumerate(sets):
        curves.append([])
        weights, like = balanced(stands), _like(stands)
        for theme in range(themes):
            curve = bent(seen[:, theme], known[:, theme], weights) if learnable[theme] else None
            curves[row].append(curve)
            if curve is not None:
                cuts[row, theme] = thresholds.expected(curve(seen[like, theme]))
    return Tuning(curves, cuts)


def _like(fair: Bools) -> Bools:
    """What stands for the talk; all, where nothing does."""
    return fair if fair.any() else ~fair
