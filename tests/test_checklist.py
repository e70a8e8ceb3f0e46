"""Reporting guidelines are answered item by item, never scored."""

import pytest

from peerstudy import tables
from peerstudy.pages import checklist


def _state(frame, guideline, item):
    return frame[(frame["guideline"] == guideline) & (frame["item"] == item)].iloc[0]


def test_evidence_alone_does_not_answer_for_a_person():
    """The size of the sample is shown by the run; who refused and why needs a word."""
    frame = tables.check(checklist.checklist({}, {}, approach="codebook"), "checklist")

    assert _state(frame, "coreq", "12")["state"] == "evidenced"
    assert _state(frame, "coreq", "13")["state"] == "missing"
    assert _state(frame, "coreq", "13")["place"] == "people"
    assert len(frame) == 32 + 21


def test_a_statement_is_the_researchers():
    """What was written is shown in its own words; n/a keeps its reason."""
    said = {"coreq": {"1": "Two of us.", "20": "n/a: recorded on video"}}
    frame = checklist.checklist(said, {}, approach="codebook")

    assert _state(frame, "coreq", "1")[["state", "statement"]].tolist() == [
        "stated by the researcher",
        "Two of us.",
    ]
    assert _state(frame, "coreq", "20")[["state", "statement"]].tolist() == [
        "not applicable",
        "recorded on video",
    ]


def test_saturation_does_not_belong_to_a_reflexive_study():
    """The approach decides which items apply."""
    row = _state(checklist.checklist({}, {}, approach="reflexive"), "coreq", "22")

    assert row["state"] == "not applicable"
    assert "reflexive" in row["statement"]


def test_a_statement_about_nothing_is_refused():
    """An unknown guideline or item is named."""
    with pytest.raises(tables.TableError, match=r"no guideline 'coreg' \(did you mean 'coreq'\?\)"):
        checklist.checklist({"coreg": {}}, {}, approach="codebook")
    with pytest.raises(tables.TableError, match="no item '33'"):
        checklist.checklist({"coreq": {"33": "x"}}, {}, approach="codebook")


@pytest.mark.parametrize("statements", [None, {"coreq": None}, {"coreq": {1: None, "13": "", "2": " \n"}}])
def test_what_is_left_empty_is_not_stated(statements):
    """A file, a guideline or an item without an answer, with quotes or without, answers nothing."""
    frame = checklist.checklist(statements, {}, approach="codebook")

    assert frame.equals(checklist.checklist({}, {}, approach="codebook"))


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (
            "We did.",
            "top level: 'We did.' is not allowed. Allowed: the guidelines coreq, srqr",
        ),
        ([], "top level: [] is not allowed"),
        (False, "top level: False is not allowed"),
        (
            {"coreq": "We did."},
            "coreq: 'We did.' is not allowed. Allowed: items 1 to 32",
        ),
        ({"coreq": []}, "coreq: [] is not allowed"),
        ({5: {}}, "no guideline 5. Known: coreq, srqr"),
        ({None: {}}, "no guideline None"),
        ({"srqr": {None: "x"}}, "srqr: no item None. Items: 1 to 21"),
        ({"coreq": {"1": 2}}, "coreq: item '1': 2 is not allowed. Allowed: text in quotes, or nothing"),
        ({"coreq": {1: True}}, "coreq: item 1: True is not allowed"),
        ({"coreq": {"1": ["We"]}}, "coreq: item '1': ['We'] is not allowed"),
        ({"coreq": {"1": {"Held by": "us"}}}, "coreq: item '1': {'Held by': 'us'} is not allowed"),
        ({"coreq": {"1": "We.", 1: "Us."}}, "coreq: item 1 is answered twice"),
    ],
)
def test_what_is_no_answer_is_told_with_its_place(statements, told):
    """Nothing but text is shown as the researcher's word."""
    with pytest.raises(tables.TableError) as error:
        checklist.answers(statements)

    assert str(error.value).startswith("statements.yaml: 1 problem(s)\n  " + told)


def test_all_problems_of_the_statements_are_told_at_once():
    """One reading of the message is enough to mend the file."""
    with pytest.raises(tables.TableError, match=r"statements.yaml: 4 problem\(s\)") as error:
        checklist.answers({"coreg": [], "coreq": {"33": "x", "1": 2}, "srqr": "x"})

    told = str(error.value)
    assert told.count("\n  ") == 5
    assert str(error.value).endswith(
        'Hint: write an answer in quotes beside its item, such as "1": "Two of us."'
    )


def test_an_empty_table_is_no_evidence():
    """Where nobody's attributes were given, the run does not show who the participants are."""
    evidence = {"characteristics": tables.empty("characteristics")}
    frame = checklist.checklist({}, evidence, approach="codebook")

    assert _state(frame, "coreq", "16")["state"] == "missing"
    assert _state(frame, "srqr", "12")["state"] == "missing"
    assert _state(frame, "coreq", "29")["state"] == "evidenced"


def test_every_item_is_there_in_its_order():
    """32 items of COREQ and 21 of SRQR, numbered as published, each once."""
    held = checklist.guidelines()

    assert [item["item"] for item in held["coreq"]] == [str(n) for n in range(1, 33)]
    assert [item["item"] for item in held["srqr"]] == [str(n) for n in range(1, 22)]
