"""Themes adjusted together: those declared in advance, parents, and the rest."""

import numpy as np
import pandas as pd

from peerstudy.compare.pairing import Floats
from peerstudy.statistics import multiplicity

PRIMARY, PARENTS, EXPLORATORY = "primary", "parents", "exploratory"
FALSE_DISCOVERY, HOLM, MAX_T = "Benjamini-Hochberg", "Holm", "step-down maxT"


def families(themes: list[str], *, primary: list[str], parents: set[str]) -> list[str]:
    """The family of each theme.

    Examples
    --------
    >>> families(["tea", "bus", "care"], primary=["tea"], parents={"care"})
    ['primary', 'exploratory', 'parents']
    """
    return [PRIMARY if theme in primary else PARENTS if theme in parents else EXPLORATORY for theme in themes]


def method(family: str, estimator: str) -> str:
    """How the p-values of a family are adjusted; maxT alone rests on another test than theirs.

    Examples
    --------
    >>> method("primary", "hand"), method("primary", "verified"), method("exploratory", "hand")
    ('step-down maxT', 'Holm', 'Benjamini-Hochberg')
    """
    if family == EXPLORATORY:
        return FALSE_DISCOVERY
    return HOLM if estimator == "verified" else MAX_T


def adjusted(frame: pd.DataFrame, seen: Floats, random: Floats) -> pd.DataFrame:
    """Each family's p-values adjusted together; an adjusted p-value is never under the raw one.

    Parameters
    ----------
    frame
        A row a theme: `family`, `estimator`, and `p`, empty where nothing is tested.
    seen, random
        Statistics of the themes as seen, and under each reassignment of people (the first axis).

    Returns
    -------
    frame
        With `p_adjusted` (step-down maxT, or Holm for verified codes, whose p-values take in people that no
        reassignment shows; exploratory themes by Benjamini-Hochberg; the p-value itself where a family is one
        theme) and `tested`.
    """
    frame["p_adjusted"] = float("nan")
    frame["tested"] = pd.Series(pd.NA, index=frame.index, dtype="Int64")
    for (name, estimator), family in frame[frame["p"].notna()].groupby(["family", "estimator"]):
        p, how = family["p"].to_numpy(), method(str(name), str(estimator))
        if len(p) == 1:
            together = p  # step-down maxT would tell of another test, by permutation, and adjust for nothing
        elif how == MAX_T:
            together = multiplicity.max_t(seen[family.index], random[:, family.index])
        else:
            together = multiplicity.holm(p) if how == HOLM else multiplicity.false_discovery(p)
        frame.loc[family.index, "p_adjusted"] = np.fmax(together, p)
        frame.loc[family.index, "tested"] = len(family)
    return frame
