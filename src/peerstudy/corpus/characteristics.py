"""Who the people of each group are, without cells so small that they name somebody."""

import pandas as pd

from peerstudy import contracts
from peerstudy.corpus.suppression import suppressed

SUPPRESSED = "fewer than {smallest} people, or it would give away a cell that is"


def characteristics(roster: pd.DataFrame, grouping: str, *, smallest_cell: int) -> pd.DataFrame:
    """Count people by group and attribute.

    Parameters
    ----------
    roster
        The table of that name; every column beyond its contract is an attribute.
    grouping
        Attribute that the groups were made from; left out where each group has but one value of it, so that
        it would only repeat them.
    smallest_cell
        Counts from 1 to `smallest_cell` - 1 are withheld.

    Returns
    -------
    frame
        The table `characteristics`. Where only one cell of a value, or of an attribute in a group, would be
        withheld, the next smallest is withheld with it, nobody at last: it could be told from the sums.
    """
    people = roster[(roster["outcome"] == "analysed") & (roster["group"] != "")]
    attributes = sorted(set(map(str, roster)) - set(contracts.contracts()["roster"].columns))
    if grouping in attributes and len(people[["group", grouping]].drop_duplicates()) == len(
        set(people["group"])
    ):
        attributes.remove(grouping)
    rows = [row for attribute in attributes for row in _of_attribute(people, attribute, smallest_cell)]
    frame = pd.DataFrame(rows, columns=["attribute", "value", "group", "n", "people"])
    hidden = frame["n"].isna()
    return frame.assign(reason=hidden.map({True: SUPPRESSED.format(smallest=smallest_cell), False: ""}))


def _of_attribute(people: pd.DataFrame, attribute: str, smallest: int) -> list[tuple[object, ...]]:
    """One row a value and group in which somebody has it, or may have."""
    counts = pd.crosstab(people[attribute], people["group"])
    shown, sizes = suppressed(counts, smallest=smallest), people["group"].value_counts()
    return [
        (attribute, str(value), str(group), shown.loc[value, group], sizes[group])
        for value in counts.index
        for group in counts.columns
        if counts.loc[value, group] or pd.isna(shown.loc[value, group])
    ]
