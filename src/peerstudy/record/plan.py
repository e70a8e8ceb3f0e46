"""The analysis plan as it was frozen, and what has changed since."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import yaml

from peerstudy.cells import TableError

FILE, CODEBOOK, HASH = "frozen.yaml", "codebook.yaml", "sha256"


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


def kept(document: Any) -> dict[str, Any]:
    """A kept plan as parsed, if it is one.

    Parameters
    ----------
    document
        What frozen.yaml holds.

    Raises
    ------
    TableError
        If it is not what `freeze` writes, such as an empty file.
    """
    whole = isinstance(document, dict) and isinstance(document.get("settings"), dict)
    if not whole or not all(isinstance(document.get(key), str) for key in (HASH, CODEBOOK)):
        raise TableError(
            f"{FILE}: no plan that `peerstudy freeze` kept. Hint: put the file back as it was kept, or take "
            "it out of the folder"
        )
    return dict(document)


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
