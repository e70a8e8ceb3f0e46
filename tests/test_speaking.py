"""How much was heard, in which words, and which themes go together."""

import numpy as np
import pandas as pd
import pytest
from small_cohort import codebook, presence, roster

from peerstudy import tables
from peerstudy.compare import contrasts, cooccurrences, saturation, stopping, vocabulary
from peerstudy.corpus import talk
from peerstudy.pages import heard as pages_heard
from peerstudy.pages.sections import speaking, told

CURVE = {"origins": ["deductive", "inductive"], "orders": 99, "level": 0.95, "seed": 1}
RULE = {"origins": ["deductive", "inductive"], "base": 4, "run": 2, "threshold": 0.05, "level": 0.95}
SPOKEN = {"least_people": 3, "prior": 50, "strata": "", "families": "", "permutations": 199, "seed": 1}


def heard(left, stayed, coded, approach="codebook"):
    """Presence of themes, and interviews held in the reverse order of people's ids."""
    people = roster(left, stayed)
    names = people["participant"]
    interviews = pd.DataFrame(
        {"interview": "I" + names, "participant": names, "order": range(len(names), 0, -1)}
    )
    return presence(people, coded), interviews, tables.empty("speakers"), codebook(*coded), approach


def test_the_order_is_that_of_interviewing():
    """The last person by id was interviewed first: her theme is heard first."""
    frame = saturation.saturation(*heard(1, 2, {"tea": [1, 0, 0], "cake": [0, 0, 1]}), **CURVE)
    everyone = frame[frame["group"] == "everyone"].sort_values("order")
    assert everyone["interview"].tolist() == ["IS2", "IS1", "IL1"]
    assert everyone["total"].tolist() == [1, 1, 2]
    assert set(frame["group"]) == {"everyone", "left", "stayed"}


def test_somebody_interviewed_twice_stands_once_and_no_interview_is_counted():
    """What they said later stands at their first interview, so that the rule counts people and says so."""
    grid, interviews, *rest = heard(0, 8, {"tea": [1] * 8, "cake": [1] * 8})
    again = pd.concat([interviews, pd.DataFrame({"interview": ["I2"], "participant": ["S3"], "order": [99]})])
    both = pd.DataFrame({"interview": ["IS1", "IS1"], "participant": ["S1", "S2"]})
    rule = {**RULE, "base": 4, "run": 2}
    book = rest[1].assign(origin="inductive")

    once, twice, beside = (
        stopping.stopping(grid, held, speakers, book, rest[2], **rule).iloc[0]
        for held, speakers in (
            (interviews, rest[0]),
            (again, rest[0]),
            (interviews, tables.check(both.assign(role="participant", label=["A", "B"]), "speakers")),
        )
    )

    assert [row["unit"] for row in (once, twice, beside)] == ["interviews", "people", "people"]
    assert pages_heard.met(once).startswith("met after 6 interviews (4, and")
    assert pages_heard.met(twice).startswith("met after 6 people, each with all that they said (4, and")


def test_themes_of_another_origin_do_not_count():
    """With inductive themes only, a codebook set in advance has nothing to saturate."""
    assert saturation.saturation(
        *heard(1, 2, {"tea": [1, 0, 0]}), **{**CURVE, "origins": ["inductive"]}
    ).empty


@pytest.mark.parametrize("step, choices", [(saturation.saturation, CURVE), (stopping.stopping, RULE)])
def test_a_reflexive_study_has_no_saturation(step, choices):
    """Saturation is no criterion of reflexive analysis: no rows, no verdict."""
    assert step(*heard(6, 6, {"tea": [1] * 12}, approach="reflexive"), **choices).empty


def test_a_small_group_is_not_assessable():
    """Five people are fewer than base and run together; nothing is estimated for them."""
    frame = stopping.stopping(*heard(5, 8, {"tea": [1] * 13, "cake": [0, 1] * 6 + [0]}), **RULE).set_index(
        "group"
    )
    assert frame.loc["left", "reason"].startswith("not assessable: 5 people")
    assert frame.loc["left", ["stopped", "estimate", "coverage"]].isna().all()
    assert frame.loc["stayed", "stopped"] == 4
    assert frame.loc["stayed", "coverage"] == 1


RARE = {f"theme {i}": [person in (i, (i + 1) % 10) for person in range(10)] for i in range(10)}
COMMON = {"tea": [1] * 10, "cake": [1] * 10}


def said(frame):
    assert frame["high"].notna().all()
    return [sentence.text for sentence in speaking.stopping(told.placed({"stopping": frame})["stopping"])]


@pytest.mark.parametrize(
    ("coded", "words"),
    [(RARE, "about 10 themes, perhaps 14 (est"), (COMMON, "about 2 themes (est")],
)
def test_a_number_of_themes_is_told_with_its_upper_end_where_that_is_another(coded, words):
    """Themes that two people each speak of leave room for others; one that all speak of leaves none."""
    *made, book, approach = heard(0, 10, coded)
    frame = stopping.stopping(*made, book.assign(origin="inductive"), approach, **RULE)

    assert all(words in sentence for sentence in said(frame))


@pytest.mark.parametrize(
    ("coded", "words"),
    [
        (RARE, "these are all the themes that could be coded, since all were set in advance."),
        (
            RARE | {"bus": [0] * 10},
            "of the 11 themes that could be coded, all of them set in advance, such people would speak of "
            "about 10, perhaps 11 (estimate).",
        ),
    ],
)
def test_no_more_themes_are_expected_than_could_be_coded(coded, words):
    """A codebook set in advance is a closed list: an estimate made for an open one stops at its end."""
    assert all(sentence.endswith(words) for sentence in said(stopping.stopping(*heard(0, 10, coded), **RULE)))


def test_a_rule_is_known_to_be_met_only_after_its_run():
    """Four interviews and the run of two that confirms them; the theme of the last person came later."""
    coded = {"tea": [1] * 10, "cake": [0] * 9 + [1]}
    *made, book, approach = heard(0, 10, {name: row[::-1] for name, row in coded.items()})
    row = stopping.stopping(*made, book, approach, **RULE).iloc[0]

    assert row[["stopped", "confirmed", "later"]].tolist() == [4, 6, 1]
    assert pages_heard.met(row) == (
        "met after 6 interviews (4, and the run of 2 that confirms it); 1 of 2 themes was first heard later"
    )


def spoken(people, texts):
    segments = pd.DataFrame({"participant": people["participant"], "text": texts})
    grid = presence(people, {"tea": [1] * len(people)})
    choices = {"comparisons": {"left against stayed": ["left", "stayed"]}, "primary": []}
    choices |= {"level": 0.95, "gamma": 0, "smallest_group": 3, "strata": "", "families": "", "seed": 1}
    choices |= {"permutations": 19, "expected_positives": 10, "hand_positives": 3, "heard": 0.5}
    frame = contrasts.contrasts(grid, codebook("tea"), people, tables.empty("corrected"), **choices)
    return segments, people, frame


def test_a_word_of_one_talkative_person_is_not_key():
    """A hundred mentions by one person say less than one mention by each: people count once."""
    texts = ["far away it was " + "bus " * 100] + ["far away it was bus"] * 7 + ["near by it was bus"] * 10
    frame = vocabulary.vocabulary(*spoken(roster(8, 10), texts), **SPOKEN).set_index("term")
    assert frame.loc["far", "p_adjusted"] == 0.005
    assert frame.loc["bus", "p"] > 0.05
    assert frame.loc["bus", "people"] == 18
    assert set(frame["tested"]) == {len(frame[frame["p"].notna()])}


def test_words_are_ranked_by_people_and_not_by_who_talks_most():
    """One person's hundred buses stand behind the word that eight people say once."""
    texts = ["far away " + "bus " * 100] + ["far away it was bus"] * 7 + ["near by it was bus"] * 10
    frame = vocabulary.vocabulary(*spoken(roster(8, 10), texts), **SPOKEN)
    pooled = frame.sort_values("log_odds_z", ascending=False)["term"].tolist()
    shown = [row[0] for row in speaking.words(told.placed({"vocabulary": frame})["vocabulary"])[0].rows]

    assert pooled[0] == "bus"
    assert {*shown[:2]} == {"far", "away"}


def test_a_word_that_both_groups_say_as_often_is_of_neither():
    """Whatever the words of the prior: these are spread as in both groups, and pull a word to neither."""
    texts = ["bus bus bus far"] * 8 + ["bus bus bus near"] * 4
    frame = vocabulary.vocabulary(*spoken(roster(8, 4), texts), **SPOKEN).set_index("term")
    assert frame.loc["bus", "log_odds_z"] == pytest.approx(0, abs=1e-9)


def test_words_of_few_people_are_left_out():
    """Nobody is known by a word."""
    texts = ["we met Agatha"] * 2 + ["we met"] * 16
    assert "agatha" not in set(vocabulary.vocabulary(*spoken(roster(8, 10), texts), **SPOKEN)["term"])


def test_what_a_transcriber_marked_is_no_word():
    """One group laughs and is redacted: neither is their language, nor does it thin out what they said."""
    left, stayed = "I went [laughs] to [NAME] then (inaudible 00:12) home.", "I went to them then home."
    texts = [left] * 8 + [stayed] * 10
    frame = vocabulary.vocabulary(*spoken(roster(8, 10), texts), **SPOKEN).set_index("term")
    assert sorted(frame.index) == ["home", "i", "them", "then", "to", "went"]
    assert frame.loc["home", "rate_a"] == pytest.approx(1 / 5)


def paired(*, in_part=()):
    """Pairs of four people whose interviews are read whole, those named in part; the last was not asked."""
    people = roster(2, 2)
    grid = presence(people, {"tea": [2, 2, 0, 0], "cake": [2, 2, 0, 0], "bus": [1, 0, 1, 1]}, segments=5)
    grid.loc[(grid["theme"] == "bus") & (grid["participant"] == "S2"), "asked"] = False
    names = people["participant"]
    segments = pd.DataFrame({"segment": [f"{p}-{i}" for p in names for i in range(5)]})
    segments["participant"] = segments["segment"].str.split("-").str[0]
    segments["interview"] = segments["participant"]
    hits = [(f"{p}-{i}", theme) for p in ("L1", "L2") for i in range(2) for theme in ("tea", "cake")]
    codings = pd.DataFrame([*hits, ("L1-4", "bus")], columns=["segment", "theme"]).assign(coder="A")
    coverage = pd.DataFrame({"interview": names, "coder": "A", "scope": "whole"})
    coverage.loc[names.isin(in_part), "scope"] = "sample"
    return cooccurrences.cooccurrences(
        grid, codings, segments, codebook("tea", "cake", "bus"), coverage, coder="A", smallest_group=4
    ).set_index(["theme", "other"])


def test_segments_of_an_interview_that_was_read_in_part_are_not_paired():
    """Themes cannot be moved along talk of which some is unread: one person's two segments stay."""
    row = paired(in_part=["L2"]).loc[("tea", "cake")]
    assert (row["segments"], row["expected"]) == (2, pytest.approx(2 * 2 / 5))
    assert row["p_segments"] == pytest.approx(1 / 5)


def test_pairs_are_counted_over_people_and_over_segments():
    """Tea and cake in the same two of four people, and in the same segments."""
    frame = paired()
    row = frame.loc[("tea", "cake")]
    assert (row["people"], row["speak_of_both"], row["segments"]) == (4, 2, 4)
    assert row["expected"] == pytest.approx(2 * 2 * 2 / 5)
    assert (row["phi"], row["jaccard"]) == (pytest.approx(1), 1)
    assert row["p_segments"] == pytest.approx(1 / 5**2)  # one of five moves in each
    assert (row["tested_people"], row["tested_segments"]) == (1, 1)
    assert frame.loc[("tea", "bus"), "reason"] == "fewer than 4 people who count for both"
    assert np.isnan(frame.loc[("tea", "bus"), "phi"])


def test_a_single_theme_goes_together_with_none():
    """No pair is a table without rows."""
    people = roster(2, 2)
    grid = presence(people, {"tea": [2, 2, 0, 0]}, segments=5)
    said = pd.DataFrame({"segment": [f"{p}-1" for p in people["participant"]], "coder": "A", "theme": "tea"})
    segments = said[["segment"]].assign(participant=people["participant"], interview=people["participant"])
    coverage = pd.DataFrame({"interview": people["participant"], "coder": "A", "scope": "whole"})
    made = (grid, said, segments, codebook("tea"), coverage)

    assert cooccurrences.cooccurrences(*made, coder="A", smallest_group=3).empty


def test_pairs_are_counted_within_each_group():
    """One of three who left speaks of tea with cake; a pair in a group of two is refused."""
    people = roster(3, 2)
    grid = presence(people, {"tea": [2, 2, 0, 0, 0], "cake": [2, 0, 0, 0, 0]}, segments=5)
    frame = cooccurrences.group_cooccurrences(grid, codebook("tea", "cake"), smallest_group=3)
    told = frame.set_index("group")
    assert told.loc["left", ["people", "speak_of_both", "speak_of_either", "jaccard"]].tolist() == [
        3,
        1,
        2,
        0.5,
    ]
    assert told.loc["left", "phi"] == pytest.approx(0.5)
    assert np.isnan(told[["jaccard", "phi"]].drop("left").to_numpy(float)).all()
    assert set(told["reason"].drop("left")) == {"fewer than 3 people who count for both"}


def test_the_table_shows_pairs_that_go_together_and_no_others():
    """Not one that goes apart, though more speak of both; not one that rests on two people."""
    pairs = {("tea", "cake"): (0.2, 5), ("tea", "bus"): (-0.3, 9), ("cake", "bus"): (0.9, 2)}
    frame = pd.DataFrame([(*names, *values) for names, values in pairs.items()])
    frame.columns = ["theme", "other", "phi", "speak_of_both"]
    fixed = {"people": 20, "speak_of_either": 12, "segments": 0, "expected": 0.5}
    fixed |= {"p_people_adjusted": 1.0, "p_segments_adjusted": 1.0}

    shown = speaking.together(frame.assign(**fixed, place=0), {})
    assert [row[0] for row in shown.rows] == ["tea + cake"]


def test_talk_counts_the_silent():
    """One person of 30 words and one of none: a mean of 15; people outside the groups do not count."""
    people = roster(2, 1)
    people.loc[2, "group"] = ""
    segments = pd.DataFrame({"segment": ["a", "b"], "participant": ["L1", "S1"], "words": [30, 9]})
    frame = talk.talk(segments, people).set_index(["group", "quantity"])
    assert frame.loc[("left", "words"), ["people", "mean", "median"]].tolist() == [2, 15, 15]
    assert set(frame.index.get_level_values("group")) == {"left"}
