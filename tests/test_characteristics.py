"""Who people are, without naming them."""

import pandas as pd
import small_study

from peerstudy import characteristics, tables


def _counts(sites, smallest):
    roster = small_study.roster().assign(site=sites)
    frame = tables.check(characteristics.characteristics(roster, smallest_cell=smallest), "characteristics")
    return frame.set_index(["value", "group"])["n"]


def test_a_small_cell_is_withheld_with_the_one_that_would_give_it_away():
    """Of four people, three and one: the one is small, and the three would tell it."""
    n = _counts(["north"] * 3 + ["south"] * 5, smallest=2)

    assert pd.isna(n["south", "reds"])
    assert pd.isna(n["north", "reds"])
    assert n["south", "blues"] == 2


def test_cells_large_enough_are_shown():
    """Nothing is withheld without need."""
    n = _counts(["north"] * 2 + ["south"] * 6, smallest=2)

    assert n["north", "reds"] == n["south", "reds"] == 2
