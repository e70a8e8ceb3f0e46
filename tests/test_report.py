"""The report: one file, in the order of evidence, with every word shown as it was said."""

import re
from itertools import pairwise

import pytest
import small_study

from peerstudy import report

FIGURES = dict.fromkeys(["flow", "themes", "matrix"], b"<svg/>")


@pytest.fixture(scope="module")
def html() -> str:
    return report.report(small_study.study(), FIGURES)


def test_evidence_comes_in_its_order(html):
    """Words, n of N, exceptions, interval, p: top down within a theme."""
    theme = html[html.index('id="theme-care"') : html.index('id="theme-cost"')]
    marks = ["cared", "3 of 4", "do not speak of it", "percentage points", "p = .040", "2 tests"]

    assert [theme.index(mark) for mark in marks] == sorted(theme.index(mark) for mark in marks)


def test_words_of_participants_are_text_not_markup():
    """A transcript cannot write into the page."""
    hostile = "<script>alert(1)</script></style>\"'&"
    html = report.report(small_study.study(hostile), FIGURES)

    assert "<script" not in html
    assert html.count("</style>") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_the_report_asks_no_other_host(html):
    """Nothing is loaded from anywhere: pictures are inside, links stay inside."""
    assert not re.findall(r'(?:src|href)="(?!#|data:|restricted/reader)', html)
    assert "http" not in html.replace("http-equiv", "")


def test_every_link_has_its_target(html):
    """Each link inside the page leads to something."""
    targets = set(re.findall(r'id="([^"]+)"', html))

    assert set(re.findall(r'href="#([^"]+)"', html)) <= targets


def test_invented_data_is_marked(html):
    """The banner is the first thing in the report."""
    assert "SYNTHETIC DATA" in html[: html.index("<h1>")]


def test_a_refused_comparison_says_why(html):
    """A reader of the theme sees the reason where the number would be."""
    assert "Not compared: fewer than 3 people: blues (0)." in html[html.index('id="theme-cost"') :]


def test_headings_go_down_one_level_at_a_time(html):
    """The outline of the page has no holes."""
    levels = [int(level) for level in re.findall(r"<h(\d)", html)]

    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
