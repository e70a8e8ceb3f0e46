"""Exact tests of two proportions: published values, guaranteed size, ties, ugly input."""

import numpy as np
import pytest
from scipy import stats

from peerstudy.statistics import exact2x2

# x1, n1, x2, n2, fisher, mid-p, Suissa-Shuster with gamma 0 and 1e-4; None where no value was published.
# Perondi 2004, Ritland 2007, Lampasona 2013, the lady tasting tea, and outcomes of a study of 12 against 26.
TABLES = [
    (7, 34, 1, 34, 0.05440, 0.02966, 0.02811, 0.02821),
    (0, 16, 15, 72, 0.06287, 0.04466, 0.08151, 0.04992),
    (9, 13, 4, 14, 0.05698, 0.03914, 0.05228, None),
    (3, 4, 1, 4, None, 0.25714, 0.28906, 0.28916),
    (9, 12, 8, 26, 0.01587, 0.00990, 0.01346, None),
    (4, 12, 20, 26, 0.01439, None, 0.01016, None),
    (7, 12, 5, 26, 0.02576, None, 0.01679, None),
    (9, 12, 10, 26, 0.07889, None, 0.04219, None),
    (0, 12, 7, 26, 0.07448, None, 0.05183, None),
]
DESIGNS = [(12, 26), (19, 19), (8, 30)]


@pytest.mark.parametrize(("x1", "n1", "x2", "n2", "fisher", "mid_p", "unconditional", "berger_boos"), TABLES)
def test_published_pvalues(x1, n1, x2, n2, fisher, mid_p, unconditional, berger_boos):
    """Worked examples of the literature come out to the printed digits."""
    table = (x1, n1, x2, n2)
    answers = (
        exact2x2.fisher(*table),
        exact2x2.mid_p(*table),
        exact2x2.suissa_shuster(*table, gamma=0),
        exact2x2.suissa_shuster(*table, gamma=1e-4),
    )
    published = (fisher, mid_p, unconditional, berger_boos)

    assert [round(a, 5) if p is not None else None for a, p in zip(answers, published, strict=True)] == [
        *published
    ]


def test_mid_p_of_large_counts():
    """Counts in the hundreds lose no digit (Fagerland, Lydersen & Laake, 745/127/3/2)."""
    assert round(exact2x2.mid_p(745, 748, 127, 129), 8) == 0.09193139


@pytest.mark.parametrize(("n1", "n2"), DESIGNS)
@pytest.mark.parametrize("gamma", [0, 1e-4])
def test_size_is_guaranteed(n1, n2, gamma):
    """At 5% the unconditional test errs at most 5% of the time, whatever the common proportion."""
    assert exact2x2.size(exact2x2.all_pvalues(n1, n2, gamma=gamma), alpha=0.05) <= 0.05


def test_size_tells_valid_tests_from_invalid_ones():
    """At 12 against 26 Fisher is timid and mid-p oversteps 5%; the unconditional test does neither."""
    fisher = np.array([[exact2x2.fisher(a, 12, b, 26) for b in range(27)] for a in range(13)])
    mid_p = np.array([[exact2x2.mid_p(a, 12, b, 26) for b in range(27)] for a in range(13)])
    tests = (fisher, mid_p, exact2x2.all_pvalues(12, 26, gamma=0))

    assert [round(exact2x2.size(pvalues, alpha=0.05), 4) for pvalues in tests] == [0.0315, 0.0545, 0.0476]


@pytest.mark.parametrize(
    ("p1", "p2", "power"),
    [(0.60, 0.20, 0.686), (0.70, 0.25, 0.770), (0.75, 0.30, 0.766), (0.80, 0.30, 0.858), (0.50, 0.10, 0.795)],
)
def test_power_at_12_against_26(p1, p2, power):
    """Exact power of the unconditional test at the study's own size."""
    pvalues = exact2x2.all_pvalues(12, 26, gamma=0)

    assert round(exact2x2.rejection(pvalues, p1, p2, alpha=0.05), 3) == power


@pytest.mark.parametrize("gamma", [0, 1e-4])
def test_the_table_agrees_with_one_by_one(gamma):
    """`all_pvalues` holds exactly what `suissa_shuster` says of each outcome."""
    one_by_one = [[exact2x2.suissa_shuster(a, 5, b, 9, gamma=gamma) for b in range(10)] for a in range(6)]

    np.testing.assert_allclose(exact2x2.all_pvalues(5, 9, gamma=gamma), one_by_one, rtol=1e-7)


def test_scipy_agrees_where_it_drops_no_tie():
    """Scipy takes groups as columns; it may understate a p-value by a lost tie, and never exceeds ours."""
    outcomes = [(a, b) for a in range(0, 13, 3) for b in range(0, 27, 5) if 0 < a + b < 38]
    ours = np.array([exact2x2.suissa_shuster(a, 12, b, 26, gamma=0) for a, b in outcomes])
    scipy = np.array([stats.barnard_exact([[a, b], [12 - a, 26 - b]]).pvalue for a, b in outcomes])

    assert np.all(ours >= scipy - 1e-4)
    assert np.mean(np.abs(ours - scipy) < 1e-3) > 0.9


def test_fisher_agrees_with_scipy():
    """Fisher's test is scipy's, for every outcome of a small design."""
    for a in range(8):
        for b in range(12):
            expected = stats.fisher_exact([[a, b], [7 - a, 11 - b]]).pvalue
            assert exact2x2.fisher(a, 7, b, 11) == pytest.approx(expected, abs=1e-12)


def test_ties_are_whole():
    """Outcomes with equal statistics have equal p-values: at 19 against 19 every mirror image."""
    pvalues = exact2x2.all_pvalues(19, 19, gamma=0)

    np.testing.assert_allclose(pvalues, pvalues.T, rtol=1e-12)
    np.testing.assert_allclose(pvalues, pvalues[::-1, ::-1], rtol=1e-7)


def test_swapping_groups_changes_nothing():
    """A two-sided p-value does not depend on which group is named first."""
    for test in (exact2x2.fisher, exact2x2.mid_p):
        assert test(9, 12, 8, 26) == test(8, 26, 9, 12)
    assert exact2x2.suissa_shuster(9, 12, 8, 26, gamma=0) == pytest.approx(
        exact2x2.suissa_shuster(8, 26, 9, 12, gamma=0), rel=1e-9
    )


@pytest.mark.parametrize(("x1", "x2"), [(0, 0), (12, 26)])
def test_no_contrast_is_p_one(x1, x2):
    """A theme that nobody or everybody mentions gives p = 1."""
    answers = [
        exact2x2.suissa_shuster(x1, 12, x2, 26, gamma=1e-4),
        exact2x2.fisher(x1, 12, x2, 26),
        exact2x2.suissa_shuster(x1, 12, x2, 26, gamma=0),
    ]
    assert answers == pytest.approx([1, 1, 1])


def test_an_empty_group_has_no_pvalue():
    """Undefined is NaN, never 1."""
    assert np.isnan(exact2x2.suissa_shuster(0, 0, 3, 9, gamma=0))
    assert np.isnan(exact2x2.fisher(0, 0, 3, 9))
    assert np.isnan(exact2x2.mid_p(3, 9, 0, 0))


def test_impossible_counts_are_named():
    """More mentions than people is an error that shows the counts."""
    with pytest.raises(ValueError, match="13 of 12"):
        exact2x2.suissa_shuster(13, 12, 8, 26, gamma=0)
    with pytest.raises(ValueError, match="-1 of 12"):
        exact2x2.fisher(-1, 12, 8, 26)
    with pytest.raises(ValueError, match="gamma"):
        exact2x2.suissa_shuster(1, 12, 8, 26, gamma=1)
    with pytest.raises(ValueError, match="both groups"):
        exact2x2.all_pvalues(0, 26, gamma=0)
