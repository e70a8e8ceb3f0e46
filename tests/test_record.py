"""What became of the files that came in is told in the report, and names nobody."""

import small_study

from peerstudy import tables
from peerstudy.pages.report import report
from peerstudy.pages.sections import record


def test_what_became_of_codings_is_counted():
    """Moved passages and everything left behind are told by file; names stay in the restricted table."""
    told = record.codings(small_study.study()["losses"])

    assert told == [
        "A.qdpx: passages 5 carried over, 1 moved to the one place where their words now stand. "
        "Left behind, and named in restricted/losses.csv: set: 2."
    ]


def test_a_codebook_alone_carries_no_passage():
    """A file without passages says so."""
    losses = small_study.study()["losses"].query("kind == 'set'")
    assert record.codings(losses)[0].startswith("A.qdpx: no passage carried over. Left behind")


def test_few_people_of_a_kind_are_a_warning():
    """A person in two combinations is one; nobody is named."""
    told = " ".join(record.rarities(small_study.study()["rarities"]))

    assert told.startswith("2 combination(s)")
    assert "touch 2 of them" in told
    assert "P2" not in told
    assert record.rarities(tables.empty("rarities")) == []


def test_the_report_tells_both():
    """Neither needs a look into a table."""
    page = report(small_study.study(), {})

    assert "named in restricted/losses.csv: set: 2" in page
    assert "restricted/rarities.csv" in page
    assert "Carol" not in page
