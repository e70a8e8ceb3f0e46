"""Figures draw what the tables hold, the same way every time."""

import filecmp
from functools import cache

import pandas as pd
import pytest
import small_study
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from peerstudy import tables
from peerstudy.pages import figures
from peerstudy.wording import BANNER

NAMES = sorted(figures.ALTERNATIVES)


@cache
def plain(synthetic: bool) -> dict[str, Figure]:
    return figures.every(small_study.study(), synthetic=synthetic)


def every(**changed: pd.DataFrame) -> dict[str, Figure]:
    return figures.every({**small_study.study(), **changed}, synthetic=False) if changed else plain(False)


def words(figure: Figure) -> str:
    figure.draw_without_rendering()
    return " ".join(text.get_text() for text in figure.findobj(lambda a: hasattr(a, "get_text")))


def test_every_figure_has_an_alternative_text():
    """Who cannot see a figure is told what it shows and which table holds its numbers."""
    assert set(every()) == set(NAMES)
    for told in figures.ALTERNATIVES.values():
        assert told.rpartition("table ")[2].rstrip(".") in tables.contracts()


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_of_invented_data_says_so(name):
    """The banner is on every synthetic figure and on no other."""
    assert BANNER in words(plain(True)[name])
    assert BANNER not in words(plain(False)[name])


def test_the_same_figure_gives_the_same_bytes(tmp_path):
    """No clock, no version and no random id gets into a file, nor which format was written first."""
    for place, suffixes in (("a", ["svg", "png"]), ("b", ["png", "svg"])):
        (tmp_path / place).mkdir()
        for name, figure in figures.every(small_study.study(), synthetic=True).items():
            for suffix in suffixes:
                figures.save(figure, tmp_path / place / f"{name}.{suffix}")

    made = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert made == sorted(f"{name}.{suffix}" for name in NAMES for suffix in ("png", "svg"))
    assert filecmp.cmpfiles(tmp_path / "a", tmp_path / "b", made, shallow=False)[0] == made


@pytest.mark.parametrize("name", ["themes", "theme_map"])
def test_the_leading_estimator_is_drawn_with_n_of_n(name):
    """Hand counts stand beside the marks, machine counts do not."""
    drawn = words(every()[name])

    assert "3/4" in drawn
    assert "4/4" not in drawn
    assert "nobody counts" in drawn


def test_counts_that_readers_confirmed_have_no_interval():
    """It would take people whom readers overlooked for silent."""
    groups = small_study.study()["groups"]
    hand = groups[(groups["estimator"] == "hand") & (groups["measure"] == "presence")]
    read, confirmed = (every(groups=hand.assign(estimator=name))["themes"] for name in ("hand", "verified"))

    assert "confirmed" in words(confirmed)
    assert "confirmed" not in words(read)
    assert [line.get_xdata() for line in read.axes[0].get_lines() if _is_bar(line)]
    assert not [line.get_xdata() for line in confirmed.axes[0].get_lines() if _is_bar(line)]


def _is_bar(line: Line2D) -> bool:
    """Whether it is drawn from one point to another, and is no rule between themes."""
    return len(set(line.get_xdata())) > 1 and line.get_linewidth() > 1


@pytest.mark.parametrize("name", ["matrix", "talk"])
def test_people_outside_the_groups_are_not_drawn(name):
    """The people of the comparison, sorted by group, and nobody else."""
    ticks = [tick.get_text() for tick in every()[name].axes[0].get_yticklabels()]

    assert ticks == ["P1", "P2", "P3", "P4", "P5", "P6"]


@pytest.mark.parametrize("name", ["themes", "theme_map", "contrasts"])
def test_only_themes_that_gather_others_are_bold(name):
    """In every figure; a theme that stands alone at the top of the tree is set like a child."""
    labels = set(small_study.codebook()["label"])
    alone, contrasts = small_study.codebook().assign(parent=""), small_study.contrasts()
    above = contrasts.iloc[[0]].assign(theme="ties", family="parents")
    compared = {"contrasts": pd.concat([contrasts, above], ignore_index=True)}
    drawn = {"tree": every(**compared)[name], "flat": every(codebook=alone, **compared)[name]}
    bold = {
        kind: [
            text.get_text()
            for text in [*figure.axes[0].texts, *figure.axes[0].get_yticklabels()]
            if text.get_fontweight() == "bold"
        ]
        for kind, figure in drawn.items()
    }

    assert labels & set(bold["tree"]) == {"Ties"}
    assert labels & set(bold["flat"]) == set()


def test_only_pairs_that_go_together_are_drawn():
    """However many speak of both, a pair that goes apart in all people, or in the group, has no line."""
    pairs, of_group = (small_study.study()[name] for name in ("cooccurrences", "group_cooccurrences"))
    pairs = pairs.assign(speak_of_both=5)
    lines = [
        len(
            every(cooccurrences=pairs.assign(phi=phi), group_cooccurrences=of_group.assign(phi=own))[
                "cooccurrences"
            ]
            .axes[0]
            .collections[0]
            .get_segments()
        )
        for phi, own in ((0.5, 0.5), (-0.5, 0.5), (0.5, -0.5))
    ]

    assert lines == [1, 0, 0]


def test_a_refused_comparison_is_said_in_its_row():
    """The theme that nobody of one group could speak of stands in the plot, without a mark."""
    drawn = every()["contrasts"].axes[0]

    refused = [text for text in drawn.texts if text.get_text() == "not compared"]
    place = [tick.get_text() for tick in drawn.get_yticklabels()].index("Cost")
    assert [round(text.get_position()[1]) for text in refused] == [place]
    assert "1/4 v 0/0" in words(every()["contrasts"])


def test_what_was_declared_before_coding_is_marked_in_the_forest_plot():
    """Primary themes are told from what was looked at besides, and not by the type of themes above others."""
    drawn = every()["contrasts"]
    ticks = [tick.get_text() for tick in drawn.axes[0].get_yticklabels()]

    assert [label for label in ticks if "†" in label] == ["Care & company †"]
    assert "†: declared by the study" in words(drawn)


def test_only_a_silence_looks_like_a_silence():
    """Whoever does not count has a mark that says why, and no mark is paler than a contrast of 4 to 1."""
    presence = small_study.presence().assign(present=False)
    presence.loc[presence["theme"] == "care", "present"] = True
    presence.loc[presence["participant"] == "P5", "asked"] = False
    presence.loc[presence["participant"] == "P6", "read"] = False
    axes = every(presence=presence)["matrix"].axes[0]
    shapes = {tuple(map(tuple, marks.get_paths()[0].vertices)) for marks in axes.collections}
    greys = [max(marks.get_edgecolor()[0][:3]) for marks in axes.collections[1:]]

    assert [len(marks.get_offsets()) for marks in axes.collections] == [4, 8, 2, 2, 2]
    assert len(shapes) == 5
    assert max(greys) < 0.5


def test_machine_codes_never_look_like_hand_codes_in_grey():
    """Each source has a marker of its own."""
    lines = every()["contrasts"].axes[0].get_lines()
    markers = {line.get_marker() for line in lines if line.get_marker() not in ("None", "")}

    assert {"o", "x"} <= markers


def test_a_reflexive_study_gets_words_instead_of_coefficients():
    """No coefficient, no saturation verdict: the figures say so."""
    study = {
        name: table for name, table in small_study.study().items() if name not in {"agreement", "calibration"}
    }
    drawn = figures.every(study | {"saturation": tables.empty("saturation")}, synthetic=False)

    assert "A reflexive study has no coefficient" in words(drawn["agreement"])
    assert "no claim of saturation" in words(drawn["saturation"]).replace("\n", " ")
    assert "No machine coder was measured" in words(drawn["calibration"])


def test_one_coder_alone_has_the_reason_drawn():
    """Undefined agreement is told, not drawn as 0 or 1."""
    alone = small_study.study()["agreement"].assign(estimate=None, reason="nothing was read by two coders")
    drawn = every(agreement=tables.check(alone, "agreement"))["agreement"]

    assert "nothing was read by two coders" in words(drawn)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("contrasts", "No comparison of groups"),
        ("sensitivity", "No specification curve"),
        ("group_cooccurrences", "No themes that go together"),
        ("saturation", "No saturation"),
        ("calibration", "No calibration"),
    ],
)
def test_an_empty_table_is_told(name, told):
    """A study that lacks something gets a figure that says what and why."""
    drawn = every(**{name: tables.empty(name)})

    assert any(told in words(figure) for figure in drawn.values())


def test_without_groups_every_figure_is_still_made():
    """A study of people without groups gets words, not an error."""
    nobody = small_study.roster().assign(group="")
    apart = small_study.presence().assign(group="")
    flow = small_study.study()["flow"]
    empty = {name: tables.empty(name) for name in ("groups", "contrasts", "talk", "group_cooccurrences")}
    drawn = every(roster=nobody, presence=apart, flow=flow.assign(people=0), **empty)

    assert "Nobody analysed belongs to a group." in words(drawn["talk"])
