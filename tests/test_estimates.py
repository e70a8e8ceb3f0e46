"""What stands beside a comparison reads as what it means."""

import pandas as pd
import pytest

from peerstudy import tables
from peerstudy.pages.sections import estimates

ROW = {"contrast": "a against b", "theme": "care", "measure": "salience", "estimator": "machine"}


def _effects(**columns: object) -> pd.DataFrame:
    blank = dict.fromkeys(["estimate", "low", "high", "p"]) | {"method": "exact"}
    return tables.check(pd.DataFrame([{**ROW, **blank, **columns}]), "effects").assign(place=0)


@pytest.mark.parametrize(
    ("effect", "how"),
    [("sensitivity", "finds what is there"), ("false-positive", "codes what is not there")],
)
def test_no_error_differs_by_more_than_everything(effect, how):
    """What would take a difference of 167 points is said to be beyond error, in words and in the table."""
    name = f"{effect} difference that undoes it"
    (beyond,) = estimates.undone(_effects(effect=name, estimate=-1.667))
    (within,) = estimates.undone(_effects(effect=name, estimate=-0.25))
    of_hand = next(tables.rows(_effects(effect=f"hand {name}", estimate=-2.5)))

    assert beyond.text.endswith(
        f"cannot come from error alone: no difference in how often it {how} would be large enough."
    )
    assert within.text.endswith(f"if how often it {how} differed by 25.0 points between the groups.")
    assert estimates.value(of_hand) == "no such difference could"


def test_too_few_people_are_said_to_show_nothing():
    """Not that likeness would be shown: no difference could be large enough."""
    effects = _effects(effect="detectable difference", measure="presence", estimator="hand")
    (said,) = estimates.could_show(effects, next(tables.rows(effects)), power=0.8, level=0.95)

    assert said.text == (
        "With so few people, no difference is so large that it would be shown with a chance of 80 %."
    )


def test_verified_codes_are_not_said_to_be_machine_finds_alone():
    """Drawn segments count too, and may show more people than the machine found."""
    grid = estimates.beside(_effects(effect="ratio", measure="presence", estimator="verified", estimate=2.0))

    assert grid.rows[0][2] == "what a person read: machine finds and drawn segments"
