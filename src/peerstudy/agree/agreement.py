"""How far hand coders agree on each theme."""

from dataclasses import replace
from itertools import combinations

import pandas as pd

from peerstudy import tables, tree
from peerstudy.agree import ratings, readings

UNITS = ("segment", "participant", "characters")
COEFFICIENTS = (*ratings.OF_THEMES, *ratings.OF_PASSAGES, *ratings.OF_SETS)
ALL = "all"


def agreement(
    codings: pd.DataFrame,
    coverage: pd.DataFrame,
    segments: pd.DataFrame,
    spans: pd.DataFrame,
    codebook: pd.DataFrame,
    sample: pd.DataFrame,
    roster: pd.DataFrame,
    *,
    units: list[str],
    coefficients: list[str],
    adjudicated: list[str],
    level: float,
) -> pd.DataFrame:
    """Agreement on each theme, for every two coders and for all.

    Parameters
    ----------
    codings, coverage, segments, spans, codebook, sample, roster
        The tables of those names. What two coders have read is compared; machine codes are left out. Words
        of people who could not have spoken of a theme say nothing of how far coders agree on it.
    units
        What is compared: `segment`; `participant`, whether the theme is present in what all their readers
        read; `characters` of the segments.
    coefficients
        Of each theme: `agreement`, `positive`, `negative`, `alpha`, `cohen`, `fleiss`, `conger`,
        `brennan_prediger`, `pabak`, `ac1`; and of passages, on characters, `alpha_u`. Of the sets of all
        themes that have no children, under the theme `all`: `alpha_sets`, `alpha_jaccard`, `alpha_masi`.
    adjudicated
        Coders who settled the differences of others: no witnesses of their own.
    level
        Of the intervals, such as .95; jackknife-t over participants.

    Returns
    -------
    frame
        The table `agreement`. What is undefined is empty, with the reason.

    Raises
    ------
    ValueError
        If a unit or coefficient is unknown, a hand coding names a segment that is not there, somebody read a
        sample and none was drawn, or `level` is not between 0 and 1.
    """
    _known("units", units, UNITS)
    _known("coefficients", coefficients, COEFFICIENTS)
    coders = sorted(set(coverage["coder"]) - set(adjudicated))
    themes = list(codebook.sort_values("order")["theme"])
    leaves = [themes.index(leaf) for leaf in tree.leaves(codebook)]
    text = segments.sort_values(["interview", "turn", "start"], kind="stable", ignore_index=True)
    read = readings.of_segments(codings, coverage, text, sample, coders=coders, themes=themes)
    who_can = tree.applies(codebook, roster).reindex(text["participant"], fill_value=True)
    read = replace(read, able=who_can[themes].to_numpy(dtype=bool))
    lifted = readings.lifted(spans, tree.ancestors(codebook))
    rows: list[ratings.Row] = []
    for unit in units:
        found = read
        wanted = [name for name in coefficients if name not in ratings.OF_PASSAGES]
        if unit == "characters":
            found = readings.of_characters(read, lifted, text, coders=coders, themes=themes)
            wanted = [name for name in coefficients if name not in ratings.OF_SETS]
        for who, group in _groups(coders):
            shared = found.among(group)
            if unit == "participant":
                shared = shared.by_person().among(list(range(len(group))))
            place: ratings.Row = {"unit": unit, "coders": who}
            for number, theme in enumerate(themes):
                each = ratings.of_theme(shared.about([number]), number, wanted, level=level)
                rows += [{"theme": theme, **place, **row} for row in each]
            sets = ratings.of_sets(shared.about(leaves), leaves, wanted, level=level)
            rows += [{"theme": ALL, **place, **row} for row in sets]
    frame = pd.DataFrame(rows) if rows else tables.empty("agreement")
    return tables.check(frame[list(tables.contracts()["agreement"].columns)], "agreement")


def _groups(coders: list[str]) -> list[tuple[str, list[int]]]:
    """Every two coders, and all of them: name and numbers."""
    pairs = [(f"{coders[a]},{coders[b]}", [a, b]) for a, b in combinations(range(len(coders)), 2)]
    return [*pairs, (ALL, list(range(len(coders))))]


def _known(what: str, names: list[str], allowed: tuple[str, ...]) -> None:
    for name in names:
        if name not in allowed:
            hint = tables.nearest(name, allowed)
            raise ValueError(f"agreement: {what}: {name!r} is unknown{hint}. Allowed: {', '.join(allowed)}")
