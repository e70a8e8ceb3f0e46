"""What error of codes would have to be to make a difference between groups, where chance could not."""

from typing import Any

import pandas as pd

from peerstudy.compare.estimators import directed
from peerstudy.pages.sections.told import Told, told
from peerstudy.tables import rows
from peerstudy.wording import percent

UNDOES = "difference that undoes it"
UNDONE = {
    f"sensitivity {UNDOES}": "missed {share} of the mentions in {less} and none in {more}",
    f"false-positive {UNDOES}": "coded {share} of the other talk by mistake in {more} and none in {less}",
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
    return [told(_undone(e, next(rows(contrasts))), "effects", e) for e in rows(held)]


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


def _undone(row: Any, contrast: Any) -> str:
    """What one error in one group would have to be."""
    groups = (contrast.group_a, contrast.group_b)
    more, less = groups if row.estimate > 0 else reversed(groups)
    error = UNDONE[row.effect].format(share=percent(abs(row.estimate)), more=more, less=less)
    return (
        "Were the theme equally frequent, the machine’s difference in share of talk would come from error "
        f"alone if it {error}; a smaller difference of error is enough where both groups have some of it."
    )
