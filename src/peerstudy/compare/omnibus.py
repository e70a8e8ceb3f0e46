"""More than two groups at once: does a theme differ between any of them, or rise along them."""

from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from peerstudy import tables
from peerstudy.compare import pairing, refusals
from peerstudy.compare.withholding import SILENT
from peerstudy.statistics import multiplicity, permutation, several, studentised

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
ANY, TREND = "any difference", "trend"
FEW = "fewer than {} people who could have spoken of it, were asked and read in a group"
STATISTICS = {
    (ANY, "presence"): several.pooled,
    (ANY, "salience"): studentised.omnibus,
    (TREND, "presence"): studentised.trend,
    (TREND, "salience"): studentised.trend,
}


def omnibus(
    presence: pd.DataFrame,
    codebook: pd.DataFrame,
    roster: pd.DataFrame,
    *,
    sets: dict[str, list[str]],
    trends: dict[str, list[str]],
    strata: str,
    families: str,
    permutations: int,
    seed: int,
    smallest_group: int,
) -> pd.DataFrame:
    """Test each theme over several groups by reassigning people among them.

    Parameters
    ----------
    presence, codebook, roster
        The tables of those names.
    sets
        Groups, by the name of the comparison, among which any difference is looked for.
    trends
        Groups in order, by the name of the comparison, along which a rise or fall is looked for.
    strata, families
        Attributes of people: labels move within strata; families move whole. Empty for none.
    permutations, seed
        Reassignments, and the seed of their random numbers.
    smallest_group
        A theme with fewer people in one of the groups is refused.

    Returns
    -------
    frame
        The table `omnibus`, of codes given by hand; p-values adjusted by step-down maxT over all themes.

    Raises
    ------
    TableError
        If people lack an attribute, nobody is in a group, or a family has members in several strata.

    References
    ----------
    Pearson 1900 (Philos Mag 50:157) for presence; Welch 1951 (Biometrika 38:330) for shares;
    DiCiccio & Romano 2017 (JASA 112:1211); each calibrated by permutation.
    """
    refusals.check_attributes(roster, "omnibus", strata, families)
    refusals.check_groups(roster, "omnibus", [*sets.items(), *trends.items()])
    themes = list(codebook.sort_values("order")["theme"])
    counted = presence[presence["applies"] & presence["asked"] & presence["read"]]
    hand = counted[counted["estimator"] == "hand"]
    of_person = roster.set_index("participant")
    asked_for = [(name, ANY, held) for name, held in sets.items()]
    asked_for += [(name, TREND, held) for name, held in trends.items()]
    frames = []
    for name, test, held in asked_for:
        people = pairing.members(roster, held, families)
        refusals.check_whole(of_person.loc[people], strata, families)
        labels = np.array([held.index(g) for g in of_person.loc[people, "group"]], dtype=np.int64)
        blocks = of_person.loc[people, strata].to_numpy(str) if strata else None
        moved = permutation.assignments(
            labels,
            strata=blocks,
            families=pairing.units(of_person, people, families) if families else None,
            permutations=permutations,
            seed=seed,
        )
        for measure, column in (("presence", "present"), ("salience", "share")):
            values = pairing.wide(hand, column, people, themes)
            sizes = np.array([(~np.isnan(values[labels == label])).sum(0) for label in range(len(held))])
            inside = values if blocks is None else studentised.within(values, blocks)
            refused = _refused(values if measure == "salience" else None, labels, sizes, smallest_group)
            frame = _tested(inside, labels, moved, STATISTICS[test, measure], refused)
            told = [
                "; ".join(f"{g} {n}" for g, n in zip(held, column, strict=True))
                for column in sizes.T.tolist()
            ]
            frames.append(
                frame.assign(theme=themes, people=told, comparison=name, test=test, measure=measure)
            )
    return (
        tables.check(pd.concat(frames, ignore_index=True), "omnibus") if frames else tables.empty("omnibus")
    )


def _refused(
    shares: Floats | None, labels: Integers, sizes: NDArray[np.int64], smallest: int
) -> NDArray[np.str_]:
    """Why a theme is not tested: few people of a group count for it, or speak of it where shares are told."""
    refused = np.where(sizes.min(0) < smallest, FEW.format(smallest), "")
    if shares is None:
        return refused
    spoke = np.array([(shares[labels == label] > 0).sum(0) for label in range(len(sizes))])
    silent = (refused == "") & (spoke.min(0) < smallest)
    return np.where(silent, SILENT.format(smallest), refused)


def _tested(
    values: Floats,
    labels: Integers,
    moved: Integers,
    statistic: Callable[[Floats, ArrayLike], Floats],
    refused: NDArray[np.str_],
) -> pd.DataFrame:
    """Each theme that is not refused: statistic, p-value, and both adjusted together."""
    few = refused != ""
    seen, random = np.full(len(few), np.nan), np.full((len(moved), len(few)), np.nan)
    if not few.all():  # which may be for want of anybody at all
        seen, random = np.where(few, np.nan, statistic(values, labels)), statistic(values, moved)
    p = permutation.pvalues(seen, random)
    frame = pd.DataFrame({"statistic": seen, "p": p, "p_adjusted": multiplicity.max_t(seen, random)})
    frame["tested"] = pd.array([int(np.isfinite(seen).sum())] * len(p), dtype="Int64")
    frame.loc[frame["p"].isna(), "tested"] = pd.NA
    frame["reason"] = np.where(few, refused, np.where(np.isnan(p), "everybody is alike", ""))
    return frame
