"""Who people are, without naming them."""

import pandas as pd
import small_study

from peerstudy import tables
from peerstudy.corpus import characteristics


def _counts(sites, smallest, grouping="status"):
    roster = small_study.roster().assign(site=sites)
    frame = characteristics.characteristics(roster, grouping, smallest_cell=smallest)
    return tables.check(frame, "characteristics").set_index(["value", "group"])["n"]


def test_a_small_cell_is_withheld_with_the_one_that_would_give_it_away():
    """Of four people, three and one: the one is small, and the three, or the sum of a row, would tell it."""
    n = _counts(["north"] * 3 + ["south"] * 5, smallest=2)

    assert pd.isna(n["south", "reds"])
    assert pd.isna(n["north", "reds"])
    assert pd.isna(n["south", "blues"])


def test_cells_large_enough_are_shown():
    """Nothing is withheld without need."""
    n = _counts(["north"] * 2 + ["south"] * 6, smallest=2)

    assert n["north", "reds"] == n["south", "reds"] == 2


def test_the_attribute_that_made_the_groups_is_not_told_again():
    """Where each group is one value of it, its rows would only repeat the groups."""
    sites = ["north"] * 4 + ["south"] * 4

    assert _counts(sites, smallest=2, grouping="site").empty
    assert not _counts(sites, smallest=2).empty


def test_the_attribute_that_made_the_groups_is_told_where_a_group_gathers_several_values():
    """A group made of two values of it is described by them."""
    sites = ["north"] * 2 + ["west"] * 2 + ["south"] * 4

    assert _counts(sites, smallest=2, grouping="site")["west", "reds"] == 2


def test_a_person_alone_in_a_group_is_not_described_by_what_nobody_there_has():
    """The other value is withheld too: a row of zeros beside it would tell which one is true."""
    roster = small_study.roster().assign(site=["north"] * 4 + ["south"] * 4)
    roster["group"] = ["reds"] + ["blues"] * 7
    frame = characteristics.characteristics(roster, "status", smallest_cell=2)
    n = frame[frame["attribute"] == "site"].set_index(["value", "group"])["n"]

    assert pd.isna(n["north", "reds"]) and pd.isna(n["south", "reds"])
