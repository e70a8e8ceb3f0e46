"""YAML documents that people write, checked against a strict schema: every problem, with the nearest key."""

import sys
from pathlib import Path
from typing import Any

import yaml

from peerstudy.tables import TableError, nearest

# On import jsonschema parses a grammar of web addresses, a second's work, where that package is there. No
# schema of this project checks addresses, so it is told that the package is not.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

import jsonschema  # noqa: E402

SLIPS = "put text with a colon and a blank after it in quotes, and begin lines with blanks, not with tabs"


class _StrictLoader(yaml.SafeLoader):
    """YAML in which a key written twice is an error, not the last one's victory."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Build a mapping whose keys are all different."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for position, key in enumerate(keys):
            if key in keys[:position]:
                line = node.value[position][0].start_mark.line + 1
                raise TableError(f"line {line}: key {key!r} is written twice")
        return super().construct_mapping(node, deep)


def load(path: Path) -> Any:
    """Parse a YAML file.

    Raises
    ------
    TableError
        If it is not YAML, or a key stands in it twice.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8-sig"), _StrictLoader)
    except TableError as error:
        raise TableError(f"{path.name}: {error}") from None
    except yaml.MarkedYAMLError as error:
        raise TableError(f"{path.name}: not readable as YAML: {_place(error)}") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise TableError(f"{path.name}: not readable as YAML: {' '.join(str(error).split())}") from None


def _place(error: yaml.MarkedYAMLError) -> str:
    """Where it breaks, and the two slips that mostly do it."""
    mark = error.problem_mark or error.context_mark
    where = f"line {mark.line + 1}, character {mark.column + 1}: " if mark else ""
    return f"{where}{error.problem or error.context}. Hint: {SLIPS}"


def check(document: dict[str, Any], schema: dict[str, Any], *, where: str) -> None:
    """Check a parsed YAML document.

    Parameters
    ----------
    document
        The parsed document.
    schema
        A JSON schema; it names every key and forbids others.
    where
        What to call the document in a message.

    Raises
    ------
    TableError
        With every problem: place, value, what is allowed, nearest match.
    """
    validator = jsonschema.Draft202012Validator(schema)
    errors = sorted(validator.iter_errors(document), key=lambda e: [str(part) for part in e.absolute_path])
    problems = [line for error in errors for line in _told(error)]
    if problems:
        raise TableError(f"{where}: {len(problems)} problem(s)\n  " + "\n  ".join(problems))


def _told(error: jsonschema.ValidationError) -> list[str]:
    place = ": ".join(str(part) for part in error.absolute_path) or "top level"
    found: Any = error.instance
    expected: Any = error.validator_value
    if error.validator == "additionalProperties":
        rule: Any = error.schema
        known = list(rule.get("properties", {}))
        free = [key for key in known if key not in found]
        return [
            f"{place}: unknown key {key!r}{nearest(str(key), free)}. Allowed: {', '.join(known)}"
            for key in found
            if key not in known
        ]
    if error.validator == "required":
        return [f"{place}: key {key!r} is missing" for key in expected if key not in found]
    if error.validator == "enum":
        choices = [str(choice) for choice in expected]
        return [
            f"{place}: {found!r} is not allowed{nearest(str(found), choices)}. Allowed: {', '.join(choices)}"
        ]
    return [f"{place}: {error.message}"]
