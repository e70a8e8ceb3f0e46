"""What a run was made from: settings, files and software."""

import hashlib
import json
from pathlib import PurePosixPath
from typing import Any

import pandas as pd
import yaml

from peerstudy.record import plan

# What study.yaml calls people and documents by their own names, to be called otherwise; the record is shared.
NAMES = ("coders", "documents")


def provenance(
    files: dict[str, bytes], versions: dict[str, str], *, settings: dict[str, Any]
) -> pd.DataFrame:
    """List the settings of a run, hashes of its files, software, the plan kept before, codebook versions.

    Parameters
    ----------
    files
        Bytes of each file by its name.
    versions
        Version of each package by its name.
    settings
        The study's settings as parsed from YAML. Own names of coders and documents are counted, not told.

    Returns
    -------
    frame
        The table `provenance`.
    """
    rows = [("setting", name, _json(value)) for name, value in plan.leaves(_unnamed(settings))]
    rows += [("file", name, hashlib.sha256(content).hexdigest()) for name, content in files.items()]
    rows += [("software", name, version) for name, version in versions.items()]
    rows += [("frozen", name, _json(value)) for name, value in _frozen(files)]
    rows += [("codebook", name, what) for name, what in _codebook_changes(files)]
    return pd.DataFrame(rows, columns=["kind", "name", "value"])


def _unnamed(settings: dict[str, Any]) -> dict[str, Any]:
    """The settings with a number in the place of names that the study replaces."""
    spans = settings.get("spans", {})
    counted = {
        part: f"{len(spans[part])} name(s), told in study.yaml alone" for part in NAMES if spans.get(part)
    }
    return {**settings, "spans": {**spans, **counted}} if counted else settings


def _frozen(files: dict[str, bytes]) -> list[tuple[str, Any]]:
    """The plan that `peerstudy freeze` kept, where the study has one."""
    kept = [content for name, content in files.items() if PurePosixPath(name).name == plan.FILE]
    if not kept:
        return []
    document = plan.kept(yaml.safe_load(kept[0]))
    state = "as kept" if plan.untouched(document) else "changed by hand"
    own = [(plan.CODEBOOK, document[plan.CODEBOOK]), (plan.HASH, state)]
    return [*plan.leaves(_unnamed(document["settings"])), *own]


def _codebook_changes(files: dict[str, bytes]) -> list[tuple[str, str]]:
    """Each change that the codebook tells of itself: its version, what changed, who and when if told."""
    texts = [content for name, content in files.items() if PurePosixPath(name).name == "codebook.yaml"]
    changes = yaml.safe_load(texts[0])["changes"] if texts else []
    return [
        (
            f"change {number}, version {change['version']}",
            "; ".join(" ".join(str(change[key]).split()) for key in ("what", "who", "date") if key in change),
        )
        for number, change in enumerate(changes, 1)
    ]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
