"""Parts of the report that stand beside the comparison: who took part, how firm it is, what was heard."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from peerstudy.narrative import listed, percent
from peerstudy.tables import rows


def characteristics(counts: pd.DataFrame, groups: Sequence[str]) -> list[dict[str, Any]]:
    """Each attribute with a row a value and a cell a group.

    Parameters
    ----------
    counts
        The table `characteristics`.
    groups
        Groups in the order in which they are to be read.
    """
    cells = {(row.attribute, row.value, row.group): row for row in rows(counts)}
    values = counts[["attribute", "value"]].drop_duplicates()
    return [
        {
            "attribute": attribute,
            "rows": [
                {
                    "value": value or "not given",
                    "cells": [_cell(cells.get((attribute, value, g))) for g in groups],
                }
                for value in of_attribute["value"]
            ],
        }
        for attribute, of_attribute in values.groupby("attribute")
    ]


def _cell(row: Any) -> str:
    if row is None:
        return "0"
    return "withheld" if pd.isna(row.n) else f"{row.n} of {row.people}"


def tones(ways: pd.DataFrame, theme: str) -> list[str]:
    """In which tone people of each group speak of a theme.

    Parameters
    ----------
    ways
        The table of that name.
    theme
        Theme of the codebook.
    """
    told = ways[(ways["theme"] == theme) & (ways["valence"] != "any") & (ways["n"] > 0)]
    return [
        f"{valence}: " + "; ".join(f"{row.group} {row.n} of {row.people}" for row in rows(of_tone))
        for valence, of_tone in told.groupby(told["valence"].map(str))
        if valence
    ]


def robustness(table: pd.DataFrame, theme: str, contrast: str) -> str:
    """Whether a comparison holds when it is made otherwise, in a sentence; empty where it was not tried.

    Parameters
    ----------
    table
        The table `robustness`.
    theme, contrast
        Which comparison.
    """
    mine = table[(table["theme"] == theme) & (table["contrast"] == contrast)]
    of_all = list(rows(mine[(mine["kind"] == "all") & (mine["measure"] == "presence")]))
    if not of_all:
        return ""
    row = of_all[0]
    told = f"Made otherwise in {row.variants} ways, it says the same in {row.holding}"
    broken = listed(row.broken_by.split(";")) if row.broken_by else ""
    return f"{told}; not with {broken}." if broken and row.variants - row.holding < 6 else f"{told}."


def reasons(table: pd.DataFrame, codebook: pd.DataFrame) -> list[dict[str, Any]]:
    """Reasons by level, each with n of N by group.

    Parameters
    ----------
    table
        The table `reasons`.
    codebook
        The table of that name.
    """
    labels = dict(zip(codebook["theme"], codebook["label"], strict=True))
    named = table[(table["theme"] != "") & (table["people"] > 0)]
    return [
        {
            "label": labels.get(str(theme), str(theme)),
            "level": level,
            "force": force,
            "groups": list(rows(of_reason)),
        }
        for (level, force, theme), of_reason in named.groupby(["level", "force", "theme"])
    ]


def agreement(table: pd.DataFrame, codebook: pd.DataFrame) -> list[dict[str, Any]]:
    """Coefficients of each theme over segments, by pairs of coders, in the order of the codebook.

    Parameters
    ----------
    table
        The table `agreement`.
    codebook
        The table of that name.
    """
    place = dict(zip(codebook["theme"], codebook["order"], strict=True))
    labels = {**dict(zip(codebook["theme"], codebook["label"], strict=True)), "all": "All themes together"}
    shown = table[table["unit"] == "segment"]
    shown = shown.assign(place=shown["theme"].map(place).fillna(0)).sort_values(
        ["coders", "place", "coefficient"]
    )
    return [
        {"label": labels.get(row.theme, row.theme), "row": row, "told": _coefficient(row)}
        for row in rows(shown)
    ]


def _coefficient(row: Any) -> str:
    if pd.isna(row.estimate):
        return f"undefined: {row.reason}"
    if pd.isna(row.low):
        return f"{row.estimate:.2f}"
    return f"{row.estimate:.2f} ({row.low:.2f} to {row.high:.2f})"


def stopping(table: pd.DataFrame) -> list[str]:
    """Whether enough was heard in each group, in sentences.

    Parameters
    ----------
    table
        The table `stopping`.
    """
    return [
        f"{row.group}: {row.themes} themes from {row.people} people; "
        + (
            f"rule {row.rule} met after {row.stopped} interviews"
            if pd.notna(row.stopped)
            else row.reason or f"rule {row.rule} not met"
        )
        + (
            f"; the themes heard hold {percent(row.coverage)} of all mentions (estimate)"
            if pd.notna(row.coverage)
            else ""
        )
        + "."
        for row in rows(table)
    ]
