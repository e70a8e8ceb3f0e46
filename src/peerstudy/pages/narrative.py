"""Tables told in sentences, each number with its n and N."""

from typing import Any

import pandas as pd

from peerstudy import tables
from peerstudy.compare import adjustment
from peerstudy.settings import declared_late, setting
from peerstudy.wording import listed, percent, points, probability

ALONE = {"presence": "by the exact test", "salience": "people reassigned"}
BANNER = "SYNTHETIC DATA: invented interviews, not findings"


def opening(provenance: pd.DataFrame) -> list[str]:
    """Title and question of the study, and, where the data is invented, that it is.

    Parameters
    ----------
    provenance
        The table of that name.
    """
    told = [str(setting(provenance, "title")), str(setting(provenance, "question"))]
    return [BANNER, *told] if setting(provenance, "synthetic") else told


def flow(flow: pd.DataFrame) -> list[str]:
    """How people came into the comparison.

    Parameters
    ----------
    flow
        The table of that name.
    """
    stages = {stage: list(tables.rows(rows)) for stage, rows in flow.sort_values("order").groupby("stage")}
    (named,), (analysed, *others) = stages["people"], stages["outcome"]
    *groups, outside = stages["group"]
    lost = listed([f"{row.people} {row.name}" for row in others if row.people])
    told = [
        f"{named.people} people are named; {analysed.people} of them were analysed, in {analysed.interviews} "
        f"interviews and {analysed.words:,} words of their own."
    ]
    if named.people > analysed.people:
        told.append(f"Not analysed: {lost}.")
    told.append(f"Groups: {listed([f'{row.name} ({row.people})' for row in groups])}.")
    if outside.people:
        told.append(f"{outside.people} analysed people belong to none of them and count in no comparison.")
    return told


def count(row: Any) -> str:
    """How many people of one row of `groups` speak of its theme.

    Parameters
    ----------
    row
        A row of the table `groups` whose measure is presence.
    """
    if not row.people:
        return "nobody could have spoken of it or was asked"
    return f"{row.present} of {row.people} ({percent(row.estimate)})"


def interval(row: Any, *, level: float) -> str:
    """The interval of one row of `groups`, or of another table, whose estimate is a share.

    Parameters
    ----------
    row
        A row with the columns low and high.
    level
        Confidence level.
    """
    return f"{percent(level)} interval {100 * row.low:.0f} to {percent(row.high)}"


def difference(row: Any, *, level: float) -> str:
    """The interval of one row of `contrasts` in words, or why there is none.

    Parameters
    ----------
    row
        A row of the table `contrasts` whose effect is a difference of proportions.
    level
        Confidence level of its interval.
    """
    if row.reason:
        return f"Not compared: {row.reason}."
    interval = f"{percent(level)} interval {points(row.low)} to {points(row.high)}"
    said = f"{row.group_a} minus {row.group_b}: {points(row.estimate)} percentage points ({interval})."
    if row.low <= 0 <= row.high:
        return (
            said + " A difference in either direction, or none at all, is compatible with these interviews."
        )
    return said


def p_values(row: Any) -> str:
    """The p-values of one row of `contrasts` in words: by which test, and among how many."""
    if pd.isna(row.p):
        return ""
    alone = ALONE[row.measure] + (" or families reassigned" if "families" in row.method else "")
    if row.tested == 1:
        return f"{probability(row.p)} alone, {alone}: the only test of the family “{row.family}”."
    how = adjustment.method(row.family, row.estimator)
    # The exact test knows no other theme; to take them together, people are reassigned.
    by = f"{how}, people reassigned" if how == adjustment.MAX_T else how
    together = f"adjusted for {row.tested} tests of the family “{row.family}” ({by})"
    return f"{probability(row.p)} alone, {alone}; {probability(row.p_adjusted)} {together}."


def gate(gate: pd.DataFrame) -> list[str]:
    """What the identifier gate found, and what it cannot promise.

    Parameters
    ----------
    gate
        The table of that name.
    """
    found, kinds = int(gate["found"].sum()), listed(sorted(gate["kind"]))
    told = [f"Each place that was found ({found} in all) was allowed by a reviewed list ({kinds})."]
    if not found:
        told = ["Nothing that looks like an identifier was found."]
    return [
        *told,
        "This is a search, not a promise: a rare event, a turn of phrase or a combination of facts can still "
        "tell a reader who somebody is. A person who knows the interviews must read what is to be shared.",
    ]


CANNOT = [
    "Counts say how many of the people interviewed speak of a theme. They do not estimate how common it "
    "is among people who were not interviewed, and speaking of a theme is not the same as living it.",
    "Silence is weak evidence: a person may hold a view and not voice it.",
]


def standing(provenance: pd.DataFrame, agreement: pd.DataFrame) -> list[str]:
    """What the making of the study leaves to the reader's trust.

    Parameters
    ----------
    provenance, agreement
        The tables of those names; the second empty where agreement is not measured.
    """
    told = []
    if not (provenance["kind"] == "frozen").any():
        told.append("No plan was kept, so that “declared in advance” rests on the researchers’ word.")
    if declared_late(provenance):
        told.append(
            "Themes were declared after the plan was kept: their tests are as exploratory as the others’."
        )
    if setting(provenance, "approach") != "reflexive" and not (agreement["units"] > 0).any():
        told.append("Every code is one person’s reading: nothing was read by two coders.")
    return told


def limits(contrasts: pd.DataFrame, groups: pd.DataFrame, *, level: float) -> list[str]:
    """What the numbers of this run cannot support, in plain words.

    Parameters
    ----------
    contrasts, groups
        The tables of those names, rows of one estimator.
    level
        Confidence level of the intervals.
    """
    return [*CANNOT, *silence(groups, level=level), *uncertainty(contrasts)]


def silence(groups: pd.DataFrame, *, level: float) -> list[str]:
    """What a count of nobody still allows, in the largest group in which nobody speaks of a theme.

    Parameters
    ----------
    groups
        Rows of that table of one estimator, of presence.
    level
        Confidence level of the intervals.
    """
    silent = groups[(groups["present"] == 0) & (groups["people"] > 0)].sort_values("people")
    if silent.empty:
        return []
    row = silent.iloc[-1]
    ends = f"up to {percent(row['high'])} of such people ({percent(level)} interval)"
    return [f"A count of 0 of {row['people']} is compatible with {ends}."]


def uncertainty(contrasts: pd.DataFrame) -> list[str]:
    """How many comparisons could be made, and how many of them leave the direction open.

    Parameters
    ----------
    contrasts
        Rows of that table of one estimator, of presence.
    """
    done, refused = contrasts[contrasts["p"].notna()], contrasts[contrasts["reason"] != ""]
    told = [_tested(done)] if len(done) else ["No comparison of who speaks of a theme was tested."]
    if not refused.empty:
        told.append(f"{_comparisons(len(refused))} refused, mostly for want of people; each says why.")
    return told


def _tested(done: pd.DataFrame) -> str:
    wide = done[(done["low"] <= 0) & (done["high"] >= 0)]
    return (
        f"{_comparisons(len(done))} tested. In {len(wide)} of them the interval includes no difference; "
        "with groups of this size that is no evidence of likeness. Tests of shares of talk come on top, and "
        "are adjusted as families of their own."
    )


def _comparisons(n: int) -> str:
    many = "comparison" if n == 1 else "comparisons"
    return f"{n} {many} of who speaks of a theme {'was' if n == 1 else 'were'}"
