"""Whether enough was heard, group by group: a stopping rule, coverage, and how many themes there are."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from peerstudy import tables
from peerstudy.compare import hearing
from peerstudy.statistics import accumulation, richness
from peerstudy.wording import percent


def stopping(
    presence: pd.DataFrame,
    interviews: pd.DataFrame,
    speakers: pd.DataFrame,
    codebook: pd.DataFrame,
    approach: str,
    *,
    origins: list[str],
    base: int,
    run: int,
    threshold: float,
    level: float,
) -> pd.DataFrame:
    """Apply the stopping rule of Guest and others, Good-Turing coverage and Chao2 to each group.

    Parameters
    ----------
    presence, interviews, speakers, codebook
        The tables of those names.
    approach
        Of the study; a reflexive one has no saturation.
    origins
        Themes that count, by their origin.
    base, run, threshold
        First interviews, further interviews looked at together, and the largest share of new themes in a run.
    level
        Confidence level of the number of themes.

    Returns
    -------
    frame
        The table `stopping`, with a reason where it is not assessable.

    Raises
    ------
    ValueError
        If `base` or `run` is below 1, or `level` is not between 0 and 1.

    References
    ----------
    Guest, Namey & Chen 2020 (PLoS ONE 15(5):e0232076); Chao 1987; Chao & Jost 2012.
    """
    if approach == "reflexive":
        return tables.empty("stopping")
    rows = []
    for group, heard in hearing.by_group(presence, interviews, speakers, codebook, origins).items():
        people, frequencies = len(heard.incidence), heard.incidence.sum(0)
        row: dict[str, object] = {"group": group, "people": people, "themes": int((frequencies > 0).sum())}
        row |= {"rule": f"base {base}, run {run}, at most {percent(threshold)} new", "stopped": None}
        row["unit"] = heard.unit
        reason = _refusal(people, int(frequencies.sum()), base + run)
        chao = richness.chao2(frequencies, people, level=level) if not reason else (np.nan,) * 3
        row |= {"estimate": chao[0], "low": chao[1], "high": chao[2], "coverage": np.nan, "reason": reason}
        row |= {"confirmed": None, "later": None, "codable": heard.codable}
        if not reason:
            row |= _rule(heard.incidence, base, run, threshold)
            row["coverage"] = richness.coverage(frequencies, people)
            row["reason"] = "" if row["stopped"] else "the rule was not met by the last interview"
        rows.append(row)
    return tables.check(pd.DataFrame(rows), "stopping") if rows else tables.empty("stopping")


def _rule(incidence: NDArray[np.bool_], base: int, run: int, threshold: float) -> dict[str, int | None]:
    """When the rule was met, when that was known, and how many themes were first heard after that."""
    stopped = accumulation.guest_stop(incidence, base=base, run=run, threshold=threshold)
    if stopped is None:
        return {"stopped": None}
    later = incidence.any(0) & ~incidence[: stopped + run].any(0)
    return {"stopped": stopped, "confirmed": stopped + run, "later": int(later.sum())}


def _refusal(people: int, mentions: int, least: int) -> str:
    if people < least:
        return f"not assessable: {people} people, fewer than base and run together ({least})"
    return "" if mentions else "not assessable: none of the themes that count was heard"
