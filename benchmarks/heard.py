"""Presence that readers of machine positives and of a random sample confirm, and how much they must see.

    python benchmarks/heard.py --runs 6000

People say 60 segments each on average; who speaks of the theme does so three times on average. First 12
against 26 people, where whoever speaks of it does so once and a Poisson number of times more. Then mentions
more unlike than that: geometric, or six in ten people mention it once and the others six times on average; or
the machine hears one person well and another badly (beta, with shape parameters that sum to 1.5), or hears
all that some people say and nothing of what the others do, which shows where the method ends. It misses
mentions at a rate of its own in each group. A comparison is withheld as the workflow withholds it: under 10
mentions expected or 3 drawn in a group, or readers saw under half of those expected. Its interval and test
say no more than holds with the people whom readers may well have overlooked. Beside them stand those of the
people confirmed, as if nobody had been overlooked, and those with as many overlooked as the zero-truncated
Poisson alone estimates, to which all people are alike.
"""

import argparse
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from peerstudy.compare import overlooked
from peerstudy.statistics import exact2x2, misclassification, proportions, unseen
from peerstudy.statistics.interval import hull

EXPECTED, HAND, HEARD = 10, 3, 0.5
Pair = tuple[float, float]
Limits = tuple[float, float, float]
POISSON, GEOMETRIC, ONCE = "1 + Poisson", "geometric", "60 % once"
ALIKE, UNLIKE, NEVER = "", "heard unlike", "some never heard"


class Cell(NamedTuple):
    """Of each group, who speaks of it, sensitivity and people; how often a person says it, and is heard."""

    chance: Pair
    sensitivity: Pair
    people: tuple[int, int] = (12, 26)
    mentions: str = POISSON
    heard: str = ALIKE


HALF = (0.50, 0.90)
CELLS = [
    Cell((0.50, 0.50), (0.75, 0.75)),
    Cell((0.50, 0.50), HALF),
    Cell((0.50, 0.50), (0.30, 0.90)),
    Cell((0.70, 0.25), (0.75, 0.75)),
    Cell((0.70, 0.25), HALF),
    Cell((0.70, 0.25), (0.20, 0.20)),
    Cell((0.70, 0.70), (0.20, 0.90)),
    Cell((0.90, 0.90), HALF),
    Cell((0.90, 0.50), HALF),
    Cell((0.90, 0.90), (0.20, 0.90)),
    Cell((0.25, 0.25), HALF),
    Cell((0.50, 0.50), (1.00, 1.00)),
]
WAYS = [(POISSON, ALIKE), (GEOMETRIC, ALIKE), (ONCE, ALIKE), (GEOMETRIC, UNLIKE)]
SPEAK = [(0.90, 0.90), (0.90, 0.50), (0.70, 0.70)]
CELLS += [Cell(chance, HALF, (20, 18), *way) for chance in SPEAK for way in WAYS]
CELLS += [Cell(chance, HALF, (12, 26), GEOMETRIC, UNLIKE) for chance in SPEAK]
CELLS += [Cell(chance, HALF, (20, 18), GEOMETRIC, NEVER) for chance in SPEAK]
VARIANTS = ("", ", Poisson alone", ", confirmed alone")


def said(rng: np.random.Generator, mentions: str, people: int) -> NDArray[np.int64]:
    """How often each of some people speaks of the theme, three times on average."""
    if mentions == GEOMETRIC:
        return rng.geometric(1 / 3, people)
    if mentions == ONCE:
        return np.where(rng.random(people) < 0.6, 1, 1 + rng.poisson(5, people))
    return 1 + rng.poisson(2, people)


def study(
    rng: np.random.Generator, cell: Cell, share: float
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Mentions drawn, mentions confirmed, and mentions expected of each person."""
    first = np.repeat([True, False], cell.people)
    length = 5 + rng.negative_binomial(4, 4 / 59, len(first))
    speaks = rng.random(len(first)) < np.where(first, *cell.chance)
    mentions = np.minimum(np.where(speaks, said(rng, cell.mentions, len(first)), 0), length)
    number = np.maximum(4, np.round(share * length)).astype(int)
    drawn = rng.hypergeometric(mentions, length - mentions, number)
    heard = np.where(first, *cell.sensitivity)
    if cell.heard == UNLIKE:
        heard = rng.beta(1.5 * heard, 1.5 * (1 - heard))
    if cell.heard == NEVER:
        heard = (rng.random(len(first)) < heard).astype(float)
    found = rng.binomial(mentions - drawn, heard)
    return drawn, drawn + found, drawn / number * length


@cache
def pvalues(people: tuple[int, int]) -> NDArray[np.float64]:
    """Exact p-values of all counts of people."""
    return exact2x2.all_pvalues(*people, gamma=1e-4)


@cache
def shown(people: tuple[int, int], x: tuple[int, int], missed: tuple[int, int]) -> Limits:
    """Limits and p-value of the workflow for people confirmed, and overlooked, in each group."""
    counts = overlooked.possible((x[0], people[0], x[1], people[1]), missed)
    wide = hull([proportions.miettinen_nurminen(*each, level=0.95) for each in counts])
    return wide.low, wide.high, max(pvalues(people)[each[0], each[2]] for each in counts)


def by_poisson(confirmed: NDArray[np.int64], mentions: float, silent: int) -> int:
    """As many overlooked as the zero-truncated Poisson estimates, nothing added for what it does not know."""
    seen, found = confirmed.sum(), int((confirmed > 0).sum())
    if seen >= mentions:
        return 0
    return round(min(unseen.poisson(confirmed), found * (mentions - seen) / seen if seen else silent, silent))


def outcome(rng: np.random.Generator, cell: Cell, share: float) -> list[float]:
    """One study: is it kept, and by each variant: covered, width and found."""
    sides = [slice(0, cell.people[0]), slice(cell.people[0], None)]
    drawn, confirmed, expected = study(rng, cell, share)
    hoped, found, read = ([float(a[side].sum()) for side in sides] for a in (expected, drawn, confirmed))
    few = misclassification.withheld(tuple(hoped), tuple(found), minimum=EXPECTED, hand=HAND)
    row = [float(not (few or misclassification.unheard(tuple(read), tuple(hoped), least=HEARD)))]
    x = [int((confirmed[side] > 0).sum()) for side in sides]
    missed = []
    for side, of, of_sample in zip(sides, hoped, found, strict=True):
        seen, silent = confirmed[side], int((confirmed[side] == 0).sum())
        by_workflow = overlooked.people(seen, of, of_sample, silent)
        missed.append((by_workflow, by_poisson(seen, of, silent), 0))
    truth = cell.chance[0] - cell.chance[1]
    for each in zip(*missed, strict=True):
        low, high, p = shown(cell.people, (x[0], x[1]), each)
        row += [low <= truth + 1e-9 and truth - 1e-9 <= high, high - low, p <= 0.05]
    return row


def row(cell: Cell, share: float, *, runs: int, seed: int) -> dict[str, object]:
    """Of the studies that are not withheld: coverage, width and how often a difference is found."""
    rng = np.random.default_rng(seed)
    made = np.array([outcome(rng, cell, share) for _ in range(runs)])
    stands = made[:, 0] == 1
    what = [f"{name}{of}" for of in VARIANTS for name in ("covers", "width", "found")]
    means = made[stands, 1:].mean(0) if stands.sum() >= runs / 100 else np.full(len(what), np.nan)
    chances = ["{:.2f} and {:.2f}".format(*pair) for pair in (cell.chance, cell.sensitivity)]
    head = {"people": "{} and {}".format(*cell.people), "speak of it": chances[0]}
    head |= {"mentions": ", ".join(filter(None, (cell.mentions, cell.heard)))}
    head |= {"sensitivity": chances[1], "drawn": share, "kept": stands.mean()}
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
