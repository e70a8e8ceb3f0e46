"""What stands beside a comparison reads as what it means."""

import pandas as pd
import pytest
import small_study

from peerstudy import tables
from peerstudy.pages import worth
from peerstudy.pages.sections import error, estimates, overview

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
        ("sensitivity", "missed 25 % of the mentions in the blues and none in the reds"),
        ("false-positive", "coded 25 % of the other talk by mistake in the reds and none in the blues"),
    ],
)
def test_the_error_that_makes_a_difference_names_its_group(effect, which):
    """Misses in the group that has less, mistakes in the one that has more, whichever is first."""
    name = f"{effect} difference that undoes it"
    first = _contrasts().assign(group_a="the reds", group_b="the blues")
    second = _contrasts().assign(group_a="the blues", group_b="the reds")

    (more,) = error.undone(_effects(effect=name, estimate=0.25), first)
    (less,) = error.undone(_effects(effect=name, estimate=-0.25), second)

    assert f"from error alone if it {which};" in more.text
    assert less.text == more.text


def test_a_difference_that_chance_could_make_is_not_held_against_error():
    """Where its interval includes 0 no error is needed, so none is told, nor listed."""
    by_chance, sure = _contrasts(low=-0.1, high=0.2), _contrasts()
    machine = _effects(effect="sensitivity difference that undoes it", estimate=-0.6)
    of_hand = {"effect": "hand sensitivity difference that undoes it", "estimator": "hand"}
    hand = _effects(**of_hand, estimate=-0.6)

    assert error.undone(machine, by_chance) == []
    assert estimates.beside(hand, by_chance.assign(estimator="hand")).rows == []
    assert len(estimates.beside(hand, sure.assign(estimator="hand")).rows) == 1


def test_too_few_people_are_said_to_show_nothing():
    """Not that likeness would be shown: no difference could be large enough."""
    effects = _effects(effect="detectable difference", measure="presence", estimator="hand")
    row = next(tables.rows(_contrasts(estimator="hand", tested=4)))
    (said,) = estimates.could_show(effects, row, power=0.8, level=0.95)

    assert said.text == (
        "With so few people, no difference is so large that it would by itself give p ≤ .05 with a chance of "
        "80 %."
    )


@pytest.mark.parametrize(("tested", "end"), [(1, "80 %."), (4, "80 %; once adjusted, less often.")])
def test_what_could_be_shown_is_of_one_theme_alone(tested, end):
    """The adjusted p-value decides, and it is larger."""
    shown = {"effect": "detectable difference", "measure": "presence", "estimator": "hand"}
    row = next(tables.rows(_contrasts(estimator="hand", tested=tested)))
    (said,) = estimates.could_show(_effects(**shown, low=-0.3, high=0.44), row, power=0.8, level=0.95)

    assert said.text.startswith(
        "With so many people, a fall of 30 points or a rise of 44 points would by itself"
    )
    assert said.text.endswith(end)


def test_what_a_machine_was_worth_stands_beside_what_was_coded():
    """Of people whose talk was estimated; where no more came of it, nothing was gained."""
    columns = {"theme": "care", "salience": [0.1, 0.2, None], "labels": [6, 4, 90], "tuning": 1.0}
    corrected = pd.DataFrame(columns).assign(machine="patterns")
    less, more = (corrected.assign(effective_labels=number) for number in (9.7, 12.2))

    assert worth.labels(corrected)["care"] == 10
    assert worth.told(9.7, 10) == "no more than the 10 segments that were coded"
    assert worth.told(12.2, 10) == "as much as 12 hand-coded segments; 10 were coded"
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
    assert [row[1] for row in partly.rows] == ["by hand", estimates.BY_PEOPLE["verified"]]


def test_verified_codes_are_not_said_to_be_machine_finds_alone():
    """Drawn segments count too, and may show more people than the machine found."""
    ratio = _effects(effect="ratio", measure="presence", estimator="verified", estimate=2.0)
    both = pd.concat([_contrasts(estimator="verified"), _contrasts(estimator="machine")])

    assert estimates.beside(ratio, both).rows[0][2] == "what a person read: machine finds and drawn segments"


def test_where_no_machine_ran_none_is_spoken_of():
    """A study of a blind sample alone has drawn segments, and nothing that a machine found."""
    ratio = _effects(effect="ratio", measure="presence", estimator="verified", estimate=2.0)
    alone = _contrasts(estimator="verified", measure="presence", people_a=3, people_b=3)
    with_machine = pd.concat([alone, alone.assign(estimator="machine")])

    assert estimates.beside(ratio, alone).rows[0][2] == "what a person read: drawn segments"
    assert overview.lead(alone) == "what a person read of segments drawn at random"
    assert overview.lead(with_machine).endswith("and of what machine coders found")
