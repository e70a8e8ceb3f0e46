"""What a step tells stands in its log; a terminal shows what a person should look at."""

import logging
import sys

import pytest

from peerstudy import log


@pytest.fixture
def kept():
    """The root logger as it was before."""
    root = logging.getLogger()
    held, level = root.handlers[:], root.level
    yield
    logging.captureWarnings(False)
    for handler in root.handlers:
        handler.close()
    root.handlers[:] = held
    root.setLevel(level)


def test_a_terminal_is_told_of_warnings_alone(tmp_path, capsys, kept, monkeypatch):
    """What is only good to know, such as what else could be installed, is kept in the file."""
    monkeypatch.setattr("sys.excepthook", None)
    log.to(tmp_path / "step.log")
    logging.getLogger("peerstudy.x").info("good to know")
    logging.getLogger("peerstudy.x").warning("to look at")

    assert (tmp_path / "step.log").read_text() == "good to know\nto look at\n"
    assert capsys.readouterr().err == "to look at\n"


def test_a_run_takes_a_line_a_step_on_the_terminal(capsys):
    """How far it is and what stopped it stand there; what the engine says of itself stands in its own log."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    log.brief([handler])
    told = [
        ("Job stats: ...", {"event": "run_info", "stats": {"turns": 1, "total": 2}}),
        ("Select jobs to execute...", {}),
        ("rule turns: input: a, b", {"event": "job_info"}),
        ("Finished jobid: 5 (Rule: turns)", {"event": "job_finished"}),
        ("", {"event": "progress", "done": 1, "total": 2}),
        ("RuleException:\nCommand 'x' returned non-zero exit status 1.", {"event": "error"}),
        ("Error in rule spans", {"event": "job_error", "rule_name": "spans", "log": ["logs/spans.log"]}),
        ('TableError in file "a.smk", line 3:\nasked.csv: bad\n  File "a.smk", line 3, in <module>', {}),
    ]
    for message, extra in told:
        handler.handle(logging.makeLogRecord({"msg": message, **extra}))

    assert capsys.readouterr().err.splitlines() == [
        "2 steps to do",
        "1 of 2: turns",
        "Stopped at spans; why is told above and in logs/spans.log",
        "asked.csv: bad",
    ]
