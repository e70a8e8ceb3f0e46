"""Who read what by hand, and whether anything was read blind, in words that report and notebooks share."""

from typing import NamedTuple

import pandas as pd

from peerstudy.pages.sections.coders import COEFFICIENTS, SCOPES, UNITS
from peerstudy.settings import setting
from peerstudy.wording import counted, listed

READ = {"whole": "{} whole", "sample": "drawn segments of {}", "suggested": "suggested segments of {}"}
INTERVALS = (
    ", with intervals that leave people out in turn (jackknife t on the scale of log(1 - x), its degrees of "
    "freedom fewer where people weigh unequally)"
)


class Read(NamedTuple):
    """What the coder of the counts read: whole interviews, and drawn segments of others."""

    whole: bool
    drawn: bool


def of_coverage(coverage: pd.DataFrame, coder: str) -> Read:
    """What a coder read, as `coverage.csv` has it."""
    scopes = set(coverage.loc[coverage["coder"] == coder, "scope"])
    return Read("whole" in scopes, "sample" in scopes)


def of_presence(presence: pd.DataFrame, corrected: pd.DataFrame) -> Read:
    """What the coder of the counts read, by the people who were read whole and those of drawn segments alone.

    Parameters
    ----------
    presence, corrected
        The tables of those names.
    """
    whole = set(presence.loc[(presence["estimator"] == "hand") & presence["read"], "participant"])
    drawn = set(corrected.loc[corrected["labels"] > 0, "participant"])
    return Read(bool(whole), bool(drawn - whole))


def counter(provenance: pd.DataFrame, *, whole: bool) -> str:
    """On whose codes counts rest: where somebody read whole interviews theirs, else those of drawn segments.

    Parameters
    ----------
    provenance
        The table of that name.
    whole
        Interviews were read whole by whoever `presence: hand` names.
    """
    name: str = setting(provenance, "presence.hand" if whole else "corrected.hand")
    return name


def blind(coder: str, read: Read) -> str:
    """Whether the coder knew whose words were read; empty where nothing was.

    >>> blind("A", Read(whole=True, drawn=False))
    'A read whole interviews, knowing whose words they are, so that nothing was coded blind.'
    """
    if read.whole and read.drawn:
        known = "some interviews whole, knowing whose words they are"
        return f"{coder} read {known}, and of others drawn segments alone."
    if read.whole:
        return (
            f"{coder} read whole interviews, knowing whose words they are, so that nothing was coded blind."
        )
    return f"{coder} read drawn segments alone, which show neither person nor group." if read.drawn else ""


def shares(coverage: pd.DataFrame, coder: str) -> str:
    """How many interviews each hand coder read, and on whose codes every count by hand rests.

    Parameters
    ----------
    coverage
        The table of that name, of interviews that the run opened.
    coder
        Whose codes are counted.
    """
    told = []
    for name, own in coverage.groupby("coder"):
        scopes = own.groupby("scope")["interview"].nunique()
        parts = [READ[s].format(counted(int(scopes[s]), "interview")) for s in READ if s in scopes]
        told.append(f"{name} read {listed(parts)}")
    alone = f"every count by hand rests on the codes of {coder} alone"
    return f"By hand, {'; '.join(told)}; {alone}." if told else ""


def partial(coverage: pd.DataFrame) -> str:
    """What hand coders read where they read no interview whole; empty where they did.

    Parameters
    ----------
    coverage
        The table of that name.
    """
    read = set(coverage["scope"])
    held = [words for scope, words in SCOPES.items() if scope in read]
    return listed(held) if held and "whole" not in read else ""


def agreement(agreement: pd.DataFrame, approach: str) -> str:
    """What agreement of people was measured by, over what; nothing of it in a reflexive study.

    Parameters
    ----------
    agreement
        The table of that name.
    approach
        Of the study.
    """
    if approach == "reflexive":
        return ""
    read = agreement[agreement["units"] > 0]
    if read.empty:
        return "Nothing was read by two coders, so that agreement was not measured."
    known = read[read["estimate"].notna()]
    if known.empty:
        return "What two coders read was too little to measure agreement."
    by, over = (
        listed([words for name, words in names.items() if name in set(known[column])])
        for column, names in (("coefficient", COEFFICIENTS), ("unit", UNITS))
    )
    intervals = INTERVALS if known["low"].notna().any() else ""
    return f"Agreement between people was measured by {by} over {over}{intervals}."
