"""How groups differ in tone, as a paper prints it."""

from collections.abc import Iterator

import pandas as pd

from peerstudy.pages.paper import Table, points
from peerstudy.tables import rows
from peerstudy.wording import percent


def tones(compared: pd.DataFrame, codebook: pd.DataFrame, *, level: float) -> Iterator[Table]:
    """A table a contrast, a row a theme and tone.

    Parameters
    ----------
    compared
        The table `tones`.
    codebook
        The table of that name.
    level
        Confidence level of the intervals.
    """
    told = compared.merge(codebook[["theme", "label", "order"]], on="theme").sort_values(["order", "tone"])
    for contrast, part in told.groupby("contrast", sort=True):
        made = [
            {
                "Theme": row.label,
                "Tone": row.tone,
                row.group_a: f"{row.present_a} of {row.people_a}",
                row.group_b: f"{row.present_b} of {row.people_b}",
                f"Difference in points ({percent(level)} interval)": row.reason
                or f"{points(row.estimate, 0)} ({points(row.low, 0)} to {points(row.high, 0)})",
            }
            for row in rows(part)
        ]
        note = (
            "Tones were looked through, not declared: each interval is of one alone, and nothing is tested."
        )
        yield Table(f"{contrast}: people who speak of a theme in each tone", pd.DataFrame(made), note)
