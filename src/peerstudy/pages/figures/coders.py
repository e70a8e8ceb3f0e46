"""Figures of coders: how far people agree, and what a machine's probabilities are worth."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peerstudy import tables
from peerstudy.pages.figures.canvas import COLOURS, FAINT, INK, SOFT, panels, saying

# Coefficient: place in the row, colour, marker, what it is called.
SHOWN = {
    "alpha": (-0.22, COLOURS[0], "o", "Krippendorff's alpha"),
    "ac1": (0.0, COLOURS[1], "s", "Gwet's AC1"),
    "agreement": (0.3, SOFT, "|", "raw agreement"),
}
CUT = -0.25  # where the axis ends: coefficients of few marks may have no lower end worth the room
UNITS = {"segment": "the same segments", "participant": "the same people"}


def agreement(agreement: pd.DataFrame | None, codebook: pd.DataFrame, *, synthetic: bool) -> Figure:
    """How far hand coders agree on each theme, with intervals.

    Parameters
    ----------
    agreement
        The table of that name; None in a study whose approach has no coefficients.
    codebook
        The table of that name.
    synthetic
        Whether the data is invented.
    """
    if agreement is None:
        why = "A reflexive study has no coefficient of agreement: see where coders read differently."
        return saying("No agreement of coders", why, synthetic=synthetic)
    shown = agreement[agreement["unit"].isin(UNITS) & agreement["coefficient"].isin(SHOWN)]
    shown = shown[shown["coders"] == "all"] if "all" in set(shown["coders"]) else shown
    if shown["estimate"].isna().all():
        why = "; ".join(sorted(set(shown["reason"]) - {""})) or "no coefficient was asked for"
        return saying("No agreement of coders", why, synthetic=synthetic)
    themes = codebook[codebook["theme"].isin(shown["theme"])].sort_values("order")
    units = [unit for unit in UNITS if unit in set(shown["unit"])]
    size = 3.4 + 2.9 * len(units), 1.5 + 0.25 * len(themes)
    figure, drawn = panels(*size, 1, len(units), synthetic=synthetic)
    for place, (axes, unit) in enumerate(zip(drawn, units, strict=True)):
        _coefficients(axes, shown[shown["unit"] == unit], list(themes["theme"]))
        axes.set_yticks(range(len(themes)), [""] * len(themes) if place else themes["label"])
        axes.tick_params(axis="y", labelsize=7.5)
        axes.set_title(f"theme found in {UNITS[unit]}", fontsize=8.5)
    handles, labels = drawn[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=3, frameon=False, fontsize=7.5)
    return figure


def _coefficients(axes: Axes, own: pd.DataFrame, themes: list[str]) -> None:
    row_of = {theme: place for place, theme in enumerate(themes)}
    for coefficient, (offset, colour, marker, label) in SHOWN.items():
        rows = own[(own["coefficient"] == coefficient) & own["theme"].isin(row_of)]
        y = rows["theme"].map(row_of) + offset
        if coefficient != "agreement":
            axes.hlines(y, rows["low"].clip(CUT), rows["high"], color=colour, linewidth=1.1)
            beyond = rows["low"] < CUT
            axes.plot(rows["low"].clip(CUT)[beyond], y[beyond], "<", color=colour, markersize=3)
        axes.plot(rows["estimate"], y, marker, color=colour, markersize=4, label=label, zorder=3)
    alpha = own[(own["coefficient"] == "alpha") & own["theme"].isin(row_of)]
    for row in tables.rows(alpha):
        if pd.isna(row.estimate):
            axes.text(0.02, row_of[row.theme] - 0.22, "alpha undefined", va="center", fontsize=6, color=SOFT)
        told = "" if pd.isna(row.prevalence) else f"{100 * row.prevalence:.0f} %"
        place: dict[str, Any] = {
            "transform": axes.get_yaxis_transform(),
            "va": "center",
            "fontsize": 6.5,
            "color": INK,
        }
        axes.text(1.01, row_of[row.theme], told, **place)
    for line in range(len(themes)):
        axes.axhline(line + 0.5, color=FAINT, linewidth=0.3, zorder=0)
    axes.axvline(0, color=INK, linewidth=0.7, zorder=0)
    axes.set(xlim=(-0.27, 1.03), ylim=(len(themes) - 0.4, -0.6))
    axes.set_xlabel("0: chance, 1: full; an arrow: on below −0.25\nright: how common it is", fontsize=7)
    axes.spines["left"].set_visible(False)


def calibration(calibration: pd.DataFrame | None, *, synthetic: bool) -> Figure:
    """Reliability diagram: of codes that a machine coder calls equally likely, the share that is right.

    Parameters
    ----------
    calibration
        The table of that name; None in a study whose approach has none.
    synthetic
        Whether the data is invented.
    """
    if calibration is None or calibration.empty:
        why = "No machine coder was measured against a hand coder in this study."
        return saying("No calibration of machine coders", why, synthetic=synthetic)
    coders = list(dict.fromkeys(calibration["coder"]))
    figure, drawn = panels(0.6 + 3.4 * len(coders), 4.2, 1, len(coders), synthetic=synthetic)
    for axes, coder in zip(drawn, coders, strict=True):
        own = calibration[calibration["coder"] == coder]
        axes.plot([0, 1], [0, 1], "--", color=SOFT, linewidth=0.8)
        axes.vlines(own["expected"], own["low"], own["high"], color=COLOURS[0], linewidth=1.2)
        axes.plot(own["expected"], own["observed"], "o", color=COLOURS[0], markersize=5)
        for row in tables.rows(own):
            right = row.expected < 0.9
            axes.annotate(
                f"{row.units:,}",
                (row.expected, row.observed),
                xytext=(5 if right else -5, -3),
                textcoords="offset points",
                ha="left" if right else "right",
                fontsize=6.5,
                color=INK,
            )
        axes.set(xlim=(-0.03, 1.03), ylim=(-0.03, 1.03), aspect="equal")
        axes.set_title(f"coder “{coder}”", fontsize=8.5)
        axes.set_xlabel("probability that the coder gives", fontsize=7.5)
    drawn[0].set_ylabel("share that the hand coder finds\n(number: segments and themes)", fontsize=7.5)
    return figure
