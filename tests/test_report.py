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


def test_each_number_leads_to_its_row(html):
    """The count of a group is a link to the row of the table that holds it."""
    theme = html[html.index('id="theme-care"') :]
    place = re.search(r'href="#(groups-\d+)">3 of 4', theme)[1]
    row = re.search(rf'<tr id="{place}">(.*?)</tr>', html)[1]

    assert all(f"<td>{cell}</td>" in row for cell in ("care", "hand", "reds", "3", "4", "0.75"))


PLANTED = {
    "a suppressed cell": ("characteristics", "withheld"),
    "a tone": ("theme-care", "positive: reds 2 of 4"),
    "a negative case": ("theme-care", "do not speak of it: P4"),
    "a variant that breaks a comparison": ("theme-care", "says the same in 2; not with without P1"),
    "a refused group": ("theme-cost", "Not compared: fewer than 3 people: blues (0)."),
    "a reason": ("reasons", "reds 1 of 4 (one)"),
    "an undefined coefficient": ("coders", "undefined: nobody found it"),
    "a stopping rule that is not assessable": ("saturation", "too few people"),
    "an item that only a person can answer": ("checklists", '<td class="missing">missing</td>'),
    "a plan that was not kept": ("methods", "No plan was kept"),
    "the parameters of the run": (
        "methods",
        "Declared in advance and adjusted together by Holm: Care &amp; company",
    ),
}


@pytest.mark.parametrize(("anchor", "words"), PLANTED.values(), ids=PLANTED.keys())
def test_a_fact_stands_where_a_reader_would_look(html, anchor, words):
    """Planted facts are found in the section that is about them."""
    section = html[html.index(f'id="{anchor}"') :]
    section = section[: section.index("</section>")]

    assert words in section


def test_a_reflexive_study_is_not_scored():
    """No coefficient and no verdict on saturation, but the passages that were read differently."""
    study = small_study.study()
    approach = study["provenance"]["name"] == "approach"
    study["provenance"].loc[approach, "value"] = '"reflexive"'
    del study["agreement"]  # which such a run does not make
    html = report.report(study, FIGURES)

    assert "Where coders read differently" in html
    assert "found by A, not by B" in html
    assert "0.71" not in html
    assert 'id="saturation"' not in html
