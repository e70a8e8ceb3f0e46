"""How well the machine codes, beside people, and what that supports."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from peerstudy.compare.estimators import needed
from peerstudy.pages.sections.coders import ranged
from peerstudy.pages.sections.told import Grid, Told, told
from peerstudy.tables import rows
from peerstudy.wording import counted, percent

LEARNED = "_themes"  # tables of what a coder learned end so


def machine(
    validation: pd.DataFrame, contrasts: pd.DataFrame, labels: dict[str, str], helped: Mapping[str, str]
) -> list[Grid]:
    """How each machine coder does beside the hand coder and beside people, and what that supports.

    Parameters
    ----------
    validation, contrasts
        The tables of those names, placed.
    labels
        Names of themes.
    helped
        The machine coder that corrected and verified comparisons of a theme rest on.
    """
    everybody, contrasts = validation[validation["group"] == ""], needed(contrasts)
    people = everybody[everybody["source"] == "hand"]
    ceilings = {theme: list(rows(own)) for theme, own in people.groupby("theme")}
    grids = []
    for coder, own in everybody[everybody["source"] == "machine"].groupby("coder"):
        body = [
            [
                labels.get(row.theme, row.theme),
                told(f"{row.units} of {row.participants} people", "validation", row),
                _share(row, "prevalence"),
                _share(row, "precision"),
                _share(row, "recall"),
                _kappa(row),
                [_second(other) for other in ceilings.get(row.theme, [])],
                _share(row, "ece"),
                supports(row, contrasts[contrasts["theme"] == row.theme], coder == helped.get(row.theme)),
            ]
            for row in rows(_ordered(own, labels))
        ]
        head = [
            "Theme",
            "Segments",
            "Hold it",
            "Precision",
            "Recall",
            "Kappa",
            "Kappa of a second reader",
            "Calibration error",
            "What it supports",
        ]
        grids.append(Grid(f"Coder {coder} beside the hand coder", head, body))
    return grids


def abstentions(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """Which machine coders the hand codes did not support, and on how many themes, in a sentence each.

    Parameters
    ----------
    tables
        By name: validation; where that is empty since a study measures no coder, what each coder learned.
    """
    checked = tables["validation"]
    everybody = checked[(checked["group"] == "") & (checked["source"] == "machine")]
    without = {str(coder): own["abstained"] for coder, own in everybody.groupby("coder")} or {
        name.removesuffix(LEARNED): table["reason"] != ""
        for name, table in tables.items()
        if name.endswith(LEARNED)
    }
    said = []
    for coder, abstained in without.items():
        coded = int((~abstained).sum())
        left = "it abstained from the others" if coded else "it coded nothing"
        if coded < len(abstained):
            of = f"{coded or 'none'} of {counted(len(abstained), 'theme')}"
            said.append(f"The hand codes supported {coder} on {of}; {left}.")
    return said


def _ordered(table: pd.DataFrame, labels: dict[str, str]) -> pd.DataFrame:
    return table.assign(order=table["theme"].map({t: i for i, t in enumerate(labels)})).sort_values("order")


def _share(row: Any, name: str) -> Told | str:
    share = getattr(row, name)
    return "" if pd.isna(share) else told(percent(share), "validation", row)


def _kappa(row: Any, before: str = "") -> Told:
    if row.abstained:
        return told("abstains", "validation", row)
    known = pd.notna(row.kappa)
    return told(
        before + (ranged(row.kappa, row.kappa_low, row.kappa_high) if known else "undefined"),
        "validation",
        row,
    )


def _second(row: Any) -> Told:
    """Kappa of a second reader, with what that was measured on: seldom all that the machine's is."""
    read = f"{counted(row.units, 'segment')} of {row.participants} people"
    found = _kappa(row)
    return found._replace(text=f"{row.coder}: {found.text}, {read}")


def supports(row: Any, contrasts: pd.DataFrame, corrects: bool) -> list[Told]:
    """What a machine coder's codes of one theme may be used for.

    Parameters
    ----------
    row
        The coder's row of `validation` for everybody, placed.
    contrasts
        The rows of that table for the theme, placed.
    corrects
        Whether corrected and verified comparisons rest on this coder.
    """
    if row.abstained:
        return [told(row.reason, "validation", row)]
    uses = {
        "corrected": "corrected share of talk",
        "verified": "presence as a person read it",
    }
    held = contrasts[contrasts["estimator"].isin(uses)] if corrects else contrasts.iloc[:0]
    found = [
        told(f"{uses[c.estimator]} is {_use(c.reason)}", "contrasts", c)
        for c in rows(
            held[held["measure"] == held["estimator"].map({"corrected": "salience", "verified": "presence"})]
        )
    ]
    why = f": {row.reason}" if row.reason else ""
    return found or [told(f"finding passages to read; no comparison rests on it{why}", "validation", row)]


def _use(reason: str) -> str:
    if not reason:
        return "compared"
    return reason if reason.startswith("withheld") else f"not compared: {reason}"


def by_group(validation: pd.DataFrame, labels: dict[str, str]) -> Grid:
    """How each coder does in each group: error that differs between groups makes differences of its own.

    Parameters
    ----------
    validation
        The table of that name, placed.
    labels
        Names of themes.
    """
    shown = validation[(validation["group"] != "") & ~validation["abstained"]]
    groups = list(dict.fromkeys(shown["group"]))
    body = []
    for (_, coder), own in _ordered(shown, labels).groupby(["order", "coder"]):
        cells = {row.group: row for row in rows(own)}
        theme = str(own["theme"].iloc[0])
        body.append([labels.get(theme, theme), str(coder), *(_in_group(cells.get(g)) for g in groups)])
    return Grid("Coders by group", ["Theme", "Coder", *groups], body)


def _in_group(row: Any) -> Told | str:
    if row is None:
        return ""
    shares = [f"{name} {percent(v)}" for name in ("recall", "precision") if pd.notna(v := getattr(row, name))]
    told_of = ", ".join(shares) or "undefined"
    return told(f"{told_of} ({row.units} segments of {row.participants} people)", "validation", row)
