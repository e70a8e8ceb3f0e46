"""Figures: a table in, a matplotlib `Figure` out. What is drawn is a column; nothing is computed here."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.figure import Figure

from peerstudy.estimators import leading
from peerstudy.figures.canvas import save
from peerstudy.figures.people import flow, matrix
from peerstudy.figures.proportions import themes

__all__ = ["every", "flow", "matrix", "save", "themes"]


def every(tables: Mapping[str, pd.DataFrame], *, synthetic: bool) -> dict[str, Figure]:
    """Every figure of the report by its name.

    Parameters
    ----------
    tables
        By name: flow, codebook, groups and presence.
    synthetic
        Whether the data is invented.
    """
    reached, codebook = tables["flow"], tables["codebook"]
    groups = tables["groups"][tables["groups"]["measure"] == "presence"]
    return {
        "flow": flow(reached, synthetic=synthetic),
        "themes": themes(leading(groups), codebook, reached, synthetic=synthetic),
        "matrix": matrix(leading(tables["presence"]), codebook, reached, synthetic=synthetic),
    }
