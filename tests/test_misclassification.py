"""Coding error: diagnostics, bounds, and when a comparison is withheld."""

import numpy as np
import pytest

from peerstudy.statistics import misclassification, two_coders


def test_rogan_gladen_undoes_known_error():
    """Applying error to a prevalence and correcting it comes back; a coin toss cannot be corrected."""
    apparent = 0.3 * 0.75 + 0.7 * 0.05

    assert misclassification.rogan_gladen(apparent, 0.75, 0.95) == pytest.approx(0.3)
    assert misclassification.rogan_gladen(0.01, 0.75, 0.95) == 0
    assert np.isnan(misclassification.rogan_gladen(0.5, 0.4, 0.6))


@pytest.mark.parametrize(("more", "less"), [(0.23, 0.1), (0.14, 0.08), (0.9, 0.05), (0.18, 0.0)])
def test_undoing_error_makes_the_difference(more, less):
    """With the error it names in one group alone and equal frequency, codes show exactly that difference."""
    gap = misclassification.undoing_error(more, less)
    other_way = misclassification.undoing_error(less, more)

    assert more * (1 - gap.sensitivity) == pytest.approx(less)  # as frequent as where nothing is missed
    assert less + (1 - less) * gap.false_positives == pytest.approx(more)
    assert 0 < gap.sensitivity <= 1
    assert other_way == pytest.approx((-gap.sensitivity, -gap.false_positives))


def test_a_difference_made_of_misses_alone_is_never_said_to_be_beyond_them():
    """As where one group's mentions are found nine times in ten and the other's once in four."""
    gap = misclassification.undoing_error(0.2 * 0.9, 0.2 * 0.25)

    assert 0.65 <= gap.sensitivity <= 1  # .65 made it, with misses in both groups


def test_where_nobody_speaks_no_error_is_named():
    """Nor where all talk is coded: there is no difference, and nothing to take a share of."""
    assert np.isnan(misclassification.undoing_error(0, 0).sensitivity)
    assert np.isnan(misclassification.undoing_error(1, 1).false_positives)


def test_bounds_between_coders_hold_either_coder():
    """Whoever is right, the difference lies between the bounds; agreeing coders leave a point."""
    rng = np.random.default_rng(1)
    one, two = (rng.random((38, 50)) < 0.2 for _ in range(2))
    first = np.repeat([True, False], [12, 26])
    both, either = (one & two).mean(1), (one | two).mean(1)
    bound = two_coders.between_coders(both, either, first)

    for codes in (one, two):
        difference = codes.mean(1)[first].mean() - codes.mean(1)[~first].mean()
        assert bound.low <= difference <= bound.high
    agreed = two_coders.between_coders(both, both, first)
    assert agreed.low == agreed.high


@pytest.mark.parametrize(
    ("expected", "labelled", "reason"),
    [
        ((9.9, 50), (8, 8), "withheld: 9.9 positives expected in a group, fewer than 10"),
        ((-0.4, 50), (8, 8), "withheld: 0 positives expected in a group, fewer than 10"),
        ((10, 50), (3, 2), "withheld: 2 hand-coded positives in a group, fewer than 3"),
        (
            (10, np.nan),
            (3, 3),
            "withheld: the number of positives expected in a group is unknown; at least 10",
        ),
        ((10, 50), (3, 3), ""),
    ],
)
def test_rare_themes_are_withheld_with_a_reason(expected, labelled, reason):
    """Too few positives in either group, or an unknown number: a reason in words."""
    assert misclassification.withheld(expected, labelled, minimum=10, hand=3).startswith(reason)
    assert bool(misclassification.withheld(expected, labelled, minimum=10, hand=3)) == bool(reason)
