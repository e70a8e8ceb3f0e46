"""Least squares with a penalty, for all themes at once, with parts of the study left out exactly.

The sums that the method needs add up over the parts, so leaving one out is an addition of the others, not
another pass over the texts. Every theme shares them.
"""

from itertools import combinations_with_replacement

import numpy as np
import numpy.typing as npt
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_array

from peerstudy.folds import Fold

Floats = npt.NDArray[np.float64]


def left_out(features: csr_array, labels: Floats, fold: Fold, *, penalty: float) -> tuple[Floats, Floats]:
    """Scores of segments by models that never saw their participant, and the models.

    Parameters
    ----------
    features
        Segments x features.
    labels
        Segments x themes, 0 or 1.
    fold
        Of each segment.
    penalty
        Ridge penalty on the weights.

    Returns
    -------
    scores
        Folds x segments x themes: `scores[f]` is made without fold f **and** without the segment's own
        fold. So whatever is tuned on `scores[f]` outside fold f has never seen fold f, and the model that
        judges fold f is `scores[f]` inside it.
    weights
        (Folds + 1) x features x themes: `weights[f]` is made without fold f, the last from all segments.

    Examples
    --------
    >>> features = csr_array(np.array([[1.0, 0], [0, 1], [1, 0], [0, 1]]))
    >>> labels, fold = np.array([[1.0], [0], [1], [0]]), np.array([0, 0, 1, 1])
    >>> scores, weights = left_out(features, labels, fold, penalty=1)
    >>> scores[0, :2, 0].round(2).tolist(), weights[-1, :, 0].round(2).tolist()
    ([0.5, 0.0], [0.67, 0.0])

    References
    ----------
    Hoerl & Kennard 1970 (Technometrics 12:55); as a classifier: Rifkin, Yeo & Poggio 2003.
    """
    number = int(fold.max()) + 1
    parts = [features[fold == f] for f in range(number)]
    answers = [labels[fold == f] for f in range(number)]
    squares = [(part.T @ part).toarray() for part in parts]
    products = [part.T @ answer for part, answer in zip(parts, answers, strict=True)]
    scores = np.empty((number, *labels.shape))
    weights = np.empty((number + 1, features.shape[1], labels.shape[1]))

    def without(*out: int) -> Floats:
        kept = [n for n in range(number) if n not in out]
        square = sum(squares[n] for n in kept) + penalty * np.eye(features.shape[1])
        product = sum(products[n] for n in kept) + np.zeros(weights.shape[1:])
        return np.asarray(cho_solve(cho_factor(square, check_finite=False), product, check_finite=False))

    weights[number] = without()
    for f, g in combinations_with_replacement(range(number), 2):
        weight = without(f, g)
        scores[f, fold == g] = parts[g] @ weight
        scores[g, fold == f] = parts[f] @ weight
        if f == g:
            weights[f] = weight
    return scores, weights
