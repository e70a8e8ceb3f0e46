"""Pages in a real browser: they load alone, respond, and can be used without a mouse or sight."""

import copy
import os
from contextlib import contextmanager
from pathlib import Path

import browsing
import pandas as pd
import pytest
import small_study
from nbformat.v4 import new_code_cell, new_notebook, new_output
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from peerstudy import tables
from peerstudy.pages import figures, notebooks, reader, report

pytestmark = pytest.mark.browser
HOSTILE = "<script>window.hacked = 1</script></style><img src=x onerror='window.hacked = 1'> \"'& 🙂 שלום"
CHANGE = """const box = document.getElementById(arguments[0]); box.value = arguments[1];
const start = performance.now(); box.dispatchEvent(new Event("change"));
document.body.offsetHeight; return performance.now() - start;"""
AXE = Path(os.environ.get("AXE", "node_modules/axe-core/axe.min.js"))


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with browsing.browser(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A report beside its reading room, as a run leaves them."""
    top = tmp_path_factory.mktemp("results")
    study = small_study.study(HOSTILE)
    drawn = {}
    for name, figure in figures.every(study, synthetic=True).items():
        figures.save(figure, top / f"{name}.svg")
        drawn[name] = (top / f"{name}.svg").read_bytes()
    (top / "restricted").mkdir()
    (top / "report.html").write_text(report.report(study, drawn), encoding="utf-8")
    (top / "restricted/reader.html").write_text(reader.reader(study), encoding="utf-8")
    return top


def visit(browser, path, anchor=""):
    browser.get("about:blank")
    browsing.requests(browser)
    browsing.console(browser)
    browser.get(path.as_uri() + anchor)


@contextmanager
def on_paper(browser):
    """As it is laid out on a sheet of paper."""
    size = {"width": 720, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        yield
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("page", ["report.html", "restricted/reader.html"])
def test_a_page_logs_nothing_and_asks_nobody(browser, site, page):
    """No error on the console, no request to anywhere, and no word of a transcript that runs."""
    visit(browser, site / page)

    assert browsing.console(browser) == []
    assert browsing.requests(browser) == []
    assert browser.execute_script("return window.hacked") is None
    assert HOSTILE in browser.execute_script("return document.body.innerText")


@pytest.mark.parametrize("page", ["report.html", "restricted/reader.html"])
def test_a_page_has_no_serious_barrier(browser, site, page):
    """The accessibility checker axe-core finds nothing serious or critical."""
    visit(browser, site / page)
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    found = browser.execute_async_script("axe.run().then(arguments[arguments.length - 1])")["violations"]

    assert [
        f"{v['id']}: {v['nodes'][0]['html']}" for v in found if v["impact"] in ("serious", "critical")
    ] == []


def test_a_quote_of_the_report_leads_to_its_place(browser, site):
    """The link under a quote opens the reading room at the passage, with its codes beside it."""
    visit(browser, site / "report.html")
    browser.find_element(By.CSS_SELECTOR, "a.locator").click()

    assert browser.find_element(By.CSS_SELECTOR, ".chosen").get_attribute("id") == "I1-002-01"
    assert "Care & company" in browser.find_element(By.ID, "passage").text
    assert "Led by: cared" in browser.find_element(By.ID, "passage").text


def test_a_number_of_the_report_leads_to_its_row(browser, site):
    """Following a count by keyboard shows the row that it rests on, nothing in the way of it."""
    visit(browser, site / "report.html")
    number = browser.find_element(By.CSS_SELECTOR, "#theme-care ~ .contrast .counts a.number")
    number.send_keys(Keys.ENTER)
    row = browser.find_element(By.CSS_SELECTOR, "tr:target")

    assert row.get_attribute("id") == number.get_attribute("href").partition("#")[2]
    assert browser.execute_script(
        "const box = arguments[0].getBoundingClientRect();"
        "return arguments[0].contains(document.elementFromPoint(box.left + 5, box.top + box.height / 2))",
        row,
    )


def test_the_first_stop_of_the_keyboard_skips_to_the_report(browser, site):
    """Nobody has to walk through the contents."""
    visit(browser, site / "report.html")
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)

    assert browser.switch_to.active_element.get_attribute("href").endswith("#report")


def test_the_printed_report_holds_the_words_and_leaves_the_rows_out(browser, site):
    """On paper exceptions show their words, and nothing is cut off at the margin."""
    visit(browser, site / "report.html")
    with on_paper(browser):
        shown = browser.execute_script("return document.body.innerText")
        width = browser.execute_script("return document.documentElement.scrollWidth")
        cut = browser.execute_script(
            "return [...document.querySelectorAll('.wide')]"
            ".filter(e => e.scrollWidth > e.clientWidth + 1).length"
        )

    assert "On paper the rows" in shown
    assert not browser.execute_script("return matchMedia('print').matches")
    assert width <= 720
    assert cut == 0


def test_a_printed_notebook_cuts_nothing_off(browser, tmp_path):
    """A long line of code is broken, and a table of ten columns has its place on a sheet."""
    head = "".join(f"<th>column_{n}</th>" for n in range(10))
    body = "".join(f"<td>{'some words of a theme' if n < 3 else '-0.123'}</td>" for n in range(10))
    table = {"text/html": f"<table><tr>{head}</tr><tr>{body}</tr></table>"}
    cell = new_code_cell("print('" + "a long line " * 20 + "')", outputs=[new_output("display_data", table)])
    page = notebooks.pages({"comparison": new_notebook(cells=[cell])})["comparison"]
    (tmp_path / "comparison.html").write_text(page, encoding="utf-8")
    visit(browser, tmp_path / "comparison.html")

    with on_paper(browser):
        cut = browser.execute_script(
            "return [...document.querySelectorAll('pre, .jp-OutputArea-output')]"
            ".filter(e => e.scrollWidth > e.clientWidth + 1).length"
        )

    assert cut == 0


def test_filters_and_search_narrow_what_is_shown(browser, site):
    """A coder, a theme and a word each leave what they should."""
    visit(browser, site / "restricted/reader.html")
    found = browser.find_element(By.ID, "found")
    assert found.text == "1 coded passages in 1 interviews"

    Select(browser.find_element(By.ID, "theme")).select_by_value("cost")
    assert found.text == "0 coded passages in 0 interviews"
    Select(browser.find_element(By.ID, "theme")).select_by_value("ties")
    assert found.text == "1 coded passages in 1 interviews"

    browser.find_element(By.ID, "search").send_keys("HOW WAS")
    browsing.until(browser, lambda: "1 turns hold" in browser.find_element(By.ID, "hits").text)


def test_a_memo_is_shown_as_text(browser, site):
    """Beside the code of the passage that is chosen."""
    visit(browser, site / "restricted/reader.html", "#I1-002-01")
    panel = browser.find_element(By.ID, "passage")

    assert "Memo: Said <i>twice</i>." in panel.text


def test_keys_lead_through_the_passages(browser, site):
    """The room can be used by keyboard alone."""
    visit(browser, site / "restricted/reader.html")
    browser.find_element(By.TAG_NAME, "body").send_keys("j")
    assert browser.find_element(By.CSS_SELECTOR, ".chosen").get_attribute("id") == "I1-002-01"

    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    assert browser.switch_to.active_element.get_attribute("id") == "search"
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)


def test_a_hundred_long_interviews_stay_usable(browser, tmp_path):
    """100 interviews of 8,000 words: usable within 3 s, filtered within 200 ms."""
    (tmp_path / "reader.html").write_text(reader.reader(_large()), encoding="utf-8")
    visit(browser, tmp_path / "reader.html")
    loaded = browser.execute_script(
        "return performance.timing.domComplete - performance.timing.navigationStart"
    )
    # The best of three, so that other work on the machine does not count.
    slowest = max(
        min(browser.execute_script(CHANGE, *change) for _ in range(3))
        for change in [("theme", "care"), ("source", "machine"), ("group", "reds"), ("theme", "")]
    )

    assert loaded < 3000
    assert slowest < 200


def test_a_link_into_a_large_room_leads_to_its_passage(browser, tmp_path):
    """The last passage of the hundredth interview is opened, drawn and chosen from its address alone."""
    (tmp_path / "reader.html").write_text(reader.reader(_large()), encoding="utf-8")
    visit(browser, tmp_path / "reader.html", "#I099-143-03")

    chosen = browser.find_element(By.CSS_SELECTOR, ".chosen")
    assert chosen.get_attribute("id") == "I099-143-03"
    assert browser.execute_script(
        "const box = arguments[0].getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight",
        chosen,
    )


def test_a_link_leads_to_its_interview_where_another_has_the_beginning_of_its_name(browser, tmp_path):
    """A second interview of a person is often called after the first."""
    (tmp_path / "reader.html").write_text(reader.reader(_large("P07", "P07-2")), encoding="utf-8")
    visit(browser, tmp_path / "reader.html", "#P07-2-003-01")

    assert browser.find_element(By.CSS_SELECTOR, "#transcript h2").get_attribute("id") == "P07-2"


def test_a_line_by_hand_and_a_line_by_machine_look_different(browser, site):
    """Solid and dashed, each told in the legend; colour is not the only sign."""
    visit(browser, site / "restricted/reader.html")
    drawn = "return getComputedStyle(document.getElementById('I1-002-01')).backgroundImage"
    assert "repeating-linear-gradient" in browser.execute_script(drawn)

    Select(browser.find_element(By.ID, "source")).select_by_value("hand")
    assert "repeating-linear-gradient" not in browser.execute_script(drawn)
    assert "dashed: by machine" in browser.find_element(By.ID, "legend").text


def _large(*names: str) -> dict[str, pd.DataFrame]:
    study = copy.deepcopy(small_study.study())
    names = names or tuple(f"I{n:03d}" for n in range(100))
    words = "and then we went on talking about it for a while you know well"
    turns = [
        (i, t, f"P{i}", "participant", "P", f"{words}. {words}. {words}. {words}.")
        for i in names
        for t in range(1, 144)
    ]
    cut = [
        (f"{i}-{t:03d}-{n:02d}", i, f"P{i}", "participant", t, n * 63, n * 63 + 62, f"{words}.", 14)
        for i in names
        for t in range(1, 144)
        for n in range(4)
    ]
    codes = [
        (row[0], "care" if k % 2 else "cost", coder, source, 1.0, True, "", "")
        for k, row in enumerate(cut)
        if k % 3 == 0
        for coder, source in [("A", "hand"), ("patterns", "machine")]
    ]
    study["turns"] = pd.DataFrame(
        turns, columns=["interview", "turn", "participant", "speaker", "label", "text"]
    )
    study["segments"] = pd.DataFrame(cut, columns=list(tables.contracts()["segments"].columns))
    study["codings"] = pd.DataFrame(codes, columns=list(tables.contracts()["codings"].columns))
    study["interviews"] = pd.DataFrame({"interview": list(names), "order": range(len(names))})
    people = [f"P{i}" for i in names]
    study["roster"] = pd.DataFrame({"participant": people, "group": ["reds", "blues"] * (len(names) // 2)})
    study["disagreements"] = tables.empty("disagreements")
    return study
