"""Studentised statistics: textbook values, many assignments at once, missing and constant themes."""

import numpy as np
import pytest
from scipy import stats

from peerstudy.statistics import permutation, several, studentised

RNG = np.random.default_rng(11)
VALUES = RNG.beta(0.5, 3, (38, 6))
FIRST = np.repeat([1, 0], [12, 26])
STATISTICS = [studentised.welch, studentised.pooled, studentised.omnibus, studentised.trend]
STATISTICS += [several.pooled]
OMNIBUS = studentised.omnibus
HOLES = np.where(RNG.random((38, 6)) < 0.2, np.nan, VALUES)


@pytest.mark.parametrize("values", [VALUES, HOLES, 1e6 + VALUES])
def test_welch_is_scipys(values):
    """Welch's t of every theme, also where the theme does not apply to some."""
    expected = stats.ttest_ind(values[:12], values[12:], equal_var=False, nan_policy="omit").statistic

    np.testing.assert_allclose(studentised.welch(values, FIRST), np.asarray(expected), rtol=1e-6)


@pytest.mark.parametrize("statistic", STATISTICS)
@pytest.mark.parametrize("values", [VALUES, HOLES])
def test_many_assignments_are_each_in_turn(statistic, values):
    """One matrix product gives what one assignment at a time gives."""
    assigned = np.array([np.random.default_rng(k).permutation(FIRST) for k in range(5)])
    one_by_one = [statistic(values, labels) for labels in assigned]

    np.testing.assert_allclose(statistic(values, assigned), one_by_one, rtol=1e-9)


@pytest.mark.parametrize("values", [VALUES, HOLES])
def test_omnibus_of_two_groups_is_welch_squared(values):
    """The statistic for several groups contains the one for two."""
    np.testing.assert_allclose(studentised.omnibus(values, FIRST), studentised.welch(values, FIRST) ** 2)


def test_omnibus_is_the_numerator_of_welchs_anova():
    """Three groups: weighted squares of means about their weighted centre, by hand."""
    groups = np.repeat([0, 1, 2], [12, 13, 13])
    parts = [VALUES[groups == k, 0] for k in range(3)]
    weights = np.array([len(part) / part.var(ddof=1) for part in parts])
    means = np.array([part.mean() for part in parts])
    centre = (weights * means).sum() / weights.sum()

    assert studentised.omnibus(VALUES, groups)[0] == pytest.approx((weights * (means - centre) ** 2).sum())


def test_trend_is_the_studentised_correlation():
    """Scores of ordered groups: the correlation over its own standard error, by hand."""
    scores = np.repeat([1, 2, 4], [12, 13, 13])
    x, y = scores - scores.mean(), VALUES[:, 0] - VALUES[:, 0].mean()
    expected = (x * y).sum() / np.sqrt((x**2 * y**2).sum())

    assert studentised.trend(VALUES, scores)[0] == pytest.approx(expected)


@pytest.mark.parametrize("statistic", STATISTICS)
def test_a_constant_theme_has_no_statistic(statistic):
    """A theme that nobody mentions is undefined, and leaves its neighbours alone."""
    found = statistic(np.column_stack([np.zeros(38), VALUES[:, 0], np.full(38, 0.3)]), FIRST)

    assert np.isnan(found).tolist() == [True, False, True]


def test_perfect_separation_is_finite_and_large():
    """All of one group and none of the other: the statistic is huge, not an error."""
    assert studentised.welch(FIRST[:, None].astype(float), FIRST)[0] > 1e3


def test_a_group_without_two_values_is_infinitely_extreme():
    """An assignment that cannot be studied only ever makes a p-value larger."""
    alone = np.eye(1, 38, dtype=int)

    assert np.isinf(studentised.welch(VALUES, alone)).all()


def test_shapes_that_do_not_fit_are_named():
    """A transposed matrix is an error that shows both shapes."""
    with pytest.raises(ValueError, match=r"\(6, 38\).*38 participants"):
        studentised.welch(VALUES.T, FIRST)


def test_pooled_is_the_score_of_two_proportions():
    """For presence, its square is Pearson's chi-squared; like it, it is bounded where Welch's t is not."""
    said = (VALUES > 0.1).astype(float)
    tables = [
        [[said[g == FIRST, k].sum(), (1 - said[g == FIRST, k]).sum()] for g in (0, 1)] for k in range(6)
    ]
    expected = [stats.chi2_contingency(table, correction=False).statistic for table in tables]
    apart = FIRST[:, None].astype(float)

    np.testing.assert_allclose(studentised.pooled(said, FIRST) ** 2, expected)
    assert studentised.pooled(apart, FIRST)[0] == pytest.approx(np.sqrt(38))


@pytest.mark.parametrize("values", [VALUES, HOLES])
def test_several_groups_contain_the_pooled_score_of_two(values):
    """Over one variance too the statistic for several groups contains the one for two."""
    np.testing.assert_allclose(several.pooled(values, FIRST), studentised.pooled(values, FIRST) ** 2)


def test_presence_in_several_groups_is_chi_squared():
    """Pearson's, of the table of who speaks of it and who does not."""
    groups, spoke = np.repeat([0, 1, 2], [22, 11, 5]), np.repeat([1, 0, 1, 0, 1, 0], [4, 18, 8, 3, 2, 3])
    expected = stats.chi2_contingency([[4, 18], [8, 3], [2, 3]], correction=False).statistic

    assert several.pooled(spoke[:, None].astype(float), groups)[0] == pytest.approx(expected)


def test_a_small_group_hides_no_difference_between_the_others():
    """Four of 22, eight of 11 and one of three: three who are alike by chance hide it from Welch."""
    groups, spoke = np.repeat([0, 1, 2], [22, 11, 3]), np.repeat([1, 0, 1, 0, 1, 0], [4, 18, 8, 3, 1, 2])
    values = spoke[:, None].astype(float)
    moved = permutation.assignments(groups, strata=None, families=None, permutations=1999, seed=1)
    p = {s: permutation.pvalues(s(values, groups), s(values, moved)) for s in (several.pooled, OMNIBUS)}

    assert p[several.pooled] < 0.02
    assert p[OMNIBUS] > 0.2
