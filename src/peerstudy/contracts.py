"""What every table must look like, as ``tables.yaml`` beside this module declares it."""

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

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
