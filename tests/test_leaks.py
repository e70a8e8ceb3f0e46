"""No shared output repeats what people said."""

import zipfile

import pytest
from leaks import leaks

from peerstudy import tables

SAID = ["well I never went back there, not once, you know"]


def test_five_words_in_a_row_are_a_leak():
    """Letter case, punctuation and tags do not hide them."""
    assert leaks("<p>She: <b>I never</b> went, back THERE.</p>", SAID) == {"i never went back there"}


def test_four_words_in_a_row_are_none():
    """Short runs are common talk."""
    assert leaks("I never went back again", SAID) == set()


def test_an_allowed_quote_is_no_leak():
    """What the study allows may be shown, and no more than that."""
    assert leaks("I never went back there, not", SAID, ["I never went back there"]) == {
        "never went back there not"
    }


@pytest.fixture(scope="module")
def spoken(run):
    """Every turn of the small study."""
    return list(tables.read(run.results / "restricted" / "turns.csv")["text"])


def _leaky(paths, spoken, allowed=()):
    found = {path.name: leaks(_text(path), spoken, allowed) for path in sorted(paths)}
    return {name: words for name, words in found.items() if words}


def _text(path):
    if not zipfile.is_zipfile(path):
        return path.read_text(encoding="utf-8", errors="replace")
    with zipfile.ZipFile(path) as parts:
        return " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@pytest.mark.workflow
@pytest.mark.parametrize("folder", ["tables", "figures", "exchange", "logs"])
def test_what_may_be_shared_repeats_no_transcript(run, spoken, folder):
    """Every file of the folders without words, but for the project that other tools open."""
    made = [path for path in (run.results / folder).rglob("*") if path.is_file()]

    assert made
    assert _leaky([path for path in made if path.suffix != ".qdpx"], spoken) == {}


@pytest.mark.workflow
def test_the_project_for_other_tools_is_known_to_hold_transcripts(run, spoken):
    """The check above would see a leak inside an archive: this file has one, by its nature."""
    assert _leaky((run.results / "exchange").glob("*.qdpx"), spoken)


@pytest.mark.workflow
@pytest.mark.parametrize("page", ["report.html", "notebooks/*.html", "notebooks/*.ipynb"])
def test_the_report_quotes_only_what_was_chosen(run, spoken, page):
    """Chosen quotes, the words of negative cases, and passages that coders read differently.

    The notebooks `corpus` and `comparison` show whole turns, and are kept apart like restricted files.
    """
    restricted = {
        name: tables.read(run.results / "restricted" / f"{name}.csv")
        for name in ("quotes", "negative_cases", "segments", "disagreements")
    }
    told = {*restricted["disagreements"]["segment"]}
    segments = restricted["segments"]
    chosen = [*restricted["quotes"]["text"], *restricted["negative_cases"]["text"]]
    allowed = [*chosen, *segments.loc[segments["segment"].isin(told), "text"]]

    pages = [
        path
        for path in run.results.glob(page)
        if path.parent.name != "notebooks" or path.stem not in ("corpus", "comparison")
    ]

    assert pages
    assert _leaky(pages, spoken, allowed) == {}
