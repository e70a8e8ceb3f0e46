"""Reporting guidelines, item by item: shown by the run, said by the researcher, or missing. Never a score."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import pandas as pd
import yaml

from peerstudy import tables

EVIDENCED, STATED, MISSING, NONE = "evidenced", "stated by the researcher", "missing", "not applicable"
DECLINED = "n/a"


@cache
def guidelines() -> dict[str, list[dict[str, Any]]]:
    """The items of each guideline, as ``checklists.yaml`` has them."""
    return dict(yaml.safe_load(files("peerstudy").joinpath("checklists.yaml").read_text(encoding="utf-8")))


def checklist(
    statements: dict[str, dict[str, str]], evidence: Mapping[str, pd.DataFrame], *, approach: str
) -> pd.DataFrame:
    """Say of each item where the run shows it, or what the researcher states, or that it is missing.

    Parameters
    ----------
    statements
        What the researcher wrote: by guideline and item a sentence, or "n/a: " and the reason.
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
        If a statement is made about a guideline or item that does not exist.
    """
    _known(statements)
    empty = {name for name, table in evidence.items() if table.empty}
    rows = [
        {
            "guideline": name,
            "order": order,
            **_item(item, str(said.get(item["item"], "")).strip(), approach, empty),
        }
        for name, items in guidelines().items()
        for said in [{str(key): value for key, value in statements.get(name, {}).items()}]
        for order, item in enumerate(items, 1)
    ]
    return pd.DataFrame(rows)


def _item(item: dict[str, Any], said: str, approach: str, empty: set[str]) -> dict[str, object]:
    row = {"item": item["item"], "asks": item["asks"], "place": item.get("where", ""), "statement": said}
    if approach in item.get("not_for", []):
        return {**row, "state": NONE, "place": "", "statement": f"does not belong to a {approach} approach"}
    if said.lower().startswith(DECLINED):
        return {**row, "state": NONE, "statement": said[len(DECLINED) :].lstrip(": ")}
    if item["by"] == "run" and item.get("needs") not in empty:
        return {**row, "state": EVIDENCED}
    return {**row, "state": STATED if said else MISSING}


def _known(statements: dict[str, dict[str, str]]) -> None:
    problems = [
        f"no guideline {name!r}{tables.nearest(name, guidelines())}. Known: {', '.join(guidelines())}"
        for name in statements
        if name not in guidelines()
    ]
    for name, items in guidelines().items():
        known = [item["item"] for item in items]
        problems += [
            f"{name}: no item {key!r}. Items: {known[0]} to {known[-1]}"
            for key in statements.get(name, {})
            if str(key) not in known
        ]
    if problems:
        raise tables.TableError(f"statements.yaml: {len(problems)} problem(s)\n  " + "\n  ".join(problems))
