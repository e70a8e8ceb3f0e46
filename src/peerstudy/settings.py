"""The settings of a run: as the table `provenance` holds them, and the words in them that others read."""

import json
from typing import Any

import pandas as pd

PRIMARY = "contrasts.primary"
# Settings whose keys the study chose: names that tables, figures and the record of settings bear.
NAMES = (
    ("roster", "groups"),
    ("contrasts", "comparisons"),
    ("omnibus", "sets"),
    ("omnibus", "trends"),
    ("sensitivity", "cutoffs"),
    ("spans", "code_map"),
)


def setting(provenance: pd.DataFrame, name: str) -> Any:
    """One setting of the run, as study.yaml has it.

    Raises
    ------
    KeyError
        If the run had no setting of that name.

    Examples
    --------
    >>> run = pd.DataFrame({"kind": ["setting"], "name": ["contrasts.level"], "value": ["0.95"]})
    >>> setting(run, "contrasts.level")
    0.95
    """
    rows = provenance[(provenance["kind"] == "setting") & (provenance["name"] == name)]
    if rows.empty:
        raise KeyError(name)
    return json.loads(rows["value"].iloc[0])


def declared_late(provenance: pd.DataFrame) -> list[str]:
    """Themes that the run takes as declared in advance, though the plan that was kept does not name them.

    None where no plan was kept: nothing then shows when they were declared.

    Examples
    --------
    >>> rows = [("setting", PRIMARY, '["tea", "bus"]'), ("frozen", PRIMARY, '["tea"]')]
    >>> declared_late(pd.DataFrame(rows, columns=["kind", "name", "value"]))
    ['bus']
    """
    kept = provenance.loc[(provenance["kind"] == "frozen") & (provenance["name"] == PRIMARY), "value"]
    return [
        theme for theme in setting(provenance, PRIMARY) if len(kept) and theme not in json.loads(kept.iloc[0])
    ]


def wording(settings: Any) -> dict[str, str]:
    """Title, question, the column of families, and every name that the study chose: by place in its settings.

    Examples
    --------
    >>> wording({"title": "Tea", "roster": {"family": "", "groups": {"stayed": ["x"], "left": ["y"]}}})
    {'title': 'Tea', 'roster.groups, name 1': 'stayed', 'roster.groups, name 2': 'left'}
    """
    single = [(name, part(settings, name)) for name in ("title", "question")]
    single += [("roster.family", part(part(settings, "roster"), "family"))]
    told = {place: str(text) for place, text in single if text}
    for section, key in NAMES:
        chosen = part(part(settings, section), key)
        names = chosen if isinstance(chosen, dict) else ()
        told |= {f"{section}.{key}, name {n}": str(name) for n, name in enumerate(names, 1)}
    return told


def part(document: Any, name: str) -> Any:
    """One key of what may be no mapping: other steps tell what is wrong with its form."""
    return document.get(name) if isinstance(document, dict) else None
