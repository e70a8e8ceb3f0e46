"""Sheets on which people code segments without knowing whose words they read."""

import io
from datetime import datetime
from typing import Any

import pandas as pd
import xlsxwriter

from peerstudy import tables, tree
from peerstudy.coding.items import item

GIVEN = ["row", "item", "before", "text", "after"]
ASKED = ["row", "segment", "coder", "before", "text", "after"]
WIDE = {"before": 50, "text": 60, "after": 30, "memo": 30}  # characters; themes take 12
CREATED = datetime(2000, 1, 1)  # a true time would change the bytes of every run


def blind_sheet(
    sample: pd.DataFrame, turns: pd.DataFrame, codebook: pd.DataFrame, *, context: int
) -> pd.DataFrame:
    """The drawn segments in an order that tells nothing, with the words around them and a column a theme.

    No interview, person, group or machine code is shown; speakers are named by their role. Fill a cell with
    x where the theme is there, name the file after the coder and put it into codings/.

    Parameters
    ----------
    sample, turns, codebook
        The tables of those names.
    context
        Turns shown before the segment's own.

    Returns
    -------
    frame
        The table `blind_sheet`.
    """
    shown = _shown(sample[sample["drawn"]], turns, context)
    frame = pd.DataFrame(shown, columns=GIVEN[1:]).sort_values("item", ignore_index=True)
    frame.insert(0, "row", range(1, len(frame) + 1))
    return frame.assign(memo="", **dict.fromkeys(tree.leaves(codebook), ""))


def suggestion_sheet(
    suggestions: pd.DataFrame,
    segments: pd.DataFrame,
    turns: pd.DataFrame,
    codebook: pd.DataFrame,
    *,
    coder: str,
    context: int,
) -> pd.DataFrame:
    """The suggested segments in their order, with the words around them and a column a theme.

    Neither the machine's theme nor whose words they are is shown. Filled in, the sheet goes into codings/;
    saved as CSV it also is the table `suggested`.

    Parameters
    ----------
    suggestions, segments, turns, codebook
        The tables of those names.
    coder
        Who reads them.
    context
        Turns shown before the segment's own.

    Returns
    -------
    frame
        Row, segment (as an item that tells nothing), coder, words, and empty columns.
    """
    listed = segments.set_index("segment", drop=False).loc[suggestions["segment"]]
    shown = _shown(listed, turns, context)
    frame = pd.DataFrame(shown, columns=GIVEN[1:]).rename(columns={"item": "segment"})
    frame = frame.assign(row=range(1, len(frame) + 1), coder=coder)[ASKED]
    return frame.assign(memo="", **dict.fromkeys(tree.leaves(codebook), ""))


def _shown(segments: pd.DataFrame, turns: pd.DataFrame, context: int) -> list[dict[str, str]]:
    """Each segment under a name that tells nothing, with the words around it."""
    spoken = {(row.interview, int(row.turn)): (row.speaker, row.text) for row in tables.rows(turns)}
    return [{"item": item(row.segment), **_around(spoken, row, context)} for row in tables.rows(segments)]


def _around(spoken: dict[tuple[str, int], tuple[str, str]], row: Any, context: int) -> dict[str, str]:
    """A segment's words, what was said before, and the rest of its turn."""
    places = [(row.interview, turn) for turn in range(row.turn - context, row.turn)]
    earlier = [spoken[place] for place in places if place in spoken]
    speaker, text = spoken[row.interview, row.turn]
    own = f"{speaker}: {text[: row.start]}".rstrip()
    return {
        "before": "\n".join([*(f"{who}: {words}" for who, words in earlier), own]),
        "text": text[row.start : row.end],
        "after": text[row.end :].strip(),
    }


def workbook(sheet: pd.DataFrame, codebook: pd.DataFrame) -> bytes:
    """A sheet as an Excel file, with the themes' definitions on a second sheet.

    Every cell is text, so that words beginning with = or - stay words.

    Parameters
    ----------
    sheet
        Of `blind_sheet` or `suggestion_sheet`.
    codebook
        The table of that name.
    """
    themes = tree.leaves(codebook)
    given = ASKED if "coder" in sheet else GIVEN
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        coding, definitions = book.add_worksheet("coding"), book.add_worksheet("themes")
        coding.freeze_panes(1, len(given))
        for column, name in enumerate([*given, *themes, "memo"]):
            coding.set_column(column, column, WIDE.get(name, 12))
            coding.write_string(0, column, name, head)
            for row, value in enumerate(sheet[name].astype(str), 1):
                coding.write_string(row, column, value, cell)
        shown = ["theme", "label", "definition", "include", "exclude"]
        listed = codebook.set_index("theme", drop=False).loc[themes, shown]
        for column, name in enumerate(shown):
            definitions.set_column(column, column, 20 if column < 2 else 60)
            definitions.write_string(0, column, name, head)
            for row, value in enumerate(listed[name].astype(str), 1):
                definitions.write_string(row, column, value, cell)
    return buffer.getvalue()
