"""Progress is for who watches; a log stays quiet."""

import io
import sys

from peerstudy.progress import progress


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_log_hears_nothing(capsys):
    """Standard error of a job that nobody watches stays empty, and every item comes in its order."""
    assert list(progress(range(1000), "counting")) == list(range(1000))

    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "")


def test_items_without_a_length_are_gone_through_all_the_same(capsys):
    """A generator has no total."""
    assert sum(progress((n for n in range(4)), "counting")) == 6
    assert capsys.readouterr().err == ""


def test_nothing_is_left_on_a_terminal_when_the_work_is_done(monkeypatch):
    """The bar is wiped away."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    list(progress(["a"], "counting"))

    assert terminal.getvalue().split("\r")[-1].strip() == ""
