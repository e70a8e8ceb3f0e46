"""What the numbers of a comparison cannot carry, in words: the reason to show nothing in their place."""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from peerstudy import tables
from peerstudy.compare import comparing, overlooked, pairing
from peerstudy.compare.pairing import Pairing
from peerstudy.statistics import misclassification, permutation
from peerstudy.wording import percent

ALIKE = "everybody is alike, so there is nothing to compare"
APART = "no stratum holds people of both groups, so nobody can be compared within one"
FEW = "fewer than"
# What `few_speakers` says of each group, where groups are not told one by one.
SILENT = "fewer than {} people of a group who speak of it, which a mean needs"
CANNOT = "the theme does not apply to"
FEWEST = 3  # people of a group that are compared at all, as the schema of study.yaml has it


def few_people(
    frame: pd.DataFrame, presence: pd.DataFrame, apart: list[bool], *, within: bool, smallest_group: int
) -> list[str]:
    """Reason by row of `contrasts`: a group that the theme is not for, few people, or nothing to be tested.

    Parameters
    ----------
    frame
        Rows of `contrasts`.
    presence
        The table of that name, of one estimator.
    apart
        Of each row, whether no stratum holds both groups (`comparing.apart`).
    within
        People are compared within strata, so that only those count who have somebody beside them.
    smallest_group
        A group of fewer people is refused.
    """
    able = presence[presence["applies"]]
    could, reasons = set(zip(able["group"], able["theme"], strict=True)), []
    for row, split in zip(tables.rows(frame), apart, strict=True):
        groups = (row.group_a, row.group_b)
        if out := [group for group in groups if (group, row.theme) not in could]:
            reasons.append(f"{CANNOT} {' and '.join(out)}")
            continue
        alike = ALIKE if np.isnan(row.estimate) or np.isnan(row.p) else ""
        few = too_few(row, smallest_group, within=within)
        if not few and row.measure == "salience" and row.estimator == "hand":
            few = few_speakers(row, smallest_group)
        reasons.append(APART if split else few or alike)
    return reasons


def too_few(row: Any, smallest_group: int, *, within: bool = False) -> str:
    """Which group of a row has fewer people, or nothing.

    Parameters
    ----------
    row
        A row of `contrasts` or `tones`.
    smallest_group
        A group of fewer people is refused.
    within
        As for `few_people`.
    """
    sides = ((row.group_a, row.people_a), (row.group_b, row.people_b))
    small = [f"{group} ({people})" for group, people in sides if people < smallest_group]
    few = f"{FEW} {smallest_group} people who could have spoken of it, were asked and read"
    few += ", in strata that hold both groups: " if within else ": "
    return few + ", ".join(small) if small else ""


def few_speakers(row: Any, least: int) -> str:
    """Which group's share of talk rests on fewer people who speak of the theme, or nothing.

    A mean of which one or two people are most is known far worse than its spread tells: where one group had
    few that spoke much and the other many that spoke little, with equal means, 95 % intervals held the
    difference in .79 to .88 of 1,500 simulated studies, and in .95 and more of those that are left.

    Parameters
    ----------
    row
        A row of `contrasts`, or what has its groups and numbers of people who speak of the theme.
    least
        Fewest people of a group who speak of it.
    """
    sides = ((row.group_a, row.present_a), (row.group_b, row.present_b))
    small = [f"{group} ({people})" for group, people in sides if people < least]
    return f"{FEW} {least} people who speak of it, which a mean needs: {', '.join(small)}" if small else ""


def of_talk(two: Pairing, measure: str, least: int) -> list[str]:
    """Reason by theme: a group has fewer people who speak of it than a mean share needs (`few_speakers`).

    Parameters
    ----------
    two, measure
        The people compared, and presence, which needs none, or salience.
    least
        Fewest people of a group who speak of it.
    """
    if measure == "presence":
        return [""] * len(two.themes)
    said = [comparing.counts(two, at, "salience")[::2] for at in range(len(two.themes))]
    return [SILENT.format(least) if min(own) < least else "" for own in said]


class Needed(NamedTuple):
    """What a sample must hold in each group: expected, and found by hand; and the share that readers saw.

    And the confidence level at which some reassignment of people must be able to show a difference.
    """

    expected: float
    hand: float
    heard: float
    level: float


def of_sample(two: Pairing, corrected: pd.DataFrame, measure: str, needed: Needed) -> list[str]:
    """Reason by theme: a blind sample, or what readers saw of the talk, is too little for the comparison.

    Parameters
    ----------
    two
        The people compared.
    corrected
        The table of that name.
    measure
        Salience needs mentions in each group; presence also readers who saw enough of them to tell who is
        silent, unless they settled it for everybody.
    needed
        How many, how large a share, and at which level.
    """
    hoped = _sums(two, corrected.assign(hoped=corrected["salience"] * corrected["segments"]), "hoped")
    found, seen = _sums(two, corrected, "positives"), _sums(two, corrected, "confirmed")
    silent: list[bool] = [False] * len(two.themes)
    same = [""] * len(two.themes)
    if measure == "presence":
        silent = [bool(people.any()) for people in overlooked.still_open(two, corrected).T]
    else:
        same = _same(two, needed.level)
    reasons = []
    columns = zip(hoped.T.tolist(), found.T.tolist(), seen.T.tolist(), silent, same, strict=True)
    for expected, hand, read, open_, tied in columns:
        few = misclassification.withheld(
            tuple(expected), tuple(hand), minimum=needed.expected, hand=needed.hand
        )
        unheard = misclassification.unheard(tuple(read), tuple(expected), least=needed.heard)
        reasons.append(few or (unheard if open_ else "") or tied)
    return reasons


def _same(two: Pairing, level: float) -> list[str]:
    """Reason by theme: so many people are alike that the largest difference is a common one."""
    ties = permutation.ties(two.statistics("salience")[1])
    return [
        f"withheld: so many people are alike that {percent(share)} of all reassignments tie for the largest "
        f"difference; none could be told from chance at {1 - level:.2g}"
        if share > 1 - level
        else ""
        for share in ties.tolist()
    ]


def _sums(two: Pairing, held: pd.DataFrame, column: str) -> NDArray[np.float64]:
    """Groups x themes: sum over the people who count; NaN where nothing is known of them."""
    values = pairing.wide(held, column, two.people, two.themes)
    counts = ~np.isnan(two.present) & ~np.isnan(values)
    sides = [counts & side[:, None] for side in (two.first, ~two.first)]
    return np.stack([np.where(s.any(0), np.where(s, values, 0.0).sum(0), np.nan) for s in sides])
