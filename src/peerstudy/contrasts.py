"""Groups of people compared, theme by theme, each person counted once."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from peerstudy import (
    exact2x2,
    misclassification,
    multiplicity,
    pairing,
    permutation,
    proportions,
    tables,
    tree,
)
from peerstudy.pairing import Pairing

MEASURES = {
    "hand": ["presence", "salience"],
    "machine": ["presence", "salience"],
    "corrected": ["salience"],
    "verified": ["presence"],
}
METHOD = {
    "presence": "Suissa-Shuster exact test; Miettinen-Nurminen interval",
    "salience": "permutation of people by Welch's t, and the interval that it does not reject",
}
EFFECT = {"presence": "difference in proportions", "salience": "difference in mean shares"}
PRIMARY, PARENTS, EXPLORATORY = "primary", "parents", "exploratory"
UNCORRECTED = "uncorrected machine codes: the interval leaves out their error, so no p-value is given"


def contrasts(
    presence: pd.DataFrame,
    codebook: pd.DataFrame,
    roster: pd.DataFrame,
    corrected: pd.DataFrame,
    *,
    comparisons: dict[str, list[str]],
    primary: list[str],
    level: float,
    gamma: float,
    smallest_group: int,
    strata: str,
    families: str,
    permutations: int,
    seed: int,
    expected_positives: float,
    hand_positives: float,
) -> pd.DataFrame:
    """Compare whether, and how much, people of two groups speak of each theme.

    Parameters
    ----------
    presence, codebook, roster, corrected
        The tables of those names.
    comparisons
        Two groups by the name of the contrast; the second is the reference. Several contrasts may share one.
    primary
        Themes declared in advance; the others are exploratory, and parents are a family of their own.
    level
        Confidence level of the intervals.
    gamma
        Berger-Boos constant of the exact test; 0 searches every nuisance proportion.
    smallest_group
        A group of fewer people is refused.
    strata, families
        Attributes of people: labels move within strata; families move whole. Empty for none.
    permutations, seed
        Reassignments of people, and the seed of their random numbers.
    expected_positives, hand_positives
        Fewest segments with the theme that each group must be expected to hold, and be found by hand to hold,
        for a corrected or verified comparison.

    Returns
    -------
    contrasts
        The table of that name. Primary themes and parents are adjusted by step-down maxT, exploratory themes
        by Benjamini-Hochberg.

    Raises
    ------
    TableError
        If a comparison names an unknown group, `primary` an unknown theme, or people lack an attribute.
    """
    _known(presence, codebook, comparisons, primary)
    pairing.check_attributes(roster, "contrasts", strata, families)
    themes = list(codebook.sort_values("order")["theme"])
    family = _families(themes, primary, tree.parents(codebook))
    frames = []
    for contrast, pair in comparisons.items():
        for estimator, codes in presence.groupby("estimator"):
            two = pairing.pairing(
                codes,
                roster,
                pair,
                themes,
                strata=strata,
                families=families,
                permutations=permutations,
                seed=seed,
            )
            for measure in MEASURES[str(estimator)]:
                drawn = two.statistics(measure)
                frame = pd.DataFrame(
                    [_row(two, theme, measure, drawn, pair, level, gamma) for theme in range(len(themes))]
                )
                frame = frame.assign(contrast=contrast, measure=measure, estimator=estimator, family=family)
                frame["reason"] = _refusals(frame, smallest_group)
                if estimator in ("corrected", "verified"):
                    frame = _corrected(frame, two, corrected, expected_positives, hand_positives)
                frames.append(_adjusted(_withheld(frame), *drawn))
    return tables.check(pd.concat(frames, ignore_index=True), "contrasts")


def _row(
    two: Pairing,
    theme: int,
    measure: str,
    statistics: tuple[pairing.Floats, pairing.Floats],
    pair: list[str],
    level: float,
    gamma: float,
) -> dict[str, object]:
    """One theme: counts of people, difference, interval and p-value."""
    x1, n1, x2, n2 = two.counts(theme)
    if measure == "presence":
        interval = proportions.miettinen_nurminen(x1, n1, x2, n2, level=level)
        p = exact2x2.suissa_shuster(x1, n1, x2, n2, gamma=gamma)
    else:
        interval = permutation.difference_interval(
            two.share[:, theme], two.first, two.permuted, strata=two.strata, level=level
        ).within(-1, 1)
        seen, random = statistics
        p = float(permutation.pvalues(seen[[theme]], random[:, [theme]])[0])
    return {
        "theme": two.themes[theme],
        "group_a": pair[0],
        "group_b": pair[1],
        "present_a": x1,
        "people_a": n1,
        "present_b": x2,
        "people_b": n2,
        "effect": EFFECT[measure],
        "estimate": interval.estimate,
        "low": interval.low,
        "high": interval.high,
        "method": METHOD[measure],
        "p": p,
        "effective_labels": np.nan,
    }


def _refusals(frame: pd.DataFrame, smallest_group: int) -> list[str]:
    """Why a comparison is refused, or nothing."""
    reasons = []
    for row in tables.rows(frame):
        sides = ((row.group_a, row.people_a), (row.group_b, row.people_b))
        small = [f"{group} ({people})" for group, people in sides if people < smallest_group]
        few = f"fewer than {smallest_group} people who could have spoken of it and were asked: "
        reasons.append(few + ", ".join(small) if small else "")
    still = (frame["reason"] if "reason" in frame else pd.Series("", index=frame.index)).tolist()
    silent = frame["estimate"].isna() | frame["p"].isna()
    return [
        given or reason or ("everybody is alike, so there is nothing to compare" if nothing else "")
        for given, reason, nothing in zip(still, reasons, silent, strict=True)
    ]


def _corrected(
    frame: pd.DataFrame, two: Pairing, corrected: pd.DataFrame, expected: float, hand: float
) -> pd.DataFrame:
    """Reasons to withhold what too few positive segments carry, and what the machine was worth."""
    held = corrected.assign(hoped=corrected["salience"] * corrected["segments"])
    sums = np.column_stack(
        [
            _summed(pairing.wide(held, what, two.people, two.themes), ~np.isnan(two.present), side)
            for what in ("hoped", "positives")
            for side in (two.first, ~two.first)
        ]
    )
    reasons = [
        misclassification.withheld((a, b), (found_a, found_b), minimum=expected, hand=hand)
        for a, b, found_a, found_b in sums.tolist()
    ]
    worth = held.groupby("theme")["effective_labels"].first()
    both = [reason or why for reason, why in zip(frame["reason"], reasons, strict=True)]
    helped = frame["theme"].map(worth).where(frame["estimator"] == "corrected")
    return frame.assign(reason=both, effective_labels=helped)


def _summed(values: pairing.Floats, counts: NDArray[np.bool_], side: NDArray[np.bool_]) -> pairing.Floats:
    """Sum of each theme over the people of a side who count; NaN where nothing is known of them."""
    known = counts & side[:, None] & ~np.isnan(values)
    sums: pairing.Floats = np.where(known.any(0), np.where(known, values, 0.0).sum(0), np.nan)
    return sums


def _withheld(frame: pd.DataFrame) -> pd.DataFrame:
    """No number where there is a reason against it; machine codes keep their difference, not a p-value."""
    refused = frame["reason"] != ""
    frame.loc[refused, ["estimate", "low", "high", "p", "effective_labels"]] = np.nan
    frame.loc[refused, "method"] = ""
    raw = (frame["estimator"] == "machine") & ~refused
    frame.loc[raw, "p"] = np.nan
    frame.loc[raw, "reason"] = UNCORRECTED
    return frame


def _adjusted(frame: pd.DataFrame, seen: pairing.Floats, random: pairing.Floats) -> pd.DataFrame:
    """Each family's p-values adjusted together; an adjusted p-value is never under the raw one."""
    frame["p_adjusted"] = np.nan
    frame["tested"] = pd.Series(pd.NA, index=frame.index, dtype="Int64")
    for name, family in frame[frame["p"].notna()].groupby("family"):
        p = family["p"].to_numpy()
        if name == EXPLORATORY:
            adjusted = multiplicity.false_discovery(p)
        else:
            adjusted = multiplicity.max_t(seen[family.index], random[:, family.index])
        frame.loc[family.index, "p_adjusted"] = np.fmax(adjusted, p)
        frame.loc[family.index, "tested"] = len(family)
    return frame


def _families(themes: list[str], primary: list[str], parents: set[str]) -> list[str]:
    return [PRIMARY if theme in primary else PARENTS if theme in parents else EXPLORATORY for theme in themes]


def _known(
    presence: pd.DataFrame, codebook: pd.DataFrame, comparisons: dict[str, list[str]], primary: list[str]
) -> None:
    held, themes = sorted(set(presence["group"]) - {""}), list(codebook["theme"])
    problems = [
        f"comparison {name!r} names group {group!r}, which nobody is in{tables.nearest(group, held)}. "
        f"Groups: {', '.join(held)}"
        for name, pair in comparisons.items()
        for group in pair
        if group not in held
    ]
    problems += [
        f"primary names theme {theme!r}, not in the codebook{tables.nearest(theme, themes)}"
        for theme in primary
        if theme not in themes
    ]
    if problems:
        raise tables.TableError(f"contrasts: {len(problems)} problem(s)\n  " + "\n  ".join(problems))
