"""The draw for blind coding that a person keeps: that of the sheet, and of the talk as it stands."""

import pandas as pd

from peerstudy.coding.items import item
from peerstudy.tables import TableError

FILES = ("sample.csv", "blind_sheet.csv")
TOLD = ["segment", "text", "drawn"]  # what a draw is of; with other settings other segments are drawn
SHOWN = 5  # segments that a message names


def refuse_other_sheet(drawn: pd.DataFrame, sheet: pd.DataFrame) -> None:
    """Refuse a draw that is not the one of which the sheet was made, such as that of a stopped run.

    Parameters
    ----------
    drawn, sheet
        The tables `sample` and `blind_sheet` of one run.

    Raises
    ------
    TableError
        With what to do.
    """
    if set(map(item, drawn.loc[drawn["drawn"], "segment"])) != set(sheet["item"]):
        raise TableError(
            "blind_sheet.csv: it holds other segments than sample.csv. Hint: run the study again"
        )


def refuse_stale(drawn: pd.DataFrame, now: pd.DataFrame) -> None:
    """Refuse a draw of other talk than the study holds now.

    Parameters
    ----------
    drawn, now
        The table `sample` of the last run, and that which a run would make now.

    Raises
    ------
    TableError
        Names segments in which they differ, and what to do.
    """
    both = pd.concat([drawn[TOLD], now[TOLD]])
    other = sorted(set(both.loc[~both.duplicated(keep=False), "segment"]))
    if other:
        raise TableError(
            f"sample: transcripts or settings changed since the last run: {len(other)} segment(s) differ, "
            f"such as {', '.join(other[:SHOWN])}. Hint: run the study again first; where somebody codes the "
            "sheet of that run already, --as-drawn keeps its draw"
        )
