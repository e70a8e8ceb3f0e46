"""Which themes go together in the people of each group."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from peerstudy import tables, tree
from peerstudy.compare import together
from peerstudy.pages.figures.canvas import FAINT, INK, PAPER, SOFT, blank, look, saying

STRONGEST = 25  # pairs that are drawn: more can no longer be told apart
COLUMNS = 3
BLANK, NAMES = "\0blank", "\0names"  # what no group is called


def cooccurrences(
    group_cooccurrences: pd.DataFrame,
    cooccurrences: pd.DataFrame,
    groups: pd.DataFrame,
    codebook: pd.DataFrame,
    flow: pd.DataFrame,
    *,
    synthetic: bool,
) -> Figure:
    """The same pairs of themes in each group, of those that go together: the thicker, the higher phi there.

    Parameters
    ----------
    group_cooccurrences, cooccurrences, codebook, flow
        The tables of those names.
    groups
        The table of that name, rows of one estimator and of presence.
    synthetic
        Whether the data is invented.
    """
    named = list(flow[flow["stage"] == "group"].sort_values("order")["name"])
    defined = group_cooccurrences[group_cooccurrences["jaccard"].notna()]
    held = [group for group in named if group in set(defined["group"]) and group in set(groups["group"])]
    if not held:
        why = "; ".join(sorted(set(group_cooccurrences["reason"]) - {""})) or "no themes were coded by hand"
        return saying("No themes that go together", why, synthetic=synthetic)
    leaves = tree.leaves(codebook)
    number = {theme: place for place, theme in enumerate(leaves, 1)}
    pairs = together.ranked(cooccurrences).head(STRONGEST)[["theme", "other"]]
    sure = together.supported(cooccurrences, "people").index
    pairs = pairs.assign(supported=pairs.index.isin(sure))
    columns = min(len(held), COLUMNS)
    lines = -(-len(held) // columns)
    height = 0.3 + 0.16 * -(-len(leaves) // 2)
    figure = blank(max(7.5, 3.3 * columns), 3.4 * lines + height + 0.8, synthetic=synthetic)
    places = [held[line * columns : (line + 1) * columns] for line in range(lines)]
    grid = [[*row, *[BLANK] * (columns - len(row))] for row in places] + [[NAMES] * columns]
    ratios = [3.4] * lines + [height]
    drawn = figure.subplot_mosaic(grid, height_ratios=ratios, empty_sentinel=BLANK)
    for group in held:
        speaks = {row.theme: row for row in tables.rows(groups[groups["group"] == group])}
        own = defined[defined["group"] == group].merge(pairs, on=["theme", "other"])
        _panel(drawn[group], own, speaks, number, group, look(named)[group][0])
    _names(drawn[NAMES], codebook, number)
    figure.supxlabel(_legend(pairs), fontsize=7, color=SOFT)
    return figure


def _legend(pairs: pd.DataFrame) -> str:
    of_all = (
        f"of the {len(pairs)} pairs" if len(pairs) > 1 else "of the one pair" if len(pairs) else "no pair"
    )
    limit = f"adjusted p of {str(together.LIMIT)[1:]} at most"
    return (
        f"Lines: {of_all} with the highest phi over all people, those with a phi above 0 in the group; the "
        f"thicker, the higher.\nDrawn through: supported by the test over all people ({limit}), "
        f"{pairs['supported'].sum() or 'none'} of them.\n"
        "Disc: share of the people of the group who speak of it."
    )


def _panel(
    axes: Axes, own: pd.DataFrame, speaks: dict[str, Any], number: dict[str, int], group: str, colour: str
) -> None:
    angle = np.pi / 2 - 2 * np.pi * np.arange(len(number)) / len(number)
    at = {theme: (np.cos(a), np.sin(a)) for theme, a in zip(number, angle, strict=True)}
    weakest_first = own[own["phi"] > 0].sort_values(["phi", "theme", "other"])
    axes.add_collection(
        LineCollection(
            [[at[row.theme], at[row.other]] for row in tables.rows(weakest_first)],
            linewidths=[0.5 + 4.5 * row.phi**2 for row in tables.rows(weakest_first)],
            colors=[(0.25, 0.25, 0.25, 0.25 + 0.55 * row.phi) for row in tables.rows(weakest_first)],
            linestyles=["solid" if row.supported else "dashed" for row in tables.rows(weakest_first)],
            zorder=1,
        )
    )
    for theme, place in number.items():
        x, y = at[theme]
        cell = speaks.get(theme)
        counts = cell is not None and cell.people > 0
        axes.scatter(x, y, s=300, color=PAPER, edgecolor=FAINT, linewidth=0.6, zorder=2)
        if cell is not None and counts:
            axes.scatter(x, y, s=300 * cell.estimate, color=colour, alpha=0.45, linewidth=0, zorder=3)
        axes.text(
            x, y, str(place), ha="center", va="center", fontsize=6.5, color=INK if counts else SOFT, zorder=4
        )
    axes.set(xlim=(-1.15, 1.15), ylim=(-1.15, 1.15), aspect="equal")
    axes.set_axis_off()
    axes.set_title(group, fontsize=9, color=colour, weight="bold")


def _names(axes: Axes, codebook: pd.DataFrame, number: dict[str, int]) -> None:
    labels = dict(zip(codebook["theme"], codebook["label"], strict=True))
    half = -(-len(number) // 2)
    axes.set(xlim=(0, 2), ylim=(half, 0))
    axes.set_axis_off()
    for theme, place in number.items():
        x, y = divmod(place - 1, half)
        axes.text(x + 0.12, y + 0.5, f"{place}  {labels[theme]}", va="center", fontsize=7.5, color=INK)
