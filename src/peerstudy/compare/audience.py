"""Who counts for a theme: people who could have spoken of it, and were asked."""

import pandas as pd

from peerstudy import people, tree


def audience(
    roster: pd.DataFrame,
    codebook: pd.DataFrame,
    interviews: pd.DataFrame,
    speakers: pd.DataFrame,
    asked: pd.DataFrame,
) -> pd.DataFrame:
    """Every analysed person and theme, with `applies`, `group` and `asked` as in the table `presence`.

    Of a theme that gathers others a person was asked if every one of them that applies was raised, or the
    theme itself by name: who was asked of one part only is silent of the rest for no reason of their own.

    Parameters
    ----------
    roster, codebook, interviews, speakers, asked
        The tables of those names.
    """
    analysed = roster[roster["outcome"] == "analysed"]
    applies = tree.applies(codebook, analysed).rename_axis("participant").reset_index()
    grid = applies.melt(id_vars="participant", var_name="theme", value_name="applies")
    grid["group"] = grid["participant"].map(analysed.set_index("participant")["group"])
    held = people.held(interviews, speakers)
    silent = _never_asked(grid, held, asked)
    named = asked[asked["asked"] == "yes"].merge(held, on="interview")
    raised = _among(grid, named[["participant", "theme"]])
    grid["asked"] = ~silent & (raised | ~_among(grid, _gathering(grid[silent & grid["applies"]], codebook)))
    return grid


def counted(grid: pd.DataFrame) -> dict[str, set[str]]:
    """People by theme to whom it applies and who were asked; a theme of nobody is not there.

    Parameters
    ----------
    grid
        Rows of `audience`, or of the table `presence`.
    """
    able = grid[grid["applies"] & grid["asked"]]
    return {str(theme): set(rows["participant"]) for theme, rows in able.groupby("theme")}


def _never_asked(grid: pd.DataFrame, held: pd.DataFrame, asked: pd.DataFrame) -> "pd.Series[bool]":
    """Whether none of the person's interviews raised the theme."""
    silent = asked[asked["asked"] == "no"].merge(held, on="interview")
    count = silent.groupby(["participant", "theme"]).size().rename("silent")
    of_pair = grid.join(count, on=["participant", "theme"])["silent"].fillna(0)
    return of_pair >= grid["participant"].map(held["participant"].value_counts()).fillna(1)


def _gathering(silent: pd.DataFrame, codebook: pd.DataFrame) -> pd.DataFrame:
    """People and the themes that gather one of which they were never asked."""
    above = tree.ancestors(codebook)
    leaves = silent[silent["theme"].isin(tree.leaves(codebook))]
    return leaves[["participant", "theme"]].assign(theme=leaves["theme"].map(above)).explode("theme").dropna()


def _among(grid: pd.DataFrame, pairs: pd.DataFrame) -> "pd.Series[bool]":
    """Whether each person and theme is one of these."""
    known = set(pairs.itertuples(index=False, name=None))
    return pd.Series(
        [pair in known for pair in zip(grid["participant"], grid["theme"], strict=True)], grid.index
    )
