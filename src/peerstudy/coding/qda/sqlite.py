"""SQLite files from elsewhere, read in memory: no file is opened, nothing in them is run."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from peerstudy.coding.qda.project import UnreadableError

Row = tuple[Any, ...]
STEPS = 200_000_000  # of SQLite's virtual machine for one file; a large study needs some millions


@contextmanager
def opened(data: bytes) -> Iterator[sqlite3.Connection]:
    """A connection to a copy of the database in memory.

    Raises
    ------
    UnreadableError
        If it is no SQLite file, is damaged or takes beyond reason to read.
    """
    if not data.startswith(b"SQLite format 3\x00"):
        raise UnreadableError("it is no SQLite file")
    connection = sqlite3.connect(":memory:")
    try:
        # Bytes 18 and 19 ask for a write-ahead log, which a database in memory cannot have.
        connection.deserialize(data[:18] + b"\x01\x01" + data[20:])
        connection.execute("pragma trusted_schema = off")
        connection.execute("pragma query_only = on")
        left = iter(range(STEPS // 1000))
        connection.set_progress_handler(lambda: next(left, None) is None, 1000)
        yield connection
    except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:
        raise UnreadableError(f"the SQLite file cannot be read ({error})") from None
    finally:
        connection.close()


def rows(connection: sqlite3.Connection, table: str, **columns: type[int] | type[str]) -> list[Row]:
    """Rows of a table in the order in which they were entered; none if there is no such table.

    Each column is named with its type; what is not there is 0 or an empty text. The names are this
    package's own words, never a file's.

    Raises
    ------
    UnreadableError
        If a cell holds something else.
    """
    there = connection.execute("select 1 from sqlite_master where type = 'table' and name = ?", [table])
    if there.fetchone() is None:
        return []
    found = connection.execute(f"select {', '.join(columns)} from {table} order by rowid").fetchall()
    return [
        tuple(_cell(value, kind, table) for value, kind in zip(row, columns.values(), strict=True))
        for row in found
    ]


def _cell(value: object, kind: type[int] | type[str], table: str) -> int | str:
    if value is None:
        return kind()
    if not isinstance(value, kind):
        raise UnreadableError(f"the table {table!r} of the SQLite file holds {value!r} where it should not")
    return value
