"""How a run compared groups, in sentences of a methods section: what its contrasts hold, and nothing else."""

from collections.abc import Mapping

import pandas as pd

from peerstudy.compare.adjustment import EXPLORATORY, FALSE_DISCOVERY, HOLM, MAX_T, PARENTS, PRIMARY, method
from peerstudy.compare.comparing import GIVES_WAY
from peerstudy.compare.estimators import needed
from peerstudy.settings import setting
from peerstudy.wording import listed, percent

SAMPLED = ("corrected", "verified")
WHOSE = {
    PRIMARY: "those of declared themes",
    PARENTS: "those of themes that gather others",
    EXPLORATORY: "those of all others, which are exploratory,",
}
HOW = {
    MAX_T: "step-down maxT (people reassigned)",
    HOLM: "Holm (presence that readers confirmed)",
    FALSE_DISCOVERY: "Benjamini-Hochberg",
}
QUESTIONS = {"any difference": "any difference", "trend": "a trend along their order"}


def compared(contrasts: pd.DataFrame, provenance: pd.DataFrame) -> list[str]:
    """By which differences, intervals and tests two groups were compared, or that none could be.

    Parameters
    ----------
    contrasts, provenance
        The tables of those names. Machine codes as they stand are no comparison.
    """
    done = contrasts[contrasts["estimate"].notna() & (contrasts["estimator"] != "machine")]
    if done.empty:
        return ["No two groups were compared: every such comparison was refused or withheld, and says why."]
    by = {str(measure): own for measure, own in done.groupby("measure")}
    level = percent(setting(provenance, "contrasts.level"))
    ways = []
    if "presence" in by:
        ways.append(_by_people(by["presence"], level, setting(provenance, "contrasts.gamma")))
    if "salience" in by:
        ways.append(
            "by the difference of mean shares of talk with a permutation of people by Welch’s t and the "
            f"interval that it does not reject ({level})"
        )
    return [f"Groups were compared two at a time {'; and '.join(ways)}.", *_reassigned(done, provenance)]


def _by_people(done: pd.DataFrame, level: str, gamma: float) -> str:
    """How the people who speak of a theme were compared."""
    berger = f" (Berger-Boos gamma {gamma:g})" if gamma else ""
    way = (
        f"by the difference of proportions with Miettinen-Nurminen intervals ({level}) and the exact "
        f"unconditional test of Suissa and Shuster{berger}"
    )
    for clause in GIVES_WAY.values():
        if done["method"].str.contains(clause, regex=False).any():
            way += f", or by {clause.replace(',', '')}"
    if (done["estimator"] == "verified").any():
        way += ", saying no more than holds with as many people as readers may have overlooked"
    return way


def _reassigned(done: pd.DataFrame, provenance: pd.DataFrame) -> list[str]:
    """How people were reassigned, where a test or an adjustment rests on it."""
    by_people = done["method"].str.contains("permutation").any()
    if not by_people and not _used(done, MAX_T):
        return []
    times, strata, families = (
        setting(provenance, f"contrasts.{name}") for name in ("permutations", "strata", "families")
    )
    told = f"People were reassigned {times} times, or in every other way where there are fewer"
    told += f", within {strata.replace('_', ' ')}" if strata else ""
    if families:
        unit = families.replace("_", " ")
        told += f", those of one {unit} together; a {unit} with people in both groups was left out"
    return [f"{told}."]


def adjusted(contrasts: pd.DataFrame) -> str:
    """By which method the p-values of each family were adjusted together, if any were.

    Parameters
    ----------
    contrasts
        The table of that name.
    """
    tested = contrasts[contrasts["p"].notna()]
    told = [
        f"{whose} by {listed(ways)}"
        for family, whose in WHOSE.items()
        if (ways := [HOW[way] for way in HOW if _used(tested[tested["family"] == family], way)])
    ]
    alone = (tested["tested"] == 1).any()
    if not told:
        return "No p-value was adjusted: each is the only one of its family." if alone else ""
    together = (
        f"P-values were adjusted within a comparison, a measure and a kind of codes: {'; '.join(told)}."
    )
    return together + (" One that is alone in its family was not adjusted." if alone else "")


def decides(contrasts: pd.DataFrame, provenance: pd.DataFrame) -> str:
    """That intervals and p-values alone are of one comparison each, and by what several are decided.

    Parameters
    ----------
    contrasts, provenance
        The tables of those names.
    """
    tested = contrasts[contrasts["p"].notna()]
    if not (tested["tested"] > 1).any():
        return ""
    strata = setting(provenance, "contrasts.strata").replace("_", " ")
    how = f", with people reassigned{f' within {strata}' if strata else ''}" if _used(tested, MAX_T) else ""
    of = " where the adjustment is by maxT" if how and _used(tested, FALSE_DISCOVERY) else ""
    return (
        "Intervals and p-values told alone are those of one comparison each, not adjusted for their number. "
        f"What is held to be shown is decided by the adjusted p-value{how}{of}, also where an interval by "
        "itself says more."
    )


def _used(tested: pd.DataFrame, way: str) -> bool:
    """Whether p-values were adjusted together in that way."""
    together = tested[tested["tested"] > 1][["family", "estimator"]].drop_duplicates()
    return any(method(family, estimator) == way for family, estimator in together.itertuples(index=False))


def besides(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """What else was tested: several groups at once, words between groups, pairs of themes; a sentence each.

    Parameters
    ----------
    tables
        By name: omnibus, vocabulary and cooccurrences.
    """
    told = []
    several = tables["omnibus"].query("p.notna()")
    if len(several):
        asked = listed([words for test, words in QUESTIONS.items() if test in set(several["test"])])
        told.append(
            f"More than two groups were compared at once, for {asked}, by a permutation of people (step-down "
            "maxT over themes)."
        )
    if tables["vocabulary"]["p"].notna().any():
        told.append(
            "Words were compared by the rates at which people use them, by a permutation of people by "
            "Welch’s t (step-down maxT over words)."
        )
    if tables["cooccurrences"]["p_people"].notna().any():
        told.append(
            "Whether who speaks of one theme speaks of another was tested by Fisher’s exact test, and "
            "whether they meet in more segments than if one were moved along the talk of each person, its "
            "runs kept (Benjamini-Hochberg over all pairs)."
        )
    return told


def as_if(contrasts: pd.DataFrame) -> bool:
    """Whether presence that readers confirmed only repeats, as if less were read, what a coder read whole.

    Parameters
    ----------
    contrasts
        The table of that name.
    """
    of_readers = contrasts["estimator"] == "verified"
    return bool(of_readers.any()) and not (needed(contrasts)["estimator"] == "verified").any()


def of_sample(contrasts: pd.DataFrame) -> tuple[int, int]:
    """How many comparisons rest on a random sample, and how many of them were withheld or refused.

    Parameters
    ----------
    contrasts
        The table of that name.
    """
    told = needed(contrasts)
    held = told[told["estimator"].isin(SAMPLED)]
    return len(held), int(held["estimate"].isna().sum())
