"""The release simulation in small: the corrected estimate holds in cells where the naive one fails."""

import importlib.util
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "benchmarks" / "simulate.py"


@pytest.fixture(scope="module")
def simulate():
    spec = importlib.util.spec_from_file_location("simulate", SOURCE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_differential_error(simulate):
    """A machine worse in one group, no difference: naive finds one in most studies, corrected in about 5%."""
    cell = simulate.Cell(0.15, 0.15, 0.10, "differential", (12, 26), 0.15, 60)
    row = simulate.simulate(cell, runs=400, seed=1)

    assert row["rejects_naive"] > 0.5
    assert row["rejects_corrected"] <= 0.09
    assert abs(row["bias_corrected"]) <= 0.01
    assert row["withheld"] == ""


def test_a_real_difference(simulate):
    """Salience .25 against .12: covered, and found more often than from hand codes alone."""
    cell = simulate.Cell(0.25, 0.12, 0.10, "same", (12, 26), 0.15, 60)
    row = simulate.simulate(cell, runs=400, seed=2)

    assert row["coverage_corrected"] >= 0.91
    assert row["rejects_corrected"] > row["rejects_labels"]
    assert row["coverage_naive"] < 0.90


def test_a_good_machine_narrows_the_interval(simulate):
    """Sensitivity .92 and specificity .98: at least a tenth narrower than labels alone."""
    cell = simulate.Cell(0.15, 0.15, 0.10, "good", (12, 26), 0.15, 60)
    row = simulate.simulate(cell, runs=400, seed=3)

    assert row["width_corrected"] <= 0.90 * row["width_labels"]


def test_rare_themes_are_withheld(simulate):
    """Fewer than ten positive segments expected in a group: the table says withheld, and why."""
    cell = simulate.Cell(0.04, 0.04, 0.10, "same", (8, 30), 0.15, 15)
    row = simulate.simulate(cell, runs=200, seed=4)

    assert row["expected"] < 10
    assert row["withheld"].endswith("positives expected in a group, fewer than 10")


def test_the_grid_holds_every_kind_of_study(simulate):
    """Levels, correlations, machines, splits, shares of labels and lengths, all crossed."""
    cells = simulate.grid()

    assert len(cells) == len(set(cells)) == 4 * 3 * 5 * 3 * 3 * 2
