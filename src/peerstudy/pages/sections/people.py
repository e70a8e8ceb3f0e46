"""Who took part, how much they said, and who is not counted."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from peerstudy.pages import narrative
from peerstudy.pages.sections.told import Grid, Told, of_all, told
from peerstudy.tables import rows
from peerstudy.wording import listed, median

LEFT_OUT = {
    "does_not_apply": "to whom it does not apply",
    "never_asked": "never asked about it",
    "unread": "whose talk was not read",
    "family_in_both": "whose family is in both groups",
}


def flow(table: pd.DataFrame) -> list[Told]:
    """How people came into the comparison, in sentences.

    Parameters
    ----------
    table
        The table `flow`.
    """
    return [of_all(sentence, "flow") for sentence in narrative.flow(table)]


def characteristics(counts: pd.DataFrame, groups: Sequence[str]) -> Grid:
    """Each value of each attribute with a cell a group.

    Parameters
    ----------
    counts
        The table `characteristics`, placed.
    groups
        Groups in the order in which they are to be read.
    """
    cells = {(row.attribute, row.value, row.group): row for row in rows(counts)}
    values = counts[["attribute", "value"]].drop_duplicates()
    body = [
        [
            row.attribute.replace("_", " "),
            row.value or "not given",
            *(_people(cells.get((row.attribute, row.value, g))) for g in groups),
        ]
        for row in rows(values)
    ]
    return Grid("Characteristics by group", ["Attribute", "Value", *groups], body)


def _people(row: Any) -> Told | str:
    if row is None:
        return "0"
    return told("withheld" if pd.isna(row.n) else f"{row.n} of {row.people}", "characteristics", row)


def talk(table: pd.DataFrame, groups: Sequence[str]) -> Grid:
    """How much the people of each group said.

    Parameters
    ----------
    table
        The table of that name, placed.
    groups
        Groups in the order in which they are to be read.
    """
    cells = {(row.group, row.quantity): row for row in rows(table)}
    quantities = list(dict.fromkeys(table["quantity"]))
    body = [
        [group, *(_middle(cells[group, quantity]) for quantity in quantities if (group, quantity) in cells)]
        for group in groups
    ]
    return Grid(
        "How much was said, by group", ["Group", *(f"{q.capitalize()} a person" for q in quantities)], body
    )


def _middle(row: Any) -> Told:
    if row.people == 1:
        return told(f"one person: {median(row.median)}", "talk", row)
    spread = f"{median(row.lower_quarter)} and {median(row.upper_quarter)}"
    said = f"{row.people} people: median {median(row.median)} (quartiles {spread})"
    return told(said, "talk", row)


def left_out(row: Any) -> str:
    """Whom a denominator leaves out, and why; empty where nobody is left out.

    Parameters
    ----------
    row
        A row of the table `denominators`.
    """
    speaking = {"never_asked": row.unasked_speaking, "does_not_apply": row.inapplicable_speaking}
    all_the_same = {
        name: f" ({number} of them speaking of it all the same)"
        for name, number in speaking.items()
        if number
    }
    why = [
        f"{getattr(row, name)} {words}{all_the_same.get(name, '')}"
        for name, words in LEFT_OUT.items()
        if getattr(row, name)
    ]
    return f"of {row.people} {row.group}, {listed(why)}" if why else ""


def uncounted(table: pd.DataFrame, labels: dict[str, str]) -> Grid:
    """Themes whose denominators leave somebody out.

    Parameters
    ----------
    table
        The table `denominators` of one estimator, placed.
    labels
        Names of themes.
    """
    out = table[table["counted"] < table["people"]]
    body = [
        [
            labels.get(row.theme, row.theme),
            row.contrast,
            row.group,
            told(f"{row.counted} of {row.people}", "denominators", row),
            *(str(getattr(row, name) or "") for name in LEFT_OUT),
        ]
        for row in rows(out)
    ]
    why = ["Does not apply", "Never asked", "Not read", "Family in both groups"]
    return Grid("People who are not counted", ["Theme", "Contrast", "Group", "Counted", *why], body)
