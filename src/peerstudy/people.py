"""Who speaks in which interview, and which values make which group."""

from collections.abc import Mapping, Sequence

import pandas as pd

from peerstudy import tables
from peerstudy.hints import nearest


def held(interviews: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """Interview and participant, once a pair, interviews with withdrawn consent left out.

    Parameters
    ----------
    interviews, speakers
        The tables of those names. A focus group names its people in `speakers`.
    """
    pairs = named(interviews, speakers)[["interview", "participant"]]
    return pairs.drop_duplicates(ignore_index=True)


def named(interviews: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """Interview and participant wherever a row says so, with `file` and `line`; withdrawn ones left out.

    Parameters
    ----------
    interviews, speakers
        As for `held`.
    """
    files = {"interviews.csv": interviews, "speakers.csv": speakers}
    pairs = pd.concat(
        frame[["interview", "participant"]].assign(file=file, line=tables.lines(frame))
        for file, frame in files.items()
    )
    if "consent" in interviews:
        open_ones = interviews[interviews["consent"] != "withdrawn"]["interview"]
        pairs = pairs[pairs["interview"].isin(open_ones)]
    return pairs[pairs["participant"] != ""].astype({"line": "int64"})


def unheld(
    cutoffs: Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]], people: pd.DataFrame
) -> list[str]:
    """A sentence for each attribute and value of other groupings of people that nobody has.

    Parameters
    ----------
    cutoffs
        By name an attribute, and its values in each group.
    people
        A row a person, with their attributes.

    Examples
    --------
    >>> unheld({"old": {"age": {"left": ["70"]}}}, pd.DataFrame({"age": ["71", "40"]}))
    ["sensitivity: cutoffs: old: age: left: '70' is held by nobody. Held: 40, 71"]
    """
    known = [str(column) for column in people if column != "participant"]
    told = []
    for name, attribute, groups in ((n, *one) for n, made in cutoffs.items() for one in made.items()):
        place = f"sensitivity: cutoffs: {name}"
        if attribute not in known:
            near = nearest(attribute, known)
            told.append(f"{place}: {attribute!r} is no attribute of people{near}. Known: {', '.join(known)}")
            continue
        told += [
            f"{place}: {attribute}: {group}: {line}"
            for group, values in groups.items()
            for line in held_by_nobody(values, people[attribute])
        ]
    return told


def held_by_nobody(values: Sequence[str], held: "pd.Series[str]") -> list[str]:
    """A sentence for each value of an attribute that no person has.

    Parameters
    ----------
    values
        What a plan or codebook names.
    held
        The attribute of each person.

    Examples
    --------
    >>> held_by_nobody(["70", "71"], pd.Series(["71", "", "40"]))
    ["'70' is held by nobody. Held: 40, 71"]
    """
    known = sorted(set(held.astype(str)) - {""})
    return [
        f"{value!r} is held by nobody{nearest(str(value), known)}. Held: {', '.join(known)}"
        for value in values
        if value not in known
    ]


def in_two_groups(groups: Mapping[str, Sequence[str]], place: str) -> list[str]:
    """A sentence for each value that several groups take: who holds it would be counted in the last of them.

    Parameters
    ----------
    groups
        Values of an attribute in each group.
    place
        Where study.yaml says so.

    Examples
    --------
    >>> in_two_groups({"stay": ["s", "m"], "leave": ["l", "m"]}, "roster: groups")
    ["roster: groups: value 'm' stands in groups 'stay' and 'leave'; a value makes one group"]
    """
    values = dict.fromkeys(value for held in groups.values() for value in held)
    takers = {value: [repr(group) for group, held in groups.items() if value in held] for value in values}
    return [
        f"{place}: value {value!r} stands in groups {' and '.join(by)}; a value makes one group"
        for value, by in takers.items()
        if len(by) > 1
    ]
