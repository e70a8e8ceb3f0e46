"""Themes together: textbook values, exact shuffling, and raw counts failing."""

import numpy as np
import pytest
from scipy import stats

from peerstudy.statistics import cooccurrence

RNG = np.random.default_rng(1)
SAID = RNG.random((38, 5)) < 0.4


def test_phi_is_the_correlation():
    """Phi is Pearson's correlation of 0 and 1; a theme of everybody has none."""
    found = cooccurrence.phi(np.column_stack([SAID, np.ones(38)]))

    np.testing.assert_allclose(found[:5, :5], np.corrcoef(SAID.T.astype(float)))
    assert np.isnan(found[5]).all()


def test_jaccard_counts_people():
    """Both over either, by hand; undefined where nobody speaks of either."""
    found = cooccurrence.jaccard(np.column_stack([SAID, np.zeros(38)]))
    both, either = (SAID[:, 0] & SAID[:, 1]).sum(), (SAID[:, 0] | SAID[:, 1]).sum()

    assert found[0, 1] == both / either
    assert found[0, 5] == 0
    assert np.isnan(found[5, 5])


def test_participant_pvalues_are_fishers():
    """Every pair is Fisher's exact test of its two-by-two table; undefined for constant themes."""
    said = np.column_stack([SAID, np.ones(38), np.zeros(38)])
    found = cooccurrence.participant_pvalues(said)
    table = [[np.sum((SAID[:, 2] == a) & (SAID[:, 3] == b)) for b in (0, 1)] for a in (0, 1)]

    assert found[2, 3] == found[3, 2] == pytest.approx(stats.fisher_exact(table).pvalue)
    assert np.isnan(np.diag(found)).all()
    assert np.isnan(found[5:]).all()


def test_exact_shuffling_is_shuffling():
    """The exact chance is what many shuffles within participants come to."""
    rng = np.random.default_rng(2)
    who = np.repeat(np.arange(5), [8, 12, 6, 10, 9])
    codes = rng.random((45, 2)) < np.array([0.4, 0.3])
    codes[:12, 1] |= codes[:12, 0]
    observed, expected, p = cooccurrence.segment_pvalues(who, codes)
    counts = []
    for _ in range(4000):
        order = np.lexsort((rng.random(45), who))
        counts.append(np.sum(codes[order, 0] & codes[:, 1]))

    assert observed[0, 1] == np.sum(codes[:, 0] & codes[:, 1])
    assert expected[0, 1] == pytest.approx(np.mean(counts), abs=0.1)
    assert p[0, 1] == pytest.approx(np.mean(np.array(counts) >= observed[0, 1]), abs=0.03)


def test_talkative_people_do_not_link_themes():
    """Some people speak of both themes a lot, apart: pooling links them, shuffling within people does not."""
    rng = np.random.default_rng(3)
    who = np.repeat(np.arange(20), 40)
    pooled, within = [], []
    for _ in range(150):
        rates = np.repeat(rng.choice([0.05, 0.5], 20), 40)
        codes = rng.random((800, 2)) < rates[:, None]
        table = [[np.sum((codes[:, 0] == a) & (codes[:, 1] == b)) for b in (0, 1)] for a in (0, 1)]
        pooled.append(stats.chi2_contingency(table).pvalue <= 0.05)
        within.append(cooccurrence.segment_pvalues(who, codes)[2][0, 1] <= 0.05)

    assert np.mean(within) <= 0.10
    assert np.mean(pooled) > 0.9


def test_a_theme_in_no_segment():
    """Nothing to link: NaN, and zero counts."""
    observed, expected, p = cooccurrence.segment_pvalues([0, 0, 1], [[1, 0], [0, 0], [1, 0]])

    assert (observed[0, 1], expected[0, 1]) == (0, 0)
    assert np.isnan(p).all()
