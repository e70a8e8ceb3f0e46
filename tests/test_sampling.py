"""The sample for blind hand coding: known chances, a draw anybody can repeat, a frozen draw that stays."""

import hashlib

import numpy as np
import pandas as pd
import pytest

from peerstudy import tables
from peerstudy.coding import drawing
from peerstudy.coding.sampling import read_by, sample, with_unread

GIVEN = {"per_participant": 4, "share": 0.1, "seed": 7}
SIZES = {"P01": 3, "P02": 25, "P03": 90}


def _segments(sizes=SIZES):
    rows = [
        (f"{who}-{n:03d}-01", f"I{who[1:]}", who, n, 0, 20, f"Words number {n} of {who}.")
        for who, size in sizes.items()
        for n in range(1, size + 1)
    ]
    names = ["segment", "interview", "participant", "turn", "start", "end", "text"]
    return pd.DataFrame(rows, columns=names)


def _draw(segments, frozen=None, **changes):
    frozen = tables.empty("sample") if frozen is None else frozen
    made, moved = sample(segments, frozen, **(GIVEN | changes))
    return tables.check(made, "sample"), tables.check(moved, "sample_changes")


def test_every_participant_is_drawn_from_with_known_probability():
    """At least four each, all of a short interview, a tenth of a long one; the chance is their share."""
    made, _ = _draw(_segments())
    drawn = made.groupby("participant")["drawn"].sum()
    assert dict(drawn) == {"P01": 3, "P02": 4, "P03": 9}
    chances = made.groupby("participant")["probability"].unique().map(list)
    assert dict(chances) == {"P01": [1.0], "P02": [4 / 25], "P03": [9 / 90]}
    assert len(made) == sum(SIZES.values())


def test_a_share_of_one_draws_whole_interviews():
    """Everything is drawn, for certain."""
    made, _ = _draw(_segments(), share=1)
    assert made["drawn"].all()
    assert set(made["probability"]) == {1.0}


def test_the_draw_can_be_made_again_from_the_recorded_seed():
    """Numpy and hashlib alone, the recorded seed and the order of the segments give the same rows."""
    made, _ = _draw(_segments().sample(frac=1, random_state=1))
    for who, own in made.groupby("participant"):
        name = int.from_bytes(hashlib.sha256(who.encode()).digest()[:8], "big")
        rng = np.random.default_rng([int(own["seed"].iloc[0]), name])
        again = rng.choice(len(own), int(own["drawn"].sum()), replace=False)
        ordered = own.sort_values(["interview", "turn", "start"])
        assert set(ordered["segment"].iloc[again]) == set(own.loc[own["drawn"], "segment"])


def test_segments_are_drawn_as_often_as_their_probability_says():
    """Over 4,000 seeds each segment, and each pair, turns up as often as simple random sampling says."""
    units, number, seeds = 9, 4, 4000
    drawn = [drawing.draw(units, number, seed=seed, stratum="P01") for seed in range(seeds)]
    hits = np.array(drawn, dtype=float)
    chance = number / units
    assert np.abs(hits.mean(axis=0) - chance).max() < 4 * np.sqrt(chance * (1 - chance) / seeds)
    pairs = (hits.T @ hits / seeds)[np.triu_indices(units, 1)]
    both = chance * (number - 1) / (units - 1)
    assert np.abs(pairs - both).max() < 4.5 * np.sqrt(both * (1 - both) / seeds)
    # Every second segment from a random start has the same chances, but half of the pairs never meet.
    steps = np.array([np.arange(units) % 2 == seed % 2 for seed in range(seeds)], dtype=float)
    assert np.abs((steps.T @ steps / seeds)[np.triu_indices(units, 1)] - both).max() > 0.1


def test_one_participant_does_not_change_anothers_draw():
    """Somebody who comes in later leaves the others' segments drawn as they were."""
    before, _ = _draw(_segments())
    after, _ = _draw(_segments({"P00": 40, **SIZES}))
    both = before.merge(after, on="segment", suffixes=("", "_after"))
    assert (both["drawn"] == both["drawn_after"]).all()
    assert not (before["drawn"] == _draw(_segments(), seed=8)[0]["drawn"]).all()


def test_words_of_nobody_in_particular_are_not_sampled():
    """Segments without a participant have no unit of inference."""
    segments = _segments({"P02": 6})
    segments.loc[0, "participant"] = ""
    made, _ = _draw(segments)
    assert len(made) == 5


def test_a_frozen_draw_stays_whatever_the_settings():
    """Another seed or share changes nothing once the draw is frozen, and nothing is said to have moved."""
    frozen, _ = _draw(_segments())
    again, changes = _draw(_segments(), frozen, seed=99, share=0.5, per_participant=9)
    pd.testing.assert_frame_equal(again, frozen)
    assert changes.empty


@pytest.fixture
def changed():
    """A corpus after the freeze: words edited, a turn put in before others, a person more."""
    segments = _segments()
    frozen, _ = _draw(segments)
    picked = frozen[frozen["drawn"] & (frozen["participant"] == "P02")]["turn"].tolist()
    late = segments["participant"] == "P02"
    after = segments[late & (segments["turn"] > picked[0])]
    segments.loc[after.index, "turn"] += 1
    segments.loc[after.index, "segment"] = [f"P02-{turn:03d}-01" for turn in after["turn"] + 1]
    gone = segments[late & (segments["text"] == f"Words number {picked[-1]} of P02.")].index
    segments.loc[gone, "text"] = "Edited since."
    more = _segments({"P04": 8})
    return frozen, pd.concat([segments, more], ignore_index=True), picked


def test_a_changed_corpus_keeps_the_drawn_words_and_says_what_moved(changed):
    """Moved segments keep draw and chance under their new id; lost ones are named; nothing is swapped."""
    frozen, segments, picked = changed
    made, changes = _draw(segments, frozen)
    old = frozen[frozen["participant"] == "P02"].set_index("text")
    now = made[made["participant"] == "P02"].set_index("text")
    shared = old.index.intersection(now.index)
    assert len(shared) == 24
    assert (old.loc[shared, ["drawn", "probability"]] == now.loc[shared, ["drawn", "probability"]]).all(
        axis=None
    )
    moved = changes[changes["change"] == "moved"]
    assert len(moved) == 25 - picked[0] - 1
    assert (moved["was"] != moved["segment"]).all()
    gone = changes[changes["change"] == "gone"]
    assert gone[["was", "segment", "drawn"]].to_numpy().tolist() == [[f"P02-{picked[-1]:03d}-01", "", True]]


def test_what_came_later_has_a_known_chance_of_its_own(changed):
    """New people are drawn like all others, new words of known people among themselves; both are named."""
    frozen, segments, _ = changed
    made, changes = _draw(segments, frozen)
    new = changes[changes["change"] == "new"]
    assert set(new["participant"]) == {"P02", "P04"}
    own = made[made["participant"] == "P04"]
    assert (own["drawn"].sum(), own["probability"].iloc[0]) == (4, 0.5)
    edited = made[made["text"] == "Edited since."]
    assert edited[["probability", "drawn"]].to_numpy().tolist() == [[1.0, True]]
    assert (made["probability"] > 0).all()


def test_words_that_came_later_ask_for_their_share_alone():
    """Of ten new segments of somebody known one is drawn, a tenth: the four of a person were drawn before."""
    frozen, _ = _draw(_segments())
    made, changes = _draw(_segments({**SIZES, "P02": 35}), frozen)
    new = made[made["segment"].isin(changes["segment"])]
    assert (len(new), new["drawn"].sum(), new["probability"].unique().tolist()) == (10, 1, [0.1])


def test_words_that_repeat_are_not_taken_for_one_another():
    """Two segments of the same words that both moved are told as gone and new, not guessed at."""
    segments = _segments({"P02": 6})
    segments.loc[[1, 3], "text"] = "Yes."
    frozen, _ = _draw(segments)
    segments["turn"] += 1
    _, changes = _draw(segments, frozen)
    assert sorted(changes.loc[changes["text"] == "Yes.", "change"]) == ["gone", "gone", "new", "new"]
    assert (changes.loc[changes["text"] != "Yes.", "change"] == "moved").all()


def test_an_empty_corpus_has_an_empty_sample():
    """Nothing to draw from is no error."""
    made, changes = _draw(_segments()[:0])
    assert made.empty
    assert changes.empty


def _left_out(made, rows, coder="B"):
    """The draw, of which the coder did not read some rows."""
    return with_unread(made, made.loc[rows, ["segment"]].assign(coder=coder, file="B.csv"))


def test_what_a_coder_left_out_is_stood_for_by_the_rest_of_that_person():
    """Weights of what was read sum to the person's segments, as if everything drawn had been read."""
    made, _ = _draw(_segments())
    own = made[made["drawn"] & (made["participant"] == "P03")]
    read = read_by(_left_out(made, own.index[:4]), "B").merge(made[["segment", "participant"]])

    assert len(read) == made["drawn"].sum() - 4
    stood_for = (1 / read["probability"]).groupby(read["participant"]).sum()
    assert stood_for.round(9).to_dict() == SIZES


def test_what_one_coder_left_out_another_has_read():
    """Both read the same draw, each from a sheet of their own."""
    made, _ = _draw(_segments())
    left = _left_out(made, made.index[made["drawn"]][:2])

    assert read_by(left, "C").equals(read_by(made, "C"))
    assert len(read_by(left, "B")) == len(read_by(made, "B")) - 2


def test_a_segment_that_two_left_out_names_both():
    """And is read by neither."""
    made, _ = _draw(_segments())
    first = made[made["drawn"]][["segment"]][:1]
    left = with_unread(made, pd.concat([first.assign(coder=coder, file=coder) for coder in ("C", "B")]))

    assert left.loc[left["unread"] != "", "unread"].tolist() == ["B; C"]
    assert len(read_by(left, "B")) == len(read_by(left, "C")) == made["drawn"].sum() - 1
