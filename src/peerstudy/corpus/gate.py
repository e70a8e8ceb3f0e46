"""The gate: nothing goes on while a finding is left that nobody has allowed."""

import pandas as pd

from peerstudy import tables
from peerstudy.corpus.strange_words import KIND as STRANGE

SHOWN = 20
CALLED = ("name of ", "file name")  # places that are no words in a file
OTHER_LANGUAGE = (
    "Hint: `identifiers: vocabulary: none` in study.yaml if all the talk is in another language; of names in "
    "lower case those that the list of given names holds are then still found"
)


def gate(identifiers: pd.DataFrame, *, results: str) -> pd.DataFrame:
    """Count what was found; stop at anything that nobody has allowed.

    Parameters
    ----------
    identifiers
        The table of that name.
    results
        The results folder, as a person can type it; empty before a run, when no list is written.

    Returns
    -------
    frame
        The table `gate`.

    Raises
    ------
    TableError
        With the findings, unless every one is allowed.
    """
    left = identifiers[~identifiers["allowed"]]
    if len(left):
        raise tables.TableError("\n".join([*_findings(left), _hint(left, results)]))
    counts = identifiers.groupby("kind")["allowed"].agg(found="size", allowed="sum").reset_index()
    return counts if len(counts) else tables.empty("gate")


def _hint(left: pd.DataFrame, results: str) -> str:
    edit = "the file that holds it (a redaction such as [name] passes)"
    if left["place"].str.startswith(CALLED).any():
        edit += ", rename the file or folder that is called so"
    allow = "of a finding that identifies nobody who took part into identifiers.csv in the study's folder"
    if not results:
        return f"Hint: edit {edit}, or write kind and text {allow}"
    return (
        f"Hint: work through {results}/restricted/identifiers.csv. Edit {edit}, or copy kind and text "
        f"{allow} (a column `allowed` that is copied with them must say true)"
    )


def _findings(left: pd.DataFrame) -> list[str]:
    """Distinct findings, the commonest first, with their first place."""
    groups = left.groupby(["kind", "text"], sort=False)
    first = groups.head(1).assign(times=groups["text"].transform("size"))
    ordered = first.sort_values(["times", "kind", "text"], ascending=[False, True, True])
    lines = [
        f"  {row.kind} {row.text!r}: "
        + (f"{row.interview}, " if row.interview else "")
        + (f"turn {row.turn}, characters {row.start}-{row.end}" if row.turn else row.place)
        + (f", and {row.times - 1} more" if row.times > 1 else "")
        for row in tables.rows(ordered.head(SHOWN))
    ]
    more = [f"  and {len(ordered) - SHOWN} more"] if len(ordered) > SHOWN else []
    strange = int((ordered["kind"] == STRANGE).sum())
    if strange > SHOWN:
        more.append(f"{strange} of them are words of no English list. {OTHER_LANGUAGE}")
    return [f"identifiers: {len(ordered)} finding(s) that nobody has allowed; nothing goes on", *lines, *more]
