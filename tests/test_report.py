"""The report: one file, in the order of evidence, with every word shown as it was said."""

import re
from itertools import pairwise

import pandas as pd
import pytest
import small_study
from reading import Page

from peerstudy import tables
from peerstudy.pages import report
from peerstudy.record import provenance

FIGURES = dict.fromkeys(["flow", "themes", "matrix"], b"<svg/>")
# Settings, dates and numbers of items, which rest on no table of results.
OF_NO_RESULT = ("methods", "plan", "checklists", "numbers", "provenance")
RESULT = re.compile(r"\d+ of \d|\d %|\bp [=<] |[+−]\d|\d+\.\d")


@pytest.fixture(scope="module")
def html() -> str:
    return report.report(small_study.study(), FIGURES)


@pytest.fixture(scope="module")
def page(html) -> Page:
    return Page(html)


def test_evidence_comes_in_its_order():
    """Words, n of N, exceptions, interval, p: top down within a theme."""
    theme = _section("theme-care", **_directed())
    marks = ["cared", "3 of 4", "does not speak of it", "percentage points", "p = .040", "2 tests"]

    assert [theme.index(mark) for mark in marks] == sorted(theme.index(mark) for mark in marks)


def test_words_of_participants_are_text_not_markup():
    """A transcript cannot write into the page."""
    hostile = "<script>alert(1)</script></style>\"'&"
    html = report.report(small_study.study(hostile), FIGURES)

    assert "<script" not in html
    assert html.count("</style>") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_the_report_asks_no_other_host(html, page):
    """Nothing is loaded from anywhere: pictures are inside, links stay beside the report."""
    assert not re.findall(r'src="(?!data:)', html)
    assert not [link for link in page.links if not re.match(r"#|restricted/|tables/", link)]
    assert "http" not in html.replace("http-equiv", "")


def test_every_link_has_its_target(page):
    """Each link inside the page leads to one place."""
    inside = {link[1:] for link in page.links if link.startswith("#")}

    assert inside <= set(page.anchors)
    assert len(page.anchors) == len(set(page.anchors))


def test_invented_data_is_marked(html):
    """The banner is the first thing in the report."""
    assert "SYNTHETIC DATA" in html[: html.index("<h1>")]


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


def test_no_link_is_without_words(html):
    """A screen reader has something to say of each link."""
    assert not re.findall(r"<a [^>]*>\s*</a>", html)


def test_no_result_stands_without_a_link(page):
    """Whatever looks like a result leads to its row, in every section; words of participants aside."""
    bare = [
        text
        for text, around in page.texts
        if RESULT.search(text)
        and any(place.startswith("main") for place in around)
        and not any(place.startswith(("a.number", "a.locator", "blockquote")) for place in around)
        and not any(place.endswith(f"#{name}") for place in around for name in OF_NO_RESULT)
    ]

    assert bare == []


PLANTED = {
    "somebody who refused, in the flow": ("people", "Not analysed: 1 refused."),
    "a suppressed cell": ("people", "withheld"),
    "a quote": ("theme-care", "They <b>cared</b> & came."),
    "a word for a count": ("theme-care", "reds: most, 3 of 4"),
    "a tone": ("theme-care", "positive: reds 2 of 4"),
    "a difference that nobody can run against": (
        "theme-care",
        "The interval includes no difference, so that nobody is said to run against one.",
    ),
    "a variant that breaks a comparison": ("theme-care", "Not so: “without P1”."),
    "a variant that could not be made": ("theme-care", "Not made, or of the same people: “B”."),
    "a withheld corrected estimate": (
        "theme-care",
        "withheld: 2 positives expected in a group, fewer than 10",
    ),
    "a machine count that is no finding": ("theme-care", "Not a finding: uncorrected machine codes"),
    "what silence allows": (
        "theme-care",
        "Nobody of the blues speaks of it; up to 78 % of such people still might",
    ),
    "people overlooked": (
        "theme-care",
        "Up to 20 % of the reds may speak of it where no reader saw it, by an estimate; the interval",
    ),
    "a side without bound": ("theme-care", "2.50 (0.80 to no bound)"),
    "a difference that could be shown": ("theme-care", "−90 points"),
    "a refused group": ("theme-cost", "Not compared: fewer than 3 people: blues (0)."),
    "a theme never asked, and an unread interview": (
        "theme-cost",
        "1 never asked about it (1 of them speaking of it all the same) and 1 whose talk was not read",
    ),
    "a theme of one group": ("overview", "Care & company : reds, 3 of 4"),
    "a refused omnibus test": ("several", "not tested (too few people): Cost."),
    "a reason": ("reasons", "1 of 4 (one)"),
    "any reason": ("reasons", "People who give any reason: reds 1 of 4"),
    "a drawback of those who stayed": ("reasons", "only some apply, people who tell of any: blues 1 of 2"),
    "a tone compared": ("theme-care", "positive only: reds 2 of 4, blues 0 of 2; +50 percentage points"),
    "a tone that was not tested": ("comparison", "each interval is of one tone alone, and nothing is tested"),
    "an undefined coefficient": ("coders", "undefined"),
    "why it is undefined": ("coders", "nobody found it"),
    "a theme that a machine does not support": ("machine", "NOT SUPPORTED: 2 people"),
    "on how many themes a machine is not supported": ("machine", "supported patterns on 1 of 2 themes"),
    "what corrected codes support": ("machine", "corrected share of talk is withheld: 2 positives expected"),
    "that no pair of themes is supported": (
        "talked",
        "Over people: none of 1 pairs go together or apart beyond chance once all are tested together",
    ),
    "a pair that goes apart": ("talked", "Care & company with Cost, which go apart (phi −0.50)"),
    "what people reach where machines code": ("machine", "B: 0.70 (0.40 to 0.90), 20 segments of 6 people"),
    "an interval that knows nothing": ("machine", "0.30 (under −1 to 0.60)"),
    "a stopping rule that is not assessable": ("saturation", "too few people"),
    "an item that only a person can answer": ("checklists", "missing"),
    "a plan that was not kept": ("plan", "No plan was kept"),
    "the parameters of the run": ("methods", "Declared in advance: Care & company."),
}


@pytest.mark.parametrize(("anchor", "words"), PLANTED.values(), ids=PLANTED.keys())
def test_a_fact_stands_where_a_reader_would_look(page, anchor, words):
    """Planted facts are found in the section that is about them."""
    assert words in page.section(anchor)


def test_a_deviation_from_the_plan_is_told():
    """A setting that differs from the plan that was kept stands in the section on the plan."""
    study = small_study.study()
    frozen = pd.DataFrame([("frozen", "contrasts.level", "0.9")], columns=["kind", "name", "value"])
    study["provenance"] = pd.concat([study["provenance"], frozen], ignore_index=True)

    assert "contrasts.level: planned 0.9, done 0.95." in Page(report.report(study, FIGURES)).section("plan")


def test_a_figure_that_is_there_stands_in_its_section():
    """Figures are told in words, and one that was not drawn leaves no hole."""
    html = report.report(small_study.study(), {**FIGURES, "contrasts": b"<svg/>"})

    assert html.count("<img ") == 4
    assert all(len(alt) > 20 for alt in re.findall(r'<img [^>]*alt="([^"]*)"', html))


def test_a_figure_can_be_read_on_a_narrow_screen(html, page):
    """Each leads to itself at its own size, and back, within the page."""
    assert html.count(">Show it large</a>") == html.count("<img ")
    assert {"figure-flow", "caption-flow", "figure-matrix"} <= set(page.anchors)


def test_a_single_coder_is_not_held_to_agreement():
    """Where nothing was read twice, the report says so instead of tables of the undefined."""
    study = small_study.study()
    study["agreement"] = study["agreement"].assign(units=0, estimate=None, low=None, high=None)
    told = Page(report.report(study, FIGURES)).section("coders")

    assert "Nothing was read by two coders" in told
    assert "undefined" not in told


def test_talk_is_told_as_it_was_measured():
    """A median between two counts is not rounded to one of them; one person has no half."""
    study = small_study.study()
    study["talk"] = study["talk"].assign(people=[4, 1], median=[9.5, 83.0])
    told = " ".join(Page(report.report(study, FIGURES)).section("people").split())

    assert "4 people: median 9.5 (quartiles 100 and 100)" in told
    assert "one person: 83" in told


def test_an_interview_that_was_never_opened_was_read_by_nobody():
    """Of a withdrawn interview, which the run leaves unopened, no coder is said to have read it whole."""
    study = small_study.study()
    withdrawn = study["coverage"].assign(interview="I9")
    study["coverage"] = pd.concat([study["coverage"], withdrawn], ignore_index=True)
    told = Page(report.report(study, FIGURES)).section("coders")

    assert "whole interviews I1" in " ".join(told.split())
    assert "I9" not in told


def _section(anchor, **changed):
    """What one section says of the small study with some tables changed."""
    told = Page(report.report(small_study.study() | changed, FIGURES)).section(anchor)
    return " ".join(told.split())


def _settings(**changed):
    return provenance.provenance({}, {}, settings={**small_study.SETTINGS, **changed})


def test_each_interval_is_told_with_the_level_of_its_table():
    """Of a group, of a difference, and of what silence allows: each may have been made at its own."""
    run = _settings(groups={"level": 0.9}, effects={"level": 0.8, "power": 0.8})
    theme = _section("theme-care", provenance=run)

    assert "reds: 90 % interval 30 to 95 %" in theme
    assert "percentage points (95 % interval" in theme
    assert "(one-sided 80 % bound)" in theme
    assert "66 % of such people (90 % interval)" in _section("limits", provenance=run)


def test_talk_of_equal_length_is_promised_only_where_it_was_compared():
    """Where a comparison was refused nothing stands beside it."""
    effects = small_study.study()["effects"]
    alike = effects.iloc[[0]].assign(effect="difference at equal length", estimate=0.2)

    assert "equal length" not in _section("people")
    assert "equal length" in _section("people", effects=pd.concat([effects, alike]))


def test_who_leads_is_told_by_where_the_codes_come_from():
    """Where hand codes count nobody, what readers confirmed leads, and the page says so."""
    contrasts, groups = small_study.contrasts(), small_study.groups()
    hand = contrasts["estimator"] == "hand"
    read = contrasts[hand].assign(estimator="verified")
    unread = contrasts.assign(**{name: contrasts[name].mask(hand, 0) for name in ("people_a", "people_b")})
    counted = groups.assign(estimator=groups["estimator"].replace("hand", "verified"))
    told = _section("overview", contrasts=pd.concat([unread, read], ignore_index=True), groups=counted)

    assert "The counts come from hand codes;" in _section("overview")
    assert "The counts come from what a person read of segments drawn at random" in told


def test_a_group_has_an_interval_by_itself_only_where_all_was_read():
    """Of drawn segments and machine finds, people who were not read whole would count as silent."""
    study = small_study.study()
    read = {
        name: study[name].assign(estimator=study[name]["estimator"].replace("hand", "verified"))
        for name in ("contrasts", "groups")
    }

    assert "Each group by itself" in _section("theme-care")
    assert "Each group by itself" not in _section("theme-care", **read)


def test_a_legend_speaks_of_machines_only_where_they_code():
    """The figure of differences then shows none."""
    figures = {**FIGURES, "contrasts": b"<svg/>"}
    alone = small_study.study() | {"provenance": _settings(coders=[])}

    assert "Machine codes that nobody corrected" in report.report(small_study.study(), figures)
    assert "Machine codes that nobody corrected" not in report.report(alone, figures)


def test_a_comparison_that_could_not_be_made_has_nobody_against_it():
    """A count of none would read as if everybody went with it."""
    sure = _directed()
    none = sure["robustness"].assign(variants=0, holding=0, refused=3)

    assert "1 of 6" in _section("sensitivity", **sure)
    assert "of 6" not in _section("sensitivity", **sure | {"robustness": none})


def _directed():
    """The small study with a difference whose interval excludes none."""
    study = small_study.study()
    contrasts = study["contrasts"]
    told = {name: study[name].assign(directed=True) for name in ("exceptions", "negative_cases")}
    told["robustness"] = study["robustness"].assign(exceptions=1, people=6)
    told["contrasts"] = contrasts.assign(low=contrasts["low"].where(contrasts["estimator"] != "hand", 0.1))
    return told


def test_people_run_against_a_difference_only_where_its_interval_excludes_none():
    """Where the direction is open, nobody is an exception: in no section, and with no words."""
    against = "1 of 4 reds does not speak of it: P4."

    assert against in _section("theme-care", **_directed())
    assert against not in _section("theme-care")
    assert "1 of 4 reds" in _section("overview", **_directed())
    assert "1 of 4 reds" not in _section("overview")
    assert "1 of 6" not in _section("sensitivity")


def test_a_theme_that_nobody_speaks_of_is_not_said_to_be_spoken_of_alike():
    """Nobody of either group is what there is to say."""
    contrasts = small_study.contrasts()
    none = contrasts.assign(estimate=contrasts["estimate"].where(contrasts["estimate"].isna(), 0.0))
    section = _section("theme-care", contrasts=none.assign(present_a=0, present_b=0))

    assert "Nobody of either group speaks of it." in section
    assert "alike" not in section


def test_reasons_that_nobody_could_be_counted_for_are_not_said_to_be_missing():
    """A codebook that holds reasons is not said to hold none."""
    none, book = tables.empty("reasons"), small_study.codebook()

    assert "The codebook holds no reasons." in _section("reasons", reasons=none)
    told = _section("reasons", reasons=none, codebook=book.assign(kind="reason"))
    assert "Nobody’s interview was read whole by hand of those to whom a reason applies" in told


def test_as_many_is_not_alike():
    """Where as many speak of a theme, but in other tones, its section and the overview say so."""
    contrasts = small_study.contrasts()
    care = (contrasts["theme"] == "care") & (contrasts["estimator"] == "hand")
    as_many = contrasts.assign(estimate=contrasts["estimate"].mask(care, 0.0))
    theme = _section("theme-care", contrasts=as_many)

    assert "The interval includes no difference, so that nobody is said to run against one." in theme
    assert "They part by tone “positive only” +50 (+10 to +90), exploratory." in theme
    assert "“negative or mixed” +25" not in theme
    assert "0 (−2 to +95) ; tone “positive only” +50 (+10 to +90), exploratory" in _section(
        "overview", contrasts=as_many
    )
    assert "alike" not in theme


def test_of_what_nobody_speaks_nobody_is_said_to_speak():
    """None of four and none of two are no agreement."""
    contrasts = small_study.contrasts()
    care = (contrasts["theme"] == "care") & (contrasts["estimator"] == "hand")
    silent = contrasts.assign(
        estimate=contrasts["estimate"].mask(care, 0.0), present_a=contrasts["present_a"].mask(care, 0)
    )

    assert "Nobody of either group speaks of it." in _section("theme-care", contrasts=silent)


def test_those_to_whom_every_reason_applies_stand_first():
    """Whoever stayed can only tell of a drawback, and is not said to give a reason."""
    told = _section("reasons", flow=small_study.study()["flow"].iloc[::-1])

    assert told.index("Force reds blues") > told.index("People who give any reason")
    assert "What speaks against taking part" in told
    assert "any reason or drawback" in told
    assert "Not every reason applies to blues" in told


def test_a_guideline_leads_to_the_section_that_it_names():
    """Where nothing is said of saturation, the item leads to the limits and says so."""
    none = tables.empty("stopping")

    assert "Saturation missing saturation" in _section("checklists")
    assert "Saturation missing limits" in _section("checklists", stopping=none)


def test_a_reflexive_study_is_not_scored():
    """No coefficient and no verdict on saturation, but the passages that were read differently."""
    study = small_study.study()
    approach = study["provenance"]["name"] == "approach"
    study["provenance"].loc[approach, "value"] = '"reflexive"'
    del study["agreement"], study["validation"]  # which such a run does not make
    html = report.report(study, FIGURES)

    assert "Where coders read differently" in html
    assert "found by A, not by B" in html
    assert "0.71" not in html
    assert 'id="saturation"' not in html
