"""The framework matrix: a person by theme, locators and quotes filled in, the summary left to people."""

import re
from collections.abc import Mapping

import pandas as pd

from peerstudy import contracts, tables
from peerstudy.pages import charted, charting

NAMED = re.compile(r"\(([^()]*)\)\s*$")


def framework(
    roster: pd.DataFrame,
    codebook: pd.DataFrame,
    presence: pd.DataFrame,
    spans: pd.DataFrame,
    turns: pd.DataFrame,
    quotes: pd.DataFrame,
    written: Mapping[str, bytes],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A row a person and theme to be summarised by whoever reads the passages.

    Parameters
    ----------
    roster, codebook, presence, spans, turns, quotes
        The tables of those names. A cell shows its chosen quote, or else the words of its first passage.
    written
        Bytes of framework.xlsx and framework.docx, by name, where people have written summaries.

    Returns
    -------
    framework, unplaced
        The tables `framework` and `framework_unplaced`: summaries in their cells, and those of people or
        themes that the study does not know, with the reason.

    Raises
    ------
    TableError
        If a file cannot be read, or two summaries of one cell differ.
    """
    said = spans.merge(turns[["interview", "turn", "participant"]], on=["interview", "turn"])
    said = said.sort_values(["interview", "turn", "start"])
    said["place"] = said["interview"] + ", turn " + said["turn"].astype(str)
    of_cell = said.groupby(["participant", "theme"])
    passages = of_cell["place"].agg(lambda places: "; ".join(dict.fromkeys(places))).rename("passages")
    chosen = quotes.drop_duplicates(["participant", "theme"]).set_index(["participant", "theme"])["text"]
    shown = chosen.combine_first(of_cell["quote"].first()).rename("quote")
    grid = presence.drop_duplicates(["participant", "theme"])[["participant", "theme", "applies"]]
    cells, unplaced = placed(written, roster, codebook, set(grid["participant"]))
    for column in (passages, shown, cells):
        grid = grid.join(column, on=["participant", "theme"])
    people = roster.set_index("participant")["group"]
    frame = grid.assign(group=grid["participant"].map(people))
    frame["label"] = frame["theme"].map(codebook.set_index("theme")["label"])
    return frame.fillna({"passages": "", "quote": "", "summary": ""}).reset_index(drop=True), unplaced


def charts(
    frame: pd.DataFrame, roster: pd.DataFrame, codebook: pd.DataFrame, title: str, banner: str
) -> dict[str, bytes]:
    """The matrix as files to write in: spreadsheet and pages.

    Parameters
    ----------
    frame
        The table `framework`.
    roster, codebook
        The tables of those names.
    title
        Title of the study.
    banner
        What stands on everything that is made from invented data; empty for a real study.
    """
    attributes = sorted(_attributes(roster))
    people = roster[roster["participant"].isin(set(frame["participant"]))]
    people = people.assign(outside=people["group"] == "").sort_values(["outside", "group", "participant"])
    people = people[["participant", "group", *attributes]].astype(str)
    return {
        "spreadsheet": charting.spreadsheet(frame, people, codebook, [title, *filter(None, [banner])]),
        "pages": charting.pages(frame, people, codebook, [title, *filter(None, [banner])]),
    }


def _attributes(roster: pd.DataFrame) -> frozenset[str]:
    return frozenset(map(str, roster)) - set(contracts.contracts()["roster"].columns)


def placed(
    written: Mapping[str, bytes], roster: pd.DataFrame, codebook: pd.DataFrame, people: set[str]
) -> tuple[pd.Series, pd.DataFrame]:
    """Summaries by person and theme, and the table `framework_unplaced`.

    Parameters
    ----------
    written
        As for `framework`.
    roster, codebook
        The tables of those names.
    people
        Participants who have a row.

    Raises
    ------
    TableError
        If a file cannot be read, or two summaries of one cell differ.
    """
    read = [charted.read(name, data, _attributes(roster)) for name, data in written.items()]
    cells = pd.concat([pd.DataFrame(columns=charted.COLUMNS), *read], ignore_index=True)
    known = {**dict(zip(codebook["label"], codebook["theme"], strict=True))}
    known |= {theme: theme for theme in codebook["theme"]}
    cells["theme"] = [_theme(head, known) for head in cells["heading"]]
    cells["reason"] = [
        row.reason or _reason(row.participant, row.heading, row.theme, people, known)
        for row in tables.rows(cells)
    ]
    good = cells[cells["reason"] == ""].drop_duplicates(["participant", "theme", "summary"])
    twice = good[good.duplicated(["participant", "theme"], keep=False)]
    if len(twice):
        lines = [f"{r.participant}, {r.theme}: {r.file}, {r.place}" for r in tables.rows(twice)]
        raise tables.TableError("framework: summaries of one cell differ; keep one\n  " + "\n  ".join(lines))
    unplaced = cells[cells["reason"] != ""][list(contracts.contracts()["framework_unplaced"].columns)]
    return good.set_index(["participant", "theme"])["summary"], unplaced


def _theme(head: str, known: dict[str, str]) -> str:
    named = NAMED.search(head)
    return known.get(named[1] if named else head.strip(), known.get(head.strip(), ""))


def _reason(who: str, head: str, theme: str, people: set[str], known: dict[str, str]) -> str:
    if not who.strip() or not head.strip():
        lacking = "heading above it" if who.strip() else "person in its row"
        return f"it stands outside the matrix: no {lacking}"
    if who not in people:
        return f"no person {who!r} in the matrix{tables.nearest(who, sorted(people))}"
    return "" if theme else f"no theme {head!r} in the codebook{tables.nearest(head, known)}"
