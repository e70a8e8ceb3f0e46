"""Reassigning participants: what stays together, p-values, intervals, and that the wrong statistic fails."""

import numpy as np
import pytest
from scipy import stats

from peerstudy.statistics import permutation, studentised

SPLIT = np.repeat([1, 0], [12, 26])


def assign(groups, **changed):
    given = {"strata": None, "families": None, "permutations": 999, "seed": 1} | changed
    return permutation.assignments(groups, **given)


def pvalue(values, groups, **changed):
    observed = studentised.welch(values, groups)
    return permutation.pvalues(observed, studentised.welch(values, assign(groups, **changed)))


def test_assignments_keep_group_sizes_within_strata():
    """Labels move between the people of a site, never between sites."""
    groups = np.array([1, 0, 0, 1, 1, 0, 0, 1, 1])
    strata = np.array(list("abcabcabc"))
    moved = assign(groups, strata=strata)

    for stratum in "abc":
        assert np.all(moved[:, strata == stratum].sum(1) == groups[strata == stratum].sum())
    assert len(np.unique(moved, axis=0)) == len(moved) == 3 * 3 * 3 - 1  # all but the one that is seen


def test_no_pvalue_is_smaller_than_so_few_people_can_give():
    """Four who all say more than three others: one of 35 ways, where random ones came to less."""
    groups, values = np.array([1, 1, 1, 1, 0, 0, 0]), np.array([9.0, 8, 7, 6, 3, 2, 1])

    assert len(assign(groups)) == 34
    assert pvalue(values[:, None], groups)[0] == pytest.approx(1 / 35)
    assert len(assign(groups, permutations=20)) == 20


def test_three_groups_are_dealt_in_every_way():
    """Two of each of three: ninety ways, each once."""
    moved = assign(np.array(["left", "left", "stayed", "stayed", "never", "never"]))

    assert len(np.unique(moved, axis=0)) == len(moved) == 89
    assert set(map(tuple, np.sort(moved, axis=1))) == {("left", "left", "never", "never", "stayed", "stayed")}


def test_families_move_whole():
    """Members of a peer group always carry one label."""
    families = np.repeat([10, 20, 30, 40], [3, 1, 2, 3])
    moved = assign(np.repeat([1, 0, 1, 0], [3, 1, 2, 3]), families=families)

    for family in (10, 30, 40):
        assert np.all(np.ptp(moved[:, families == family], axis=1) == 0)
    assert len(np.unique(moved, axis=0)) == 6 - 1


def test_families_that_cross_groups_are_named():
    """A family with members in both groups cannot be moved whole: the message lists it."""
    with pytest.raises(ValueError, match=r"several groups.*: x, z;"):
        assign([1, 0, 1, 1, 0, 1], families=list("xxyyzz"))
    with pytest.raises(ValueError, match="several strata"):
        assign([1, 1, 0, 0], families=list("xxyy"), strata=list("abcc"))


def test_a_missing_stratum_is_an_error():
    """One stratum a participant."""
    with pytest.raises(ValueError, match="4 groups, 3 strata"):
        assign([1, 1, 0, 0], strata=list("abc"))


def test_a_seed_repeats_itself():
    """The same seed gives the same assignments, another seed others."""
    assert np.array_equal(assign(SPLIT), assign(SPLIT))
    assert not np.array_equal(assign(SPLIT), assign(SPLIT, seed=2))


def test_pvalues_are_never_zero():
    """The assignment seen counts as one of them."""
    observed, permuted = np.array([9.0, -9.0, np.nan]), np.zeros((99, 3))

    np.testing.assert_array_equal(permutation.pvalues(observed, permuted), [0.01, 0.01, np.nan])


def test_pvalue_matches_all_assignments():
    """Sampling comes within Monte-Carlo error of the p-value over all 126 assignments of 4 among 9."""
    values = np.array([0.02, 0.31, 0.25, 0.40, 0.05, 0.11, 0.00, 0.08, 0.21])

    def welch(x, y):
        return stats.ttest_ind(x, y, equal_var=False).statistic

    exact = stats.permutation_test((values[:4], values[4:]), welch).pvalue
    sampled = pvalue(values[:, None], np.repeat([1, 0], [4, 5]), permutations=20_000)[0]

    assert sampled == pytest.approx(exact, abs=0.01)


def test_unequal_spread_breaks_the_unstudentised_test():
    """Equal means, larger spread in the smaller group: Welch's t keeps 5%, the bare mean does not."""
    rng = np.random.default_rng(3)
    groups = np.repeat([1, 0], [8, 30])
    moved = assign(groups)
    values = rng.normal(0, np.repeat([3, 1], [8, 30])[:, None], (38, 1000))
    sums, bare = groups @ values, moved @ values
    weight = np.abs(sums - 8 / 38 * values.sum(0)), np.abs(bare - 8 / 38 * values.sum(0))
    plain = permutation.pvalues(*weight)

    assert np.mean(pvalue(values, groups) <= 0.05) <= 0.075
    assert np.mean(plain <= 0.05) > 0.15


def test_strata_remove_what_sites_explain():
    """A difference between sites that hold different mixes of groups is not a difference between groups."""
    rng = np.random.default_rng(5)
    groups = np.repeat([1, 0, 1, 0], [10, 3, 3, 22])
    sites = np.repeat([0, 1], [13, 25])
    values = (sites * 3 + rng.normal(size=38))[:, None]

    assert pvalue(values, groups)[0] < 0.05
    assert pvalue(studentised.within(values, sites), groups, strata=sites)[0] > 0.05


def test_interval_holds_the_differences_not_rejected():
    """Just inside a limit the shifted data are not rejected, just outside they are."""
    rng = np.random.default_rng(7)
    values = rng.beta(1, 4, 38) + 0.2 * SPLIT
    moved = assign(SPLIT, permutations=1999)
    found = permutation.difference_interval(values, SPLIT, moved, strata=None, level=0.95)

    def p(shift):
        shifted = (values - shift * SPLIT)[:, None]
        return permutation.pvalues(studentised.welch(shifted, SPLIT), studentised.welch(shifted, moved))[0]

    assert found.estimate == pytest.approx(values[:12].mean() - values[12:].mean())
    for limit, out in ((found.low, -1e-3), (found.high, 1e-3)):
        assert p(limit - out) > 0.05 >= p(limit + out)


def test_interval_moves_with_the_scale():
    """Percent instead of shares multiplies the interval by 100; adding a constant changes nothing."""
    values = np.random.default_rng(8).beta(1, 4, 38)
    moved = assign(SPLIT)
    one = permutation.difference_interval(values, SPLIT, moved, strata=None, level=0.9)
    other = permutation.difference_interval(100 * values + 7, SPLIT, moved, strata=None, level=0.9)

    np.testing.assert_allclose(np.array(other) / 100, one, rtol=1e-5)


def test_interval_is_near_welch_for_normal_values():
    """With well-behaved values the interval is close to the textbook one."""
    values = np.random.default_rng(9).normal(size=38)
    found = permutation.difference_interval(
        values, SPLIT, assign(SPLIT, permutations=4999), strata=None, level=0.95
    )
    welch = stats.ttest_ind(values[:12], values[12:], equal_var=False).confidence_interval()

    np.testing.assert_allclose(found[1:], welch, atol=0.1)


def test_too_few_people_give_no_limits():
    """Three against three can never reject at 5%: the whole line; one person has no interval at all."""
    six = np.array([0.1, 0.2, 0.3, 0.9, 0.8, 0.7])
    groups = np.repeat([1, 0], 3)
    found = permutation.difference_interval(six, groups, assign(groups), strata=None, level=0.95)

    assert found[1:] == (-np.inf, np.inf)
    lone = permutation.difference_interval(six, [1, 0, 0, 0, 0, 0], assign(groups), strata=None, level=0.95)
    assert np.isnan(lone).all()


def test_missing_values_are_left_out_of_an_interval():
    """A participant to whom the theme does not apply changes nothing."""
    values = np.random.default_rng(10).beta(1, 4, 38)
    gone = np.where(np.arange(38) % 9 == 0, np.nan, values)
    found = permutation.difference_interval(gone, SPLIT, assign(SPLIT), strata=None, level=0.95)
    kept = ~np.isnan(gone)

    assert found.estimate == pytest.approx(values[:12][kept[:12]].mean() - values[12:][kept[12:]].mean())
    assert found.low < found.estimate < found.high


def test_stratified_interval_is_of_the_difference_within_sites():
    """Sites that differ by 3 and hold different mixes of groups do not move the interval."""
    groups = np.repeat([1, 0, 1, 0], [10, 3, 3, 22])
    sites = np.repeat([0, 1], [13, 25])
    values = np.random.default_rng(12).normal(size=38) + groups
    moved = assign(groups, strata=sites)
    found = permutation.difference_interval(values, groups, moved, strata=sites, level=0.95)
    other = permutation.difference_interval(values + 3 * sites, groups, moved, strata=sites, level=0.95)
    cells = [values[(sites == s) & (groups == g)].mean() for s in (0, 1) for g in (1, 0)]
    gaps = [cells[0] - cells[1], cells[2] - cells[3]]

    assert found.estimate == pytest.approx(np.average(gaps, weights=[30 / 13, 66 / 25]))
    np.testing.assert_allclose(other, found, rtol=1e-4)


def test_strata_of_one_group_each_say_nothing():
    """Where group and site are the same thing, no difference within sites exists."""
    values = np.random.default_rng(13).normal(size=38)
    moved = assign(SPLIT, strata=SPLIT)

    assert np.isnan(permutation.difference_interval(values, SPLIT, moved, strata=SPLIT, level=0.95)).all()
