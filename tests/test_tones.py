"""Two groups compared by the tone in which their people speak of a theme."""

import pandas as pd
import pytest
from small_cohort import codebook, presence, roster

from peerstudy import tables
from peerstudy.compare import tones
from peerstudy.statistics.proportions import miettinen_nurminen

CHOICES = {"coder": "A", "level": 0.95, "smallest_group": 3, "families": ""}
PLAN = pd.DataFrame({"contrast": ["left against stayed"], "group_a": "left", "group_b": "stayed"})
THEMES = ("tea", "bus", "cake")


def compared(*marks, people=None, whole=None, **choices):
    """The table for marks of person, theme and tone, in interviews of one turn that coder A read whole."""
    people = roster(4, 5) if people is None else people
    names = people["participant"]
    spans = pd.DataFrame(marks, columns=["interview", "theme", "valence"]).assign(coder="A", turn=1)
    segments = pd.DataFrame({"interview": names, "participant": names, "turn": 1})
    read = pd.DataFrame({"interview": names if whole is None else whole, "coder": "A", "scope": "whole"})
    grid = presence(people, {theme: [1] * len(people) for theme in THEMES})
    book = codebook(*THEMES)
    made = tones.tones(spans, segments, grid, book, read, people, PLAN, **{**CHOICES, **choices})
    return tables.check(made, "tones").set_index(["theme", "tone"])


def counts(row):
    return row[["present_a", "people_a", "present_b", "people_b"]].tolist()


REGRETS = [("L1", "tea", "mixed"), ("L1", "tea", "positive"), ("L2", "tea", "negative")]
PRAISES = [("L3", "tea", "positive"), ("S1", "tea", "positive"), ("S2", "tea", "positive")]


def test_who_regrets_anything_does_not_only_praise():
    """L1 does both, so that three of four speak of tea and two of them with regret."""
    frame = compared(*REGRETS, *PRAISES)

    assert counts(frame.loc[("tea", "negative or mixed")]) == [2, 4, 0, 5]
    assert counts(frame.loc[("tea", "positive only")]) == [1, 4, 2, 5]


def test_the_interval_is_that_of_presence():
    """Miettinen and Nurminen's, first group minus second, at the level of the plan."""
    row = compared(*REGRETS, *PRAISES, level=0.9).loc[("tea", "negative or mixed")]

    expected = miettinen_nurminen(2, 4, 0, 5, level=0.9)
    assert row[["estimate", "low", "high"]].tolist() == pytest.approx(list(expected))


def test_no_tone_is_tested():
    """What was looked through has an interval, and neither a p-value nor a family."""
    assert not {"p", "p_adjusted", "family"} & set(tables.contracts()["tones"].columns)


def test_directions_stand_by_themselves():
    """More and less are no praise and no regret; who says both counts in both."""
    frame = compared(("L1", "bus", "more"), ("L1", "bus", "less"), ("S1", "bus", "less"))

    assert counts(frame.loc[("bus", "less")]) == [1, 4, 1, 5]
    assert counts(frame.loc[("bus", "more")]) == [1, 4, 0, 5]
    assert len(frame) == 2


@pytest.mark.parametrize("marks", [[], [("L1", "cake", "")], [("L1", "cake", "positive")] * 2])
def test_a_theme_of_one_tone_is_not_compared_by_it(marks):
    """Nothing marked, no tone given, and one tone only."""
    assert compared(*marks).empty


def test_people_whom_the_coder_did_not_read_whole_do_not_count():
    """S5 is in neither n nor N."""
    read = [*(f"L{n}" for n in range(1, 5)), *(f"S{n}" for n in range(1, 5))]
    frame = compared(*REGRETS, ("S5", "tea", "negative"), whole=read)

    assert counts(frame.loc[("tea", "negative or mixed")]) == [2, 4, 0, 4]


def test_a_group_of_few_people_is_refused():
    """The counts stand, and the reason stands in place of the interval."""
    row = compared(*REGRETS, people=roster(4, 2)).loc[("tea", "negative or mixed")]

    assert counts(row) == [2, 4, 0, 2]
    assert pd.isna(row["estimate"])
    assert row["reason"].startswith("fewer than 3 people")
    assert "stayed (2)" in row["reason"]


def test_a_family_in_both_groups_is_left_out():
    """L4 and S5 live together; the method says that others of a family are taken for independent."""
    people = roster(4, 5)
    people["home"] = ["", "", "", "oak", "", "", "", "", "oak"]
    row = compared(*REGRETS, people=people, families="home").loc[("tea", "negative or mixed")]

    assert counts(row) == [2, 3, 0, 4]
    assert row["method"].endswith("as if people of one home were independent")
