"""Messages of a step go to its log file and to the terminal, on which a run takes a line a step."""

import logging
import re
import sys
from pathlib import Path
from types import TracebackType

from peerstudy.tables import TableError

# What the engine of the workflow tells of itself; it stands in its own log.
ASIDE = {"workflow_started", "resources_info", "job_info", "job_started", "job_finished"}
EMPTY_WORDS = (
    "Select jobs",
    "Shutting down",
    "Exiting because",
    "Using shell",
    "Building DAG",
    "Config file",
    "Assuming unrestricted",
    "WorkflowError:\nAt least one job",
)
PLACES = re.compile(r"^(?:TableError in file .*|  File .*, line \d+, in .*)\n?", re.MULTILINE)
TOLD = "returned non-zero exit status 1."  # the step itself has said why


class Brief(logging.Formatter):
    """What a person needs of the engine's messages: how far the run is, and what stopped it."""

    def __init__(self, usual: logging.Formatter) -> None:
        super().__init__()
        self.usual, self.step = usual, ""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a message is shown; the name of a step that ended is kept for the next one."""
        event, text = str(getattr(record, "event", None)), str(record.msg)
        if event == "job_finished":
            self.step = text.rpartition("Rule: ")[2].rstrip(")")
        return event not in ASIDE and not text.startswith(EMPTY_WORDS) and TOLD not in text

    def format(self, record: logging.LogRecord) -> str:
        """The message in a line where there is one for it."""
        told, event = vars(record), str(getattr(record, "event", None))
        if event == "run_info":
            return f"{told['stats']['total']} steps to do"
        if event == "progress":
            return f"{told['done']} of {told['total']}: {self.step}"
        if event == "job_error":
            return f"Stopped at {told['rule_name']}; why is told above and in {', '.join(told['log'])}"
        return PLACES.sub("", self.usual.format(record)).rstrip("\n")


def brief(handlers: list[logging.Handler]) -> None:
    """Have handlers of the workflow's engine that write to a terminal tell a line a step.

    Parameters
    ----------
    handlers
        Those of the engine's logger; files among them stay as they are.
    """
    for handler in handlers:
        if handler.formatter and not isinstance(handler, logging.FileHandler):
            shown = Brief(handler.formatter)
            handler.addFilter(shown.filter)
            handler.setFormatter(shown)


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
