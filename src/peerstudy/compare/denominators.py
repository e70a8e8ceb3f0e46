"""Why people of a group are not in a denominator, with their number."""

import pandas as pd

from peerstudy import tables
from peerstudy.compare import pairing


def denominators(
    presence: pd.DataFrame, roster: pd.DataFrame, contrasts: pd.DataFrame, *, families: str
) -> pd.DataFrame:
    """Account for every analysed person of each group: counted, or left out for a reason.

    Parameters
    ----------
    presence, roster, contrasts
        The tables of those names.
    families
        Attribute of people that are not independent; those whose family is in both groups are left out. Empty
        for none.

    Returns
    -------
    frame
        The table `denominators`. Each person counts under the first reason that holds, in the order of the
        columns.

    Raises
    ------
    TableError
        If `families` is no attribute of the roster.
    """
    rows = []
    for row in tables.rows(contrasts.drop_duplicates(["contrast", "theme", "estimator"])):
        crossed = pairing.crossing(roster, [row.group_a, row.group_b], families)
        grid = presence[(presence["theme"] == row.theme) & (presence["estimator"] == row.estimator)]
        for group in (row.group_a, row.group_b):
            people = grid[grid["group"] == group]
            left = people["participant"].isin(crossed)
            applies = ~left & people["applies"]
            asked = applies & people["asked"]
            unasked = people[applies & ~people["asked"]]
            not_theirs = people[~left & ~people["applies"]]
            rows.append(
                {
                    "contrast": row.contrast,
                    "theme": row.theme,
                    "estimator": row.estimator,
                    "group": group,
                    "people": len(people),
                    "family_in_both": int(left.sum()),
                    "does_not_apply": len(not_theirs),
                    "inapplicable_speaking": int(not_theirs["present"].sum()),
                    "never_asked": len(unasked),
                    "unasked_speaking": int(unasked["present"].sum()),
                    "unread": int((asked & ~people["read"]).sum()),
                    "counted": int((asked & people["read"]).sum()),
                }
            )
    return pd.DataFrame(rows) if rows else tables.empty("denominators")
