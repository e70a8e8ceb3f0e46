"""Tables told in sentences, each number with its n and N."""

from typing import Any

import pandas as pd

from peerstudy import tables
from peerstudy.compare import adjustment
from peerstudy.corpus.name_model import NONE
from peerstudy.settings import setting
from peerstudy.wording import BANNER, listed, percent, points, probability

ALONE = {"presence": "by the exact test", "salience": "people reassigned"}


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
        f"{named.people} people are listed; {analysed.people} of them were analysed, in "
        f"{analysed.interviews} interviews and {analysed.words:,} words of their own."
    ]
    if analysed.repeated:
        told.append(f"{_who(analysed.repeated)} interviewed more than once.")
    if analysed.joint:
        one = "1 interview was" if analysed.joint == 1 else f"{analysed.joint} interviews were"
        told.append(f"{one} with more than one person.")
    if named.people > analysed.people:
        told.append(f"Not analysed: {lost}.")
    told.append(f"Groups: {listed([f'{row.name} ({row.people})' for row in groups])}.")
    if outside.people:
        some = "analysed people belong to none of them and count"
        one = "analysed person belongs to none of them and counts"
        told.append(f"{outside.people} {one if outside.people == 1 else some} in no comparison.")
    return told


def _who(people: int) -> str:
    return "1 person was" if people == 1 else f"{people} people were"


def count(row: Any) -> str:
    """How many people of one row of `groups` speak of its theme.

    Parameters
    ----------
    row
        A row of the table `groups` whose measure is presence.
    """
    if not row.people:
        return "nobody counts: to whom it applies, who was asked and whose talk was read"
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


def p_values(row: Any, *, level: float) -> str:
    """The p-values of one row of `contrasts` in words: by which test, among how many, and what they decide.

    Parameters
    ----------
    row
        A row of the table `contrasts`.
    level
        Confidence level of its interval; one that excludes 0 shows nothing where the adjusted p is larger.
    """
    if pd.isna(row.p):
        return ""
    moved = "families" if "families" in row.method else "people" if "within strata" in row.method else ""
    within = " within strata" if "within strata" in row.method else ""
    alone = ALONE[row.measure] + (f" or {moved} reassigned{within}" if moved else "")
    if row.tested == 1:
        return f"{probability(row.p)} alone, {alone}: the only test of the family “{row.family}”."
    how = adjustment.method(row.family, row.estimator)
    # The exact test knows no other theme; to take them together, people are reassigned.
    by = f"{how}, people reassigned" if how == adjustment.MAX_T else how
    together = f"adjusted for {row.tested} tests of the family “{row.family}” ({by})"
    beyond = (row.low > 0 or row.high < 0) and row.p_adjusted > 1 - level + 1e-9
    shown = ": not held to be shown, whatever the interval alone says" if beyond else ""
    return f"{probability(row.p)} alone, {alone}; {probability(row.p_adjusted)} {together}{shown}."


def searched(provenance: pd.DataFrame) -> str:
    """By what names were looked for: without a model or a list of words a search finds much less.

    Parameters
    ----------
    provenance
        The table of that name.
    """
    model, vocabulary = (setting(provenance, f"identifiers.{name}") for name in ("model", "vocabulary"))
    by = "without a name model" if model == NONE else f"by the name model {model}"
    if vocabulary == NONE:
        return (
            f"Names were looked for {by}; words were held to no dictionary, so that few in lower case show."
        )
    return f"Names were looked for {by}, and among words that no {vocabulary.capitalize()} dictionary holds."


def gate(gate: pd.DataFrame) -> list[str]:
    """What the identifier gate found, and what it cannot promise.

    Parameters
    ----------
    gate
        The table of that name.
    """
    found, kinds = int(gate["found"].sum()), listed(sorted(gate["kind"].str.replace("_", " ")))
    told = [f"Each finding ({found} in all) was allowed by a reviewed list ({kinds})."]
    if not found:
        told = ["Nothing that looks like an identifier was found."]
    return [
        *told,
        "This is a search, not a promise: a rare event, a turn of phrase or a combination of facts can still "
        "tell a reader who somebody is. A person who knows the interviews must read what is to be shared.",
    ]
