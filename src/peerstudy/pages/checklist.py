"""Reporting guidelines, item by item: shown by the run, said by the researcher, or missing. Never a score."""

import reprlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import pandas as pd
import yaml

from peerstudy import tables

EVIDENCED, STATED, MISSING, NONE = "evidenced", "stated by the researcher", "missing", "not applicable"
DECLINED = "n/a"
HINT = 'Hint: write an answer in quotes beside its item, such as "1": "Two of us."'


@cache
def guidelines() -> dict[str, list[dict[str, Any]]]:
    """The items of each guideline, as ``checklists.yaml`` has them."""
    return dict(yaml.safe_load(files("peerstudy").joinpath("checklists.yaml").read_text(encoding="utf-8")))


def checklist(statements: Any, evidence: Mapping[str, pd.DataFrame], *, approach: str) -> pd.DataFrame:
    """Say of each item where the run shows it, or what the researcher states, or that it is missing.

    Parameters
    ----------
    statements
        What statements.yaml holds: by guideline and item a sentence, or "n/a: " and the reason.
    evidence
        Tables by the names that items ask for; one without rows is no evidence.
    approach
        codebook, reliability or reflexive; items that do not belong to it are not applicable.

    Returns
    -------
    frame
        The table `checklist`. An item that needs a person's word is missing until there is one, even
        where the run holds evidence for it.

    Raises
    ------
    TableError
        If a statement is no text, or is made about a guideline or item that does not exist.
    """
    said = answers(statements)
    empty = {name for name, table in evidence.items() if table.empty}
    rows = [
        {
            "guideline": name,
            "order": order,
            **_item(item, said.get(name, {}).get(item["item"], ""), approach, empty),
        }
        for name, items in guidelines().items()
        for order, item in enumerate(items, 1)
    ]
    return pd.DataFrame(rows)


def answers(statements: Any) -> dict[str, dict[str, str]]:
    """What the researcher answered, by guideline and item; what was left empty is no answer.

    Parameters
    ----------
    statements
        What statements.yaml holds.

    Raises
    ------
    TableError
        With every guideline or item that does not exist, and everything that is no text: a number would be
        told otherwise than it was written, such as 1.10 or yes.
    """
    problems = [] if statements is None else list(_problems(statements))
    if problems:
        told = "\n  ".join([*problems, HINT])
        raise tables.TableError(f"statements.yaml: {len(problems)} problem(s)\n  {told}")
    return {
        name: {str(key): answer.strip() for key, answer in (items or {}).items() if answer}
        for name, items in (statements or {}).items()
    }


def _item(item: dict[str, Any], said: str, approach: str, empty: set[str]) -> dict[str, object]:
    row = {"item": item["item"], "asks": item["asks"], "place": item.get("where", ""), "statement": said}
    if approach in item.get("not_for", []):
        return {**row, "state": NONE, "place": "", "statement": f"does not belong to a {approach} approach"}
    if said.lower().startswith(DECLINED):
        return {**row, "state": NONE, "statement": said[len(DECLINED) :].lstrip(": ")}
    if item["by"] == "run" and item.get("needs") not in empty:
        return {**row, "state": EVIDENCED}
    return {**row, "state": STATED if said else MISSING}


def _problems(statements: Any) -> Iterator[str]:
    """What is no answer to an item, with what is allowed in its place."""
    known = ", ".join(guidelines())
    if not isinstance(statements, dict):
        found = reprlib.repr(statements)
        yield f"top level: {found} is not allowed. Allowed: the guidelines {known}, each with items"
        return
    for name, items in statements.items():
        if name not in guidelines():
            yield f"no guideline {name!r}{tables.nearest(str(name), guidelines())}. Known: {known}"
        else:
            yield from _of_guideline(name, items)


def _of_guideline(name: str, items: Any) -> Iterator[str]:
    known = [item["item"] for item in guidelines()[name]]
    span = f"{known[0]} to {known[-1]}"
    if not isinstance(items, dict | None):
        yield f"{name}: {reprlib.repr(items)} is not allowed. Allowed: items {span}, each with an answer"
        return
    # YAML takes 1 and "1" for two keys.
    answered: set[str] = set()
    for key, answer in (items or {}).items():
        if str(key) not in known:
            yield f"{name}: no item {key!r}. Items: {span}"
        elif str(key) in answered:
            yield f"{name}: item {key!r} is answered twice"
        elif not isinstance(answer, str | None):
            found = reprlib.repr(answer)
            yield f"{name}: item {key!r}: {found} is not allowed. Allowed: text in quotes, or nothing"
        elif answer and answer.strip().lower().rstrip(": .") == DECLINED:
            yield f'{name}: item {key!r}: {answer!r} gives no reason. Allowed: "{DECLINED}: " and the reason'
        answered.add(str(key))
