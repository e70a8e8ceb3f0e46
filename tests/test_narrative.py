"""Sentences hold n and N, and say what they cannot support."""

import pytest
import small_study

from peerstudy import tables
from peerstudy.pages import narrative
from peerstudy.record import provenance


@pytest.fixture
def row():
    return next(tables.rows(small_study.contrasts()))


def test_the_flow_is_told_with_every_loss():
    """Whoever was not analysed is named with the reason."""
    told = " ".join(narrative.flow(small_study.study()["flow"]))

    assert "8 people are listed; 7 of them were analysed" in told
    assert "Not analysed: 1 refused." in told
    assert "reds (4) and blues (2)" in told


def test_a_count_has_its_people_and_an_interval_its_level():
    """No percentage without its people."""
    first = next(tables.rows(small_study.groups().query("estimator == 'hand'")))

    assert narrative.count(first) == "3 of 4 (75 %)"
    assert narrative.interval(first, level=0.95) == "95 % interval 30 to 95 %"


def test_an_interval_with_zero_in_it_is_said_to_allow_no_difference(row):
    """A wide interval is put in words."""
    told = narrative.difference(row, level=0.95)

    assert "reds minus blues: +75 percentage points (95 % interval −2 to +95)" in told
    assert "none at all, is compatible" in told


def test_a_refusal_gives_its_reason():
    """A refused comparison has no number, and says why."""
    refused = next(tables.rows(small_study.contrasts().query("theme == 'cost'")))

    assert narrative.difference(refused, level=0.95) == "Not compared: fewer than 3 people: blues (0)."
    assert narrative.p_values(refused, level=0.95) == ""


def test_a_p_value_stands_with_the_adjusted_one_and_the_number_of_tests(row):
    """No p stands alone, and one by another test is said to be."""
    alone, family = "p = .040 alone, by the exact test", "p = .080 adjusted for 2 tests of the family"

    assert (
        narrative.p_values(row, level=0.95)
        == f"{alone}; {family} “primary” (step-down maxT, people reassigned)."
    )
    explored = row._replace(family="exploratory")
    assert (
        narrative.p_values(explored, level=0.95) == f"{alone}; {family} “exploratory” (Benjamini-Hochberg)."
    )
    single = row._replace(tested=1, p_adjusted=row.p)
    assert narrative.p_values(single, level=0.95) == f"{alone}: the only test of the family “primary”."


def test_an_interval_beyond_none_shows_nothing_where_the_adjusted_p_value_is_large(row):
    """What several comparisons show is decided together, so the theme's own section says so."""
    beyond = row._replace(low=0.1, high=0.95)

    assert narrative.p_values(beyond, level=0.95).endswith(
        "not held to be shown, whatever the interval alone says."
    )
    assert "held to be shown" not in narrative.p_values(beyond._replace(p_adjusted=0.04), level=0.95)
    assert "held to be shown" not in narrative.p_values(row, level=0.95)


def test_one_person_outside_the_groups_is_told_as_one():
    """The small study has one."""
    told = narrative.flow(small_study.study()["flow"])

    assert told[-1] == "1 analysed person belongs to none of them and counts in no comparison."


def test_who_was_not_read_is_not_said_to_be_unasked():
    """A count of nobody may be for want of reading too."""
    nobody = next(tables.rows(small_study.groups().query("people == 0")))

    assert (
        narrative.count(nobody) == "nobody counts: to whom it applies, who was asked and whose talk was read"
    )


def test_the_gate_promises_nothing():
    """What a search cannot promise is said beside what it found."""
    told = narrative.gate(small_study.study()["gate"])

    assert "(2 in all)" in told[0]
    assert "not a promise" in told[-1]


@pytest.mark.parametrize(
    ("model", "vocabulary", "told"),
    [
        ("m", "english", "by the name model m, and among words that no English dictionary holds."),
        ("none", "none", "without a name model; words were held to no dictionary, so that few in lower case"),
    ],
)
def test_by_what_names_were_looked_for_is_told(model, vocabulary, told):
    """A reviewer sees where the search was nearly off."""
    chosen = {"identifiers": {"model": model, "vocabulary": vocabulary}}
    run = provenance.provenance({}, {}, settings=small_study.SETTINGS | chosen)

    assert told in narrative.searched(run)
