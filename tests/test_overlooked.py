"""People whom readers overlooked: how many they probably are, and what a comparison may still say."""

import importlib.util
from math import inf
from pathlib import Path

import numpy as np
import pytest
from small_cohort import codebook, presence, roster
from test_contrasts import compared
from test_effects import beside

from peerstudy.compare import overlooked
from peerstudy.statistics import unseen

SOURCE = Path(__file__).resolve().parents[1] / "benchmarks" / "heard.py"


@pytest.fixture(scope="module")
def heard():
    spec = importlib.util.spec_from_file_location("heard", SOURCE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def people():
    return roster(12, 26)


def verified(people, seen, said):
    """People with `said` mentions in 40 segments, of which readers saw `seen`; much of the talk is unread."""
    grid = presence(people, {"tea": seen}, segments=40, estimator="verified").assign(share=np.nan)
    corrected = grid[["participant", "theme", "segments"]].assign(
        salience=np.array(said) / 40, positives=1, effective_labels=50.0, labels=6, labels_alone=0.1
    )
    corrected = corrected.assign(confirmed=seen, open=np.array(seen) == 0, tuning=1.0, machine="m")
    return grid, corrected.assign(unread=30, words=400)


def test_the_published_example():
    """1,880 people without papers were met, of 7,080 by a model without covariates (van der Heijden 2003)."""
    met = np.repeat([1, 2, 3, 4, 5, 6], [1645, 183, 37, 13, 1, 1])
    assert len(met) == 1880
    assert round(unseen.poisson(met) + 1880, -1) == 7080


def test_the_limit_of_chao_is_as_sure_as_it_says():
    """Of 300 people, all as likely to be seen, it lies above the number not seen in four of five samples."""
    rng = np.random.default_rng(1)
    samples = rng.poisson(1.2, (1500, 300))
    enough = [unseen.chao_at_most(seen, level=0.8) >= (seen == 0).sum() for seen in samples]
    assert np.mean(enough) == pytest.approx(0.8, abs=0.05)


def test_people_unlike_are_missed_more_often_than_poisson_says():
    """Most were heard once and a few often: those heard often say nothing of those who were not heard."""
    seen = np.array([1.0] * 7 + [2.0] * 2 + [9.0, 11.0, 12.0])
    assert unseen.poisson(seen) < 1
    assert unseen.chao_at_most(seen, level=0.501) == pytest.approx(7 * 6 / 6, rel=0.01)
    assert overlooked.number(seen, 0.9) == unseen.chao_at_most(seen, level=overlooked.SURE) > 7


def test_nobody_seen_once_leaves_nobody_unseen_to_chao():
    """It rests on those seen once; who was seen often is left to Poisson."""
    seen = np.array([2.0, 2.0, 3.0, 4.0])
    assert unseen.chao_at_most(seen, level=0.8) == 0
    assert overlooked.number(seen, 0.9) == unseen.poisson(seen) > 0


def test_the_limit_of_mentions_is_as_sure_as_it_says():
    """Drawn from 60 mentions at 15 %, it lies above them in four of five samples; without any, nowhere."""
    drawn = np.random.default_rng(2).poisson(9, 4000)
    enough = [unseen.made_at_most(number / 0.15, number, level=0.8) >= 60 for number in drawn]
    assert np.mean(enough) == pytest.approx(0.8, abs=0.05)
    assert unseen.made_at_most(0.0, 0, level=0.8) == inf


@pytest.mark.parametrize(
    "limit", [unseen.chao_at_most, lambda seen, level: unseen.made_at_most(9, 3, level=level)]
)
def test_a_limit_is_no_less_sure_than_even_odds(limit):
    """A level that is no confidence of an upper limit is refused."""
    with pytest.raises(ValueError, match="confidence level"):
        limit(np.array([1, 1, 2]), level=0.3)


def test_few_mentions_drawn_leave_more_people_open(people):
    """As many are expected, but by a smaller sample: more may have gone unseen, and more people with them."""
    seen = [2] * 3 + [1] * 5 + [0] * 4 + [3] * 20 + [0] * 6
    grid, corrected = verified(people, seen, [1] * 12 + [3] * 20 + [0] * 6)
    ends = [
        compared(grid, people, codebook("tea"), primary=["tea"], corrected=of, heard=0.0)["high"].iloc[0]
        for of in (corrected.assign(positives=9), corrected.assign(positives=1))
    ]
    assert ends[0] < ends[1]


def test_the_share_unseen_bounds_the_share_overlooked():
    """Everybody seen once says nothing about how many were not: no larger a share than of the mentions."""
    once = np.array([1.0, 1.0, 1.0, 0.0])
    assert overlooked.number(once, 0.25) == pytest.approx(1.0)
    assert overlooked.number(once, 0.0) == 0
    assert overlooked.number(once, -0.3) == 0
    assert overlooked.number(np.zeros(4), 0.5) == inf


def test_nobody_is_overlooked_who_is_confirmed_or_read_whole(people):
    """However many mentions went unseen, only the silent with something unread can hold them."""
    seen = [1] * 10 + [0] * 2 + [3] * 20 + [0] * 6
    grid, corrected = verified(people, seen, [8] * 12 + [2] * 20 + [0] * 6)
    free = compared(grid, people, codebook("tea"), primary=["tea"], corrected=corrected, heard=0.0)
    corrected["unread"] = 0
    settled = compared(grid, people, codebook("tea"), primary=["tea"], corrected=corrected, heard=0.0)
    row, whole = (made.loc[("tea", "presence", "verified")] for made in (free, settled))
    assert row["estimate"] == whole["estimate"] == pytest.approx(10 / 12 - 20 / 26)
    assert row["low"] == whole["low"]
    assert row["high"] > whole["high"]
    assert row["p"] >= whole["p"]


def test_the_comparison_says_no_more_than_holds_with_them(people):
    """With the people overlooked added to either group its interval stands inside the one that is shown."""
    seen = [1] * 5 + [0] * 7 + [3] * 20 + [0] * 6
    grid, corrected = verified(people, seen, [2] * 12 + [3] * 20 + [0] * 6)
    frame = compared(grid, people, codebook("tea"), primary=["tea"], corrected=corrected, heard=0.0)
    row = frame.loc[("tea", "presence", "verified")]
    grid.loc[grid["participant"].isin(["L6", "L7", "L8"]), ["present", "coded"]] = [True, 1]
    more = compared(grid.assign(estimator="hand", share=0.1), people, codebook("tea"), primary=["tea"])
    added = more.loc[("tea", "presence", "hand")]
    assert row["high"] >= added["high"]
    assert row["p"] >= added["p"]
    assert row["p_adjusted"] >= row["p"]
    assert row["method"].endswith("no more than holds with as many as may be overlooked in either group")


def test_how_many_stands_beside_the_comparison(people):
    """The share of each group that may have been overlooked is an effect of its own; ratios take it in."""
    seen = [1] * 7 + [0] * 5 + [3] * 20 + [0] * 6
    grid, corrected = verified(people, seen, [1] * 12 + [3] * 20 + [0] * 6)
    found = beside(grid, people, corrected=corrected).loc[("tea", "presence")]
    assert found.loc["overlooked, left", "high"] > 0.3
    assert found.loc["overlooked, stayed", "high"] <= 0.1
    corrected["unread"] = 0
    settled = beside(grid, people, corrected=corrected).loc[("tea", "presence")]
    assert settled.loc["overlooked, left", "high"] == 0
    assert found.loc["ratio", "high"] > settled.loc["ratio", "high"]


def test_differential_hearing_of_a_common_theme(heard):
    """Nine of ten speak of it, and the machine hears less in one group: confirmed people alone fail."""
    cell = heard.Cell((0.90, 0.90), (0.50, 0.90))
    row = heard.row(cell, 0.3, runs=1500, seed=1)
    assert row["covers, confirmed alone"] < 0.91
    assert row["covers"] >= 0.94
    assert row["found"] <= 0.06


@pytest.mark.parametrize("way", [("60 % once",), ("geometric", "heard unlike")], ids=" ".join)
def test_mentions_that_are_not_poisson(heard, way):
    """Most mention it once, or the machine hears people unlike: Poisson alone covers too little."""
    cell = heard.Cell((0.90, 0.90), (0.50, 0.90), (20, 18), *way)
    row = heard.row(cell, 0.15, runs=1500, seed=1)
    assert row["covers, Poisson alone"] < 0.90
    assert row["covers"] >= 0.94
    assert row["found"] <= 0.06


@pytest.fixture
def once(people):
    """Each of 12 who left was heard once and is mostly unread; who stayed was read whole and said nothing."""
    grid, corrected = verified(people, [1] * 12 + [0] * 26, [5] * 12 + [0] * 26)
    corrected["unread"] = [30] * 12 + [0] * 26
    corrected["open"] = False  # by a single mention
    return grid.assign(present=grid["coded"] >= 2), corrected


def test_who_was_heard_too_seldom_to_count_may_have_said_the_rest_unseen(people, once):
    """Where two mentions are asked for, one of them settles nobody: any of them may speak of it after all."""
    found = beside(once[0], people, corrected=once[1]).loc[("tea", "presence")]
    bounds = found.loc["difference, worst case", ["estimate", "low", "high"]]
    assert bounds.tolist() == [0, 0, 1]


def test_presence_of_several_mentions_is_withheld_where_few_were_seen(people, once):
    """Readers saw 12 of some 60 mentions, and nobody who was heard once is settled by it."""
    grid, corrected = once
    made = compared(grid, people, codebook("tea"), primary=["tea"], corrected=corrected, expected_positives=0)
    reason = made.loc[("tea", "presence", "verified"), "reason"]
    assert reason.startswith("withheld: readers saw 12 of about 60 mentions")
