"""How many hand codes a coder needs: `python benchmarks/coders_labels.py ANNOMI.csv --vectors FILE`.

Kappa on conversations never seen, mean of five folds and five draws, after learning from N segments of the
others: drawn at random, or 50 at random and then in steps of 25 where the coder is least sure. The standard
error of their difference is that of folds and draws, the same for both. As in a study, curves and weights of
the blend come from the N segments, videos left out in five parts, and thresholds from those of them that were
drawn at random; FILE is an npz of texts and vectors (`coders_vectors.py`). Beside them stands what is usually
done: scikit-learn's TF-IDF of words and runs of letters with a linear support vector machine, and a linear
head: its logistic regression, as it comes, on each segment's own vector.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
from coders import FOLDS, PENALTY, SEED, SENTENCES, WORDS, Talk, annomi, report, vectors
from scipy.sparse import csr_array, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from peerstudy.coders import folds, mixing, thresholds, views
from peerstudy.coders.calibration import balanced, bent, platt
from peerstudy.coders.vectors import Centred

STEP = 25
SIZES = [50, 100, 200, 400, 1600]
CODES = ["question", "reflection", "therapist_input", "change"]

# Labels, taught segments and how many of them, the first, were drawn -> probabilities of all, threshold.
Learner = Callable[[np.ndarray, np.ndarray, int], tuple[np.ndarray, float]]
# Of each fold and draw: which segments are judged, and the others in random order.
Draws = list[tuple[np.ndarray, np.ndarray]]


def ridge(*alike: np.ndarray, person: pd.Series, family: pd.Series) -> Learner:
    """The package's way: least squares, curves, the blend if there are several views, the threshold.

    Each view is given by the products of all segments' features, segments x segments.
    """

    def learn(label: np.ndarray, taught: np.ndarray, fair: int) -> tuple[np.ndarray, float]:
        truth = label[taught]
        if truth.min() == truth.max():
            return np.full(len(label), truth[0]), 1.5
        seen, unseen = [], []
        heavy = balanced(np.arange(len(taught)) < fair)
        fold = folds.folds(person.iloc[taught], family.iloc[taught], number=FOLDS, seed=SEED)
        for view in alike:
            inverse = np.linalg.inv(view[np.ix_(taught, taught)] + PENALTY * np.eye(len(taught)))
            weight = inverse @ truth
            left_out = truth.copy()
            for part in (np.flatnonzero(fold == number) for number in range(FOLDS)):
                left_out[part] -= np.linalg.solve(inverse[np.ix_(part, part)], weight[part])
            curve = platt(left_out, truth, heavy)
            seen.append(curve.odds(view[taught].T @ weight))
            unseen.append(curve.odds(left_out))
        share = mixing.best(np.column_stack(unseen), truth, pd.factorize(person.iloc[taught])[0], heavy)
        curve = bent(np.column_stack(unseen) @ share, truth, heavy)
        drawn = curve(np.column_stack(unseen)[:fair] @ share)
        return curve(np.column_stack(seen) @ share), thresholds.expected(drawn)

    return learn


def plain(texts: pd.Series) -> Learner:
    """What is usually done; the distance to the plane is squeezed only to rank."""
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True).fit_transform(texts)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True)
    features = csr_array(hstack([words, letters.fit_transform(texts)], format="csr"))

    def learn(label: np.ndarray, taught: np.ndarray, fair: int) -> tuple[np.ndarray, float]:
        if label[taught].min() == label[taught].max():
            return label[taught][0] * np.ones(len(label)), 1.5
        machine = LinearSVC(class_weight="balanced").fit(features[taught], label[taught])
        return 1 / (1 + np.exp(-machine.decision_function(features))), 0.5

    return learn


def linear(known: np.ndarray) -> Learner:
    """A linear head on the segments' own vectors: logistic regression of balanced classes."""

    def learn(label: np.ndarray, taught: np.ndarray, fair: int) -> tuple[np.ndarray, float]:
        if label[taught].min() == label[taught].max():
            return label[taught][0] * np.ones(len(label)), 1.5
        machine = LogisticRegression(class_weight="balanced", max_iter=1000)
        return machine.fit(known[taught], label[taught]).predict_proba(known)[:, 1], 0.5

    return learn


def calibrated(known: np.ndarray, *, person: pd.Series, family: pd.Series) -> Learner:
    """The same head with a curve through segments of people left out, and the threshold of those drawn."""

    def learn(label: np.ndarray, taught: np.ndarray, fair: int) -> tuple[np.ndarray, float]:
        truth = label[taught]
        if truth.min() == truth.max():
            return np.full(len(label), truth[0]), 1.5
        machine = LogisticRegression(class_weight="balanced", max_iter=1000)
        fold = folds.folds(person.iloc[taught], family.iloc[taught], number=FOLDS, seed=SEED)
        left_out = np.zeros(len(taught))
        for part in (fold == number for number in range(FOLDS)):
            if part.any() and truth[~part].min() < truth[~part].max():
                machine.fit(known[taught[~part]], truth[~part])
                left_out[part] = machine.decision_function(known[taught[part]])
        curve = platt(left_out, truth, balanced(np.arange(len(taught)) < fair))
        machine.fit(known[taught], truth)
        return curve(machine.decision_function(known)), thresholds.expected(curve(left_out)[:fair])

    return learn


def kappa(scores: np.ndarray, cut: float, label: np.ndarray) -> float:
    """Agreement of the decisions."""
    coded = scores >= cut
    value = float(thresholds.kappa((coded * label).sum(), coded.sum(), label.sum(), len(label)))
    return 0.0 if np.isnan(value) else value


def draws(fold: np.ndarray, *, number: int, seed: int) -> Draws:
    """So many of each fold."""
    return [
        (fold == f, np.random.default_rng([seed, f, n]).permutation(np.flatnonzero(fold != f)))
        for f in range(FOLDS)
        for n in range(number)
    ]


def at_random(learn: Learner, label: np.ndarray, drawn: Draws) -> np.ndarray:
    """Kappa of each fold and draw at each size, segments drawn at random."""
    found = []
    for test, pool in drawn:
        made = [learn(label, pool[:size], size) for size in SIZES]
        found.append([kappa(scores[test], cut, label[test]) for scores, cut in made])
    return np.array(found)


def in_steps(learn: Learner, label: np.ndarray, drawn: Draws) -> np.ndarray:
    """Kappa of each fold and draw at each size but the last, chosen by how near to one half they are."""
    found = []
    for test, pool in drawn:
        taught, row = pool[: SIZES[0]], []
        while len(row) < len(SIZES) - 1:
            probability, cut = learn(label, taught, SIZES[0])
            if len(taught) in SIZES:
                row.append(kappa(probability[test], cut, label[test]))
            ranked = pool[np.argsort(np.abs(probability[pool] - 0.5), kind="stable")]
            taught = np.concatenate([taught, ranked[~np.isin(ranked, taught)][:STEP]])
        found.append(row)
    return np.array(found)


def coders(talk: Talk, known: dict[str, np.ndarray]) -> dict[str, Learner]:
    """What is usually done, and the package's coders that learn."""
    lesson, people = talk.lesson, {"person": talk.segments["participant"], "family": talk.family}
    words = views.words(talk.segments, talk.turns, lesson.taught, talk.patterns, **WORDS)
    given = (talk.segments, talk.turns, known, lesson.taught, talk.patterns)
    sentences = views.sentences(*given, how=SENTENCES, seed=SEED)
    features = [words.rows(talk.segments).toarray(), sentences.rows(talk.segments)]
    alike = [rows @ rows.T for rows in features]
    own = Centred(talk.segments["text"], known)(np.arange(len(lesson.fold)))
    return {
        "plain TF-IDF": plain(talk.segments["text"]),
        "linear head": linear(own),
        "linear head, calibrated": calibrated(own, **people),
        "classifier": ridge(alike[0], **people),
        "embeddings": ridge(alike[1], **people),
        "blend": ridge(*alike, **people),
    }


def lines(
    talk: Talk, known: dict[str, np.ndarray], *, only: list[str], number: int, seed: int
) -> list[dict[str, object]]:
    """One line a code, coder and way of choosing; 400 chosen less 1,600 at random, draw by draw."""
    dealt = draws(talk.lesson.fold, number=number, seed=seed)
    learners = {name: learn for name, learn in coders(talk, known).items() if not only or name in only}
    codes = [code for task in talk.tasks for code in task.codes]
    made = []
    for code in [code for code in CODES if code in codes]:
        label = talk.labels[:, codes.index(code)]
        for coder, learn in learners.items():
            drawn = at_random(learn, label, dealt)
            made.append({"code": code, "coder": coder, "chosen": "at random", **shown(drawn)})
            if coder != "plain TF-IDF":
                chosen = in_steps(learn, label, dealt)
                less = chosen[:, -1] - drawn[:, -1]
                error = less.std(ddof=1) / np.sqrt(len(less))
                made.append({"code": code, "coder": coder, "chosen": "least sure", **shown(chosen)})
                made[-1]["400 less 1600"] = f"{less.mean():.3f} ± {error:.3f}"
            print(*made[-1].values(), file=sys.stderr, flush=True)
    return made


def shown(found: np.ndarray) -> dict[str, str]:
    """Mean of folds and draws at each size."""
    means = zip(SIZES, found.mean(axis=0), strict=False)
    return {**{str(size): "" for size in SIZES}, "400 less 1600": ""} | {str(n): f"{m:.3f}" for n, m in means}


def main() -> None:
    """The table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("annomi", type=Path)
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="CSV file for the table")
    parser.add_argument("--draws", type=int, default=5, help="of segments, in each fold")
    parser.add_argument("--seed", type=int, default=SEED, help="of the draws")
    parser.add_argument("--only", nargs="*", default=[], help="these coders")
    arguments = parser.parse_args()
    known = vectors(arguments.vectors)
    how = {"only": arguments.only, "number": arguments.draws, "seed": arguments.seed}
    rows = [row for talk in annomi(arguments.annomi) for row in lines(talk, known, **how)]
    columns = ("code", "coder", "chosen", *map(str, SIZES), "400 less 1600")
    report([{name: row[name] for name in columns} for row in rows], arguments.out)


if __name__ == "__main__":
    main()
