"""Themes that go together: in the same people, and in the same segments of people."""

import numpy as np
import pandas as pd

from peerstudy import tables, tree
from peerstudy.compare import pairing
from peerstudy.statistics import cooccurrence, multiplicity


def cooccurrences(
    presence: pd.DataFrame,
    codings: pd.DataFrame,
    segments: pd.DataFrame,
    codebook: pd.DataFrame,
    coverage: pd.DataFrame,
    *,
    coder: str,
    smallest_group: int,
) -> pd.DataFrame:
    """Compare each pair of themes without children, over the people who count for both.

    Parameters
    ----------
    presence, codings, segments, codebook, coverage
        The tables of those names.
    coder
        Hand coder whose segments are compared.
    smallest_group
        A pair that fewer people count for is refused.

    Returns
    -------
    frame
        The table `cooccurrences`; p-values of segments come from moving one theme along the talk of people.
    """
    themes = tree.leaves(codebook)
    counted = presence[presence["applies"] & presence["asked"] & presence["read"]]
    counted = counted[counted["estimator"] == "hand"]
    people = sorted(set(counted["participant"]))
    said = pairing.wide(counted, "present", people, themes)
    whole = set(coverage[(coverage["coder"] == coder) & (coverage["scope"] == "whole")]["interview"])
    own = segments[segments["interview"].isin(whole) & segments["participant"].isin(people)]
    who = np.unique(own["participant"].to_numpy(str), return_inverse=True)[1]
    held = codings[codings["coder"] == coder]
    marks = np.column_stack(
        [own["segment"].isin(held[held["theme"] == theme]["segment"]) for theme in themes]
    )
    together, chance, p_segments = cooccurrence.segment_pvalues(who, marks)
    rows = []
    for one, two in cooccurrence.pairs(len(themes)):
        both = said[:, [one, two]]
        both = both[~np.isnan(both).any(1)].astype(bool)
        row: dict[str, object] = {"theme": themes[one], "other": themes[two], "people": len(both)}
        row |= {"speak_of_both": int(both.all(1).sum()), "speak_of_either": int(both.any(1).sum())}
        row |= {"segments": int(together[one, two]), "expected": float(chance[one, two])}
        row |= {"phi": np.nan, "jaccard": np.nan, "p_people": np.nan, "p_segments": np.nan}
        few = len(both) < smallest_group
        row["reason"] = f"fewer than {smallest_group} people who count for both" if few else ""
        if not few:
            row |= _pair(both) | {"p_segments": float(p_segments[one, two])}
        rows.append(row)
    if not rows:
        return tables.empty("cooccurrences")
    frame = pd.DataFrame(rows)
    for unit in ("people", "segments"):
        frame[f"p_{unit}_adjusted"] = multiplicity.false_discovery(frame[f"p_{unit}"].to_numpy(float))
        frame[f"tested_{unit}"] = int(frame[f"p_{unit}"].notna().sum())
    return tables.check(frame, "cooccurrences")


def group_cooccurrences(
    presence: pd.DataFrame, codebook: pd.DataFrame, *, smallest_group: int
) -> pd.DataFrame:
    """Count, in each group, the people who speak of both themes of a pair.

    Parameters
    ----------
    presence, codebook
        The tables of those names; hand codes count.
    smallest_group
        A pair that fewer people of the group count for is refused.

    Returns
    -------
    frame
        The table `group_cooccurrences`.
    """
    themes = tree.leaves(codebook)
    counted = presence[presence["applies"] & presence["asked"] & presence["read"] & (presence["group"] != "")]
    rows = []
    for group, own in counted[counted["estimator"] == "hand"].groupby("group"):
        said = pairing.wide(own, "present", sorted(set(own["participant"])), themes)
        for one, two in cooccurrence.pairs(len(themes)):
            both = said[:, [one, two]]
            both = both[~np.isnan(both).any(1)].astype(bool)
            together, either = int(both.all(1).sum()), int(both.any(1).sum())
            few = len(both) < smallest_group
            phi = np.nan if few else _pair(both)["phi"]
            alike = "all or none of them speak of one" if np.isnan(phi) else ""
            reason = alike if either else "nobody speaks of either"
            rows.append(
                {"group": group, "theme": themes[one], "other": themes[two], "people": len(both)}
                | {"speak_of_both": together, "speak_of_either": either}
                | {"phi": phi, "jaccard": np.nan if few or not either else together / either}
                | {"reason": f"fewer than {smallest_group} people who count for both" if few else reason}
            )
    if not rows:
        return tables.empty("group_cooccurrences")
    return tables.check(pd.DataFrame(rows), "group_cooccurrences")


def _pair(both: np.ndarray) -> dict[str, float]:
    """Phi, Jaccard and exact p-value of two themes over people; NaN where all or none speak of one."""
    varied = both.any(0) & ~both.all(0)
    return {
        "phi": float(cooccurrence.phi(both)[0, 1]) if varied.all() else np.nan,
        "jaccard": float(cooccurrence.jaccard(both)[0, 1]),
        "p_people": float(cooccurrence.participant_pvalues(both)[0, 1]) if varied.all() else np.nan,
    }
