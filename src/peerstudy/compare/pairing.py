"""Two groups of people as arrays: one row a person, one column a theme, NaN where a theme does not count.

`roster` (`of_person`: by participant) and `presence` are the tables of those names. `groups`, or `pair` with
the reference second, are names in their column `group`, which `held` is; `comparisons` name such groups.
`people` and `themes` are ids, rows and columns of the arrays. `strata` and `families` are attributes of the
roster, empty for none: `permutations` reassignments, drawn by `seed`, move labels within strata and families
whole. A family with members in several groups cannot move and is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from peerstudy.compare import refusals
from peerstudy.statistics import permutation, studentised

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Pairing:
    """People of two groups and what each says of each theme.

    Attributes
    ----------
    people, themes
        Ids of the rows and columns.
    first
        Shape (people,): true for the first group.
    present, share, coded, segments
        Shape (people, themes): 1 or 0, share of talk, coded segments, all segments; NaN for people to whom
        the theme does not apply, who were never asked or whose talk was not read.
    strata
        Shape (people,): labels are reassigned within a stratum; None for one stratum.
    permuted
        Shape (assignments, people): the reassigned `first`.
    joined
        Some of the people belong together, so that they are not independent.
    """

    people: list[str]
    themes: list[str]
    first: NDArray[np.bool_]
    present: Floats
    share: Floats
    coded: Floats
    segments: Floats
    strata: NDArray[np.str_] | None
    permuted: NDArray[np.bool_]
    joined: bool

    @property
    def confined(self) -> bool:
        """Whether labels are not reassigned at will: within strata, or some people move together."""
        return self.joined or self.strata is not None

    def values(self, measure: str) -> Floats:
        """What is compared, less the mean of the stratum."""
        given = self.present if measure == "presence" else self.share
        return given if self.strata is None else studentised.within(given, self.strata)

    def statistics(self, measure: str) -> tuple[Floats, Floats]:
        """Statistic of each theme as seen, and under each reassignment (the first axis)."""
        statistic = studentised.pooled if measure == "presence" else studentised.welch
        values = self.values(measure)
        return statistic(values, self.first), statistic(values, self.permuted)

    def counts(self, theme: int) -> tuple[int, int, int, int]:
        """x1, n1, x2, n2: people who speak of the theme, of those who count, in each group."""
        said = self.present[:, theme]
        first, second = said[self.first], said[~self.first]
        return (
            int(np.nansum(first)),
            int((~np.isnan(first)).sum()),
            int(np.nansum(second)),
            int((~np.isnan(second)).sum()),
        )


def pairing(
    presence: pd.DataFrame,
    roster: pd.DataFrame,
    pair: Sequence[str],
    themes: list[str],
    *,
    strata: str,
    families: str,
    permutations: int,
    seed: int,
) -> Pairing:
    """The people of two groups, in the order of their ids; `presence` is of one estimator.

    Raises
    ------
    TableError
        If an attribute is not in the roster, or a family has members in several strata.
    """
    refusals.check_attributes(roster, "comparison", strata, families)
    of_person = roster.set_index("participant")
    people = members(roster, pair, families)
    refusals.check_whole(of_person.loc[people], strata, families)
    groups = of_person.loc[people, "group"].to_numpy()
    inside = np.asarray(groups == pair[0], dtype=bool)
    rows = counted(presence, roster, pair, families)

    def grid(column: str) -> Floats:
        return wide(rows, column, people, themes)

    blocks = of_person.loc[people, strata].to_numpy(dtype=str) if strata else None
    whole = units(of_person, people, families) if families else None
    moved = permutation.assignments(
        inside,
        strata=blocks,
        families=whole,
        permutations=permutations,
        seed=seed,
    )
    present, share, coded, segments = (grid(column) for column in ("present", "share", "coded", "segments"))
    joined = whole is not None and len(set(whole)) < len(people)
    return Pairing(people, themes, inside, present, share, coded, segments, blocks, moved, joined)


def counted(
    presence: pd.DataFrame, roster: pd.DataFrame, groups: Sequence[str], families: str
) -> pd.DataFrame:
    """Rows of `presence` that count in a comparison of groups.

    They are of people whose family is in one of the groups only, who could have spoken of the theme and were
    asked, and whose talk was read.

    Raises
    ------
    TableError
        If the attribute is not in the roster.
    """
    compared = presence["participant"].isin(members(roster, groups, families))
    return presence[compared & presence["applies"] & presence["asked"] & presence["read"]]


def wide(counted: pd.DataFrame, column: str, people: list[str], themes: list[str]) -> Floats:
    """One column of rows that name a person and theme once, as people x themes; NaN where no row is."""
    cells = counted.set_index(["participant", "theme"])[column].unstack("theme")  # noqa: PD010 (nothing is aggregated)
    return cells.reindex(index=people, columns=themes).to_numpy(dtype=float, na_value=np.nan)


def members(roster: pd.DataFrame, groups: Sequence[str], families: str) -> list[str]:
    """People of the groups whose family is in one of them only.

    Raises
    ------
    TableError
        If the attribute is not in the roster.
    """
    chosen = roster[roster["group"].isin(list(groups))]
    out = chosen["participant"].isin(crossing(roster, groups, families))
    return sorted(chosen["participant"][~out])


def crossing(roster: pd.DataFrame, groups: Sequence[str], families: str) -> list[str]:
    """People whose family has members in several of the groups.

    Raises
    ------
    TableError
        If the attribute is not in the roster.
    """
    if not families:
        return []
    refusals.check_attributes(roster, "comparison", families)
    chosen = roster[roster["group"].isin(list(groups)) & (roster[families] != "")]
    split = permutation.crossing(chosen[families].to_numpy(str), chosen["group"].to_numpy(str))
    return sorted(chosen["participant"][chosen[families].isin(split)])


def units(of_person: pd.DataFrame, people: list[str], families: str) -> NDArray[np.str_]:
    """The family of each person; who has none is a family of one."""
    named = of_person.loc[people, families].to_numpy(str)
    return np.where(named == "", [f"alone {person}" for person in people], named)
