"""Whether a comparison holds when it is made otherwise."""

from typing import Any

import pandas as pd

from peerstudy.pages.sections.told import Grid, Told, told
from peerstudy.tables import rows
from peerstudy.wording import listed, points

ALL = "all"
PERSON = "participant"  # one person left out at a time: many ways, each of them small
SHORT = 6  # so many variants are named in a sentence


def made_otherwise(sensitivity: pd.DataFrame, robustness: pd.DataFrame) -> list[Told | list[Told]]:
    """How often one contrast of one theme says the same, how far it moves, and with what it does not.

    An interval that takes in 0 leaves the matter open, so that ways which take it in too confirm nothing.

    Parameters
    ----------
    sensitivity, robustness
        The rows of those tables for the contrast and theme, placed; empty where it was not tried.
    """
    own = sensitivity[sensitivity["measure"] == "presence"]
    main, tried = own[own["kind"] == "main"], own[own["kind"] != "main"]
    if tried.empty:
        return []
    kinds = list(rows(robustness[(robustness["kind"] != ALL) & (robustness["measure"] == "presence")]))
    return [
        *_held(tried, next(rows(main))),
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
            "Not made, or of the same people",
            tried[tried["reason"] != ""],
            [told(f"{k.refused} by {_kind(k)}", "robustness", k) for k in kinds if k.refused],
        ),
    ]


def _held(tried: pd.DataFrame, main: Any) -> list[Told]:
    """People left out apart from other choices: they are many and would hide these."""
    decided = main.low > 0 or main.high < 0
    same = "the interval lies on the same side of 0" if decided else "the interval takes in 0, as here,"
    left = tried["kind"] == PERSON
    made = tried["reason"] == ""
    said = []
    for how, part in (
        ("With each person left out in turn", tried[left & made]),
        ("With another choice", tried[~left & made]),
    ):
        if len(part):
            ends = f"{points(part['estimate'].min())} to {points(part['estimate'].max())} points"
            text = f"{how} {same} in {part['holds'].sum()} of {len(part)} ways (differences of {ends})."
            said.append(told(text, "sensitivity", next(rows(part))))
    if said and not decided:
        said.append(told("Which way the groups differ, if they do, stays open.", "sensitivity", main))
    return said


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
    head = ["Theme", "Measure", "People against it", "Of all ways", "Not made, or of the same people", *named]
    grids = []
    for contrast, own in ordered[ordered["kind"] == ALL].groupby("contrast", sort=False):
        body = [
            [
                labels.get(row.theme, row.theme),
                {"presence": "speaks of it", "salience": "share of talk"}[row.measure],
                told(f"{row.exceptions} of {row.people}", "robustness", row)
                if row.variants and pd.notna(row.people)
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
