"""Intervals of proportions and their differences: published values, coverage, ends, ugly input."""

import numpy as np
import pytest
from scipy import stats

from peerstudy.statistics import proportions, stratified

# x1, n1, x2, n2, then low and high of Miettinen-Nurminen, Mee, Newcombe, Agresti-Caffo; None: not published.
# Newcombe 1998 a-h; Perondi 2004; Ritland 2007; Gart & Nam; an outcome of a study of 12 against 26.
PUBLISHED = {
    "a": (56, 70, 48, 80, (0.0528, 0.3382), (0.0533, 0.3377), (0.0524, 0.3339), (0.0525, 0.3358)),
    "b": (9, 10, 3, 10, (0.1700, 0.8406), (0.1821, 0.8370), (0.1705, 0.8090), (0.1600, 0.8400)),
    "c": (6, 7, 2, 7, (0.0342, 0.8534), (0.0544, 0.8478), (0.0582, 0.8062), (0.0338, 0.8551)),
    "d": (5, 56, 0, 29, (-0.0326, 0.1933), (-0.0313, 0.1926), (-0.0381, 0.1926), (-0.0289, 0.1712)),
    "e": (0, 10, 0, 20, (-0.1658, 0.2844), (-0.1611, 0.2775), (-0.1611, 0.2775), (-0.1411, 0.2168)),
    "f": (0, 10, 0, 10, (-0.2879, 0.2879), (-0.2775, 0.2775), (-0.2775, 0.2775), (-0.2212, 0.2212)),
    "g": (10, 10, 0, 20, (0.7156, 1), (0.7225, 1), (0.6791, 1), (0.6922, 1)),
    "h": (10, 10, 0, 10, (0.6636, 1), (0.6777, 1), (0.6075, 1), (0.6122, 1)),
    "Perondi": (7, 34, 1, 34, (0.0270, 0.3453), (0.0284, 0.3439), (0.0189, 0.3404), (0.0116, 0.3217)),
    "Ritland": (0, 16, 15, 72, (-0.3164, -0.0056), None, None, None),
    "12 against 26": (9, 12, 8, 26, (0.0974, 0.6824), None, (0.1008, 0.6575), None),
    "Gart-Nam": (7, 25, 2, 25, None, (-0.0144, 0.4124), None, None),
}
DIFFERENCES = (
    proportions.miettinen_nurminen,
    proportions.mee,
    proportions.newcombe,
    proportions.agresti_caffo,
)


@pytest.mark.parametrize("example", PUBLISHED)
def test_published_differences(example):
    """Worked examples come out to the printed digits, for four intervals."""
    x1, n1, x2, n2, *published = PUBLISHED[example]
    for interval, limits in zip(DIFFERENCES, published, strict=True):
        found = interval(x1, n1, x2, n2, level=0.95)

        assert limits is None or (round(found.low, 4), round(found.high, 4)) == limits
        assert found.estimate == pytest.approx(x1 / n1 - x2 / n2)


def test_coverage_at_12_against_26():
    """Miettinen-Nurminen covers 93% everywhere and 95-96% on average; Wald, in the same grid, fails."""
    grid = np.linspace(0.02, 0.98, 49)
    truth = np.subtract.outer(grid, grid)
    first, second = (stats.binom.pmf(np.arange(n + 1)[:, None], n, grid) for n in (12, 26))

    def coverage(limits):
        covered = np.zeros((49, 49))
        for (x1, x2), (low, high) in limits.items():
            covered += np.outer(first[x1], second[x2]) * ((low <= truth) & (truth <= high))
        return covered

    outcomes = [(x1, x2) for x1 in range(13) for x2 in range(27)]
    ours = {o: proportions.miettinen_nurminen(o[0], 12, o[1], 26, level=0.95)[1:] for o in outcomes}
    wald = {}
    for x1, x2 in outcomes:
        p, q = x1 / 12, x2 / 26
        half = 1.96 * np.sqrt(p * (1 - p) / 12 + q * (1 - q) / 26)
        wald[x1, x2] = (p - q - half, p - q + half)
    good, bad = coverage(ours), coverage(wald)

    assert good.min() >= 0.930
    assert 0.950 <= good.mean() <= 0.960
    assert bad.min() < 0.60


@pytest.mark.parametrize("interval", DIFFERENCES)
def test_swapping_groups_negates_the_difference(interval):
    """The interval of p2 - p1 is that of p1 - p2, mirrored."""
    for x1, x2 in [(9, 8), (0, 7), (12, 26), (12, 0), (0, 0)]:
        one, other = interval(x1, 12, x2, 26, level=0.9), interval(x2, 26, x1, 12, level=0.9)

        np.testing.assert_allclose([one.low, one.high], [-other.high, -other.low], atol=1e-9)


@pytest.mark.parametrize("interval", DIFFERENCES)
def test_a_difference_stays_within_its_range(interval):
    """Limits surround the estimate and never leave [-1, 1], for every outcome of a design."""
    for x1 in range(8):
        for x2 in range(12):
            found = interval(x1, 7, x2, 11, level=0.95)

            assert -1 <= found.low <= found.high <= 1
            if interval is not proportions.agresti_caffo:
                assert found.low <= found.estimate <= found.high


def test_one_proportion():
    """Never seen in 12, 26 or 38 people still allows 26.5%, 13.2% or 9.3%."""
    highs = [round(proportions.clopper_pearson(0, n, level=0.95).high, 3) for n in (12, 26, 38)]
    one_sided = [round(proportions.clopper_pearson(0, n, level=0.90).high, 3) for n in (12, 26, 38)]

    assert highs == [0.265, 0.132, 0.093]
    assert one_sided == [0.221, 0.109, 0.076]


@pytest.mark.parametrize(
    ("ours", "method"), [(proportions.wilson, "wilson"), (proportions.clopper_pearson, "exact")]
)
def test_scipy_agrees_on_one_proportion(ours, method):
    """Wilson and Clopper-Pearson are scipy's, ends included."""
    for x in range(13):
        expected = stats.binomtest(x, 12).proportion_ci(0.95, method=method)
        found = ours(x, 12, level=0.95)

        np.testing.assert_allclose([found.low, found.high], [expected.low, expected.high], atol=1e-12)


def test_nobody_is_undefined():
    """A proportion of nobody is NaN, not 0."""
    found = [proportions.wilson(0, 0, level=0.95), *(f(0, 0, 3, 9, level=0.95) for f in DIFFERENCES)]

    assert np.isnan(found).all()


def test_a_one_sided_limit_is_an_end_of_a_wider_interval():
    """At 95 % the upper end of the interval of 90 %; at 50 % and less, where no such interval is, a limit."""
    both = [proportions.clopper_pearson(x, 12, level=0.9).high for x in range(13)]
    assert [proportions.at_most(x, 12, level=0.95) for x in range(13)] == pytest.approx(both)
    assert proportions.at_most(0, 12, level=0.5) == pytest.approx(1 - 0.5 ** (1 / 12))
    assert np.isnan(proportions.at_most(0, 0, level=0.95))


def test_impossible_input_is_named():
    """Wrong counts and levels are errors that show the value."""
    with pytest.raises(ValueError, match="13 of 12"):
        proportions.mee(13, 12, 0, 9, level=0.95)
    with pytest.raises(ValueError, match="95"):
        proportions.clopper_pearson(1, 12, level=95)


def test_one_stratum_is_no_stratum():
    """And one that holds people of a single group tells nothing of a difference."""
    alone = stratified.miettinen_nurminen([(9, 12, 8, 26)], level=0.95)
    beside = stratified.miettinen_nurminen([(9, 12, 8, 26), (4, 5, 0, 0), (0, 0, 1, 7)], level=0.95)

    assert alone == pytest.approx(proportions.miettinen_nurminen(9, 12, 8, 26, level=0.95))
    assert beside == pytest.approx(alone)
    assert np.isnan(stratified.miettinen_nurminen([(4, 5, 0, 0)], level=0.95)).all()


def test_strata_explain_what_they_explain():
    """No difference within a stratum, much between them: all people together seem to differ, and do not."""
    rng, kept, naive = np.random.default_rng(6), [], []
    for _ in range(300):
        counts = [(rng.binomial(15, 0.75), 15, rng.binomial(5, 0.75), 5)]
        counts += [(rng.binomial(5, 0.25), 5, rng.binomial(13, 0.25), 13)]
        low, high = stratified.miettinen_nurminen(counts, level=0.95)[1:]
        kept.append(low <= 0 <= high)
        low, high = proportions.miettinen_nurminen(*np.sum(counts, axis=0), level=0.95)[1:]
        naive.append(low <= 0 <= high)

    assert np.mean(kept) >= 0.93
    assert np.mean(naive) < 0.85
