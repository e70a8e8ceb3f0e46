"""How each coder does beside a hand coder, theme by theme and group by group."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from peerstudy import tables, tree
from peerstudy.coders import teaching, weighing
from peerstudy.coders.calibration import calibration_error
from peerstudy.coders.thresholds import kappa
from peerstudy.statistics import jackknife

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


class Pair(NamedTuple):
    """Two coders on one theme: of each segment that counts, for how much, codes, probability, and person."""

    weight: Floats
    true: Floats
    coded: Floats
    probability: Floats
    person: npt.NDArray[np.int64]


def validation(
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
    """Measure every other coder, machine or hand, against one hand coder.

    Parameters
    ----------
    codings, totals, segments, coverage, sample, codebook, roster
        The tables of those names; sample may be empty.
    learned
        By machine coder: theme and the reason why it abstains (empty if it does not).
    reference
        The hand coder. Only interviews read whole and segments drawn at random count; a drawn segment
        stands for 1 / its probability of being drawn. Suggested segments never count.
    bins
        Of probability, for the calibration error.
    level
        Of the intervals of kappa; people are left out in turn.

    Returns
    -------
    frame
        The table `validation`.

    Raises
    ------
    TableError
        If the reference coder has read no segment of anybody.
    ValueError
        If `level` is not between 0 and 1.
    """
    spoken = segments[segments["participant"].isin(set(roster["participant"]))].reset_index(drop=True)
    weight = weighing.stands_for(spoken, coverage, sample, reference)
    teaching.refuse_nothing(weight > 0, codings[codings["source"] == "hand"], coder=reference)
    themes = list(codebook["theme"])
    person, people = pd.factorize(spoken["participant"], sort=True)
    applies = tree.applies(codebook, roster).loc[list(people), themes].to_numpy(bool)[person]
    group = spoken["participant"].map(roster.set_index("participant")["group"]).to_numpy(str)
    true = teaching.marks(spoken["segment"], codings[codings["coder"] == reference], themes)
    rows = []
    # A machine that abstains from every theme has no code, and stands in the sums all the same.
    ran = pd.concat([codings, totals[totals["source"] == "machine"]])[["coder", "source"]].drop_duplicates()
    for coder, source in sorted(tables.rows(ran[ran["coder"] != reference])):
        own = codings[(codings["coder"] == coder) & (codings["source"] == source)]
        coded = teaching.marks(spoken["segment"], own[own["coded"]], themes)
        probability = weighing.probabilities(own, totals[totals["coder"] == coder], spoken, themes)
        read = (
            np.ones(len(spoken))
            if source == "machine"
            else weighing.stands_for(spoken, coverage, sample, coder)
        )
        reasons = learned[coder].set_index("theme")["reason"].to_dict() if coder in learned else {}
        for name in ["", *sorted(set(group) - {""})]:
            inside = (read > 0) & (weight > 0) & ((group == name) | (name == ""))
            for column, theme in enumerate(themes):
                at = np.flatnonzero(inside & applies[:, column])
                pair = Pair(
                    weight[at], true[at, column], coded[at, column], probability[at, column], person[at]
                )
                measured = _measured(pair, reasons.get(theme, ""), source == "machine", bins, level)
                rows.append({"theme": theme, "coder": coder, "group": name, "source": source, **measured})
    return tables.check(pd.DataFrame(rows), "validation") if rows else tables.empty("validation")


def _measured(pair: Pair, reason: str, machine: bool, bins: int, level: float) -> dict[str, object]:
    """One row of the table; a coder that abstains is not measured."""
    number = int(pair.person.max(initial=-1)) + 1
    sums = [
        np.bincount(pair.person, pair.weight * part, minlength=number)
        for part in (pair.true * pair.coded, pair.coded, pair.true, np.ones(len(pair.true)))
    ]
    present = np.bincount(pair.person, minlength=number) > 0
    both, coded, true, n = (part[present] for part in sums)
    row: dict[str, object] = {
        "units": len(pair.true),
        "participants": int(present.sum()),
        "prevalence": _share(true.sum(), n.sum()),
        "abstained": reason != "",
        "reason": reason,
    }
    empty = dict.fromkeys(("precision", "recall", "f1", "kappa", "kappa_low", "kappa_high", "ece"), np.nan)
    if reason or not len(pair.true):
        return {**row, **empty, "reason": reason or "no segment that both have read"}
    estimate = kappa(both.sum(), coded.sum(), true.sum(), n.sum())
    without = kappa(*(part.sum() - part for part in (both, coded, true, n)))
    low, high, why = jackknife.interval(estimate, without, level=level)
    if not why and (never := jackknife.never((n - coded - true + both).sum(), both.sum())):
        low, high, why = np.array(np.nan), np.array(np.nan), np.array(never)
    precision, recall = _share(both.sum(), coded.sum()), _share(both.sum(), true.sum())
    ece = calibration_error(pair.probability, pair.true, bins=bins, weights=pair.weight)
    undefined = "" if not np.isnan(estimate) else "neither codes any segment, or both code all"
    return {
        **row,
        "precision": precision,
        "recall": recall,
        "f1": _share(2 * both.sum(), coded.sum() + true.sum()),
        "kappa": float(estimate),
        "kappa_low": float(np.maximum(low, -1)),  # no kappa is lower
        "kappa_high": float(high),
        "ece": ece if machine else np.nan,
        "reason": undefined or str(why),
    }


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole > 0 else float("nan")
