"""Features, folds, left-out scores, calibration and thresholds: the parts that every trained coder shares."""

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_array
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import Ridge

from peerstudy.coders import features
from peerstudy.coders.calibration import bent, calibration_error, platt
from peerstudy.coders.folds import folds, refuse_random
from peerstudy.coders.ridge import left_out
from peerstudy.coders.surroundings import surroundings
from peerstudy.coders.thresholds import best, kappa
from peerstudy.coders.tokens import tokenize

TEXTS = ["We get it, we do.", "Get IT? Never!", "it isn't that", "we get that", "", "that that we"]
CUT = ["we get it , we do .", "get it ? never !", "it is n't that", "we get that", "", "that that we"]


def test_words_and_pairs_weigh_as_in_scikit_learn() -> None:
    """On the same tokens, rows equal those of TfidfVectorizer to the last digits."""
    said = features.Said(tokenize(TEXTS, language="en"))
    pairs = said.all_pairs()
    counted = features.beside(said.each(), said.pairs(pairs))
    chosen = features.widest(counted, said.words + pairs, most=1000)
    ours = chosen.weights(counted @ features.picked(said.words + pairs, chosen.names))
    theirs = TfidfVectorizer(
        tokenizer=str.split, token_pattern=None, ngram_range=(1, 2), min_df=2, sublinear_tf=True
    )
    expected = theirs.fit_transform(CUT)
    names = list(theirs.get_feature_names_out())
    assert sorted(chosen.names) == sorted(names)
    np.testing.assert_allclose(ours.toarray(), expected[:, [names.index(n) for n in chosen.names]].toarray())


def test_runs_of_letters_weigh_as_in_scikit_learn() -> None:
    """Runs of letters, worked out once per word, equal the vectorizer's that reads every text."""
    said = features.Said(tokenize(TEXTS, language="en"))
    inside, names = features.runs(said.words, shortest=2, longest=4)
    counted = said.each() @ inside
    chosen = features.widest(counted, names, most=1000)
    ours = chosen.weights(counted @ features.picked(names, chosen.names))
    theirs = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), min_df=2, sublinear_tf=True)
    expected = theirs.fit_transform(CUT)
    columns = [list(theirs.get_feature_names_out()).index(name) for name in chosen.names]
    assert sorted(chosen.names) == sorted(theirs.get_feature_names_out())
    np.testing.assert_allclose(ours.toarray(), expected[:, columns].toarray())


def test_the_widest_features_are_kept_in_a_stable_order() -> None:
    """Features in most texts first; ties by the alphabet."""
    counted = csr_array(np.array([[1, 1, 1, 1], [1, 1, 1, 0], [0, 1, 0, 0]]))
    assert features.widest(counted, ["c", "b", "a", "once"], most=2).names == ["b", "a"]


def test_neighbours_are_the_rest_of_the_turn_or_the_next_turn() -> None:
    """A question stands before the first segment of the answer; nothing stands across interviews."""
    segments = pd.DataFrame(
        {"interview": ["1", "1", "2"], "turn": [2, 2, 1], "start": [0, 9, 0], "text": ["Yes.", "No.", "Hm."]}
    )
    turns = pd.DataFrame(
        {
            "interview": ["1", "1", "1", "2"],
            "turn": [1, 2, 3, 1],
            "text": ["Why?", "Yes. No.", "I see.", "Hm."],
        }
    )
    found = surroundings(segments, turns)
    named = [*found.texts, "-"]
    assert [(named[b], named[a]) for b, a in zip(found.before, found.after, strict=True)] == [
        ("Why?", "No."),
        ("Yes.", "I see."),
        ("-", "-"),
    ]


def test_no_participant_and_no_family_is_in_two_folds() -> None:
    """Families join people, also by a chain of families, and folds are about equally long."""
    rng = np.random.default_rng(3)
    people = pd.Series(rng.integers(0, 30, 600).astype(str))
    family = people.map({str(n): f"f{n // 3}" if n < 9 else "" for n in range(30)})
    fold = folds(people, family, number=5, seed=1)
    refuse_random(fold, people, family)
    assert np.bincount(fold).min() > 80
    assert (fold == folds(people, family, number=5, seed=1)).all()


def test_a_random_fold_is_refused() -> None:
    """Folds that part a participant or a family are named and refused."""
    people, family = pd.Series(["p1", "p1", "p2", "p3"]), pd.Series(["", "", "f", "f"])
    with pytest.raises(ValueError, match="participant p1 is in several folds; family f is in several folds"):
        refuse_random(np.array([0, 1, 0, 1]), people, family)


def test_too_few_people_for_the_folds_is_said() -> None:
    """Two people of one family are one part; nobody's segment cannot be left out."""
    with pytest.raises(ValueError, match=r"2 folds need 2 .* come from 1"):
        folds(pd.Series(["p1", "p2"]), pd.Series(["f", "f"]), number=2, seed=1)
    with pytest.raises(ValueError, match=r"1 segment\(s\) have no participant"):
        folds(pd.Series(["p1", ""]), pd.Series(["", ""]), number=2, seed=1)


def test_left_out_scores_are_those_of_models_fitted_without_the_folds() -> None:
    """Every score equals a ridge regression fitted from nothing on the other folds."""
    rng = np.random.default_rng(5)
    x, fold = rng.normal(size=(60, 7)), rng.integers(0, 3, 60)
    y = (rng.random((60, 2)) < 0.4).astype(float)
    scores, weights = left_out(csr_array(x), y, fold, penalty=2.0)
    model = Ridge(alpha=2.0, fit_intercept=False)
    for f in range(3):
        for g in range(3):
            kept = (fold != f) & (fold != g)
            np.testing.assert_allclose(
                scores[f, fold == g], model.fit(x[kept], y[kept]).predict(x[fold == g])
            )
    np.testing.assert_allclose(weights[-1], model.fit(x, y).coef_.T)
    kept = fold != 1
    np.testing.assert_allclose(weights[1], model.fit(x[kept], y[kept]).coef_.T)


def test_a_model_that_saw_the_participant_would_flatter_itself() -> None:
    """Labels that belong to people, not words: left out they score by chance, a random fold looks perfect."""
    rng = np.random.default_rng(7)
    person = np.repeat(np.arange(20), 30)
    features_of_person = csr_array(np.eye(20)[person])
    label = (rng.random(20) < 0.5).astype(float)[person][:, None]
    grouped, _ = left_out(features_of_person, label, person % 5, penalty=1.0)
    random, _ = left_out(features_of_person, label, rng.integers(0, 5, 600), penalty=1.0)
    diagonal = grouped[person % 5, np.arange(600), 0]
    assert np.allclose(diagonal, 0)
    assert np.corrcoef(random[0, :, 0], label[:, 0])[0, 1] > 0.99


def test_platts_curve_is_the_logistic_regression_of_smoothed_targets() -> None:
    """A known curve is found again; a worthless or reversed score gives the prevalence."""
    rng = np.random.default_rng(11)
    scores = rng.normal(size=40_000)
    labels = (rng.random(40_000) < 1 / (1 + np.exp(-(2 * scores - 1)))).astype(float)
    curve = platt(scores, labels)
    assert curve.slope == pytest.approx(2, abs=0.05) and curve.intercept == pytest.approx(-1, abs=0.05)
    assert platt(-scores, labels).slope == 0
    assert platt(np.ones(4), np.array([1.0, 0, 0, 0]))(np.ones(1))[0] == pytest.approx(0.3, abs=0.05)
    with pytest.raises(ValueError, match="segments without it"):
        platt(scores, np.ones(40_000))


def test_a_bent_curve_is_right_where_a_score_tells_more_of_absence_than_of_presence() -> None:
    """Low scores are nearly sure, high ones are not: Platt's curve misses that, the bent one does not."""
    rng = np.random.default_rng(12)
    scores = rng.normal(size=20_000)
    odds = np.where(scores < 0, 2 * scores, 0.8 * scores) - 0.5
    labels = (rng.random(20_000) < 1 / (1 + np.exp(-odds))).astype(float)
    seen, other = slice(10_000), slice(10_000, None)
    straight, curved = (make(scores[seen], labels[seen]) for make in (platt, bent))
    errors = [calibration_error(c(scores[other]), labels[other], bins=10) for c in (straight, curved)]
    assert errors[0] > 0.03 and errors[1] < 0.02
    assert (np.diff(curved(np.linspace(-3, 3, 100))) >= 0).all()


def test_a_bent_curve_is_platts_where_that_is_right_or_labels_are_few() -> None:
    """On a logistic truth both agree; a dozen labels bend next to nothing; a reversed score stays flat."""
    rng = np.random.default_rng(13)
    scores = rng.normal(size=40_000)
    labels = (rng.random(40_000) < 1 / (1 + np.exp(-(2 * scores - 1)))).astype(float)
    at = np.linspace(-2, 2, 9)
    np.testing.assert_allclose(bent(scores, labels)(at), platt(scores, labels)(at), atol=0.02)
    np.testing.assert_allclose(
        bent(scores[:12], labels[:12])(at), platt(scores[:12], labels[:12])(at), atol=0.06
    )
    assert bent(-scores, labels).slope == 0


def test_a_curve_takes_a_segment_that_weighs_double_for_two() -> None:
    """Weights of whole numbers are repetition, in both curves, but for how far the targets are drawn in."""
    rng = np.random.default_rng(14)
    scores = rng.normal(size=600)
    labels = (rng.random(600) < 1 / (1 + np.exp(-(2 * scores - 1)))).astype(float)
    heavy = rng.integers(1, 4, size=600)
    for make in (platt, bent):
        weighed = make(scores, labels, heavy.astype(float))
        repeated = make(np.repeat(scores, heavy), np.repeat(labels, heavy))
        np.testing.assert_allclose(weighed(scores), repeated(scores), atol=1e-8)


def test_calibration_error_tells_overconfidence() -> None:
    """Certain and half wrong is an error of one half; the right share is none."""
    labels = np.array([1.0, 0, 1, 0])
    assert calibration_error(np.ones(4), labels, bins=10) == 0.5
    assert calibration_error(np.full(4, 0.5), labels, bins=10) == 0
    assert np.isnan(calibration_error(np.zeros(0), np.zeros(0), bins=10))


def test_the_threshold_is_the_best_of_all() -> None:
    """No other threshold has a larger kappa; ties of probability are never parted."""
    rng = np.random.default_rng(13)
    p = rng.integers(0, 20, 300) / 20
    y = (rng.random(300) < p * 0.6).astype(float)
    at = best(p, y)
    values = [
        float(kappa(((p >= t) * y).sum(), (p >= t).sum(), y.sum(), 300)) for t in np.arange(0.025, 1, 0.05)
    ]
    assert float(kappa(((p >= at) * y).sum(), (p >= at).sum(), y.sum(), 300)) == pytest.approx(max(values))


def test_no_threshold_is_better_than_chance_where_scores_know_nothing() -> None:
    """Equal probabilities, or none with the theme: nothing is coded."""
    assert best(np.full(5, 0.3), np.array([1.0, 0, 0, 0, 0])) > 1
    assert best(np.array([0.1, 0.9]), np.zeros(2)) > 1
