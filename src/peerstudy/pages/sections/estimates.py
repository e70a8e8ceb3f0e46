"""What different codes say of one contrast, side by side, and what stands beside it."""

from typing import Any

import pandas as pd

from peerstudy.compare.estimators import TRUST, leading, needed
from peerstudy.pages import worth
from peerstudy.pages.narrative import p_values
from peerstudy.pages.sections.error import UNDOES, UNDONE, beyond_chance
from peerstudy.pages.sections.told import Grid, Told, told
from peerstudy.tables import rows
from peerstudy.wording import percent, points, probability

CODES = {
    "hand": "by hand",
    "verified": "what a person read: machine finds and drawn segments",
    "corrected": "machine, corrected by hand codes of drawn segments",
    "machine": "machine, uncorrected",
}
# Where no machine coder ran.
BY_PEOPLE = CODES | {
    "verified": "what a person read: drawn segments",
    "corrected": "hand codes of drawn segments",
}
MEASURES = {"presence": "Speaks of it at all", "salience": "Share of talk"}


def side_by_side(contrasts: pd.DataFrame, groups: pd.DataFrame, corrected: pd.DataFrame) -> Grid:
    """Hand, verified, corrected and machine codes of one contrast of one theme, measure by measure.

    What was only read in parts is left out where the hand coder read the same people whole.

    Parameters
    ----------
    contrasts, groups
        The rows of those tables for the contrast and theme, placed.
    corrected
        The rows of that table for the theme.
    """
    codes, contrasts = _codes(contrasts), needed(contrasts)
    if contrasts.empty:
        return Grid("", [], [])
    coded = int(worth.labels(corrected).sum())
    one = next(rows(contrasts))
    cells = {(g.measure, g.estimator, g.group): g for g in rows(groups)}
    ordered = contrasts.assign(trust=contrasts["estimator"].map(TRUST.index)).sort_values(
        ["measure", "trust"]
    )
    body = [
        [
            MEASURES[row.measure],
            codes[row.estimator],
            *(_in_group(cells.get((row.measure, row.estimator, g)), row) for g in (row.group_a, row.group_b)),
            told(_difference(row), "contrasts", row),
            told(worth.told(row.effective_labels, coded), "contrasts", row)
            if pd.notna(row.effective_labels)
            else "",
            told(_note(row), "contrasts", row) if row.reason else "",
        ]
        for row in rows(ordered)
    ]
    head = ["Measure", "Codes", one.group_a, one.group_b, "Difference in points (interval)", "Worth", "Note"]
    return Grid("Estimates side by side", head, body)


def _codes(contrasts: pd.DataFrame) -> dict[str, str]:
    return CODES if (contrasts["estimator"] == "machine").any() else BY_PEOPLE


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
    tested = [told(p_values(row, level=level), "contrasts", row)] if pd.notna(row.p) else []
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
        Chance with which a detectable difference gives a p-value so small; confidence level.
    """
    own = effects[(effects["estimator"] == row.estimator) & (effects["measure"] == "presence")]
    sentences = []
    for e in rows(own[own["effect"].str.startswith("at most, ")]):
        group = e.effect.removeprefix("at most, ")
        said = f"Nobody of the {group} speaks of it; up to {percent(e.high)} of such people still might"
        sentences.append(told(f"{said} (one-sided {percent(level)} bound).", "effects", e))
    for e in rows(own[own["effect"].str.startswith("overlooked, ") & (own["high"] > 0)]):
        group = e.effect.removeprefix("overlooked, ")
        said = f"Up to {percent(e.high)} of the {group} may speak of it where no reader saw it"
        sentences.append(told(f"{said}, by an estimate; the interval takes that in.", "effects", e))
    for e in rows(own[own["effect"] == "detectable difference"]):
        ways = [f"a fall of {100 * -e.low:.0f} points"] if pd.notna(e.low) else []
        ways += [f"a rise of {100 * e.high:.0f} points"] if pd.notna(e.high) else []
        seen = f"With so many people, {' or '.join(ways)}"
        said = seen if ways else "With so few people, no difference is so large that it"
        small = f"{1 - level:.2g}".removeprefix("0")
        alone = f"would by itself give p ≤ {small} with a chance of {percent(power)}"
        less = "; once adjusted, less often" if ways and row.tested > 1 else ""
        sentences.append(told(f"{said} {alone}{less}.", "effects", e))
    return sentences


def beside(effects: pd.DataFrame, contrasts: pd.DataFrame) -> Grid:
    """Other tests and measures of one contrast of one theme.

    Parameters
    ----------
    effects, contrasts
        The rows of those tables for the contrast and theme, placed.
    """
    undoing = effects["effect"].str.endswith(UNDOES)
    of_hand = beyond_chance(effects[undoing & ~effects["effect"].isin(UNDONE)], contrasts)
    shown = pd.concat([effects[~undoing], of_hand]).sort_index()
    shown = shown[shown["estimator"].isin(needed(contrasts)["estimator"])]
    bare = shown[["estimate", "low", "high"]].isna().all(axis=1)  # tests alone come after what they test
    shown = pd.concat([shown[~bare], shown[bare]])
    body = [
        [
            told(row.effect, "effects", row),
            MEASURES[row.measure],
            _codes(contrasts)[row.estimator],
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
    """The value of one row of `effects` with its interval; what has no bound is said."""
    plain = row.effect in ("ratio", "odds ratio", "AUC")
    digits = 0 if row.measure == "presence" else 1
    if row.effect.startswith(("at most", "overlooked")):
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
