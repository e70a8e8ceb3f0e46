"""What two hand coders who read the same interviews leave open about each person's talk."""

import pandas as pd

from peerstudy import tables


def second_coder(
    segments: pd.DataFrame,
    codings: pd.DataFrame,
    coverage: pd.DataFrame,
    codebook: pd.DataFrame,
    approach: str,
    *,
    hand: str,
) -> pd.DataFrame:
    """Share of talk if what both, what the first, and what either coded counts.

    Parameters
    ----------
    segments, codings, coverage, codebook
        The tables of those names.
    approach
        Of the study; in a reflexive one, where two readers differ is no error.
    hand
        First coder; of the others, the one who read most of the same interviews stands beside.

    Returns
    -------
    frame
        The table `second_coder`, empty where nobody else read a whole interview, or in a reflexive study.
    """
    whole = coverage[coverage["scope"] == "whole"]
    mine = set(whole[whole["coder"] == hand]["interview"])
    shared = {
        str(other): mine & set(read["interview"]) for other, read in whole.groupby("coder") if other != hand
    }
    other = max(sorted(shared), key=lambda name: len(shared[name]), default="")
    if approach == "reflexive" or not other or not shared[other]:
        return tables.empty("second_coder")
    own = segments[segments["interview"].isin(shared[other]) & (segments["participant"] != "")]
    grid = own[["segment", "participant"]].merge(codebook[["theme"]], how="cross")
    coded = codings[codings["coder"].isin([hand, other])]
    number = coded.groupby(["segment", "theme"]).size().rename("coders")
    first = coded[coded["coder"] == hand].groupby(["segment", "theme"]).size().rename("first")
    grid["coders"] = grid.join(number, on=["segment", "theme"])["coders"].fillna(0)
    grid["first"] = grid.join(first, on=["segment", "theme"])["first"].fillna(0)
    people = grid.groupby(["participant", "theme"])["coders"]
    frame = pd.DataFrame(
        {
            "segments": people.size(),
            "both": people.apply(lambda n: (n == 2).mean()),
            "first": grid.groupby(["participant", "theme"])["first"].mean(),
            "either": people.apply(lambda n: (n > 0).mean()),
        }
    )
    return tables.check(frame.reset_index().assign(coder=hand, other=other), "second_coder")
