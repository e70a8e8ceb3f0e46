"""What became of the files that came in is told in the report, and names nobody."""

import pandas as pd
import small_study

from peerstudy import tables
from peerstudy.pages.report import report
from peerstudy.pages.sections import record


def test_what_became_of_codings_is_counted():
    """Moved passages and everything left behind are told by file; names stay in the restricted table."""
    told = record.codings(small_study.study()["losses"])

    assert told == [
        "A.qdpx: 5 passages carried over, 1 moved from the place given to the one where the words stand. "
        "Left behind, and named in restricted/losses.csv: set: 2."
    ]


def test_one_passage_is_not_many():
    """What was found by its words, as the template's own spreadsheet asks, has not moved."""
    rows = [("A.csv", "passage", "found", 1, ""), ("B.csv", "passage", "found", 43, "")]
    columns = list(tables.contracts()["losses"].columns)

    assert record.codings(pd.DataFrame(rows, columns=columns)) == [
        "A.csv: 1 passage found by words, since the file gives no place.",
        "B.csv: 43 passages found by words, since the file gives no place.",
    ]


def test_a_codebook_alone_carries_no_passage():
    """A file without passages says so."""
    losses = small_study.study()["losses"].query("kind == 'set'")
    assert record.codings(losses)[0].startswith("A.qdpx: no passage carried over. Left behind")


def test_few_people_of_a_kind_are_a_warning():
    """A person in two combinations is one; nobody is named."""
    told = " ".join(record.rarities(small_study.study()["rarities"]))

    assert told.startswith("Too few people share 2 combinations of attributes")
    assert "2 people have one or more" in told
    assert "P2" not in told
    assert record.rarities(tables.empty("rarities")) == []


def test_the_report_tells_both():
    """Neither needs a look into a table."""
    page = report(small_study.study(), {})

    assert "named in restricted/losses.csv: set: 2" in page
    assert "restricted/rarities.csv" in page
    assert "Carol" not in page
