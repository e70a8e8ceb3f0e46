"""What a person should look at of the codings that were read, although it stops nothing."""

import pandas as pd

from peerstudy.coding.tone import KNOWN
from peerstudy.tables import nearest, rows

SHORT = 80  # characters of names that a line shows rather than counts
# Kinds of `losses` in which somebody's work stays behind; tools keep much beside it that no study needs.
WORK = ("passage", "note", "comment", "coding", "column", "sheet", "tone", "code on a whole document")
ON_PURPOSE = {
    "passage left out by study.yaml",
    "passage of a code left out by study.yaml",
    "passage coded by a machine",
    "passage of an interview that is not read",
}
BESIDE, UNREAD = ("column", "sheet"), "not read, since nothing is looked for there: "
COPY = (
    ". Hint: where one file is a copy of another take it out; a code that only the older one still holds "
    "counts too"
)


def of_losses(losses: pd.DataFrame) -> list[str]:
    """What stays behind of coders' work, or was read otherwise than it is written, a line a file.

    Parameters
    ----------
    losses
        The table of that name.
    """
    told = losses[losses["fate"].isin(["lost", "remark"]) & losses["kind"].str.startswith(WORK)]
    told = told[~told["kind"].isin(ON_PURPOSE)]
    lines = []
    for file, own in told.groupby("file"):
        parts = [
            f"{UNREAD if row.kind in BESIDE else ''}{row.kind}: {_which(row.names, row.number)}"
            for row in rows(_numbered(own))
        ]
        hint = COPY if own["kind"].str.contains("(first in ", regex=False).any() else ""
        lines.append(f"codings/{file}: {'; '.join(parts)}{hint}")
    return lines


def of_tones(spans: pd.DataFrame) -> list[str]:
    """Tones that the report does not know by name, so that each is one of its own, in a line.

    Parameters
    ----------
    spans
        The table of that name.
    """
    other = spans[~spans["valence"].isin(["", *KNOWN])]
    told = [
        f"{tone!r}{nearest(str(tone), KNOWN)} of {len(own)} passage(s), such as {first.interview}, turn "
        f"{first.turn} by {first.coder!r}"
        for tone, own in other.sort_values(["interview", "turn", "start"]).groupby("valence")
        for first in rows(own.head(1))
    ]
    known = f"Known: {', '.join(KNOWN)}"
    return [f"codings/: tones that count as the study's own: {'; '.join(told)}. {known}"] * bool(told)


def _numbered(losses: pd.DataFrame) -> pd.DataFrame:
    return losses.sort_values("kind").rename(columns={"count": "number"})


def _which(names: str, number: int) -> str:
    return names if names and len(names) <= SHORT else str(number)
