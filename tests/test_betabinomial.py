"""Beta-binomial comparison: the likelihood, its maximum, permutation calibration, ugly input."""

import numpy as np
import pytest
from scipy import stats

from peerstudy.statistics import betabinomial, permutation

FIRST = np.repeat([1, 0], [12, 26])


def draw(rng, means, icc, total):
    dispersion = icc / (1 - icc)
    rates = rng.beta(means / dispersion, (1 - means) / dispersion)
    return rng.binomial(total, rates)


@pytest.fixture(scope="module")
def interviews():
    rng = np.random.default_rng(1)
    total = rng.integers(15, 90, 38)
    return draw(rng, np.where(FIRST, 0.30, 0.15), 0.10, total), total


def test_the_maximum_is_scipys_likelihood(interviews):
    """No nearby parameters are likelier under scipy's beta-binomial distribution."""
    coded, total = interviews
    found = betabinomial.two_groups(coded, total, FIRST)

    def likelihood(mean1, mean2, icc):
        means, dispersion = np.where(FIRST, mean1, mean2), icc / (1 - icc)
        return stats.betabinom.logpmf(coded, total, means / dispersion, (1 - means) / dispersion).sum()

    best = likelihood(found.mean_first, found.mean_second, found.icc)
    for change in np.eye(3)[[0, 0, 1, 1, 2, 2]] * np.array([1, -1, 1, -1, 1, -1])[:, None] * 0.01:
        moved = np.array([found.mean_first, found.mean_second, found.icc]) * (1 + change)
        assert likelihood(*moved) < best


def test_parameters_are_recovered():
    """With many participants the fit comes back to what the data were drawn from."""
    rng = np.random.default_rng(2)
    first = np.repeat([1, 0], [300, 600])
    coded = draw(rng, np.where(first, 0.25, 0.12), 0.10, np.full(900, 60))
    found = betabinomial.two_groups(coded, np.full(900, 60), first)

    np.testing.assert_allclose(
        [found.mean_first, found.mean_second, found.icc], [0.25, 0.12, 0.10], atol=0.015
    )


def test_grid_statistic_is_the_fitted_one(interviews):
    """Under every assignment the profile grid and the fit agree."""
    coded, total = interviews
    moved = permutation.assignments(FIRST, strata=None, families=None, permutations=25, seed=3)
    fitted = [betabinomial.two_groups(coded, total, labels).statistic for labels in moved]

    np.testing.assert_allclose(betabinomial.likelihood_ratio(coded, total, moved), fitted, atol=0.05)


def test_calibrated_by_permutation():
    """People differ a lot: the permutation p keeps 5% where a test of segments rejects most of the time."""
    rng = np.random.default_rng(4)
    moved = permutation.assignments(FIRST, strata=None, families=None, permutations=199, seed=5)
    calibrated, segments = [], []
    for _ in range(60):
        total = rng.integers(30, 90, 38)
        coded = draw(rng, np.full(38, 0.15), 0.30, total)
        ratios = betabinomial.likelihood_ratio(coded, total, np.vstack([FIRST, moved]))
        calibrated.append(permutation.pvalues(ratios[:1], ratios[1:, None])[0])
        k, n = (np.bincount(FIRST, counts) for counts in (coded, total))
        segments.append(stats.chi2_contingency([k, n - k]).pvalue)

    assert np.mean(np.array(calibrated) <= 0.05) <= 0.12
    assert np.mean(np.array(segments) <= 0.05) > 0.5


def test_a_silent_group_has_a_finite_statistic():
    """A theme that one group never mentions is a difference, not an error."""
    coded, total = np.where(FIRST, 0, 9), np.full(38, 60)
    found = betabinomial.two_groups(coded, total, FIRST)

    assert found.mean_first < 1e-3
    assert np.isfinite(found.statistic)
    assert found.p < 1e-6


@pytest.mark.parametrize("coded", [np.zeros(38, dtype=int), np.full(38, 60)])
def test_nothing_to_compare(coded):
    """A theme in no segment, or in every one, is NaN."""
    found = betabinomial.two_groups(coded, np.full(38, 60), FIRST)

    assert np.isnan([found.mean_first, found.mean_second, found.icc, found.statistic, found.p]).all()
    assert np.isnan(betabinomial.likelihood_ratio(coded, np.full(38, 60), FIRST[None])).all()


def test_people_without_segments_are_left_out(interviews):
    """Someone who said nothing changes nothing."""
    coded, total = interviews
    more = betabinomial.two_groups(np.append(coded, 0), np.append(total, 0), np.append(FIRST, 1))

    assert more == betabinomial.two_groups(coded, total, FIRST)


def test_impossible_counts_are_named():
    """More coded than all segments is an error that shows the participant."""
    with pytest.raises(ValueError, match=r"7 of 5 \(participant 1\)"):
        betabinomial.two_groups([1, 7], [5, 5], [1, 0])
