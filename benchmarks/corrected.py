#!/usr/bin/env python3
"""Corrected, naive and labels-only comparisons of real talk, against what hand codes of everything say.

    benchmarks/corrected.py SOURCE          SOURCE holds AnnoMI-full.csv

Conversations of low and high counselling quality. A simple coder (TF-IDF and logistic regression) learns from
other videos only. In each draw the videos of each group are drawn with replacement, 15 % of the utterances of
each conversation are hand-coded, and the difference is estimated with its interval. Videos with conversations
of both groups are listed and left out.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import cohen_kappa_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline

from peerstudy import tables
from peerstudy.statistics import designbased, permutation, studentised

CODES = {
    "reflection": ("therapist", "reflection_exists", "True"),
    "therapist input": ("therapist", "therapist_input_exists", "True"),
    "question": ("therapist", "question_exists", "True"),
    "change talk": ("client", "client_talk_type", "change"),
}
SHARE, LEAST, FOLDS, PERMUTATIONS = 0.15, 4, 5, 199
SPLITS = 4  # random splits for each draw, which are cheap
Floats = NDArray[np.float64]
METHODS = ["all by hand", "naive machine", "labels alone", "corrected"]


def main() -> None:
    """Read the command line and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path, help="folder of AnnoMI-full.csv")
    parser.add_argument("--draws", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    rows = tables.read_plain(given.source / "AnnoMI-full.csv")
    rows = rows[rows["annotator_id"] == rows.groupby("transcript_id")["annotator_id"].transform("first")]
    print_left_out(rows)
    print("| code | kappa | true difference | method | bias | covers | width | width / labels alone |")
    print("|---|---|---|---|---|---|---|---|")
    splits = []
    for code, (speaker, column, value) in CODES.items():
        said = rows[rows["interlocutor"] == speaker].reset_index(drop=True)
        truth = (said[column] == value).to_numpy(float)
        guess = cross_fitted(said["utterance_text"], truth, said["video_url"])
        print_code(code, said, truth, guess, given.draws, given.seed)
        splits.append((code, *false_findings(said, truth, guess, SPLITS * given.draws, given.seed)))
        sys.stdout.flush()
    print("\n| code | random splits of the high group: by hand | corrected | segments as if independent |")
    print("|---|---|---|---|")
    for code, *rates in splits:
        print(f"| {code} | " + " | ".join(f"{rate:.3f}" for rate in rates) + " |")


def cross_fitted(texts: "pd.Series[str]", truth: Floats, families: "pd.Series[str]") -> Floats:
    """Probability of each utterance from a coder that never saw its video."""
    guess = np.empty(len(truth))
    for train, test in GroupKFold(FOLDS).split(texts, groups=families):
        coder = make_pipeline(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LogisticRegression(C=10.0)
        )
        coder.fit(texts.iloc[train], truth[train])
        guess[test] = coder.predict_proba(texts.iloc[test])[:, 1]
    return guess


def print_left_out(rows: pd.DataFrame) -> None:
    """List videos with conversations of both groups."""
    held = rows.drop_duplicates("transcript_id").sort_values("video_url", kind="stable")
    both = held[held.groupby("video_url")["mi_quality"].transform("nunique") > 1]
    print("left out, one video in both groups:", ", ".join(both["transcript_id"] + " " + both["mi_quality"]))


def cohort(said: pd.DataFrame) -> pd.DataFrame:
    """One row a conversation: video, group and the rows of its utterances; videos of both groups left out."""
    places = said.groupby("transcript_id").indices
    held = said.drop_duplicates("transcript_id")[["transcript_id", "video_url", "mi_quality"]]
    held = held.assign(places=[places[name] for name in held["transcript_id"]])
    crossing = permutation.crossing(held["video_url"].to_numpy(str), held["mi_quality"].to_numpy(str))
    return held[~held["video_url"].isin(crossing)].reset_index(drop=True)


def shares(
    places: list[NDArray[np.int64]], truth: Floats, guess: Floats, rng: np.random.Generator
) -> dict[str, Floats]:
    """Share of each conversation by each method, after a new blind draw."""
    who = np.repeat(np.arange(len(places)), [len(p) for p in places])
    at = np.concatenate(places)
    label, chance = np.full(len(at), np.nan), np.empty(len(at))
    start = 0
    for own in places:
        number = min(len(own), max(LEAST, round(SHARE * len(own))))
        drawn = start + rng.choice(len(own), number, replace=False)
        label[drawn], chance[start : start + len(own)] = truth[at[drawn]], number / len(own)
        start += len(own)
    weight = np.ones(len(at))
    size = np.bincount(who)
    return {
        "all by hand": np.bincount(who, truth[at]) / size,
        "naive machine": np.bincount(who, guess[at] >= 0.5) / size,
        "labels alone": designbased.labels_alone(who, label, chance, weight),
        "corrected": designbased.tuned(who, guess[at], label, chance, weight).salience,
    }


def print_code(code: str, said: pd.DataFrame, truth: Floats, guess: Floats, draws: int, seed: int) -> None:
    """Bias, coverage and width of each method over draws of videos with replacement."""
    held = cohort(said)
    low = (held["mi_quality"] == "low").to_numpy()
    mean = np.array([truth[p].mean() for p in held["places"]])
    target = mean[low].mean() - mean[~low].mean()
    rng = np.random.default_rng(seed)
    found: dict[str, list[tuple[float, bool, float]]] = {method: [] for method in METHODS}
    for _ in range(draws):
        people, first, family = resampled(held, rng)
        moved = permutation.assignments(
            first, strata=None, families=family, permutations=PERMUTATIONS, seed=int(rng.integers(2**31))
        )
        for method, share in shares(people, truth, guess, rng).items():
            interval = permutation.difference_interval(share, first, moved, strata=None, level=0.95)
            covers = interval.low <= target <= interval.high
            found[method].append((interval.estimate - target, covers, interval.high - interval.low))
    kappa = cohen_kappa_score(truth, guess >= 0.5)
    base = np.mean([width for *_, width in found["labels alone"]])
    for method in METHODS:
        bias, covers, width = np.mean(np.array(found[method], dtype=float), axis=0)
        cells = [
            code,
            f"{kappa:.2f}",
            f"{target:+.3f}",
            method,
            f"{bias:+.3f}",
            f"{covers:.3f}",
            f"{width:.3f}",
        ]
        print("| " + " | ".join([*cells, f"{width / base:.2f}"]) + " |")


def resampled(
    held: pd.DataFrame, rng: np.random.Generator
) -> tuple[list[NDArray[np.int64]], NDArray[np.bool_], NDArray[np.int64]]:
    """Videos of each group drawn with replacement: utterances of each conversation, group, video as drawn."""
    people: list[NDArray[np.int64]] = []
    first: list[bool] = []
    family: list[int] = []
    drawn = 0
    for group in ("low", "high"):
        videos = [list(v["places"]) for _, v in held[held["mi_quality"] == group].groupby("video_url")]
        for video in rng.integers(len(videos), size=len(videos)):
            people += videos[video]
            first += [group == "low"] * len(videos[video])
            family += [drawn] * len(videos[video])
            drawn += 1
    return people, np.array(first), np.array(family)


def false_findings(
    said: pd.DataFrame, truth: Floats, guess: Floats, draws: int, seed: int
) -> tuple[float, float, float]:
    """How often random thirds of the high group differ from the rest: by hand, corrected, by segments."""
    held = cohort(said)
    held = held[held["mi_quality"] == "high"].reset_index(drop=True)
    videos = np.unique(held["video_url"])
    families = held["video_url"].to_numpy(str)
    rng = np.random.default_rng(seed + 1)
    called = []
    for _ in range(draws):
        first = np.isin(families, rng.choice(videos, len(videos) // 3, replace=False))
        moved = permutation.assignments(
            first, strata=None, families=families, permutations=PERMUTATIONS, seed=int(rng.integers(2**31))
        )
        people = list(held["places"])
        share = shares(people, truth, guess, rng)
        values = np.column_stack([share["all by hand"], share["corrected"]])
        p = permutation.pvalues(studentised.welch(values, first), studentised.welch(values, moved))
        one, two = (
            truth[np.concatenate([p for p, i in zip(people, first, strict=True) if i == side])]
            for side in (True, False)
        )
        pooled = truth[np.concatenate(people)].mean()
        z = (one.mean() - two.mean()) / np.sqrt(pooled * (1 - pooled) * (1 / len(one) + 1 / len(two)))
        called.append([*(p <= 0.05), abs(z) > 1.96])
    by_hand, corrected, by_segments = np.mean(called, axis=0)
    return float(by_hand), float(corrected), float(by_segments)


if __name__ == "__main__":
    main()
