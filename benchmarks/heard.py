"""Presence that readers of machine positives and of a random sample confirm, and how much they must see.

    python benchmarks/heard.py --runs 6000

12 people against 26, 60 segments each on average; who speaks of the theme does so once, and on average twice
more. The machine misses mentions at a rate of its own in each group. A comparison is withheld as the workflow
withholds it: under 10 mentions expected or 3 drawn in a group, or readers saw under half of those expected.
Its interval and test say no more than holds with the people whom readers probably overlooked; beside them
stand those of the people confirmed, as if nobody had been overlooked.
"""

import argparse
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from peerstudy.compare import overlooked
from peerstudy.statistics import exact2x2, misclassification, proportions
from peerstudy.statistics.interval import hull

GROUPS = (12, 26)
FIRST = np.repeat([True, False], GROUPS)
EXPECTED, HAND, HEARD = 10, 3, 0.5
PVALUES = exact2x2.all_pvalues(*GROUPS, gamma=1e-4)
Cell = tuple[tuple[float, float], tuple[float, float]]
# Share of people who speak of the theme, then sensitivity: first group, second group.
CELLS: list[Cell] = [
    ((0.50, 0.50), (0.75, 0.75)),
    ((0.50, 0.50), (0.50, 0.90)),
    ((0.50, 0.50), (0.30, 0.90)),
    ((0.70, 0.25), (0.75, 0.75)),
    ((0.70, 0.25), (0.50, 0.90)),
    ((0.70, 0.25), (0.20, 0.20)),
    ((0.70, 0.70), (0.20, 0.90)),
    ((0.90, 0.90), (0.50, 0.90)),
    ((0.90, 0.50), (0.50, 0.90)),
    ((0.90, 0.90), (0.20, 0.90)),
    ((0.25, 0.25), (0.50, 0.90)),
    ((0.50, 0.50), (1.00, 1.00)),
]


def study(
    rng: np.random.Generator, chance: tuple[float, float], sensitivity: tuple[float, float], share: float
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Mentions drawn, mentions confirmed, and mentions expected of each person."""
    length = 5 + rng.negative_binomial(4, 4 / 59, len(FIRST))
    speaks = rng.random(len(FIRST)) < np.where(FIRST, *chance)
    mentions = np.minimum(np.where(speaks, 1 + rng.poisson(2, len(FIRST)), 0), length)
    number = np.maximum(4, np.round(share * length)).astype(int)
    drawn = rng.hypergeometric(mentions, length - mentions, number)
    found = rng.binomial(mentions - drawn, np.where(FIRST, *sensitivity))
    return drawn, drawn + found, drawn / number * length


@cache
def seen(x1: int, x2: int, missed: tuple[int, int]) -> tuple[float, float, float]:
    """Limits and p-value of the workflow for people confirmed, and overlooked, in each group."""
    counts = overlooked.possible((x1, GROUPS[0], x2, GROUPS[1]), missed)
    wide = hull([proportions.miettinen_nurminen(*each, level=0.95) for each in counts])
    return wide.low, wide.high, max(PVALUES[each[0], each[2]] for each in counts)


def outcome(rng: np.random.Generator, cell: Cell, share: float) -> list[float]:
    """One study: is it kept, and with and without the people overlooked: covered, width and found."""
    chance, sensitivity = cell
    drawn, confirmed, expected = study(rng, chance, sensitivity, share)
    hoped, found, read = ((a[FIRST].sum(), a[~FIRST].sum()) for a in (expected, drawn, confirmed))
    few = misclassification.withheld(hoped, found, minimum=EXPECTED, hand=HAND)
    row = [float(not (few or misclassification.unheard(read, hoped, least=HEARD)))]
    x1, x2 = (int((confirmed[side] > 0).sum()) for side in (FIRST, ~FIRST))
    missed = [
        overlooked.people(confirmed[side], of, int((confirmed[side] == 0).sum()))
        for side, of in zip((FIRST, ~FIRST), hoped, strict=True)
    ]
    for low, high, p in (seen(x1, x2, (missed[0], missed[1])), seen(x1, x2, (0, 0))):
        truth = chance[0] - chance[1]
        row += [low <= truth + 1e-9 and truth - 1e-9 <= high, high - low, p <= 0.05]
    return row


def row(cell: Cell, share: float, *, runs: int, seed: int) -> dict[str, object]:
    """Of the studies that are not withheld: coverage, width and how often a difference is found."""
    rng = np.random.default_rng(seed)
    made = np.array([outcome(rng, cell, share) for _ in range(runs)])
    stands = made[:, 0] == 1
    means = made[stands, 1:].mean(0) if stands.sum() >= runs / 100 else np.full(6, np.nan)
    what = [f"{name}{of}" for of in ("", ", confirmed alone") for name in ("covers", "width", "found")]
    chances = ["{:.2f} and {:.2f}".format(*pair) for pair in cell]
    head = {"speak of it": chances[0], "sensitivity": chances[1], "drawn": share, "kept": stands.mean()}
    return head | dict(zip(what, means, strict=True))


def main() -> None:
    """Write the table and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=10000)
    parser.add_argument("--out", type=Path, default=Path("benchmarks/tables/heard.csv"))
    given = parser.parse_args()
    rows = [
        row(cell, share, runs=given.runs, seed=seed)
        for share in (0.15, 0.30)
        for seed, cell in enumerate(CELLS)
    ]
    frame = pd.DataFrame(rows).round(3)
    frame.to_csv(given.out, index=False, lineterminator="\n")
    print(frame.to_string(index=False))


if __name__ == "__main__":
    main()
