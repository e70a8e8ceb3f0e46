"""How often a comparison says the same, told so that nothing sounds firmer than it is."""

import pandas as pd
import pytest
import small_study

from peerstudy import tables
from peerstudy.pages.sections import overview, variants

KEY = {"contrast": "a against b", "theme": "care", "measure": "presence"}


def sensitivity(main, *others):
    """A main comparison and others, each kind, estimate, low, high, holds."""
    rows = [("main", *main, True), *others]
    frame = pd.DataFrame(rows, columns=["kind", "estimate", "low", "high", "holds"])
    frame = frame.assign(
        **KEY, variant=[f"v{n}" for n in range(len(rows))], people_a=9, people_b=9, p=0.5, reason=""
    )
    return tables.check(frame, "sensitivity").assign(place=0)


def robustness(**counts):
    """Ways and how many hold, by kind."""
    rows = [(kind, *ways) for kind, ways in counts.items()]
    frame = pd.DataFrame(rows, columns=["kind", "variants", "holding"])
    rest = {"broken_by": "", "exceptions": 0, "people": 18, "refused": 0}
    return tables.check(frame.assign(**KEY, **rest), "robustness").assign(place=0)


def test_people_left_out_do_not_hide_other_choices():
    """Two of two without one person, one of two otherwise, with how far it moves."""
    others = [("participant", 0.4, 0.1, 0.7, True), ("participant", 0.5, 0.2, 0.8, True)]
    others += [("threshold", 0.1, -0.2, 0.4, False), ("coder", 0.3, 0.1, 0.6, True)]
    told = variants.made_otherwise(sensitivity((0.4, 0.1, 0.7), *others), robustness(all=(4, 3)).iloc[:0])

    assert [line.text for line in told[:2]] == [
        "With each person left out in turn the interval lies on the same side of 0 in 2 of 2 ways "
        "(differences of +40 to +50 points).",
        "With another choice the interval lies on the same side of 0 in 1 of 2 ways (differences of +10 to "
        "+30 points).",
    ]


def test_ways_that_leave_a_matter_open_confirm_nothing():
    """An interval that takes in 0 is not confirmed by others that do."""
    told = variants.made_otherwise(
        sensitivity((0.1, -0.2, 0.4), ("coder", -0.1, -0.4, 0.2, True)), robustness(all=(1, 1)).iloc[:0]
    )

    assert "takes in 0, as here, in 1 of 1" in told[0].text
    assert told[1].text == "Which way the groups differ, if they do, stays open."


@pytest.mark.parametrize(("low", "said"), [(0.1, "3 of 4"), (-0.1, "open, as in 3 of 4")])
def test_the_overview_counts_other_choices_alone(low, said):
    """And says what they agree on."""
    both = robustness(all=(10, 8), participant=(6, 5))
    held = small_study.study()["contrasts"]
    one = held[(held["theme"] == "care") & (held["estimator"] == "hand") & (held["measure"] == "presence")]
    (row,) = tables.rows(one.assign(contrast="a against b", estimate=0.4, low=low, high=0.7, place=0))
    placed = pd.DataFrame([row._asdict()])
    nobody, untold = (tables.empty(name).assign(place=0) for name in ("exceptions", "tones"))
    (grid,) = overview.at_a_glance(placed, both, nobody, untold, {"care": "Care"})

    assert grid.rows[0][-1].text == said
