"""Groups of people compared, theme by theme, each person counted once."""

import numpy as np
import pandas as pd

from peerstudy import tables, tree
from peerstudy.cells import problems_of
from peerstudy.compare import adjustment, comparing, overlooked, pairing, refusals, withholding
from peerstudy.compare.overlooked import Missed
from peerstudy.compare.pairing import Pairing
from peerstudy.compare.withholding import Needed

MEASURES = {
    "hand": ["presence", "salience"],
    "machine": ["presence", "salience"],
    "corrected": ["salience"],
    "verified": ["presence"],
}
SAMPLED = ["corrected", "verified"]
EFFECT = {"presence": "difference in proportions", "salience": "difference in mean shares"}
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
    heard: float,
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
    heard
        Least share of the mentions of each group that readers must have seen for a verified comparison.

    Returns
    -------
    contrasts
        The table of that name. Primary themes and parents are adjusted by step-down maxT, or by Holm for
        verified codes; exploratory themes by Benjamini-Hochberg. A theme alone in its family is not adjusted.

    Raises
    ------
    TableError
        If a comparison names an unknown group, `primary` an unknown theme, people lack an attribute, or a
        family has members in several strata.
    ValueError
        If `level` is not between 0 and 1, or `gamma` outside [0, 1).
    """
    _known(presence, codebook, comparisons, primary)
    refusals.check_attributes(roster, "contrasts", strata, families)
    themes = list(codebook.sort_values("order")["theme"])
    family = adjustment.families(themes, primary=primary, parents=tree.parents(codebook))
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
                missed = overlooked.of_estimator(str(estimator), two, corrected)
                frame = _rows(two, measure, drawn, missed, level, gamma)
                frame = frame.assign(contrast=contrast, group_a=pair[0], group_b=pair[1])
                frame = frame.assign(measure=measure, estimator=estimator, family=family)
                frame["effective_labels"] = np.nan
                apart = [comparing.apart(two, theme, measure) for theme in range(len(themes))]
                frame["reason"] = withholding.few_people(
                    frame,
                    codes,
                    apart,
                    within=measure == "salience" and two.strata is not None,
                    smallest_group=smallest_group,
                )
                if estimator in SAMPLED:
                    needed = Needed(expected_positives, hand_positives, heard, level)
                    frame = _sampled(frame, two, corrected, needed)
                frames.append(adjustment.adjusted(_withheld(frame), *drawn))
    return tables.check(pd.concat(frames, ignore_index=True), "contrasts")


def _rows(
    two: Pairing,
    measure: str,
    drawn: tuple[pairing.Floats, pairing.Floats],
    missed: Missed,
    level: float,
    gamma: float,
) -> pd.DataFrame:
    """A row a theme: counts of people, difference, interval and p-value."""
    found = [
        comparing.compared(two, theme, measure, drawn, missed[theme], level=level, gamma=gamma)
        for theme in range(len(two.themes))
    ]
    method = comparing.method(two, measure)
    return pd.DataFrame(found).assign(theme=two.themes, effect=EFFECT[measure], method=method)


def _sampled(frame: pd.DataFrame, two: Pairing, corrected: pd.DataFrame, needed: Needed) -> pd.DataFrame:
    """What the blind sample says against a comparison, and what the machine was worth."""
    few = withholding.of_sample(two, corrected, frame["measure"].iloc[0], needed)
    both = [reason or why for reason, why in zip(frame["reason"], few, strict=True)]
    worth = corrected.groupby("theme")["effective_labels"].first()
    if frame["measure"].iloc[0] == "presence":
        frame["method"] += "; no more than holds with as many as may be overlooked in either group"
    return frame.assign(
        reason=both, effective_labels=frame["theme"].map(worth).where(frame["estimator"] == "corrected")
    )


def _withheld(frame: pd.DataFrame) -> pd.DataFrame:
    """No number where there is a reason against it; machine codes keep their difference, not a p-value."""
    refused = frame["reason"] != ""
    frame.loc[refused, ["estimate", "low", "high", "p", "effective_labels"]] = np.nan
    frame.loc[refused, "method"] = ""
    raw = (frame["estimator"] == "machine") & ~refused
    frame.loc[raw, "p"] = np.nan
    frame.loc[raw, "reason"] = UNCORRECTED
    return frame


def _known(
    presence: pd.DataFrame, codebook: pd.DataFrame, comparisons: dict[str, list[str]], primary: list[str]
) -> None:
    themes = list(codebook["theme"])
    problems = refusals.unknown_groups(presence["group"], comparisons.items())
    problems += [
        f"primary names theme {theme!r}, not in the codebook{tables.nearest(theme, themes)}"
        for theme in primary
        if theme not in themes
    ]
    if problems:
        raise problems_of("contrasts", problems)
