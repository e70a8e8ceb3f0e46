"""How firm a comparison is, in sentences with the numbers of tables."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from peerstudy import tables
from peerstudy.pages.evidence import labels, span
from peerstudy.wording import listed, points, probability


def ways(robustness: pd.DataFrame, codebook: pd.DataFrame) -> list[str]:
    """How often each comparison says the same when it is made otherwise, and which kinds of change break it.

    People left out in turn are told apart: they are many, and would hide other choices.

    Parameters
    ----------
    robustness, codebook
        The tables of those names.
    """
    names, told = labels(codebook), []
    for (contrast, theme, measure), own in robustness.groupby(["contrast", "theme", "measure"], sort=False):
        of_all = next(tables.rows(own[own["kind"] == "all"]))
        broken = own[(own["kind"] != "all") & (own["holding"] < own["variants"])]
        by = listed(
            [f"{row.kind} ({row.variants - row.holding} of {row.variants})" for row in tables.rows(broken)]
        )
        left = own[own["kind"] == "participant"][["holding", "variants"]].sum()
        same = (
            f"on the same side of 0, or open as here, in {of_all.holding - left['holding']} of "
            f"{of_all.variants - left['variants']} other choices and in {left['holding']} of "
            f"{left['variants']} with one person left out"
        )
        idle = "could not be made or left the same people"
        same += f" ({of_all.refused} more {idle})" if of_all.refused else ""
        same = same if of_all.variants else f"{of_all.refused} other ways {idle}"
        told.append(
            f"{names[str(theme)]}, {measure} ({contrast}): {same}"
            + (f"; changed by {by.replace('_', ' ')}." if len(broken) else ".")
        )
    return told or ["No comparison was made otherwise."]


def detectable(effects: pd.DataFrame, codebook: pd.DataFrame) -> list[str]:
    """How large a difference had to be to be seen with the people of each theme.

    Parameters
    ----------
    effects, codebook
        The tables of those names.
    """
    own = effects[(effects["effect"] == "detectable difference") & (effects["estimator"] == "hand")]
    names, told = labels(codebook), []
    for (contrast, column), of_contrast in own.melt(["contrast", "theme"], ["low", "high"]).groupby(
        ["contrast", "variable"], sort=False
    ):
        if of_contrast["value"].notna().any():
            ends, way = (
                span(of_contrast, "value", names, points),
                {"low": "fall", "high": "rise"}[str(column)],
            )
            told.append(f"{contrast}: the least {way} that would be seen is from {ends} percentage points.")
    return told or ["No comparison had people enough to say what could be seen."]


def smallest(frame: pd.DataFrame, p: str, what: Callable[[Any], str]) -> str:
    """The least p-value of a table, with what it belongs to and how many were tested together.

    Parameters
    ----------
    frame
        Rows with the column `p` and `tested`.
    p
        Column of adjusted p-values.
    what
        What a row is about.
    """
    tested = frame[frame[p].notna()].sort_values(p, kind="stable")
    if tested.empty:
        return "nothing was tested."
    row = next(tables.rows(tested))
    told = probability(getattr(row, p))
    return f"of {row.tested} tested together the smallest is that of {what(row)}: {told} adjusted."


def together(cooccurrences: pd.DataFrame, codebook: pd.DataFrame) -> list[str]:
    """The pair of themes that goes together most beyond chance, over people and over their segments.

    Parameters
    ----------
    cooccurrences, codebook
        The tables of those names.
    """
    names = labels(codebook)
    return [
        f"Over {unit}: "
        + smallest(
            cooccurrences, f"p_{unit}_adjusted", lambda row: f"{names[row.theme]} with {names[row.other]}"
        )
        for unit in ("people", "segments")
    ]


def words(vocabulary: pd.DataFrame) -> list[str]:
    """The word that tells each pair of groups apart most.

    Parameters
    ----------
    vocabulary
        The table of that name.
    """
    return [
        f"{contrast}: "
        + smallest(own, "p_adjusted", lambda row: f"“{row.term}”, used by {row.people} people")
        for contrast, own in vocabulary.groupby("contrast")
    ] or ["No word is used by as many people as the study asks for."]


def several(omnibus: pd.DataFrame, codebook: pd.DataFrame) -> list[str]:
    """The theme on which more than two groups differ most.

    Parameters
    ----------
    omnibus, codebook
        The tables of those names.
    """
    names = labels(codebook)
    return [
        f"{comparison}, {test}, {measure}: " + smallest(own, "p_adjusted", lambda row: names[row.theme])
        for (comparison, test, measure), own in omnibus.groupby(["comparison", "test", "measure"])
    ] or ["The plan compares no more than two groups at once."]
