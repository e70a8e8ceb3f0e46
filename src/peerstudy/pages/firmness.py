"""How firm a comparison is, in sentences with the numbers of tables."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from peerstudy import tables
from peerstudy.compare.together import LIMIT, supported
from peerstudy.pages.evidence import labels, span
from peerstudy.wording import counted, decimal, listed, points, probability

# What a test of a pair of themes can support; that over segments asks only for more than chance.
BEYOND = {"people": "go together or apart beyond chance", "segments": "meet more often than by chance"}


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
            how = listed(sorted(set(own["method"])))
            told.append(
                f"{contrast}: the smallest {way} that would be seen, each theme by itself ({how}, not "
                f"adjusted), is {ends} percentage points."
            )
    return told or ["No comparison had people enough to say what could be seen."]


def smallest(frame: pd.DataFrame, p: str, what: Callable[[Any], str]) -> str:
    """The least p-value of a table, with what it belongs to and how many were tested together.

    Parameters
    ----------
    frame
        Rows that were tested together, those without a p-value among them.
    p
        Column of adjusted p-values; that of unadjusted ones has the same name without `_adjusted`.
    what
        What a row is about.
    """
    row = least(frame, p)
    if row is None:
        return "nothing was tested."
    return (
        f"of {frame[p].notna().sum()} tested together the smallest is that of {what(row)}: {_both(row, p)}."
    )


def least(frame: pd.DataFrame, p: str) -> Any:
    """The row of the least adjusted p-value; of several that are alike, that of the least unadjusted one.

    Many adjusted p-values are 1, and the first of them in the table is as good as any only by chance.
    """
    tested = frame[frame[p].notna()].sort_values([p, p.removesuffix("_adjusted")], kind="stable")
    return next(tables.rows(tested), None)


def _both(row: Any, p: str) -> str:
    alone, adjusted = (probability(getattr(row, name)) for name in (p.removesuffix("_adjusted"), p))
    return f"{alone} alone, {adjusted} adjusted"


def together(cooccurrences: pd.DataFrame, codebook: pd.DataFrame) -> list[str]:
    """Whether a test supports any pair of themes, over people and over their segments, and the nearest to it.

    Parameters
    ----------
    cooccurrences, codebook
        The tables of those names.
    """
    names = labels(codebook)
    return [pair(cooccurrences, unit, least(cooccurrences, f"p_{unit}_adjusted"), names) for unit in BEYOND]


def pair(cooccurrences: pd.DataFrame, unit: str, row: Any, names: Mapping[str, str]) -> str:
    """How many pairs of themes a test over people or segments supports, and that of the least p-value.

    Parameters
    ----------
    cooccurrences
        The table of that name.
    unit
        people or segments.
    row
        The row of the least p-value; None where nothing was tested.
    names
        Names of themes.
    """
    if row is None:
        return f"Over {unit}: nothing was tested."
    p = f"p_{unit}_adjusted"
    number, tested = len(supported(cooccurrences, unit)), cooccurrences[p].notna().sum()
    seen = f"which go {'together' if row.phi > 0 else 'apart'} (phi {decimal(row.phi)})"
    if unit == "segments":
        seen = f"in {counted(row.segments, 'segment')}, {row.expected:.1f} by chance"
    return (
        f"Over {unit}: {number or 'none'} of {tested} pairs {BEYOND[unit]} once all are tested together "
        f"(adjusted p of {str(LIMIT)[1:]} at most). The smallest p is that of {names[row.theme]} with "
        f"{names[row.other]}, {seen}: {_both(row, p)}."
    )


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
