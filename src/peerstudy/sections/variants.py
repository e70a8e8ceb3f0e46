"""Whether a comparison holds when it is made otherwise."""

from typing import Any

import pandas as pd

from peerstudy.sections.told import Grid, Told, told
from peerstudy.tables import rows
from peerstudy.wording import listed

ALL = "all"
SHORT = 6  # so many variants are named in a sentence


def made_otherwise(sensitivity: pd.DataFrame, robustness: pd.DataFrame) -> list[Told]:
    """How often one contrast of one theme says the same, and with what it does not, in sentences.

    Parameters
    ----------
    sensitivity, robustness
        The rows of those tables for the contrast and theme, placed; empty where it was not tried.
    """
    whole = robustness[(robustness["kind"] == ALL) & (robustness["measure"] == "presence")]
    if whole.empty:
        return []
    row = next(rows(whole))
    said = f"Made otherwise in {row.variants} ways, it says the same in {row.holding}."
    return [told(said, "robustness", row), *_broken(sensitivity[sensitivity["measure"] == "presence"])]


def _broken(variants: pd.DataFrame) -> list[Told]:
    tried = variants[variants["kind"] != "main"]
    failed = {
        "Not so": tried[~tried["holds"] & (tried["reason"] == "")],
        "It could not be made": tried[tried["reason"] != ""],
    }
    sentences = []
    for verb, held in failed.items():
        named = [f"“{row.variant}”" for row in rows(held)]
        if named and len(named) <= SHORT:
            sentences.append(told(f"{verb}: {listed(named)}.", "sensitivity", next(rows(held))))
        elif named:
            kinds = [
                f"{n} of kind {str(kind).replace('_', ' ')}"
                for kind, n in held["kind"].value_counts(sort=False).items()
            ]
            sentences.append(told(f"{verb}: {listed(kinds)}.", "sensitivity", next(rows(held))))
    return sentences


def robustness(table: pd.DataFrame, labels: dict[str, str]) -> list[Grid]:
    """How often each comparison says the same, kind by kind of variant; a grid a contrast.

    Parameters
    ----------
    table
        The table of that name, placed.
    labels
        Names of themes in the order of the codebook.
    """
    kinds = sorted(set(table["kind"]) - {ALL})
    order = {theme: place for place, theme in enumerate(labels)}
    cells = {(r.contrast, r.theme, r.measure, r.kind): r for r in rows(table)}
    ordered = table.assign(order=table["theme"].map(order)).sort_values(["order", "measure"])
    named = [f"By {kind.replace('_', ' ')}" for kind in kinds]
    head = ["Theme", "Measure", "People against it", "Of all ways", "Could not be made", *named]
    grids = []
    for contrast, own in ordered[ordered["kind"] == ALL].groupby("contrast", sort=False):
        body = [
            [
                labels.get(row.theme, row.theme),
                {"presence": "speaks of it", "salience": "share of talk"}[row.measure],
                told(f"{row.exceptions} of {row.people}", "robustness", row),
                _holding(row),
                told(str(row.refused), "robustness", row) if row.refused else "",
                *(_holding(cells.get((contrast, row.theme, row.measure, kind))) for kind in kinds),
            ]
            for row in rows(own)
        ]
        grids.append(Grid(f"{contrast}, made otherwise", head, body))
    return grids


def _holding(row: Any) -> Told | str:
    if row is None:
        return ""
    return told(f"{row.holding} of {row.variants}" if row.variants else "none made", "robustness", row)
