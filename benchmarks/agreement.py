"""Agreement: coverage of intervals with segments clustered in participants, and the speed of alpha.

    python benchmarks/agreement.py --studies 10000 --peer PYTHON

PYTHON is the interpreter of an environment of its own that holds the package `krippendorff`.
"""

import argparse
import subprocess
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peerstudy.agree import alpha
from peerstudy.agree.coincidences import Coincidences, from_values
from peerstudy.statistics import jackknife

Floats = NDArray[np.float64]

PEER = """
import sys, time
import krippendorff, numpy
values = numpy.ascontiguousarray(numpy.load(sys.argv[1]).T)
seconds = []
for _ in range(7):
    start = time.process_time()
    found = krippendorff.alpha(reliability_data=values, level_of_measurement="nominal")
    seconds.append(time.process_time() - start)
print(found, min(seconds))
"""


class Design(NamedTuple):
    """Two coders; how common the theme is and how often it is missed differ from person to person (beta).

    `false` is the rate of false alarms in parts of the rate of misses; `speakers` the share of people who
    ever speak of the theme.
    """

    theme: tuple[float, float]
    missed: tuple[float, float]
    participants: int
    segments: int
    false: float = 1
    speakers: float = 1


DESIGNS = {
    "38 participants x 60 segments": Design((0.8, 4), (0.5, 7), 38, 60),
    "10 participants x 60 segments": Design((0.8, 4), (0.5, 7), 10, 60),
    "38 participants x 10 segments": Design((0.8, 4), (0.5, 7), 38, 10),
    "38 x 60, very unlike participants": Design((0.5, 2), (0.3, 3.5), 38, 60),
    "10 x 60, very unlike participants": Design((0.5, 2), (0.3, 3.5), 10, 60),
    "38 x 60, theme in 5 % of segments": Design((0.3, 6), (0.5, 40), 38, 60),
    "10 x 60, theme in 5 % of segments": Design((0.3, 6), (0.5, 40), 10, 60),
    "38 x 60, half of the people ever speak of it": Design((2, 20), (1, 4), 38, 60, 0.02, 0.5),
    "14 x 60, half of the people ever speak of it": Design((2, 20), (1, 4), 14, 60, 0.02, 0.5),
    "38 x 60, a quarter ever speak of it": Design((2, 20), (1, 4), 38, 60, 0.02, 0.25),
    "14 x 60, a quarter ever speak of it": Design((2, 20), (1, 4), 14, 60, 0.02, 0.25),
}


def cells(rng: np.random.Generator, design: Design, shape: tuple[int, ...]) -> Floats:
    """Chances of (neither, second, first, both coders) in a participant's segments, shape (*shape, 4)."""
    theme, missed = rng.beta(*design.theme, shape), rng.beta(*design.missed, shape)
    theme *= rng.random(shape) < design.speakers
    false = design.false * missed
    both = theme * (1 - missed) ** 2 + (1 - theme) * false**2
    neither = (1 - theme) * (1 - false) ** 2 + theme * missed**2
    one = (1 - both - neither) / 2
    return np.stack([neither, one, one, both], axis=-1)


def sums(counts: Floats) -> Coincidences:
    """Coincidences of two coders from their cross-classifications, shape (..., 4)."""
    table = counts.reshape(*counts.shape[:-1], 2, 2)
    units, pairs, votes = (np.zeros((*counts.shape[:-1], 3, *inner)) for inner in [(), (2, 2), (2, 2)])
    units[..., 2] = counts.sum(axis=-1)
    pairs[..., 2, :, :] = table + np.swapaxes(table, -1, -2)
    votes[..., 2, :, :] = np.stack([table.sum(axis=-1), table.sum(axis=-2)], axis=-2)
    return Coincidences(units, pairs, votes)


def unit_bootstrap(rng: np.random.Generator, counts: Floats, *, resamples: int) -> Floats:
    """The usual 95 % interval, segments drawn as if independent; shape (2, studies). It is too narrow."""
    total = counts.sum(axis=0)
    units = int(total[0].sum())
    drawn = rng.multinomial(units, total / units, size=(resamples, len(total))).astype(np.float64)
    return np.asarray(np.quantile(alpha.nominal(sums(drawn)).estimate, [0.025, 0.975], axis=0))


def coverage(design: Design, *, studies: int, resamples: int, seed: int) -> dict[str, float]:
    """True alpha, share of studies with an interval, and how often jackknife and bootstrap hold the truth."""
    rng = np.random.default_rng(seed)
    population = cells(rng, design, (1_000_000,)).mean(axis=0)
    truth = float(alpha.nominal(sums(population * 1e9)).estimate)
    chances = cells(rng, design, (design.participants, studies))
    counts = rng.multinomial(design.segments, chances).astype(np.float64)
    people = sums(counts)
    whole, without = alpha.nominal(people.whole()).estimate, alpha.nominal(people.without()).estimate
    low, high, _ = jackknife.interval(whole, without, level=0.95)
    defined = ~np.isnan(low)
    naive_low, naive_high = unit_bootstrap(rng, counts, resamples=resamples)
    return {
        "alpha": truth,
        "defined": float(defined.mean()),
        "jackknife": float(((low <= truth) & (truth <= high))[defined].mean()),
        "bootstrap": float(((naive_low <= truth) & (truth <= naive_high)).mean()),
        "width": float(np.median((high - low)[defined])),
    }


def speed(peer: str, *, units: int, coders: int, seed: int) -> tuple[float, float, float, float]:
    """Alpha and processor seconds (best of seven), ours and the peer's, on the same data in the same run."""
    rng = np.random.default_rng(seed)
    truth = rng.integers(0, 5, units)
    guesses = rng.integers(0, 5, (units, coders))
    values = np.where(rng.random((units, coders)) < 0.8, truth[:, None], guesses).astype(np.float64)
    values[rng.random((units, coders)) < 0.1] = np.nan
    ours = []
    for _ in range(7):
        start = time.process_time()
        found = float(alpha.nominal(from_values(values).whole()).estimate)
        ours.append(time.process_time() - start)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "values.npy"
        np.save(file, values)
        theirs, seconds = subprocess.check_output([peer, "-c", PEER, file], text=True).split()
    return found, min(ours), float(theirs), float(seconds)


def main() -> None:
    """Print both tables in Markdown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--studies", type=int, default=10_000)
    parser.add_argument("--peer", help="interpreter with the package krippendorff")
    options = parser.parse_args()
    print("| design | true alpha | jackknife-t | unit bootstrap | interval exists | median width |")
    print("|---|---|---|---|---|---|")
    for name, design in DESIGNS.items():
        found = coverage(design, studies=options.studies, resamples=500, seed=20260101)
        print(
            f"| {name} | {found['alpha']:.3f} | {found['jackknife']:.3f} | {found['bootstrap']:.3f} "
            f"| {found['defined']:.3f} | {found['width']:.2f} |"
        )
    if options.peer:
        print("\n| units x coders | alpha | seconds | alpha of krippendorff | seconds | times as fast |")
        print("|---|---|---|---|---|---|")
        for coders in (3, 10):
            ours, seconds, theirs, peer = speed(options.peer, units=1_000_000, coders=coders, seed=20260101)
            print(
                f"| 1,000,000 x {coders} | {ours:.7f} | {seconds:.3f} | {theirs:.7f} | {peer:.3f} "
                f"| {peer / seconds:.0f} |"
            )


if __name__ == "__main__":
    main()
