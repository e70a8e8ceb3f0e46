"""Does a comparison hold when it is made otherwise: one row a variant."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from peerstudy import exact2x2, pairing, permutation, proportions, tables, variants
from peerstudy.pairing import Pairing
from peerstudy.variants import Variant

MAIN = "main"


def sensitivity(
    contrasts: pd.DataFrame,
    presence: pd.DataFrame,
    roster: pd.DataFrame,
    totals: pd.DataFrame,
    codings: pd.DataFrame,
    segments: pd.DataFrame,
    *,
    themes: list[str],
    hand: str,
    roles: list[str],
    nested: str,
    least: list[int],
    cutoffs: dict[str, dict[str, dict[str, list[str]]]],
    level: float,
    gamma: float,
    smallest_group: int,
    strata: str,
    families: str,
    permutations: int,
    seed: int,
) -> pd.DataFrame:
    """Compare the hand codes of a few themes again and again, each time with one choice changed.

    Parameters
    ----------
    contrasts, presence, roster, totals, codings, segments
        The tables of those names.
    themes
        Themes to compare.
    hand
        First hand coder; every other one is a variant.
    roles
        Roles whose holders are left out, one role at a time.
    nested
        Attribute whose values are left out, one at a time; empty for none.
    least
        Other numbers of coded segments from which a theme counts as present.
    cutoffs
        Other groups by name: an attribute of people, and its values in each group.
    level, gamma, smallest_group, strata, families, permutations, seed
        As in the plan.

    Returns
    -------
    frame
        The table `sensitivity`. A variant holds if it says what `main` says: an interval on the same side of
        0, or one that contains 0.
    """
    hand_codes = presence[presence["estimator"] == "hand"]
    rows: list[dict[str, object]] = []
    for contrast, compared in contrasts.groupby("contrast"):
        pair = [str(compared["group_a"].iloc[0]), str(compared["group_b"].iloc[0])]
        tried = [
            Variant(MAIN, MAIN, hand_codes, roster),
            *variants.without_roles(hand_codes, roster, roles),
            *variants.without_each(hand_codes, roster, pair),
            *variants.without_families(hand_codes, roster, pair, nested),
            *variants.thresholds(hand_codes, roster, least),
            *variants.coders(hand_codes, roster, totals, hand, 1),
            *variants.units(hand_codes, roster, codings, segments, hand),
            *variants.cutoffs(hand_codes, roster, cutoffs),
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
            head = {"contrast": contrast, "kind": variant.kind, "variant": variant.name}
            for measure in variant.measures:
                rows += [{**head, **row} for row in _compared(two, measure, level, gamma, smallest_group)]
    return tables.check(_judged(pd.DataFrame(rows)), "sensitivity") if rows else tables.empty("sensitivity")


def _compared(
    two: Pairing, measure: str, level: float, gamma: float, smallest: int
) -> Iterator[dict[str, object]]:
    """Each theme: difference, interval and p-value, or why not."""
    seen, drawn = two.statistics(measure) if min(two.first.sum(), (~two.first).sum()) else (None, None)
    for at, theme in enumerate(two.themes):
        x1, n1, x2, n2 = two.counts(at)
        row = {"theme": theme, "measure": measure, "people_a": n1, "people_b": n2}
        if min(n1, n2) < smallest or seen is None or drawn is None:
            few = f"fewer than {smallest} people in a group"
            yield {**row, "estimate": np.nan, "low": np.nan, "high": np.nan, "p": np.nan, "reason": few}
            continue
        if measure == "presence":
            interval = proportions.miettinen_nurminen(x1, n1, x2, n2, level=level)
            p = exact2x2.suissa_shuster(x1, n1, x2, n2, gamma=gamma)
        else:
            interval = permutation.difference_interval(
                two.share[:, at], two.first, two.permuted, strata=two.strata, level=level
            ).within(-1, 1)
            p = float(permutation.pvalues(seen[[at]], drawn[:, [at]])[0])
        reason = "everybody is alike" if np.isnan(interval.estimate) else ""
        yield {**row, **interval._asdict(), "p": p, "reason": reason}


def _judged(frame: pd.DataFrame) -> pd.DataFrame:
    """Whether each variant says what the main comparison says."""
    key = ["contrast", "theme", "measure"]
    main = frame[frame["kind"] == MAIN].set_index(key)[["estimate", "low", "high"]]
    base = frame[key].join(main, on=key)
    excludes = (frame["low"] > 0) | (frame["high"] < 0)
    before = (base["low"] > 0) | (base["high"] < 0)
    same_side = np.sign(frame["estimate"]) == np.sign(base["estimate"])
    same = (excludes & before & same_side) | (~excludes & ~before)
    return frame.assign(holds=same & frame["estimate"].notna())
