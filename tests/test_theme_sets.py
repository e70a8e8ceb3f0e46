"""Agreement on sets of themes."""

import numpy as np
import pytest

from peerstudy.agree import distances
from peerstudy.agree.theme_sets import alpha, distinct, from_sets

# Nine units, two coders, themes A, B, C (a test study of DKPro Statistics)
ONE = ["", "A", "A", "A", "AB", "AB", "ABC", "C", "C"]
OTHER = ["", "", "A", "B", "A", "AC", "ABC", "AC", "AC"]


def marks(*coders: list[str]) -> np.ndarray:
    return np.array(
        [[[theme in themes for theme in "ABC"] for themes in unit] for unit in zip(*coders, strict=True)]
    )


METRICS = {
    "nominal": lambda sets: distances.nominal(len(sets)),
    "jaccard": distances.jaccard,
    "masi": distances.masi,
}


@pytest.mark.parametrize(
    ("metric", "printed"), [("nominal", 0.238806), ("jaccard", 0.315620), ("masi", 0.273081)]
)
def test_three_distances_of_sets(metric, printed):
    """Equal sets only, shared part, shared part by MASI with exact thirds."""
    codes, sets = distinct(marks(ONE, OTHER), np.ones((9, 2)))
    distance = METRICS[metric](sets)
    sums = from_sets(codes, distance=distance, clusters=np.zeros(9)).whole()

    assert round(float(alpha(sums, distance).estimate), 6) == printed


def test_both_disagreements_of_masi():
    """Observed .543210, expected .747277."""
    codes, sets = distinct(marks(ONE, OTHER), np.ones((9, 2)))
    distance = distances.masi(sets)
    found = alpha(from_sets(codes, distance=distance, clusters=np.zeros(9)).whole(), distance)

    assert (round(float(found.observed), 6), round(float(found.expected), 6)) == (0.543210, 0.747277)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("AB", "ABCD", 2 / 3), ("AB", "AB", 0), ("", "", 0), ("", "A", 1), ("A", "B", 1), ("AB", "BC", 8 / 9)],
)
def test_masi_of_two_sets(one, other, expected):
    """Thirds are exact, two empty sets (a segment that nobody coded) are equal and raise no error."""
    sets = [[theme in themes for theme in "ABCD"] for themes in (one, other)]

    assert distances.masi(sets)[0, 1] == pytest.approx(expected)


def test_an_empty_set_is_an_answer_and_unread_is_not():
    """A unit read by one coder alone is not compared; a unit left uncoded by a reader is."""
    given = marks(["A", "", "B", "A"], ["A", "", "", "B"])
    read = np.array([[1, 1], [1, 1], [1, 0], [1, 1]], dtype=bool)
    codes, sets = distinct(given, read)
    distance = distances.masi(sets)
    sums = from_sets(codes, distance=distance, clusters=np.zeros(4)).whole()

    assert np.isnan(codes[2, 1])
    assert sums.sets.sum() == 6
    assert float(sums.disagreement) == 2


def test_a_participant_is_left_out_by_subtraction():
    """Leaving out a participant is the same as never having had their units."""
    people = np.array([0, 0, 1, 1, 1, 2, 2, 2, 2])
    codes, sets = distinct(marks(ONE, OTHER), np.ones((9, 2)))
    distance = distances.jaccard(sets)
    left_out = alpha(from_sets(codes, distance=distance, clusters=people).without(), distance).estimate
    never_had = [
        float(
            alpha(
                from_sets(codes[people != p], distance=distance, clusters=np.zeros(9)[people != p]).whole(),
                distance,
            ).estimate
        )
        for p in range(3)
    ]

    assert left_out == pytest.approx(never_had)


def test_several_coders_by_definition():
    """Four coders with gaps: pair by pair, as Krippendorff defines alpha."""
    rng = np.random.default_rng(7)
    given, read = rng.random((40, 4, 3)) < 0.4, rng.random((40, 4)) < 0.7
    codes, sets = distinct(given, read)
    distance = distances.masi(sets)
    found = alpha(from_sets(codes, distance=distance, clusters=np.zeros(40)).whole(), distance)
    units = [unit[~np.isnan(unit)].astype(int) for unit in codes]
    units = [unit for unit in units if len(unit) > 1]
    everything = np.concatenate(units)
    n = len(everything)
    observed = sum(distance[np.ix_(unit, unit)].sum() / (len(unit) - 1) for unit in units) / n
    expected = distance[np.ix_(everything, everything)].sum() / (n * (n - 1))

    assert float(found.estimate) == pytest.approx(1 - observed / expected)


def test_nothing_coded_is_undefined():
    """Where all sets are empty there is nothing to tell apart: NaN."""
    codes, sets = distinct(np.zeros((5, 2, 3)), np.ones((5, 2)))
    distance = distances.masi(sets)

    assert np.isnan(
        alpha(from_sets(codes, distance=distance, clusters=np.zeros(5)).whole(), distance).estimate
    )
