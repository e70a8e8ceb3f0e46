"""What every table must look like, as ``tables.yaml`` beside this module declares it."""

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from peerstudy.cells import UNHEADED
from peerstudy.hints import mistyped, nearest

# Every step reads the contracts; the parser in C is seven times as fast where it is there.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Column:
    """One column of a contract; the fields mean what ``tables.yaml`` says at its top."""

    type: str
    meaning: str
    allowed: tuple[str, ...] = ()
    empty: bool = False
    optional: bool = False
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Table:
    """One contract."""

    meaning: str
    shared: bool
    key: tuple[str, ...]
    columns: dict[str, Column] = field(hash=False)
    input: bool = False
    extra: bool = False
    repeats: bool = False


@cache
def contracts() -> dict[str, Table]:
    """Every contract by the name of its table, in the order of ``tables.yaml``."""
    text = files("peerstudy").joinpath("tables.yaml").read_text(encoding="utf-8")
    return {name: _contract(entry) for name, entry in yaml.load(text, LOADER).items()}


def _contract(entry: dict[str, Any]) -> Table:
    columns = {
        name: Column(**{**column, "allowed": tuple(column.get("allowed", ()))})
        for name, column in entry["columns"].items()
    }
    return Table(**{**entry, "key": tuple(entry["key"]), "columns": columns})


def headings(own: list[str], table: Table) -> list[str]:
    """What is wrong with the headings of a table, a line each; where further ones may stand, misspelt ones.

    Parameters
    ----------
    own
        The headings, as pandas names them.
    table
        The contract.
    """
    missing = [c for c, column in table.columns.items() if c not in own and not column.optional]
    left_out = [c for c, column in table.columns.items() if c not in own and column.optional]
    unheaded = [found[1] for c in own if (found := UNHEADED.fullmatch(c))]
    further = [c for c in own if c not in table.columns and not UNHEADED.fullmatch(c)]
    problems = [f"column {c!r} is missing" + nearest(c, further) for c in missing]
    for column in further:
        hint = mistyped(column, left_out) or nearest(column, table.columns, least=1)
        if not table.extra:
            problems.append(f"column {column!r} is unknown" + (hint or nearest(column, missing)))
        elif table.input and hint and not (missing and nearest(column, missing)):
            problems.append(f"column {column!r} is unknown{hint}. Hint: name a column of your own otherwise")
    return problems + [f"column {int(place) + 1} has no heading" for place in unheaded]
