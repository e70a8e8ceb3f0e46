"""Bins of a reliability diagram: what a machine's probabilities are worth."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.calibration import calibration_curve
from talk import codebook
from test_validation import CHOICES, given

from peerstudy import tables
from peerstudy.coders.reliability import _binned, calibration
from peerstudy.coding.codings import codings


def run(made: dict[str, pd.DataFrame], learned: Any = None) -> pd.DataFrame:
    hand = made["hand"].assign(valence="")
    rows, totals = codings(
        made["segments"], hand, made["coverage"], codebook(), {"machine": made["machine"]}, {}, floor=0.05
    )
    rest = [made[name] for name in ("segments", "coverage", "sample")]
    found = calibration(rows, totals, *rest, codebook(), made["roster"], learned or {}, **CHOICES)
    return tables.check(found, "calibration")


def only_coping(made: dict[str, pd.DataFrame]) -> dict[str, Any]:
    """The machine abstains from every theme but one."""
    themes = codebook()["theme"]
    reasons = ["" if theme == "coping" else "too few segments" for theme in themes]
    return {"machine": pd.DataFrame({"theme": themes, "reason": reasons})}


def test_bins_are_those_of_scikit_learn() -> None:
    """Mean probability and share that is right, bin by bin, of the theme that is coded."""
    made = given()
    found = run(made, only_coping(made))
    true = made["segments"]["segment"].isin(made["hand"].query("theme == 'coping'")["segment"])
    observed, expected = calibration_curve(true, made["machine"]["probability"], n_bins=10)

    np.testing.assert_allclose(found["observed"], observed)
    np.testing.assert_allclose(found["expected"], expected)
    assert found["units"].sum() == len(true)
    assert ((found["low"] < found["observed"]) & (found["observed"] < found["high"])).all()


def test_themes_that_the_coder_abstains_from_do_not_count() -> None:
    """Silence on a theme that it does not code is no evidence that a coder is right."""
    made = given()
    assert run(made)["units"].sum() > run(made, only_coping(made))["units"].sum()


def test_a_machine_that_is_sure_of_everything_is_no_more_than_sure() -> None:
    """Segments weigh unlike each other: sums of their weights in two orders differ in the last digit."""
    rng = np.random.default_rng(3)
    for _ in range(200):
        weight, person = rng.random(40) + 0.1, rng.integers(0, 7, 40)
        found = _binned(np.ones(40), np.ones(40), weight, person, bins=10, level=0.95)
        assert found.loc[0, ["expected", "observed"]].tolist() == pytest.approx([1, 1])
        assert found.loc[0, ["expected", "observed"]].max() <= 1


def test_one_person_alone_gives_no_interval() -> None:
    """Segments of one person say nothing of other people."""
    made = given()
    people = made["segments"]["participant"]
    alone = {**made, "segments": made["segments"][people == people.iloc[0]]}
    alone["machine"] = made["machine"][made["machine"]["segment"].isin(alone["segments"]["segment"])]
    found = run(alone, only_coping(made))

    assert found[["low", "high"]].isna().all(axis=None)
    assert (found["reason"] != "").all()


def test_a_study_without_machine_coders_has_no_bins() -> None:
    """No coder, no rows."""
    made = given()
    nothing = {**made, "machine": made["machine"].iloc[:0]}
    assert run(nothing).empty
