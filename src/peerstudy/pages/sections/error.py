"""What error of codes would have to be to make a difference between groups, where chance could not."""

from typing import Any

import pandas as pd

from peerstudy.compare.estimators import directed
from peerstudy.pages.sections.told import Told, told
from peerstudy.tables import rows

UNDOES = "difference that undoes it"
UNDONE = {
    f"sensitivity {UNDOES}": "its sensitivity (how often it finds what is there)",
    f"false-positive {UNDOES}": "its false positives (how often it codes what is not there)",
}


def undone(effects: pd.DataFrame, contrasts: pd.DataFrame) -> list[Told]:
    """How different machine error would have to be between the groups to make the machine's difference alone.

    Parameters
    ----------
    effects, contrasts
        The rows of those tables for the contrast and theme, placed. Of a difference that chance could make
        nothing is said: no error is needed for it.
    """
    held = beyond_chance(effects[effects["effect"].isin(UNDONE) & effects["estimate"].notna()], contrasts)
    return [told(_undone(e), "effects", e) for e in rows(held)]


def beyond_chance(undoing: pd.DataFrame, contrasts: pd.DataFrame) -> pd.DataFrame:
    """Of rows that would undo a difference, those of differences whose interval excludes 0.

    Parameters
    ----------
    undoing, contrasts
        Rows of `effects`, and the rows of `contrasts` for the contrast and theme.
    """
    sure = directed(contrasts)
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
