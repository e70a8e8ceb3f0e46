"""Which segments stand on the sheets that coders filled in: they were read, marked or not."""

import pandas as pd

from peerstudy.coding import qda, refinding
from peerstudy.coding.naming import Naming
from peerstudy.coding.qda.project import Project


def filled(files: dict[str, bytes], segments: pd.DataFrame, *, coders: dict[str, str]) -> pd.DataFrame:
    """Every segment on a sheet, with whoever filled the sheet in.

    Parameters
    ----------
    files
        Bytes of each file of codings, by its path below the folder of codings; those that are no sheets add
        nothing.
    segments
        The table of that name.
    coders
        Name in this study of a coder, by the name in a file.

    Returns
    -------
    frame
        `file`, `coder`, `segment` and `interview`, without segments that are not there any more.

    Raises
    ------
    UnreadableError
        If a file cannot be read.
    """
    projects = {file: qda.read(file, data) for file, data in sorted(files.items())}
    return on_sheets(projects, segments, Naming({}, {}, coders, {}, frozenset()))


def on_sheets(projects: dict[str, Project], segments: pd.DataFrame, names: Naming) -> pd.DataFrame:
    """The same of files that were read already.

    Parameters
    ----------
    projects
        By the path of their file.
    segments
        The table of that name.
    names
        Says whom a file means.

    Returns
    -------
    frame
        As `filled` gives it.
    """
    rows = [
        (file, names.coder(row.coder, file), row.unit, row.words)
        for file, project in projects.items()
        for row in project.listed
    ]
    frame = pd.DataFrame(rows, columns=["file", "coder", "unit", "words"])
    place = pd.Series(refinding.refound(segments, frame["unit"], frame["words"]), dtype="Int64")
    now = segments[["segment", "interview"]].iloc[place.dropna()].reset_index(drop=True)
    told = frame.loc[place.notna(), ["file", "coder"]].reset_index(drop=True)
    return pd.concat([told, now], axis=1).drop_duplicates(["coder", "segment"])


def unlisted(listed: pd.DataFrame, sample: pd.DataFrame, coverage: pd.DataFrame) -> pd.DataFrame:
    """Drawn segments that stand on no sheet of a coder who has sheets and is said to have read the sample.

    Parameters
    ----------
    listed
        What `filled` gave.
    sample, coverage
        The tables of those names.

    Returns
    -------
    frame
        `file` (the coder's first), `coder` and `segment`.
    """
    rows = []
    for coder, own in listed.groupby("coder"):
        asked = coverage.loc[(coverage["coder"] == coder) & (coverage["scope"] == "sample"), "interview"]
        drawn = sample.loc[sample["drawn"] & sample["interview"].isin(asked), "segment"]
        file = own["file"].iloc[0]
        rows += [(file, coder, segment) for segment in sorted(set(drawn) - set(own["segment"]))]
    return pd.DataFrame(rows, columns=["file", "coder", "segment"])
