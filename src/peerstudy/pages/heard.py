"""Whether enough was heard, in words that report, notebook, figure and tables of a paper share."""

from typing import Any

import pandas as pd

from peerstudy.wording import counted


def met(row: Any) -> str:
    """After how many interviews, or people, the rule was met, those that confirmed it, and what came later.

    Parameters
    ----------
    row
        A row of the table `stopping` whose rule was met.
    """
    run = row.confirmed - row.stopped
    later = "no theme was first heard later"
    if row.later:
        were = "was" if row.later == 1 else "were"
        later = f"{row.later} of {counted(row.themes, 'theme')} {were} first heard later"
    each = ", each with all that they said" if row.unit == "people" else ""
    when = f"{row.confirmed} {row.unit}{each} ({row.stopped}, and the run of {run} that confirms it)"
    return f"met after {when}; {later}"


def reached(row: Any) -> str:
    """How many themes such people would speak of; where all were set in advance, beside those there are.

    Parameters
    ----------
    row
        A row of the table `stopping`; where nothing was estimated the text is empty.
    """
    if pd.isna(row.estimate):
        return ""
    if pd.notna(row.codable):
        return _of_codable(row)
    least, most = f"{row.estimate:.0f}", f"{row.high:.0f}"
    up = f", perhaps {most}" if most not in (least, "nan") else ""
    return f"such people would speak of about {least} themes{up} (estimate)"


def _of_codable(row: Any) -> str:
    """A list of themes that is closed bounds what an estimate made for an open one can say."""
    if row.themes >= row.codable:
        return "these are all the themes that could be coded, since all were set in advance"
    least, most = (min(round(number), row.codable) for number in (row.estimate, row.high))
    up = f", perhaps {most}" if most > least else ""
    return (
        f"of the {row.codable} themes that could be coded, all of them set in advance, such people would "
        f"speak of about {least}{up} (estimate)"
    )
