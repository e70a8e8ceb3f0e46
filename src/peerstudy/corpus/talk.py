"""How much the people of each group said: who talks longer mentions more."""

import numpy as np
import pandas as pd

from peerstudy import tables

SHOWN = {"lower_quarter": 0.25, "median": 0.5, "upper_quarter": 0.75}


def talk(segments: pd.DataFrame, roster: pd.DataFrame) -> pd.DataFrame:
    """Words and segments a person, group by group.

    Parameters
    ----------
    segments, roster
        The tables of those names.

    Returns
    -------
    frame
        The table `talk`; analysed people who said nothing count with 0.
    """
    said = segments.groupby("participant").agg(words=("words", "sum"), segments=("segment", "size"))
    inside = roster[roster["group"] != ""]  # only who is analysed has one
    rows = []
    for group, people in inside.groupby("group"):
        for quantity in ("words", "segments"):
            own = said[quantity].reindex(people["participant"]).fillna(0).to_numpy(float)
            spread = {name: float(np.quantile(own, share)) for name, share in SHOWN.items()}
            rows.append(
                {"group": group, "quantity": quantity, "people": len(own), "mean": own.mean(), **spread}
            )
    return tables.check(pd.DataFrame(rows), "talk") if rows else tables.empty("talk")
