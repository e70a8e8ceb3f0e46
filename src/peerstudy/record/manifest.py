"""Every file of a study and of its results, with its hash."""

import hashlib
import logging
from collections.abc import Collection, Iterable
from pathlib import Path

import pandas as pd

LOGS = "/logs/"
JOURNAL = "/restricted/answers.jsonl"


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


def strays(standing: Iterable[str], listed: pd.DataFrame, own: Collection[str]) -> list[str]:
    """Files of results that no step of the study makes any more: an earlier run left them.

    The journal of a language model's answers is of every run: without it all would be asked again.

    Parameters
    ----------
    standing
        Files of the results folder, by their path from the top of the project.
    listed
        The table `manifest`.
    own
        Files that this step makes itself.

    Examples
    --------
    >>> listed = pd.DataFrame({"file": ["results/a/tables/flow.csv"]})
    >>> standing = ["results/a/tables/flow.csv", "results/a/tables/old.csv", "results/a/logs/flow.log"]
    >>> strays(standing, listed, [])
    ['results/a/tables/old.csv']
    """
    left = sorted(set(standing) - set(listed["file"]) - set(own))
    return [file for file in left if LOGS not in file and not file.endswith(JOURNAL)]


def warn(standing: Iterable[Path], listed: pd.DataFrame, own: Collection[str]) -> None:
    """Log what `strays` names."""
    left = strays([path.as_posix() for path in standing], listed, own)
    if left:
        head = "No step of this study makes these any more; delete them before results are given out:"
        logging.warning("%s", "\n  ".join([head, *left]))
