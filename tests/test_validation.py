"""What is measured of coders: the right numbers, on segments that no machine chose."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import cohen_kappa_score, precision_recall_fscore_support
from talk import codebook, study

from peerstudy import tables
from peerstudy.coders import weighing
from peerstudy.coders.validation import validation
from peerstudy.coding.codings import codings

CHOICES: dict[str, Any] = {"reference": "A", "bins": 10, "level": 0.95}


def given(seed: int = 4, wrong: float = 0.2) -> dict[str, pd.DataFrame]:
    """A study whose machine is wrong in some segments, more so in group b."""
    made = study(12, 30, seed=seed)
    rng = np.random.default_rng(seed)
    segments, group = made["segments"], made["roster"].set_index("participant")["group"]
    found = set(made["hand"].query("theme == 'coping'")["segment"])
    chance = segments["participant"].map(group).map({"a": wrong / 2, "b": wrong * 2}).to_numpy()
    right = segments["segment"].isin(found).to_numpy()
    coded = right ^ (rng.random(len(segments)) < chance)
    machine = pd.DataFrame(
        {"segment": segments["segment"], "theme": "coping", "coded": coded, "evidence": ""}
    )
    machine["probability"] = np.where(coded, 0.8, 0.1)
    return {**made, "machine": machine}


def run(made: dict[str, pd.DataFrame], learned: Any = None, **changed: pd.DataFrame) -> pd.DataFrame:
    made = {**made, **changed}
    hand = made["hand"].assign(valence="")
    rows, totals = codings(
        made["segments"], hand, made["coverage"], codebook(), {"machine": made["machine"]}, {}, floor=0.05
    )
    names = ("segments", "coverage", "sample")
    rest = [made[name] for name in names]
    return validation(rows, totals, *rest, codebook(), made["roster"], learned or {}, **CHOICES)


def row(frame: pd.DataFrame, theme: str = "coping", coder: str = "machine", group: str = "") -> pd.Series:
    return frame.query("theme == @theme & coder == @coder & group == @group").iloc[0]


def test_numbers_are_those_of_scikit_learn() -> None:
    """Precision, recall, F1 and kappa of a theme, with people counted."""
    made = given()
    found = row(run(made))
    true = made["segments"]["segment"].isin(made["hand"].query("theme == 'coping'")["segment"])
    coded = made["machine"]["coded"]
    expected = precision_recall_fscore_support(true, coded, average="binary")[:3]
    np.testing.assert_allclose(found[["precision", "recall", "f1"]].astype(float), expected)
    assert found["kappa"] == pytest.approx(cohen_kappa_score(true, coded))
    assert found["kappa_low"] < found["kappa"] < found["kappa_high"]
    assert (found["units"], found["participants"], found["prevalence"]) == (360, 12, true.mean())
    assert found["ece"] == pytest.approx(
        abs(0.8 - true[coded].mean()) * coded.mean() + abs(0.1 - true[~coded].mean()) * (~coded).mean()
    )


def test_differential_error_is_shown_side_by_side() -> None:
    """A machine that errs more in one group has a row for each group that says so."""
    frame = run(given())
    assert row(frame, group="a")["kappa"] > row(frame, group="b")["kappa"] + 0.2


def test_a_second_hand_coder_is_the_ceiling() -> None:
    """Another person stands in the same table, on what both have read, without calibration."""
    made = given()
    hand = pd.concat([made["hand"], made["hand"].assign(coder="B")])
    coverage = pd.concat([made["coverage"], made["coverage"][:5].assign(coder="B")])
    found = row(run(made, hand=hand, coverage=coverage), coder="B")
    assert (found["units"], found["kappa"], found["source"]) == (150, 1.0, "hand")
    assert np.isnan(found["ece"]) and np.isnan(found["kappa_low"]) and "agree everywhere" in found["reason"]


def test_suggested_segments_never_estimate_error() -> None:
    """Hand codes of segments that nobody drew leave every number as it was, however they came to be."""
    made = given()
    drawn = made["segments"][["segment"]].assign(probability=0.5, drawn=np.arange(360) % 2 == 0)
    coverage = made["coverage"].assign(scope="sample")
    before = run(made, sample=drawn, coverage=coverage)
    more = made["segments"].loc[np.arange(360) % 2 == 1, ["segment"]].assign(theme="coping", coder="A")
    after = run(made, sample=drawn, coverage=coverage, hand=pd.concat([made["hand"], more]).drop_duplicates())
    pd.testing.assert_frame_equal(before, after)
    assert row(before)["units"] == 180


def test_a_drawn_segment_stands_for_those_like_it() -> None:
    """Unequal chances of being drawn are weighed back, so that the prevalence is that of all segments."""
    made = given()
    true = made["segments"]["segment"].isin(made["hand"].query("theme == 'coping'")["segment"]).to_numpy()
    rng = np.random.default_rng(1)
    chance = np.where(true, 0.9, 0.3)
    found = []
    for _ in range(20):
        drawn = made["segments"][["segment"]].assign(probability=chance, drawn=rng.random(360) < chance)
        found.append(
            row(run(made, sample=drawn, coverage=made["coverage"].assign(scope="sample")))["prevalence"]
        )
    assert np.mean(found) == pytest.approx(true.mean(), abs=0.01)


def test_what_the_floor_left_out_is_shared_by_the_segments_of_a_person() -> None:
    """Each has an equal part of what the person's sum holds beyond the rows, be it the whole sum."""
    segments = pd.DataFrame({"segment": [*"abcde"], "participant": ["P1", "P1", "P1", "P2", "P2"]})
    codes = pd.DataFrame({"segment": ["b"], "theme": "tea", "probability": 0.7})
    totals = pd.DataFrame({"participant": ["P1", "P2"], "theme": "tea", "expected": [0.76, 0.08]})

    found = weighing.probabilities(codes, totals, segments, ["tea"])[:, 0]

    np.testing.assert_allclose(found, [0.03, 0.7, 0.03, 0.04, 0.04])


def test_no_interval_of_kappa_is_wider_than_kappa_can_be() -> None:
    """Of two people, who tell nearly nothing, the lower end is -1, the least there is."""
    made = given()
    assert row(run(made, coverage=made["coverage"][:2]))["kappa_low"] == -1.0


def test_a_coder_that_never_agrees_with_a_person_has_no_interval() -> None:
    """It finds the theme elsewhere: what is left when one person goes tells too little."""
    made = given()
    coded = set(made["hand"].query("theme == 'coping'")["segment"])
    never = made["machine"]["segment"].isin(coded) & (made["machine"]["theme"] == "coping")
    found = row(run(made, machine=made["machine"][~never]))
    assert not np.isnan(found["kappa"])
    assert np.isnan(found["kappa_low"])
    assert found["reason"] == "coders never agree that it is there: no interval"


def test_a_coder_that_abstains_is_not_measured() -> None:
    """The reason stands where numbers would."""
    themes = pd.DataFrame({"theme": ["coping"], "reason": ["NOT SUPPORTED: about 40 more coded segments"]})
    found = row(run(given(), {"machine": themes}))
    assert found["abstained"] and np.isnan(found["kappa"])
    assert found["reason"] == "NOT SUPPORTED: about 40 more coded segments"


def test_a_coder_that_abstains_from_every_theme_is_told_all_the_same() -> None:
    """It ran and coded nothing: a row a theme says what is missing."""
    made = given()
    reasons = [(theme, "NOT SUPPORTED: about 6 more coded segments") for theme in codebook()["theme"]]
    learned = pd.DataFrame(reasons, columns=["theme", "reason"])
    found = run(made, {"machine": learned}, machine=made["machine"].iloc[:0])
    abstained = found[(found["coder"] == "machine") & (found["group"] == "")]
    assert set(abstained["theme"]) == set(codebook()["theme"])
    assert abstained["abstained"].all() and set(abstained["reason"]) == {reasons[0][1]}


def test_a_theme_that_nobody_codes_has_no_kappa() -> None:
    """Undefined is empty with a reason, neither 0 nor 1."""
    found = row(run(given(), hand=given()["hand"].query("theme != 'travel'")), theme="travel")
    assert np.isnan(found["kappa"]) and "neither codes any segment" in found["reason"]


def test_a_reference_that_read_nothing_is_refused() -> None:
    """No hand codes, no validation."""
    made = given()
    with pytest.raises(tables.TableError, match="coder 'A' has read no segment"):
        run(made, coverage=made["coverage"][:0])
