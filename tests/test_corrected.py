"""Talk corrected by a blind sample: known answers, and a simulation in which the machine alone misleads."""

import numpy as np
import pandas as pd
import pytest
from small_cohort import codebook, roster

from peerstudy import tables
from peerstudy.coding import items
from peerstudy.compare import corrected, presence

CODERS = {"hand": "A", "machine": ["m"], "threshold": 0.5, "audit": 0, "least": 1}


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


def both(*made, book=None, verified=None, asked=None, status=None, outcome="analysed", **changed):
    """Corrected talk, and what is left to verify, of people who each have an interview and a status."""
    told = tables.empty("verified") if verified is None else verified
    silent = tables.empty("asked") if asked is None else asked
    book = codebook("tea") if book is None else book
    people = sorted(set(made[1]["participant"]))
    everybody = pd.DataFrame({"participant": people, "outcome": outcome, "group": ""})
    everybody["status"] = [(status or {}).get(person, "") for person in people]
    held = pd.DataFrame({"interview": people, "participant": people})
    rest = (told, everybody, held, tables.empty("speakers"), silent)
    return corrected.corrected(*made, book, *rest, **{**CODERS, **changed})


def talk(*made, **changed):
    return both(*made, **changed)[0]


def test_a_machine_that_is_always_right_counts_every_segment_as_labelled():
    """As in the doctest of the method: .333 and .5 from six labels worth twelve."""
    truth = [1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 0]
    drawn = [True, False] * 6
    frame = talk(*study(["a"] * 6 + ["b"] * 6, truth, truth, drawn))
    assert np.allclose(frame["salience"], [1 / 3, 1 / 2])
    assert frame["labels"].tolist() == [3, 3]
    assert round(frame["effective_labels"][0]) == 12


def test_absence_is_open_until_everything_is_read():
    """Whoever is confirmed is present; whoever is not, and was not read whole, may still be."""
    made = study(["a", "a", "b", "b", "c"], [1, 0, 0, 1, 0], [1, 0, 1, 0, 0], [False] * 4 + [True])
    frame = talk(*made).set_index("participant")
    assert frame["confirmed"].to_dict() == {"a": 1, "b": 0, "c": 0}
    assert frame["open"].to_dict() == {"a": False, "b": True, "c": False}


def test_what_the_coder_did_not_read_is_no_absence():
    """A drawn segment of an interview that the coder never opened is not a label."""
    sample, segments, codings, coverage = study(["a", "b"], [1, 1], [1, 1], [True, True])
    read = coverage[coverage["interview"] == "a"]
    frame = talk(sample, segments, codings, read).set_index("participant")
    assert frame.loc["b", "labels"] == 0
    assert np.isnan(frame.loc["b", "salience"])


def test_a_drawn_segment_that_stood_on_no_sheet_is_no_absence():
    """Its words were drawn and not read: the person's share is that of the others, which stand for it."""
    sample, segments, codings, coverage = study(
        ["a"] * 4, [1, 1, 0, 0], [0, 0, 0, 0], [True, True, True, False]
    )
    sampled = sample.assign(participant="a"), segments, codings, coverage.assign(scope="sample")
    whole = talk(*sampled)
    unread = sampled[0].assign(unread=["", "", "A", ""])
    frame = talk(unread, *sampled[1:])

    assert whole["labels_alone"].round(3).tolist() == [0.667]
    assert frame[["labels", "labels_alone"]].to_numpy().tolist() == [[2, 1.0]]


def test_an_unknown_coder_is_named():
    """The message names who coded."""
    with pytest.raises(tables.TableError, match=r"machine coder 'n' coded nothing.*Coders: m"):
        talk(*study(["a", "b"], [1, 1], [1, 1], [True, True]), machine=["n"])


def test_a_machine_that_abstains_from_everything_stops_nothing():
    """Few labels teach a coder nothing; the next one helps in its place."""
    frame = talk(*study(["a", "b"], [1, 1], [1, 1], [True, True]), machine=["n", "m"])

    assert set(frame["machine"]) == {"m"}


def sampled_only():
    """Three people; only the first segment of each was drawn, and nothing was read whole."""
    truth, guess = [0, 1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0], [0, 0.9, 0, 0.8, 0, 0, 0, 0.7, 0.6, 0, 0, 0]
    sample, segments, codings, coverage = study(
        ["a"] * 4 + ["b"] * 4 + ["c"] * 4, truth, guess, [True, False, False, False] * 3
    )
    drawn = codings["segment"].isin(sample["segment"][sample["drawn"]])
    blind = codings[(codings["source"] == "machine") | drawn]
    return sample, segments, blind, coverage.assign(scope="sample")


def test_machine_codes_that_nobody_read_are_laid_out():
    """Every positive that was not drawn, in an order that tells nothing, and no word on whose it is."""
    left = both(*sampled_only())[1]
    assert sorted(left["item"]) == sorted(items.item(s) for s in ("a-1", "a-3", "b-7"))
    assert list(left["item"]) == sorted(left["item"])
    assert list(left.columns) == ["theme", "item", "text", "answer"]


def test_the_silent_are_audited():
    """Of b, of whom nothing is pending or confirmed, as many more segments as asked for."""
    sample, segments, codings, coverage = sampled_only()
    without = codings[~codings["segment"].isin(["b-7"])]
    left = both(sample, segments, without, coverage, audit=2)[1]
    audited = set(left["item"]) - {items.item(s) for s in ("a-1", "a-3")}
    assert audited < {items.item(f"b-{i}") for i in (5, 6, 7)}
    assert len(audited) == 2
    several = both(sample, segments, without, coverage, audit=2, least=3)[1]
    more = set(several["item"]) - {items.item(s) for s in ("a-1", "a-3")}
    assert len(more & audited) == 1  # two mentions of a are pending, which would not be enough


@pytest.mark.parametrize(
    "out",
    [
        {
            "book": codebook("tea").assign(applies_to='{"status": ["member"]}'),
            "status": dict.fromkeys("bc", "member"),
        },
        {"asked": pd.DataFrame({"interview": ["a"], "theme": "tea", "asked": "no"})},
        {"outcome": ["withdrawn", "analysed", "analysed"]},
    ],
    ids=["to whom it does not apply", "who was never asked", "who is not analysed"],
)
def test_nothing_is_read_or_estimated_of_people_who_do_not_count(out):
    """Others stand as they would without them: their talk, the worth of the machine, and who is audited."""
    made = sampled_only()
    sample, segments = (frame[~frame["segment"].str.startswith("a")] for frame in made[:2])
    alone, left_alone = both(sample, segments, *made[2:], audit=2)

    frame, left = both(*made, audit=2, **out)

    assert left.equals(left_alone)
    others = frame[frame["participant"] != "a"].reset_index(drop=True)
    assert others.equals(alone)
    estimates = ["labels_alone", "salience", "tuning", "effective_labels"]
    assert frame[frame["participant"] == "a"][estimates].isna().all(axis=None)


def test_a_theme_that_applies_to_nobody_has_its_rows():
    """Without an estimate, and with nothing to read."""
    book = codebook("tea").assign(applies_to='{"status": ["member"]}')
    frame, left = both(*sampled_only(), book=book, audit=2)

    assert list(frame["participant"]) == ["a", "b", "c"]
    assert frame["salience"].isna().all()
    assert left.empty


def test_answers_confirm_presence_and_are_no_labels():
    """A reader's yes makes b present, the no leaves a open; the blind sample stays as it was."""
    made = sampled_only()
    before = talk(*made).set_index("participant")
    answers = pd.DataFrame({"theme": "tea", "item": [items.item(s) for s in ("b-7", "a-3", "a-1")]})
    answers = answers.assign(answer=["yes", "no", ""])
    after, left = both(*made, verified=answers)
    after = after.set_index("participant")
    assert after["confirmed"].to_dict() == {"a": 0, "b": 1, "c": 1}
    assert after["open"].to_dict() == {"a": True, "b": False, "c": False}
    assert after["labels"].equals(before["labels"])
    assert after["salience"].equals(before["salience"])
    assert list(left["item"]) == [items.item("a-1")]


def test_an_answer_counts_after_the_interview_was_read_whole_too():
    """What the machine overlooked and a reader found stays found; where both read it, the hand code holds."""
    made = study(["a", "a", "b", "b"], [0, 1, 0, 0], [0, 0, 0, 0.9], [True, False] * 2)
    answers = pd.DataFrame({"theme": "tea", "item": [items.item(s) for s in ("a-1", "b-3")], "answer": "yes"})
    before, after = talk(*made), talk(*made, verified=answers)

    assert before["confirmed"].tolist() == [0, 0]
    assert after["confirmed"].tolist() == [1, 0]
    assert after["unread"].tolist() == [0, 0]


def test_who_read_suggested_segments_alone_read_no_drawn_one():
    """`suggested` in the coverage says that nothing else of the interview was read."""
    sample, segments, codings, coverage = study(["a", "a", "b", "b"], [1, 0, 1, 0], [0] * 4, [True] * 4)
    coverage.loc[coverage["interview"] == "a", "scope"] = "suggested"

    assert talk(sample, segments, codings, coverage)["labels"].tolist() == [0, 2]


def test_a_yes_to_a_child_is_a_yes_to_its_parent():
    """A child that is there counts for the parent; one that is not says nothing of it."""
    book = pd.concat([codebook("drink").assign(rolls_up=True), codebook("tea", parent="drink")])
    book = book.assign(order=[0, 1])
    answers = pd.DataFrame({"theme": "tea", "item": [items.item("b-7"), items.item("a-3")]})
    answers = answers.assign(answer=["yes", "no"])
    frame, left = both(*sampled_only(), book=book, verified=answers)
    parent = frame[frame["theme"] == "drink"].set_index("participant")
    assert parent["confirmed"].to_dict() == {"a": 0, "b": 1, "c": 0}
    assert set(left["theme"]) == {"tea"}


def test_an_answer_about_nothing_is_named():
    """The message names the row, the item and what to leave as it is."""
    answers = pd.DataFrame({"theme": ["tee"], "item": ["s0"], "answer": ["yes"]})
    with pytest.raises(
        tables.TableError, match=r"row 2: theme 'tee' is not of this study .did you mean 'tea'"
    ):
        both(*sampled_only(), verified=answers)


def test_an_answer_follows_the_words_that_were_read():
    """After an edit its item may name other words, or nothing: the words count where one segment has them."""
    made = sampled_only()
    made[1]["text"] = [f"What {segment} says." for segment in made[1]["segment"]]
    answers = pd.DataFrame({"theme": "tea", "item": [items.item("a-3"), "s0"], "answer": "yes"})
    frame, _ = both(*made, verified=answers.assign(text=["What b-7 says.", "What  a-1 says."]))
    assert frame.set_index("participant")["confirmed"].to_dict() == {"a": 1, "b": 1, "c": 1}

    lost = answers.assign(text=["Something else.", "What a-1 says."])
    with pytest.raises(tables.TableError, match=f"row 2: item '{items.item('a-3')}' .* were edited since"):
        both(*made, verified=lost)
    both(*made, verified=lost.assign(answer=["", "yes"]))


def test_rows_of_a_later_list_may_be_added_to_an_earlier_one():
    """What nobody answered stands in both; what is answered both ways is nobody's answer."""
    rows = pd.DataFrame({"theme": "tea", "item": items.item("b-7"), "answer": ["", "yes", "yes"]})
    frame, _ = both(*sampled_only(), verified=tables.check(rows, "verified"))
    assert frame.set_index("participant")["confirmed"].to_dict() == {"a": 0, "b": 1, "c": 1}

    with pytest.raises(tables.TableError, match=r"theme 'tea', item .* answered yes and no"):
        both(*sampled_only(), verified=rows.assign(answer=["no", "yes", "yes"]))


def test_another_machine_stands_in_where_one_abstains():
    """The first coder that codes the theme helps; one that codes only other themes does not."""
    sample, segments, codings, coverage = study(["a", "b"], [1, 1], [1, 1], [True, True])
    elsewhere = codings[codings["coder"] == "m"].assign(coder="c", theme="bus")
    made = (sample, segments, pd.concat([codings, elsewhere]), coverage)
    frame = talk(*made, book=codebook("tea", "bus"), machine=["c", "m"])
    assert frame.groupby("theme")["machine"].first().to_dict() == {"bus": "c", "tea": "m"}


def grid(sampled, coder):
    """The table `presence` of two people, by participant and estimator."""
    interviews = pd.DataFrame({"interview": ["L1", "S1"], "participant": ["L1", "S1"]})
    totals = pd.DataFrame({"participant": ["L1", "S1"], "theme": "tea", "coder": coder, "source": "hand"})
    totals = totals.assign(segments=4, words=40, coded=1, expected=1.0)
    book, people = codebook("tea"), roster(1, 1).assign(status="x")
    rest = (tables.empty("speakers"), tables.empty("asked"), sampled)
    frame = presence.presence(totals, people, book, interviews, *rest, hand="A", least=1)
    return frame.set_index(["participant", "estimator"])


def test_the_grid_of_presence_takes_both_estimators():
    """Corrected rows carry a share, verified rows a confirmation and no share."""
    frame = grid(talk(*study(["L1"] * 4 + ["S1"] * 4, [1, 0, 0, 0] * 2, [1, 0, 0, 0] * 2, [1, 0] * 4)), "A")
    assert frame.loc[("L1", "corrected"), "share"] == pytest.approx(0.25)
    assert np.isnan(frame.loc[("L1", "verified"), "share"])
    assert frame.loc[("S1", "verified"), "present"]


def test_a_blind_sample_is_enough_for_the_grid():
    """A hand coder who read no interview whole has rows that say so, beside what the sample tells."""
    made = study(["L1"] * 4 + ["S1"] * 4, [1, 0, 0, 0] * 2, [1, 0, 0, 0] * 2, [1, 0] * 4)
    frame = grid(talk(*made[:3], made[3].assign(scope="sample")), "m")
    assert not frame.loc[("L1", "hand"), "read"]
    assert frame.loc[("L1", "corrected"), "read"]
    with pytest.raises(tables.TableError, match=r"'A' read no interview whole, and no blind sample"):
        grid(tables.empty("corrected"), "m")


def test_a_machine_that_did_not_run_has_no_rows_of_its_own():
    """The plan names one; a study without machine coders counts nothing by it."""
    made = study(["L1"] * 4 + ["S1"] * 4, [1, 0, 0, 0] * 2, [0, 0, 0, 0] * 2, [1, 0] * 4)
    frame = grid(talk(*made), "A")

    assert set(frame.index.get_level_values("estimator")) == {"hand", "corrected", "verified"}


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
        frame = talk(*study(who, truth, guess, rng.random(800) < 0.25, 0.25))
        people = first.reshape(20, 40)[:, 0]
        naive.append(guess[first].mean() - guess[~first].mean() - truth[first].mean() + truth[~first].mean())
        share = frame["salience"].to_numpy()
        mended.append(np.nanmean(share[people]) - np.nanmean(share[~people]))
        mended[-1] -= truth[first].mean() - truth[~first].mean()
    assert np.mean(naive) < -0.06
    assert abs(np.mean(mended)) < 0.01
