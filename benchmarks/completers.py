#!/usr/bin/env python3
"""Completers against dropouts of a published trial: baseline depression, and how long they had been ill.

    benchmarks/completers.py SOURCE          SOURCE holds BtheB.csv (Proudfoot et al. 2003)

Who has the questionnaire after eight months completed the trial.
"""

import argparse
from pathlib import Path

import pandas as pd
from scipy import stats

from peerstudy import tables
from peerstudy.statistics import exact2x2, proportions, ranks


def main() -> None:
    """Read the command line and print the comparison."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path, help="folder of BtheB.csv")
    rows = tables.read_plain(parser.parse_args().source / "BtheB.csv")
    completed = pd.to_numeric(rows["bdi.8m"], errors="coerce").notna()
    before = pd.to_numeric(rows["bdi.pre"])
    u, p = stats.mannwhitneyu(before[completed], before[~completed])
    auc = ranks.auc(before[completed], before[~completed], level=0.95)
    print(f"{completed.sum()} completers, {(~completed).sum()} dropouts")
    print(f"baseline depression: U {u}, p {p:.3f}; AUC {auc.estimate:.3f} ({auc.low:.3f} to {auc.high:.3f})")
    short = rows["length"] == "<6m"
    counts = [
        int(n) for n in (short[completed].sum(), completed.sum(), short[~completed].sum(), (~completed).sum())
    ]
    interval = proportions.newcombe(*counts, level=0.95)
    print(
        f"ill for less than six months: {counts[0]} of {counts[1]} against {counts[2]} of {counts[3]}, "
        f"Fisher p {exact2x2.fisher(*counts):.3f}, mid-p {exact2x2.mid_p(*counts):.3f}, "
        f"exact p {exact2x2.suissa_shuster(*counts, gamma=0):.3f}, "
        f"difference {interval.estimate:.2f} ({interval.low:.2f} to {interval.high:.2f})"
    )


if __name__ == "__main__":
    main()
