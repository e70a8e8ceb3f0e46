"""How each group speaks of a theme: in which tone, of which part of it, and what only one group speaks of."""

from collections.abc import Hashable

import pandas as pd

from peerstudy import tables, wording
from peerstudy.compare.passages import passages, read_whole

ANY = "any"


def ways(
    spans: pd.DataFrame,
    segments: pd.DataFrame,
    presence: pd.DataFrame,
    codebook: pd.DataFrame,
    coverage: pd.DataFrame,
    *,
    coder: str,
    smallest_group: int,
    words: dict[str, float],
    single: str,
    nobody: str,
) -> pd.DataFrame:
    """Count the people of each group who speak of a theme in each tone.

    Parameters
    ----------
    spans, segments, presence, codebook, coverage
        The tables of those names.
    coder
        Hand coder whose tones count, in interviews that the coder read whole.
    smallest_group
        Fewest people of a group that can alone speak of something, and of another whose silence says so.
    words, single, nobody
        Words for counts: smallest share for each, for one person, for none.

    Returns
    -------
    frame
        The table `ways`; a person who speaks in two tones counts in both.
    """
    counted = presence[presence["applies"] & presence["asked"] & presence["read"]]
    counted = counted[(counted["estimator"] == "hand") & (counted["group"] != "")]
    own = read_whole(segments, coverage, coder=coder)
    counted = counted[counted["participant"].isin(own["participant"])]
    said = passages(spans, own, codebook, coder=coder)
    said = said[["participant", "theme", "valence"]].drop_duplicates()
    said = pd.concat([said[said["valence"] != ""], said.assign(valence=ANY)]).drop_duplicates()
    everybody = said.merge(presence[["participant", "group"]].drop_duplicates(), on="participant")
    said = said.merge(counted[["participant", "theme", "group"]], on=["participant", "theme"])
    n = said.groupby(["theme", "valence", "group"]).size()
    people = counted.groupby(["theme", "group"]).size().rename("people").reset_index()
    tones = said[["theme", "valence"]].drop_duplicates()
    missing = people[["theme"]].drop_duplicates().assign(valence=ANY)
    grid = people.merge(pd.concat([tones, missing]).drop_duplicates(), on="theme")
    grid = grid.join(n.rename("n"), on=["theme", "valence", "group"]).fillna({"n": 0}).astype({"n": int})
    grid["word"] = [
        wording.word(n, of, words=words, single=single, nobody=nobody)
        for n, of in zip(grid["n"], grid["people"], strict=True)
    ]
    grid["only_here"] = _alone(grid, everybody, smallest_group)
    of_cell = {key: int(x) for key, x in n.items()}
    children = {theme: list(rows["theme"]) for theme, rows in codebook.sort_values("order").groupby("parent")}
    grid["parts"] = [
        _parts(children.get(row.theme, []), row.valence, row.group, of_cell) for row in tables.rows(grid)
    ]
    return tables.check(grid, "ways")


def _alone(grid: pd.DataFrame, everybody: pd.DataFrame, smallest: int) -> "pd.Series[bool]":
    """Whether people of the group speak so and nobody else does, counted or not, in a group or in none."""
    key = ["theme", "valence"]
    groups = everybody.groupby(key)["group"].nunique().rename("groups")
    alone = (grid["n"] > 0) & (grid.join(groups, on=key)["groups"] == 1)
    large = grid["people"] >= smallest
    others = large.groupby([grid[name] for name in key]).transform("sum") > 1
    return alone & large & others


def _parts(children: list[str], valence: str, group: str, counts: dict[Hashable, int]) -> str:
    """Children of the theme that people of the group speak of in that tone, most spoken of first."""
    found = [(-counts.get((child, valence, group), 0), child) for child in children]
    return "; ".join(f"{child} {-n}" for n, child in sorted(found, key=lambda part: part[0]) if n)
