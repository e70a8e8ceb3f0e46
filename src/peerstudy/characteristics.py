"""Who the people of each group are, without cells so small that they name somebody."""

import pandas as pd

from peerstudy import contracts

SUPPRESSED = "fewer than {smallest} people"


def characteristics(roster: pd.DataFrame, *, smallest_cell: int) -> pd.DataFrame:
    """Count people by group and attribute.

    Parameters
    ----------
    roster
        The table of that name; every column beyond its contract is an attribute.
    smallest_cell
        Counts of one person up to this number less one are withheld.

    Returns
    -------
    frame
        The table `characteristics`. Where only one cell of an attribute would be withheld in a group,
        the next smallest is withheld with it: it could be told from the group's size.
    """
    people = roster[(roster["outcome"] == "analysed") & (roster["group"] != "")]
    attributes = sorted(set(map(str, roster)) - set(contracts.contracts()["roster"].columns))
    rows = [
        {"attribute": attribute, "value": str(value), "group": str(group), "n": len(cell)}
        for attribute in attributes
        for (group, value), cell in people.groupby(["group", attribute])
    ]
    frame = pd.DataFrame(rows, columns=["attribute", "value", "group", "n"])
    frame["people"] = frame["group"].map(people["group"].value_counts())
    hidden = _hidden(frame, smallest_cell)
    frame["n"] = frame["n"].astype("Int64").mask(hidden)
    frame["reason"] = hidden.map({True: SUPPRESSED.format(smallest=smallest_cell), False: ""})
    return frame


def _hidden(frame: pd.DataFrame, smallest: int) -> "pd.Series[bool]":
    hidden = frame["n"] < smallest
    for _, cells in frame.groupby(["attribute", "group"]):
        open_cells = cells[~hidden[cells.index]]
        if hidden[cells.index].sum() == 1 and not open_cells.empty:
            hidden |= hidden.index == open_cells["n"].idxmin()
    return hidden
