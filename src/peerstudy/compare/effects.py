"""What stands beside a contrast: other tests and measures, talk length, bounds, what could be shown."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from peerstudy import tables
from peerstudy.compare import overlooked, pairing, presence_effects, salience_effects, withholding
from peerstudy.compare.pairing import Pairing
from peerstudy.compare.presence_effects import NAN, Effect
from peerstudy.statistics import two_coders, verification
from peerstudy.statistics.interval import Interval


def effects(
    contrasts: pd.DataFrame,
    presence: pd.DataFrame,
    roster: pd.DataFrame,
    corrected: pd.DataFrame,
    second_coder: pd.DataFrame,
    least: int,
    *,
    level: float,
    gamma: float,
    power: float,
    strata: str,
    families: str,
    permutations: int,
    seed: int,
) -> pd.DataFrame:
    """Measure each comparison that stands in other ways.

    Parameters
    ----------
    contrasts, presence, roster, corrected, second_coder
        The tables of those names.
    least
        Coded segments from which a theme counts as present.
    level
        Confidence level.
    gamma
        Berger-Boos constant of the exact test.
    power
        Chance with which a detectable difference would be shown.
    strata, families
        Attributes of people: labels move within strata; families move whole. Empty for none.
    permutations, seed
        Reassignments of people, and the seed of their random numbers.

    Returns
    -------
    frame
        The table `effects`; beside a comparison that was refused or withheld stands nothing but the bounds of
        what readers left open.

    Raises
    ------
    TableError
        If `strata` or `families` is no attribute of the roster, or a family has members in several strata.
    ValueError
        If `level` or `power` is not between 0 and 1, or `gamma` outside [0, 1).
    """
    rows = []
    for (_, estimator), compared in contrasts.groupby(["contrast", "estimator"]):
        pair = (str(compared["group_a"].iloc[0]), str(compared["group_b"].iloc[0]))
        themes = sorted(set(compared["theme"]))
        two = pairing.pairing(
            presence[presence["estimator"] == estimator],
            roster,
            pair,
            themes,
            strata=strata,
            families=families,
            permutations=permutations,
            seed=seed,
        )
        missed = overlooked.of_estimator(str(estimator), two, corrected)
        for row in tables.rows(compared[compared["estimate"].notna()]):
            at = themes.index(row.theme)
            found: list[Effect] = []
            if estimator in ("hand", "verified") and row.measure == "presence":
                found += _of_presence(two, at, pair, missed[at], level, gamma, power)
            if estimator == "hand" and row.measure == "presence":
                found += _counted(two, at, level, least)
            if estimator == "verified":
                found += presence_effects.unseen(two.counts(at), missed[at], pair)
            if estimator in ("hand", "corrected") and row.measure == "salience":
                found += _of_salience(two, at, estimator == "hand", level)
            if estimator == "machine" and row.measure == "salience":
                found += salience_effects.undoing(two.share[:, at], two.first, whose="")
            if estimator in ("hand", "corrected"):
                found += _of_hand_error(two, row, second_coder, least)
            rows += [_placed(row, effect) for effect in found]
        if estimator == "verified":
            known = compared[compared["estimate"].notna() | compared["reason"].str.startswith("withheld")]
            rows += [_placed(row, _worst_case(two, row.theme, corrected)) for row in tables.rows(known)]
    return tables.check(pd.DataFrame(rows), "effects") if rows else tables.empty("effects")


def _placed(row: Any, effect: Effect) -> dict[str, object]:
    key = {name: getattr(row, name) for name in ("contrast", "theme", "measure", "estimator")}
    return {**key, **effect._asdict()}


def _of_presence(
    two: Pairing,
    at: int,
    pair: tuple[str, str],
    missed: tuple[int, int],
    level: float,
    gamma: float,
    power: float,
) -> Iterator[Effect]:
    counts = two.counts(at)
    yield from _as_if(two, presence_effects.two_by_two(overlooked.possible(counts, missed), level=level))
    yield from _as_if(two, presence_effects.never_mentioned(counts, missed, pair, level=level), strata=False)
    yield from _as_if(two, presence_effects.detectable(counts, level=level, gamma=gamma, power=power))


def _as_if(two: Pairing, found: Iterator[Effect], *, strata: bool = True) -> Iterator[Effect]:
    """What knows of neither families nor strata, with a word on that; one group has no strata to mind."""
    of = " and ".join(["families"] * two.joined + ["strata"] * (strata and two.strata is not None))
    for effect in found:
        yield effect._replace(method=f"{effect.method}, as if there were no {of}") if of else effect


def _counted(two: Pairing, at: int, level: float, least: int) -> Iterator[Effect]:
    """What needs every mention of every person: labels reassigned, and talk of equal length."""
    yield from presence_effects.permuted(two.present[:, at], two.first, two.permuted, two.strata)
    coded, segments = two.coded[:, at], two.segments[:, at]
    yield from presence_effects.at_equal_length(
        two.present[:, at],
        coded,
        segments,
        two.first,
        two.permuted,
        two.strata,
        level=level,
        mentions=least,
    )


def _of_salience(two: Pairing, at: int, counted: bool, level: float) -> Iterator[Effect]:
    yield from _as_if(two, salience_effects.ranked(two.share[:, at], two.first, level=level))
    if counted:
        yield from salience_effects.modelled(two.coded[:, at], two.segments[:, at], two.first, two.permuted)


def _worst_case(two: Pairing, theme: str, corrected: pd.DataFrame) -> Effect:
    """Bounds of the difference, whatever those turn out to be of whom something is unread."""
    at = two.themes.index(theme)
    unread = pairing.wide(corrected, "unread", two.people, two.themes)[:, at]
    held = ~np.isnan(two.present[:, at]) & ~np.isnan(unread)
    may = overlooked.still_open(two, corrected)[held, at]
    found = verification.Verified(two.present[held, at] == 1, unread[held].astype(int), may)
    bounds = verification.worst_case(found, two.first[held])
    return Effect("difference, worst case", *bounds, NAN, "all of whom something is unread, in either group")


def _of_hand_error(two: Pairing, row: Any, second_coder: pd.DataFrame, least: int) -> Iterator[Effect]:
    """What error of the hand codes could do: as much as would undo it, and as much as two coders differ."""
    at = two.themes.index(row.theme)
    given = two.present[:, at] if row.measure == "presence" else two.share[:, at]
    yield from salience_effects.undoing(given, two.first, whose="hand ")
    of_theme = second_coder[second_coder["theme"] == row.theme].set_index("participant").reindex(two.people)
    held = ~np.isnan(given) & of_theme["both"].notna().to_numpy()
    inside = two.first[held]
    if min(inside.sum(), (~inside).sum()) < withholding.FEWEST:
        return
    people = f"{int(inside.sum())} and {int((~inside).sum())} people whom both coders read"
    shares = [of_theme[held][name].to_numpy(float) for name in ("first", "both", "either")]
    if row.measure == "presence":
        read = of_theme[held]["segments"].to_numpy(float)
        shares = [np.where(np.rint(share * read) >= least, 1.0, 0.0) for share in shares]
    bounds = two_coders.between_coders(shares[1], shares[2], inside)
    # Halfway between the bounds is what neither coder says.
    yield Effect("difference, whichever coder is right", NAN, bounds.low, bounds.high, NAN, people)
    wide = two_coders.widened(
        Interval(row.estimate, row.low, row.high), shares[0], shares[1], shares[2], inside
    )
    method = f"interval moved by what they disagree on; {people}"
    yield Effect("difference, hand codes in doubt", *wide.within(-1, 1), NAN, method)
