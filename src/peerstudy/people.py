"""Who speaks in which interview, and which values make which group."""

from collections.abc import Mapping, Sequence

import pandas as pd

from peerstudy import tables


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
    ["study.yaml: roster: groups: value 'm' stands in groups 'stay' and 'leave'; a value makes one group"]
    """
    values = dict.fromkeys(value for held in groups.values() for value in held)
    takers = {value: [repr(group) for group, held in groups.items() if value in held] for value in values}
    return [
        f"study.yaml: {place}: value {value!r} stands in groups {' and '.join(by)}; a value makes one group"
        for value, by in takers.items()
        if len(by) > 1
    ]
