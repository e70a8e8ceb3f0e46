"""The framework matrix: a person by theme, locators and quotes filled in, the summary left to people."""

import pandas as pd


def framework(
    roster: pd.DataFrame,
    codebook: pd.DataFrame,
    presence: pd.DataFrame,
    spans: pd.DataFrame,
    turns: pd.DataFrame,
) -> pd.DataFrame:
    """A row a person and theme to be summarised by whoever reads the passages.

    Parameters
    ----------
    roster, codebook, presence, spans, turns
        The tables of those names.

    Returns
    -------
    frame
        The table `framework`: who, what, whether it applies, where the passages are, the first of them in its
        own words, and an empty cell for the summary.
    """
    said = spans.merge(turns[["interview", "turn", "participant"]], on=["interview", "turn"])
    said = said.sort_values(["interview", "turn", "start"])
    said["place"] = said["interview"] + ", turn " + said["turn"].astype(str)
    of_cell = said.groupby(["participant", "theme"])
    passages = of_cell["place"].agg(lambda places: "; ".join(dict.fromkeys(places))).rename("passages")
    first = of_cell["quote"].first().rename("quote")
    grid = presence.drop_duplicates(["participant", "theme"])[["participant", "theme", "applies"]]
    grid = grid.join(passages, on=["participant", "theme"]).join(first, on=["participant", "theme"])
    people = roster.set_index("participant")["group"]
    frame = grid.assign(group=grid["participant"].map(people), summary="")
    labels = codebook.set_index("theme")["label"]
    frame["label"] = frame["theme"].map(labels)
    return frame.fillna({"passages": "", "quote": ""}).reset_index(drop=True)
