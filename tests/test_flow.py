"""Participant flow."""

import small_study

from peerstudy import flow, tables


def test_everyone_is_accounted_for():
    """Outcomes add up to everyone named, groups and those outside them to everyone analysed."""
    frame = tables.check(flow.flow(small_study.roster(), groups=small_study.GROUPS), "flow")
    people = frame.groupby("stage")["people"].sum()

    assert people["people"] == people["outcome"] == 8
    assert people["group"] == 7


def test_a_group_that_nobody_reached_is_a_row_of_zeros():
    """An empty group is shown, not forgotten."""
    frame = flow.flow(small_study.roster(), groups=["reds", "blues", "greens"])

    assert frame[frame["name"] == "greens"]["people"].tolist() == [0]
