"""Least squares with parts of the study left out."""

from itertools import product

import numpy as np
import pytest
from scipy.sparse import csr_array

from peerstudy.coders.ridge import left_out


@pytest.mark.parametrize("segments", [40, 12])
def test_scores_are_those_of_a_model_that_never_saw_either_fold(segments: int) -> None:
    """Whether segments or features are more, the scores are those of the textbook's equations."""
    rng = np.random.default_rng(4)
    features = rng.normal(size=(segments, 20)) * (rng.random((segments, 20)) < 0.5)
    labels = (rng.random((segments, 3)) < 0.4).astype(float)
    fold = np.arange(segments) % 4
    sparse, weights = left_out(csr_array(features), labels, fold, penalty=2.0)
    dense, _ = left_out(features, labels, fold, penalty=2.0)
    np.testing.assert_allclose(sparse, dense, atol=1e-12)
    for f, g in product(range(4), repeat=2):
        seen = features[(fold != f) & (fold != g)]
        known = labels[(fold != f) & (fold != g)]
        weight = np.linalg.solve(seen.T @ seen + 2 * np.eye(20), seen.T @ known)
        np.testing.assert_allclose(sparse[f, fold == g], features[fold == g] @ weight, atol=1e-12)
        if f == g:
            np.testing.assert_allclose(weights[f], weight, atol=1e-12)


@pytest.mark.parametrize("segments", [40, 12])
def test_two_folds_leave_nobody_to_learn_from_in_both(segments: int) -> None:
    """A model that may learn from nobody knows nothing: its scores are 0."""
    features = np.random.default_rng(4).normal(size=(segments, 20))
    fold = np.arange(segments) % 2
    scores, _ = left_out(features, np.ones((segments, 1)), fold, penalty=2.0)
    assert not scores[0, fold == 1].any() and scores[0, fold == 0].all()
