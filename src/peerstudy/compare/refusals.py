"""What no comparison can be made of: groups that nobody is in, attributes people lack, split families."""

from collections.abc import Iterable

import pandas as pd

from peerstudy import tables
from peerstudy.cells import problems_of
from peerstudy.statistics import permutation
from peerstudy.wording import first

SHOWN = 5  # families that a message names


def check_groups(roster: pd.DataFrame, where: str, comparisons: Iterable[tuple[str, list[str]]]) -> None:
    """Refuse comparisons of groups that nobody is in.

    Raises
    ------
    TableError
        Names each comparison and group.
    """
    problems = unknown_groups(roster["group"], comparisons)
    if problems:
        raise problems_of(where, problems)


def unknown_groups(held: "pd.Series[str]", comparisons: Iterable[tuple[str, list[str]]]) -> list[str]:
    """A sentence for each group of a comparison that nobody is in.

    >>> unknown_groups(pd.Series(["stay", "leave", ""]), [("all", ["stay", "leaves"])])
    ["comparison 'all' names group 'leaves', which nobody is in (did you mean 'leave'?). Groups: leave, stay"]
    """
    groups = sorted(set(held) - {""})
    return [
        f"comparison {name!r} names group {group!r}, which nobody is in{tables.nearest(group, groups)}. "
        f"Groups: {', '.join(groups)}"
        for name, named in comparisons
        for group in named
        if group not in groups
    ]


def check_attributes(roster: pd.DataFrame, where: str, *attributes: str) -> None:
    """Refuse attributes that the roster does not have.

    Raises
    ------
    TableError
        Names each of them.
    """
    columns = [str(column) for column in roster.columns]
    wrong = [name for name in attributes if name and name not in columns]
    if wrong:
        raise tables.TableError(
            f"{where}: {', '.join(map(repr, wrong))} is no attribute of people"
            f"{tables.nearest(wrong[0], columns)}. "
            f"Attributes: {', '.join(columns)}"
        )


def check_whole(people: pd.DataFrame, strata: str, families: str) -> None:
    """Refuse strata that part families, since whoever belongs together is reassigned together.

    Parameters
    ----------
    people
        A row a person who is compared, with their attributes.
    strata, families
        Attributes within which and by which people are reassigned to groups; empty for none.

    Raises
    ------
    TableError
        If people of one family are in several strata.

    Examples
    --------
    >>> people = pd.DataFrame({"house": ["h", "h", ""], "site": ["north", "south", "south"]})
    >>> check_whole(people, "site", "")
    """
    if not (strata and families):
        return
    joined = people[people[families] != ""]
    split = permutation.crossing(joined[families].to_numpy(str), joined[strata].to_numpy(str))
    if split:
        raise tables.TableError(
            f"people of one {families!r} are in several {strata!r}: {first(split, SHOWN)}; they "
            "cannot be reassigned together within one. Hint: leave strata or families empty in study.yaml"
        )
