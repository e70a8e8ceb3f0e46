"""Participant flow."""

import pandas as pd
import small_study

from peerstudy import tables
from peerstudy.pages import flow, narrative


def counted(interviews: pd.DataFrame, speakers: pd.DataFrame, *, groups: list[str]) -> pd.DataFrame:
    """The table of the small study with these interviews."""
    return tables.check(flow.flow(small_study.roster(), interviews, speakers, groups=groups), "flow")


def test_everyone_is_accounted_for():
    """Outcomes add up to everyone named, groups and those outside them to everyone analysed."""
    frame = counted(small_study.interviews(), tables.empty("speakers"), groups=small_study.GROUPS)
    people = frame.groupby("stage")["people"].sum()

    assert people["people"] == people["outcome"] == 8
    assert people["group"] == 7


def test_a_group_that_nobody_reached_is_a_row_of_zeros():
    """An empty group is shown, not forgotten."""
    frame = counted(small_study.interviews(), tables.empty("speakers"), groups=["reds", "blues", "greens"])

    assert frame[frame["name"] == "greens"]["people"].tolist() == [0]


def test_an_interview_with_several_people_counts_once():
    """A conversation of two reds and a blue is one interview, of the study and of either group."""
    talk = small_study.interviews().head(1).assign(participant="")
    speakers = pd.DataFrame(
        {"interview": "I1", "label": list("ABC"), "role": "member", "participant": ["P1", "P2", "P5"]}
    )
    frame = counted(talk, speakers, groups=small_study.GROUPS).set_index("name")

    assert frame.loc[["named", "analysed", "reds", "blues"], "interviews"].tolist() == [1, 1, 1, 1]
    assert frame.loc[["analysed", "blues"], "joint"].tolist() == [1, 1]


def test_who_was_interviewed_twice_and_who_beside_another_is_told():
    """Sixteen interviews of fifteen people may hide both; where nobody was, nothing is said."""
    again = small_study.interviews().head(1).assign(interview="I9", order=9)
    both = pd.DataFrame({"interview": "I2", "label": ["C"], "role": "member", "participant": ["P3"]})
    plain = counted(small_study.interviews(), tables.empty("speakers"), groups=small_study.GROUPS)
    frame = counted(pd.concat([small_study.interviews(), again]), both, groups=small_study.GROUPS)

    told = narrative.flow(frame)
    assert "2 people were interviewed more than once." in told  # P1, and P3 alone and beside P2
    assert "1 interview was with more than one person." in told
    assert not [sentence for sentence in narrative.flow(plain) if "more than" in sentence]
