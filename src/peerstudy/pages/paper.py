"""Tables as a paper prints them: n of N, intervals, and reasons where there is no number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from peerstudy.compare.estimators import needed
from peerstudy.pages.sections import against
from peerstudy.tables import rows
from peerstudy.wording import percent, probability

CODES = {
    "hand": "by hand codes",
    "machine": "by machine codes, their error left out",
    "corrected": "by machine codes, corrected by hand codes of drawn segments",
    "verified": "by machine codes and drawn segments that a person read",
}
MEASURES = {
    "presence": "people who speak of it",
    "salience": "share of a person's talk, in percentage points; under the groups who speaks of it at all",
}


@dataclass(frozen=True)
class Table:
    """A table of a paper: caption, cells as text, and what stands beneath it."""

    caption: str
    cells: pd.DataFrame
    note: str = ""


def flow(table: pd.DataFrame) -> Table:
    """A row a stage and what became of people in it.

    Parameters
    ----------
    table
        The table of that name.
    """
    order = {"people": 0, "outcome": 1, "group": 2}
    told = table.assign(place=table["stage"].map(order).fillna(len(order))).sort_values(["place", "order"])
    made = [
        {
            "Stage": r.stage,
            "": r.name,
            "People": str(r.people),
            "Interviews": str(r.interviews),
            "Words": f"{r.words:,}",
        }
        for r in rows(told)
    ]
    return Table("How people came into the comparison", pd.DataFrame(made))


def characteristics(counts: pd.DataFrame, groups: Sequence[str]) -> Table:
    """A row an attribute and value, a column a group.

    Parameters
    ----------
    counts
        The table `characteristics`.
    groups
        Groups in the order in which they are to be read.
    """
    held = {(row.attribute, row.value, row.group): _counted(row) for row in rows(counts)}
    made = [
        {"Attribute": row.attribute, "Value": row.value or "not given"}
        | {group: held.get((row.attribute, row.value, group), "0") for group in groups}
        for row in rows(counts[["attribute", "value"]].drop_duplicates())
    ]
    note = "Withheld: cells so small, or so easily worked out, that a person could be recognised."
    return Table("Participants by group", pd.DataFrame(made, columns=["Attribute", "Value", *groups]), note)


def comparisons(contrasts: pd.DataFrame, codebook: pd.DataFrame, *, level: float) -> Iterator[Table]:
    """A table a contrast, measure and estimator, themes in the order of the codebook.

    Parameters
    ----------
    contrasts, codebook
        The tables of those names.
    level
        Confidence level of the intervals.
    """
    told = needed(contrasts).merge(codebook[["theme", "label", "order"]], on="theme").sort_values("order")
    for (contrast, measure, estimator), part in told.groupby(["contrast", "measure", "estimator"], sort=True):
        made = [_compared(row, level) for row in rows(part)]
        caption = f"{contrast}: {MEASURES.get(str(measure), measure)}, {CODES.get(str(estimator), estimator)}"
        listed = "; ".join(sorted({method for method in part["method"] if method}))
        note = f"Method: {listed}." if listed else ""
        yield Table(caption, pd.DataFrame(made), note)


def _compared(row: Any, level: float) -> dict[str, str]:
    digits = 1 if "share" in row.effect else 0
    interval = "" if pd.isna(row.low) else f" ({points(row.low, digits)} to {points(row.high, digits)})"
    return {
        "Theme": row.label,
        row.group_a: _present(row.estimator, row.present_a, row.people_a),
        row.group_b: _present(row.estimator, row.present_b, row.people_b),
        f"Difference in points ({percent(level)} interval)": row.reason
        if pd.isna(row.estimate)
        else points(row.estimate, digits) + interval,
        "p": _p(row.p),
        "p adjusted (family)": f"{_p(row.p_adjusted)} ({row.family})" if pd.notna(row.p_adjusted) else "",
    }


def _present(estimator: str, present: Any, people: int) -> str:
    """Who speaks of it, of how many; of corrected talk only how many, since not all of it was read."""
    return f"{people} people" if estimator == "corrected" else f"{present} of {people}"


def points(difference: float, digits: int) -> str:
    """A difference in percentage points; a typographic minus, which no spreadsheet takes for a formula."""
    return f"{round(100 * difference, digits) + 0.0:.{digits}f}".replace("-", "−")


def _p(p: float) -> str:
    return "" if pd.isna(p) else probability(p).removeprefix("p ").removeprefix("= ")


def reasons(counts: pd.DataFrame, codebook: pd.DataFrame, groups: Sequence[str]) -> Table:
    """A row a reason with its level and force, a column a group, those to whom every reason applies first.

    Parameters
    ----------
    counts
        The table `reasons`.
    codebook
        The table of that name.
    groups
        Groups in the order in which they are to be read.
    """
    labels = dict(zip(codebook["theme"], codebook["label"], strict=True))
    leaving, others = against.leaving_first(counts, groups)
    shown = [*leaving, *others, *(group for group in groups if group not in {*leaving, *others})]
    named = counts[counts["theme"] != ""]
    held = {(row.theme, row.group): f"{row.n} of {row.people}" for row in rows(named)}
    made = [
        {"Level": row.level, "Force": row.force, "Reason": labels.get(row.theme, row.theme)}
        | {group: held.get((row.theme, group), "does not apply") for group in shown}
        for row in rows(named[["level", "force", "theme"]].drop_duplicates())
    ]
    note = "A push or a barrier of which somebody speaks in a positive tone only counts for nobody."
    return Table(against.TITLE, pd.DataFrame(made, columns=["Level", "Force", "Reason", *shown]), note)


def ways(counts: pd.DataFrame, codebook: pd.DataFrame, groups: Sequence[str]) -> Table:
    """A row a theme and tone, a column a group.

    Parameters
    ----------
    counts
        The table `ways`.
    codebook
        The table of that name.
    groups
        Groups in the order in which they are to be read.
    """
    told = counts.merge(codebook[["theme", "label", "order"]], on="theme").sort_values(["order", "valence"])
    held = {(row.theme, row.valence, row.group): f"{row.n} of {row.people}" for row in rows(told)}
    made = [
        {"Theme": row.label, "Tone": row.valence}
        | {group: held.get((row.theme, row.valence, group), "does not apply") for group in groups}
        for row in rows(told[["theme", "label", "valence"]].drop_duplicates())
    ]
    note = "Whoever speaks of a theme in two tones counts in both; “any” counts everyone once."
    return Table(
        "Themes and their tone, by hand codes", pd.DataFrame(made, columns=["Theme", "Tone", *groups]), note
    )


def checklist(table: pd.DataFrame, guideline: str) -> Table:
    """The items of a reporting guideline with their state and place.

    Parameters
    ----------
    table
        The table `checklist`.
    guideline
        coreq or srqr.
    """
    shown = table[table["guideline"] == guideline].sort_values("order")
    named = {"item": "Item", "asks": "Asks for", "state": "State", "place": "Where", "statement": "Statement"}
    note = "A list of what is told and where; not a score."
    return Table(guideline.upper(), shown[list(named)].rename(columns=named).astype(str), note)


def _counted(row: Any) -> str:
    return "withheld" if pd.isna(row.n) else f"{row.n} of {row.people}"
