"""Who takes part: people, their interviews, and the group that the comparison counts them in."""

from collections.abc import Collection

import pandas as pd

from peerstudy import people, tables
from peerstudy.cells import problems_by_file
from peerstudy.hints import same

CLOSED = {"withdrawn": "withdrew", "refused": "refused"}  # outcomes after which nothing of a person is read
OWN = ("group", "interviews", "words", "family")  # columns that stand beside people's attributes


def roster(
    participants: pd.DataFrame,
    interviews: pd.DataFrame,
    speakers: pd.DataFrame,
    segments: pd.DataFrame,
    *,
    attribute: str,
    groups: dict[str, list[str]],
    family: str,
) -> pd.DataFrame:
    """One row a person, with group, family and how much was said.

    Parameters
    ----------
    participants, interviews, speakers, segments
        The tables of those names.
    attribute
        Column of `participants` that the groups collapse.
    groups
        Values of that attribute in each group; people with other values are outside the comparison.
    family
        Column of `participants` or `interviews` that joins what is not independent; empty for none.

    Raises
    ------
    TableError
        With every person and interview that does not fit.
    """
    held = people.held(interviews, speakers)
    named = people.named(interviews, speakers)
    told = {
        "participants.csv": [
            *_unexplained(participants, held),
            *_closed(participants, named),
            *_taken(set(participants.columns), family),
            *_slips(participants, attribute, groups),
        ],
        "interviews.csv": [
            *_strangers(participants, named, "interviews.csv"),
            *_taken({family} & set(interviews.columns) - set(participants.columns), family),
        ],
        "speakers.csv": _strangers(participants, named, "speakers.csv"),
        "study.yaml": [
            *ungrouped(participants, attribute, groups),
            *people.in_two_groups(groups, "roster: groups"),
            *_family(participants, interviews, held, family),
        ],
    }
    if any(told.values()):
        raise problems_by_file(told)
    frame = participants.copy()
    of_value = {value: group for group, values in groups.items() for value in values}
    frame["group"] = frame[attribute].map(of_value).fillna("").where(frame["outcome"] == "analysed", "")
    frame["interviews"] = frame["participant"].map(held["participant"].value_counts()).fillna(0).astype(int)
    words = segments.groupby("participant")["words"].sum()
    frame["words"] = frame["participant"].map(words).fillna(0).astype(int)
    if family and family not in participants:
        of_person = _of_interviews(interviews, held, family).groupby("participant")["family"]
        frame[family] = frame["participant"].map(of_person.first()).fillna("")
    frame["family"] = frame[family] if family else ""
    return frame


def _unexplained(participants: pd.DataFrame, held: pd.DataFrame) -> list[str]:
    """People without interview and without an outcome that explains it."""
    analysed = participants[participants["outcome"] == "analysed"]
    alone = analysed[~analysed["participant"].isin(held["participant"])]
    return [
        f"row {line}: participant {person!r} is analysed but has no interview with consent. "
        "Hint: add the interview, or set outcome to withdrawn, refused or lost"
        for line, person in zip(tables.lines(alone), alone["participant"], strict=True)
    ]


def _strangers(participants: pd.DataFrame, named: pd.DataFrame, file: str) -> list[str]:
    """Interviews of nobody, as far as this file names them."""
    known = set(participants["participant"])
    return [
        f"row {row.line}: interview {row.interview!r} names participant {row.participant!r}, who is not in "
        f"participants.csv{tables.nearest(row.participant, known)}"
        for row in tables.rows(named[named["file"] == file])
        if row.participant not in known
    ]


def _closed(participants: pd.DataFrame, named: pd.DataFrame) -> list[str]:
    """Interviews that are read although somebody in them refused or withdrew."""
    gone = participants[participants["outcome"].isin(CLOSED)]
    lines = dict(zip(gone["participant"], tables.lines(gone), strict=True))
    did = dict(zip(gone["participant"], gone["outcome"].map(CLOSED), strict=True))
    return [
        f"row {lines[row.participant]}: participant {row.participant!r} {did[row.participant]}, and "
        f"interview {row.interview!r} is read ({row.file}, row {row.line}). Hint: set its consent to "
        "withdrawn in interviews.csv; of a group's talk, take this person's words and label out"
        for row in tables.rows(named[named["participant"].isin(lines)])
    ]


def _taken(columns: Collection[str], family: str) -> list[str]:
    """Columns of people that the roster's own would overwrite, so that a theme applied to the wrong ones."""
    return [
        f"column {name!r} has the name of a column that the roster makes. "
        f"Hint: rename it, such as {'own_' + name!r}, wherever the study names it"
        for name in OWN
        if name in columns and not name == family == "family"  # which then holds what the roster's own would
    ]


def _slips(participants: pd.DataFrame, attribute: str, groups: dict[str, list[str]]) -> list[str]:
    """People whom a slip of the pen would leave out of every group."""
    if attribute not in participants:
        return []
    values = participants[attribute].where(participants["outcome"] == "analysed", "")
    grouped = {value for held in groups.values() for value in held}
    hints = {value: same(value, sorted(grouped)) for value in set(values) - grouped}
    return [
        f"row {line}, column {attribute!r}: {value!r} is in no group{hints[value]}. Hint: if another "
        "value is meant, give it a name that is less alike"
        for line, value in zip(tables.lines(participants), values, strict=True)
        if hints.get(value)
    ]


def ungrouped(participants: pd.DataFrame, attribute: str, groups: dict[str, list[str]]) -> list[str]:
    """A sentence for the attribute that groups are made from or a value of it, where nobody has it."""
    if attribute not in participants:
        hint = tables.nearest(attribute, map(str, participants.columns))
        return [f"roster: groups are made from {attribute!r}, which is no column of participants.csv{hint}"]
    held = set(participants[attribute])
    return [
        f"roster: groups: group {group!r} takes {attribute} {value!r}, which nobody holds"
        f"{tables.nearest(value, held)}. Held: {', '.join(sorted(filter(None, held)))}"
        for group, values in groups.items()
        for value in values
        if value not in held
    ]


def _family(
    participants: pd.DataFrame, interviews: pd.DataFrame, held: pd.DataFrame, family: str
) -> list[str]:
    """A family that no table has, and people whose interviews put them into several."""
    if not family or family in participants:
        return []
    if family not in interviews:
        return [f"roster: family names {family!r}, no column of participants.csv or interviews.csv"]
    named = _of_interviews(interviews, held, family).groupby("participant")["family"].unique()
    return [
        f"participant {person!r} has interviews in several families: {family} {', '.join(sorted(families))}. "
        "Hint: whoever is in both joins them; give them one name in a column of their own, and name it in "
        "study.yaml: roster: family"
        for person, families in named.items()
        if len(families) > 1
    ]


def _of_interviews(interviews: pd.DataFrame, held: pd.DataFrame, family: str) -> pd.DataFrame:
    """Each person with the family of each interview that has one."""
    of_interview = held["interview"].map(interviews.set_index("interview")[family]).fillna("")
    return held.assign(family=of_interview)[of_interview != ""]
