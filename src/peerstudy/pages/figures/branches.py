"""The theme map: the tree of the codebook, with how many people of each group speak of each theme."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peerstudy import tables
from peerstudy.pages.figures.canvas import FAINT, INK, SOFT, look, page

STEP, COLUMN, WIDEST = 0.3, 1.1, 0.34  # inches: indent of a child, column of a group, largest circle


def theme_map(codebook: pd.DataFrame, groups: pd.DataFrame, flow: pd.DataFrame, *, synthetic: bool) -> Figure:
    """The tree of themes with n/N of each group; the area of a circle is the share of people.

    Parameters
    ----------
    codebook, flow
        The tables of those names.
    groups
        The table of that name, rows of one estimator and of presence.
    synthetic
        Whether the data is invented.
    """
    placed = list(_walk(codebook))
    named = flow[flow["stage"] == "group"].sort_values("order")["name"]
    held = [group for group in named if group in set(groups["group"])]
    names = 0.4 + max((0.075 * len(theme.label) + STEP * depth for theme, depth in placed), default=1)
    width, height = max(7.0, names + COLUMN * max(len(held), 1) + 0.4), 1.3 + 0.25 * len(placed)
    figure, axes = page(width, height, synthetic=synthetic)
    axes.set(xlim=(-0.1, names + COLUMN * len(held)), ylim=(len(placed) - 0.4, -1.6), xticks=[], yticks=[])
    _branches(axes, placed)
    shown = groups.drop_duplicates(["theme", "group"]).set_index(["theme", "group"])
    for place, group in enumerate(held):
        x = names + COLUMN * place
        axes.text(
            x + 0.2, -1.1, group, ha="center", fontsize=8, weight="bold", color=look(list(named))[group][0]
        )
        _circles(axes, x, placed, shown, group, look(list(named))[group][0])
    marks = "bold: stands above others   italic: a reason   *: drawn from the interviews"
    counts = "circle: share of the people who could have spoken of it, were asked and were read (n/N)"
    axes.set_xlabel(f"{marks}\n{counts}" if held else marks, fontsize=7, color=SOFT)
    return figure


def _walk(codebook: pd.DataFrame, parent: str = "", depth: int = 0) -> Iterator[tuple[Any, int]]:
    """Themes from the top of the tree, each with how deep it stands."""
    below = codebook[codebook["parent"] == parent].sort_values("order")
    for theme in tables.rows(below):
        yield theme, depth
        yield from _walk(codebook, theme.theme, depth + 1)


def _branches(axes: Axes, placed: list[tuple[Any, int]]) -> None:
    row_of = {theme.theme: row for row, (theme, _) in enumerate(placed)}
    gather = {theme.parent for theme, _ in placed}
    for row, (theme, depth) in enumerate(placed):
        x = STEP * depth
        if theme.parent:
            above = row_of[theme.parent]
            axes.plot([x - STEP + 0.08] * 2 + [x - 0.04], [above + 0.35, row, row], color=FAINT, linewidth=1)
        axes.text(
            x,
            row,
            theme.label + ("*" if theme.origin == "inductive" else ""),
            va="center",
            fontsize=8,
            color=INK,
            weight="bold" if theme.theme in gather else "normal",
            style="italic" if theme.kind == "reason" else "normal",
        )


def _circles(
    axes: Axes, x: float, placed: list[tuple[Any, int]], shown: pd.DataFrame, group: str, colour: str
) -> None:
    gather = {theme.parent for theme, _ in placed}
    for row, (theme, _) in enumerate(placed):
        if (theme.theme, group) not in shown.index:
            continue
        cell = shown.loc[(theme.theme, group)]
        if theme.theme in gather and not theme.rolls_up and not cell["present"]:
            continue  # it stands above others without counting them: its 0 would mislead
        if cell["people"]:
            axes.scatter(x, row, s=(72 * WIDEST) ** 2 * 0.5, facecolor="none", edgecolor=FAINT, linewidth=0.5)
            axes.scatter(x, row, s=(72 * WIDEST) ** 2 * 0.5 * cell["estimate"], color=colour, linewidth=0)
        told = f"{cell['present']}/{cell['people']}" if cell["people"] else "nobody counts"
        axes.text(x + 0.2, row, told, va="center", fontsize=7, color=INK if cell["people"] else SOFT)
