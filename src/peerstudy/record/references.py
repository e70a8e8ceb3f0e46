"""Names that one file of a study takes from another: who and what is named that nobody knows."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from peerstudy.tables import nearest
from peerstudy.wording import first

SHOWN = 12  # known names that a message lists before it counts the rest

# Columns of tables, by what their cells name; an empty cell names nobody.
OF_TABLES = {
    "asked": {"interview": "interview", "theme": "theme"},
    "coverage": {"interview": "interview"},
    "speakers": {"interview": "interview", "participant": "participant", "role": "role of speech"},
    "suggested": {"coder": "coder"},
}
# Settings that may name a coder who is yet to come, and whether that is told where no known name is near.
PLANNED = {"suggestions.coder": True, "agreement.adjudicated": False, "disagreements.adjudicated": False}
# Settings by what they name: a word, a list of words, or a mapping whose values are such.
OF_PLAN = {
    "rarities.attributes": "attribute",
    "segments.speakers": "role of speech",
    "spans.code_map": "theme",
    "spans.documents": "interview",
    "classifier.lessons.coder": "coder",
    "embeddings.lessons.coder": "coder",
    "blend.lessons.coder": "coder",
    "validation.reference": "coder",
    "discoveries.coder": "coder",
    "corrected.hand": "coder",
    "corrected.machine": "machine coder",
    "presence.hand": "coder",
    "contrasts.comparisons": "group",
    "contrasts.primary": "theme",
    "contrasts.strata": "attribute",
    "contrasts.families": "attribute",
    "groups.families": "attribute",
    "denominators.families": "attribute",
    "omnibus.sets": "group",
    "omnibus.trends": "group",
    "omnibus.strata": "attribute",
    "omnibus.families": "attribute",
    "second_coder.hand": "coder",
    "effects.strata": "attribute",
    "effects.families": "attribute",
    "sensitivity.themes": "theme",
    "sensitivity.hand": "coder",
    "sensitivity.roles": "role",
    "sensitivity.nested": "attribute",
    "sensitivity.strata": "attribute",
    "sensitivity.families": "attribute",
    "ways.coder": "coder",
    "tones.coder": "coder",
    "tones.families": "attribute",
    "reasons.coder": "coder",
    "vocabulary.strata": "attribute",
    "vocabulary.families": "attribute",
    "cooccurrences.coder": "coder",
    "negative_cases.coder": "coder",
    "negative_cases.families": "attribute",
    "quotes.coder": "coder",
}


def known(raw: Mapping[str, Any]) -> dict[str, list[str]]:
    """What there is of each kind that files name, as far as it could be read.

    Empty cells are no names.

    Parameters
    ----------
    raw
        Tables with every cell as text, and settings and codebook as parsed; any may be missing.
    """
    settings = raw.get("settings")
    held = {
        kind: list(raw[table][kind])
        for kind, table in (("participant", "participants"), ("interview", "interviews"))
        if kind in raw.get(table, ())
    }
    if len(raw.get("participants", ())):
        of_people = [str(column) for column in raw["participants"] if column != "participant"]
        family = filter(None, _words(_at(settings, "roster.family")))
        held["attribute"] = list(dict.fromkeys([*of_people, *family]))
        roles = raw["participants"].get("role", pd.Series(dtype=str)).str.split(";").explode().str.strip()
        held["role"] = sorted(set(roles))
    if len(raw.get("coverage", ())) and "coder" in raw["coverage"]:
        held["coder"] = sorted(set(raw["coverage"]["coder"]))
    held["theme"] = _names(_at(raw.get("codebook"), "themes"))
    held["group"] = _names(_at(settings, "roster.groups"))
    held["machine coder"] = list(_words(_at(settings, "coders")))
    held["role of speech"] = _names(_at(settings, "turns.labels"))
    named = {kind: [word for word in words if word] for kind, words in held.items()}
    return {kind: words for kind, words in named.items() if words}


def of_table(name: str, table: pd.DataFrame, known: Mapping[str, list[str]]) -> list[str]:
    """Cells of a table that name something unknown, a line each.

    Parameters
    ----------
    name
        Name of the table.
    table
        The table, every cell as text, rows indexed by their line less 2.
    known
        What there is of each kind; a kind that could not be read is not looked at.
    """
    return [
        f"row {row}, column {column!r}: {_unknown(str(value), kind, known)}"
        for column, kind in OF_TABLES[name].items()
        if kind in known and column in table
        for row, value in zip(table.index + 2, table[column], strict=True)
        if str(value) not in known[kind] and value
    ]


def of_plan(settings: Any, known: Mapping[str, list[str]]) -> list[str]:
    """Settings that name something unknown, a line each.

    Parameters
    ----------
    settings
        study.yaml as parsed, of whatever shape.
    known
        As for `of_table`.
    """
    return [
        f"{place.replace('.', ': ')}: {_unknown(word, kind, known)}"
        for place, kind in OF_PLAN.items()
        if kind in known
        for word in dict.fromkeys(_words(_at(settings, place)))
        if word and word not in known[kind]
    ]


def of_planned(settings: Any, known: Mapping[str, list[str]]) -> list[str]:
    """Settings that name a coder whom coverage.csv does not, a line each: nobody yet, or misspelt.

    Parameters
    ----------
    settings, known
        As for `of_plan`.
    """
    coders = known.get("coder", [])
    return [
        f"study.yaml: {place.replace('.', ': ')}: {_unknown(word, 'coder', known)}"
        for place, always in PLANNED.items()
        for word in _words(_at(settings, place))
        if coders and word not in coders and (always or nearest(word, coders))
    ]


def _at(held: Any, place: str) -> Any:
    """What stands at a place, or nothing where the document has another shape."""
    for key in place.split("."):
        held = held.get(key) if isinstance(held, Mapping) else None
    return held


def _names(held: Any) -> list[str]:
    return [name for name in held if isinstance(name, str)] if isinstance(held, Mapping) else []


def _words(held: Any) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        for value in held.values():
            yield from _words(value)
    elif isinstance(held, list):
        for value in held:
            yield from _words(value)


def _unknown(word: str, kind: str, known: Mapping[str, list[str]]) -> str:
    meant = nearest(word, known[kind])
    return f"{word!r} is no {kind} of this study{meant}. Known: {first(known[kind], SHOWN)}"
