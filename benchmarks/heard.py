"""Presence that readers of machine positives and of a random sample confirm, and how much they must see.

    python benchmarks/heard.py --runs 6000

12 people against 26, 60 segments each on average; who speaks of the theme does so once, and on average twice
more. The machine misses mentions at a rate of its own in each group. A comparison is withheld as the workflow
withholds it: under 10 mentions expected or 3 drawn in a group, or readers saw under half of those expected.
"""

import argparse

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from peerstudy import misclassification, proportions

GROUPS = (12, 26)
FIRST = np.repeat([True, False], GROUPS)
EXPECTED, HAND, HEARD = 10, 3, 0.5
# Share of people who speak of the theme, then sensitivity: first group, second group.
CELLS = [
    ((0.50, 0.50), (0.75, 0.75)),
    ((0.50, 0.50), (0.50, 0.90)),
    ((0.50, 0.50), (0.30, 0.90)),
    ((0.70, 0.25), (0.75, 0.75)),
    ((0.70, 0.25), (0.50, 0.90)),
    ((0.70, 0.25), (0.20, 0.20)),
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


def row(
    chance: tuple[float, float], sensitivity: tuple[float, float], share: float, *, runs: int, seed: int
) -> dict[str, object]:
    """Coverage of the difference in presence in all studies, and in those that are not withheld."""
    rng, truth, covered, kept = np.random.default_rng(seed), chance[0] - chance[1], [], []
    for _ in range(runs):
        drawn, confirmed, expected = study(rng, chance, sensitivity, share)
        x1, x2 = (int((confirmed[side] > 0).sum()) for side in (FIRST, ~FIRST))
        _, low, high = proportions.miettinen_nurminen(x1, GROUPS[0], x2, GROUPS[1], level=0.95)
        covered.append(low <= truth + 1e-9 and truth - 1e-9 <= high)
        hoped, found, seen = (
            (float(a[FIRST].sum()), float(a[~FIRST].sum())) for a in (expected, drawn, confirmed)
        )
        few = misclassification.withheld(hoped, found, minimum=EXPECTED, hand=HAND)
        kept.append(not (few or misclassification.unheard(seen, hoped, least=HEARD)))
    stands = np.array(kept)
    return {
        "speak of it": "{:.2f} and {:.2f}".format(*chance),
        "sensitivity": "{:.2f} and {:.2f}".format(*sensitivity),
        "drawn": share,
        "covers, all": np.mean(covered),
        "kept": stands.mean(),
        "covers, kept": np.array(covered)[stands].mean() if stands.sum() >= runs / 100 else float("nan"),
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=10000)
    runs = parser.parse_args().runs
    rows = [
        row(*cell, share, runs=runs, seed=seed) for share in (0.15, 0.30) for seed, cell in enumerate(CELLS)
    ]
    print(pd.DataFrame(rows).round(3).to_string(index=False))


if __name__ == "__main__":
    main()
