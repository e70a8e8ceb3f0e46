"""How often the tests err, by simulation and by enumeration, at 12 against 26 unless another split is named.

python benchmarks/error_rates.py --runs 10000 --out benchmarks/tables/error_rates.csv
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from peerstudy.statistics import (
    exact2x2,
    keyness,
    multiplicity,
    permutation,
    proportions,
    ranks,
    richness,
    studentised,
    verification,
)

Floats = NDArray[np.float64]
Row = tuple[str, str, float, str]

FIRST = np.repeat([1, 0], [12, 26])
THEMES = 20
BASE = np.linspace(0.1, 0.6, THEMES)
METHODS = ("maxT of the score", "maxT of Welch's t", "Bonferroni-Fisher", "unadjusted Fisher")


def assigned(first: NDArray[np.int64], permutations: int = 999) -> NDArray[np.int64]:
    """Reassignments of participants."""
    return permutation.assignments(first, strata=None, families=None, permutations=permutations, seed=1)


def shares(rng: np.random.Generator, mean: Floats, icc: float, size: tuple[int, ...]) -> Floats:
    """Share of about 60 segments that a person gives a theme, people differing by beta."""
    spread = icc / (1 - icc)
    length = 5 + rng.negative_binomial(4, 4 / 59, size)
    return rng.binomial(length, rng.beta(mean / spread, (1 - mean) / spread, size)) / length


def exact_sizes() -> Iterator[Row]:
    """Largest error of exact tests over all proportions, enumerated."""
    for n1, n2 in ((12, 26), (19, 19), (8, 30)):
        found = exact2x2.size(exact2x2.all_pvalues(n1, n2, gamma=1e-4), alpha=0.05)
        yield f"exact test, size at {n1}/{n2}, enumerated", "presence", found, "at most .0500"


def permutation_error(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """False findings of the studentised permutation, people alike in both groups or unlike in spread."""
    for people, icc in (((12, 26), 0.1), ((19, 19), 0.1), ((8, 30), 0.1), ((12, 26), 0.3)):
        first = np.repeat([1, 0], people)
        values = shares(rng, np.full((38, 1), 0.15), icc, (38, runs))
        p = by_blocks(values, first)
        what = f"permutation, false findings, {people[0]}/{people[1]}, ICC {icc}"
        yield what, "salience", p, ".043 to .057"
    spread = np.where(FIRST, 2.0, 1.0)[:, None]
    p = by_blocks(rng.normal(0, spread, (38, runs)), FIRST)
    yield "permutation, false findings, smaller group twice the spread", "salience", p, ""


def by_blocks(values: Floats, first: NDArray[np.int64]) -> float:
    """Share of studies (columns) with p at most .05, each block with its own reassignments."""
    found = []
    for seed, block in enumerate(np.array_split(np.arange(values.shape[1]), max(values.shape[1] // 500, 1))):
        moved = permutation.assignments(first, strata=None, families=None, permutations=999, seed=seed)
        observed, permuted = (studentised.welch(values[:, block], labels) for labels in (first, moved))
        found.append(permutation.pvalues(observed, permuted) <= 0.05)
    return float(np.concatenate(found).mean())


def presence(rng: np.random.Generator, correlation: float, gain: Floats) -> Floats:
    """Who speaks of each theme: latent normal, equally correlated, likelier by `gain` in the first group."""
    common = rng.normal(size=(38, 1)) * np.sqrt(correlation)
    latent = common + rng.normal(size=(38, THEMES)) * np.sqrt(1 - correlation)
    chance = BASE + np.where(FIRST[:, None], gain, 0.0)
    return (stats.norm.cdf(latent) < chance).astype(float)


def family_errors(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """Any false finding among 20 themes, and the power to find four of them."""
    moved = assigned(FIRST)
    fisher = np.array([[exact2x2.fisher(a, 12, b, 26) for b in range(27)] for a in range(13)])
    for correlation in (0.0, 0.3, 0.7):
        studies = (presence(rng, correlation, np.zeros(THEMES)) for _ in range(runs))
        rates = np.mean([finds(said, moved, fisher).any(1) for said in studies], axis=0)
        for name, rate in zip(METHODS, rates, strict=True):
            what = f"any false finding among 20 themes, {name}, correlation {correlation}"
            yield what, "presence", rate, ".040 to .055" if name == METHODS[0] else ""
    for added in (0.4, 0.5):
        gain = np.where(np.isin(np.arange(THEMES), [2, 4, 6, 8]), added, 0.0)
        found = np.array([finds(presence(rng, 0.3, gain), moved, fisher) for _ in range(runs // 5)])
        power = found[..., gain > 0].mean((0, 2))
        for name, rate in zip(METHODS[:3], power, strict=False):
            yield f"power for +{added}, {name}", "presence", rate, ""
        more, bar = power[0] - power[2], "at least .07" if added == 0.4 else ""
        yield f"power for +{added}, {METHODS[0]} less {METHODS[2]}", "presence", more, bar


def finds(said: Floats, moved: NDArray[np.int64], fisher: Floats) -> NDArray[np.bool_]:
    """Themes found by maxT, by maxT of Welch's t, by Bonferroni-Fisher and by Fisher alone: (4, themes)."""
    tests = (studentised.pooled, studentised.welch)
    adjusted = [multiplicity.max_t(test(said, FIRST), test(said, moved)) for test in tests]
    raw = fisher[said[FIRST == 1].sum(0).astype(int), said[FIRST == 0].sum(0).astype(int)]
    # A theme of everybody or nobody is NaN, which is never found.
    return np.array([p <= 0.05 for p in (*adjusted, raw * THEMES, raw)])


def auc_coverage(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """How often the logit interval holds the true AUC of two normal groups."""
    for truth in (0.50, 0.78, 0.91):
        shift = np.sqrt(2) * stats.norm.ppf(truth)
        draws = rng.normal(size=(runs, 38)) + shift * FIRST
        limits = np.array([ranks.auc(x[FIRST == 1], x[FIRST == 0], level=0.95)[1:] for x in draws])
        covered = np.mean((limits[:, 0] <= truth) & (truth <= limits[:, 1]))
        yield f"AUC interval, coverage at AUC {truth}", "salience", covered, ".945 to .970"


def verified(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """Presence by reading what the machine found and auditing the rest, 35% of segments read in all."""
    pvalues = exact2x2.all_pvalues(12, 26, gamma=1e-4)
    plans = {
        "+.45": (np.where(FIRST, 0.70, 0.25), np.full(38, 0.75)),
        "no difference, sensitivity .5 against .9": (np.full(38, 0.5), np.where(FIRST, 0.5, 0.9)),
    }
    for plan, (chance, sensitivity) in plans.items():
        truth = chance[0] - chance[-1]
        found = [read(rng, chance, sensitivity) for _ in range(runs)]
        limits = [proportions.miettinen_nurminen(a, 12, b, 26, level=0.95)[1:] for a, b, _ in found]
        low, high = np.array(limits).T
        difference = np.array([a / 12 - b / 26 for a, b, _ in found])
        naive = np.array([n for _, _, n in found])
        p = np.array([pvalues[a, b] for a, b, _ in found])
        covered = np.mean((low <= truth + 1e-9) & (truth - 1e-9 <= high))
        yield f"verified presence, {plan}: coverage", "presence", covered, "at least .94"
        yield f"verified presence, {plan}: bias", "presence", difference.mean() - truth, "at most .035"
        yield f"machine presence, {plan}: bias", "presence", naive.mean() - truth, ""
        yield f"verified presence, {plan}: share with p <= .05", "presence", np.mean(p <= 0.05), ""


def read(rng: np.random.Generator, chance: Floats, sensitivity: Floats) -> tuple[int, int, float]:
    """One study: people verified as present in each group, and the machine's difference in presence."""
    length = 5 + rng.negative_binomial(4, 4 / 59, 38)
    who = np.repeat(np.arange(38), length)
    mentions = np.where(rng.random(38) < chance, 1 + rng.poisson(2, 38), 0)
    place = rng.random(len(who))
    rank = np.concatenate([np.argsort(np.argsort(place[who == i])) for i in range(38)])
    truth = rank < mentions[who]
    found = rng.random(len(who)) < np.where(truth, sensitivity[who], 0.05)
    label = np.where(found, truth.astype(float), np.nan)
    budget = max(round(0.35 * len(who)) - int(found.sum()), 0)
    quota = verification.audit(verification.verified_presence(who, label), segments=budget)
    order = np.lexsort((rng.random(len(who)), ~np.isnan(label), who))
    turn = np.empty(len(who), dtype=int)
    turn[order] = np.arange(len(who)) - np.repeat(np.cumsum(length) - length, length)
    label = np.where(np.isnan(label) & (turn < quota[who]), truth.astype(float), label)
    present = verification.verified_presence(who, label).present
    naive = np.bincount(who, found) > 0
    machine = naive[FIRST == 1].mean() - naive[FIRST == 0].mean()
    return int(present[FIRST == 1].sum()), int(present[FIRST == 0].sum()), float(machine)


def saturation(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """Error of the coverage estimate after 38 interviews, many codes being rare."""
    gaps = []
    for _ in range(runs):
        rates = rng.beta(0.5, 4, 60)
        said = rng.random((38, 60)) < rates
        gaps.append(richness.coverage(said.sum(0), 38) - rates[said.any(0)].sum() / rates.sum())
    yield "Good-Turing coverage, mean absolute error", "saturation", np.mean(np.abs(gaps)), "at most .015"
    yield "Good-Turing coverage, bias", "saturation", np.mean(gaps), ""


def vocabulary(rng: np.random.Generator, studies: int) -> Iterator[Row]:
    """Words called key between random groups; people have habits of their own."""
    moved, found, ranked, corpus = assigned(FIRST, 1999), [], [], []
    for _ in range(studies):
        words = rng.integers(500, 4000, 38)
        rates = rng.gamma(0.5, 2 * rng.uniform(0.0005, 0.01, 176), (38, 176))
        counts = rng.poisson(rates * words[:, None])
        tested = keyness.by_participant(counts, words, FIRST, moved)
        found.append(tested.p)
        ranked.append(tested.p_ranks)
        one, two = counts[FIRST == 1].sum(0), counts[FIRST == 0].sum(0)
        sizes = words[FIRST == 1].sum(), words[FIRST == 0].sum()
        corpus.append(stats.chi2.sf(keyness.log_likelihood(one, two, *sizes), 1))
    for name, p in (("participants", found), ("ranks", ranked), ("log-likelihood", corpus)):
        for level, bar in ((0.05, "at most .06"), (0.001, "at most .002")):
            shown = "" if name == "log-likelihood" else bar
            rate = float(np.mean(np.array(p) <= level))
            yield f"words called key at {level}, {name}", "vocabulary", rate, shown


def main() -> None:
    """Run everything and write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=10000)
    parser.add_argument("--out", type=Path, default=Path("benchmarks/tables/error_rates.csv"))
    given = parser.parse_args()
    rng = np.random.default_rng(1)
    rows = [
        *exact_sizes(),
        *permutation_error(rng, given.runs),
        *family_errors(rng, given.runs),
        *auc_coverage(rng, 4 * given.runs),
        *verified(rng, given.runs),
        *saturation(rng, given.runs // 5),
        *vocabulary(rng, max(given.runs // 100, 1)),
    ]
    table = pd.DataFrame(rows, columns=["what", "measure", "rate", "bar"])
    table.round(4).to_csv(given.out, index=False, lineterminator="\n")
    print(table.round(4).to_string(index=False))


if __name__ == "__main__":
    main()
