"""The one style of every figure, and how a figure becomes bytes."""

from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from peerstudy.narrative import BANNER

INK, FAINT, PAPER = "#222222", "#b5b5b5", "#ffffff"
# Okabe and Ito 2008: told apart with any colour vision; each with a marker of its own, so in grey too.
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"]
MARKERS = ["o", "s", "^", "D", "v", "P"]


def page(width: float, height: float, *, synthetic: bool) -> tuple[Figure, Axes]:
    """An empty figure with one pair of axes.

    Parameters
    ----------
    width, height
        Inches.
    synthetic
        Whether the data is invented; every such figure carries a banner.
    """
    figure = Figure(figsize=(width, height), layout=ConstrainedLayoutEngine(h_pad=0.1), facecolor=PAPER)
    if synthetic:
        figure.suptitle(BANNER, fontsize=8, color=PAPER, backgroundcolor="#9b1c1c")
    axes = figure.subplots()
    axes.spines[["top", "right", "left", "bottom"]].set_visible(False)
    axes.tick_params(length=0, labelsize=9, labelcolor=INK)
    return figure, axes


def look(groups: list[str]) -> dict[str, tuple[str, str]]:
    """Colour and marker of each group, by its place in the study."""
    return {g: (COLOURS[i % len(COLOURS)], MARKERS[i % len(MARKERS)]) for i, g in enumerate(groups)}


def save(figure: Figure, path: str | Path) -> None:
    """Write a figure as PNG or SVG, by the suffix of the path; the same figure gives the same bytes."""
    path = Path(path)
    metadata = {"Date": None} if path.suffix == ".svg" else {"Software": None}
    with mpl.rc_context({"svg.hashsalt": path.stem}):
        figure.savefig(path, dpi=160, metadata=metadata)
