"""Coverage and number of codes: published values, simulation, ugly input."""

import numpy as np
import pytest

from peerstudy.statistics import richness


def frequencies(codes, once, twice, mentions):
    """Any frequencies with these sums: the estimators see no more than that."""
    rest = codes - once - twice
    return [1] * once + [2] * twice + [3] * (rest - 1) + [mentions - once - 2 * twice - 3 * (rest - 1)]


# Longino & Colwell's ants by altitude (samples, incidence) and Sackett's spiders (individuals), as in iNEXT.
@pytest.mark.parametrize(
    ("trials", "mentions", "codes", "once", "twice", "estimate", "error", "coverage"),
    [
        (599, 5976, 227, 49, 23, 279.109, 19.794, 0.9918),
        (230, 2943, 241, 71, 34, 314.810, 23.259, 0.9760),
        (150, 1730, 122, 28, 16, 146.337, 12.082, 0.9839),
        (200, 1170, 56, 13, 4, 77.019, 16.353, 0.9889),
        (200, 271, 14, 1, 2, 14.249, 0.726, 0.9964),
        (168, 168, 26, 12, 4, 43.893, 14.306, 0.9289),
        (252, 252, 37, 14, 4, 61.403, 18.532, 0.9446),
    ],
)
def test_published_richness(trials, mentions, codes, once, twice, estimate, error, coverage):
    """Chao's estimate, its standard error and Good-Turing coverage to the printed digits."""
    q = frequencies(codes, once, twice, mentions)
    found = richness.chao2(q, trials, level=0.95)

    assert round(found.estimate, 3) == estimate
    assert round(found.error, 3) == error
    assert round(richness.coverage(q, trials), 4) == coverage
    assert codes < found.low < found.estimate < found.high


def test_coverage_is_close_at_38_participants():
    """With many rare codes the estimate is unbiased, and off by .015 on average at the most."""
    rng = np.random.default_rng(1)
    gaps = []
    for _ in range(600):
        rates = rng.beta(0.8, 4, 40)
        said = rng.random((38, 40)) < rates
        truth = rates[said.any(0)].sum() / rates.sum()
        gaps.append(richness.coverage(said.sum(0), 38) - truth)

    assert abs(np.mean(gaps)) < 0.002
    assert np.mean(np.abs(gaps)) < 0.015


def test_chao2_is_a_lower_bound():
    """With many rare codes the estimate lies between what was heard and what there is."""
    rng = np.random.default_rng(2)
    heard, estimated = [], []
    for _ in range(400):
        said = (rng.random((38, 60)) < rng.beta(0.5, 4, 60)).sum(0)
        heard.append((said > 0).sum())
        estimated.append(richness.chao2(said, 38, level=0.95).estimate)

    assert np.mean(heard) + 3 < np.mean(estimated) < 60


def test_without_codes_heard_twice():
    """The bias-corrected forms are finite: estimate, limits and coverage."""
    found = richness.chao2([1, 1, 1, 5, 6], 12, level=0.95)

    assert found.estimate == pytest.approx(5 + 11 / 12 * 3)
    assert 5 < found.low < found.estimate < found.high
    assert 0 < richness.coverage([1, 1, 1, 5, 6], 12) < 1


def test_nothing_rare_and_nothing_heard():
    """No code heard once: as many as were heard. Nothing heard, or one person: undefined."""
    assert richness.chao2([5, 6, 7], 12, level=0.95)[:2] == (3, 3)
    assert richness.coverage([5, 6, 7], 12) == 1
    assert np.isnan(richness.chao2([], 12, level=0.95)).all()
    assert np.isnan(richness.coverage([0, 0], 12))
    assert np.isnan(richness.coverage([1, 1], 1))


@pytest.mark.parametrize("frequencies", [[5, 6, 7], [2] * 30, [1, 5, 6], [1]])
def test_where_nothing_is_estimated_to_be_missing_there_is_an_upper_end(frequencies):
    """Codes heard seldom leave room for others; codes that everybody speaks of leave none."""
    found = richness.chao2([*frequencies, 0], 12, level=0.95)

    assert found.estimate == found.low == len(frequencies) < found.high < np.inf
    assert found.error > 0
    assert richness.chao2([12] * 5, 12, level=0.95).high == pytest.approx(5, abs=0.02)


def test_the_upper_end_holds_where_no_code_was_heard_once():
    """Of 25 codes 12 people leave some unheard in most such studies; the interval ends above 25 in most."""
    rng = np.random.default_rng(3)
    studies = (rng.binomial(12, rng.uniform(0.1, 0.6, 25)) for _ in range(20_000))
    silent = [said for said in studies if not np.any(said == 1)]

    assert np.mean([np.sum(said > 0) == 25 for said in silent]) < 0.4
    assert np.mean([richness.chao2(said, 12, level=0.95).high >= 25 for said in silent]) > 0.8
