"""What people take out of the tables: for a paper, for coders, and for whoever reads the words."""

import io

import docx
import openpyxl
import pandas as pd
import pytest
import small_study

from peerstudy import contracts, tables
from peerstudy.pages import exports, paper
from peerstudy.wording import BANNER


@pytest.fixture
def study():
    made = small_study.study("=cared & came.")
    spans = [("I1", 2, 1, 6, "care", "A", "cared", "positive", "-memo")]
    made["spans"] = pd.DataFrame(spans, columns=list(contracts.contracts()["spans"].columns))
    made["quotes"]["locator"] = "I1, turn 2, characters 1-6"
    return made


@pytest.fixture
def bank(study):
    names = ("spans", "turns", "roster", "codebook", "quotes")
    return tables.check(exports.quote_bank(*(study[name] for name in names)), "quote_bank")


@pytest.fixture
def made(study, bank):
    return exports.files({**study, "quote_bank": bank})


def _texts(content):
    document = docx.Document(io.BytesIO(content))
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    return [p.text for p in document.paragraphs], cells


def test_a_passage_stands_between_what_was_said_around_it(bank):
    """Speaker, group, place, the words before and after, and whether it was chosen as a quote."""
    (row,) = tables.rows(bank)

    assert (row.before, row.quote, row.after) == ("I: How was it?\n=", "cared", "& came.")
    assert (row.participant, row.group, row.rank) == ("P1", "reds", 1)
    assert row.locator == "I1, turn 2, characters 1-6"


def test_words_are_kept_apart_from_tables(made):
    """What a paper prints holds no quote; the quote bank holds no cell that can act."""
    book = openpyxl.load_workbook(io.BytesIO(made["words"]))
    shared = openpyxl.load_workbook(io.BytesIO(made["tables"]))
    memo = [cell.value for cell in book["quote_bank"][2]][8]

    assert book.sheetnames == ["about", "dictionary", "quote_bank", "quotes", "negative_cases"]
    assert not {"quote_bank", "quotes", "negative_cases"} & set(shared.sheetnames)
    assert not any("cared" in str(c.value) for sheet in shared for row in sheet for c in row)
    assert memo == "'-memo"


def test_invented_data_say_so_wherever_they_go(made):
    """The banner stands in every document and workbook; words are told to stay with the team."""
    for name in ("tables_document", "codebook_document"):
        assert BANNER in _texts(made[name])[0]
    for name in ("tables", "words"):
        told = [row[0].value for row in openpyxl.load_workbook(io.BytesIO(made[name]))["about"].iter_rows()]
        assert BANNER in told
    assert exports.STAYS in told


def test_a_comparison_is_printed_with_its_counts_interval_and_p(made):
    """Counts of both groups, the difference with its interval, p alone and adjusted with its family."""
    _, cells = _texts(made["tables_document"])

    assert ["Care & company", "3 of 4", "0 of 2", "75 (−2 to 95)", ".040", ".080 (primary)"] in cells


def test_a_refusal_is_printed_with_its_reason(made):
    """Where nothing was compared the cell says why, and no p stands there."""
    _, cells = _texts(made["tables_document"])

    assert ["Cost", "1 of 4", "0 of 0", "fewer than 3 people: blues (0)", "", ""] in cells


def test_a_withheld_count_stays_withheld(made, study):
    """A small cell of the characteristics is no number in any document."""
    hidden = study["characteristics"][study["characteristics"]["n"].isna()]
    _, cells = _texts(made["tables_document"])
    told = [row for row in cells if row[0] == "site"]

    assert len(hidden)
    assert sum(cell == "withheld" for row in told for cell in row) == len(hidden)


def test_an_undefined_coefficient_says_why(made):
    """No agreement of a theme that nobody found is neither 0 nor 1."""
    study = small_study.study()
    study["agreement"]["coders"] = "all"
    study["quote_bank"] = tables.empty("quote_bank")
    _, cells = _texts(exports.files(study)["tables_document"])

    assert ["Care & company", "0.71 (0.40 to 0.90)"] in cells
    assert ["Cost", "undefined: nobody found it"] in cells


def test_a_machine_that_abstains_says_so(study, bank):
    """No kappa stands where a coder gave no code, and the second hand coder is told beside it."""
    rows = [
        ("care", "B", "", "hand", 20, 4, 0.3, 0.8, 0.75, 0.774, 0.68, 0.4, 0.9, None, False, ""),
        (
            "care",
            "classifier",
            "",
            "machine",
            20,
            4,
            0.3,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            True,
            "3 of 15 segments",
        ),
    ]
    names = list(contracts.contracts()["validation"].columns)
    study["validation"] = tables.check(pd.DataFrame(rows, columns=names), "validation")
    _, cells = _texts(exports.files({**study, "quote_bank": bank})["tables_document"])

    assert ["Care & company", "B", "20", "0.80", "0.75", "0.77", "0.68 (0.40 to 0.90)"] in cells
    assert ["Care & company", "classifier", "20", "", "", "", "abstains: 3 of 15 segments"] in cells


def test_a_single_coder_has_one_sentence_instead_of_a_table(study, bank):
    """Thirty rows of "undefined" would say no more than the reason once."""
    reason = "nothing was read by two coders"
    study["agreement"] = study["agreement"].assign(
        coders="all", estimate=None, low=None, high=None, reason=reason
    )
    study["agreement"] = tables.check(study["agreement"], "agreement")
    _, cells = _texts(exports.files({**study, "quote_bank": bank})["tables_document"])

    assert cells[cells.index(["Not measured, because"]) + 1] == [reason]


def test_whether_enough_was_heard_is_printed_with_its_reason(made):
    """A rule that was not met says why."""
    _, cells = _texts(made["tables_document"])

    assert ["reds", "4", "2", "base 4", "too few people", "", "0.90"] in cells


def test_a_reflexive_study_prints_no_agreement(study, bank):
    """Without the table there is no heading of it either."""
    del study["agreement"]
    told, _ = _texts(exports.files({**study, "quote_bank": bank})["tables_document"])

    assert not any("Agreement" in text for text in told)


def test_a_codebook_reads_as_a_tree_and_as_definitions(made):
    """Children stand under their parent, each with its id and definition."""
    told, cells = _texts(made["codebook_document"])

    assert cells[1:3] == [
        ["Ties", "ties", "theme", "deductive"],
        ["\u2003\u2003Care & company", "care", "theme", "deductive"],
    ]
    assert told[told.index("Care & company (care)") + 1] == "What it is."


def test_the_dictionary_holds_every_column():
    """The table is its own contract, and names every column of every other."""
    made = tables.check(exports.dictionary(), "dictionary")

    assert len(made) == sum(len(table.columns) for table in contracts.contracts().values())


def test_the_same_tables_give_the_same_bytes(study, bank, made):
    """No clock and no order of chance in any file."""
    assert exports.files({**study, "quote_bank": bank}) == made


def test_of_corrected_talk_no_count_of_speakers_is_printed():
    """Only drawn segments were read: who is silent in them may still speak of it."""
    study = small_study.study("cared")
    told = paper.comparisons(study["contrasts"], study["codebook"], level=0.95)
    (part,) = (table for table in told if "corrected" in table.caption)

    assert list(part.cells["reds"]) == ["4 people"]


def test_reasons_are_headed_so_that_it_is_true_of_those_who_stayed(made):
    """Groups to whom every reason applies come first; what others tell is called a drawback."""
    told, cells = _texts(made["tables_document"])

    assert any(text.endswith("told by those who stayed") for text in told)
    assert ["Level", "Force", "Reason", "reds", "blues"] in cells
    assert ["practical", "barrier", "Cost", "1 of 4", "does not apply"] in cells


def test_tones_are_printed_as_an_exploration(made):
    """Counts and interval of each tone, and no p-value."""
    told, cells = _texts(made["tables_document"])

    assert ["Theme", "Tone", "reds", "blues", "Difference in points (95 % interval)"] in cells
    assert ["Care & company", "positive only", "2 of 4", "0 of 2", "50 (10 to 90)"] in cells
    assert any("nothing is tested" in text for text in told)
