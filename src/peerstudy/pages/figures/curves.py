"""Curves: themes heard interview by interview, and an estimate over every way to make it."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from peerstudy import tables
from peerstudy.pages.figures.canvas import COLOURS, FAINT, INK, PAPER, SOFT, panels, points, saying

MEASURES = {"presence": "people who speak of it", "salience": "share of their talk"}
ONE = {"interviews": "interview", "people": "person, by first interview"}

# Kinds of variants as a reader calls them; any other is the attribute that people are nested in.
KINDS = {
    "main": "as planned",
    "role": "a role left out",
    "participant": "a person left out",
    "threshold": "other threshold",
    "coder": "other coder",
    "unit": "other unit",
    "groups": "other groups",
}
STATES: list[dict[str, Any]] = [
    {
        "color": COLOURS[0],
        "marker": "o",
        "markersize": 3,
        "label": "says the same as the comparison as planned",
    },
    {"color": COLOURS[1], "marker": "s", "markersize": 4, "label": "does not", "markerfacecolor": PAPER},
    {"color": INK, "marker": "D", "markersize": 5, "label": "as planned"},
]


def saturation(saturation: pd.DataFrame, stopping: pd.DataFrame, *, synthetic: bool) -> Figure:
    """Themes heard after each interview of a group, within the band of random orders of the same people.

    Parameters
    ----------
    saturation, stopping
        The tables of those names; empty in a reflexive study.
    synthetic
        Whether the data is invented.
    """
    if saturation.empty:
        why = "No themes were counted interview by interview: a reflexive study makes no claim of saturation."
        return saying("No saturation", why, synthetic=synthetic)
    groups = sorted(set(saturation["group"]), key=lambda group: (group == "everyone", group))
    columns = min(len(groups), 2)
    lines = -(-len(groups) // columns)
    figure, drawn = panels(0.6 + 3.7 * columns, 0.6 + 2.5 * lines, lines, columns, synthetic=synthetic)
    stops = {row.group: row for row in tables.rows(stopping)}
    for axes, group in zip(drawn, groups, strict=False):
        row = stops.get(group)
        unit = ONE[row.unit] if row else "interview"
        _accumulation(axes, saturation[saturation["group"] == group].sort_values("order"), unit)
        axes.set_title(f"{group}: {_stopped(row)}" if row else group, fontsize=8)
        if row and pd.notna(row.stopped):
            axes.axvline(row.confirmed, color=INK, linewidth=0.8, linestyle="--", label="stopping rule met")
    for axes in drawn[len(groups) :]:
        axes.set_axis_off()
    handles = {
        label: handle
        for axes in drawn
        for handle, label in zip(*axes.get_legend_handles_labels(), strict=True)
    }
    figure.legend(
        handles.values(), handles.keys(), loc="outside lower center", ncols=4, frameon=False, fontsize=7
    )
    return figure


def _accumulation(axes: Axes, own: pd.DataFrame, unit: str) -> None:
    band = "band of random orders of the same people"
    axes.fill_between(
        own["order"], own["low"], own["high"], color=COLOURS[5], alpha=0.35, linewidth=0, label=band
    )
    axes.bar(own["order"], own["new"], width=0.6, color=FAINT, label="new themes")
    axes.plot(
        own["order"],
        own["total"],
        "o-",
        color=COLOURS[0],
        markersize=3,
        linewidth=1.2,
        label="themes heard so far",
    )
    axes.set(xlim=(0.4, own["order"].max() + 0.6), ylim=(0, own["high"].max() * 1.08 + 0.5))
    axes.locator_params(integer=True)
    axes.set_xlabel(f"{unit}, in the true order", fontsize=7.5)
    axes.set_ylabel("themes", fontsize=7.5)


def _stopped(row: Any) -> str:
    if pd.notna(row.stopped):
        return f"rule met after {row.confirmed} {row.unit}, {row.later} of {row.themes} themes later"
    return "not assessable" if row.reason.startswith("not assessable") else "rule not met"


def specification(sensitivity: pd.DataFrame, codebook: pd.DataFrame, *, synthetic: bool) -> Figure:
    """Specification curve: a comparison made in every way of the plan, sorted, with the choice changed.

    Parameters
    ----------
    sensitivity, codebook
        The tables of those names.
    synthetic
        Whether the data is invented.
    """
    done = sensitivity[sensitivity["estimate"].notna()]
    if done.empty:
        why = "; ".join(sorted(set(sensitivity["reason"]) - {""})) or "no comparison was made otherwise"
        return saying("No specification curve", why, synthetic=synthetic)
    labels = dict(zip(codebook["theme"], codebook["label"], strict=True))
    order = dict(zip(codebook["theme"], codebook["order"], strict=True))
    measures = [measure for measure in MEASURES if measure in set(done["measure"])]
    kinds = ["main", *sorted(set(done["kind"]) - {"main"})]
    curves = sorted(set(zip(done["contrast"], done["theme"], strict=True)), key=lambda c: (c[0], order[c[1]]))
    size = 1.2 + 3.4 * len(measures), 0.7 + 2.35 * len(curves)
    figure, drawn = panels(*size, len(curves), len(measures), synthetic=synthetic)
    for place, axes in enumerate(drawn):
        (contrast, theme), measure = curves[place // len(measures)], measures[place % len(measures)]
        own = done[(done["contrast"] == contrast) & (done["theme"] == theme) & (done["measure"] == measure)]
        axes.set_title(f"{labels[theme]}\n{contrast}: {MEASURES[measure]}", fontsize=7.5)
        if len(own):
            _curve(axes, own.sort_values(["estimate", "variant"]), kinds, first=place % len(measures) == 0)
        else:
            axes.set_axis_off()
    handles = [drawn[0].plot([], [], linestyle="none", **state)[0] for state in STATES]
    figure.supylabel("percentage points\n(long intervals are cut)", fontsize=7.5)
    figure.legend(handles=handles, loc="outside lower center", ncols=3, frameon=False, fontsize=7.5)
    return figure


def _curve(axes: Axes, own: pd.DataFrame, kinds: list[str], *, first: bool) -> None:
    """Estimates above, sorted; below, one row a kind of choice with a mark where it is the one changed."""
    x, ends = np.arange(len(own)), own[["low", "high"]].to_numpy(float)
    bottom, top = _reach(own)
    main, holds = (own["kind"] == "main").to_numpy(), own["holds"].to_numpy(bool)
    for rows, state in zip([holds & ~main, ~holds & ~main, main], STATES, strict=True):
        low, high = ends[rows].clip(bottom, top).T
        axes.vlines(x[rows], low, high, color=state["color"], linewidth=0.8, alpha=0.6)
        axes.plot(x[rows], own["estimate"][rows], linestyle="none", **state)
    axes.axhline(0, color=INK, linewidth=0.6)
    step = (top - bottom) * 0.1
    below = [bottom - step * (place + 1.5) for place in range(len(kinds))]
    axes.plot(x, own["kind"].map(dict(zip(kinds, below, strict=True))), "|", color=SOFT, markersize=4)
    ticks = [
        tick for tick in MaxNLocator(5, steps=[1, 2, 5, 10]).tick_values(bottom, top) if bottom <= tick <= top
    ]
    names = [KINDS.get(kind, f"one {kind} left out".replace("_", " ")) if first else "" for kind in kinds]
    axes.set_yticks([*ticks, *below], [*map(points, ticks), *names])
    axes.tick_params(axis="y", labelsize=6.5)
    axes.set(xticks=[], ylim=(below[-1] - step, top + step), xlim=(-1, len(own)))
    axes.spines["bottom"].set_visible(False)


def _reach(own: pd.DataFrame) -> tuple[float, float]:
    """Ends of the scale: every estimate, and intervals up to twice as wide as the one as planned."""
    lead = own[own["kind"] == "main"]
    low, high = (lead if len(lead) else own)[["low", "high"]].median()
    spare = (high - low) / 2 if high > low else 0.5
    bottom = min(0.0, float(own["estimate"].min()), max(float(own["low"].min()), low - spare))
    return bottom, max(0.0, float(own["estimate"].max()), min(float(own["high"].max()), high + spare))
