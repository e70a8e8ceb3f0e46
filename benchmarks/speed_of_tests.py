"""Seconds for all exact p-values of a design, beside scipy one by one, and for maxT over many themes.

python benchmarks/speed_of_tests.py
"""

import time
from collections.abc import Callable

import numpy as np
from scipy import stats

from peerstudy.statistics import exact2x2, multiplicity, permutation, studentised

OUTCOMES = [(a, b) for a in range(13) for b in range(27)]
FIRST = np.repeat([1, 0], [12, 26])


def seconds(work: Callable[[], object], times: int) -> float:
    """Best processor time of several runs."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def one_by_one() -> None:
    """All 351 outcomes through scipy; it takes groups as columns."""
    for a, b in OUTCOMES:
        if 0 < a + b < 38:
            stats.barnard_exact([[a, b], [12 - a, 26 - b]])


def max_t(values: np.ndarray, first: np.ndarray) -> None:
    """Raw and adjusted p-values of 50 themes from 9,999 reassignments."""
    moved = permutation.assignments(first, strata=None, families=None, permutations=9999, seed=1)
    observed, permuted = studentised.welch(values, first), studentised.welch(values, moved)
    permutation.pvalues(observed, permuted)
    multiplicity.max_t(observed, permuted)


def main() -> None:
    """Print the table."""
    ours = seconds(lambda: exact2x2.all_pvalues(12, 26, gamma=0), 7)
    bounded = seconds(lambda: exact2x2.all_pvalues(12, 26, gamma=1e-4), 7)
    theirs = seconds(one_by_one, 1)
    values = np.random.default_rng(1).beta(0.5, 3, (38, 50))
    themes = seconds(lambda: max_t(values, FIRST), 7)
    print(f"all 351 exact p-values, 12 against 26      {ours:.4f} s")
    print(f"the same, Berger-Boos 1e-4                 {bounded:.4f} s")
    print(f"scipy.stats.barnard_exact, one by one      {theirs:.2f} s, {theirs / ours:.0f} times as long")
    print(f"maxT, 9,999 reassignments x 50 themes      {themes:.4f} s")


if __name__ == "__main__":
    main()
