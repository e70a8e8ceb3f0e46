"""Who spoke of which theme, in the true order of interviews, by group."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from peerstudy import people, tree

EVERYONE = "everyone"


@dataclass(frozen=True)
class Hearing:
    """People of a group in the order of their first interviews, and what each spoke of.

    Attributes
    ----------
    interviews
        First interview of each person.
    incidence
        Shape (people, themes).
    codable
        Themes that could be coded of these people, where all were set in advance; None where some were drawn
        from the interviews, so that more could have come.
    unit
        interviews; or people, where somebody of them was interviewed twice or beside another: each then
        stands at the first interview with all that they ever said.
    """

    interviews: list[str]
    incidence: NDArray[np.bool_]
    codable: int | None
    unit: str


def by_group(
    presence: pd.DataFrame,
    interviews: pd.DataFrame,
    speakers: pd.DataFrame,
    codebook: pd.DataFrame,
    origins: list[str],
) -> dict[str, Hearing]:
    """Each group of the comparison, and `everyone` who was analysed, by hand codes.

    Parameters
    ----------
    presence, interviews, speakers, codebook
        The tables of those names.
    origins
        Themes without children that count, by their origin.
    """
    leaves = set(tree.leaves(codebook))
    themes = [
        row.theme
        for row in codebook.sort_values("order").itertuples()
        if row.theme in leaves and row.origin in origins
    ]
    held = people.held(interviews, speakers).merge(interviews[["interview", "order"]], on="interview")
    first = held.sort_values("order", kind="stable").drop_duplicates("participant").set_index("participant")
    hand = presence[(presence["estimator"] == "hand") & presence["read"] & presence["theme"].isin(themes)]
    given = set(codebook.loc[codebook["theme"].isin(themes), "origin"]) == {"deductive"}
    groups = {EVERYONE: hand}
    groups |= {str(name): rows for name, rows in hand[hand["group"] != ""].groupby("group")}
    found = {}
    for name, rows in groups.items():
        if rows.empty or not themes:
            continue
        wide = rows.pivot_table(index="participant", columns="theme", values="present", aggfunc="max")
        order = first.loc[wide.index, "order"].to_numpy()
        wide = wide.iloc[np.argsort(order, kind="stable")].reindex(columns=themes, fill_value=False)
        codable = rows.loc[rows["applies"], "theme"].nunique() if given else None
        own = held[held["participant"].isin(wide.index)]
        alone = not own.duplicated("participant").any() and not own.duplicated("interview").any()
        unit = "interviews" if alone else "people"
        found[name] = Hearing(first.loc[wide.index, "interview"].tolist(), wide.to_numpy(bool), codable, unit)
    return found
