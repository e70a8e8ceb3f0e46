"""Who counts for a theme: who could have spoken of it and was asked."""

import pandas as pd
import pytest

from peerstudy.compare import audience

CODEBOOK = pd.DataFrame(
    [
        ("agency", "", "{}", True, 1),
        ("helping", "agency", "{}", True, 2),
        ("goals", "agency", '{"status": ["stayed"]}', True, 3),
        ("apart", "", "{}", False, 4),
        ("venue", "apart", "{}", True, 5),
    ],
    columns=["theme", "parent", "applies_to", "rolls_up", "order"],
)
ROSTER = pd.DataFrame(
    {"participant": ["P1", "P2"], "outcome": "analysed", "group": ["a", "b"], "status": ["stayed", "left"]}
)
INTERVIEWS = pd.DataFrame({"interview": ["I1", "I2", "I3"], "participant": ["P1", "P1", "P2"]})
SPEAKERS = pd.DataFrame(columns=["interview", "label", "role", "participant"], dtype="str")


def asked_of(*rows):
    """Themes that each person was asked about, given rows of asked.csv."""
    asked = pd.DataFrame(rows, columns=["interview", "theme", "asked"], dtype="str")
    grid = audience.audience(ROSTER, CODEBOOK, INTERVIEWS, SPEAKERS, asked)
    able = grid[grid["asked"]]
    return {str(person): set(own["theme"]) for person, own in able.groupby("participant")}


EVERY = set(CODEBOOK["theme"])


def test_what_is_not_listed_counts_as_asked():
    """For everybody."""
    assert asked_of() == {"P1": EVERY, "P2": EVERY}


def test_one_of_several_interviews_that_raised_it_is_enough():
    """Silence counts once the theme came up."""
    assert asked_of(("I1", "helping", "no"))["P1"] == EVERY
    assert asked_of(("I1", "helping", "no"), ("I2", "helping", "no"))["P1"] == EVERY - {"helping", "agency"}


def test_a_theme_that_gathers_others_is_asked_where_all_of_them_were():
    """Who was asked of one part only is silent of the rest for no reason of their own."""
    assert asked_of(("I3", "helping", "no"))["P2"] == EVERY - {"helping", "agency"}


def test_a_part_that_does_not_apply_was_not_to_be_asked():
    """Goals are for those who stayed."""
    assert "agency" in asked_of(("I3", "goals", "no"))["P2"]


def test_a_parent_that_does_not_gather_hangs_on_no_part():
    """It has codes of its own."""
    assert "apart" in asked_of(("I3", "venue", "no"))["P2"]


@pytest.mark.parametrize(("said", "counts"), [("yes", True), ("no", False)])
def test_what_is_said_of_the_theme_itself_goes_before_its_parts(said, counts):
    """A question may raise the whole without its parts."""
    rows = [("I3", "helping", "no")] if said == "yes" else []

    assert ("agency" in asked_of(*rows, ("I3", "agency", said))["P2"]) == counts
