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


def _given_back(shown):
    """Empty cells that the margins determine: those that no other filling of the empty cells changes."""
    hidden = shown.isna().to_numpy()
    places = np.argwhere(hidden)
    lines = np.zeros((sum(hidden.shape), len(places)))
    for number, (row, column) in enumerate(places):
        lines[row, number] = lines[hidden.shape[0] + column, number] = 1
    free = np.linalg.svd(lines)[2][np.linalg.matrix_rank(lines) :]
    return [
        tuple(place)
        for number, place in enumerate(places.tolist())
        if not np.abs(free[:, number]).max() > 1e-9
    ]


def test_a_cell_that_alone_joins_two_parts_of_a_table_is_not_given_back():
    """Two blocks of four small cells, and one between them in a row and a column of several."""
    counts = np.full((4, 4), 20)
    counts[:2, :2] = counts[2:, 2:] = 3
    counts[0, 2] = 4
    shown = suppressed(pd.DataFrame(counts), smallest=5)

    assert shown.isna().to_numpy().sum() == 10
    assert _given_back(shown) == []


def test_no_empty_cell_of_random_tables_is_given_back_by_sums():
    """Of tables of many shapes, small cells few or many."""
    rng = np.random.default_rng(8)
    for _ in range(150):
        shape = rng.integers(2, 7, 2)
        counts = pd.DataFrame(rng.integers(0, 40, size=shape))
        assert _given_back(suppressed(counts, smallest=5)) == []
