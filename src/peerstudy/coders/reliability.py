"""What a machine coder's probabilities are worth: the bins of a reliability diagram."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from peerstudy import tables, tree
from peerstudy.coders import teaching, weighing
from peerstudy.statistics import jackknife

Floats = npt.NDArray[np.float64]

NONE = "one person, people who do not differ, or codes that are all right: no interval"


def calibration(
    codings: pd.DataFrame,
    totals: pd.DataFrame,
    segments: pd.DataFrame,
    coverage: pd.DataFrame,
    sample: pd.DataFrame,
    codebook: pd.DataFrame,
    roster: pd.DataFrame,
    learned: dict[str, pd.DataFrame],
    *,
    reference: str,
    bins: int,
    level: float,
) -> pd.DataFrame:
    """Set the probabilities of each machine coder beside the share that a hand coder finds, bin by bin.

    Parameters
    ----------
    codings, totals, segments, coverage, sample, codebook, roster, learned, reference, level
        As for `validation`; themes that a coder abstains from are left out.
    bins
        Equally wide bins of probability.

    Returns
    -------
    frame
        The table `calibration`; bins without codes have no row.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.

    References
    ----------
    DeGroot & Fienberg 1983 (The Statistician 32:12); Niculescu-Mizil & Caruana 2005 (ICML).
    """
    spoken = segments[segments["participant"].isin(set(roster["participant"]))].reset_index(drop=True)
    weight = weighing.stands_for(spoken, coverage, sample, reference)
    themes = list(codebook["theme"])
    person, people = pd.factorize(spoken["participant"], sort=True)
    counts = tree.applies(codebook, roster).loc[list(people), themes].to_numpy(bool)[person]
    counts &= (weight > 0)[:, None]
    true = teaching.marks(spoken["segment"], codings[codings["coder"] == reference], themes)
    frames = []
    for coder, own in codings[codings["source"] == "machine"].groupby("coder"):
        reasons = learned[str(coder)].set_index("theme")["reason"].to_dict() if coder in learned else {}
        codes = np.array([not reasons.get(theme) for theme in themes])
        probability = weighing.probabilities(own, totals[totals["coder"] == coder], spoken, themes)
        at, column = np.nonzero(counts & codes)
        found = _binned(
            probability[at, column], true[at, column], weight[at], person[at], bins=bins, level=level
        )
        frames.append(found.assign(coder=coder))
    return (
        tables.check(pd.concat(frames, ignore_index=True), "calibration")
        if frames
        else tables.empty("calibration")
    )


def _binned(
    probability: Floats,
    true: Floats,
    weight: Floats,
    person: npt.NDArray[np.int64],
    *,
    bins: int,
    level: float,
) -> pd.DataFrame:
    """Bins with codes in them: mean probability, share that is right, and its interval over people."""
    which = np.minimum((probability * bins).astype(int), bins - 1)
    rows = []
    for number in np.unique(which):
        inside = which == number
        who, held = np.unique(person[inside], return_inverse=True)
        n = np.bincount(held, weight[inside])
        right = np.bincount(held, (weight * true)[inside])
        observed = min(right.sum() / n.sum(), 1.0)  # sums in another order may differ in their last digits
        with np.errstate(invalid="ignore"):
            without = (right.sum() - right) / (n.sum() - n)
        low, high, reason = jackknife.interval(np.array(observed), without, level=level)
        rows.append(
            {"bin": int(number) + 1, "units": int(inside.sum()), "participants": len(who)}
            | {
                "expected": min(float((weight * probability)[inside].sum() / n.sum()), 1.0),
                "observed": observed,
            }
            | {"low": float(np.clip(low, 0, 1)), "high": float(high), "reason": NONE if reason else ""}
        )
    return pd.DataFrame(rows)
