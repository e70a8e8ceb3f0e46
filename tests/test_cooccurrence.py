"""Themes together: textbook values, exact moves along the talk, and raw counts failing."""

from itertools import product

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


def test_the_exact_chance_is_that_of_all_moves():
    """Every move of one theme along each participant's talk, counted out."""
    rng = np.random.default_rng(2)
    who = np.repeat(np.arange(3), [8, 12, 6])
    codes = rng.random((26, 2)) < np.array([0.4, 0.3])
    codes[:10, 1] |= codes[:10, 0]
    observed, expected, p = cooccurrence.segment_pvalues(who, codes)
    of_person = [
        [int(np.sum(codes[who == one, 0] & np.roll(codes[who == one, 1], by))) for by in range(size)]
        for one, size in enumerate([8, 12, 6])
    ]
    counts = np.array([sum(numbers) for numbers in product(*of_person)])

    assert observed[0, 1] == np.sum(codes[:, 0] & codes[:, 1])
    assert expected[0, 1] == pytest.approx(counts.mean())
    assert p[0, 1] == pytest.approx(np.mean(counts >= observed[0, 1]))


def _runs(rng, people, segments, long):
    """Two themes that know nothing of each other, in runs of so many segments in the mean."""
    share = rng.beta(1.2, 8.8, (people, 2)).clip(0.01, 0.7)
    begin, marks = share / long / (1 - share), np.zeros((segments, people, 2), bool)
    marks[0] = rng.random((people, 2)) < share
    for at in range(1, segments):
        marks[at] = rng.random((people, 2)) < np.where(marks[at - 1], 1 - 1 / long, begin)
    return np.concatenate([marks[:, one] for one in range(people)])


def test_themes_that_go_on_for_some_segments_are_not_linked_by_that():
    """Runs of five segments: shuffled one by one they meet too often, moved along the talk they do not."""
    rng, who = np.random.default_rng(7), np.repeat(np.arange(38), 60)
    moved, shuffled = [], []
    for _ in range(150):
        codes = _runs(rng, 38, 60, 5)
        moved.append(cooccurrence.segment_pvalues(who, codes)[2][0, 1] <= 0.05)
        one, two = (np.bincount(who, codes[:, theme]) for theme in (0, 1))
        spread = np.sqrt(np.sum(one * two * (60 - one) * (60 - two) / 60**2 / 59))
        excess = np.sum(codes[:, 0] & codes[:, 1]) - np.sum(one * two / 60) - 0.5
        shuffled.append(stats.norm.sf(excess / spread) <= 0.05)

    assert np.mean(moved) <= 0.08
    assert np.mean(shuffled) > 0.12


def test_talkative_people_do_not_link_themes():
    """Some people speak of both themes a lot, apart: pooling links them, moves within people do not."""
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


def test_where_nobody_read_a_whole_interview_nothing_meets():
    """A study of drawn segments alone has no talk to move a theme along."""
    observed, expected, p = cooccurrence.segment_pvalues([], np.zeros((0, 3)))

    assert observed.tolist() == expected.tolist() == np.zeros((3, 3)).tolist()
    assert np.isnan(p).all()


def test_a_theme_in_no_segment():
    """Nothing to link: NaN, and zero counts."""
    observed, expected, p = cooccurrence.segment_pvalues([0, 0, 1], [[1, 0], [0, 0], [1, 0]])

    assert (observed[0, 1], expected[0, 1]) == (0, 0)
    assert np.isnan(p).all()
