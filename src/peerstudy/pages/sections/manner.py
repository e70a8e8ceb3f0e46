"""How a theme is spoken of: in which tone, in which of its parts, by which group alone; where tones part."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from peerstudy.pages.sections.told import Told, told
from peerstudy.tables import rows
from peerstudy.wording import percent, points


def tones(ways: pd.DataFrame, groups: Sequence[str]) -> list[tuple[str, list[Told]]]:
    """In which tone people of each group speak of a theme.

    Parameters
    ----------
    ways
        The rows of that table for the theme, placed.
    groups
        Groups in the order in which they are to be read.
    """
    spoken = ways[(ways["valence"] != "any") & (ways["valence"] != "") & (ways["n"] > 0)]
    spoken = spoken.assign(rank=spoken["group"].map({g: i for i, g in enumerate(groups)})).sort_values("rank")
    return [
        (str(tone), [told(f"{row.group} {row.n} of {row.people}", "ways", row) for row in rows(of_tone)])
        for tone, of_tone in spoken.groupby("valence")
    ]


def parts(ways: pd.DataFrame, groups: Sequence[str], labels: Mapping[str, str]) -> list[Told]:
    """Which parts of a theme people of each group speak of, with their number.

    Parameters
    ----------
    ways
        The rows of that table for the theme, placed.
    groups
        Groups in the order in which they are to be read.
    labels
        Names of themes.
    """
    held = {row.group: row for row in rows(ways[(ways["valence"] == "any") & (ways["parts"] != "")])}
    return [
        told(f"{group}: {_named(held[group].parts, labels)}", "ways", held[group])
        for group in groups
        if group in held
    ]


def _named(counts: str, labels: Mapping[str, str]) -> str:
    """Counts such as `tea 3; walks 2` with the names of the themes."""
    pairs = [part.rpartition(" ") for part in counts.split("; ")]
    return ", ".join(f"{labels.get(theme, theme)} {people}" for theme, _, people in pairs)


def only(ways: pd.DataFrame) -> list[Told]:
    """The group that alone speaks of a theme, if there is one."""
    alone = ways[(ways["valence"] == "any") & ways["only_here"]]
    return [
        told(f"Only {row.group} speak of it: {row.n} of {row.people}.", "ways", row) for row in rows(alone)
    ]


def compared(tones: pd.DataFrame, *, level: float) -> list[Told]:
    """How many people of two groups speak of a theme in each tone, with intervals.

    Parameters
    ----------
    tones
        The rows of that table for the contrast and theme, placed.
    level
        Confidence level.
    """
    return [told(_compared(row, level), "tones", row) for row in rows(tones[tones["estimate"].notna()])]


def _compared(row: Any, level: float) -> str:
    ends = f"{percent(level)} interval {points(row.low)} to {points(row.high)}"
    _, joined, caveat = row.method.partition(" as if ")
    return (
        f"{row.tone}: {row.group_a} {row.present_a} of {row.people_a}, {row.group_b} {row.present_b} of "
        f"{row.people_b}; {points(row.estimate)} percentage points ({ends}{joined}{caveat})"
    )


def parting(tones: pd.DataFrame) -> list[Told]:
    """Tones in which two groups differ: their interval excludes 0, though nothing was tested.

    Parameters
    ----------
    tones
        The rows of that table for the contrast and theme, placed.
    """
    apart = tones[(tones["low"] > 0) | (tones["high"] < 0)]
    return [told(_apart(row), "tones", row) for row in rows(apart)]


def _apart(row: Any) -> str:
    ends = f"{points(row.low)} to {points(row.high)}"
    return f"tone “{row.tone}” {points(row.estimate)} ({ends}), exploratory"
