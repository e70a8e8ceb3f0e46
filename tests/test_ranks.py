"""AUC and Cliff's delta: published values, ties, coverage, ends."""

import numpy as np
import pytest
from scipy import stats

from peerstudy.statistics import ranks

# Brunner & Munzel 2000: pain scores after surgery, usual and new treatment.
USUAL = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1]
NEW = [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4]


def test_brunner_munzel_2000():
    """Estimate, statistic, p-value, degrees of freedom and plain interval of the paper's example."""
    found = ranks.brunner_munzel(NEW, USUAL)
    statistic = (found.auc - 0.5) / found.error
    half = stats.t.ppf(0.975, found.freedom) * found.error

    assert statistic == pytest.approx(3.1374674823029505, rel=1e-12)
    assert 2 * stats.t.sf(statistic, found.freedom) == pytest.approx(0.005786208666, abs=1e-12)
    assert round(found.auc, 10) == 0.7889610390
    assert round(found.freedom, 6) == 17.682842
    assert round(found.auc - half, 10) == 0.5952168643
    assert round(found.auc + half, 10) == 0.9827052137


def test_logit_interval_of_the_example():
    """The interval on the logit scale, as AUC and as Cliff's delta."""
    found = ranks.auc(NEW, USUAL, level=0.95)
    delta = ranks.cliffs_delta(NEW, USUAL, level=0.95)

    assert (round(found.low, 7), round(found.high, 7)) == (0.5386865, 0.9228911)
    np.testing.assert_allclose(delta, 2 * np.array(found) - 1)


def test_scipy_agrees():
    """Statistic and p-value are scipy's Brunner-Munzel test."""
    rng = np.random.default_rng(1)
    x, y = rng.integers(0, 5, 12), rng.integers(0, 7, 26)
    found = ranks.brunner_munzel(x, y)
    scipy = stats.brunnermunzel(y, x)

    assert (found.auc - 0.5) / found.error == pytest.approx(scipy.statistic)


def test_estimate_counts_pairs():
    """AUC is the share of pairs in which the first is larger, ties counting half; NaN is left out."""
    x, y = [0.1, 0.5, 0.5, np.nan], [0.5, 0.2]
    pairs = [(a > b) + (a == b) / 2 for a in x[:3] for b in y]

    assert ranks.brunner_munzel(x, y).auc == pytest.approx(np.mean(pairs))


def test_swapping_groups_mirrors():
    """P(first > second) becomes one minus itself."""
    one, other = ranks.auc(NEW, USUAL, level=0.9), ranks.auc(USUAL, NEW, level=0.9)

    np.testing.assert_allclose([one.estimate, one.low, one.high], [1 - other[0], 1 - other[2], 1 - other[1]])


@pytest.mark.parametrize(("shift", "truth"), [(0.0, 0.50), (1.09, 0.78), (1.896, 0.91)])
def test_coverage_holds_where_the_plain_interval_fails(shift, truth):
    """At 12 against 26 the logit interval covers about 95% up to AUC .91; the plain one falls to 87%."""
    rng = np.random.default_rng(2)
    logit, plain = [], []
    for _ in range(1500):
        x, y = rng.normal(shift, 1, 12), rng.normal(0, 1, 26)
        interval, found = ranks.auc(x, y, level=0.95), ranks.brunner_munzel(x, y)
        half = stats.t.ppf(0.975, found.freedom) * found.error
        logit.append(interval.low <= truth <= interval.high)
        plain.append(abs(found.auc - truth) <= half)

    assert 0.935 <= np.mean(logit) <= 0.98
    assert truth < 0.9 or np.mean(plain) < 0.90


def test_groups_that_do_not_overlap():
    """Complete separation has an estimate and no interval; a lone member has neither."""
    found = ranks.auc([4, 5, 6], [1, 2, 3], level=0.95)

    assert found.estimate == 1
    assert np.isnan(found[1:]).all()
    assert np.isnan(ranks.auc([4], [1, 2, 3], level=0.95)).all()
    assert np.isnan(ranks.cliffs_delta([], [1, 2, 3], level=0.95)).all()


def test_all_equal_is_one_half():
    """A theme that nobody mentions: AUC one half, and no interval."""
    found = ranks.auc([0, 0, 0], [0, 0], level=0.95)

    assert found.estimate == 0.5
    assert np.isnan(found[1:]).all()
