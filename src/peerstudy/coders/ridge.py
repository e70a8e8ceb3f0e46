"""Least squares with a penalty, for all themes at once, with parts of the study left out exactly.

Every theme shares what is summed up, either over the segments (and those sums add up over the parts, so
leaving one out is an addition of the others) or over the features, whichever are more. Both give the same.
"""

from collections.abc import Callable
from itertools import combinations_with_replacement
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_array

from peerstudy.coders.folds import Fold

Floats = npt.NDArray[np.float64]
Features: TypeAlias = csr_array | Floats


def left_out(features: Features, labels: Floats, fold: Fold, *, penalty: float) -> tuple[Floats, Floats]:
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
    scores = np.empty((number, *labels.shape))
    weights = np.empty((number + 1, features.shape[1], labels.shape[1]))
    few = len(labels) < features.shape[1]
    without = (_by_segments if few else _by_features)(features, labels, fold, penalty)
    weights[number] = without()
    for f, g in combinations_with_replacement(range(number), 2):
        weight = without(f, g)
        scores[f, fold == g] = features[fold == g] @ weight
        scores[g, fold == f] = features[fold == f] @ weight
        if f == g:
            weights[f] = weight
    return scores, weights


def _by_features(features: Features, labels: Floats, fold: Fold, penalty: float) -> Callable[..., Floats]:
    """Weights without some folds, from products of features."""
    number = int(fold.max()) + 1
    parts = [features[fold == f] for f in range(number)]
    squares = [_dense(part.T @ part) for part in parts]
    products = [part.T @ labels[fold == f] for f, part in enumerate(parts)]

    def without(*out: int) -> Floats:
        kept = [n for n in range(number) if n not in out]
        square = penalty * np.eye(features.shape[1]) + sum(squares[n] for n in kept)
        product = np.zeros((features.shape[1], labels.shape[1])) + sum(products[n] for n in kept)
        return _solved(square, product)

    return without


def _by_segments(features: Features, labels: Floats, fold: Fold, penalty: float) -> Callable[..., Floats]:
    """Weights without some folds, from products of segments.

    References
    ----------
    Saunders, Gammerman & Vovk 1998 (ICML).
    """
    alike = _dense(features @ features.T)

    def without(*out: int) -> Floats:
        kept = np.flatnonzero(~np.isin(fold, out))
        inside = alike[np.ix_(kept, kept)] + penalty * np.eye(len(kept))
        return np.asarray(features[kept].T @ _solved(inside, labels[kept]))

    return without


def _solved(square: Floats, product: Floats) -> Floats:
    """What the square times gives the product; both may be written over."""
    factor = cho_factor(square, overwrite_a=True, check_finite=False)
    return np.asarray(cho_solve(factor, product, overwrite_b=True, check_finite=False))


def _dense(products: Features) -> Floats:
    return np.asarray(products if isinstance(products, np.ndarray) else products.toarray())
