"""What the numbers of a comparison cannot carry, in words: the reason to show nothing in their place."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from peerstudy import misclassification, pairing, tables
from peerstudy.pairing import Pairing

ALIKE = "everybody is alike, so there is nothing to compare"


def few_people(frame: pd.DataFrame, *, smallest_group: int) -> list[str]:
    """Reason by row of `contrasts`: a group of fewer people, or no difference that could be tested."""
    reasons = []
    for row in tables.rows(frame):
        sides = ((row.group_a, row.people_a), (row.group_b, row.people_b))
        small = [f"{group} ({people})" for group, people in sides if people < smallest_group]
        few = f"fewer than {smallest_group} people who could have spoken of it and were asked: "
        alike = ALIKE if np.isnan(row.estimate) or np.isnan(row.p) else ""
        reasons.append(few + ", ".join(small) if small else alike)
    return reasons


def few_mentions(two: Pairing, corrected: pd.DataFrame, *, expected: float, hand: float) -> list[str]:
    """Reason by theme: too few segments with the theme in a group for a sample of them to carry.

    Parameters
    ----------
    two
        The people compared.
    corrected
        The table of that name.
    expected, hand
        Fewest segments with the theme that each group must be expected to hold, and be found by hand to hold.
    """
    hoped, found = _sums(two, _hoped(corrected), "hoped"), _sums(two, corrected, "positives")
    return [
        misclassification.withheld((a, b), (c, d), minimum=expected, hand=hand)
        for (a, b), (c, d) in zip(hoped.T.tolist(), found.T.tolist(), strict=True)
    ]


def unheard_mentions(two: Pairing, corrected: pd.DataFrame, *, heard: float) -> list[str]:
    """Reason by theme: readers saw too few of the mentions of a group to say who is silent.

    Parameters
    ----------
    two
        The people compared.
    corrected
        The table of that name.
    heard
        Least share of the segments with the theme, as estimated from the blind sample, that people read.
    """
    hoped, seen = _sums(two, _hoped(corrected), "hoped"), _sums(two, corrected, "confirmed")
    return [
        misclassification.unheard((a, b), (c, d), least=heard)
        for (a, b), (c, d) in zip(seen.T.tolist(), hoped.T.tolist(), strict=True)
    ]


def _hoped(corrected: pd.DataFrame) -> pd.DataFrame:
    return corrected.assign(hoped=corrected["salience"] * corrected["segments"])


def _sums(two: Pairing, held: pd.DataFrame, column: str) -> NDArray[np.float64]:
    """Groups x themes: sum over the people who count; NaN where nothing is known of them."""
    values = pairing.wide(held, column, two.people, two.themes)
    counts = ~np.isnan(two.present) & ~np.isnan(values)
    sides = [counts & side[:, None] for side in (two.first, ~two.first)]
    return np.stack([np.where(s.any(0), np.where(s, values, 0.0).sum(0), np.nan) for s in sides])
