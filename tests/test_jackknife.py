"""Intervals that leave out one participant at a time."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from peerstudy.agree import alpha
from peerstudy.agree.coincidences import from_values
from peerstudy.statistics import jackknife

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "agreement.py"


@pytest.fixture(scope="module")
def benchmark():
    """The simulation that benchmarks/agreement.py runs at full size."""
    spec = importlib.util.spec_from_file_location("benchmark_of_agreement", BENCHMARK)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("participants", "least"), [(38, 0.935), (10, 0.925)])
def test_the_interval_covers_and_the_unit_bootstrap_does_not(benchmark, participants, least):
    """Segments clustered in participants: jackknife-t near 95 %, the usual bootstrap of units near half."""
    design = benchmark.DESIGNS[f"{participants} participants x 60 segments"]
    found = benchmark.coverage(design, studies=4000, resamples=50, seed=5)

    assert least <= found["jackknife"] <= 0.965
    assert found["bootstrap"] <= 0.6


def test_by_hand():
    """Four participants: centre, spread and t with three degrees of freedom on the scale of the logarithm."""
    estimate, without = np.array(0.7), np.array([0.68, 0.7, 0.72, 0.71])
    logs = np.log(1 - without)
    error = np.sqrt(3 / 4 * np.square(logs - logs.mean()).sum())
    low, high, reason = jackknife.interval(estimate, without, level=0.95)

    assert float(low) == pytest.approx(1 - np.exp(np.log(0.3) + 3.182446 * error))
    assert float(high) == pytest.approx(1 - np.exp(np.log(0.3) - 3.182446 * error))
    assert str(reason) == ""


@pytest.mark.parametrize(
    ("estimate", "without", "reason"),
    [
        (0.5, [0.5], jackknife.FEW),
        (0.5, [], jackknife.FEW),
        (1.0, [1.0, 1.0, 1.0], jackknife.FULL),
        (0.9, [0.9, 1.0, 0.8], jackknife.ONE),
        (0.9, [0.9, np.nan, 0.8], jackknife.LOST),
        (0.9, [0.9, 0.9, 0.9], jackknife.ALIKE),
    ],
)
def test_no_interval_says_why(estimate, without, reason):
    """Where there is no interval both ends are NaN and the reason is in words."""
    found = jackknife.interval(np.array(estimate), np.array(without, dtype=float), level=0.95)

    assert np.isnan(found.low)
    assert np.isnan(found.high)
    assert str(found.reason) == reason


def test_participants_who_weigh_unequally_count_as_fewer():
    """One of ten participants decides: as much spread as with ten alike, but a wider interval."""
    alike, one = np.array([-0.02, 0.02] * 5), np.array([0.0] * 9 + [0.02 * np.sqrt(10 / 0.9)])
    without = 1 - 0.5 * np.exp(np.column_stack([alike, one]))
    low, high, _ = jackknife.interval(np.array([0.5, 0.5]), without, level=0.95)

    assert np.var(alike) == pytest.approx(np.var(one))
    assert (high - low)[1] > 1.3 * (high - low)[0]


def test_an_undefined_agreement_has_no_interval_and_no_second_reason():
    """The reason why the coefficient is undefined stands elsewhere."""
    found = jackknife.interval(np.array(np.nan), np.array([np.nan, np.nan]), level=0.95)

    assert np.isnan(found.low)
    assert str(found.reason) == ""


def test_many_estimates_at_once():
    """Shapes follow the estimates: one interval each."""
    estimate, without = np.array([0.5, 1.0]), np.array([[0.4, 1.0], [0.5, 1.0], [0.6, 1.0]])
    found = jackknife.interval(estimate, without, level=0.9)

    assert np.isnan(found.low).tolist() == [False, True]
    assert found.low[0] < 0.5 < found.high[0] < 1


def test_leaving_out_is_subtracting():
    """The sums without a participant are those of a study that never had them."""
    rng = np.random.default_rng(2)
    values, people = rng.integers(0, 3, (60, 3)).astype(float), rng.integers(0, 5, 60)
    values[rng.random((60, 3)) < 0.2] = np.nan
    left_out = alpha.nominal(from_values(values, clusters=people).without()).estimate
    never_had = [float(alpha.nominal(from_values(values[people != p]).whole()).estimate) for p in range(5)]

    assert left_out == pytest.approx(never_had)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_level_is_a_share(level):
    """95 is refused where .95 is meant."""
    with pytest.raises(ValueError, match=f"between 0 and 1, not {level}"):
        jackknife.interval(np.array(0.5), np.array([0.4, 0.6]), level=level)
