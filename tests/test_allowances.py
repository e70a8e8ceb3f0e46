"""identifiers.csv of a study: rows that allow nothing are told, and why."""

import pandas as pd
import pytest

from peerstudy import tables
from peerstudy.corpus import allowances, identifier_numbers, identifier_patterns, identifier_spelling
from peerstudy.corpus.identifiers import LABEL, PROPERTY
from peerstudy.corpus.names import NAMES

FOUND = [("age", "91"), ("place", "Hebden Bridge"), ("phone", "07700 900123")]
TALK = ["at 91 she moved to Hebden Bridge", "ring 07700\u00a0900123, or Terry"]


def idle(*reviewed, texts=None, columns=("kind", "text")):
    found = pd.DataFrame(FOUND, columns=["kind", "text"])
    return allowances.idle(pd.DataFrame(reviewed, columns=columns), found, texts)


def test_a_kind_that_is_none_is_refused_with_the_nearest(tmp_path):
    """With its row, so that no finding is thought to be allowed that is not."""
    path = tmp_path / "identifiers.csv"
    path.write_text("kind,text\nage,91\npersn,Terry\n")

    with pytest.raises(tables.TableError, match=r"row 3, column 'kind': 'persn'.*did you mean 'person'"):
        tables.read(path, name="reviewed")


def test_the_contract_knows_every_kind_that_the_gate_finds():
    """And none that it does not."""
    kinds = {form.kind for form in identifier_patterns.FORMS} | {
        kind for kind, _ in identifier_numbers.NUMBERS
    }
    kinds |= {*NAMES, LABEL, PROPERTY, identifier_spelling.KIND}
    for name in ("identifiers", "reviewed"):
        assert set(tables.contracts()[name].columns["kind"].allowed) == kinds


def test_rows_that_allow_something_are_not_told():
    """Blanks and capitals count for nothing."""
    assert idle(("age", "91"), ("place", "hebden  bridge"), ("phone", "07700 900123")) == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("place", "Halifax"), "row 2: place 'Halifax' was not found, so that the row allows nothing"),
        (("person", "Hebden Bridge"), "row 2: person 'Hebden Bridge' was found as place only"),
        (("person", "Terry"), "row 2: person 'Terry' was not found"),
    ],
)
def test_a_row_that_allows_nothing_is_told_with_why(row, told):
    """Mistyped, of another kind, or of no need."""
    assert [line for line in idle(row) if told in line]


def test_without_the_model_a_name_that_stands_somewhere_is_not_told():
    """Only the run itself knows what the model makes of it."""
    assert idle(("person", "Terry"), ("person", "Hebden Bridge"), texts=TALK) == []
    assert len(idle(("person", "Terri"), ("age", "07700 900123"), texts=TALK)) == 2


def test_a_row_that_gives_no_leave_is_not_told():
    """Somebody left it closed on purpose."""
    columns = ("kind", "text", "allowed")
    told = idle(
        ("age", "90", "TRUE"), ("age", "92", "FALSE"), ("place", "Hebden Bridge", "TRUE"), columns=columns
    )

    assert told == ["identifiers.csv: row 2: age '90' was not found, so that the row allows nothing"]


@pytest.mark.parametrize("word", ["ture", "yes", "y", "x", "1", "no"])
def test_a_word_that_may_give_leave_or_not_is_refused(tmp_path, word):
    """With its row: only true opens, only false closes."""
    path = tmp_path / "identifiers.csv"
    path.write_text(f"kind,text,allowed\nage,91,True\nage,92,{word}\n")

    with pytest.raises(tables.TableError, match=rf"row 3, column 'allowed': '{word}' is not allowed"):
        tables.read(path, name="reviewed")


def test_words_that_another_row_allows_are_settled():
    """Whatever kind this one says, unless it gives no leave."""
    assert idle(("name", "Hebden Bridge"), ("place", "Hebden Bridge")) == []
    columns = ("kind", "text", "allowed")
    assert (
        len(idle(("name", "Hebden Bridge", "true"), ("place", "Hebden Bridge", "false"), columns=columns))
        == 1
    )


def test_accents_of_two_signs_are_those_of_one():
    """A name is allowed however the system of the transcript writes it."""
    reviewed = pd.DataFrame({"kind": ["person"], "text": ["Jos\u00e9"]})
    found = pd.DataFrame({"kind": ["person"], "text": ["Jose\u0301"]})

    assert allowances.idle(reviewed, found) == []


def test_a_long_list_is_cut_and_counted():
    """As one that was copied from another study."""
    told = idle(*(("place", f"Town {n}") for n in range(30)))

    assert told[-1] == "identifiers.csv: and 10 more rows, allowing nothing"
    assert len(told) == allowances.SHOWN + 1
