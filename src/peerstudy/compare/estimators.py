"""Where codes come from, and whose counts lead where a study has several."""

import pandas as pd

TRUST = ["hand", "verified", "corrected", "machine"]
READ = ["hand", "verified"]  # codes of people's reading; where the first were not given, the second
# Columns that say whom a row counts, table by table.
COUNTING = [["counted"], ["people_a", "people_b"], ["people"], ["read"]]


def leading(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of the most trusted estimator that counts anybody, or of the most trusted if none does.

    Examples
    --------
    >>> leading(pd.DataFrame({"estimator": ["machine", "hand"], "people": [2, 2]})).index.tolist()
    [1]
    >>> leading(pd.DataFrame({"estimator": ["verified", "hand"], "people": [2, 0]})).index.tolist()
    [0]
    """
    columns = next((names for names in COUNTING if {*names} <= {*frame.columns}), [])
    counts = frame[frame[columns].any(axis=1)] if columns else frame
    held = set((frame if counts.empty else counts)["estimator"])
    first = next((estimator for estimator in TRUST if estimator in held), "")
    return frame[frame["estimator"] == first]


def by_readers(contrasts: pd.DataFrame) -> pd.DataFrame:
    """Differences in presence, one a contrast and theme: by hand, or else confirmed by readers.

    Parameters
    ----------
    contrasts
        The table of that name.
    """
    read = contrasts[(contrasts["measure"] == "presence") & contrasts["estimator"].isin(READ)]
    known = read[read["estimate"].notna()].sort_values("estimator", key=lambda e: e.map(READ.index))
    return known.drop_duplicates(["contrast", "theme"])
