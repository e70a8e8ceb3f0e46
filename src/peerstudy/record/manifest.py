"""Every file of a study and of its results, with its hash."""

import hashlib

import pandas as pd


def manifest(files: dict[str, bytes], made_by: dict[str, str]) -> pd.DataFrame:
    """List files with sha256, size and the rule that made them.

    Parameters
    ----------
    files
        Bytes of each file by its path from the top of the project.
    made_by
        Rule by path; `input` for what people wrote.

    Returns
    -------
    frame
        The table `manifest`.

    Examples
    --------
    >>> row = manifest({"a.csv": b""}, {"a.csv": "input"}).iloc[0]
    >>> row["sha256"][:8], int(row["bytes"]), row["made_by"]
    ('e3b0c442', 0, 'input')
    """
    rows = [
        {"file": name, "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
        for name, content in files.items()
    ]
    frame = pd.DataFrame(rows, columns=["file", "sha256", "bytes"])
    return frame.assign(made_by=frame["file"].map(made_by))
