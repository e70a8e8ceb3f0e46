"""What a run tells of the files that came in: what became of codings, and who stands out by attributes."""

import pandas as pd

from peerstudy.coding.spans import UNLISTED
from peerstudy.tables import rows
from peerstudy.wording import counted

FATES = {
    "carried": "carried over",
    "found": "found by words, since the file gives no place",
    "split": "split over turns",
    "moved": "moved from the place given to the one where the words stand",
}


def codings(losses: pd.DataFrame) -> list[str]:
    """What became of the passages of each file of codings, and what was left behind, in a sentence a file.

    Parameters
    ----------
    losses
        The table of that name; its names are not told, since they may hold words or people.
    """
    return [_file(str(file), held) for file, held in losses.groupby("file")]


def _file(file: str, held: pd.DataFrame) -> str:
    passages = held[held["kind"] == "passage"].set_index("fate")["count"]
    kept = [(passages[fate], words) for fate, words in FATES.items() if fate in passages.index]
    first = " passages" if kept and kept[0][0] != 1 else " passage"
    came = ", ".join(f"{n}{'' if place else first} {words}" for place, (n, words) in enumerate(kept))
    left = held[held["fate"] == "lost"].sort_values("kind")
    lost = "; ".join(f"{row.kind}: {row.n}" for row in rows(left.rename(columns={"count": "n"})))
    told = f"{file}: {came or 'no passage carried over'}."
    return told + (f" Left behind, and named in restricted/losses.csv: {lost}." if lost else "")


def rarities(table: pd.DataFrame) -> list[str]:
    """A warning of combinations of attributes that few people share; empty where there is none.

    Parameters
    ----------
    table
        The table `rarities`; people and attributes are not told.
    """
    if table.empty:
        return []
    people = {person for named in table["participants"] for person in named.split("; ")}
    return [
        f"Too few people share {counted(len(table), 'combination')} of attributes, fewer than the study asks "
        f"for; {len(people)} people have one or more. They stand in restricted/rarities.csv. Who knows "
        "a person may find them by these in anything that tells attributes of single people."
    ]


def unread(losses: pd.DataFrame) -> str:
    """What was drawn for blind coding and stood on no sheet; empty where everything was read.

    Parameters
    ----------
    losses
        The table of that name.
    """
    number = int(losses.loc[losses["kind"] == UNLISTED, "count"].sum())
    told = f"; {counted(number, 'segment')} on no sheet left out, others of the person standing in"
    return told if number else ""
