"""Tables told in sentences, each number with its n and N."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from peerstudy import tables
from peerstudy.settings import setting

BANNER = "SYNTHETIC DATA: invented interviews, not findings"


def percent(share: float) -> str:
    """A share in whole per cent.

    Examples
    --------
    >>> percent(0.306)
    '31 %'
    """
    return f"{100 * share:.0f} %"


def points(difference: float) -> str:
    """A difference of shares in percentage points, with its sign.

    Examples
    --------
    >>> points(-0.227), points(0.05), points(0.0)
    ('−23', '+5', '0')
    """
    rounded = round(100 * difference)
    return f"{rounded:+d}".replace("-", "−") if rounded else "0"


def probability(p: float) -> str:
    """A p-value to two digits, never zero.

    Examples
    --------
    >>> probability(0.0399), probability(0.00001), probability(1.0)
    ('p = .040', 'p < .001', 'p = 1')
    """
    if p < 0.0005:
        return "p < .001"
    return f"p = {p:.3f}".replace("0.", ".") if p < 0.9995 else "p = 1"


def listed(words: Sequence[str]) -> str:
    """Words joined as in a sentence.

    Examples
    --------
    >>> listed(["a", "b", "c"]), listed(["a"]), listed([])
    ('a, b and c', 'a', 'nobody')
    """
    if len(words) < 2:
        return words[0] if words else "nobody"
    return ", ".join(words[:-1]) + " and " + words[-1]


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


def proportion(row: Any, *, level: float) -> str:
    """One row of `groups` in words.

    Parameters
    ----------
    row
        A row of the table `groups`.
    level
        Confidence level of its interval.
    """
    if not row.people:
        return "nobody could have spoken of it or was asked"
    interval = f"{percent(level)} interval {100 * row.low:.0f} to {percent(row.high)}"
    return f"{row.present} of {row.people} ({percent(row.estimate)}, {interval})"


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
    """The p-values of one row of `contrasts` in words, with the number of tests they were among."""
    if pd.isna(row.p):
        return ""
    tests = f"{row.tested} tests" if row.tested != 1 else "1 test"
    adjusted = probability(row.p_adjusted)
    return f"{probability(row.p)} alone; {adjusted} adjusted for {tests} of the family “{row.family}”."


def exceptions(cases: pd.DataFrame, row: Any) -> list[str]:
    """Who runs against one contrast of one theme, by group.

    Parameters
    ----------
    cases
        Rows of `negative_cases` of that contrast and theme.
    row
        The row of `contrasts`.
    """
    told = []
    for group, people in ((row.group_a, row.people_a), (row.group_b, row.people_b)):
        of_group = cases[cases["group"] == group]
        for direction, who in of_group.groupby("direction"):
            ids = listed(sorted(who["participant"]))
            told.append(f"{len(who)} of {people} {group} {_VERB[str(direction)]}: {ids}.")
    return told


_VERB = {"silent": "do not speak of it", "speaks of it": "speak of it"}


def gate(gate: pd.DataFrame) -> list[str]:
    """What the identifier gate found, and what it cannot promise.

    Parameters
    ----------
    gate
        The table of that name.
    """
    found, kinds = int(gate["found"].sum()), listed(sorted(gate["kind"]))
    told = [f"Every one of {found} places found was allowed by a reviewed list ({kinds})."]
    if not found:
        told = ["Nothing that looks like an identifier was found."]
    return [
        *told,
        "This is a search, not a promise: a rare event, a turn of phrase or a combination of facts can still "
        "tell a reader who somebody is. A person who knows the interviews must read what is to be shared.",
    ]


def limits(contrasts: pd.DataFrame, groups: pd.DataFrame, *, level: float) -> list[str]:
    """What the numbers of this run cannot support, in plain words.

    Parameters
    ----------
    contrasts, groups
        The tables of those names, rows of one estimator.
    level
        Confidence level of the intervals.
    """
    told = [
        "Counts say how many of the people interviewed speak of a theme. They do not estimate how common it "
        "is among people who were not interviewed, and speaking of a theme is not the same as living it.",
        "Silence is weak evidence: a person may hold a view and not voice it.",
    ]
    silent = groups[(groups["present"] == 0) & (groups["people"] > 0)].sort_values("people")
    if not silent.empty:
        row = silent.iloc[-1]
        told.append(
            f"A count of 0 of {row['people']} is compatible with up to {percent(row['high'])} of such people "
            f"({percent(level)} interval)."
        )
    done, refused = contrasts[contrasts["p"].notna()], contrasts[contrasts["reason"] != ""]
    wide = done[(done["low"] <= 0) & (done["high"] >= 0)]
    told.append(
        f"{len(done)} comparisons were tested. In {len(wide)} of them the interval includes no difference; "
        "with groups of this size that is no evidence of likeness."
    )
    if not refused.empty:
        told.append(f"{len(refused)} comparisons were refused because a group was too small; each says so.")
    return told
