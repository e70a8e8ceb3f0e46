"""Comparisons made otherwise: every variant is there, and a finding that hangs on one person is told."""

import numpy as np
import pandas as pd
import pytest
from small_cohort import codebook, presence, roster
from test_contrasts import CHOICES

from peerstudy import tables
from peerstudy.compare import contrasts, negative_cases, robustness, sensitivity, variants

SETTINGS = {
    "themes": ["tea"],
    "hand": "A",
    "roles": ["tutor"],
    "nested": "site",
    "present": 1,
    "least": [2],
    "machine_thresholds": [],
    "expected_positives": 0,
    "hand_positives": 0,
    "heard": 0,
    "cutoffs": {"late leavers only": {"status": {"left": ["late"], "stayed": ["on"]}}},
    "level": 0.95,
    "gamma": 0,
    "smallest_group": 3,
    "strata": "",
    "families": "",
    "permutations": 199,
    "seed": 1,
}


@pytest.fixture
def people():
    frame = roster(12, 26, site=["north", "south"] * 19, status=["early", "late"] * 6 + ["on"] * 26)
    frame.loc[[12, 13], "role"] = "member; tutor"
    return frame


def tried(people, coded, read=True, unasked=(), **changed):
    grid = presence(people, {"tea": coded}).assign(read=read)
    grid["asked"] = ~grid["participant"].isin(unasked)
    frame = contrasts.contrasts(grid, codebook("tea"), people, tables.empty("corrected"), **CHOICES)
    totals = grid.assign(coder="A", source="hand", expected=grid["coded"])
    other = totals[totals["participant"].isin(["L1", "L2", "L3", "S1", "S2", "S3"])].assign(
        coder="B", coded=1
    )
    segments = pd.DataFrame(
        {
            "segment": [f"{p}-{i}" for p in people["participant"] for i in range(20)],
            "interview": "x",
            "words": 10,
            "start": 0,
        }
    )
    segments["participant"] = segments["segment"].str.split("-").str[0]
    segments["turn"] = segments.groupby("participant").cumcount() // 2
    hits = [f"{p}-{i}" for p, n in zip(people["participant"], coded, strict=True) for i in range(int(n))]
    codings = pd.DataFrame({"segment": hits, "theme": "tea", "coder": "A", "valence": ""})
    sample = segments[["segment"]].assign(probability=0.5, drawn=segments.index % 2 == 0)
    coverage = pd.DataFrame({"interview": ["x"], "coder": "A", "scope": "whole"})
    helper = pd.DataFrame({"theme": ["tea"], "machine": "m"})
    both = pd.concat([codings.assign(probability=1.0), guessed(codings)])
    found = sensitivity.sensitivity(
        frame,
        grid,
        people,
        pd.concat([totals, other]),
        both,
        segments,
        sample,
        coverage,
        helper,
        **{**SETTINGS, **changed},
    )
    return found, frame, grid, codings, segments


def guessed(codings):
    """A machine that is sure of the segments of who left, and half sure of those of who stayed."""
    sure = codings["segment"].str.startswith("L").map({True: 0.9, False: 0.5})
    return codings.assign(coder="m", probability=sure)


def against(frame, grid, people, codings, segments):
    """Who runs against the comparison, each segment a turn of its own and marked whole."""
    turns = segments.assign(turn=range(len(segments)), start=0, end=9)
    spans = codings.merge(turns[["segment", "interview", "turn", "start", "end"]], on="segment")
    made = (frame, grid, people, spans.assign(quote="-"), turns, codebook("tea"))
    return negative_cases.negative_cases(*made, coder="A", rule=0.5, families="")[0]


def test_every_kind_of_variant_is_tried(people):
    """Tutors, each of 38 people, both sites, a threshold, a second coder, two units, other groups."""
    frame = tried(people, [4] * 9 + [0] * 3 + [1] * 8 + [0] * 18)[0]
    presence_rows = frame[frame["measure"] == "presence"]["kind"].value_counts().to_dict()
    assert presence_rows == {
        "main": 1, "role": 1, "participant": 38, "site": 2, "threshold": 1, "coder": 2, "groups": 1
    }  # fmt: skip
    assert set(frame[frame["kind"] == "unit"]["variant"]) == {"share of turns", "share of words"}
    row = frame.set_index(["measure", "variant"]).loc[("presence", "without tutor")]
    assert (row["people_a"], row["people_b"]) == (12, 24)
    assert frame.set_index(["measure", "variant"]).loc[("presence", "late leavers only"), "people_a"] == 6


def test_machine_thresholds_change_what_is_read(people):
    """From .3 on readers see every mention; from .8 on those of one group only, and presence is withheld."""
    coded = [4] * 9 + [0] * 3 + [1, 3] * 10 + [0] * 6
    changed = {"machine_thresholds": [0.3, 0.8], "expected_positives": 10, "hand_positives": 3, "heard": 0.8}
    frame = tried(people, coded, **changed)[0].set_index(["measure", "variant"])
    low = frame.loc[("presence", "verified machine codes from 0.3 on")]
    high = frame.loc[("presence", "verified machine codes from 0.8 on")]
    main = frame.loc[("presence", "main")]
    assert low["estimate"] == main["estimate"]
    assert high["reason"].startswith("withheld: readers saw")
    assert np.isnan(high["estimate"])
    for threshold in ("0.3", "0.8"):
        talk = frame.loc[("salience", f"corrected machine codes from {threshold} on")]
        assert abs(talk["estimate"] - frame.loc[("salience", "main"), "estimate"]) < 0.06


def test_nothing_holds_where_there_is_nothing_to_hold_it_against(people):
    """No interview read by hand: what the machine's thresholds give neither holds nor breaks anything."""
    found, frame, grid, codings, segments = tried(
        people, [4] * 12 + [1] * 26, read=False, machine_thresholds=[0.3]
    )
    talk = found[found["variant"] == "corrected machine codes from 0.3 on"].iloc[0]
    assert talk["estimate"] > 0
    assert not talk["holds"]
    assert talk["reason"].startswith("the comparison itself has no estimate")
    told = robustness.robustness(found, against(frame, grid, people, codings, segments), frame)
    assert told["variants"].sum() == 0


def test_a_blind_sample_that_reaches_more_people_is_what_is_made_otherwise(people):
    """Three people read whole, all by sample: presence as verified, talk as corrected."""
    hand = presence(people, {"tea": [1] * 38})
    sampled = [hand.assign(estimator=name) for name in ("verified", "corrected")]
    few = hand.assign(read=hand["participant"].isin(["L1", "S1", "S2"]))
    mains = variants.mains(pd.concat([few, *sampled]), people, tables.empty("corrected"))
    assert [(set(main.presence["estimator"]), main.measures) for main in mains] == [
        ({"verified"}, ("presence",)),
        ({"corrected"}, ("salience",)),
    ]
    (main,) = variants.mains(pd.concat([hand, *sampled]), people, tables.empty("corrected"))
    assert set(main.presence["estimator"]) == {"hand"}


def test_another_coder_is_counted_as_the_plan_counts(people):
    """From two coded segments on: the other coder's one segment of a person is no presence."""
    frame = tried(people, [4] * 12 + [0] * 26, present=2, least=[])[0]
    other = frame[(frame["variant"] == "B") & (frame["measure"] == "presence")].iloc[0]
    assert other["estimate"] == 0


def test_the_first_coder_is_held_against_another_on_the_same_people(people):
    """Six people whom both read: all three of who left and none of the others, of 38 that one read."""
    frame = tried(people, [4] * 12 + [0] * 26)[0]
    row = frame[(frame["variant"] == "A, on the people of B") & (frame["measure"] == "presence")].iloc[0]
    assert row[["people_a", "people_b", "estimate"]].tolist() == [3, 3, 1]


def test_what_could_not_be_compared_is_counted_apart(people):
    """Of two late leavers there is no comparison: neither held nor broken, but refused."""
    people["status"] = ["late"] * 2 + ["early"] * 10 + ["on"] * 26
    found, frame, grid, codings, segments = tried(people, [1] * 12 + [0] * 26)
    cases = against(frame, grid, people, codings, segments)
    row = (
        robustness.robustness(found, cases, frame)
        .set_index(["measure", "kind"])
        .loc["presence"]
        .loc["groups"]
    )
    assert (row["variants"], row["holding"], row["refused"], row["broken_by"]) == (0, 0, 1, "")


def test_units_recount_talk(people):
    """Four of twenty segments, two a turn: two of ten turns; words as segments where all are alike."""
    frame = tried(people, [8] * 12 + [4] * 26)[0].set_index(["measure", "variant"])
    assert frame.loc[("salience", "share of turns"), "estimate"] == pytest.approx(0.2)
    assert frame.loc[("salience", "share of words"), "estimate"] == pytest.approx(0.2)


def test_a_finding_that_hangs_on_one_person_does_not_hold(people):
    """Without the one who turns the interval, the row says that the comparison does not hold."""
    found, frame, grid, codings, segments = tried(people, [1] * 7 + [0] * 5 + [1] * 6 + [0] * 20)
    main = found[(found["kind"] == "main") & (found["measure"] == "presence")].iloc[0]
    assert main["low"] > 0
    cases = against(frame, grid, people, codings, segments)
    told = robustness.robustness(found, cases, frame).set_index(["measure", "kind"])
    row = told.loc[("presence", "participant")]
    assert row["variants"] == 38
    assert row["holding"] < 38
    assert row["broken_by"].startswith("without L1")
    assert (row["exceptions"], row["people"]) == (11, 38)


def test_everybody_against_a_contrast_is_listed(people):
    """Five who left and are silent, six who stayed and speak of it: eleven, nobody else."""
    _, frame, grid, codings, segments = tried(people, [1] * 7 + [0] * 5 + [1] * 6 + [0] * 20)
    cases = against(frame, grid, people, codings, segments)
    assert sorted(cases["participant"]) == sorted(
        [f"L{i}" for i in range(8, 13)] + [f"S{i}" for i in range(1, 7)]
    )
    spoken = cases[cases["direction"] == "speaks of it"]
    assert (spoken["segment"] == spoken["participant"] + "-0").all()


def test_a_variant_with_too_few_people_says_so(people):
    """Two late leavers are no group."""
    people["status"] = ["late"] * 2 + ["early"] * 10 + ["on"] * 26
    row = (
        tried(people, [1] * 12 + [0] * 26)[0]
        .set_index(["measure", "variant"])
        .loc[("presence", "late leavers only")]
    )
    assert row["reason"] == "fewer than 3 people in a group"
    assert np.isnan(row["estimate"])
    assert not row["holds"]


def test_what_leaves_the_same_people_in_the_same_groups_is_no_test(people):
    """A cutoff that moves nobody, and somebody left out who never counted: told, not counted."""
    same = {"as planned": {"status": {"left": ["early", "late"], "stayed": ["on"]}}}
    found, frame, grid, codings, segments = tried(
        people, [4] * 9 + [0] * 3 + [1] * 8 + [0] * 18, unasked=["S26"], cutoffs=same
    )
    of_presence = found[found["measure"] == "presence"].set_index("variant")
    told = robustness.robustness(found, against(frame, grid, people, codings, segments), frame)
    row = told.set_index(["measure", "kind"]).loc[("presence", "participant")]

    for variant in ("as planned", "without S26"):
        assert of_presence.loc[variant, "reason"] == sensitivity.SAME
        assert np.isnan(of_presence.loc[variant, "estimate"])
    assert of_presence.loc["without S25", "reason"] == ""
    assert (row["variants"], row["refused"]) == (37, 1)


def test_an_unknown_attribute_of_a_cutoff_is_named(people):
    """The message names the cutoff and the attribute."""
    with pytest.raises(
        tables.TableError, match=r"'statuses' is no attribute of people .did you mean 'status'"
    ):
        tried(people, [1] * 38, cutoffs={"late": {"statuses": {"left": ["late"], "stayed": ["on"]}}})


def test_a_value_of_a_cutoff_makes_one_group(people):
    """Taken by two, it would be counted in the last without a word."""
    cutoffs = {"late": {"status": {"left": ["late", "on"], "stayed": ["on"]}}}
    with pytest.raises(
        tables.TableError, match="cutoffs: late: status: value 'on' stands in groups 'left' and 'stayed'"
    ):
        tried(people, [1] * 38, cutoffs=cutoffs)


def test_nobody_is_counted_against_a_direction_that_is_open(people):
    """Where the interval includes no difference there is nothing to run against."""
    found, frame, grid, codings, segments = tried(people, [1] * 7 + [0] * 5 + [1] * 6 + [0] * 20)
    cases = against(frame, grid, people, codings, segments)
    told = robustness.robustness(found, cases, frame.assign(low=-0.1))

    assert told[["exceptions", "people"]].isna().all(axis=None)


def test_exceptions_are_of_the_people_whose_codes_list_them(people):
    """Where nobody was read whole they are of those whom readers confirmed, or did not."""
    found, frame, grid, codings, segments = tried(people, [1] * 7 + [0] * 5 + [1] * 6 + [0] * 20)
    cases = against(frame, grid, people, codings, segments)
    nobody = {"people_a": 0, "people_b": 0, "estimate": np.nan}
    of_hand = frame.assign(**nobody)
    told = robustness.robustness(
        found, cases, pd.concat([of_hand, frame.assign(estimator="verified")], ignore_index=True)
    )
    assert (told["exceptions"] == 11).all()
    assert (told["people"] == 38).all()


def test_an_unknown_attribute_that_people_are_nested_in_is_named(people):
    """The message names the setting and the attribute."""
    with pytest.raises(tables.TableError, match=r"sensitivity: nested: 'sitte' is no .*did you mean 'site'"):
        tried(people, [1] * 38, nested="sitte")


def test_groups_that_no_stratum_brings_together_are_told_apart(people):
    """Each group at a site of its own: nothing is alike, and nobody can be compared within one."""
    people["site"] = ["north"] * 12 + ["south"] * 26
    frame = tried(people, np.arange(38) % 7, strata="site")[0].set_index(["measure", "variant"])
    assert frame.loc[("salience", "main"), "reason"].startswith("no stratum holds people of both groups")
    assert frame.loc[("presence", "main"), "reason"] == ""


def test_who_has_nobody_beside_them_is_not_counted_in_a_variant(people):
    """Two who left live where others stayed: too few to compare talk within sites."""
    people["site"] = ["north"] * 10 + ["south"] * 28
    row = tried(people, np.arange(38) % 7, strata="site")[0].set_index(["measure", "variant"])
    assert row.loc[("salience", "main"), "people_a"] == 2
    assert row.loc[("salience", "main"), "reason"] == "fewer than 3 people in a group"
    assert row.loc[("presence", "main"), "people_a"] == 12
