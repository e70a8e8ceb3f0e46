"""Krippendorff's alpha against the values that its author and others printed."""

import numpy as np
import published_codings as published
import pytest

from peerstudy.agree import alpha, distances
from peerstudy.agree.coincidences import Coincidences, from_values, given


def four_metrics(values: np.ndarray) -> list[float]:
    sums, codes = from_values(values).whole(), given(values)
    found = [alpha.nominal(sums), alpha.ordinal(sums), alpha.interval(sums, codes), alpha.ratio(sums, codes)]
    return [float(each.estimate) for each in found]


@pytest.mark.parametrize(
    ("values", "nominal", "ordinal", "interval", "ratio", "digits"),
    [
        (published.FOUR_OBSERVERS, 0.7434211, 0.8153875, 0.8491071, 0.7974028, 7),
        (published.THREE_CODERS, 0.6913580, 0.8067214, 0.8108449, 0.8089437, 7),
        (published.HAYES, 0.4765, 0.7598, 0.7574, 0.6621, 4),
    ],
)
def test_each_metric_as_printed(values, nominal, ordinal, interval, ratio, digits):
    """Four metrics, values missing: the textbook's digits."""
    expected = [nominal, ordinal, interval, ratio]

    assert [round(each, digits) for each in four_metrics(values)] == expected


@pytest.mark.parametrize(
    ("values", "estimate", "digits"),
    [
        (published.JON_HAN, 0.0952381, 7),
        (published.BEN_GERRY, 0.6919643, 7),
        (published.KRIPPENDORFF_1980, 0.642, 3),
        (published.KRIPPENDORFF_2004, 0.734, 3),
        (published.FOUR_OBSERVERS, 0.743, 3),
        (published.ABSTRACTORS, 0.79726, 5),
        (published.DIAGNOSES, 0.43162, 5),
    ],
)
def test_nominal_as_printed(values, estimate, digits):
    """Unordered categories: the printed digits."""
    assert round(float(alpha.nominal(from_values(values).whole()).estimate), digits) == estimate


def test_interval_and_ratio_of_the_first_textbook():
    """Krippendorff 1980, p. 139: .547 and .483, beside .642 for unordered categories."""
    _, _, interval, ratio = four_metrics(published.KRIPPENDORFF_1980)

    assert (round(interval, 3), round(ratio, 3)) == (0.547, 0.483)


@pytest.mark.parametrize(
    ("values", "observed", "expected"),
    [
        (published.JON_HAN, 0.400, 0.442),
        (published.KRIPPENDORFF_2004, 0.1667, 0.6268),
        (published.FOUR_OBSERVERS, 0.200, 0.779),
    ],
)
def test_both_disagreements_as_printed(values, observed, expected):
    """Observed and expected disagreement: within a unit of the last printed digit (the book truncates)."""
    found = alpha.nominal(from_values(values).whole())

    assert float(found.observed) == pytest.approx(observed, abs=1e-3)
    assert float(found.expected) == pytest.approx(expected, abs=1e-3)


def test_ordinal_distance_of_the_textbook():
    """Krippendorff 2004: ranks given 9, 13, 10, 5, 0 and 3 times are so many codes apart."""
    apart = np.sqrt(distances.ordinal([9, 13, 10, 5, 0, 3]))

    assert apart[0].tolist() == [0, 11, 22.5, 30, 32.5, 34]
    assert apart[3].tolist() == [30, 19, 7.5, 0, 2.5, 4]


@pytest.mark.parametrize("weights", ["quadratic", "ordinal"])
@pytest.mark.parametrize("data", ["four raters", "five observers", "two groups", "gender"])
def test_weighted_as_gwet(data, weights):
    """Any other distance serves too: the weighted alphas of irrCAC, whose "ordinal" is not Krippendorff's."""
    codes = given(published.GWET[data])
    distance = distances.quadratic(codes) if weights == "quadratic" else distances.ranks(len(codes))
    found = alpha.by_distance(from_values(published.GWET[data]).whole(), distance)

    assert round(float(found.estimate), 5) == published.IRRCAC[data, weights][0]


def brute_force(values: np.ndarray) -> float:
    """Nominal alpha by its definition, pair by pair."""
    units = [unit[~np.isnan(unit)] for unit in values]
    units = [unit for unit in units if len(unit) > 1]
    everything = np.concatenate(units)
    n = len(everything)
    observed = sum((unit[:, None] != unit[None, :]).sum() / (len(unit) - 1) for unit in units) / n
    expected = (everything[:, None] != everything[None, :]).sum() / (n * (n - 1))
    return 1 - observed / expected


@pytest.mark.parametrize("seed", range(20))
def test_any_data_by_definition(seed):
    """Random codes, coders, gaps and participants: the sums say what the definition says, pair by pair."""
    rng = np.random.default_rng(seed)
    values = rng.integers(0, rng.integers(2, 7), size=(rng.integers(5, 60), rng.integers(2, 12))).astype(
        float
    )
    values[rng.random(values.shape) < rng.uniform(0, 0.6)] = np.nan
    people = rng.integers(0, 4, size=len(values))
    sums = from_values(values, clusters=people)
    without_first = from_values(values[people != 0]).whole()

    assert float(alpha.nominal(sums.whole()).estimate) == pytest.approx(brute_force(values))
    assert alpha.nominal(sums.without()).estimate[0] == pytest.approx(
        float(alpha.nominal(without_first).estimate)
    )


def test_units_too_many_kinds_to_number():
    """Forty coders make more kinds of unit than an integer holds: alpha stays what it is."""
    rng = np.random.default_rng(1)
    truth = rng.integers(0, 5, size=30)
    values = np.where(rng.random((30, 40)) < 0.7, truth[:, None], rng.integers(0, 5, (30, 40))).astype(float)

    assert float(alpha.nominal(from_values(values).whole()).estimate) == pytest.approx(brute_force(values))


def test_a_weight_is_so_many_units():
    """A row of weight 3 is three units."""
    values, weights = published.BEN_GERRY, np.arange(12) % 3 + 1
    weighted = from_values(values, weights=weights).whole()
    repeated = from_values(np.repeat(values, weights, axis=0)).whole()

    assert float(alpha.nominal(weighted).estimate) == pytest.approx(float(alpha.nominal(repeated).estimate))


@pytest.mark.parametrize(
    "values",
    [np.empty((0, 2)), [[1, np.nan], [np.nan, 2]], [[1, 1], [1, 1]], [[np.nan, np.nan]]],
    ids=["no unit", "no unit read twice", "one code only", "nothing read"],
)
def test_undefined_is_neither_0_nor_1(values):
    """Nothing compared, or nothing to tell apart: NaN."""
    assert np.isnan(alpha.nominal(from_values(values).whole()).estimate)


def test_categories_nobody_used_change_nothing():
    """Krippendorff's alpha depends on codes given, not on codes on offer."""
    sums = from_values(published.BEN_GERRY, categories=np.arange(9)).whole()

    assert round(float(alpha.nominal(sums).estimate), 7) == 0.6919643


def test_an_unknown_code_is_named():
    """A code outside the categories stops with its value and the ones allowed."""
    with pytest.raises(ValueError, match=r"\[7.0\] not among the categories \[0.0, 1.0\]"):
        from_values([[0, 1], [7, 1]], categories=[0, 1])


def test_a_list_is_no_table():
    """Values without coders are refused."""
    with pytest.raises(ValueError, match="units by coders"):
        from_values([1, 2, 3])


def test_a_ratio_scale_has_no_negative_value():
    """A negative value is named."""
    with pytest.raises(ValueError, match=r"no negative value, found \[-1.0\]"):
        distances.ratio([-1, 0, 2])


def test_leading_axes_are_free():
    """Sums of several studies at once give the alpha of each."""
    one, other = from_values(published.JON_HAN).whole(), from_values(1 - published.JON_HAN[:7]).whole()
    both = Coincidences(
        *(np.stack(pair) for pair in zip(vars(one).values(), vars(other).values(), strict=True))
    )
    apart = [float(alpha.nominal(one).estimate), float(alpha.nominal(other).estimate)]

    assert alpha.nominal(both).estimate.tolist() == apart
