"""Which segments stand on the sheets that coders filled in: they were read, marked or not."""

import pandas as pd

from peerstudy.coding import qda, refinding
from peerstudy.coding.naming import Naming


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
        `coder`, `segment` and `interview`, without segments that are not there any more.

    Raises
    ------
    UnreadableError
        If a file cannot be read.
    """
    names = Naming({}, {}, coders, {}, frozenset())
    rows = [
        (names.coder(row.coder, file), row.unit, row.words)
        for file, data in sorted(files.items())
        for row in qda.read(file, data).listed
    ]
    frame = pd.DataFrame(rows, columns=["coder", "unit", "words"])
    place = pd.Series(refinding.refound(segments, frame["unit"], frame["words"]), dtype="Int64")
    now = segments[["segment", "interview"]].iloc[place.dropna()].reset_index(drop=True)
    return now.assign(coder=frame.loc[place.notna(), "coder"].to_numpy()).drop_duplicates()
