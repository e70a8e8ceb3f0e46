"""The codebook that people write, as a table: checked whole, then flattened."""

import json
from typing import Any

import pandas as pd

from peerstudy import schema, tables

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
    schema.check(document, contract, where=where)
    themes: dict[str, dict[str, Any]] = document["themes"]
    problems = [
        f"theme {theme!r}: a column of coding sheets or a row of tables is called so. Hint: rename it"
        for theme in themes
        if theme in TAKEN
    ]
    problems += [*_parents(themes), *_audiences(themes, participants)]
    if problems:
        raise tables.TableError(f"{where}: {len(problems)} problem(s)\n  " + "\n  ".join(problems))
    return pd.DataFrame([_row(theme, entry, order) for order, (theme, entry) in enumerate(themes.items(), 1)])


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
    problems = []
    for theme, entry in themes.items():
        parent = entry["parent"]
        if parent and parent not in themes:
            problems.append(
                f"theme {theme!r}: its parent {parent!r} is no theme" + tables.nearest(parent, themes)
            )
            continue
        seen = {theme}
        while parent:
            if parent in seen:
                problems.append(f"theme {theme!r}: its parents go round in a circle")
                break
            seen.add(parent)
            parent = themes.get(parent, {}).get("parent")
    return problems


def _audiences(themes: dict[str, dict[str, Any]], participants: pd.DataFrame) -> list[str]:
    problems = []
    for theme, entry in themes.items():
        for attribute, values in entry["applies_to"].items():
            if attribute not in participants:
                hint = tables.nearest(attribute, map(str, participants.columns))
                problems.append(
                    f"theme {theme!r}: applies_to names {attribute!r}, no column of participants{hint}"
                )
                continue
            held = sorted(set(participants[attribute]))
            problems += [
                f"theme {theme!r}: applies_to: {attribute}: {value!r} is held by nobody"
                f"{tables.nearest(value, held)}. Held: {', '.join(held)}"
                for value in values
                if value not in held
            ]
    return problems
