"""Figures draw what the tables hold, the same way every time."""

import pytest
import small_study
from matplotlib.figure import Figure

from peerstudy import figures
from peerstudy.narrative import BANNER


def every(synthetic: bool) -> dict[str, Figure]:
    return figures.every(small_study.study(), synthetic=synthetic)


def words(figure: Figure) -> str:
    figure.draw_without_rendering()
    return " ".join(text.get_text() for text in figure.findobj(lambda a: hasattr(a, "get_text")))


@pytest.mark.parametrize("name", ["flow", "themes", "matrix"])
def test_a_figure_of_invented_data_says_so(name):
    """The banner is on every synthetic figure and on no other."""
    assert BANNER in words(every(True)[name])
    assert BANNER not in words(every(False)[name])


@pytest.mark.parametrize("suffix", ["png", "svg"])
@pytest.mark.parametrize("name", ["flow", "themes", "matrix"])
def test_the_same_figure_gives_the_same_bytes(tmp_path, name, suffix):
    """No clock, no version and no random id gets into a file."""
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        figures.save(every(True)[name], tmp_path / place / f"{name}.{suffix}")

    first, second = (tmp_path / place / f"{name}.{suffix}" for place in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()


def test_the_leading_estimator_is_drawn_with_n_of_n():
    """Hand counts stand beside the bars, machine counts do not."""
    drawn = words(every(True)["themes"])

    assert "3/4" in drawn
    assert "4/4" not in drawn
    assert "no one to ask" in drawn


def test_people_outside_the_groups_are_not_in_the_matrix():
    """The matrix holds the people of the comparison, sorted by group."""
    ticks = [tick.get_text() for tick in every(True)["matrix"].axes[0].get_yticklabels()]

    assert ticks == ["P1", "P2", "P3", "P4", "P5", "P6"]


def test_only_themes_that_gather_others_are_bold():
    """A theme that stands alone at the top of the tree is set like a child."""
    study = small_study.study()
    alone = study["codebook"].assign(parent="")
    drawn = {
        "tree": figures.every(study, synthetic=False)["themes"],
        "flat": figures.every({**study, "codebook": alone}, synthetic=False)["themes"],
    }
    bold = {
        name: [text.get_text() for text in figure.axes[0].texts if text.get_fontweight() == "bold"]
        for name, figure in drawn.items()
    }

    assert bold == {"tree": ["Ties"], "flat": []}
