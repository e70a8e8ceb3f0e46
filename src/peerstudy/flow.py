"""How many people and interviews reached each stage of the study."""

import pandas as pd

OUTSIDE = "outside the groups"


def flow(roster: pd.DataFrame, *, groups: list[str]) -> pd.DataFrame:
    """Count people, interviews and words at each stage: named, by outcome, by group.

    Parameters
    ----------
    roster
        The table of that name.
    groups
        Groups of the comparison in the order in which they are to be read.

    Returns
    -------
    frame
        The table `flow`; outcomes and groups that nobody reached are rows of zeros.
    """
    analysed = roster[roster["outcome"] == "analysed"]
    rows = [_row("people", 0, "named", roster)]
    for order, outcome in enumerate(["analysed", "withdrawn", "refused", "lost"]):
        rows.append(_row("outcome", order, outcome, roster[roster["outcome"] == outcome]))
    for order, group in enumerate(groups):
        rows.append(_row("group", order, group, analysed[analysed["group"] == group]))
    rows.append(_row("group", len(groups), OUTSIDE, analysed[analysed["group"] == ""]))
    return pd.DataFrame(rows)


def _row(stage: str, order: int, name: str, people: pd.DataFrame) -> dict[str, object]:
    return {
        "stage": stage,
        "order": order,
        "name": name,
        "people": len(people),
        "interviews": int(people["interviews"].sum()),
        "words": int(people["words"].sum()),
    }
