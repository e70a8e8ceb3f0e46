"""The analysis plan as it was frozen, and what has changed since."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from peerstudy import tables
from peerstudy.record import references
from peerstudy.tables import TableError, nearest

FILE, CODEBOOK, HASH = "frozen.yaml", "codebook.yaml", "sha256"
NAMING = ("participants", "interviews", "coverage")  # tables of what a plan names
UNTITLED = "My study"


def freeze(settings: dict[str, Any], codebook: bytes) -> str:
    """The plan as a YAML document that says what it is and how to tell a change.

    Parameters
    ----------
    settings
        study.yaml as parsed.
    codebook
        The bytes of codebook.yaml.
    """
    own = hashlib.sha256(codebook).hexdigest()
    head = "# The analysis plan as `peerstudy freeze` found it. The report names whatever differs from it.\n"
    frozen = {HASH: _digest(settings, own), CODEBOOK: own, "settings": settings}
    return head + yaml.safe_dump(frozen, sort_keys=False, allow_unicode=True)


def refuse_unknown(study: Path, settings: dict[str, Any], codebook: Any) -> None:
    """Refuse to keep a plan that names what the study does not have, as far as its files are there yet.

    Parameters
    ----------
    study
        The study's folder.
    settings, codebook
        study.yaml and codebook.yaml as parsed.

    Raises
    ------
    TableError
        With everything that is unknown, and the nearest name that is known.
    """
    raw = {name: tables.read_plain(study / f"{name}.csv") for name in NAMING if _stands(study, name)}
    known = references.known({**raw, "settings": settings, "codebook": codebook})
    lines = references.of_plan(settings, known)
    attribute, columns = settings["roster"]["attribute"], known.get("attribute")
    if columns and attribute not in columns:
        hint = nearest(attribute, columns)
        lines.append(f"roster: attribute: {attribute!r} is no column of participants.csv{hint}")
    if lines:
        raise TableError(f"study.yaml: {len(lines)} problem(s); no plan was kept\n  " + "\n  ".join(lines))


def _stands(study: Path, name: str) -> bool:
    return (study / f"{name}.csv").exists()


def unsaid(settings: dict[str, Any]) -> list[str]:
    """What the report would say of the study itself and nobody has written yet, a line each.

    Parameters
    ----------
    settings
        study.yaml as checked by its schema.
    """
    told = ["study.yaml: question is empty"] * (not settings["question"].strip())
    return told + [f"study.yaml: title is still {UNTITLED!r}"] * (settings["title"].strip() == UNTITLED)


def untouched(document: dict[str, Any]) -> bool:
    """Whether a kept plan, as parsed, is still what `freeze` wrote."""
    return bool(document.get(HASH) == _digest(document["settings"], document[CODEBOOK]))


def _digest(settings: dict[str, Any], codebook: str) -> str:
    body = json.dumps([settings, codebook], sort_keys=True, default=str)
    return hashlib.sha256(body.encode("utf-8")).hexdigest()


def leaves(settings: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Every setting by its path, parted by dots.

    Examples
    --------
    >>> list(leaves({"contrasts": {"level": 0.95}, "title": "T"}))
    [('contrasts.level', 0.95), ('title', 'T')]
    """
    for key, value in settings.items():
        if isinstance(value, dict) and value:
            yield from leaves(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value
