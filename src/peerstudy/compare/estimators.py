"""Where codes come from, and whose counts lead where a study has several."""

import pandas as pd

TRUST = ["hand", "verified", "corrected", "machine"]
READ = ["hand", "verified"]  # codes of people's reading; where the first were not given, the second
# Columns that say whom a row counts, table by table.
COUNTING = [["counted"], ["people_a", "people_b"], ["people"], ["read"]]


def leading(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of the most trusted estimator that counts anybody, or of the most trusted if none does.

    Parameters
    ----------
    frame
        Rows of a table with a column `estimator`; whom a row counts is read off the columns of `COUNTING`.

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


def needed(contrasts: pd.DataFrame) -> pd.DataFrame:
    """The rows without presence that readers confirmed where hand codes count the same people, read whole.

    Such a row says what would be known as if only drawn segments and machine finds had been read, and beside
    the row of hand codes it would seem to contradict it.

    Parameters
    ----------
    contrasts
        The table of that name.

    Examples
    --------
    >>> row = {"contrast": "a v b", "theme": "tea", "measure": "presence", "people_a": [9, 9], "people_b": 4}
    >>> frame = pd.DataFrame(row).assign(estimator=["hand", "verified"])
    >>> needed(frame)["estimator"].tolist(), len(needed(frame.assign(people_a=[5, 9])))
    (['hand'], 2)
    """
    key = ["contrast", "theme", "measure", "people_a", "people_b"]
    of = pd.Series(list(zip(*(contrasts[name] for name in key), strict=True)), index=contrasts.index)
    whole = set(of[contrasts["estimator"] == "hand"])
    return contrasts[(contrasts["estimator"] != "verified") | ~of.isin(whole)]


def directed(contrasts: pd.DataFrame) -> pd.DataFrame:
    """The rows whose interval excludes 0: only of those can a person be said to run against a difference.

    Parameters
    ----------
    contrasts
        Rows of the table of that name.

    Examples
    --------
    >>> directed(pd.DataFrame({"low": [-0.2, 0.1, None], "high": [0.2, 0.5, None]})).index.tolist()
    [1]
    """
    return contrasts[(contrasts["low"] > 0) | (contrasts["high"] < 0)]


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
