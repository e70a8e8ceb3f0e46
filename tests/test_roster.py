"""Who takes part, in which group, and what contradicts itself."""

import pandas as pd
import pytest

from peerstudy import tables
from peerstudy.corpus.roster import roster

PEOPLE = pd.DataFrame(
    {
        "participant": ["P1", "P2", "P3", "P4"],
        "role": "member",
        "outcome": ["analysed", "analysed", "refused", "withdrawn"],
        "status": ["in", "out", "in", "out"],
        "house": ["oak", "oak", "elm", "elm"],
    }
)
INTERVIEWS = pd.DataFrame(
    {
        "interview": ["K1", "K2", "K4"],
        "participant": ["P1", "P2", "P4"],
        "consent": ["given", "", "withdrawn"],
    }
)
SEGMENTS = pd.DataFrame({"participant": ["P1", "P1", "P2"], "words": [3, 4, 5]})
GROUPS = {"stayers": ["in"], "leavers": ["out"]}


def _made(people=PEOPLE, interviews=INTERVIEWS, speakers=None, groups=GROUPS, attribute="status", family=""):
    said = tables.empty("speakers") if speakers is None else speakers
    return roster(people, interviews, said, SEGMENTS, attribute=attribute, groups=groups, family=family)


def test_only_who_is_analysed_has_a_group():
    """Everybody has a row; words and interviews are counted."""
    made = _made(family="house").set_index("participant")

    assert made["group"].tolist() == ["stayers", "leavers", "", ""]
    assert made["interviews"].tolist() == [1, 1, 0, 0]
    assert made["words"].tolist() == [7, 5, 0, 0]
    assert made["family"].tolist() == ["oak", "oak", "elm", "elm"]


def test_somebody_who_withdrew_is_not_read():
    """An outcome in one table and a consent in the other contradict each other: the run stops."""
    with pytest.raises(
        tables.TableError,
        match=r"row 5: participant 'P4' withdrew, and interview 'K4' is read \(interviews.csv, row 4\).*con",
    ):
        _made(interviews=INTERVIEWS.assign(consent="given"))


def test_somebody_who_withdrew_from_a_group_is_not_read():
    """People of a focus group stand in `speakers`."""
    speakers = pd.DataFrame(
        {"interview": ["K1"], "label": ["D"], "role": ["participant"], "participant": ["P4"]}
    )
    with pytest.raises(
        tables.TableError, match=r"'P4' withdrew, and interview 'K1' is read \(speakers.csv, row 2\)"
    ):
        _made(speakers=speakers)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"interviews": INTERVIEWS[:1]},
            "participants.csv: 1.*\n  row 3: participant 'P2' is analysed but has no interview with consent",
        ),
        (
            {"people": PEOPLE[:1]},
            "interviews.csv: 1.*\n  row 3: interview 'K2' names participant 'P2', who is not in",
        ),
        ({"groups": {"stayers": ["inn"]}}, r"takes status 'inn', which nobody holds \(did you mean 'in'\?\)"),
        ({"attribute": "statsu"}, r"no column of participants.csv \(did you mean 'status'\?\)"),
        (
            {"groups": {"stayers": ["in"], "leavers": ["out", "in"]}},
            "study.yaml: 1 problem.*\n  roster: groups: value 'in' stands in groups 'stayers' and 'leavers'",
        ),
        (
            {"people": PEOPLE.rename(columns={"house": "group"})},
            "participants.csv: 1 .*\n  column 'group' has the name of a column that the roster makes.*rename",
        ),
        ({"people": PEOPLE.assign(words="many")}, "participants.csv: 1 .*\n  column 'words' has the name"),
        (
            {"people": PEOPLE.assign(interviews="1")},
            "participants.csv: 1 .*\n  column 'interviews' has the name",
        ),
        ({"people": PEOPLE.assign(family="oak")}, "participants.csv: 1 .*\n  column 'family' has the name"),
        (
            {"interviews": INTERVIEWS.assign(group="oak"), "family": "group"},
            "interviews.csv: 1 .*\n  column 'group' has the name of a column that the roster makes",
        ),
        ({"family": "flat"}, "family names 'flat', no column"),
    ],
)
def test_what_does_not_fit_is_told(changes, message):
    """Each with what was meant, or what to do."""
    with pytest.raises(tables.TableError, match=message):
        _made(**changes)


@pytest.mark.parametrize("value", ["In", "IN", "Stayed  on", "stáyed on"])
def test_a_value_that_is_a_slip_is_refused(value):
    """Who holds it would be outside every group without a word."""
    people = PEOPLE.assign(status=[value, "out", "in", "stayed on"])
    with pytest.raises(
        tables.TableError, match=rf"row 2, column 'status': '{value}' is in no group \(did you mean '\w"
    ):
        _made(people=people, groups=GROUPS | {"kept": ["stayed on"]})


@pytest.mark.parametrize("value", ["outer", "not in", "", "paused", "ins", "in II", "in+", "im"])
def test_another_value_is_outside_the_groups(value):
    """However near it is to a group's: stage III beside stage II, HIV- beside HIV+."""
    groups = {"leavers": ["out"], "stayers": ["in"]}
    people = PEOPLE.assign(status=[value, "out", "in", "in"])
    assert _made(people=people, groups=groups)["group"].tolist() == ["", "leavers", "", ""]


def test_somebody_who_refused_is_not_read():
    """Whoever put them into interviews.csv or speakers.csv."""
    with pytest.raises(
        tables.TableError, match=r"row 4: participant 'P3' refused, and interview 'K2' is read"
    ):
        _made(interviews=INTERVIEWS.assign(participant=["P1", "P3", "P4"]), people=PEOPLE.drop(index=1))


def test_a_family_may_be_called_so():
    """A column that is what the roster makes of it is no clash."""
    people = PEOPLE.rename(columns={"house": "family"})
    assert _made(people=people, family="family")["family"].tolist() == ["oak", "oak", "elm", "elm"]


MEETINGS = pd.DataFrame(
    {"interview": ["K1", "K2", "K3"], "participant": ["P1", "P2", "P1"], "site": ["north", "south", "south"]}
)


def test_somebody_in_several_families_is_named():
    """They join people whom the first of their interviews alone would hold for independent."""
    with pytest.raises(tables.TableError, match="'P1' has interviews in several families: site north, south"):
        _made(interviews=MEETINGS, family="site")


def test_an_interview_without_a_family_hides_none():
    """An empty cell says nothing of somebody whose other interview has one."""
    made = _made(interviews=MEETINGS.assign(site=["", "south", "north"]), family="site")
    assert made["family"].tolist() == ["north", "south", "", ""]
