"""What speaks against taking part: reasons of those who left, and drawbacks of those who stayed."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from peerstudy.pages.sections.told import Grid, Told, told
from peerstudy.tables import rows

TITLE = (
    "What speaks against taking part: reasons of those who left or stayed away, drawbacks told by those "
    "who stayed"
)


def leaving_first(table: pd.DataFrame, groups: Sequence[str]) -> tuple[list[str], list[str]]:
    """Groups to whom every reason applies, who left or stayed away, and those to whom only some do.

    Parameters
    ----------
    table
        The table `reasons`.
    groups
        Groups in the order in which they are to be read; whoever counts for no reason is in neither list.
    """
    counted = table[(table["theme"] != "") & (table["people"] > 0)]
    applying = counted.groupby("group")["theme"].nunique()
    most = int(applying.max()) if len(applying) else 0
    reached = [group for group in groups if group in applying.index]
    return (
        [group for group in reached if applying[group] == most],
        [group for group in reached if applying[group] < most],
    )


def reasons(table: pd.DataFrame, labels: dict[str, str], groups: Sequence[str]) -> Grid:
    """Reasons by level, each with n of N by group; sums over reasons count a person once.

    Parameters
    ----------
    table
        The table of that name, placed.
    labels
        Names of themes.
    groups
        Groups in the order in which they are to be read.
    """
    leaving, others = leaving_first(table, groups)
    shown, any_one = [*leaving, *others], "reason or drawback" if others else "reason"
    body = []
    for (level, force, theme), own in table[table["people"] > 0].groupby(["level", "force", "theme"]):
        if not theme and force:
            continue
        cells = {row.group: row for row in rows(own)}
        reason = (
            Told(labels.get(str(theme), str(theme)), f"theme-{theme}")
            if theme
            else f"any {level} {any_one}".replace("  ", " ")
        )
        body.append([reason, str(level), str(force), *(_given(cells.get(g)) for g in shown)])
    return Grid(TITLE, ["Reason or drawback", "Level", "Force", *shown], body)


def any_reason(table: pd.DataFrame, groups: Sequence[str]) -> list[tuple[str, list[Told]]]:
    """Who gives any reason, those to whom every reason applies first; of the others, any that does.

    Parameters
    ----------
    table
        The table `reasons`, placed.
    groups
        Groups in the order in which they are to be read.
    """
    every = {row.group: row for row in rows(table[table["level"] == ""])}
    leaving, others = leaving_first(table, groups)
    told_of = "Of those to whom only some apply, people who tell of any"
    return [
        (
            what,
            [
                told(f"{group} {every[group].n} of {every[group].people}", "reasons", every[group])
                for group in named
            ],
        )
        for named, what in ((leaving, "People who give any reason"), (others, told_of))
        if named
    ]


def _given(row: Any) -> Told | str:
    if row is None:
        return "does not apply"
    return told(f"{row.n} of {row.people}" + (f" ({row.word})" if row.word else ""), "reasons", row)
