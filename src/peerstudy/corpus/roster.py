"""Who takes part: people, their interviews, and the group that the comparison counts them in."""

import pandas as pd

from peerstudy import people, tables

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
    problems = [*_unexplained(participants, held), *_withdrawn(participants, held)]
    problems += _taken(participants, interviews, family)
    problems += ungrouped(participants, attribute, groups)
    problems += people.in_two_groups(groups, "roster: groups")
    problems += _family(participants, interviews, held, family)
    if problems:
        raise tables.TableError(f"participants: {len(problems)} problem(s)\n  " + "\n  ".join(problems))
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
    """People without interview and without an outcome that explains it, and interviews of nobody."""
    known = set(participants["participant"])
    analysed = participants[participants["outcome"] == "analysed"]["participant"]
    problems = [
        f"participant {person!r} is analysed but has no interview with consent. "
        "Hint: add the interview, or set outcome to withdrawn, refused or lost"
        for person in analysed[~analysed.isin(held["participant"])]
    ]
    strangers = held[~held["participant"].isin(known)]
    problems += [
        f"interview {interview!r} names participant {person!r}, who is not in participants.csv"
        + tables.nearest(person, known)
        for interview, person in zip(strangers["interview"], strangers["participant"], strict=True)
    ]
    return problems


def _withdrawn(participants: pd.DataFrame, held: pd.DataFrame) -> list[str]:
    """Interviews that are read although somebody in them withdrew."""
    gone = participants[participants["outcome"] == "withdrawn"]["participant"]
    return [
        f"participant {row.participant!r} withdrew, and interview {row.interview!r} is read. Hint: set its "
        "consent to withdrawn in interviews.csv; of a group's talk, take this person's words and label out"
        for row in tables.rows(held[held["participant"].isin(gone)])
    ]


def _taken(participants: pd.DataFrame, interviews: pd.DataFrame, family: str) -> list[str]:
    """Columns of people that the roster's own would overwrite, so that a theme applied to the wrong ones."""
    names = [("participants.csv", name) for name in OWN if name in participants]
    if family in OWN and family in interviews and family not in participants:
        names.append(("interviews.csv", family))
    return [
        f"{file}: column {name!r} has the name of a column that the roster makes. "
        f"Hint: rename it, such as {'own_' + name!r}, wherever the study names it"
        for file, name in names
        if not name == family == "family"  # which then holds what the roster's own would
    ]


def ungrouped(participants: pd.DataFrame, attribute: str, groups: dict[str, list[str]]) -> list[str]:
    """A sentence for the attribute that groups are made from or a value of it, where nobody has it."""
    if attribute not in participants:
        hint = tables.nearest(attribute, map(str, participants.columns))
        return [f"groups are made from {attribute!r}, which is no column of participants.csv{hint}"]
    held = set(participants[attribute])
    return [
        f"group {group!r} takes {attribute} {value!r}, which nobody holds{tables.nearest(value, held)}. "
        f"Held: {', '.join(sorted(held))}"
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
        return [f"family names {family!r}, no column of participants.csv or interviews.csv"]
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
