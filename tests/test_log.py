"""What a step tells stands in its log; a terminal shows what a person should look at."""

import logging

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
