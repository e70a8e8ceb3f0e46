"""YAML documents that people write, checked against a strict schema: every problem, with the nearest key."""

import sys
from pathlib import Path
from typing import Any

import yaml

from peerstudy import misfits
from peerstudy.cells import TableError, problems_of

# On import jsonschema parses a grammar of web addresses, a second's work, where that package is there. No
# schema of this project checks addresses, so it is told that the package is not.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

import jsonschema  # noqa: E402

DAYS = jsonschema.FormatChecker(["date"])

SLIPS = "put text with a colon and a blank after it in quotes, and begin lines with blanks, not with tabs"
# Signs that mean something to YAML at the beginning of a value, by what its parser says of them.
SIGNS = {
    "undefined alias": "text that begins with * stands in quotes",
    "cannot start any token": "text that begins with this sign stands in quotes",
    "constructor for the tag": "text that begins with ! stands in quotes",
}


class _StrictLoader(yaml.SafeLoader):
    """YAML in which a key written twice is an error, not the last one's victory."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Build a mapping whose keys are all different."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for position, key in enumerate(keys):
            if key in keys[:position]:
                raise TableError(f"line {_line(node.value[position][0])}: key {key!r} is written twice")
        return super().construct_mapping(node, deep)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """Build one value, or say which is none."""
        try:
            return super().construct_object(node, deep)
        except TableError:
            raise
        except (ValueError, OverflowError) as error:  # 2026-13-45
            told = f"{node.value} is no number and no day: {error}. Hint: put it in quotes"
            raise TableError(f"line {_line(node)}: {told}") from None


def load(path: Path) -> Any:
    """Parse a YAML file.

    Raises
    ------
    TableError
        If it is not UTF-8 or not YAML, or a key stands in it twice.
    """
    try:
        return yaml.load(_text(path), _StrictLoader)
    except TableError as error:
        raise TableError(f"{path.name}: {error}") from None
    except yaml.MarkedYAMLError as error:
        raise TableError(f"{path.name}: not readable as YAML: {_broken(error)}") from None
    except yaml.reader.ReaderError as error:
        line = _text(path)[: error.position].count("\n") + 1
        told = f"line {line} holds the sign U+{error.character:04X}, which no text has"
        raise TableError(f"{path.name}: not readable as YAML: {told}") from None
    except RecursionError:
        raise TableError(f"{path.name}: not readable as YAML: too many brackets in brackets") from None


def _text(path: Path) -> str:
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise TableError(f"line {line} is not UTF-8. Hint: save it again as UTF-8") from None


def _broken(error: yaml.MarkedYAMLError) -> str:
    """Where it breaks, and the slips that mostly do it."""
    mark = error.problem_mark or error.context_mark
    where = f"line {mark.line + 1}, character {mark.column + 1}: " if mark else ""
    said = str(error.problem or error.context)
    hints = [hint for words, hint in SIGNS.items() if words in said and "\\t" not in said]
    return f"{where}{said}. Hint: {hints[0] if hints else SLIPS}"


def check(document: Any, schema: dict[str, Any], *, where: str, path: Path | None = None) -> None:
    """Check a parsed YAML document.

    Parameters
    ----------
    document, schema, path
        As for `problems`.
    where
        What to call the document in a message.

    Raises
    ------
    TableError
        With every problem.
    """
    found = problems(document, schema, path=path)
    if found:
        raise problems_of(where, found)


def problems(document: Any, schema: dict[str, Any], *, path: Path | None = None) -> list[str]:
    """What is wrong with a parsed YAML document: line, place, value, what is allowed, nearest match.

    Parameters
    ----------
    document
        The parsed document.
    schema
        A JSON schema; it names every key and forbids others.
    path
        The file that it was read from; without one no line is told.
    """
    if document is None:
        return ["nothing stands in it. Hint: `peerstudy new` writes one with every key, into another folder"]
    top = yaml.compose(_text(path), yaml.SafeLoader) if path else None
    found = list(misfits.unread(document, lambda at: _written(_stand(top, at)[0])))
    misread = [misfit.at for misfit in found]
    for error in jsonschema.Draft202012Validator(schema, format_checker=DAYS).iter_errors(document):
        at = tuple(error.absolute_path)
        if not any(at[: len(above)] == above for above in misread):
            found += misfits.told(error, _written(_stand(top, at)[1]))
    told = dict.fromkeys((_line(_stand(top, misfit.at)[0]), _worded(misfit)) for misfit in found)
    return [f"line {line}: {words}" if line else words for line, words in sorted(told)]


def _worded(misfit: misfits.Misfit) -> str:
    parts = [f"item {part + 1}" if isinstance(part, int) else str(part) for part in misfit.place]
    return ": ".join([*(parts or ["top level"]), misfit.words])


def _stand(top: yaml.Node | None, at: misfits.Place) -> tuple[yaml.Node | None, yaml.Node | None]:
    """The key or item at a place of a file and what it holds; of the last place above it that is there."""
    name, held = top, top
    for part in at:
        below = [pair for own, *pair in _inside(held) if own == part]
        if not below:
            return name, None
        name, held = below[0]
    return name, held


def _inside(node: yaml.Node | None) -> list[tuple[Any, yaml.Node, yaml.Node]]:
    """Each key or number of an item as it is parsed, where it stands, and what it holds."""
    if isinstance(node, yaml.MappingNode):
        loader = yaml.SafeLoader("")
        return [(loader.construct_object(key, deep=True), key, value) for key, value in node.value]
    return (
        [(n, item, item) for n, item in enumerate(node.value)] if isinstance(node, yaml.SequenceNode) else []
    )


def _written(node: yaml.Node | None) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def _line(node: yaml.Node | None) -> int:
    return node.start_mark.line + 1 if node else 0
