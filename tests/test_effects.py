"""What stands beside a contrast: reference values, talk length, bounds."""

import numpy as np
import pandas as pd
import pytest
from small_cohort import codebook, presence, roster
from test_contrasts import CHOICES

from peerstudy import tables
from peerstudy.compare import contrasts, effects, presence_effects
from peerstudy.statistics import exact2x2

SETTINGS = {
    "least": 1,
    "level": 0.95,
    "gamma": 0,
    "power": 0.8,
    "strata": "",
    "families": "",
    "permutations": 499,
    "seed": 1,
}


def beside(grid, people, *, corrected=None, second=None, strata="", least=1):
    none = tables.empty("corrected") if corrected is None else corrected
    book = codebook(*dict.fromkeys(grid["theme"]))
    primary = {**CHOICES, "primary": list(book["theme"][:1])}
    frame = contrasts.contrasts(grid, book, people, none, **primary)
    second = tables.empty("second_coder") if second is None else second
    found = effects.effects(
        frame, grid, people, none, second, **{**SETTINGS, "strata": strata, "least": least}
    )
    return found.set_index(["theme", "measure", "effect"])


@pytest.fixture
def people():
    return roster(12, 26)


def test_reference_values_of_the_design_stand_beside_presence(people):
    """0 of 12 against 7 of 26: Fisher .07448, Firth's log odds ratio -2.2634, at most 22.1 %."""
    grid = presence(people, {"tea": [0] * 12 + [2] * 7 + [0] * 19})
    found = beside(grid, people).loc[("tea", "presence")]
    assert round(found.loc["Fisher", "p"], 5) == 0.07448
    assert round(np.log(found.loc["odds ratio", "estimate"]), 4) == -2.2634
    assert round(found.loc["odds ratio", "p"], 4) == 0.0486
    assert round(found.loc["at most, left", "high"], 3) == 0.221
    assert "at most, stayed" not in found.index


def test_a_low_level_bounds_silence_too():
    """Every level that the schema allows has a one-sided bound: at 50 % 1 - .5 ** (1 / 12)."""
    (row, _) = [*presence_effects.never_mentioned((0, 12, 0, 26), (0, 0), ("a", "b"), level=0.5)]
    assert row.high == pytest.approx(0.0561, abs=1e-4)


def test_newcombe_checks_the_difference(people):
    """9/12 against 8/26: .1008 to .6575."""
    grid = presence(people, {"tea": [1] * 9 + [0] * 3 + [1] * 8 + [0] * 18})
    row = beside(grid, people).loc[("tea", "presence", "difference, checked")]
    assert [round(row[end], 4) for end in ("low", "high")] == [0.1008, 0.6575]


def test_equal_length_takes_away_what_talk_length_makes(people):
    """People who say five times as much mention more; at equal length the groups are alike."""
    lengths = np.array([10] * 12 + [50] * 26)
    coded = np.random.default_rng(4).binomial(lengths, 0.05)
    grid = presence(people, {"tea": coded}, segments=lengths)
    found = beside(grid, people).loc[("tea", "presence")]
    assert found.loc["difference at equal length", "method"].startswith("10 segments a person")
    assert found.loc["difference, checked", "estimate"] < -0.4
    assert abs(found.loc["difference at equal length", "estimate"]) < 0.2


def test_equal_length_asks_for_as_many_mentions_as_presence(people):
    """By two mentions: of 12 who said two in 40 segments, 20 of which hold both with chance .2436."""
    lengths = [40] * 12 + [20] * 26
    grid = presence(people, {"tea": [2] * 12 + [1] * 26}, segments=lengths)
    grid["present"] = grid["coded"] >= 2
    row = beside(grid, people, least=2).loc[("tea", "presence", "difference at equal length")]

    assert row["estimate"] == pytest.approx(20 * 19 / (40 * 39))
    short = beside(grid, people, least=21).loc[("tea", "presence", "difference at equal length")]
    assert np.isnan(short["estimate"])
    assert short["method"] == "none: somebody said 20 segment(s), and presence takes 21 mentions"


def test_equal_length_is_held_against_the_same_weights(people):
    """Within strata people weigh otherwise than in the plain difference, whatever the length."""
    grid = presence(people, {"tea": [1] * 9 + [0] * 3 + [1] * 8 + [0] * 18}, segments=[20] * 38)
    sites = people.assign(site=["n", "s", "s"] * 12 + ["n", "n"])
    apart = beside(grid, sites, strata="site").loc[("tea", "presence")]

    assert apart.loc["difference at full length", "estimate"] == pytest.approx(
        apart.loc["difference at equal length", "estimate"]
    )
    assert "difference at full length" not in beside(grid, people).loc[("tea", "presence")].index


def test_salience_has_ranks_and_a_model_beside_it(people):
    """AUC and beta-binomial difference point where the means point."""
    rng = np.random.default_rng(2)
    coded = np.concatenate([rng.binomial(60, 0.2, 12), rng.binomial(60, 0.12, 26)])
    found = beside(presence(people, {"tea": coded}, segments=60), people).loc[("tea", "salience")]
    assert found.loc["AUC", "low"] > 0.5
    assert found.loc["difference, beta-binomial", "estimate"] == pytest.approx(0.08, abs=0.04)
    assert found.loc["difference, beta-binomial", "p"] < 0.02


def test_machine_salience_says_what_error_would_undo_it():
    """Half the salience is what is left where half the mentions are missed in one group."""
    shares = [8] * 12 + [4] * 12
    cohort = roster(12, 12)
    grid = presence(cohort, {"tea": shares}, segments=30, estimator="machine")
    found = beside(grid, cohort).loc[("tea", "salience")]
    row = found.loc["sensitivity difference that undoes it"]
    assert row["estimate"] == pytest.approx(1 / 2)
    assert set(found.index) == {
        "sensitivity difference that undoes it",
        "false-positive difference that undoes it",
    }


def two_coders():
    """Three people of each group whom both coders read."""
    told = [("L1", 0.2, 0.25, 0.3), ("L2", 0.3, 0.3, 0.4), ("L3", 0.25, 0.275, 0.35)]
    told += [(person, 0.0, 0.1, 0.2) for person in ("S1", "S2", "S3")]
    frame = pd.DataFrame(told, columns=["participant", "both", "first", "either"])
    return frame.assign(theme="tea", coder="A", other="B", segments=20)


def test_two_people_are_too_few_to_bound_anything(people):
    """As they are to be compared."""
    grid = presence(people, {"tea": [6] * 12 + [2, 4] * 13}, segments=20)
    few = beside(grid, people, second=two_coders().drop(index=[2])).loc[("tea", "salience")]

    assert not [effect for effect in few.index if "whichever" in effect or "in doubt" in effect]


def test_two_coders_bound_the_difference(people):
    """Whichever coder is right: both's least of one group against either's most of the other."""
    grid = presence(people, {"tea": [6] * 12 + [2, 4] * 13}, segments=20)
    found = beside(grid, people, second=two_coders())
    row = found.loc[("tea", "salience", "difference, whichever coder is right")]
    assert np.allclose(row[["low", "high"]].astype(float), [0.05, 0.35])
    assert np.isnan(row["estimate"])  # halfway between is what neither coder says
    assert row["method"] == "3 and 3 people whom both coders read"
    heard = found.loc[("tea", "presence", "difference, whichever coder is right")]
    assert np.allclose(heard[["low", "high"]].astype(float), [0, 1])
    more = beside(grid, people, second=two_coders(), least=5).loc[heard.name]
    assert np.allclose(more[["low", "high"]].astype(float), [2 / 3, 1])


def test_what_two_coders_disagree_on_widens_the_interval(people):
    """Codes of the first alone may be wrong, codes of the other alone missing, in the worst direction."""
    grid = presence(people, {"tea": [6] * 11 + [5] + [2, 4] * 13}, segments=20)
    book = codebook("tea")
    main = contrasts.contrasts(grid, book, people, tables.empty("corrected"), **CHOICES)
    main = main.set_index("measure").loc["salience"]
    row = beside(grid, people, second=two_coders()).loc[
        ("tea", "salience", "difference, hand codes in doubt")
    ]
    assert row["estimate"] == main["estimate"]
    assert row["low"] == pytest.approx(main["low"] - 0.025 - 0.1)
    assert row["high"] == pytest.approx(main["high"] + 0.075 + 0.1)


def test_bounds_stand_where_presence_is_withheld(people):
    """Readers saw few mentions: no difference is given, but how far it might go."""
    held = presence(people, {"bus": np.arange(38) % 5 + 1}).assign(estimator="verified", share=np.nan)
    held["present"] = np.arange(38) % 2 == 0
    sampled = held[["participant", "theme", "segments"]].assign(
        salience=held["coded"] / held["segments"], positives=1, effective_labels=50.0, unread=3
    )
    sampled = sampled.assign(confirmed=held["present"].astype(int), open=~held["present"])
    found = beside(held, people, corrected=sampled)
    assert list(found.index) == [("bus", "presence", "difference, worst case")]
    assert np.allclose(found[["low", "high"]].astype(float), [-0.5, 0.5])


def test_error_of_the_hand_coder_that_undoes_it(people):
    """A presence of 9 of 12 against 8 of 26: half and more of the others would have to be missed."""
    grid = presence(people, {"tea": [1] * 9 + [0] * 3 + [1] * 8 + [0] * 18})
    row = beside(grid, people).loc[("tea", "presence", "hand sensitivity difference that undoes it")]
    assert row["estimate"] == pytest.approx((9 / 12 - 8 / 26) / (9 / 12))


def test_error_of_the_hand_coder_is_told_of_corrected_shares_too(people):
    """They rest on the hand codes of a sample: what these get wrong, no correction takes away."""
    grid = presence(people, {"tea": [6] * 12 + [2, 4] * 13}, estimator="corrected")
    sampled = grid[["participant", "theme", "segments"]].assign(
        salience=grid["share"], positives=9, effective_labels=50.0, confirmed=1, open=False
    )
    found = beside(grid, people, corrected=sampled, second=two_coders()).loc[("tea", "salience")]

    assert found.loc["hand sensitivity difference that undoes it", "estimate"] == pytest.approx(1 / 2)
    assert found.loc["difference, whichever coder is right", "low"] == pytest.approx(0.05)


def test_nothing_stands_beside_a_refused_comparison(people):
    """A group under three has no effects."""
    grid = presence(people, {"tea": [1] * 12 + [0, 1] * 13})
    grid.loc[grid["participant"].isin([f"L{i}" for i in range(3, 13)]), "applies"] = False
    assert beside(grid, people).empty


def test_completers_and_dropouts_of_a_published_trial():
    """Ill for under six months: 21 of 52 completers, 28 of 48 dropouts, Fisher p .109 (Proudfoot 2003)."""
    assert round(exact2x2.fisher(21, 52, 28, 48), 3) == 0.109
