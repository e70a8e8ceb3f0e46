"""A study of another field and format reads as if the workflow had been made for it."""

import re

import pytest
from conftest import ROOT, copy_project
from reading import Page, dead_links

pytestmark = pytest.mark.workflow
OF_THE_DEMO = re.compile(
    r"\b(pain|peers?|stayers?|drop-?outs?|leavers?|patients?|clinicians?|flare-?ups?)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The report and the reading room of the second invented study."""
    copy = copy_project(tmp_path_factory.mktemp("project"), ROOT / "data" / "course")
    copy.run("report.html", "restricted/reader.html")
    return copy


def test_no_word_of_the_demonstration_is_left(course):
    """Nothing of the report is about another study than this one."""
    page = Page((course.results / "report.html").read_text(encoding="utf-8"))

    assert OF_THE_DEMO.findall(" ".join(text for text, _ in page.texts)) == []
    assert "completed" in page.section("people")


def test_every_link_of_the_report_leads_somewhere(course):
    """Rows, files and places in the reading room are there."""
    page = Page((course.results / "report.html").read_text(encoding="utf-8"))

    assert dead_links(course.results, page) == []
