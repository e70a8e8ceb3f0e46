"""Small cells: emptied, and not to be had back from the margins."""

import numpy as np
import pandas as pd

from peerstudy.corpus.suppression import suppressed


def test_large_tables_stay_as_they_are():
    """Zeros and counts of the smallest size or more are shown."""
    counts = pd.DataFrame([[5, 0], [9, 6]])

    assert suppressed(counts, smallest=5).to_numpy().tolist() == [[5, 0], [9, 6]]


def test_no_small_cell_can_be_recomputed():
    """Every row and column of random tables holds no small cell, or two empty ones."""
    rng = np.random.default_rng(7)
    for _ in range(200):
        counts = pd.DataFrame(rng.integers(0, 15, size=(4, 3)))
        shown = suppressed(counts, smallest=5)
        hidden = shown.isna().to_numpy()
        assert not ((shown.fillna(0) > 0) & (shown.fillna(0) < 5)).to_numpy().any()
        for axis in (0, 1):
            assert not (hidden.sum(axis=axis) == 1).any()


def test_a_cell_with_zeros_beside_it_alone_does_not_equal_its_margin():
    """One person in a group: which value she has is not told by the values that nobody has."""
    shown = suppressed(pd.DataFrame({"left": [1, 0, 0], "stayed": [8, 7, 9]}), smallest=3)

    assert shown.isna().to_numpy().tolist() == [[True, True], [True, True], [False, False]]
