"""The one style of every figure, and how a figure becomes bytes."""

import textwrap
from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from peerstudy.wording import BANNER

INK, SOFT, FAINT, PAPER = "#222222", "#6b6b6b", "#b5b5b5", "#ffffff"
DPI = 150
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
    figure, (axes,) = panels(width, height, 1, 1, synthetic=synthetic)
    axes.spines[["left", "bottom"]].set_visible(False)
    return figure, axes


def panels(
    width: float, height: float, rows: int, columns: int, *, synthetic: bool
) -> tuple[Figure, list[Axes]]:
    """An empty figure with several pairs of axes, row by row.

    Parameters
    ----------
    width, height
        Inches.
    rows, columns
        Number of each.
    synthetic
        Whether the data is invented; every such figure carries a banner.
    """
    figure = blank(width, height, synthetic=synthetic)
    drawn: list[Axes] = list(figure.subplots(rows, columns, squeeze=False).flat)
    for axes in drawn:
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(FAINT)
        axes.tick_params(length=0, labelsize=8, labelcolor=INK)
    return figure, drawn


def blank(width: float, height: float, *, synthetic: bool) -> Figure:
    """A figure without axes, `width` by `height` inches; a synthetic one carries a banner."""
    layout = ConstrainedLayoutEngine(h_pad=0.08, w_pad=0.06)
    figure = Figure(figsize=(width, height), dpi=DPI, layout=layout, facecolor=PAPER)
    if synthetic:
        figure.suptitle(BANNER, fontsize=8, color=PAPER, backgroundcolor="#9b1c1c")
    return figure


def saying(what: str, why: str, *, synthetic: bool) -> Figure:
    """A figure that says in words why there is nothing to draw.

    Parameters
    ----------
    what
        What would be drawn.
    why
        Why it is not.
    synthetic
        Whether the data is invented.
    """
    figure, axes = page(7.5, 1.8, synthetic=synthetic)
    axes.set(xlim=(0, 1), ylim=(0, 1), xticks=[], yticks=[])
    axes.text(0.5, 0.68, what, ha="center", va="center", fontsize=10, weight="bold", color=INK)
    axes.text(0.5, 0.32, textwrap.fill(why, 90), ha="center", va="center", fontsize=9, color=INK)
    return figure


def look(groups: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Colour and marker of each group, by its place in the study."""
    return {g: (COLOURS[i % len(COLOURS)], MARKERS[i % len(MARKERS)]) for i, g in enumerate(groups)}


def points(value: float, _: float = 0) -> str:
    """A difference of shares as an axis writes it, in percentage points.

    Examples
    --------
    >>> points(-0.5), points(0.025), points(0.0)
    ('−50', '+2.5', '0')
    """
    return f"{100 * value:+.3g}".replace("-", "−") if round(value, 6) else "0"


def save(figure: Figure, path: str | Path) -> None:
    """Write a figure as PNG or SVG, by the suffix of the path; the same figure gives the same bytes."""
    path = Path(path)
    if figure.get_layout_engine() is not None:
        figure.draw_without_rendering()  # which sets everything in its place, once for both formats
        figure.set_layout_engine("none")
    figure.dpi = DPI  # which writing SVG sets to that of the screen
    with mpl.rc_context({"svg.hashsalt": path.stem}):
        if path.suffix == ".svg":
            FigureCanvasSVG(figure).print_svg(path, metadata={"Date": None})  # type: ignore[no-untyped-call]
        else:
            FigureCanvasAgg(figure).print_png(path, metadata={"Software": None})  # type: ignore[no-untyped-call]
