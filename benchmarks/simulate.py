"""Corrected salience in a grid of studies: bias, coverage, false findings, width; the naive estimate beside.

    python benchmarks/simulate.py --runs 2000 --out benchmarks/tables/simulation.csv
    python benchmarks/simulate.py --summary benchmarks/tables/simulation.csv

A table that exists is continued where it stops: delete it to begin anew.

People differ (beta); so does how well the machine reads each of them (beta, concentration 20). Segments a
person are negative binomial. Hand codes are a simple random sample within every person, four at least.
Intervals and tests are those of the package: the permutation test of Welch's t, inverted. A difference is
covered if the test does not reject it. As in the workflow, a comparison is withheld where few positives are
expected in such studies, and in each study where so many people are alike that no p-value of 5 % exists.
Cells that miss a bar, or come within a standard error of it, are simulated anew with --again studies, and
those count.
"""

import argparse
import itertools
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from peerstudy.statistics import designbased, misclassification, permutation, studentised

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

# Sensitivity and specificity in the first (smaller) and in the second group.
ERRORS = {
    "none": ((1.0, 1.0), (1.0, 1.0)),
    "same": ((0.75, 0.95), (0.75, 0.95)),
    "differential": ((0.55, 0.97), (0.85, 0.93)),
    "poor": ((0.50, 0.90), (0.50, 0.90)),
    "good": ((0.92, 0.98), (0.92, 0.98)),
}
PERMUTATIONS = 499
LEVEL, COVERAGE, FALSE = 0.05, (0.93, 0.97), 0.065

# A comparison with fewer positive segments expected, or hand-coded, in a group is withheld.
EXPECTED, HAND = 10, 3
ESTIMATORS = ("human", "naive", "labels", "corrected")


class Cell(NamedTuple):
    """One kind of study."""

    first: float
    second: float
    icc: float
    error: str
    people: tuple[int, int]
    share: float
    segments: int


def grid() -> list[Cell]:
    """Every kind of study of the release: no difference at three levels, and .25 against .12."""
    levels = [(0.04, 0.04), (0.15, 0.15), (0.40, 0.40), (0.25, 0.12)]
    others = [(0.02, 0.10, 0.30), ERRORS, [(12, 26), (19, 19), (8, 30)], (0.10, 0.15, 0.30), (15, 60)]
    return [Cell(*level, *rest) for level, *rest in itertools.product(levels, *others)]


def studies(rng: np.random.Generator, cell: Cell, runs: int) -> tuple[Integers, Integers]:
    """Segments by truth and machine code (11, 10, 01, 00), all and labelled: shape (runs, people, 4)."""
    inside = np.repeat([0, 1], cell.people)
    shape = (runs, len(inside))
    mean = np.array([cell.first, cell.second])[inside]
    spread = cell.icc / (1 - cell.icc)
    rate = rng.beta(mean / spread, (1 - mean) / spread, shape)
    quality = np.array(ERRORS[cell.error])[inside].T
    perfect = quality == 1
    drawn = rng.beta(20 * quality[:, None], np.where(perfect, 1, 20 * (1 - quality))[:, None], (2, *shape))
    sensitivity, specificity = np.where(perfect[:, None], 1.0, drawn)
    chances = [rate * sensitivity, rate * (1 - sensitivity), (1 - rate) * (1 - specificity)]
    length = 5 + rng.negative_binomial(4, 4 / (cell.segments - 1), shape)
    counts = rng.multinomial(length, np.stack([*chances, (1 - rate) * specificity], -1))
    number = np.minimum(length, np.maximum(4, np.round(cell.share * length))).astype(int)
    # A multivariate hypergeometric draw, one kind of segment at a time.
    labelled, left, wanted = np.zeros_like(counts), length.copy(), number.copy()
    for kind in range(3):
        labelled[..., kind] = rng.hypergeometric(counts[..., kind], left - counts[..., kind], wanted)
        left, wanted = left - counts[..., kind], wanted - labelled[..., kind]
    labelled[..., 3] = wanted
    return counts, labelled


def salience(counts: Integers, drawn: Integers) -> tuple[Floats, ...]:
    """Each person's salience: every segment hand-coded, the machine's, labels alone, and corrected."""
    kinds = np.concatenate([drawn, counts - drawn], axis=1)
    who = np.repeat(np.arange(len(counts)), kinds.sum(1))
    kind = np.repeat(np.tile(np.arange(8), len(counts)), kinds.ravel())
    label = np.where(kind < 4, (kind % 4 < 2).astype(float), np.nan)
    coded = (kind % 2 == 0).astype(float)
    length, number = counts.sum(1), drawn.sum(1)
    tuned = designbased.tuned(who, coded, label, (number / length)[who], np.ones(len(who)))
    human, naive = counts[:, :2].sum(1) / length, counts[:, ::2].sum(1) / length
    return human, naive, drawn[:, :2].sum(1) / number, tuned.salience


def rejected(values: Floats, first: Integers, moved: Integers, shift: float) -> Floats:
    """For each study (column), whether the permutation test rejects this difference at 5%."""
    shifted = values - shift * first[:, None]
    p = permutation.pvalues(studentised.welch(shifted, first), studentised.welch(shifted, moved))
    # A study in which no value differs cannot reject.
    return np.where(np.isnan(p), 0.0, p <= LEVEL)


def welch_width(values: Floats, first: Integers) -> float:
    """Mean width of Welch's 95% interval."""
    one, two = values[first == 1], values[first == 0]
    errors = one.var(0, ddof=1) / len(one), two.var(0, ddof=1) / len(two)
    error = np.maximum(errors[0] + errors[1], 1e-12)
    freedom = error**2 / (errors[0] ** 2 / (len(one) - 1) + errors[1] ** 2 / (len(two) - 1) + 1e-30)
    return float(np.mean(2 * stats.t.ppf(0.975, np.maximum(freedom, 1)) * np.sqrt(error)))


def simulate(cell: Cell, *, runs: int, seed: int) -> dict[str, Any]:
    """One row of the table: `runs` studies of a kind."""
    rng = np.random.default_rng(seed)
    first = np.repeat([1, 0], cell.people)
    counts, labelled = studies(rng, cell, runs)
    found = [salience(*study) for study in zip(counts, labelled, strict=True)]
    values = dict(zip(ESTIMATORS, np.stack(found, 2), strict=True))
    moved = permutation.assignments(first, strata=None, families=None, permutations=PERMUTATIONS, seed=seed)
    truth = cell.first - cell.second
    positive = [n[..., :2].sum(-1).mean(0) for n in (counts, labelled)]
    expected = [(float(n[first == 1].sum()), float(n[first == 0].sum())) for n in positive]
    row: dict[str, Any] = cell._asdict() | {"people": "/".join(map(str, cell.people)), "runs": runs}
    row |= {"expected": min(expected[0]), "labelled": min(expected[1])}
    row["withheld"] = misclassification.withheld(*expected, minimum=EXPECTED, hand=HAND)
    testable = permutation.ties(studentised.welch(values["corrected"], moved)) <= LEVEL
    row["testable"] = float(testable.mean())
    for name, found in values.items():
        # Only studies are shown that could have told something from chance.
        found = found[:, testable]
        difference = found[first == 1].mean(0) - found[first == 0].mean(0)
        row[f"bias_{name}"] = float(difference.mean() - truth)
        row[f"sd_{name}"] = float(difference.std())
        misses = float(rejected(found, first, moved, truth).mean())
        row[f"coverage_{name}"] = 1 - misses
        row[f"rejects_{name}"] = float(rejected(found, first, moved, 0.0).mean()) if truth else misses
        row[f"width_{name}"] = welch_width(found, first)
    return row


def near(row: dict[str, Any]) -> bool:
    """Whether a rate of a cell that is shown lies beyond its bar, or within a standard error of it."""
    error = np.sqrt(LEVEL * (1 - LEVEL) / row["runs"])
    low, high = row["coverage_corrected"] - error, row["coverage_corrected"] + error
    false = row["first"] == row["second"] and row["rejects_corrected"] + error > FALSE
    return not row["withheld"] and bool(low < COVERAGE[0] or high > COVERAGE[1] or false)


def table(cells: list[Cell], *, runs: int, again: int, out: Path) -> None:
    """Simulate all cells, each written when it is done; cells that `out` already holds are not run again."""
    done = len(pd.read_csv(out)) if out.exists() else 0
    for number, cell in enumerate(cells[done:], start=done):
        row = simulate(cell, runs=runs, seed=1000 + number)
        if near(row) and again > runs:
            row = simulate(cell, runs=again, seed=100_000 + number)
        frame = pd.DataFrame([row]).round(5)
        frame.to_csv(out, mode="a", header=not out.exists(), index=False, lineterminator="\n")


def bars(rows: pd.DataFrame) -> pd.DataFrame:
    """What was promised of the cells that are not withheld, how many keep it, and the range seen."""
    shown = rows[rows["withheld"].isna()]
    null = shown[shown["first"] == shown["second"]]
    ten = rows[rows["expected"] >= EXPECTED]
    ten_null = ten[ten["first"] == ten["second"]]
    slack = np.maximum(0.005, 0.1 * shown["sd_corrected"])
    ratio = shown["width_corrected"] / shown["width_labels"]
    helped = shown["error"].eq("good") & (shown["width_human"] / shown["width_labels"] <= 0.80)
    fooled = null["error"].eq("differential") & null["people"].eq("12/26") & null["segments"].eq(60)
    fooled &= null["first"].eq(0.15) & null["icc"].eq(0.10)
    promises = [
        ("coverage of the corrected interval", shown["coverage_corrected"], *COVERAGE),
        ("false findings, corrected", null["rejects_corrected"], 0.0, FALSE),
        ("bias over the larger of .005 and 0.1 SD", shown["bias_corrected"].abs() / slack, 0.0, 1.0),
        ("width over labels alone", ratio, 0.0, 1.02),
        ("the same, good machine, perfect one at most .80", ratio[helped], 0.0, 0.90),
        ("false findings, naive, headline differential", null["rejects_naive"][fooled], 0.5, 1.0),
        ("coverage if ten expected were enough", ten["coverage_corrected"], *COVERAGE),
        ("false findings if ten expected were enough", ten_null["rejects_corrected"], 0.0, FALSE),
    ]
    lines = [
        (what, f"{low:g} to {high:g}", len(seen), int(seen.between(low, high).sum()), seen.min(), seen.max())
        for what, seen, low, high in promises
    ]
    return pd.DataFrame(lines, columns=["what", "bar", "cells", "kept", "least", "most"]).round(3)


def main() -> None:
    """Run the grid, or say what a finished one shows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--again", type=int, default=10000, help="studies of a cell near a bar")
    parser.add_argument("--out", type=Path, default=Path("benchmarks/tables/simulation.csv"))
    parser.add_argument("--summary", type=Path, help="say what a finished table shows")
    parser.add_argument("--only", type=int, nargs="+", help="rows of the grid, counted from 0")
    given = parser.parse_args()
    if given.summary is None:
        cells = grid()
        table(
            [cells[i] for i in given.only or range(len(cells))],
            runs=given.runs,
            again=given.again,
            out=given.out,
        )
    rows = pd.read_csv(given.summary or given.out)
    print(bars(rows).to_string(index=False))


if __name__ == "__main__":
    main()
