"""Figures of people: how they came into the study, and who speaks of what."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peerstudy import tables
from peerstudy.pages.figures.canvas import COLOURS, FAINT, INK, SOFT, look, page, saying

SPEAKS, SILENT = "speaks of it", "does not speak of it"
# Marker, size and colour: only the dot is a silence, and no two ways of not counting look the same.
STATES = {
    SPEAKS: ("s", 26, COLOURS[0]),
    SILENT: (".", 7, INK),
    "does not apply to them": ("_", 16, SOFT),
    "was not asked": ("$?$", 16, SOFT),
    "was not read": ("x", 11, SOFT),
}


def flow(flow: pd.DataFrame, *, synthetic: bool) -> Figure:
    """Participant flow: everyone named, what became of their interviews, groups of the comparison.

    Parameters
    ----------
    flow
        The table of that name.
    synthetic
        Whether the data is invented.
    """
    figure, axes = page(8, 4.2, synthetic=synthetic)
    axes.set(xlim=(0, 1), ylim=(0, 1), xticks=[], yticks=[])
    named, outcomes, groups = (_stage(flow, stage) for stage in ("people", "outcome", "group"))
    analysed, others = outcomes[0], outcomes[1:]
    _box(axes, 0.4, 0.92, [f"{_people(named[0])} named"])
    _arrow(axes, (0.4, 0.86), (0.4, 0.6))
    _arrow(axes, (0.4, 0.74), (0.72, 0.74))
    _box(axes, 0.8, 0.74, ["not analysed", *(f"{row.name}: {row.people}" for row in others)])
    _box(axes, 0.4, 0.53, [f"{_people(analysed)} analysed", _interviews(analysed)])
    reached = [row for row in groups if row.people]
    for place, row in enumerate(reached):
        x = (place + 0.5) / len(reached)
        _arrow(axes, (0.4, 0.44), (x, 0.23))
        _box(axes, x, 0.12, [row.name, _people(row), _interviews(row), f"{row.words:,} words"])
    return figure


def matrix(presence: pd.DataFrame, codebook: pd.DataFrame, flow: pd.DataFrame, *, synthetic: bool) -> Figure:
    """Who speaks of which theme, people sorted by group.

    Parameters
    ----------
    presence
        The table of that name, rows of one estimator.
    codebook, flow
        The tables of those names.
    synthetic
        Whether the data is invented.
    """
    order = [row.name for row in _stage(flow, "group")]
    rank = {group: place for place, group in enumerate(order)}
    shown = presence[presence["group"] != ""]
    people = shown[["participant", "group"]].drop_duplicates()
    people = people.assign(rank=people["group"].map(rank)).sort_values(["rank", "participant"])
    row_of = {person: place for place, person in enumerate(people["participant"])}
    themes = codebook.sort_values("order")
    column_of = {theme: place for place, theme in enumerate(themes["theme"])}
    figure, axes = page(
        max(7.5, 2.4 + 0.24 * len(themes)), max(4, 2.2 + 0.17 * len(people)), synthetic=synthetic
    )
    _cells(axes, shown, row_of, column_of)
    axes.set_xticks(range(len(themes)), themes["label"], rotation=60, ha="left", rotation_mode="anchor")
    axes.set_yticks(range(len(people)), people["participant"])
    axes.tick_params(labelsize=7, labeltop=True, labelbottom=False)
    axes.set(xlim=(-0.6, len(themes) + 2.6), ylim=(len(people) - 0.4, -0.6))
    _brackets(axes, people["group"].tolist(), len(themes))
    return figure


def talk(roster: pd.DataFrame, talk: pd.DataFrame, flow: pd.DataFrame, *, synthetic: bool) -> Figure:
    """How much each person said, by group, with the middle half and the median of the group.

    Parameters
    ----------
    roster, talk, flow
        The tables of those names.
    synthetic
        Whether the data is invented.
    """
    order = [row.name for row in _stage(flow, "group")]
    shown = roster[(roster["outcome"] == "analysed") & roster["group"].isin(order)]
    if shown.empty:
        return saying("No talk by group", "Nobody analysed belongs to a group.", synthetic=synthetic)
    rank = shown["group"].map({group: place for place, group in enumerate(order)})
    shown = shown.assign(rank=rank).sort_values(
        ["rank", "words", "participant"], ascending=[True, False, True]
    )
    figure, axes = page(7.5, 1.6 + 0.15 * len(shown), synthetic=synthetic)
    looks, groups, y = look(order), shown["group"].tolist(), np.arange(len(shown))
    quarters = talk[talk["quantity"] == "words"].set_index("group")
    for group in dict.fromkeys(groups):
        first, last = groups.index(group) - 0.4, groups.index(group) + groups.count(group) - 0.6
        own = quarters.loc[group]
        axes.fill_betweenx([first, last], own["lower_quarter"], own["upper_quarter"], color="#e8e8e8")
        axes.plot([own["median"]] * 2, [first, last], color=INK, linewidth=1)
        rows = shown["group"].to_numpy(str) == group
        axes.plot(shown["words"][rows], y[rows], looks[group][1], color=looks[group][0], markersize=4)
        told = f"{group}\nmedian {own['median']:,.0f}"
        axes.text(
            1.02, (first + last) / 2, told, transform=axes.get_yaxis_transform(), va="center", fontsize=7.5
        )
    axes.set_yticks(y, shown["participant"])
    axes.tick_params(labelsize=7)
    axes.set(xlim=(0, None), ylim=(len(shown) - 0.4, -0.6))
    axes.grid(axis="x", color=FAINT, linewidth=0.3)
    axes.set_xlabel("words of their own; grey: the middle half of the group", fontsize=8)
    return figure


def _cells(axes: Axes, shown: pd.DataFrame, row_of: dict[str, int], column_of: dict[str, int]) -> None:
    x, y = shown["theme"].map(column_of), shown["participant"].map(row_of)
    applies, asked, read = (shown[name] for name in ("applies", "asked", "read"))
    counts = applies & asked & read
    held = {
        SPEAKS: counts & shown["present"],
        SILENT: counts & ~shown["present"],
        "does not apply to them": ~applies,
        "was not asked": applies & ~asked,
        "was not read": applies & asked & ~read,
    }
    for label, rows in held.items():
        marker, size, colour = STATES[label]
        axes.scatter(x[rows], y[rows], marker=marker, s=size, color=colour, linewidths=0.7, label=label)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, 0), ncols=5, frameon=False, fontsize=7)


def _brackets(axes: Axes, groups: list[str], themes: int) -> None:
    for group in dict.fromkeys(groups):
        first, people = groups.index(group), groups.count(group)
        axes.plot([themes - 0.2] * 2, [first - 0.35, first + people - 0.65], color=INK, linewidth=1.2)
        axes.text(
            themes + 0.1, first + (people - 1) / 2, f"{group}\n{people} people", va="center", fontsize=7
        )


def _stage(flow: pd.DataFrame, stage: str) -> list[Any]:
    return list(tables.rows(flow[flow["stage"] == stage].sort_values("order")))


def _people(row: Any) -> str:
    return f"{row.people} people" if row.people != 1 else "1 person"


def _interviews(row: Any) -> str:
    return f"{row.interviews} interviews" if row.interviews != 1 else "1 interview"


def _box(axes: Axes, x: float, y: float, lines: list[str]) -> None:
    frame = {"boxstyle": "round,pad=0.6", "facecolor": "#f4f6f8", "edgecolor": INK, "linewidth": 0.8}
    axes.text(x, y, "\n".join(lines), ha="center", va="center", fontsize=9, color=INK, bbox=frame)


def _arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float]) -> None:
    style = {"arrowstyle": "-|>", "color": INK, "linewidth": 0.8, "shrinkA": 0, "shrinkB": 2}
    axes.annotate("", xy=end, xytext=start, arrowprops=style)
