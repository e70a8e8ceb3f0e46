"""Figures of how many people speak of each theme."""

import pandas as pd
from matplotlib.figure import Figure

from peerstudy import tables, tree
from peerstudy.pages.figures.canvas import FAINT, INK, look, page, saying

GAP = 0.45  # blank lines between one theme and the next
# No interval holds for these counts: it would take people whom readers overlooked for silent.
CONFIRMED = "verified"
SPEAKING = "people who speak of it, of those who could have and were asked"
OVERLOOKING = "people in whom readers confirmed it, of those who could have and were asked; not all was read"


def themes(groups: pd.DataFrame, codebook: pd.DataFrame, flow: pd.DataFrame, *, synthetic: bool) -> Figure:
    """Proportion of people who speak of each theme, by group, with n/N; intervals where all was read.

    Parameters
    ----------
    groups
        The table of that name, rows of one estimator and of presence; a group that stands in several
        contrasts is drawn once.
    codebook, flow
        The tables of those names.
    synthetic
        Whether the data is invented.
    """
    shown = groups.drop_duplicates(["theme", "group"]).set_index(["theme", "group"])
    confirmed = (groups["estimator"] == CONFIRMED).any()
    named = flow[flow["stage"] == "group"].sort_values("order")["name"]
    held = [group for group in named if group in set(groups["group"])]
    if not held:
        return saying("No counts by group", "No comparison of groups was made.", synthetic=synthetic)
    looks = look(list(named))
    themes, gather = codebook.sort_values("order"), tree.parents(codebook)
    lines = len(themes) * (len(held) + GAP)
    figure, axes = page(8.2, 1.2 + 0.155 * lines, synthetic=synthetic)
    y = 0.0
    for theme in tables.rows(themes):
        weight = "bold" if theme.theme in gather else "normal"
        place = y + (len(held) - 1) / 2
        axes.text(-0.03, place, theme.label, ha="right", va="center", fontsize=8, weight=weight, color=INK)
        axes.axhline(y - 0.5 - GAP / 2, color=FAINT, linewidth=0.4)
        for group in held:
            if (theme.theme, group) in shown.index:
                row, (colour, marker) = shown.loc[(theme.theme, group)], looks[group]
                if not confirmed:
                    axes.plot([row["low"], row["high"]], [y, y], color=colour, linewidth=1.2)
                axes.plot(row["estimate"], y, marker=marker, color=colour, markersize=4.5)
                counted = f"{row['present']}/{row['people']}" if row["people"] else "nobody counts"
                axes.text(1.07, y, counted, ha="right", va="center", fontsize=7, color=colour)
            y += 1
        y += GAP
    line = 0 if confirmed else 1.2
    for group in held:
        colour, marker = looks[group]
        axes.plot([], [], marker=marker, color=colour, label=group, markersize=4.5, linewidth=line)
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=len(held), frameon=False, fontsize=8)
    axes.set(xlim=(-0.01, 1.08), ylim=(y, -1), yticks=[], xticks=[0, 0.25, 0.5, 0.75, 1])
    axes.set_xticklabels(["0 %", "25 %", "50 %", "75 %", "100 %"])
    axes.set_xlabel(OVERLOOKING if confirmed else SPEAKING, fontsize=8)
    return figure
