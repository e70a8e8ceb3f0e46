"""Figures: a table in, a matplotlib `Figure` out. What is drawn is a column; nothing is computed here."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.figure import Figure

from peerstudy.compare.estimators import leading
from peerstudy.pages.figures.branches import theme_map
from peerstudy.pages.figures.canvas import save
from peerstudy.pages.figures.coders import agreement, calibration
from peerstudy.pages.figures.curves import saturation, specification
from peerstudy.pages.figures.forest import contrasts
from peerstudy.pages.figures.network import cooccurrences
from peerstudy.pages.figures.people import flow, matrix, talk
from peerstudy.pages.figures.proportions import themes

__all__ = [
    "ALTERNATIVES",
    "agreement",
    "calibration",
    "contrasts",
    "cooccurrences",
    "every",
    "flow",
    "matrix",
    "saturation",
    "save",
    "specification",
    "talk",
    "theme_map",
    "themes",
]

# What each figure shows, for who cannot see it, and the table that holds its numbers.
ALTERNATIVES = {
    "flow": "Participant flow from everyone named to the groups of the comparison; table flow.",
    "theme_map": "Tree of the themes, with how many people of each group speak of each; table groups.",
    "themes": "People who speak of each theme, by group; intervals where all was read; table groups.",
    "matrix": "Grid of people by theme, sorted by group; table presence.",
    "talk": "Words of each person, by group, with median and middle half of the group; table talk.",
    "contrasts": "Differences between groups with intervals, theme by theme, by hand codes, machine codes "
    "and corrected machine codes; table contrasts.",
    "specification": "Differences between groups made in every way that the plan names, sorted, with the "
    "choice that each changes; table sensitivity.",
    "saturation": "Themes heard after each interview, by group, in a band of random orders; "
    "table saturation.",
    "cooccurrences": "Networks of themes that go together more than by chance, by phi in the people of each "
    "group; table group_cooccurrences.",
    "agreement": "Agreement of hand coders on each theme, with intervals; table agreement.",
    "calibration": "Share of machine codes that a hand coder confirms, by the probability that the machine "
    "gave; table calibration.",
}


def every(tables: Mapping[str, pd.DataFrame], *, synthetic: bool) -> dict[str, Figure]:
    """Every figure of the study by its name.

    Parameters
    ----------
    tables
        By name: flow, roster, talk, codebook, presence, groups, contrasts, sensitivity, saturation, stopping,
        cooccurrences and group_cooccurrences; agreement and calibration unless the approach has none.
    synthetic
        Whether the data is invented.
    """
    reached, codebook = tables["flow"], tables["codebook"]
    groups = leading(tables["groups"][tables["groups"]["measure"] == "presence"])
    together = tables["group_cooccurrences"], tables["cooccurrences"]
    return {
        "flow": flow(reached, synthetic=synthetic),
        "theme_map": theme_map(codebook, groups, reached, synthetic=synthetic),
        "themes": themes(groups, codebook, reached, synthetic=synthetic),
        "matrix": matrix(leading(tables["presence"]), codebook, reached, synthetic=synthetic),
        "talk": talk(tables["roster"], tables["talk"], reached, synthetic=synthetic),
        "contrasts": contrasts(tables["contrasts"], codebook, synthetic=synthetic),
        "specification": specification(tables["sensitivity"], codebook, synthetic=synthetic),
        "saturation": saturation(tables["saturation"], tables["stopping"], synthetic=synthetic),
        "cooccurrences": cooccurrences(*together, groups, codebook, reached, synthetic=synthetic),
        "agreement": agreement(tables.get("agreement"), codebook, synthetic=synthetic),
        "calibration": calibration(tables.get("calibration"), synthetic=synthetic),
    }
