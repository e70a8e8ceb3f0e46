"""No shared output repeats what people said."""

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


@pytest.mark.workflow
def test_no_table_of_a_run_repeats_a_transcript(fresh):
    """Everything under tables/ of the small study, cell by cell."""
    copy = fresh()
    copy.run("restricted/turns.csv", "tables/gate.csv", "tables/contrasts.csv", "tables/ingest.csv")
    spoken = list(tables.read(copy.results / "restricted" / "turns.csv")["text"])

    found = {
        path.name: leaks(path.read_text(encoding="utf-8"), spoken)
        for path in sorted((copy.results / "tables").glob("*.csv"))
        if path.stem != "codebook"
    }

    assert {name: words for name, words in found.items() if words} == {}
