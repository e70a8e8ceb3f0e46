"""Kappas and their kin against the values that textbooks and irrCAC 0.4.4 print."""

from collections.abc import Callable

import numpy as np
import published_codings as published
import pytest

from peerstudy.agree import alpha, distances
from peerstudy.agree import coefficients as c
from peerstudy.agree.coincidences import Coincidences, from_values, given
from peerstudy.agree.disagreement import Disagreement

Coefficient = Callable[[Coincidences, np.ndarray], Disagreement]


def distance(weights: str, values: np.ndarray) -> np.ndarray:
    codes = given(values)
    return {
        "identity": lambda: distances.nominal(len(codes)),
        "linear": lambda: distances.linear(codes),
        "quadratic": lambda: distances.quadratic(codes),
        "ordinal": lambda: distances.ranks(len(codes)),
    }[weights]()


def estimate(coefficient: Coefficient, values: np.ndarray, weights: str = "identity") -> float:
    return float(coefficient(from_values(values).whole(), distance(weights, values)).estimate)


@pytest.mark.parametrize(("data", "weights"), published.IRRCAC)
def test_every_coefficient_of_irrcac(data, weights):
    """Alpha, AC1/AC2, Fleiss, Conger and Brennan-Prediger, codes missing, three kinds of weights."""
    methods = [alpha.by_distance, c.gwet, c.fleiss, c.conger, c.brennan_prediger]
    found = tuple(round(estimate(method, published.GWET[data], weights), 5) for method in methods)

    assert found == published.IRRCAC[data, weights]


def standard_error(coefficient: Coefficient, values: np.ndarray) -> float:
    """Standard error for independent units, from the slope of the coefficient in the sums of each unit.

    Units that one coder coded count as irrCAC counts them: as zeros, their share being fixed.
    """
    n, step, nominal = len(values), 1e-5, distance("identity", values)
    units = from_values(values, clusters=np.arange(n))
    whole = units.whole()

    def share(sums: Coincidences) -> np.ndarray:
        return sums.units[..., 2:].sum(axis=-1) / sums.units.sum(axis=-1)

    def moved(size: float) -> np.ndarray:
        parts = zip(vars(whole).values(), vars(units).values(), strict=True)
        sums = Coincidences(*(total + size * unit for total, unit in parts))
        return coefficient(sums, nominal).estimate * share(sums) / share(whole)

    slopes = (moved(step) - moved(-step)) / (2 * step)
    return float(np.sqrt(n / (n - 1) * np.square(slopes).sum()))


@pytest.mark.parametrize("data", published.IRRCAC_ERRORS)
def test_standard_errors_of_irrcac(data):
    """The sums carry what each unit contributes: its slopes give the errors that irrCAC prints."""
    methods = [c.gwet, c.fleiss, c.conger, c.brennan_prediger]
    found = tuple(round(standard_error(method, published.GWET[data]), 5) for method in methods)

    assert found == published.IRRCAC_ERRORS[data]


def test_intervals_of_irrcac():
    """Four raters, 12 units drawn independently: the lower ends that irrCAC prints."""
    values = published.GWET["four raters"]
    methods = [c.gwet, c.fleiss, c.conger, c.brennan_prediger]
    low = [estimate(method, values) - 2.200985 * standard_error(method, values) for method in methods]

    assert low == pytest.approx([0.46081, 0.42438, 0.43450, 0.45421], abs=6e-6)


@pytest.mark.parametrize(
    ("coefficient", "values", "printed"),
    [
        (c.cohen, published.COHEN_37, -0.092308),
        (c.cohen, published.pairs([[20, 5], [10, 15]]), 0.4),
        (c.cohen, published.PARADOX, 0.3144),
        (c.cohen, published.ABSTRACTORS, 0.79641),
        (c.cohen, published.DIAGNOSES, 0.4315),
        (c.cohen, published.WINNIPEG, 0.2079),
        (c.cohen, published.NEW_ORLEANS, 0.2965),
        (c.cohen, published.COUPLES, 0.1293),
        (c.cohen, published.KRIPPENDORFF_2004_ALIKE, 0.186),
        (c.cohen, published.KRIPPENDORFF_2004_APART, 0.258),
        (c.fleiss, published.KRIPPENDORFF_2004_ALIKE, 0.186),
        (c.fleiss, published.KRIPPENDORFF_2004_APART, 0.186),
        (c.fleiss, published.ABSTRACTORS, 0.79624),
        (c.fleiss, published.DIAGNOSES, 0.43034),
        (c.fleiss, published.FLEISS, 0.430),
        (c.fleiss, published.FOURTEEN_RATERS, 0.209931),
        (c.fleiss, published.pairs([[8, 1], [0, 1]]), 0.6078),
        (c.brennan_prediger, published.FOURTEEN_RATERS, 0.222527),
        (c.brennan_prediger, published.KRIPPENDORFF_2004_ALIKE, 0.190),
        (c.brennan_prediger, published.ABSTRACTORS, 0.835),
        (c.brennan_prediger, published.DIAGNOSES, 0.44993),
        (c.pabak, published.PARADOX, 0.7),
        (c.gwet, published.PARADOX, 0.808),
        (c.gwet, published.COHEN_37, -0.04797),
        (c.gwet, published.COHEN_45, 0.57597),
        (c.gwet, published.LIKERT_4, 0.58046),
        (c.gwet, published.LIKERT_5, 0.57997),
        (c.gwet, published.pairs([[8, 1], [0, 1]]), 0.8658),
        (c.gwet, published.ABSTRACTORS, 0.84933),
        (c.gwet, published.DIAGNOSES, 0.45616),
        (c.raw, published.KRIPPENDORFF_2004_ALIKE, 0.460),
        (c.raw, published.ABSTRACTORS, 0.89),
        (c.raw, published.DIAGNOSES, 0.58744),
        (c.raw, published.FLEISS, 0.5556),
    ],
)
def test_unweighted_as_printed(coefficient, values, printed):
    """The printed digits."""
    digits = max(len(f"{abs(printed)}") - len("0."), 3)

    assert round(estimate(coefficient, values), digits) == printed


@pytest.mark.parametrize(
    ("coefficient", "values", "weights", "printed", "digits"),
    [
        (c.brennan_prediger, published.FOUR_OBSERVERS, "quadratic", 0.902, 3),
        (c.brennan_prediger, published.FOUR_OBSERVERS, "linear", 0.848, 3),
        (c.brennan_prediger, published.FOUR_OBSERVERS, "ordinal", 0.886, 3),
        (c.conger, published.FOUR_OBSERVERS, "quadratic", 0.858, 3),
        (c.fleiss, published.FOUR_OBSERVERS, "quadratic", 0.865, 3),
        (c.gwet, published.FOUR_OBSERVERS, "quadratic", 0.914, 3),
        (c.gwet, published.FOUR_OBSERVERS, "ordinal", 0.89894, 5),
        (c.gwet, published.PARADOX, "quadratic", 0.808, 3),
        (c.gwet, published.COHEN_37, "quadratic", 0.1831, 4),
        (c.gwet, published.COHEN_45, "quadratic", 0.63855, 5),
        (c.gwet, published.LIKERT_4, "quadratic", 0.84028, 5),
        (c.gwet, published.LIKERT_5, "quadratic", 0.87005, 5),
    ],
)
def test_weighted_as_printed(coefficient, values, weights, printed, digits):
    """The printed digits, with weights."""
    assert round(estimate(coefficient, values, weights), digits) == printed


@pytest.mark.parametrize(
    ("values", "weights", "agreement", "chance"),
    [
        (published.PARADOX, "identity", 0.85, 0.21875),
        (published.COHEN_37, "identity", 0.29, 0.3225),
        (published.COHEN_45, "quadratic", 0.85, 0.585),
        (published.LIKERT_4, "quadratic", 0.95438596491228, 0.714406484046373),
        (published.LIKERT_5, "identity", 0.662921348314607, 0.197497159449564),
    ],
)
def test_both_sides_of_gwet(values, weights, agreement, chance):
    """Observed and chance agreement of AC1 and AC2, to all printed digits."""
    found = c.gwet(from_values(values).whole(), distance(weights, values))

    assert 1 - float(found.observed) == pytest.approx(agreement, abs=1e-13)
    assert 1 - float(found.expected) == pytest.approx(chance, abs=1e-13)


def test_chance_and_each_category_of_fleiss():
    """Fleiss 1971 rounded on the way: rounded so, his digits come out; ours lie within .004 of them."""
    printed = [0.248, 0.248, 0.517, 0.470, 0.565]
    counts = np.stack([(code == published.FLEISS).sum(axis=1) for code in range(1, 6)], axis=1)
    share = np.round(counts.sum(axis=0) / 180, 3)
    met = np.round((np.square(counts).sum(axis=0) - 180 * share) / (180 * 5 * share), 3)
    ours = [estimate(c.fleiss, (code == published.FLEISS).astype(float)) for code in range(1, 6)]
    chance = 1 - float(c.fleiss(from_values(published.FLEISS).whole(), distances.nominal(5)).expected)

    assert np.round((met - share) / (1 - share), 3).tolist() == printed
    assert ours == pytest.approx(printed, abs=0.004)
    assert round(np.square(share).sum(), 4) == 0.2201
    assert chance == pytest.approx(0.2201, abs=2e-4)


def test_specific_agreement_of_two_coders():
    """Twice the cell both chose, in parts of all choices of the category: 2a / (2a + b + c)."""
    sums = from_values(published.PARADOX).whole()

    assert float(c.specific(sums, 0).estimate) == pytest.approx(160 / 175)
    assert float(c.specific(sums, 1).estimate) == pytest.approx(10 / 25)


def test_specific_agreement_of_several_coders():
    """Fleiss 1971: a code of a category is met by the same code, pair by pair."""
    counts = np.stack([(code == published.FLEISS).sum(axis=1) for code in range(1, 6)], axis=1)
    by_hand = (counts * (counts - 1)).sum(axis=0) / (counts * 5).sum(axis=0)
    sums = from_values(published.FLEISS).whole()

    assert [float(c.specific(sums, k).estimate) for k in range(5)] == pytest.approx(by_hand.tolist())


def test_two_coders_make_conger_cohen():
    """With two coders who read everything Conger's kappa is Cohen's."""
    assert estimate(c.conger, published.DIAGNOSES) == pytest.approx(estimate(c.cohen, published.DIAGNOSES))


def test_cohen_compares_only_what_both_read():
    """A unit that one coder skipped says nothing about either coder's habits."""
    both = ~np.isnan(published.GWET["ben and gerry"]).any(axis=1)
    complete = published.GWET["ben and gerry"][both]

    assert estimate(c.cohen, published.GWET["ben and gerry"]) == pytest.approx(estimate(c.cohen, complete))


@pytest.mark.parametrize("coefficient", [c.cohen, c.pabak])
def test_two_coders_only(coefficient):
    """Cohen's kappa and PABAK are for two coders: NaN for four."""
    assert np.isnan(estimate(coefficient, (published.FOUR_OBSERVERS > 2) * 1.0))


@pytest.mark.parametrize("coefficient", [c.cohen, c.conger, c.fleiss])
def test_one_code_only_is_undefined(coefficient):
    """Where nobody ever used another code, chance agrees always: NaN, neither 0 nor 1."""
    sums = from_values(np.zeros((20, 2)), categories=[0, 1]).whole()

    assert np.isnan(coefficient(sums, distances.nominal(2)).estimate)


@pytest.mark.parametrize(
    "coefficient",
    [c.raw, c.cohen, c.conger, c.fleiss, c.brennan_prediger, c.pabak, c.gwet, alpha.by_distance],
)
def test_nothing_compared_is_undefined(coefficient):
    """No unit read by two coders: NaN."""
    sums = from_values([[0, np.nan], [np.nan, 1]], categories=[0, 1]).whole()

    assert np.isnan(coefficient(sums, distances.nominal(2)).estimate)


def test_a_category_nobody_used_has_no_specific_agreement():
    """Positive agreement on a theme that nobody found: NaN."""
    sums = from_values(np.zeros((20, 2)), categories=[0, 1]).whole()

    assert np.isnan(c.specific(sums, 1).estimate)
    assert float(c.specific(sums, 0).estimate) == 1


@pytest.mark.parametrize(
    "coefficient", [c.raw, c.conger, c.fleiss, c.brennan_prediger, c.gwet, alpha.by_distance]
)
def test_order_of_units_and_coders_is_nothing(coefficient):
    """Shuffled units and renamed coders change nothing."""
    rng = np.random.default_rng(3)
    values = published.GWET["five observers"]
    shuffled = rng.permutation(rng.permutation(values), axis=1)

    assert estimate(coefficient, shuffled) == pytest.approx(estimate(coefficient, values))
