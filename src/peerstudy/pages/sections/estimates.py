"""What different codes say of one contrast, side by side, and what stands beside it."""

from typing import Any

import pandas as pd

from peerstudy.compare.estimators import TRUST, leading
from peerstudy.pages.narrative import p_values
from peerstudy.pages.sections.told import Grid, Told, told
from peerstudy.tables import rows
from peerstudy.wording import percent, points, probability

CODES = {
    "hand": "by hand",
    "verified": "what a person read: machine finds and drawn segments",
    "corrected": "machine, corrected by hand codes of drawn segments",
    "machine": "machine, uncorrected",
}
MEASURES = {"presence": "Speaks of it at all", "salience": "Share of talk"}
UNDOES = "difference that undoes it"
UNDONE = {
    f"sensitivity {UNDOES}": "its sensitivity (how often it finds what is there)",
    f"false-positive {UNDOES}": "its false positives (how often it codes what is not there)",
}


def side_by_side(contrasts: pd.DataFrame, groups: pd.DataFrame) -> Grid:
    """Hand, verified, corrected and machine codes of one contrast of one theme, measure by measure.

    Parameters
    ----------
    contrasts, groups
        The rows of those tables for the contrast and theme, placed.
    """
    if contrasts.empty:
        return Grid("", [], [])
    one = next(rows(contrasts))
    cells = {(g.measure, g.estimator, g.group): g for g in rows(groups)}
    ordered = contrasts.assign(trust=contrasts["estimator"].map(TRUST.index)).sort_values(
        ["measure", "trust"]
    )
    body = [
        [
            MEASURES[row.measure],
            CODES[row.estimator],
            *(_in_group(cells.get((row.measure, row.estimator, g)), row) for g in (row.group_a, row.group_b)),
            told(_difference(row), "contrasts", row),
            told(f"{row.effective_labels:.0f} hand-coded segments", "contrasts", row)
            if pd.notna(row.effective_labels)
            else "",
            told(_note(row), "contrasts", row) if row.reason else "",
        ]
        for row in rows(ordered)
    ]
    head = ["Measure", "Codes", one.group_a, one.group_b, "Difference in points (interval)", "Worth", "Note"]
    return Grid("Estimates side by side", head, body)


def _note(row: Any) -> str:
    return f"Not a finding: {row.reason}" if row.estimator == "machine" else str(row.reason)


def _in_group(row: Any, compared: Any) -> Told | str:
    if row is None or (row.measure == "salience" and pd.isna(compared.estimate)):
        return ""  # a share that was held back in the comparison is not told by group either
    if not row.people:
        return told("nobody", "groups", row)
    if row.measure == "presence":
        return told(f"{row.present} of {row.people}", "groups", row)
    return told(f"{percent(row.estimate, digits=1)} of {row.people} people’s talk", "groups", row)


def _difference(row: Any) -> str:
    if pd.isna(row.estimate):
        return "not given"
    digits = 0 if row.measure == "presence" else 1
    low, high = (points(end, digits=digits) for end in (row.low, row.high))
    return f"{points(row.estimate, digits=digits)} ({low} to {high})"


def salience(contrasts: pd.DataFrame, groups: pd.DataFrame, *, level: float) -> list[Told]:
    """How much of their talk the people of each group give to a theme, in sentences.

    Parameters
    ----------
    contrasts, groups
        The rows of those tables for the contrast and theme, placed.
    level
        Confidence level.
    """
    lead = leading(contrasts)
    if lead.empty or lead["estimator"].iloc[0] == "machine":
        return []
    row = next(rows(lead))
    if row.reason:
        return [told(f"Share of talk not compared: {row.reason}.", "contrasts", row)]
    held = groups[(groups["measure"] == "salience") & (groups["estimator"] == row.estimator)]
    shares = [
        told(f"{g.group}: {percent(g.estimate, digits=1)} of the talk of {g.people} people", "groups", g)
        for g in rows(held)
    ]
    ends = f"{percent(level)} interval {points(row.low, digits=1)} to {points(row.high, digits=1)}"
    difference = (
        f"{row.group_a} minus {row.group_b}: {points(row.estimate, digits=1)} percentage points ({ends})"
    )
    tested = [told(p_values(row), "contrasts", row)] if pd.notna(row.p) else []
    return [*shares, told(difference, "contrasts", row), *tested]


def could_show(effects: pd.DataFrame, row: Any, *, power: float, level: float) -> list[Told]:
    """What so many people could have shown, and what silence still allows.

    Parameters
    ----------
    effects
        The rows of that table for the contrast and theme, placed.
    row
        The row of `contrasts` that leads.
    power, level
        Chance with which a detectable difference would be shown; confidence level.
    """
    own = effects[(effects["estimator"] == row.estimator) & (effects["measure"] == "presence")]
    sentences = []
    for e in rows(own[own["effect"].str.startswith("at most, ")]):
        group = e.effect.removeprefix("at most, ")
        said = f"Nobody of the {group} speaks of it; up to {percent(e.high)} of such people still might"
        sentences.append(told(f"{said} (one-sided {percent(level)} bound).", "effects", e))
    for e in rows(own[own["effect"].str.startswith("overlooked, ") & (own["estimate"] > 0)]):
        group = e.effect.removeprefix("overlooked, ")
        said = f"{percent(e.estimate)} of the {group} probably speak of it where no reader saw it"
        sentences.append(told(f"{said}; the interval takes that in.", "effects", e))
    for e in rows(own[own["effect"] == "detectable difference"]):
        ways = [f"a fall of {100 * -e.low:.0f} points"] if pd.notna(e.low) else []
        ways += [f"a rise of {100 * e.high:.0f} points"] if pd.notna(e.high) else []
        seen = f"With so many people, {' or '.join(ways)}"
        said = seen if ways else "With so few people, no difference is so large that it"
        sentences.append(told(f"{said} would be shown with a chance of {percent(power)}.", "effects", e))
    return sentences


def undone(effects: pd.DataFrame, contrasts: pd.DataFrame) -> list[Told]:
    """How different machine error would have to be between the groups to make the machine's difference alone.

    Parameters
    ----------
    effects, contrasts
        The rows of those tables for the contrast and theme, placed. Of a difference that chance could make
        nothing is said: no error is needed for it.
    """
    held = _beyond_chance(effects[effects["effect"].isin(UNDONE) & effects["estimate"].notna()], contrasts)
    return [told(_undone(e), "effects", e) for e in rows(held)]


def _beyond_chance(undoing: pd.DataFrame, contrasts: pd.DataFrame) -> pd.DataFrame:
    """Of rows that would undo a difference, those of differences whose interval excludes 0."""
    sure = contrasts[(contrasts["low"] > 0) | (contrasts["high"] < 0)]
    held = set(zip(sure["measure"], sure["estimator"], strict=True))
    of = zip(undoing["measure"], undoing["estimator"], strict=True)
    return undoing[[row in held for row in of]]


def _undone(row: Any) -> str:
    """How far one error would have to differ between the groups, or that it cannot differ so far."""
    difference, error = "The machine’s difference in share of talk", UNDONE[row.effect]
    if impossible(row):
        return f"{difference} cannot come from a difference in {error} alone: none would be large enough."
    far = f"{100 * abs(row.estimate):.1f} points between the groups"
    return f"{difference} would come from {error} alone if that differed by {far}."


def impossible(row: Any) -> bool:
    """Whether a row of `effects` asks for a difference of error of more than everything."""
    return str(row.effect).endswith(UNDOES) and abs(row.estimate) > 1


def beside(effects: pd.DataFrame, contrasts: pd.DataFrame) -> Grid:
    """Other tests and measures of one contrast of one theme.

    Parameters
    ----------
    effects, contrasts
        The rows of those tables for the contrast and theme, placed.
    """
    undoing = effects["effect"].str.endswith(UNDOES)
    of_hand = _beyond_chance(effects[undoing & ~effects["effect"].isin(UNDONE)], contrasts)
    shown = pd.concat([effects[~undoing], of_hand]).sort_index()
    bare = shown[["estimate", "low", "high"]].isna().all(axis=1)  # tests alone come after what they test
    shown = pd.concat([shown[~bare], shown[bare]])
    body = [
        [
            told(row.effect, "effects", row),
            MEASURES[row.measure],
            CODES[row.estimator],
            told(said, "effects", row) if (said := value(row)) else "",
            told(probability(row.p), "effects", row) if pd.notna(row.p) else "",
            row.method,
        ]
        for row in rows(shown)
    ]
    return Grid(
        "Other tests and measures", ["What", "Measure", "Codes", "Value (interval)", "p alone", "How"], body
    )


def value(row: Any) -> str:
    """The value of one row of `effects` with its interval; what has no bound, or cannot be, is said."""
    if impossible(row):
        return "no such difference could"
    plain = row.effect in ("ratio", "odds ratio", "AUC")
    digits = 0 if row.measure == "presence" else 1
    if row.effect.startswith("at most"):
        return f"up to {percent(row.high)}"
    low, at, high = (
        "" if pd.isna(v) else f"{v:.2f}" if plain else points(v, digits=digits)
        for v in (row.low, row.estimate, row.high)
    )
    if row.effect == "detectable difference":
        return " or ".join(f"{end} points" for end in (low, high) if end)
    ends = f"({low or 'no bound'} to {high or 'no bound'})" if low or high else ""
    unit = "" if plain or not (at or ends) else " points"
    return f"{at} {ends}".strip() + unit
