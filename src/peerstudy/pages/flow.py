"""How many people and interviews reached each stage of the study."""

import pandas as pd

from peerstudy import people

OUTSIDE = "outside the groups"


def flow(
    roster: pd.DataFrame, interviews: pd.DataFrame, speakers: pd.DataFrame, *, groups: list[str]
) -> pd.DataFrame:
    """Count people, interviews and words at each stage: named, by outcome, by group.

    Parameters
    ----------
    roster, interviews, speakers
        The tables of those names.
    groups
        Groups of the comparison in the order in which they are to be read.

    Returns
    -------
    frame
        The table `flow`; outcomes and groups that nobody reached are rows of zeros. An
        interview with several people counts once in each row that one of them is in.
    """
    analysed = roster[roster["outcome"] == "analysed"]
    held = people.held(interviews, speakers)
    rows = [_row("people", 0, "named", roster, held)]
    for order, outcome in enumerate(["analysed", "withdrawn", "refused", "lost"]):
        rows.append(_row("outcome", order, outcome, roster[roster["outcome"] == outcome], held))
    for order, group in enumerate(groups):
        rows.append(_row("group", order, group, analysed[analysed["group"] == group], held))
    rows.append(_row("group", len(groups), OUTSIDE, analysed[analysed["group"] == ""], held))
    return pd.DataFrame(rows)


def _row(stage: str, order: int, name: str, reached: pd.DataFrame, held: pd.DataFrame) -> dict[str, object]:
    took_part = held[held["participant"].isin(reached["participant"])]
    beside = held[held["interview"].isin(took_part["interview"])]
    return {
        "stage": stage,
        "order": order,
        "name": name,
        "people": len(reached),
        "interviews": took_part["interview"].nunique(),
        "repeated": int((took_part["participant"].value_counts() > 1).sum()),
        "joint": int((beside["interview"].value_counts() > 1).sum()),
        "words": int(reached["words"].sum()),
    }
