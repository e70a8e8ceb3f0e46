"""How a theme is spoken of: in which tone, in which of its parts, and by which group alone."""

from collections.abc import Mapping, Sequence

import pandas as pd

from peerstudy.pages.sections.told import Told, told
from peerstudy.tables import rows


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
