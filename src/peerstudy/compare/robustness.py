"""How often a comparison holds, by kind of variant, and how many people run against it."""

import pandas as pd

from peerstudy import tables
from peerstudy.compare import estimators

ALL = "all"


def robustness(
    sensitivity: pd.DataFrame, negative_cases: pd.DataFrame, contrasts: pd.DataFrame
) -> pd.DataFrame:
    """Count variants that hold; name those that do not.

    Parameters
    ----------
    sensitivity, negative_cases, contrasts
        The tables of those names.

    Returns
    -------
    frame
        The table `robustness`. The row of kind `participant` is the line on leaving one person out.
    """
    tried = sensitivity[sensitivity["kind"] != "main"].assign(
        made=lambda f: f["estimate"].notna() & (f["reason"] == "")
    )
    both = pd.concat([tried, tried.assign(kind=ALL)])
    key = ["contrast", "theme", "measure", "kind"]
    frame = both.groupby(key).agg(variants=("made", "sum"), holding=("holds", "sum"), asked=("made", "size"))
    frame["refused"] = frame.pop("asked") - frame["variants"]
    frame = frame.reset_index()
    broken = (
        tried[~tried["holds"] & tried["made"]].sort_values("variant").groupby(key)["variant"].agg("; ".join)
    )
    frame["broken_by"] = frame.join(broken.rename("broken"), on=key)["broken"].fillna("")
    sure = estimators.directed(estimators.by_readers(contrasts))  # elsewhere nobody runs against anything
    held = sure.set_index(["contrast", "theme"])
    against = negative_cases.value_counts(["contrast", "theme"]).reindex(held.index, fill_value=0)
    told = pd.DataFrame({"exceptions": against, "people": held["people_a"] + held["people_b"]})
    frame = frame.join(told.astype("Int64"), on=["contrast", "theme"])
    return tables.check(frame.astype({"variants": int, "holding": int, "refused": int}), "robustness")
