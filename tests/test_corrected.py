"""Talk corrected by a blind sample: known answers, and a simulation in which the machine alone misleads."""

import numpy as np
import pandas as pd
import pytest
from small_cohort import codebook, roster

from peerstudy import corrected, presence, tables

CODERS = {"hand": "A", "machine": ["m"], "threshold": 0.5}


def study(who, truth, guess, drawn, probability=0.5):
    """Segments, codings, coverage and sample of one theme; each person has an interview."""
    segments = pd.DataFrame({"segment": [f"{w}-{i}" for i, w in enumerate(who)], "participant": who})
    segments = segments.assign(
        interview=segments["participant"], speaker="p", turn=1, start=0, end=9, text="x"
    )
    segments["words"] = 10
    sample = segments[["segment"]].assign(probability=probability, drawn=np.asarray(drawn, bool))
    both = []
    for coder, source, values in (("A", "hand", truth), ("m", "machine", guess)):
        kept = np.asarray(values, float) > 0
        rows = segments[["segment"]][kept].assign(theme="tea", coder=coder, source=source)
        both.append(rows.assign(probability=np.asarray(values, float)[kept], evidence="", valence=""))
    coverage = pd.DataFrame({"interview": sorted(set(who)), "coder": "A", "scope": "whole"})
    return sample, segments, pd.concat(both, ignore_index=True), coverage


def test_a_machine_that_is_always_right_counts_every_segment_as_labelled():
    """As in the doctest of the method: .333 and .5 from six labels worth twelve."""
    truth = [1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 0]
    drawn = [True, False] * 6
    frame = corrected.corrected(*study(["a"] * 6 + ["b"] * 6, truth, truth, drawn), codebook("tea"), **CODERS)
    assert np.allclose(frame["salience"], [1 / 3, 1 / 2])
    assert frame["labels"].tolist() == [3, 3]
    assert round(frame["effective_labels"][0]) == 12


def test_absence_is_open_until_everything_is_read():
    """Whoever is confirmed is present; whoever is not, and was not read whole, may still be."""
    frame = corrected.corrected(
        *study(
            ["a", "a", "b", "b", "c"], [1, 0, 0, 1, 0], [1, 0, 1, 0, 0], [False, False, False, False, True]
        ),
        codebook("tea"),
        **CODERS,
    ).set_index("participant")
    assert frame["confirmed"].to_dict() == {"a": 1, "b": 0, "c": 0}
    assert frame["open"].to_dict() == {"a": False, "b": True, "c": False}


def test_what_the_coder_did_not_read_is_no_absence():
    """A drawn segment of an interview that the coder never opened is not a label."""
    sample, segments, codings, coverage = study(["a", "b"], [1, 1], [1, 1], [True, True])
    frame = corrected.corrected(
        sample, segments, codings, coverage[coverage["interview"] == "a"], codebook("tea"), **CODERS
    ).set_index("participant")
    assert frame.loc["b", "labels"] == 0
    assert np.isnan(frame.loc["b", "salience"])


def test_an_unknown_coder_is_named():
    """The message names who coded."""
    with pytest.raises(tables.TableError, match=r"machine coder 'n' coded nothing.*Coders: A, m"):
        corrected.corrected(
            *study(["a", "b"], [1, 1], [1, 1], [True, True]),
            codebook("tea"),
            **{**CODERS, "machine": ["m", "n"]},
        )


def test_another_machine_stands_in_where_one_abstains():
    """The first coder that codes the theme helps; one that codes only other themes does not."""
    sample, segments, codings, coverage = study(["a", "b"], [1, 1], [1, 1], [True, True])
    elsewhere = codings[codings["coder"] == "m"].assign(coder="c", theme="bus")
    frame = corrected.corrected(
        sample,
        segments,
        pd.concat([codings, elsewhere]),
        coverage,
        codebook("tea", "bus"),
        **{**CODERS, "machine": ["c", "m"]},
    )
    assert frame.groupby("theme")["machine"].first().to_dict() == {"bus": "c", "tea": "m"}


def test_the_grid_of_presence_takes_both_estimators():
    """Corrected rows carry a share, verified rows a confirmation and no share."""
    people = roster(1, 1).assign(status="x")
    sampled = corrected.corrected(
        *study(["L1"] * 4 + ["S1"] * 4, [1, 0, 0, 0] * 2, [1, 0, 0, 0] * 2, [True, False] * 4),
        codebook("tea"),
        **CODERS,
    )
    interviews = pd.DataFrame({"interview": ["L1", "S1"], "participant": ["L1", "S1"]})
    totals = pd.DataFrame({"participant": ["L1", "S1"], "theme": "tea", "coder": "A", "source": "hand"})
    totals = totals.assign(segments=4, words=40, coded=1, expected=1.0)
    frame = presence.presence(
        totals,
        people,
        codebook("tea"),
        interviews,
        tables.empty("speakers"),
        tables.empty("asked"),
        sampled,
        hand="A",
        least=1,
    ).set_index(["participant", "estimator"])
    assert frame.loc[("L1", "corrected"), "share"] == pytest.approx(0.25)
    assert np.isnan(frame.loc[("L1", "verified"), "share"])
    assert frame.loc[("S1", "verified"), "present"]


def test_error_that_differs_between_groups_averages_out():
    """200 cohorts without a difference: the machine alone sees one, the corrected estimate does not."""
    rng = np.random.default_rng(11)
    naive, mended = [], []
    who = np.repeat([f"p{i:02d}" for i in range(20)], 40)
    first = np.repeat(np.arange(20) < 8, 40)
    for _ in range(200):
        truth = rng.random(800) < np.repeat(rng.beta(3, 12, 20), 40)
        hit = np.where(first, 0.5, 0.9)
        guess = np.where(truth, rng.random(800) < hit, rng.random(800) < 0.05).astype(float)
        frame = corrected.corrected(
            *study(who, truth, guess, rng.random(800) < 0.25, 0.25), codebook("tea"), **CODERS
        )
        people = first.reshape(20, 40)[:, 0]
        naive.append(guess[first].mean() - guess[~first].mean() - truth[first].mean() + truth[~first].mean())
        share = frame["salience"].to_numpy()
        mended.append(np.nanmean(share[people]) - np.nanmean(share[~people]))
        mended[-1] -= truth[first].mean() - truth[~first].mean()
    assert np.mean(naive) < -0.06
    assert abs(np.mean(mended)) < 0.01
