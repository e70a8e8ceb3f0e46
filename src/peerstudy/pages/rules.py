"""Rules by which words were chosen and comparisons measured besides, in sentences of a methods section."""

from typing import Any

import pandas as pd

from peerstudy.settings import setting
from peerstudy.wording import listed, percent

WORDS = "ways.words."

# What stands beside comparisons, by its name in `effects`, as a methods section calls it.
BESIDE = {
    "ratio": "ratios of proportions (Miettinen-Nurminen)",
    "odds ratio": "odds ratios (Firth)",
    "Fisher": "Fisher’s exact test (also mid-p)",
    "difference at equal length": "differences at equal length of talk",
    "AUC": "the chance that somebody of one group says more than somebody of the other (AUC, Brunner-Munzel)",
    "difference, beta-binomial": "a beta-binomial model of shares of talk (people reassigned)",
    "difference, hand codes in doubt": "intervals widened by what two coders differ on",
}


def words(run: pd.DataFrame) -> str:
    """What the words for counts mean.

    Parameters
    ----------
    run
        The table `provenance`.
    """
    held = run[(run["kind"] == "setting") & run["name"].str.startswith(WORDS)]["name"]
    shares = {name.removeprefix(WORDS): float(setting(run, name)) for name in held}
    ordered = sorted(shares.items(), key=lambda item: -item[1])
    told = [
        f"“{word}” for everybody" if share == 1 else f"“{word}” from {percent(share)} on"
        for word, share in ordered
        if share > 0
    ]
    told += [f"“{word}” below that" for word, share in ordered if not share]
    return f"Words for counts of people stand for shares of those who count: {listed(told)}." if told else ""


def quotes(run: pd.DataFrame) -> str:
    """By which rule passages were quoted.

    Parameters
    ----------
    run
        The table `provenance`.
    """
    most, shortest, longest = (_quotes(run, name) for name in ("per_group", "shortest", "longest"))
    return (
        f"Passages were quoted by rule: at most {most} of a theme in a group, one a person, people quoted "
        f"least first, and of {shortest} to {longest} words where there are such."
    )


def _quotes(run: pd.DataFrame, name: str) -> Any:
    return setting(run, f"quotes.{name}")


def beside(effects: pd.DataFrame, run: pd.DataFrame) -> str:
    """What stands beside comparisons, and at which level differences are said to be shown.

    Parameters
    ----------
    effects, run
        The tables `effects` and `provenance`.
    """
    made = set(effects["effect"])
    told = [words for name, words in BESIDE.items() if name in made]
    said = [f"Beside comparisons stand {listed(told)}; none of these is adjusted."] if told else []
    if "detectable difference" in made:
        power, level = (float(setting(run, f"effects.{name}")) for name in ("power", "level"))
        said.append(
            f"Which difference would be found with a chance of {percent(power)} is told of one exact test at "
            f"an unadjusted {percent(1 - level)}."
        )
    return " ".join(said)
