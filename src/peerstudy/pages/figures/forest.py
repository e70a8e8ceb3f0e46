"""Forest plots: an estimate and its interval a theme, from several sources side by side."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peerstudy import tables, tree
from peerstudy.compare.estimators import leading
from peerstudy.pages.figures.canvas import COLOURS, FAINT, INK, PAPER, SOFT, panels, points, saying

# Estimator: place in the row, colour, marker, line, what it is.
CHECKED = "machine codes: people whom a reader confirmed, talk corrected by hand codes of drawn segments"
SOURCES = {
    "hand": (-0.27, COLOURS[0], "o", "-", "hand codes"),
    "verified": (0.0, COLOURS[1], "D", "-", CHECKED),
    "corrected": (0.0, COLOURS[1], "D", "-", CHECKED),
    "machine": (0.27, SOFT, "x", ":", "machine codes as they stand (their error is left out)"),
}
DECLARED = " \u2020"  # bold means in every figure that a theme gathers others
EFFECTS = {"presence": "people who speak of it", "salience": "share of their talk"}


def contrasts(contrasts: pd.DataFrame, codebook: pd.DataFrame, *, synthetic: bool) -> Figure:
    """Differences between groups, theme by theme, by hand codes, machine codes and corrected machine codes.

    Parameters
    ----------
    contrasts, codebook
        The tables of those names.
    synthetic
        Whether the data is invented.
    """
    done = contrasts[contrasts["estimate"].notna()]
    if done.empty:
        why = "; ".join(sorted(set(contrasts["reason"]) - {""})) or "the plan names no comparison"
        return saying("No comparison of groups", why, synthetic=synthetic)
    themes = codebook[codebook["theme"].isin(contrasts["theme"])].sort_values("order")
    compared = list(dict.fromkeys(contrasts["contrast"]))
    measures = [measure for measure in EFFECTS if measure in set(done["measure"])]
    height = 0.9 + len(compared) * (0.9 + 0.27 * len(themes))
    size = 3.2 + 2.9 * len(measures), height
    figure, drawn = panels(*size, len(compared), len(measures), synthetic=synthetic)
    held: dict[str, None] = {}
    for place, axes in enumerate(drawn):
        contrast, measure = compared[place // len(measures)], measures[place % len(measures)]
        own = contrasts[(contrasts["contrast"] == contrast) & (contrasts["measure"] == measure)]
        held |= dict.fromkeys(_rows(axes, own, list(themes["theme"])))
        _frame(axes, own, themes, tree.parents(codebook), measure, first=place % len(measures) == 0)
    for label in held:
        source = next(s for s in SOURCES.values() if s[4] == label)
        drawn[0].plot(
            [], [], color=source[1], marker=source[2], linestyle=source[3], markersize=4, label=label
        )
    told = f"{DECLARED.strip()}: declared by the study. Bold: gathers others. n/N by hand codes. " + (
        "What is missing is withheld: the table says why."
    )
    figure.legend(
        loc="outside lower center", frameon=False, fontsize=7.5, title=told, title_fontsize=7.5, ncols=1
    )
    return figure


def _rows(axes: Axes, own: pd.DataFrame, themes: list[str]) -> list[str]:
    """Draw each estimator's intervals; returns what was drawn."""
    row_of = {theme: place for place, theme in enumerate(themes)}
    said = []
    for estimator, (offset, colour, marker, line, label) in SOURCES.items():
        rows = own[(own["estimator"] == estimator) & own["estimate"].notna()]
        if len(rows):
            y = rows["theme"].map(row_of) + offset
            axes.hlines(y, rows["low"], rows["high"], color=colour, linestyle=line, linewidth=1.1)
            axes.plot(rows["estimate"], y, marker, color=colour, markersize=3.6)
            said.append(label)
    for row in tables.rows(leading(own)):
        if pd.isna(row.estimate):
            style: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": 6.5, "color": SOFT}
            axes.text(0, row_of[row.theme] - 0.15, "not compared", bbox={"pad": 0.5, "color": PAPER}, **style)
    return said


def _frame(
    axes: Axes, own: pd.DataFrame, themes: pd.DataFrame, gather: set[str], measure: str, *, first: bool
) -> None:
    row = own.iloc[0]
    limit = 1.0 if measure == "presence" else float(np.nanmax(own[["low", "high"]].abs().to_numpy()))
    axes.axvline(0, color=INK, linewidth=0.7, zorder=0)
    for line in range(len(themes)):
        axes.axhline(line + 0.5, color=FAINT, linewidth=0.3, zorder=0)
    axes.set(xlim=(-1.04 * limit, 1.04 * limit), ylim=(len(themes) - 0.4, -0.6))
    primary = themes["theme"].isin(own[own["family"] == "primary"]["theme"])
    named = themes["label"].where(~primary, themes["label"] + DECLARED)
    axes.set_yticks(range(len(themes)), named if first else [""] * len(themes))
    for tick, theme in zip(axes.get_yticklabels(), themes["theme"], strict=True):
        tick.set(fontsize=7.5, fontweight="bold" if theme in gather else "normal")
    axes.spines["left"].set_visible(False)
    axes.set_title(f"{row['group_a']} minus {row['group_b']}:\n{EFFECTS[measure]}", fontsize=8.5)
    axes.set_xlabel("percentage points", fontsize=7.5)
    axes.xaxis.set_major_formatter(points)
    if measure == "presence":
        for lead in tables.rows(leading(own)):
            told = f"{lead.present_a}/{lead.people_a} v {lead.present_b}/{lead.people_b}"
            y = list(themes["theme"]).index(lead.theme)
            axes.text(
                1.01, y, told, transform=axes.get_yaxis_transform(), va="center", fontsize=6.5, color=INK
            )
