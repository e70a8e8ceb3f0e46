"""Tables as a spreadsheet, in which no cell can act."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime

import pandas as pd
import xlsxwriter

from peerstudy import contracts
from peerstudy.harmless import harmless

EPOCH = datetime(2000, 1, 1)
LONGEST = 32_767  # characters of a cell; the CSV table beside it has no limit


def workbook(tables: Mapping[str, pd.DataFrame], about: Sequence[str]) -> bytes:
    """One sheet a table, and first sheets that say what the file is and what each column means.

    Parameters
    ----------
    tables
        Tables by name.
    about
        What the file is, a line each; it also heads every printed page.

    Returns
    -------
    bytes
        An .xlsx file; the same tables give the same bytes.
    """
    content = io.BytesIO()
    book = xlsxwriter.Workbook(
        content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": EPOCH})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    told = pd.DataFrame({"about": list(about)})
    for name, table in {"about": told, "dictionary": dictionary(list(tables)), **tables}.items():
        sheet = book.add_worksheet(name[:31])
        sheet.set_header("&L" + " ".join(about).replace("&", "&&")[:200])
        sheet.freeze_panes(1, 0)
        for column, label in enumerate(table):
            sheet.write_string(0, column, str(label), head)
            sheet.set_column(column, column, _width(table.iloc[:, column]))
            for row, value in enumerate(table.iloc[:, column], 1):
                _write(sheet, row, column, value, body)
        if len(table):
            sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
    book.close()
    return content.getvalue()


def dictionary(names: list[str]) -> pd.DataFrame:
    """Every column of the named tables with its type and meaning."""
    known = contracts.contracts()
    rows = [
        (name, column, contract.type, ", ".join(filter(None, contract.allowed)), contract.meaning)
        for name in names
        if name in known
        for column, contract in known[name].columns.items()
    ]
    return pd.DataFrame(rows, columns=["table", "column", "type", "allowed", "meaning"])


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: object, form: object) -> None:
    if pd.isna(value):  # type: ignore[call-overload]
        sheet.write_blank(row, column, None, form)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, form)
    elif isinstance(value, str):
        shown = harmless(value)
        sheet.write_string(
            row, column, shown if len(shown) <= LONGEST else shown[: LONGEST - 4] + " […]", form
        )
    else:
        sheet.write_number(row, column, float(str(value)), form)


def _width(values: pd.Series) -> int:
    longest = values.astype(str).str.len().max() if len(values) else 8
    return int(min(60, max(10, longest + 1)))
