"""Whose words stand under a theme."""

import pandas as pd
from conftest import ROOT
from small_cohort import presence, roster

from peerstudy import tables
from peerstudy.compare.quotes import quotes
from peerstudy.corpus.segments import segments as pieces


def _chosen(grid, people, *, per_group=9, shortest=3):
    said = "The bus is late and dear."
    turns = pd.DataFrame({"interview": people["participant"], "turn": 1, "text": said})
    turns["participant"] = people["participant"]
    segments = turns.assign(segment=turns["interview"] + "-001-01", start=0, end=len(said))
    spans = segments[["interview", "turn", "start", "end"]].assign(quote=said, coder="A", valence="")
    spans = spans.merge(grid[["theme"]].drop_duplicates(), how="cross")
    found = quotes(
        spans, segments, turns, grid, coder="A", per_group=per_group, shortest=shortest, longest=30
    )
    return tables.check(found, "quotes")


def test_nobody_is_quoted_on_a_theme_whom_its_counts_leave_out():
    """Neither who was never asked nor to whom it does not apply, nor who is in no group."""
    people = roster(3, 3)
    grid = presence(people, {"bus": [True] * 6})
    grid.loc[grid["participant"] == people["participant"][0], "asked"] = False
    grid.loc[grid["participant"] == people["participant"][1], "applies"] = False
    grid.loc[grid["participant"] == people["participant"][2], "group"] = ""

    assert list(_chosen(grid, people)["participant"]) == list(people["participant"][3:])


def test_a_person_is_quoted_once_whatever_estimators_count_them():
    """Rows of the grid for several estimators are one person."""
    people = roster(2, 2)
    grid = presence(people, {"bus": [True] * 4})
    both = pd.concat([grid, grid.assign(estimator="verified")])

    assert _chosen(both, people)["participant"].is_unique
    assert len(_chosen(both, people)) == 4


def test_who_was_quoted_least_comes_first():
    """Two of a group say the same of two themes: each is quoted on one."""
    people = roster(2, 2)
    found = _chosen(presence(people, {"bus": [True] * 4, "tea": [True] * 4}), people, per_group=1)

    assert dict(zip(found["theme"] + " " + found["group"], found["participant"], strict=True)) == {
        "bus left": "L1",
        "bus stayed": "S1",
        "tea left": "L2",
        "tea stayed": "S2",
    }


def test_a_quote_stands_in_the_segment_that_holds_it_however_long_the_turn():
    """Of a hundred and twenty segments the eleventh: an id as text puts the hundredth before it."""
    people = roster(1, 0)
    text = " ".join(f"This is sentence number {n} of it." for n in range(1, 121))
    quote = "This is sentence number 11 of it."
    turns = pd.DataFrame({"interview": ["I1"], "turn": 1, "participant": "L1", "speaker": "participant"})
    turns["text"] = text
    cut = pieces(turns, unit="sentence", speakers=["participant"], shortest=3).sort_values("segment")
    place = {"interview": "I1", "turn": 1, "start": text.index(quote), "quote": quote}
    spans = pd.DataFrame([place]).assign(theme="bus", coder="A", valence="")
    spans["end"] = spans["start"] + len(quote)
    grid = presence(people, {"bus": [True]})
    (row,) = tables.rows(
        quotes(spans, cut, turns, grid, coder="A", per_group=1, shortest=3, longest=30).merge(
            cut[["segment", "text"]], on="segment", suffixes=("", "_there")
        )
    )
    assert row.text_there == quote


def test_words_in_a_role_that_is_not_coded_are_not_quoted():
    """A member who also speaks as a tutor is quoted as a member alone."""
    people = roster(1, 0)
    said = {"member": "The bus is late and dear.", "tutor": "As a tutor I saw it too."}
    turns = pd.DataFrame({"interview": "I1", "turn": [1, 2], "participant": "L1", "speaker": [*said]})
    turns["text"] = [*said.values()]
    cut = pieces(turns, unit="sentence", speakers=["member"], shortest=1)
    spans = turns[["interview", "turn"]].assign(start=0, end=turns["text"].str.len(), quote=turns["text"])
    spans = spans.assign(theme=["bus", "tea"], coder="A", valence="")
    grid = presence(people, {"bus": [1], "tea": [1]})

    found = quotes(spans, cut, turns, grid, coder="A", per_group=1, shortest=3, longest=30)

    assert found["text"].tolist() == [said["member"]]


def test_a_length_is_preferred_and_no_limit():
    """Where nobody has a longer one a short quote stands, and a new study's settings say so."""
    people = roster(2, 2)
    settings = (ROOT / "src/peerstudy/templates/study/study.yaml.j2").read_text(encoding="utf-8")

    assert len(_chosen(presence(people, {"bus": [True] * 4}), people, shortest=12)) == 4
    assert "  shortest: 12  # words preferred;" in settings
