"""Tables of a paper on how far coders agree, how well machines code, and whether enough was heard."""

from typing import Any

import pandas as pd

from peerstudy.pages.paper import Table
from peerstudy.tables import rows
from peerstudy.wording import counted, decimal

EVERY = "All themes together"


def agreement(table: pd.DataFrame, codebook: pd.DataFrame) -> Table:
    """A row a theme over segments and all coders, a column a coefficient.

    Parameters
    ----------
    table
        The table `agreement`.
    codebook
        The table of that name.
    """
    labels = {**dict(zip(codebook["theme"], codebook["label"], strict=True)), "all": EVERY}
    told = table[(table["unit"] == "segment") & (table["coders"] == "all")]
    if told["estimate"].isna().all():
        why = pd.DataFrame({"Not measured, because": list(dict.fromkeys(told["reason"]))})
        return Table("Agreement of coders", why)
    held = {(row.theme, row.coefficient): _coefficient(row) for row in rows(told)}
    named = list(dict.fromkeys(told["coefficient"]))
    made = [
        {"Theme": label} | {name: held.get((theme, name), "") for name in named}
        for theme, label in labels.items()
        if theme in set(told["theme"])
    ]
    note = "Unit: segment, every coder who read it. A coefficient that is not defined says why."
    return Table("Agreement of coders", pd.DataFrame(made, columns=["Theme", *named]), note)


def validation(table: pd.DataFrame, codebook: pd.DataFrame) -> Table:
    """A row a theme and coder beside the hand coder: what it was measured on and how well it found it.

    Parameters
    ----------
    table
        The table `validation`.
    codebook
        The table of that name.
    """
    labels = {**dict(zip(codebook["theme"], codebook["label"], strict=True)), "all": EVERY}
    place = {theme: number for number, theme in enumerate(labels)}
    told = table[table["group"] == ""]
    told = told.assign(place=told["theme"].map(place)).sort_values(["place", "coder"])
    made = [
        {"Theme": labels.get(row.theme, row.theme), "Coder": row.coder, "Segments": str(row.units)}
        | {name.capitalize(): _two(getattr(row, name)) for name in ("precision", "recall", "f1")}
        | {"Kappa": _kappa(row)}
        for row in rows(told)
    ]
    note = "On segments read whole or drawn at random. A second hand coder is the ceiling for a machine."
    columns = ["Theme", "Coder", "Segments", "Precision", "Recall", "F1", "Kappa"]
    return Table("Coders beside the hand codes", pd.DataFrame(made, columns=columns), note)


def stopping(table: pd.DataFrame) -> Table:
    """A row a group: themes heard, when the rule was met, and how much of what there is was heard.

    Parameters
    ----------
    table
        The table `stopping`.
    """
    made = [
        {
            "Group": row.group,
            "People": str(row.people),
            "Themes": str(row.themes),
            "Rule": row.rule,
            "Met after": row.reason or "not met" if pd.isna(row.stopped) else f"{row.confirmed} interviews",
            "First heard later": "" if pd.isna(row.later) else counted(row.later, "theme"),
            "Coverage (estimate)": _two(row.coverage),
        }
        for row in rows(table)
    ]
    note = (
        "Met after: the last interview of the run that confirms it. Coverage: the share of all mentions that "
        "themes heard so far make up."
    )
    return Table("Whether enough was heard", pd.DataFrame(made), note)


def _coefficient(row: Any) -> str:
    return _interval(row.estimate, row.low, row.high, row.reason)


def _kappa(row: Any) -> str:
    if row.abstained:
        return f"abstains: {row.reason}"
    return _interval(row.kappa, row.kappa_low, row.kappa_high, row.reason)


def _interval(estimate: float, low: float, high: float, reason: str) -> str:
    if pd.isna(estimate):
        return f"undefined: {reason}"
    return _two(estimate) + ("" if pd.isna(low) else f" ({decimal(low)} to {decimal(high)})")


def _two(number: float) -> str:
    return "" if pd.isna(number) else decimal(number)
