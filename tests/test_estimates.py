"""What stands beside a comparison reads as what it means."""

import pandas as pd
import pytest
import small_study

from peerstudy import tables
from peerstudy.pages import worth
from peerstudy.pages.sections import error, estimates

ROW = {"contrast": "a against b", "theme": "care", "measure": "salience", "estimator": "machine"}


def _effects(**columns: object) -> pd.DataFrame:
    blank = dict.fromkeys(["estimate", "low", "high", "p"]) | {"method": "exact"}
    return tables.check(pd.DataFrame([{**ROW, **blank, **columns}]), "effects").assign(place=0)


def _contrasts(**columns: object) -> pd.DataFrame:
    given = {**ROW, "low": -0.3, "high": -0.1, **columns}
    missing = {name: None for name in tables.contracts()["contrasts"].columns if name not in given}
    return pd.DataFrame([given | missing]).assign(place=0)


@pytest.mark.parametrize(
    ("effect", "which"),
    [
        ("sensitivity", "its sensitivity (how often it finds what is there)"),
        ("false-positive", "its false positives (how often it codes what is not there)"),
    ],
)
def test_no_error_differs_by_more_than_everything(effect, which):
    """What would take a difference of 167 points is said to be beyond that error, and beyond no other."""
    name = f"{effect} difference that undoes it"
    (beyond,) = error.undone(_effects(effect=name, estimate=-1.667), _contrasts())
    (within,) = error.undone(_effects(effect=name, estimate=-0.25), _contrasts())
    of_hand = next(tables.rows(_effects(effect=f"hand {name}", estimate=-2.5)))

    assert beyond.text.endswith(
        f"cannot come from a difference in {which} alone: none would be large enough."
    )
    assert within.text.endswith(
        f"would come from {which} alone if that differed by 25.0 points between the groups."
    )
    assert estimates.value(of_hand) == "no such difference could"


def test_a_difference_that_chance_could_make_is_not_held_against_error():
    """Where its interval includes 0 no error is needed, so none is said to be too small, nor listed."""
    by_chance, sure = _contrasts(low=-0.1, high=0.2), _contrasts()
    machine = _effects(effect="sensitivity difference that undoes it", estimate=-1.667)
    of_hand = {"effect": "hand sensitivity difference that undoes it", "estimator": "hand"}
    hand = _effects(**of_hand, estimate=-1.667)

    assert error.undone(machine, by_chance) == []
    assert estimates.beside(hand, by_chance.assign(estimator="hand")).rows == []
    assert len(estimates.beside(hand, sure.assign(estimator="hand")).rows) == 1


def test_too_few_people_are_said_to_show_nothing():
    """Not that likeness would be shown: no difference could be large enough."""
    effects = _effects(effect="detectable difference", measure="presence", estimator="hand")
    (said,) = estimates.could_show(effects, next(tables.rows(effects)), power=0.8, level=0.95)

    assert said.text == (
        "With so few people, no difference is so large that it would be shown with a chance of 80 %."
    )


def test_what_a_machine_was_worth_stands_beside_what_was_coded():
    """Of people whose talk was estimated; where no more came of it, nothing was gained."""
    columns = {"theme": "care", "salience": [0.1, 0.2, None], "labels": [6, 4, 90], "tuning": 1.0}
    corrected = pd.DataFrame(columns).assign(machine="patterns")
    less, more = (corrected.assign(effective_labels=number) for number in (9.7, 12.2))

    assert worth.labels(corrected)["care"] == 10
    assert worth.told(9.7, 10) == "10 hand-coded segments; 10 were coded: nothing gained"
    assert worth.told(12.2, 10) == "12 hand-coded segments; 10 were coded"
    assert (worth.helped(less), worth.helped(more)) == ({}, {"patterns": 1})


def test_what_if_less_had_been_read_is_not_told_beside_what_was_read():
    """Presence that readers confirmed is left out where hand codes count the same people, read whole."""
    columns = {"measure": "presence", "people_a": 9, "people_b": 4, "present_a": 3, "present_b": 2}
    columns |= {"group_a": "a", "group_b": "b", "reason": "", "family": "primary"}
    hand = _contrasts(**columns, estimator="hand")
    verified = hand.assign(estimator="verified", reason="withheld: readers saw 12 of about 83 mentions")
    fewer, nothing = hand.assign(people_a=2), tables.empty("groups").assign(place=[])
    drawn = small_study.study()["corrected"]

    whole = estimates.side_by_side(pd.concat([hand, verified]), nothing, drawn)
    partly = estimates.side_by_side(pd.concat([fewer, verified]), nothing, drawn)
    assert [row[1] for row in whole.rows] == ["by hand"]
    assert [row[1] for row in partly.rows] == ["by hand", estimates.CODES["verified"]]


def test_verified_codes_are_not_said_to_be_machine_finds_alone():
    """Drawn segments count too, and may show more people than the machine found."""
    ratio = _effects(effect="ratio", measure="presence", estimator="verified", estimate=2.0)
    grid = estimates.beside(ratio, _contrasts(estimator="verified"))

    assert grid.rows[0][2] == "what a person read: machine finds and drawn segments"
