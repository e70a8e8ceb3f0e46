"""The codebook that people write, as a table: checked whole, then flattened."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from peerstudy import schema, tables
from peerstudy.cells import problems_of
from peerstudy.people import held_by_nobody
from peerstudy.settings import part

LISTS = ("examples", "near_misses", "patterns")
# What columns of coding sheets, and rows of tables that hold all themes, are called.
TAKEN = frozenset([
    "row", "item", "segment", "interview", "turn", "speaker", "coder", "before", "text", "after", "words",
    "memo", "all",
])  # fmt: skip


def codebook(
    document: dict[str, Any], participants: pd.DataFrame, *, contract: dict[str, Any], where: str
) -> pd.DataFrame:
    """Check a codebook and flatten it.

    Parameters
    ----------
    document
        The parsed codebook.yaml.
    participants
        The table of that name: `applies_to` must name its attributes and values.
    contract
        JSON schema of a codebook.
    where
        What to call the document in a message.

    Returns
    -------
    frame
        The table `codebook`, one row a theme.

    Raises
    ------
    TableError
        With every problem of the codebook at once.
    """
    if found := problems(document, participants, contract=contract):
        raise problems_of(where, found)
    return flat(document)


def flat(document: dict[str, Any]) -> pd.DataFrame:
    """The table `codebook` of a parsed codebook.yaml that has no problem."""
    themes = document["themes"].items()
    return pd.DataFrame([_row(theme, entry, order) for order, (theme, entry) in enumerate(themes, 1)])


def problems(
    document: Any, participants: pd.DataFrame | None, *, contract: dict[str, Any], path: Path | None = None
) -> list[str]:
    """Everything that is wrong with a codebook, however much of it has another shape.

    Parameters
    ----------
    document, contract
        As for `codebook`.
    participants
        The table of that name; nothing where it could not be read: nobody's attributes are then looked at.
    path
        The file of the document, for the lines of its problems.
    """
    found = schema.problems(document, contract, path=path)
    themes = _themes(document)
    found += [
        f"theme {theme!r}: a column of coding sheets or a row of tables is called so. Hint: rename it"
        for theme in themes
        if theme in TAKEN
    ]
    found += [*_parents(themes), *_called_alike(themes), *_of_reasons(themes)]
    return found + ([] if participants is None else _audiences(themes, participants))


def _themes(document: Any) -> dict[str, dict[str, Any]]:
    """Entries of themes as far as they have the shape of one."""
    themes = part(document, "themes")
    listed = themes.items() if isinstance(themes, dict) else ()
    return {str(theme): entry for theme, entry in listed if isinstance(entry, dict)}


def _row(theme: str, entry: dict[str, Any], order: int) -> dict[str, Any]:
    flat = {key: " ".join(value.split()) if isinstance(value, str) else value for key, value in entry.items()}
    for name in LISTS:
        flat[name] = json.dumps(entry[name], ensure_ascii=False)
    return {
        **flat,
        "theme": theme,
        "order": order,
        "parent": entry["parent"] or "",
        "applies_to": json.dumps(entry["applies_to"], ensure_ascii=False),
        "level": entry.get("level", ""),
        "force": entry.get("force", ""),
    }


def _parents(themes: dict[str, dict[str, Any]]) -> list[str]:
    parents = {theme: entry.get("parent") for theme, entry in themes.items()}
    of = {theme: parent for theme, parent in parents.items() if isinstance(parent, str) and parent}
    found = []
    for theme, parent in of.items():
        if parent not in themes:
            near = tables.nearest(parent, themes)
            found.append(f"theme {theme!r}: its parent {parent!r} is no theme{near}")
            continue
        seen = {theme}
        while parent:
            if parent in seen:
                found.append(f"theme {theme!r}: its parents go round in a circle")
                break
            seen.add(parent)
            parent = of.get(parent, "")
    return found


def _called_alike(themes: dict[str, dict[str, Any]]) -> list[str]:
    """Tables and figures show a theme by its label."""
    first: dict[str, str] = {}
    found = []
    for theme, entry in themes.items():
        label = " ".join(str(entry.get("label", "")).split())
        if first.setdefault(label, theme) != theme and label:
            found.append(
                f"theme {theme!r}: theme {first[label]!r} has its label {label!r}. "
                "Hint: give each a label of its own"
            )
    return found


def _of_reasons(themes: dict[str, dict[str, Any]]) -> list[str]:
    return [
        f"theme {theme!r}: {key!r} belongs to reasons alone, and its kind is theme. "
        f"Hint: `kind: reason`, or take {key!r} out"
        for theme, entry in themes.items()
        for key in ("level", "force")
        if entry.get("kind") == "theme" and key in entry
    ]


def _audiences(themes: dict[str, dict[str, Any]], participants: pd.DataFrame) -> list[str]:
    found = []
    named = [(theme, entry.get("applies_to")) for theme, entry in themes.items()]
    pairs = [
        (theme, pair) for theme, named_by in named if isinstance(named_by, dict) for pair in named_by.items()
    ]
    for theme, (attribute, values) in pairs:
        if attribute not in participants:
            hint = tables.nearest(str(attribute), map(str, participants.columns))
            found.append(f"theme {theme!r}: applies_to names {attribute!r}, no column of participants{hint}")
            continue
        listed = values if isinstance(values, list) and len(participants) else []
        found += [
            f"theme {theme!r}: applies_to: {attribute}: {line}"
            for line in held_by_nobody(listed, participants[str(attribute)])
        ]
    return found


def explained(entry: Mapping[str, str]) -> list[str]:
    """What a theme takes in and leaves out, and its examples: a paragraph each, of those that are filled.

    Parameters
    ----------
    entry
        A row of the table `codebook` by column; `examples` and `near_misses` hold lists.

    Examples
    --------
    >>> entry = {"include": "[any] mention", "exclude": "", "examples": '["ouch", "ow"]', "near_misses": ""}
    >>> explained(entry)
    ['Include: [any] mention', 'Examples: ouch; ow']
    """
    told = {
        "Include": entry["include"],
        "Exclude": entry["exclude"],
        "Examples": "; ".join(json.loads(entry["examples"] or "[]")),
        "Near misses": "; ".join(json.loads(entry["near_misses"] or "[]")),
    }
    return [f"{title}: {text}" for title, text in told.items() if text]
