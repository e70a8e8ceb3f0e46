"""What of a YAML document does not fit its schema, in plain words rather than in the schema's."""

import reprlib
from collections.abc import Callable, Iterator
from datetime import date
from math import isfinite
from typing import Any, NamedTuple

from peerstudy.hints import nearest

Place = tuple[Any, ...]  # keys and numbers of items, from the top of a document down

KINDS = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "keys with values",
    "null": "null",
}
# What a rule of the schema allows; {} is the value of the rule.
ALLOWED = {
    "minimum": "{} and more",
    "exclusiveMinimum": "more than {}",
    "maximum": "{} and less",
    "exclusiveMaximum": "less than {}",
    "minLength": "text of {} letter(s) or more",
    "minItems": "a list of {} or more",
    "maxItems": "a list of {} at most",
    "minProperties": "{} key(s) or more",
    "maxProperties": "{} key(s) at most",
    "uniqueItems": "a list that names nothing twice",
}


class Misfit(NamedTuple):
    """What is wrong: where it stands, under which name it is told, and in which words."""

    at: Place
    place: Place
    words: str


def unread(document: Any, written: Callable[[Place], str]) -> Iterator[Misfit]:
    """Keys that YAML read as another thing than text, and numbers that are none.

    Whatever reads a document takes its keys for names: `no`, `on` and 1 would not be what was written.

    Parameters
    ----------
    document
        As parsed. What several aliases repeat is told once.
    written
        Gives the key at a place as it stands in the file, or an empty text.
    """
    seen: set[int] = set()
    waiting: list[tuple[Place, Any]] = [((), document)]
    for place, held in waiting:
        if isinstance(held, float) and not isfinite(held):
            yield Misfit(place, place, f"{held} is not allowed. Allowed: a number that is finite")
        if not isinstance(held, dict | list) or id(held) in seen:
            continue
        seen.add(id(held))
        waiting += [((*place, key), value) for key, value in _inside(held)]
        for key in held if isinstance(held, dict) else ():
            if not isinstance(key, str):
                at = (*place, key)
                yield Misfit(at, place, f"key {_read(key, written(at))}")


def told(error: Any, written: str) -> list[Misfit]:
    """One complaint of a schema.

    Parameters
    ----------
    error
        A `jsonschema.ValidationError`. A `description` beside a rule of the schema says what it allows.
    written
        What stands at its place in the file, where that is known and a single value.
    """
    place: Place = tuple(error.absolute_path)
    found: Any = error.instance
    if error.validator == "additionalProperties":
        known = list(error.schema.get("properties", {}))
        free = [key for key in known if key not in found]
        return [
            Misfit(
                (*place, key),
                place,
                f"unknown key {key!r}{nearest(key, free)}. Allowed: {', '.join(known)}",
            )
            for key in found
            if key not in known and isinstance(key, str)
        ]
    if error.validator == "required":
        missing = [key for key in error.validator_value if key not in found]
        return [Misfit(place, place, f"key {key!r} is missing") for key in missing]
    at = (*place, found) if "propertyNames" in error.relative_schema_path else place
    return [Misfit(at, place, _said(error, found, written))]


def _said(error: Any, found: Any, written: str) -> str:
    expected: Any = error.validator_value
    if error.validator == "type":
        return _of_another_kind(found, [expected] if isinstance(expected, str) else expected, written)
    if error.validator == "enum":
        choices = [str(choice) for choice in expected]
        return f"{found!r} is not allowed{nearest(str(found), choices)}. Allowed: {', '.join(choices)}"
    allowed = error.schema.get("description") or ALLOWED.get(error.validator, "").format(expected)
    return f"{reprlib.repr(found)} is not allowed. Allowed: {allowed}" if allowed else str(error.message)


def _of_another_kind(found: Any, kinds: list[str], written: str) -> str:
    """What was found in place of text, a number, a list or keys, and how what is wanted is written."""
    if "string" in kinds and isinstance(found, bool | int | float | date):
        return _read(found, written)
    allowed = " or ".join(KINDS[kind] for kind in kinds)
    if found is None:
        return f"nothing stands there. Allowed: {allowed}"
    hint = ""
    if "array" in kinds and isinstance(found, str | int | float):
        hint = f". Hint: write [{written or found}]"
    if {"number", "integer"} & set(kinds) and isinstance(found, str):
        hint = f". Hint: write the plain number, without quotes, such as {'0.5' if 'number' in kinds else 3}"
    return f"{reprlib.repr(found)} is not allowed. Allowed: {allowed}{hint}"


def _read(found: Any, written: str) -> str:
    """A word that YAML took for something else."""
    as_what = "yes or no" if isinstance(found, bool) else "a day" if isinstance(found, date) else "a number"
    if found is None or isinstance(found, tuple | list | dict):
        return f"{found!r} is not allowed. Allowed: text"
    if written:
        return f'{written} is read as {as_what}, not as text. Hint: put it in quotes: "{written}"'
    return f"{found} is read as {as_what}, not as text. Hint: put it in quotes"


def _inside(held: dict[Any, Any] | list[Any]) -> list[tuple[Any, Any]]:
    return list(held.items() if isinstance(held, dict) else enumerate(held))
