"""What a run was made from: settings, files and software."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import pandas as pd


def provenance(
    files: dict[str, bytes], versions: dict[str, str], *, settings: dict[str, Any]
) -> pd.DataFrame:
    """List the settings of a run, the hash of each file it reads, and the version of each package.

    Parameters
    ----------
    files
        Bytes of each file by its name.
    versions
        Version of each package by its name.
    settings
        The study's settings as parsed from YAML.

    Returns
    -------
    frame
        The table `provenance`.
    """
    rows = [("setting", name, json.dumps(value, ensure_ascii=False)) for name, value in _leaves(settings)]
    rows += [("file", name, hashlib.sha256(content).hexdigest()) for name, content in files.items()]
    rows += [("software", name, version) for name, version in versions.items()]
    return pd.DataFrame(rows, columns=["kind", "name", "value"])


def _leaves(settings: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in settings.items():
        if isinstance(value, dict) and value:
            yield from _leaves(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value
