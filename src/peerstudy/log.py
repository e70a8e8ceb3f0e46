"""Messages of a step go to its log file and to the terminal."""

import logging
import sys
from pathlib import Path
from types import TracebackType

from peerstudy.tables import TableError


def to(path: str | Path) -> None:
    """Send log messages to `path`, warnings and the error that ends a step to the terminal too.

    What a person can mend (a `TableError`) is told in its own words; anything else with its traceback.
    """
    terminal = logging.StreamHandler()
    terminal.setLevel(logging.WARNING)
    logging.basicConfig(
        level=logging.INFO,
        format="%(message)s",
        handlers=[logging.FileHandler(path, "w", encoding="utf-8"), terminal],
        force=True,
    )
    logging.captureWarnings(True)
    sys.excepthook = _last_words


def _last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if isinstance(error, TableError):
        logging.error("%s", error)
    else:
        logging.error("%s", error, exc_info=(kind, error, trace))
