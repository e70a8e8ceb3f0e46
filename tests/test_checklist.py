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
