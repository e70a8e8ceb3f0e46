"""The tables `agreement` and `disagreements`: only what two coders have read is compared."""

import numpy as np
import pandas as pd
import pytest

from peerstudy import tables
from peerstudy.agree import agreement as step
from peerstudy.agree import alpha
from peerstudy.agree.coincidences import from_values
from peerstudy.agree.disagreements import disagreements

ALL = list(step.COEFFICIENTS)
SAID = "abcdefghij"  # what every segment says: ten characters


def study(marks, *, coverage=None, drawn=(), parents=None, people=None):
    """Frames of a study of one turn an interview, cut into segments of ten characters.

    `marks` holds (coder, interview, first, last, theme): characters of the turn; eight segments an interview.
    """
    interviews = sorted({mark[1] for mark in marks} | {row[0] for row in coverage or []})
    parents = parents or {}
    themes = sorted({mark[4] for mark in marks} | set(parents) | set(parents.values()) | {"t", "u"})
    segments = pd.DataFrame(
        {
            "segment": f"{interview}-{n}",
            "interview": interview,
            "participant": (people or {}).get(interview, f"P{interview}"),
            "speaker": "participant",
            "turn": 1,
            "start": 10 * n,
            "end": 10 * n + 10,
            "text": SAID,
            "words": 1,
        }
        for interview in interviews
        for n in range(8)
    )
    coders = sorted({mark[0] for mark in marks})
    whole = [(interview, coder, "whole") for interview in interviews for coder in coders]
    spans = pd.DataFrame(
        [(i, 1, first, last, theme, coder, "x", "", "") for coder, i, first, last, theme in marks],
        columns=list(tables.contracts()["spans"].columns),
    )
    above = {theme: ([parents[theme]] if theme in parents else []) for theme in themes}
    codings = pd.DataFrame(
        sorted(
            {
                (f"{i}-{n}", each, coder, "hand", 1.0, "", "")
                for coder, i, first, last, theme in marks
                for n in range(first // 10, (last - 1) // 10 + 1)
                for each in [theme, *above[theme]]
            }
        ),
        columns=["segment", "theme", "coder", "source", "probability", "evidence", "valence"],
    )
    codebook = pd.DataFrame(
        {"theme": theme, "parent": parents.get(theme, ""), "rolls_up": True, "order": order, "applies_to": ""}
        for order, theme in enumerate(themes, 1)
    )
    sample = segments[["segment"]].assign(probability=0.5, drawn=segments["segment"].isin(drawn))
    listed = pd.DataFrame(coverage or whole, columns=["interview", "coder", "scope"])
    return {
        "codings": codings,
        "coverage": listed,
        "segments": segments,
        "sample": sample,
        "spans": spans,
        "codebook": codebook,
        "roster": pd.DataFrame({"participant": segments["participant"].unique(), "role": "member"}),
    }


def agree(frames, *, units=("segment",), coefficients=("alpha",), adjudicated=()):
    return (
        step.agreement(
            **frames,
            units=list(units),
            coefficients=list(coefficients),
            adjudicated=list(adjudicated),
            level=0.95,
        )
        .set_index(["theme", "unit", "coders", "coefficient"])
        .sort_index()
    )


FOUR = [
    *[
        ("A", i, 10 * n, 10 * n + 10, "t")
        for i, n in [("1", 0), ("1", 1), ("2", 3), ("3", 5), ("4", 2), ("4", 3)]
    ],
    *[("B", i, 10 * n, 10 * n + 10, "t") for i, n in [("1", 0), ("2", 3), ("2", 4), ("3", 5), ("4", 2)]],
]


def test_a_pair_on_segments():
    """Units, prevalence, raw agreement and alpha are those of the plain table of marks."""
    values = np.zeros((32, 2))
    for coder, interview, first, _, _ in FOUR:
        values[8 * (int(interview) - 1) + first // 10, "AB".index(coder)] = 1
    row = agree(study(FOUR)).loc[("t", "segment", "A,B", "alpha")]

    assert row["units"] == 32
    assert row["prevalence"] == pytest.approx(11 / 64)
    assert row["observed"] == pytest.approx(29 / 32)
    assert row["estimate"] == pytest.approx(float(alpha.nominal(from_values(values).whole()).estimate))
    assert row["low"] < row["estimate"] < row["high"] < 1
    assert row["reason"] == ""


@pytest.mark.parametrize("unit", ["segment", "characters", "participant"])
def test_silence_of_those_who_could_not_speak_is_no_agreement(unit):
    """Words of people to whom a theme does not apply leave its coefficients as if they were not there."""
    frames = study(FOUR)
    frames["roster"]["role"] = ["member", "member", "member", "guest"]
    frames["codebook"].loc[frames["codebook"]["theme"] == "t", "applies_to"] = '{"role": ["member"]}'
    without = study([mark for mark in FOUR if mark[1] != "4"])
    names = ["alpha", "ac1"]
    there, gone = (agree(f, units=[unit], coefficients=names) for f in (frames, without))

    pd.testing.assert_frame_equal(there.loc[["t"]], gone.loc[["t"]])
    assert there.loc[("u", unit, "A,B", "alpha"), "units"] > gone.loc[("u", unit, "A,B", "alpha"), "units"]


def test_two_coders_are_all_coders():
    """With two coders, `all` says what the pair says."""
    frame = agree(study(FOUR), units=step.UNITS, coefficients=ALL).reset_index()
    pair, everyone = (frame[frame["coders"] == who].drop(columns="coders") for who in ("A,B", "all"))

    pd.testing.assert_frame_equal(pair.reset_index(drop=True), everyone.reset_index(drop=True))


def test_the_grid_is_complete():
    """Every theme of the codebook has its rows, also one that nobody ever gave."""
    frame = agree(study(FOUR), units=step.UNITS, coefficients=ALL).reset_index()
    counts = frame[frame["coders"] == "A,B"].groupby(["theme", "unit"]).size().to_dict()

    assert {theme: counts[theme, "segment"] for theme in ("t", "u", "all")} == {"t": 10, "u": 10, "all": 3}
    assert {theme: counts[theme, "characters"] for theme in ("t", "u")} == {"t": 11, "u": 11}
    assert len(frame) == 2 * (2 * (10 + 10 + 3) + 2 * 11)


def test_unread_is_not_absent():
    """An interview that one coder did not read leaves the comparison, whatever the other found in it."""
    marks = [*FOUR, *[("A", "5", 10 * n, 10 * n + 10, "t") for n in range(8)]]
    read = [(i, c, "whole") for i in "1234" for c in "AB"] + [("5", "A", "whole")]
    found = agree(study(marks, coverage=read), units=step.UNITS, coefficients=ALL)

    pd.testing.assert_frame_equal(found, agree(study(FOUR), units=step.UNITS, coefficients=ALL))


def test_a_sample_is_read_where_it_was_drawn():
    """A coder of the sample is compared on drawn segments only; their other codes do not count."""
    read = [("1", "A", "whole"), ("2", "A", "whole"), ("1", "B", "whole"), ("2", "B", "sample")]
    marks = [mark for mark in FOUR if mark[1] in "12"]
    found = agree(study(marks, coverage=read, drawn=["2-3", "2-7"]), units=["segment", "characters"])

    assert found["units"].loc["t", :, "A,B", "alpha"].to_dict() == {"segment": 10, "characters": 100}
    assert found["prevalence"].loc["t", "segment", "A,B", "alpha"] == pytest.approx(5 / 20)


def test_presence_is_judged_on_what_both_read():
    """Participant x presence: B, who read half of it, is not blamed for what stands in the other half."""
    marks = [("A", "1", 0, 10, "t"), ("A", "2", 0, 10, "t"), ("B", "2", 0, 10, "t"), ("B", "1", 70, 75, "u")]
    read = [("1", "A", "whole"), ("2", "A", "whole"), ("1", "B", "sample"), ("2", "B", "whole")]
    drawn = [f"1-{n}" for n in range(4, 8)]
    found = agree(study(marks, coverage=read, drawn=drawn), units=["participant"], coefficients=["agreement"])

    assert found.loc[("t", "participant", "A,B", "agreement"), "units"] == 2
    assert found.loc[("t", "participant", "A,B", "agreement"), "observed"] == 1
    assert found.loc[("u", "participant", "A,B", "agreement"), "observed"] == 0.5


def test_two_interviews_of_a_person_are_one_participant():
    """A person interviewed twice is one unit, and one to leave out."""
    people = {"1": "P", "2": "P", "3": "Q", "4": "R"}
    found = agree(study(FOUR, people=people), units=["participant"])

    assert found.loc[("t", "participant", "A,B", "alpha"), "units"] == 3


def test_talk_of_nobody_in_particular_belongs_to_its_interview():
    """Segments without a participant are left out together, interview by interview."""
    nameless = study(FOUR, people=dict.fromkeys("1234", ""))

    pd.testing.assert_frame_equal(agree(nameless), agree(study(FOUR)))


def test_characters_see_what_segments_hide():
    """Half a segment marked by A and all of it by B: agreed as a segment, half agreed in characters."""
    marks = [("A", "1", 0, 5, "t"), ("B", "1", 0, 10, "t")]
    found = agree(study(marks), units=["segment", "characters"], coefficients=["positive"])["estimate"]

    assert found.loc["t", "segment", "A,B", "positive"] == 1
    assert found.loc["t", "characters", "A,B", "positive"] == pytest.approx(2 * 5 / 15)


def test_characters_one_by_one():
    """Stretches with their length give what single characters give, overlapping passages included."""
    rng = np.random.default_rng(4)
    marks, values = [], np.zeros((240, 2))
    for _ in range(20):
        coder, interview, first = rng.integers(2), rng.integers(3), rng.integers(70)
        last = int(first + rng.integers(1, 10))
        marks.append(("AB"[coder], "123"[interview], int(first), last, "t"))
        values[80 * interview + first : 80 * interview + last, coder] = 1
    found = agree(study(marks), units=["characters"]).loc[("t", "characters", "A,B", "alpha")]
    people = from_values(values, clusters=np.repeat([0, 1, 2], 80))

    assert found["units"] == 240
    assert found["estimate"] == pytest.approx(float(alpha.nominal(people.whole()).estimate))


def test_passages_end_with_the_turn():
    """Alpha of passages: a mark over two segments of a turn is one passage, over two turns it is two."""
    over = [("A", "1", 5, 15, "t"), ("B", "1", 0, 20, "t")]
    turns = study(over)
    turns["segments"].loc[1:, "turn"] = 2
    split = (
        turns["spans"]
        .iloc[[0, 0, 1, 1]]
        .assign(turn=[1, 2, 1, 2], start=[5, 10, 0, 10], end=[10, 15, 10, 20])
    )
    one = agree(study(over), units=["characters"], coefficients=["alpha", "alpha_u"])["estimate"]
    two = agree({**turns, "spans": split}, units=["characters"], coefficients=["alpha", "alpha_u"])[
        "estimate"
    ]

    assert one.loc["t", "characters", "A,B", "alpha"] == two.loc["t", "characters", "A,B", "alpha"]
    assert one.loc["t", "characters", "A,B", "alpha_u"] > two.loc["t", "characters", "A,B", "alpha_u"]


def test_children_count_for_their_parents():
    """A and B gave different children of one parent: they agree on the parent, in characters too."""
    marks = [("A", "1", 0, 10, "child"), ("B", "1", 0, 10, "other")]
    frames = study(marks, parents={"child": "parent", "other": "parent"})
    found = agree(frames, units=["segment", "characters"], coefficients=["positive"])["estimate"]

    assert found.loc["parent", :, "A,B", "positive"].tolist() == [1, 1]
    assert found.loc["child", :, "A,B", "positive"].tolist() == [0, 0]


def test_sets_hold_no_parents():
    """Sets of themes: half of two themes shared is .5 by Jaccard, although the parent is shared."""
    marks = [("A", "1", 0, 10, "x"), ("B", "1", 0, 10, "x"), ("A", "1", 0, 10, "y")]
    frames = study(marks, parents={"x": "above", "y": "above"})
    row = agree(frames, coefficients=["alpha_jaccard"]).loc[("all", "segment", "A,B", "alpha_jaccard")]

    assert row["observed"] == pytest.approx(1 - 0.5 / 8)
    assert row["prevalence"] == pytest.approx(2 / 16)


THREE = [*FOUR, *[("C", i, 10 * n, 10 * n + 10, "t") for i, n in [("1", 1), ("3", 5)]]]


def test_three_coders_pair_by_pair_and_together():
    """Every two of them, and all of them; coefficients of two coders say so."""
    found = agree(study(THREE), coefficients=["alpha", "cohen", "pabak"])

    assert found.index.get_level_values("coders").unique().tolist() == ["A,B", "A,C", "B,C", "all"]
    assert found.loc[("t", "segment", "all", "cohen"), "reason"] == "for two coders only"
    assert np.isnan(found.loc[("t", "segment", "all", "pabak"), "estimate"])
    assert found.loc[("t", "segment", "A,C", "cohen"), "estimate"] < 1


def test_whoever_settles_differences_is_no_witness():
    """An adjudicated coder changes nothing."""
    settled = [*FOUR, *[("consensus", *mark[1:]) for mark in FOUR]]

    pd.testing.assert_frame_equal(agree(study(settled), adjudicated=["consensus"]), agree(study(FOUR)))


def test_machine_codes_are_no_coder():
    """Machine rows are validated elsewhere; here they do not count."""
    frames = study(FOUR)
    machine = frames["codings"].assign(coder="patterns", source="machine", probability=0.3)
    both = {**frames, "codings": pd.concat([frames["codings"], machine])}

    pd.testing.assert_frame_equal(agree(both), agree(frames))


def test_a_theme_nobody_found():
    """Kappa and its kin are empty, with the reason; what is defined stays: both agree that it is absent."""
    found = agree(study(FOUR), coefficients=ALL).loc[("u", "segment", "A,B")]
    empty = found[found["estimate"].isna()]

    assert sorted(empty.index) == ["alpha", "cohen", "conger", "fleiss", "positive"]
    assert set(empty["reason"]) == {"no coder found the theme"}
    assert empty["observed"].isna().all()
    assert found.loc["agreement", "estimate"] == 1
    assert found.loc["agreement", "reason"] == "coders agree everywhere: no interval"


def test_a_theme_found_everywhere():
    """The same at the other end."""
    marks = [(coder, i, 0, 80, "t") for coder in "AB" for i in "12"]
    found = agree(study(marks), coefficients=["alpha", "negative"])

    assert set(found.loc["t"]["reason"]) == {"every coder found the theme everywhere"}


@pytest.mark.parametrize("coders", ["A", "AB"])
def test_nothing_read_twice(coders):
    """One coder alone, or two who read different interviews: rows with the reason, no number."""
    marks = [mark for mark in FOUR if mark[0] in coders]
    read = [(i, "A" if i in "12" else coders[-1], "whole") for i in "1234"]
    found = agree(study(marks, coverage=read), units=step.UNITS, coefficients=ALL)

    assert set(found["reason"]) <= {"nothing was read by two coders", "for two coders only"}
    assert found["units"].eq(0).all()
    assert found[["prevalence", "observed", "estimate", "low", "high"]].isna().all(axis=None)


def test_one_participant_has_no_interval():
    """With one participant the estimate stands without an interval, and says why."""
    marks = [mark for mark in FOUR if mark[1] == "1"]
    row = agree(study(marks)).loc[("t", "segment", "A,B", "alpha")]

    assert not np.isnan(row["estimate"])
    assert np.isnan(row["low"])
    assert row["reason"] == "fewer than two participants: no interval"


def test_people_who_are_never_said_alike_to_be_silent_have_no_interval():
    """Both find the theme in nine of ten people, and never is the same one silent."""
    marks = [("A", str(i), 0, 10, "t") for i in range(1, 10)] + [
        ("B", str(i), 0, 10, "t") for i in range(2, 11)
    ]
    found = agree(study(marks), units=("participant",), coefficients=["alpha", "agreement"])

    alpha_of, raw = (found.loc[("t", "participant", "A,B", name)] for name in ("alpha", "agreement"))
    assert alpha_of["reason"] == "coders never agree that it is absent: no interval"
    assert np.isnan(alpha_of["low"])
    assert not np.isnan(alpha_of["estimate"])
    assert not np.isnan(raw["low"])


def test_order_of_rows_is_nothing():
    """Shuffled tables give the same frame."""
    frames = study(THREE)
    shuffled = {name: frame.sample(frac=1, random_state=3) for name, frame in frames.items()}
    found = agree(shuffled, units=step.UNITS, coefficients=ALL)

    pd.testing.assert_frame_equal(found, agree(frames, units=step.UNITS, coefficients=ALL))


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"units": ["segments"]}, r"units: 'segments' is unknown \(did you mean 'segment'\?\)"),
        ({"coefficients": ["kappa"]}, r"coefficients: 'kappa' is unknown.* Allowed: agreement, positive"),
    ],
)
def test_unknown_choices_are_named(choice, message):
    """A slip in study.yaml is named with what is allowed."""
    with pytest.raises(ValueError, match=message):
        agree(study(FOUR), **choice)


def test_codes_of_segments_that_are_gone():
    """Codings of an earlier cut of the text stop the run."""
    frames = study(FOUR)
    frames["segments"] = frames["segments"].iloc[1:]

    with pytest.raises(ValueError, match=r"no such segment.*1-0.*cut anew"):
        agree(frames)


def test_a_sample_that_nobody_drew():
    """Somebody read a sample and there is none: an error, not an empty comparison."""
    read = [("1", "A", "whole"), ("1", "B", "sample")]

    with pytest.raises(ValueError, match=r"coverage: B read a sample, but no segment was drawn"):
        agree(study(FOUR[:2] + FOUR[6:7], coverage=read))


def differences(frames, adjudicated=()):
    read = {name: frame for name, frame in frames.items() if name != "roster"}
    found = disagreements(**read, adjudicated=list(adjudicated))
    return tables.check(found, "disagreements")


def test_differences_side_by_side():
    """Each segment that one found and another missed, with what each of them marked."""
    found = differences(
        study([*THREE, ("A", "2", 42, 44, "u"), ("A", "2", 46, 48, "u"), ("B", "2", 40, 52, "u")])
    )
    columns = ["segment", "theme", "found_by", "missed_by", "marked"]

    assert found[columns].to_numpy().tolist() == [
        ["1-0", "t", "A; B", "C", f"A: {SAID} | B: {SAID}"],
        ["1-1", "t", "A; C", "B", f"A: {SAID} | C: {SAID}"],
        ["2-3", "t", "A; B", "C", f"A: {SAID} | B: {SAID}"],
        ["2-4", "t", "B", "A; C", f"B: {SAID}"],
        ["2-4", "u", "A; B", "C", f"A: cd ... gh | B: {SAID}"],
        ["2-5", "u", "B", "A; C", "B: ab"],
        ["4-2", "t", "A; B", "C", f"A: {SAID} | B: {SAID}"],
        ["4-3", "t", "A", "B; C", f"A: {SAID}"],
    ]


def test_what_was_settled_stands_beside():
    """The adjudicated coder decides: yes, no, or nothing yet; and is neither finder nor witness."""
    marks = [*FOUR, ("consensus", "1", 10, 20, "t")]
    read = [(i, c, "whole") for i in "1234" for c in "AB"] + [(i, "consensus", "whole") for i in "12"]
    found = differences(study(marks, coverage=read), adjudicated=["consensus"])

    assert found[["segment", "settled"]].to_numpy().tolist() == [["1-1", "yes"], ["2-4", "no"], ["4-3", ""]]
    assert (
        not found[["found_by", "missed_by"]].apply(lambda who: who.str.contains("consensus")).any(axis=None)
    )


def test_full_agreement_leaves_an_empty_table():
    """No difference: a table without rows, by the contract."""
    marks = [(coder, "1", 0, 10, "t") for coder in "AB"]

    assert differences(study(marks)).empty
