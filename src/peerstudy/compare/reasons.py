"""Reasons for leaving or staying away: by level and force, among those who could have given them."""

import pandas as pd

from peerstudy import tables, wording
from peerstudy.compare.passages import passages

# What drives away or hinders; who only praises it has got past it. A pull, or a need that is met, is welcome.
AGAINST = ("push", "barrier")
POSITIVE = "positive"


def reasons(
    spans: pd.DataFrame,
    segments: pd.DataFrame,
    presence: pd.DataFrame,
    codebook: pd.DataFrame,
    *,
    coder: str,
    words: dict[str, float],
    single: str,
    nobody: str,
) -> pd.DataFrame:
    """Count, in each group, who gives each reason, and who gives any reason of a level and force.

    Parameters
    ----------
    spans, segments, presence, codebook
        The tables of those names.
    coder
        Hand coder whose tones say whether a passage speaks against taking part.
    words, single, nobody
        Words for counts: smallest share for each, for one person, for none.

    Returns
    -------
    frame
        The table `reasons`, by hand codes; groups to whom no reason applies have no rows.
    """
    given = codebook[codebook["kind"] == "reason"]
    counted = presence[presence["applies"] & presence["asked"] & presence["read"]]
    counted = counted[(counted["estimator"] == "hand") & (counted["group"] != "")]
    told = counted.merge(given[["theme", "level", "force"]], on="theme")
    praised = _praised(passages(spans, segments, codebook, coder=coder))
    overcome = pd.Index(zip(told["participant"], told["theme"], strict=True)).isin(praised)
    told["present"] &= ~(overcome & told["force"].isin(AGAINST))
    each = told.groupby(["level", "force", "theme", "group"])["present"].agg(["sum", "size"]).reset_index()
    by_level = _any_of(told, ["level"]).assign(force="", theme="")
    by_force = _any_of(told, ["level", "force"]).assign(theme="")
    every = _any_of(told, []).assign(level="", force="", theme="")
    full = pd.concat([every, by_level, by_force, each], ignore_index=True)
    full = full.rename(columns={"sum": "n", "size": "people"}).astype({"n": int, "people": int})
    full["word"] = [
        wording.word(n, of, words=words, single=single, nobody=nobody)
        for n, of in zip(full["n"], full["people"], strict=True)
    ]
    return tables.check(full, "reasons")


def _praised(said: pd.DataFrame) -> pd.Index:
    """People and themes of which every passage is positive."""
    positive = (said["valence"] == POSITIVE).groupby([said["participant"], said["theme"]]).all()
    return positive[positive].index


def _any_of(told: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """People who give at least one of the reasons together, once a person."""
    once = told.groupby([*columns, "group", "participant"], as_index=False)["present"].max()
    counted: pd.DataFrame = once.groupby([*columns, "group"])["present"].agg(["sum", "size"]).reset_index()
    return counted
