"""Whose words stand under a theme."""

import pandas as pd
from conftest import ROOT
from small_cohort import presence, roster

from peerstudy import tables
from peerstudy.compare.quotes import quotes


def _chosen(grid, people, *, per_group=9, shortest=3):
    said = "The bus is late and dear."
    turns = pd.DataFrame({"interview": people["participant"], "turn": 1, "text": said})
    turns["participant"] = people["participant"]
    segments = turns.assign(segment=turns["interview"] + "-001-01", start=0, end=len(said))
    spans = segments[["interview", "turn", "start", "end"]].assign(
        quote=said, theme="bus", coder="A", valence=""
    )
    found = quotes(
        spans, segments, turns, grid, coder="A", per_group=per_group, shortest=shortest, longest=30
    )
    return tables.check(found, "quotes")


def test_nobody_is_quoted_on_a_theme_whom_its_counts_leave_out():
    """Neither who was never asked nor to whom it does not apply, nor who is in no group."""
    people = roster(3, 3)
    grid = presence(people, {"bus": [True] * 6})
    grid.loc[grid["participant"] == people["participant"][0], "asked"] = False
    grid.loc[grid["participant"] == people["participant"][1], "applies"] = False
    grid.loc[grid["participant"] == people["participant"][2], "group"] = ""

    assert list(_chosen(grid, people)["participant"]) == list(people["participant"][3:])


def test_a_person_is_quoted_once_whatever_estimators_count_them():
    """Rows of the grid for several estimators are one person."""
    people = roster(2, 2)
    grid = presence(people, {"bus": [True] * 4})
    both = pd.concat([grid, grid.assign(estimator="verified")])

    assert _chosen(both, people)["participant"].is_unique
    assert len(_chosen(both, people)) == 4


def test_a_length_is_preferred_and_no_limit():
    """Where nobody has a longer one a short quote stands, and a new study's settings say so."""
    people = roster(2, 2)
    settings = (ROOT / "src/peerstudy/templates/study/study.yaml.j2").read_text(encoding="utf-8")

    assert len(_chosen(presence(people, {"bus": [True] * 4}), people, shortest=12)) == 4
    assert "  shortest: 12  # words preferred;" in settings
