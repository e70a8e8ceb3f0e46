"""What stands beside a contrast: other tests and measures, talk length, bounds, what could be shown."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from peerstudy import misclassification, pairing, presence_effects, salience_effects, tables, verification
from peerstudy.pairing import Pairing
from peerstudy.presence_effects import NAN, Effect


def effects(
    contrasts: pd.DataFrame,
    presence: pd.DataFrame,
    roster: pd.DataFrame,
    corrected: pd.DataFrame,
    second_coder: pd.DataFrame,
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
        The table `effects`; nothing stands beside a comparison that was refused or withheld.
    """
    rows = []
    for (contrast, estimator), compared in contrasts.groupby(["contrast", "estimator"]):
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
        for row in tables.rows(compared[compared["estimate"].notna()]):
            at = themes.index(row.theme)
            head = {"contrast": contrast, "theme": row.theme, "measure": row.measure, "estimator": estimator}
            found: list[Effect] = []
            if estimator in ("hand", "verified") and row.measure == "presence":
                found += _of_presence(two, at, pair, estimator == "hand", level, gamma, power)
            if estimator in ("hand", "corrected") and row.measure == "salience":
                found += _of_salience(two, at, estimator == "hand", level)
            if estimator == "machine" and row.measure == "salience":
                found += salience_effects.undoing(two.share[:, at], two.first)
            if estimator == "verified":
                found += _worst_case(two, row.theme, corrected)
            if estimator in ("hand", "corrected") and row.measure == "salience":
                found += _between_coders(two, row.theme, second_coder)
            rows += [{**head, **effect._asdict()} for effect in found]
    return tables.check(pd.DataFrame(rows), "effects") if rows else tables.empty("effects")


def _of_presence(
    two: Pairing, at: int, pair: tuple[str, str], counted: bool, level: float, gamma: float, power: float
) -> Iterator[Effect]:
    counts = two.counts(at)
    yield from presence_effects.two_by_two(counts, level=level)
    yield from presence_effects.never_mentioned(counts, pair, level=level)
    yield from presence_effects.detectable(counts, level=level, gamma=gamma, power=power)
    yield from presence_effects.permuted(two.present[:, at], two.first, two.permuted, two.strata)
    if counted:
        coded, segments = two.coded[:, at], two.segments[:, at]
        yield from presence_effects.at_equal_length(
            coded, segments, two.first, two.permuted, two.strata, level=level
        )


def _of_salience(two: Pairing, at: int, counted: bool, level: float) -> Iterator[Effect]:
    yield from salience_effects.ranked(two.share[:, at], two.first, level=level)
    if counted:
        yield from salience_effects.modelled(two.coded[:, at], two.segments[:, at], two.first, two.permuted)


def _worst_case(two: Pairing, theme: str, corrected: pd.DataFrame) -> Iterator[Effect]:
    """Bounds of the difference, whatever those turn out to be of whom something is unread."""
    of_theme = corrected[corrected["theme"] == theme].set_index("participant").reindex(two.people)
    held = ~np.isnan(two.present[:, two.themes.index(theme)]) & of_theme["open"].notna().to_numpy()
    kept = of_theme[held]
    found = verification.Verified(
        (kept["confirmed"] > 0).to_numpy(), kept["unread"].to_numpy(), kept["open"].to_numpy(bool)
    )
    bounds = verification.worst_case(found, two.first[held])
    yield Effect("difference, worst case", *bounds, NAN, "all of whom something is unread, in either group")


def _between_coders(two: Pairing, theme: str, second_coder: pd.DataFrame) -> Iterator[Effect]:
    """Bounds of the difference where two coders read the same people, whichever of them is right."""
    of_theme = second_coder[second_coder["theme"] == theme].set_index("participant").reindex(two.people)
    held = ~np.isnan(two.share[:, two.themes.index(theme)]) & of_theme["both"].notna().to_numpy()
    if min((two.first & held).sum(), (~two.first & held).sum()) == 0:
        return
    kept = of_theme[held]
    bounds = misclassification.between_coders(kept["both"], kept["either"], two.first[held])
    people = f"{int((two.first & held).sum())} and {int((~two.first & held).sum())} people"
    yield Effect("difference, whichever coder is right", *bounds, NAN, f"{people} whom both coders read")
