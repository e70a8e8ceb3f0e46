"""Other tests and intervals of the literature beside ours: printed values, and where they fall short."""

import numpy as np
import pytest
from comparators import (
    exact_mid_p_odds,
    gart_nam,
    katz,
    newcombe_ratio,
    price_bonett,
    rounded,
    wald,
)
from scipy import special, stats

from peerstudy.statistics import exact2x2, nuisance, odds, proportions, ratios

PERONDI, RITLAND, LAMPASONA, TEA = (7, 34, 1, 34), (0, 16, 15, 72), (9, 13, 4, 14), (3, 4, 1, 4)
SAME = 1 + 1e-9  # equal statistics may differ in the last bit


def test_differences_of_perondi():
    """Perondi 2004: the difference is .1765; Wald leaves out 0, and with a continuity correction does not."""
    assert round(proportions.mee(*PERONDI, level=0.95).estimate, 4) == 0.1765
    assert rounded(wald(*PERONDI), 4) == (0.0292, 0.3238)
    assert rounded(wald(*PERONDI, continuity=True), 4) == (-0.0002, 0.3532)


def test_difference_of_ritland():
    """Ritland 2007: the difference of nobody and 15 of 72."""
    assert round(proportions.miettinen_nurminen(*RITLAND, level=0.95).estimate, 4) == -0.2083


def test_ratios_of_perondi():
    """Perondi 2004: Katz and Price-Bonett take in 1, which the exact test rejects; the score does not."""
    assert rounded(katz(*PERONDI), 4) == (0.9096, 53.8695)
    assert rounded(price_bonett(*PERONDI), 4) == (0.9205, 36.5449)
    assert ratios.miettinen_nurminen_ratio(*PERONDI, level=0.95).low > 1
    assert exact2x2.suissa_shuster(*PERONDI, gamma=0) < 0.05


@pytest.mark.parametrize(
    ("table", "limits"),
    [
        ((24, 73, 53, 65), (0.282, 0.563)),
        ((29, 55, 11, 11), (0.398, 0.761)),
        ((7, 18, 1, 18), (1.277, 40.751)),
    ],
)
def test_ratios_from_wilson_limits(table, limits):
    """Newcombe's ratio, made of our Wilson limits, is the printed one and close to the score interval."""
    found = newcombe_ratio(*table)

    assert rounded(found, 3) == limits
    np.testing.assert_allclose(
        found, ratios.miettinen_nurminen_ratio(*table, level=0.95)[1:], rtol=0.05, atol=0.02
    )


def test_odds_of_lampasona():
    """Lampasona 2013: the exact interval with mid-p tails, which leaves out 1 as mid-p rejects."""
    found = exact_mid_p_odds(*LAMPASONA)

    assert rounded(found, 4) == (1.0226, 31.5025)
    assert exact2x2.mid_p(*LAMPASONA) < 0.05
    np.testing.assert_allclose(found, odds.miettinen_nurminen_odds(*LAMPASONA, level=0.95)[1:], rtol=0.1)


@pytest.mark.parametrize(("table", "plain", "yates"), [(PERONDI, 0.02393, 0.05985), (TEA, 0.15730, 0.47950)])
def test_chi_squared(table, plain, yates):
    """Pearson's test oversteps 5 % and Yates's correction is timid; the exact p-value lies between them."""
    x1, n1, x2, n2 = table
    cells = [[x1, n1 - x1], [x2, n2 - x2]]
    found = [stats.chi2_contingency(cells, correction=correct).pvalue for correct in (False, True)]

    assert rounded(found, 5) == (plain, yates)
    assert plain < exact2x2.suissa_shuster(*table, gamma=0) < yates


def test_likelihood_ratio_of_the_lady_tasting_tea():
    """Three of four cups: likelihood ratio p .14798."""
    p = stats.chi2_contingency([[3, 1], [1, 3]], correction=False, lambda_="log-likelihood").pvalue

    assert round(p, 5) == 0.14798


def test_gart_and_nam():
    """7 of 25 against 2 of 25: likelihoods maximised one by one agree with our closed form."""
    plain = gart_nam(7, 25, 2, 25, skewness=False)

    assert rounded(plain, 3) == (-0.014, 0.412)
    assert rounded(gart_nam(7, 25, 2, 25, skewness=True), 3) == (-0.014, 0.414)
    np.testing.assert_allclose(plain, proportions.mee(7, 25, 2, 25, level=0.95)[1:], atol=1e-6)


def test_one_sided_barnard():
    """Scipy's printed example loses the mirror image of the table to rounding; our ties are whole."""
    x1, x2 = np.arange(16)[:, None], np.arange(16)[None, :]
    pooled = (x1 + x2) / 30
    z = (x1 - x2) / 15 / np.sqrt(np.where(pooled % 1 > 0, pooled * (1 - pooled), 1.0) * 2 / 15)
    scipy = stats.barnard_exact([[7, 12], [8, 3]], alternative="less")
    with_tie, z_without = exact2x2.size(z, alpha=z[7, 12] / SAME), z.copy()
    z_without[3, 8] = 0

    assert rounded((z[3, 8], z[7, 12], scipy.statistic), 6) == (-1.894338, -1.894338, -1.894338)
    assert rounded((scipy.pvalue, exact2x2.size(z_without, alpha=z[7, 12] / SAME)), 7) == (
        0.0340767,
        0.0340767,
    )
    assert round(with_tie, 7) == 0.0341092


def test_one_sided_boschloo():
    """Scipy's printed example; the size of our enumeration, of one-sided Fisher p-values, is its p-value."""
    x1, x2 = np.arange(118)[:, None], np.arange(64)[None, :]
    fisher = stats.hypergeom.sf(x1 - 1, 180, x1 + x2, 117)
    scipy = stats.boschloo_exact([[74, 31], [43, 32]], alternative="greater")

    assert rounded((fisher[74, 31], scipy.statistic), 7) == (0.0483122, 0.0483122)
    assert rounded((exact2x2.size(fisher, alpha=fisher[74, 31] * SAME), scipy.pvalue), 7) == (
        0.0355641,
        0.0355641,
    )


def test_two_sided_boschloo():
    """Ritland 2007: by the textbook .05236, with Berger and Boos .04780; by scipy's own definition .03873."""
    fisher = np.array([[exact2x2.fisher(a, 16, b, 72) for b in range(73)] for a in range(17)])
    rarer = fisher <= fisher[0, 15] * SAME
    x1, x2 = np.nonzero(rarer)
    given_total = stats.hypergeom.pmf(x1, 88, x1 + x2, 16)
    by_total = np.bincount(x1 + x2, given_total, minlength=89)
    low, high = special.betaincinv([15, 16], [74, 73], [5e-5, 1 - 5e-5])

    assert round(exact2x2.size(fisher, alpha=fisher[0, 15] * SAME), 5) == 0.05236
    assert round(nuisance.maximum(by_total[None, :], low, high)[0] + 1e-4, 5) == 0.04780
    assert round(stats.boschloo_exact([[0, 15], [16, 57]]).pvalue, 5) == 0.03873


def test_corpus_statistics_with_continuity():
    """Quanteda's test table with Yates's correction, and the critical values that corpus tools print."""
    assert round(stats.chi2_contingency([[7, 2], [3, 7]], correction=True).statistic, 6) == 2.632438
    assert rounded(stats.chi2.isf([0.05, 0.01, 0.001, 0.0001], 1), 4) == (3.8415, 6.6349, 10.8276, 15.1367)
