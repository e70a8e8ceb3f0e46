"""Whoever and whatever a file names is known to another file, or is told with the nearest name."""

from pathlib import Path

import pandas as pd
import pytest
import yaml

from peerstudy import tables
from peerstudy.record import plan, references

ROOT = Path(__file__).resolve().parents[1]
KNOWN = {
    "interview": ["I01", "I02"],
    "theme": ["friendship", "cost"],
    "coder": ["A"],
    "group": ["left", "stayed"],
}


def test_a_cell_is_told_with_row_value_nearest_and_known():
    """Row 1 is the header, as in a spreadsheet; empty cells name nobody."""
    asked = pd.DataFrame({"interview": ["I01", "I1"], "theme": ["frendship", ""], "asked": ["no", "no"]})

    assert references.of_table("asked", asked, KNOWN) == [
        "row 3, column 'interview': 'I1' is no interview of this study (did you mean 'I01'?). "
        "Known: I01, I02",
        "row 2, column 'theme': 'frendship' is no theme of this study (did you mean 'friendship'?). "
        "Known: friendship, cost",
    ]


def test_rows_are_told_as_an_editor_counts_them(tmp_path):
    """Blank lines too."""
    path = tmp_path / "asked.csv"
    path.write_text("interview,theme,asked\n\n\nI9,cost,no\n")
    (told,) = references.of_table("asked", tables.written(path), KNOWN)

    assert told.startswith("row 4, column 'interview': 'I9' is no interview")


def test_a_coder_of_suggestions_whom_nobody_knows_is_told():
    """A plan may name who is yet to read; a sheet that was read may not."""
    settings = {"suggestions": {"coder": "QQ"}, "agreement": {"adjudicated": ["concensus", "jury"]}}
    known = {"coder": ["A", "consensus"]}

    assert [line.split(". Known")[0] for line in references.of_planned(settings, known)] == [
        "study.yaml: suggestions: coder: 'QQ' is no coder of this study",
        "study.yaml: agreement: adjudicated: 'concensus' is no coder of this study "
        "(did you mean 'consensus'?)",
    ]
    suggested = pd.DataFrame({"segment": ["s1", "s2"], "coder": ["A", "QQ"]})
    (told,) = references.of_table("suggested", suggested, known)
    assert told.startswith("row 3, column 'coder': 'QQ' is no coder of this study")


def test_what_is_empty_is_no_known_name():
    """Neither a family that is not set nor a cell that nobody filled."""
    raw = {
        "participants": pd.DataFrame({"participant": ["P1", ""], "status": ["in", "out"]}),
        "settings": {"roster": {"family": ""}},
    }

    assert references.known(raw) == {"participant": ["P1"], "attribute": ["status"]}


def test_a_kind_that_could_not_be_read_is_not_looked_at():
    """An unreadable codebook makes no theme unknown."""
    asked = pd.DataFrame({"interview": ["I01"], "theme": ["anything"]})

    assert references.of_table("asked", asked, {"interview": ["I01"]}) == []


def test_the_plan_is_looked_through_wherever_it_names_something():
    """Words, lists and mappings alike; a section that is missing names nothing; each name once."""
    settings = {
        "contrasts": {"comparisons": {"a": ["left", "stayd"]}, "primary": ["cost", "csot"], "strata": ""},
        "quotes": {"coder": "B"},
        "spans": {"code_map": {"Kosten": "cost", "Unsinn": ""}},
    }
    told = references.of_plan(settings, KNOWN)

    assert [line.split(" is no ")[0] for line in told] == [
        "contrasts: comparisons: 'stayd'",
        "contrasts: primary: 'csot'",
        "quotes: coder: 'B'",
    ]


def test_a_long_list_of_known_names_is_cut():
    """Forty interviews are not read out."""
    known = {"interview": [f"I{n:02d}" for n in range(40)]}
    (told,) = references.of_table("coverage", pd.DataFrame({"interview": ["X"]}), known)

    assert told.endswith("I11 and 28 more")


def test_every_place_of_the_plan_is_a_setting():
    """A place that is looked at stands in the demonstration study, so that no renamed key goes unseen."""
    settings = yaml.safe_load((ROOT / "data/demo/study.yaml").read_text(encoding="utf-8"))
    leaves = [name for name, _ in plan.leaves(settings)]

    missing = [
        place
        for place in references.OF_PLAN
        if not any(f"{leaf}.".startswith(f"{place}.") for leaf in leaves)
    ]
    assert missing == []


def test_an_attribute_that_is_none_is_not_listed():
    """No family is no name."""
    raw = {"settings": {"roster": {"family": ""}}, "participants": pd.DataFrame({"site": ["north"]})}

    assert references.known(raw)["attribute"] == ["site"]


@pytest.mark.parametrize("key", ["coder", "strata", "families", "primary"])
def test_every_setting_that_names_something_is_looked_at(key):
    """A new section with a coder, strata, families or themes of its own is not forgotten."""
    settings = yaml.safe_load((ROOT / "data/demo/study.yaml").read_text(encoding="utf-8"))
    named = {name for name, _ in plan.leaves(settings) if name.split(".")[-1] == key}
    planned = {"suggestions.coder"}  # may be somebody who has not read anything yet

    assert named - planned <= set(references.OF_PLAN)


@pytest.mark.parametrize(
    "junk", [None, [], {}, "x", 3, {"contrasts": None}, {"roster": {"groups": ["a"]}, "turns": 1}]
)
def test_a_document_of_another_shape_is_no_riddle(junk):
    """Settings and a codebook that are lists, words or nothing name nobody and break nothing."""
    raw = {"settings": junk, "codebook": junk}

    assert references.of_plan(junk, references.known(raw)) == []
