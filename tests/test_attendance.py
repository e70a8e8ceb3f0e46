"""Who takes part and who speaks: what a person is to look at before a run."""

import pandas as pd
import pytest

from peerstudy import tables
from peerstudy.record import attendance

SETTINGS = {
    "roster": {"attribute": "status", "groups": {"stay": ["stays"], "quit": ["left"]}},
    "patterns": {"language": "en"},
}
TURNS = pd.DataFrame(
    [("K1", "", "I"), ("K1", "P1", "P1"), ("K2", "", "I"), ("K2", "P1", "Woman 1")],
    columns=["interview", "participant", "label"],
)


def interviews(*rows):
    frame = pd.DataFrame(rows, columns=["interview", "participant", "language"])
    return frame.assign(consent="given")


def speakers(*rows):
    return pd.DataFrame(rows, columns=["interview", "label", "role", "participant"], dtype="str")


def test_analysed_people_in_no_group_are_told_with_why():
    """Those who were not interviewed are not: they are in no comparison anyhow."""
    rows = [("P1", "stays", "stay", "analysed"), ("P2", "stay", "", "analysed")]
    rows += [("P3", "", "", "analysed"), ("P4", "away", "", "refused")]
    roster = pd.DataFrame(rows, columns=["participant", "status", "group", "outcome"])
    empty, other = attendance.of_outside(roster, SETTINGS)

    assert empty == "participants.csv: status is empty, which is no group; outside every comparison: 'P3'"
    assert other.startswith("participants.csv: status 'stay' is in no group (did you mean 'stays'?); outside")
    assert other.endswith(": 'P2'")


def test_an_interview_of_somebody_lost_is_told():
    """With the row that names them."""
    people = pd.DataFrame({"participant": ["P1", "P2"], "outcome": ["analysed", "lost"]})
    (told,) = attendance.of_lost(
        people, interviews(("K1", "P1", "")), speakers(("K1", "D", "participant", "P2"))
    )

    assert told.startswith(
        "speakers.csv: row 2: 'P2' is 'lost' in participants.csv, and interview 'K1' is read"
    )


def test_a_person_who_says_nothing_in_their_interview_is_told():
    """Whose label stands for somebody else."""
    named = interviews(("K1", "P1", "en"), ("K2", "P2", "en"), ("K3", "P3", "en"))
    (told,) = attendance.of_silent(named, TURNS)

    assert told.startswith("interviews.csv: row 3: 'P2' says nothing in 'K2'; 'P1' does")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("K2", "Woman 3", "participant", "P2"), "'Woman 3' labels no turn of 'K2'"),
        (("K2", "Womann 1", "participant", "P2"), "labels no turn of 'K2' (did you mean 'Woman 1'?)"),
        (("K2", "Woman 1", "participant", ""), "'Woman 1' is 'participant' and nobody"),
        (("K1", "I", "interviewer", "P1"), "'I' is 'P1', and what 'interviewer' says is not coded"),
    ],
)
def test_a_row_of_speakers_that_gives_nothing_to_anybody_is_told(row, told):
    """With its line."""
    (line,) = attendance.of_labels(speakers(row), TURNS, coded=["participant"])

    assert line.startswith("speakers.csv: row 2: ")
    assert told in line


def test_rows_of_speakers_that_name_somebody_who_speaks_are_not_told():
    """Labels may name their file, and interviews may be closed."""
    rows = [("K1", "p1", "participant", "P1"), ("K2", "a.txt: woman 1", "participant", "P2")]
    rows += [("K1", "I", "interviewer", ""), ("K9", "P9", "participant", "P9")]

    assert attendance.of_labels(speakers(*rows), TURNS, coded=["participant"]) == []


def test_an_interview_in_another_language_is_told():
    """Patterns and word lists are of one."""
    named = interviews(("K1", "P1", "en"), ("K2", "P2", "en-GB"), ("K3", "P3", ""), ("K4", "P4", "de"))

    assert attendance.of_languages(named, SETTINGS) == [
        "interviews.csv: language 'de' is not that of study.yaml: patterns: language, 'en': 'K4'"
    ]


def test_rows_are_named_by_their_line(tmp_path):
    """Blank lines count."""
    path = tmp_path / "speakers.csv"
    path.write_text("interview,label,role,participant\n\n\nK2,Woman 3,participant,P2\n")
    (told,) = attendance.of_labels(tables.read(path), TURNS, coded=["participant"])

    assert told.startswith("speakers.csv: row 4: ")
