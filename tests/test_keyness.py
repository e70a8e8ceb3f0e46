"""Keyness: published values, the participant as unit, and corpus statistics failing."""

import numpy as np
import pytest
from scipy import stats

from peerstudy.statistics import keyness, multiplicity, permutation, studentised

SPLIT = np.repeat([1, 0], [12, 26])
MOVED = permutation.assignments(SPLIT, strata=None, families=None, permutations=499, seed=1)


def corpus(rng, terms):
    """People with habits: each has an own rate for each word, and talks at an own length."""
    words = rng.integers(500, 4000, 38)
    rates = rng.gamma(0.5, 2 * rng.uniform(0.0005, 0.01, terms), (38, terms))
    return rng.poisson(rates * words[:, None]), words


def test_monroe():
    """Monroe's delta and z of a small vocabulary with an informative prior."""
    delta, z = keyness.log_odds([30, 5, 0, 65], [10, 5, 4, 81], [4, 1, 0.5, 14.5])

    np.testing.assert_array_equal(delta.round(6), [1.096395, 0, -2.231270, -0.685998])
    np.testing.assert_array_equal(z.round(6), [3.452629, 0, -1.496782, -4.518446])


def test_corpus_statistics():
    """The values of quanteda's test table and of Rayson's calculator."""
    assert round(float(keyness.chi_squared(7, 2, 10, 9)), 6) == 4.337160
    assert round(float(keyness.g_squared(7, 2, 10, 9)), 6) == 4.534939
    assert round(float(keyness.log_likelihood(7, 2, 10, 9)), 6) == 2.440100
    assert round(float(keyness.log_likelihood(120, 60, 1e5, 1e5)), 6) == 20.387884


def test_scipy_agrees_on_corpus_statistics():
    """Both statistics of the full table are scipy's, term by term."""
    first, second = np.array([7, 0, 30]), np.array([2, 4, 30])
    for method, statistic in ((None, keyness.chi_squared), ("log-likelihood", keyness.g_squared)):
        tables = [[[a, 50 - a], [b, 60 - b]] for a, b in zip(first, second, strict=True)]
        expected = [stats.chi2_contingency(t, correction=False, lambda_=method).statistic for t in tables]

        np.testing.assert_allclose(statistic(first, second, 50, 60), expected)


def test_blocks_of_terms_are_one_family(monkeypatch):
    """Step-down maxT in blocks is step-down maxT over all terms at once."""
    counts, words = corpus(np.random.default_rng(2), 60)
    monkeypatch.setattr(keyness, "BLOCK", 7)
    found = keyness.by_participant(counts, words, SPLIT, MOVED)
    rates = counts / words[:, None]
    observed, permuted = studentised.welch(rates, SPLIT), studentised.welch(rates, MOVED)

    np.testing.assert_allclose(found.statistic, observed)
    np.testing.assert_allclose(found.p, permutation.pvalues(observed, permuted))
    np.testing.assert_allclose(found.p_adjusted, multiplicity.max_t(observed, permuted))


def test_random_groups_have_no_key_words():
    """Groups at random: about 5% of words by participants, a multiple of that by log-likelihood."""
    rng = np.random.default_rng(3)
    participants, ranks, loglikelihood = [], [], []
    for _ in range(12):
        counts, words = corpus(rng, 150)
        found = keyness.by_participant(counts, words, SPLIT, MOVED)
        participants.append(found.p <= 0.05)
        ranks.append(found.p_ranks <= 0.05)
        inside = SPLIT == 1
        g = keyness.log_likelihood(
            counts[inside].sum(0), counts[~inside].sum(0), words[inside].sum(), words[~inside].sum()
        )
        loglikelihood.append(g > 3.8415)

    assert np.mean(participants) <= 0.06
    assert np.mean(ranks) <= 0.065
    assert np.mean(loglikelihood) > 0.4


def test_a_real_difference_is_found():
    """A word that one group uses three times as often comes first, and survives adjustment."""
    rng = np.random.default_rng(4)
    counts, words = corpus(rng, 100)
    counts[:, 5] = rng.poisson(words * np.where(SPLIT, 0.012, 0.004))
    found = keyness.by_participant(counts, words, SPLIT, MOVED)

    assert np.nanargmin(found.p_adjusted) == 5
    assert found.p_adjusted[5] <= 0.05
    assert found.rate_first[5] > 2 * found.rate_second[5]


def test_words_that_do_not_vary():
    """A term that nobody uses is NaN and costs the others nothing."""
    counts, words = corpus(np.random.default_rng(5), 10)
    alone = keyness.by_participant(counts, words, SPLIT, MOVED)
    among = keyness.by_participant(np.column_stack([np.zeros(38), counts]), words, SPLIT, MOVED)

    assert np.isnan([among.statistic[0], among.p[0], among.p_adjusted[0], among.p_ranks[0]]).all()
    np.testing.assert_array_equal(among.p_adjusted[1:], alone.p_adjusted)


def test_bad_input_is_named():
    """A participant without words, and a prior without weight, are errors."""
    with pytest.raises(ValueError, match=r"rows \[1\]"):
        keyness.by_participant([[1], [0]], [10, 0], [1, 0], [[1, 0]])
    with pytest.raises(ValueError, match="above 0"):
        keyness.log_odds([1, 2], [2, 1], [1, 0])
