"""Who takes part and who speaks, where tables and transcripts may not mean the same: to be looked at."""

from typing import Any

import pandas as pd

from peerstudy import people
from peerstudy.corpus.readers.transcript import fold
from peerstudy.hints import mistyped, nearest
from peerstudy.tables import lines, rows
from peerstudy.wording import first

ANY = "xx"  # a language of which only the signs between words are known
SHOWN = 12  # names that a line tells before it counts the rest


def of_talk(
    interviews: pd.DataFrame, speakers: pd.DataFrame, turns: pd.DataFrame, settings: dict[str, Any]
) -> list[str]:
    """All sentences of `of_silent`, `of_labels` and `of_languages`, joined.

    Parameters
    ----------
    interviews, speakers, turns
        The tables of those names.
    settings
        study.yaml as checked by its schema.
    """
    coded = settings["segments"]["speakers"]
    told = [*of_silent(interviews, turns), *of_labels(speakers, turns, coded=coded)]
    return told + of_languages(interviews, settings)


def of_outside(roster: pd.DataFrame, settings: dict[str, Any]) -> list[str]:
    """Analysed people in no group, a line a value of the attribute from which the groups are made.

    Parameters
    ----------
    roster
        The table of that name.
    settings
        study.yaml as checked by its schema.
    """
    attribute = settings["roster"]["attribute"]
    grouped = [value for held in settings["roster"]["groups"].values() for value in held]
    outside = roster[(roster["outcome"] == "analysed") & (roster["group"] == "")]
    return [
        f"participants.csv: {attribute} {f'{value!r} is in' if value else 'is empty, which is'} no group"
        f"{mistyped(str(value), grouped) if value else ''}; outside every comparison: {_listed(list(own))}"
        for value, own in outside.groupby(attribute)["participant"]
    ]


def of_lost(participants: pd.DataFrame, interviews: pd.DataFrame, speakers: pd.DataFrame) -> list[str]:
    """Interviews that are read although what became of them is said to be lost, a line each.

    Parameters
    ----------
    participants, interviews, speakers
        The tables of those names.
    """
    lost = participants.loc[participants["outcome"] == "lost", "participant"]
    named = people.named(interviews, speakers)
    return [
        f"{row.file}: row {row.line}: {row.participant!r} is 'lost' in participants.csv, and interview "
        f"{row.interview!r} is read: it is quoted and in no comparison"
        for row in rows(named[named["participant"].isin(lost)])
    ]


def of_silent(interviews: pd.DataFrame, turns: pd.DataFrame) -> list[str]:
    """Interviews in which the person whom interviews.csv names says nothing, a line each.

    Parameters
    ----------
    interviews, turns
        The tables of those names.
    """
    speaking = turns.groupby("interview")["participant"].agg(lambda said: sorted(set(said) - {""})).to_dict()
    return [
        f"interviews.csv: row {line}: {row.participant!r} says nothing in {row.interview!r}"
        + (f"; {_listed(speaking[row.interview])} does" if speaking[row.interview] else "")
        + ". Hint: look at the labels that speakers.csv and study.yaml give to people"
        for line, row in zip(lines(interviews), rows(interviews), strict=True)
        if row.participant and row.participant not in speaking.get(row.interview, [row.participant])
    ]


def of_labels(speakers: pd.DataFrame, turns: pd.DataFrame, *, coded: list[str]) -> list[str]:
    """Rows of speakers.csv that give nothing to anybody, a line each.

    Parameters
    ----------
    speakers, turns
        The tables of those names.
    coded
        Roles whose speech is coded.
    """
    told = []
    for line, row in zip(lines(speakers), rows(speakers), strict=True):
        labels = sorted(set(turns.loc[turns["interview"] == row.interview, "label"]))
        start = f"speakers.csv: row {line}: {row.label!r}"
        file, _, _ = fold(row.label).rpartition(": ")
        known = {fold(label) for label in labels} | {f"{file}: {fold(label)}" for label in labels}
        if labels and fold(row.label) not in known:
            told.append(f"{start} labels no turn of {row.interview!r}{nearest(row.label, labels)}")
        elif labels and row.role in coded and not row.participant:
            told.append(f"{start} is {row.role!r} and nobody: what is said there counts for no participant")
        elif labels and row.participant and row.role not in coded:
            told.append(f"{start} is {row.participant!r}, and what {row.role!r} says is not coded")
    return told


def of_languages(interviews: pd.DataFrame, settings: dict[str, Any]) -> list[str]:
    """Interviews in another language than that of the study's settings, a line each language.

    Parameters
    ----------
    interviews
        The table of that name.
    settings
        study.yaml as checked by its schema.
    """
    own = settings["patterns"]["language"]
    if own == ANY:
        return []
    other = interviews[~interviews["language"].str.casefold().str.split(r"[-_; ]").str[0].isin(["", own])]
    return [
        f"interviews.csv: language {language!r} is not that of study.yaml: patterns: language, {own!r}: "
        f"{_listed(list(names))}"
        for language, names in other.groupby("language")["interview"]
    ]


def _listed(names: list[str]) -> str:
    return first([*map(repr, names)], SHOWN)
