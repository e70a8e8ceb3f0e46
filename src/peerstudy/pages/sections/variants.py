"""Whether a comparison holds when it is made otherwise."""

from typing import Any

import pandas as pd

from peerstudy.pages.sections.told import Grid, Told, told
from peerstudy.tables import rows
from peerstudy.wording import listed

ALL = "all"
SHORT = 6  # so many variants are named in a sentence


def made_otherwise(sensitivity: pd.DataFrame, robustness: pd.DataFrame) -> list[Told | list[Told]]:
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
    tried = sensitivity[(sensitivity["measure"] == "presence") & (sensitivity["kind"] != "main")]
    kinds = list(rows(robustness[(robustness["kind"] != ALL) & (robustness["measure"] == "presence")]))
    return [
        told(said, "robustness", row),
        *_named(
            "Not so",
            tried[~tried["holds"] & (tried["reason"] == "")],
            [
                told(f"by {_kind(k)} the same in {k.holding} of {k.variants}", "robustness", k)
                for k in kinds
                if k.holding < k.variants
            ],
        ),
        *_named(
            "It could not be made",
            tried[tried["reason"] != ""],
            [told(f"{k.refused} by {_kind(k)}", "robustness", k) for k in kinds if k.refused],
        ),
    ]


def _named(what: str, variants: pd.DataFrame, by_kind: list[Told]) -> list[Told | list[Told]]:
    """A few variants by name, many by kind."""
    if variants.empty:
        return []
    if len(variants) <= SHORT:
        named = listed([f"“{row.variant}”" for row in rows(variants)])
        return [told(f"{what}: {named}.", "sensitivity", next(rows(variants)))]
    return [[by_kind[0]._replace(text=f"{what}: {by_kind[0].text}"), *by_kind[1:]]] if by_kind else []


def _kind(row: Any) -> str:
    return str(row.kind).replace("_", " ")


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
                told(f"{row.exceptions} of {row.people}", "robustness", row)
                if row.variants and row.people
                else "",
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
