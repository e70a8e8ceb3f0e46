"""Adjusting for many themes: order, correlation, published values, and the naive answer failing."""

import numpy as np
import pytest

from peerstudy.statistics import multiplicity, permutation, studentised

SPLIT = np.repeat([1, 0], [12, 26])
MOVED = permutation.assignments(SPLIT, strata=None, families=None, permutations=999, seed=2)


def statistics(values):
    return studentised.welch(values, SPLIT), studentised.welch(values, MOVED)


@pytest.fixture(scope="module")
def correlated():
    rng = np.random.default_rng(4)
    values = (
        rng.normal(size=(38, 8)) + rng.normal(size=(38, 1)) + 1.2 * np.outer(SPLIT, [1, 1, 0, 0, 0, 0, 0, 0])
    )
    return statistics(values)


def max_t_by_hand(observed, permuted):
    """Westfall and Young's algorithm as printed, in loops."""
    order = sorted(range(len(observed)), key=lambda k: -abs(observed[k]))
    raw = []
    for rank, theme in enumerate(order):
        rest = order[rank:]
        hits = sum(max(abs(row[k]) for k in rest) >= abs(observed[theme]) for row in permuted)
        raw.append((hits + 1) / (len(permuted) + 1))
    adjusted = [max(raw[: rank + 1]) for rank in range(len(order))]
    return [adjusted[order.index(k)] for k in range(len(observed))]


def test_max_t_is_the_printed_algorithm(correlated):
    """Matrix operations and loops agree."""
    np.testing.assert_allclose(multiplicity.max_t(*correlated), max_t_by_hand(*correlated))


def test_min_p_is_max_t_on_the_scale_of_pvalues(correlated):
    """Each theme's statistics replaced by their rarity, then the same algorithm."""
    everything = np.abs(np.vstack(correlated))
    rarity = np.array([[1 / np.mean(column >= value) for value in column] for column in everything.T]).T

    np.testing.assert_allclose(multiplicity.min_p(*correlated), max_t_by_hand(rarity[0], rarity[1:]))


@pytest.mark.parametrize("adjust", [multiplicity.max_t, multiplicity.min_p])
def test_adjusted_is_never_below_raw(adjust, correlated):
    """Looking at more themes can only weaken each of them, and keeps their order."""
    raw, adjusted = permutation.pvalues(*correlated), adjust(*correlated)

    assert np.all(adjusted >= raw - 1e-12)
    assert adjusted[np.argmin(raw)] == adjusted.min()


@pytest.mark.parametrize("adjust", [multiplicity.max_t, multiplicity.min_p])
def test_repeating_a_theme_costs_nothing(adjust):
    """Correlation is used: ten copies of one theme are one theme, where Bonferroni would multiply by ten."""
    values = np.random.default_rng(6).normal(size=(38, 1)) + SPLIT[:, None]
    raw = permutation.pvalues(*statistics(values))

    np.testing.assert_allclose(adjust(*statistics(np.repeat(values, 10, axis=1))), np.repeat(raw, 10))


@pytest.mark.parametrize("adjust", [multiplicity.max_t, multiplicity.min_p])
def test_untestable_themes_do_not_count(adjust):
    """A theme that nobody mentions stays NaN and does not weaken the others."""
    values = np.random.default_rng(7).normal(size=(38, 3))
    alone = adjust(*statistics(values))
    among = adjust(*statistics(np.column_stack([np.zeros(38), values])))

    np.testing.assert_array_equal(among, [np.nan, *alone])


def test_family_error_is_kept_where_raw_pvalues_lose_it():
    """Twenty themes without any difference: maxT errs in about 5% of studies, raw p-values in most."""
    rng = np.random.default_rng(8)
    least = []
    for _ in range(300):
        observed, permuted = statistics(rng.normal(size=(38, 20)) + 0.6 * rng.normal(size=(38, 1)))
        raw, adjusted = permutation.pvalues(observed, permuted), multiplicity.max_t(observed, permuted)
        least.append((raw.min(), adjusted.min()))
    raw, adjusted = (np.array(least) <= 0.05).mean(0)

    assert adjusted <= 0.085
    assert raw > 0.35


def test_presence_needs_the_score():
    """A difference of .45 among 20 themes: the score finds it more often than Welch's t."""
    rng = np.random.default_rng(9)
    chance = np.linspace(0.1, 0.6, 20) + np.outer(SPLIT, np.arange(20) == 4) * 0.45
    found = []
    for _ in range(150):
        said = (rng.random((38, 20)) < chance).astype(float)
        found.append(
            [
                multiplicity.max_t(test(said, SPLIT), test(said, MOVED))[4] <= 0.05
                for test in (studentised.pooled, studentised.welch)
            ]
        )
    score, welch = np.mean(found, axis=0)

    assert score > welch + 0.07


def test_benjamini_hochberg_1995():
    """Their 15 p-values: Bonferroni finds 3, the false discovery rate 4."""
    first = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    published = np.array([*first, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0])

    assert np.sum(multiplicity.false_discovery(published) <= 0.05) == 4
    assert np.sum(published * 15 <= 0.05) == 3


def test_false_discovery_of_nothing():
    """No testable theme gives NaN, not an error."""
    assert np.isnan(multiplicity.false_discovery(np.array([np.nan]))).all()
    assert multiplicity.false_discovery(np.array([])).size == 0


def test_holm_rejects_as_published():
    """.01, .04, .03, .005 are adjusted to .03, .06, .06, .02 (the four-test example of R's p.adjust)."""
    p = np.array([0.01, 0.04, 0.03, 0.005])
    assert multiplicity.holm(p) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert multiplicity.holm(np.array([0.6, 0.7])).tolist() == [1.0, 1.0]
