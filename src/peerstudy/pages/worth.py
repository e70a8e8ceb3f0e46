"""What a machine's help was worth, beside how many segments people coded."""

import pandas as pd

from peerstudy.wording import counted


def labels(corrected: pd.DataFrame) -> "pd.Series[int]":
    """Drawn segments that were hand-coded, of the people whose talk was estimated, by theme.

    Parameters
    ----------
    corrected
        The table of that name.
    """
    held = corrected[corrected["salience"].notna()]
    return held.groupby("theme")["labels"].sum()


def helped(corrected: pd.DataFrame) -> dict[str, int]:
    """Machine coders, with the number of themes on which estimates are worth more with their help.

    To move an estimate is no help yet: it may be worth no more, or less, than the coded segments alone.
    """
    first = corrected[corrected["tuning"] > 0].drop_duplicates("theme").set_index("theme")
    gained = first[first["effective_labels"].round() > labels(corrected).reindex(first.index)]
    return {str(coder): len(own) for coder, own in gained.groupby("machine")}


def told(effective: float, coded: int) -> str:
    """What an estimate is worth, and whether the machine added anything to what people coded.

    >>> told(427.9, 298), told(215.6, 238)
    ('as much as 428 hand-coded segments; 298 were coded', 'no more than the 238 segments that were coded')
    """
    were = "was" if coded == 1 else "were"
    if round(effective) <= coded:
        return f"no more than the {counted(coded, 'segment')} that {were} coded"
    return f"as much as {counted(round(effective), 'hand-coded segment')}; {coded} {were} coded"
