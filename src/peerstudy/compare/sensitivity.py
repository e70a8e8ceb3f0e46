"""Does a comparison hold when it is made otherwise: one row a variant."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from peerstudy import tables
from peerstudy.compare import comparing, correction, overlooked, pairing, variants, withholding
from peerstudy.compare.overlooked import Missed
from peerstudy.compare.pairing import Pairing
from peerstudy.compare.withholding import Needed

NO_MAIN = "the comparison itself has no estimate that this could be held against"
SAME = "the same people count, in the same groups"
OTHER_CODES = (variants.MAIN, "threshold", "coder", "unit")  # of the same people, judged otherwise
NONE = (np.empty(0), np.empty((0, 0)))
NOTHING = dict.fromkeys(("estimate", "low", "high", "p"), np.nan)


def sensitivity(
    contrasts: pd.DataFrame,
    presence: pd.DataFrame,
    roster: pd.DataFrame,
    totals: pd.DataFrame,
    codings: pd.DataFrame,
    segments: pd.DataFrame,
    sample: pd.DataFrame,
    coverage: pd.DataFrame,
    corrected: pd.DataFrame,
    *,
    themes: list[str],
    hand: str,
    roles: list[str],
    nested: str,
    present: int,
    least: list[int],
    machine_thresholds: list[float],
    expected_positives: float,
    hand_positives: float,
    heard: float,
    cutoffs: dict[str, dict[str, dict[str, list[str]]]],
    level: float,
    gamma: float,
    smallest_group: int,
    strata: str,
    families: str,
    permutations: int,
    seed: int,
) -> pd.DataFrame:
    """Compare a few themes again and again, each time with one choice changed.

    Hand codes are compared; where a blind sample reaches more people, the talk that it tells of and the
    presence that readers confirmed.

    Parameters
    ----------
    contrasts, presence, roster, totals, codings, segments, sample, coverage, corrected
        The tables of those names.
    themes
        Themes to compare.
    hand
        First hand coder; every other one is a variant.
    roles
        Roles whose holders are left out, one role at a time.
    nested
        Attribute whose values are left out, one at a time; empty for none.
    present, least
        Coded segments from which a theme counts as present, as in the plan, and other such numbers.
    machine_thresholds
        Probabilities from which a machine code counts, and is read by a person: corrected and verified codes
        of each stand beside.
    expected_positives, hand_positives, heard
        What those need, as in the plan.
    cutoffs
        Other groups by name: an attribute of people, and its values in each group.
    level, gamma, smallest_group, strata, families, permutations, seed
        As in the plan.

    Returns
    -------
    frame
        The table `sensitivity`. A variant holds if it says what `main` says: an interval on the same side of
        0, or one that contains 0. Where `main` has no estimate nothing can hold, and one that leaves the same
        people in the same groups tries nothing; `reason` says so.

    Raises
    ------
    TableError
        If a segment is not in `sample`, people lack an attribute, a family has members in several strata, or
        a cutoff puts a value into two groups.
    ValueError
        If a probability of being drawn is 0, `level` is not between 0 and 1, or `gamma` outside [0, 1).
    """
    read = correction.reading(sample, segments, coverage, hand=hand)
    needed = Needed(expected_positives, hand_positives, heard, level)
    helping = corrected[corrected["theme"].isin(themes)]
    rows = []
    for contrast, compared in contrasts.groupby("contrast"):
        pair = compared[["group_a", "group_b"]].iloc[0].tolist()
        for main in variants.mains(presence, roster, corrected):
            codes = main.presence
            tried = [
                main,
                *variants.without_roles(codes, roster, roles),
                *variants.without_each(codes, roster, pair),
                *variants.without_families(codes, roster, pair, nested),
                *variants.thresholds(codes, roster, least),
                *variants.coders(codes, roster, totals, hand, present),
                *variants.units(codes, roster, codings, read, hand),
                *variants.cutoffs(codes, roster, cutoffs),
                *variants.machine(codes, roster, read, codings, helping, hand, present, machine_thresholds),
            ]
            for variant in tried:
                two = pairing.pairing(
                    variant.presence,
                    variant.roster,
                    pair,
                    themes,
                    strata=strata,
                    families=families,
                    permutations=permutations,
                    seed=seed,
                )
                sampled = main.sampled if variant.sampled is None else variant.sampled
                for measure in [name for name in variant.measures if name in main.measures]:
                    reasons, missed = _held_back(two, sampled, measure, needed, smallest_group)
                    found = _compared(two, measure, reasons, missed, level, gamma, smallest_group)
                    head = {"contrast": contrast, "kind": variant.kind, "variant": variant.name}
                    rows += [{**head, **row} for row in found]
    return tables.check(_judged(pd.DataFrame(rows)), "sensitivity") if rows else tables.empty("sensitivity")


def _held_back(
    two: Pairing, sampled: pd.DataFrame | None, measure: str, needed: Needed, smallest: int
) -> tuple[list[str], Missed]:
    """Why a theme is not compared, and who was overlooked: of all talk that was read, or of a sample."""
    if sampled is None:
        return withholding.of_talk(two, measure, smallest), overlooked.nobody(two)
    return withholding.of_sample(two, sampled, measure, needed), overlooked.by_group(two, sampled)


def _compared(
    two: Pairing,
    measure: str,
    reasons: list[str],
    missed: Missed,
    level: float,
    gamma: float,
    smallest: int,
) -> Iterator[dict[str, object]]:
    """Each theme: difference, interval and p-value, or why not."""
    empty = not min(two.first.sum(), (~two.first).sum())
    # The exact test needs none of the statistics, which take most of the time.
    drawn = NONE if empty or (measure == "presence" and not two.confined) else two.statistics(measure)
    for at, theme in enumerate(two.themes):
        _, n1, _, n2 = comparing.counts(two, at, measure)
        row = {"theme": theme, "measure": measure, "people_a": n1, "people_b": n2}
        few = f"fewer than {smallest} people in a group" if min(n1, n2) < smallest or empty else ""
        few = withholding.APART if comparing.apart(two, at, measure) else few
        if few or reasons[at]:
            yield {**row, **NOTHING, "reason": few or reasons[at]}
            continue
        found = comparing.compared(two, at, measure, drawn, missed[at], level=level, gamma=gamma)
        reason = withholding.ALIKE if np.isnan(found.estimate) else ""
        yield {**row, **{name: getattr(found, name) for name in NOTHING}, "reason": reason}


def _judged(frame: pd.DataFrame) -> pd.DataFrame:
    """Whether each variant says what the main comparison says."""
    key = ["contrast", "theme", "measure"]
    numbers = ["people_a", "people_b", "estimate", "low", "high"]
    main = frame[frame["kind"] == variants.MAIN].set_index(key)[numbers]
    base = frame[key].join(main, on=key)
    # Somebody left out of whom nothing was counted, or a cutoff that moves nobody.
    idle = ~frame["kind"].isin(OTHER_CODES) & (frame[numbers] == base[numbers]).all(axis=1)
    frame.loc[idle, [*NOTHING]] = np.nan
    frame["reason"] = frame["reason"].mask(idle, SAME)
    excludes = (frame["low"] > 0) | (frame["high"] < 0)
    before = (base["low"] > 0) | (base["high"] < 0)
    same_side = np.sign(frame["estimate"]) == np.sign(base["estimate"])
    same = (excludes & before & same_side) | (~excludes & ~before)
    made = frame["estimate"].notna()
    lost = made & base["estimate"].isna()
    return frame.assign(holds=same & made & ~lost, reason=frame["reason"].mask(lost, NO_MAIN))
