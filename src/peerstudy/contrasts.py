"""Groups of people compared, theme by theme, each person counted once."""

import numpy as np
import pandas as pd
from scipy import stats

from peerstudy import exact2x2, proportions, tables, tree

METHOD = "Suissa-Shuster exact test; Miettinen-Nurminen interval"
PRIMARY, PARENTS, EXPLORATORY = "primary", "parents", "exploratory"


def contrasts(
    presence: pd.DataFrame,
    codebook: pd.DataFrame,
    *,
    comparisons: dict[str, list[str]],
    primary: list[str],
    level: float,
    gamma: float,
    smallest_group: int,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compare how many people of two groups speak of each theme.

    Parameters
    ----------
    presence, codebook
        The tables of those names.
    comparisons
        Two groups by the name of the contrast; the second is the reference.
    primary
        Themes declared in advance; the others are exploratory, and parents are a family of their own.
    level
        Confidence level of the intervals.
    gamma
        Berger-Boos constant of the exact test; 0 searches every nuisance proportion.
    smallest_group
        A group of fewer people is refused.

    Returns
    -------
    groups, contrasts
        The tables of those names: proportions with Wilson intervals; differences with
        Miettinen-Nurminen intervals and exact unconditional p-values (Suissa & Shuster 1985). Primary
        themes and parents are adjusted by Holm, exploratory ones by Benjamini-Hochberg.

    Raises
    ------
    TableError
        If a comparison names an unknown group, or `primary` an unknown theme.
    """
    _known(presence, codebook, comparisons, primary)
    counted = presence[presence["applies"] & presence["asked"] & presence["read"]]
    sums = counted.groupby(["theme", "estimator", "group"])["present"].agg(["sum", "size"])
    counts = {key: (int(x), int(n)) for key, x, n in zip(sums.index, sums["sum"], sums["size"], strict=True)}
    cells = [
        (contrast, theme, estimator, pair)
        for contrast, pair in comparisons.items()
        for theme in codebook.sort_values("order")["theme"]
        for estimator in sorted(set(presence["estimator"]))
    ]
    group_rows, rows = [], []
    for contrast, theme, estimator, pair in cells:
        seen = [counts.get((theme, estimator, group), (0, 0)) for group in pair]
        head = {"contrast": contrast, "theme": theme, "measure": "presence", "estimator": estimator}
        group_rows += [
            {**head, "group": group, **_proportion(x, n, level)}
            for group, (x, n) in zip(pair, seen, strict=True)
        ]
        rows.append({**head, **_difference(pair, seen, level, gamma, smallest_group)})
    frame = pd.DataFrame(rows)
    frame["family"] = _families(frame["theme"], primary, tree.parents(codebook))
    return pd.DataFrame(group_rows), _adjusted(frame)


def _proportion(x: int, n: int, level: float) -> dict[str, object]:
    interval = proportions.wilson(x, n, level=level)
    return {
        "present": x,
        "people": n,
        "estimate": x / n if n else np.nan,
        "low": interval.low,
        "high": interval.high,
    }


def _difference(
    pair: list[str], seen: list[tuple[int, int]], level: float, gamma: float, smallest_group: int
) -> dict[str, object]:
    (x1, n1), (x2, n2) = seen
    row: dict[str, object] = {
        "group_a": pair[0],
        "group_b": pair[1],
        "present_a": x1,
        "people_a": n1,
        "present_b": x2,
        "people_b": n2,
        "effect": "difference in proportions",
        "estimate": np.nan,
        "low": np.nan,
        "high": np.nan,
        "method": "",
        "p": np.nan,
        "effective_labels": np.nan,
        "reason": _refusal(pair, n1, n2, smallest_group),
    }
    if not row["reason"]:
        interval = proportions.miettinen_nurminen(x1, n1, x2, n2, level=level)
        row |= {"estimate": interval.estimate, "low": interval.low, "high": interval.high, "method": METHOD}
        row["p"] = exact2x2.suissa_shuster(x1, n1, x2, n2, gamma=gamma)
    return row


def _refusal(pair: list[str], n1: int, n2: int, smallest_group: int) -> str:
    small = [f"{group} ({n})" for group, n in zip(pair, (n1, n2), strict=True) if n < smallest_group]
    if not small:
        return ""
    return (
        f"fewer than {smallest_group} people who could have spoken of it and were asked: {', '.join(small)}"
    )


def _families(themes: "pd.Series[str]", primary: list[str], parents: set[str]) -> "pd.Series[str]":
    family = themes.map(lambda theme: PARENTS if theme in parents else EXPLORATORY)
    return family.where(~themes.isin(primary), PRIMARY)


def _adjusted(frame: pd.DataFrame) -> pd.DataFrame:
    """Each family's p-values adjusted together, within a contrast and estimator."""
    frame["p_adjusted"] = np.nan
    frame["tested"] = pd.Series(pd.NA, index=frame.index, dtype="Int64")
    for key, family in frame[frame["p"].notna()].groupby(["contrast", "estimator", "family"]):
        p = family["p"].to_numpy()
        adjusted = stats.false_discovery_control(p) if key[2] == EXPLORATORY else holm(p)
        frame.loc[family.index, "p_adjusted"] = adjusted
        frame.loc[family.index, "tested"] = len(family)
    return frame


def holm(p: np.ndarray) -> np.ndarray:
    """Holm's step-down adjusted p-values.

    Examples
    --------
    >>> holm(np.array([0.01, 0.04, 0.03])).round(2).tolist()
    [0.03, 0.06, 0.06]

    References
    ----------
    Holm 1979 (Scand J Stat 6:65).
    """
    order = np.argsort(p, kind="stable")
    steps = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum(steps, 1.0)
    return adjusted


def _known(
    presence: pd.DataFrame, codebook: pd.DataFrame, comparisons: dict[str, list[str]], primary: list[str]
) -> None:
    held, themes = sorted(set(presence["group"]) - {""}), list(codebook["theme"])
    problems = [
        f"comparison {name!r} names group {group!r}, which nobody is in{tables.nearest(group, held)}. "
        f"Groups: {', '.join(held)}"
        for name, pair in comparisons.items()
        for group in pair
        if group not in held
    ]
    problems += [
        f"primary names theme {theme!r}, not in the codebook{tables.nearest(theme, themes)}"
        for theme in primary
        if theme not in themes
    ]
    if problems:
        raise tables.TableError(f"contrasts: {len(problems)} problem(s)\n  " + "\n  ".join(problems))
