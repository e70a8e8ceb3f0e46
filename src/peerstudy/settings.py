"""The settings of a run, as the table `provenance` holds them."""

import json
from typing import Any

import pandas as pd

PRIMARY = "contrasts.primary"


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
