"""Which segments stand on the sheets that coders filled in: they were read, marked or not."""

from collections import Counter

import pandas as pd

from peerstudy.coding import qda, refinding
from peerstudy.coding.naming import Naming
from peerstudy.coding.qda.project import Project
from peerstudy.hints import nearest

RECODE = (
    "Hint: have these segments coded for it too, in a column headed so, in this sheet or in another of the "
    "coder with the same rows; a column of another name gets its theme under spans: code_map: in study.yaml"
)


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
    return _found(projects, segments, names).drop_duplicates(["coder", "segment"])


def _found(projects: dict[str, Project], segments: pd.DataFrame, names: Naming) -> pd.DataFrame:
    """As `on_sheets`, with a row for each sheet on which a segment stands."""
    rows = [
        (file, names.coder(row.coder, file), row.unit, row.words)
        for file, project in projects.items()
        for row in project.listed
    ]
    frame = pd.DataFrame(rows, columns=["file", "coder", "unit", "words"])
    place = pd.Series(refinding.refound(segments, frame["unit"], frame["words"]), dtype="Int64")
    now = segments[["segment", "interview"]].iloc[place.dropna()].reset_index(drop=True)
    told = frame.loc[place.notna(), ["file", "coder"]].reset_index(drop=True)
    return pd.concat([told, now], axis=1)


def without_column(
    projects: dict[str, Project],
    segments: pd.DataFrame,
    names: Naming,
    coverage: pd.DataFrame,
    themes: list[str],
) -> list[str]:
    """Themes for which a coder's sheets have no column: nobody read for them, and they would count as absent.

    Several sheets may share the themes of one segment out. Interviews that a coder read whole with another
    tool do not rest on the sheets.

    Parameters
    ----------
    projects
        By the path of their file.
    segments, coverage
        The tables of those names.
    names
        Says whom and which theme a file means.
    themes
        Themes that a sheet is to have a column for, which are those without children.

    Returns
    -------
    list
        A line each coder and set of missing themes.
    """
    elsewhere = {c for file, p in projects.items() if not p.listed for c in names.coders_of(file, p)}
    whole = coverage[(coverage["scope"] == "whole") & coverage["coder"].isin(elsewhere)]
    rest = set(zip(whole["coder"], whole["interview"], strict=True))
    columns = {file: set(names.themes(project).values()) for file, project in projects.items()}
    asked: dict[tuple[str, str], list[str]] = {}
    for row in _found(projects, segments, names).itertuples(index=False):
        if (row.coder, row.interview) not in rest:
            asked.setdefault((str(row.coder), str(row.segment)), []).append(str(row.file))
    lacking: Counter[tuple[str, tuple[str, ...], tuple[str, ...]]] = Counter()
    for (coder, _), files in asked.items():
        absent = [theme for theme in themes if not any(theme in columns[file] for file in files)]
        lacking[coder, tuple(dict.fromkeys(files)), tuple(absent)] += bool(absent)
    return [
        f"{' and '.join(files)}: no column for {', '.join(map(repr, absent))}, in {count} segment(s) of "
        f"{coder!r}{_meant(absent, files, projects, names)}: what nobody read would count as absent. {RECODE}"
        for (coder, files, absent), count in lacking.items()
        if count
    ]


def _meant(
    absent: tuple[str, ...], files: tuple[str, ...], projects: dict[str, Project], names: Naming
) -> str:
    """The column that may be meant, of those that are no theme."""
    free = [
        code.name for f in files for code in projects[f].codes if code.id not in names.themes(projects[f])
    ]
    return next(filter(None, (nearest(theme, free) for theme in absent)), "")


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
