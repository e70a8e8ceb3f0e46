"""The settings of a run, as the table `provenance` holds them."""

import json
from typing import Any

import pandas as pd


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
