"""People who run against a contrast, of those whom it compares."""

import pandas as pd
import pytest
from small_cohort import codebook, presence, roster

from peerstudy import tables
from peerstudy.compare import groups, negative_cases

NOTHING = (tables.empty("spans"), tables.empty("segments"), codebook("tea"))
CHOICES = {"level": 0.95, "families": "house"}


@pytest.fixture
def people() -> pd.DataFrame:
    """Four who left and four who stayed; L1 and S1 live in one house."""
    return roster(4, 4).assign(house=["oak", "", "", "", "oak", "", "", ""])


@pytest.fixture
def grid(people: pd.DataFrame) -> pd.DataFrame:
    """Three of four who left speak of tea (L1 does not), and two of four who stayed (S1 and S2)."""
    return presence(people, {"tea": [0, 2, 2, 2, 1, 1, 0, 0]})


@pytest.fixture
def contrast() -> pd.DataFrame:
    """Tea compared between the two groups."""
    row = {"contrast": "left against stayed", "theme": "tea", "measure": "presence", "estimator": "hand"}
    row |= {"group_a": "left", "group_b": "stayed", "effect": "difference", "estimate": 0.67}
    missing = {c: None for c in tables.contracts()["contrasts"].columns if c not in row}
    return pd.DataFrame([row | missing | {"people_a": 3, "people_b": 3}])


def cases(contrast: pd.DataFrame, grid: pd.DataFrame, people: pd.DataFrame, families: str) -> dict[str, str]:
    """Direction by person."""
    frame = negative_cases.negative_cases(
        contrast, grid, people, *NOTHING, coder="A", rule=0.5, families=families
    )[0]
    return dict(zip(frame["participant"], frame["direction"], strict=True))


def test_who_is_silent_and_who_speaks_is_listed(contrast, grid, people):
    """In the group that speaks more, the silent; in the other, those who speak."""
    assert cases(contrast, grid, people, "") == {
        "L1": "silent",
        "S1": "speaks of it",
        "S2": "speaks of it",
    }


def test_who_is_not_compared_runs_against_nothing(contrast, grid, people):
    """A family in both groups is left out of the comparison, and so of its exceptions."""
    assert cases(contrast, grid, people, "house") == {"S2": "speaks of it"}


@pytest.mark.parametrize("why", ["applies", "asked", "read"])
def test_who_could_not_be_heard_on_a_theme_is_no_exception(contrast, grid, people, why):
    """To whom it does not apply, who was never asked or read: neither silence nor speech tells anything."""
    out = grid["participant"].isin(["L1", "S1"])

    assert cases(contrast, grid.assign(**{why: ~out}), people, "") == {"S2": "speaks of it"}


def told(contrast: pd.DataFrame, grid: pd.DataFrame, people: pd.DataFrame) -> dict[str, str]:
    """Statement by group."""
    cases, frame = negative_cases.negative_cases(
        contrast, grid, people, *NOTHING, coder="A", rule=0.5, families=""
    )
    assert dict(cases.groupby("group").size()) == dict(
        frame[frame["against"] > 0].set_index("group")["against"]
    )
    assert set(cases["statement"]) - {""} == set(frame[~frame["holds"]]["statement"])
    return dict(zip(frame["group"], frame["statement"], strict=True))


def test_half_of_a_group_are_exceptions(contrast, grid, people):
    """Two of four who stayed are not most of them."""
    assert told(contrast, grid, people) == {
        "left": "1 of 4 left does not speak of it",
        "stayed": "2 of 4 stayed speak of it",
    }


def test_most_of_a_group_are_no_exceptions(contrast, people):
    """Where nearly everybody speaks of it, all are listed still, and the contrast does not hold for them."""
    nearly_all = presence(people, {"tea": [1, 1, 1, 1, 1, 1, 1, 0]})
    assert told(contrast, nearly_all, people) == {
        "left": "all of 4 left speak of it",
        "stayed": "the contrast does not hold for most of stayed: 3 of 4 speak of it",
    }


def test_a_whole_group_may_run_against_a_contrast(contrast, people):
    """Nobody is left for whom it holds."""
    everybody = presence(people, {"tea": [2, 2, 2, 2, 1, 1, 1, 1]})
    assert told(contrast, everybody, people)["stayed"] == (
        "the contrast does not hold for any of stayed: 4 of 4 speak of it"
    )


def test_where_nobody_read_whole_interviews_confirmed_presence_counts(contrast, grid, people):
    """Without hand codes of everybody the exceptions are those whom readers confirmed, or did not."""
    by_readers = contrast.assign(estimator="verified")
    both = pd.concat([grid.assign(present=False), grid.assign(estimator="verified")])
    assert cases(by_readers, both, people, "") == cases(contrast, grid, people, "")
    refused = pd.concat([contrast.assign(estimate=None), by_readers], ignore_index=True)
    assert cases(refused, both, people, "") == cases(contrast, grid, people, "")
    alike = pd.concat([contrast.assign(estimate=0.0), by_readers], ignore_index=True)
    assert cases(alike, both, people, "") == {}


def test_groups_count_whom_the_contrast_compares(contrast, grid, people):
    """The same people stand in the proportion and in the difference."""
    frame = groups.groups(grid, people, contrast, level=0.95, families="house").set_index("group")
    assert frame[["present", "people"]].to_numpy().tolist() == [[3, 3], [1, 3]]


@pytest.mark.parametrize(("low", "directed"), [(0.1, True), (-0.1, False), (None, False)])
def test_a_direction_that_is_open_is_told_beside_its_people(contrast, grid, people, low, directed):
    """Nobody can be said to run against a difference whose interval includes none."""
    made = (contrast.assign(low=low, high=0.9), grid, people, *NOTHING)
    for frame in negative_cases.negative_cases(*made, coder="A", rule=0.5, families=""):
        assert (frame["directed"] == directed).all()


def test_the_words_of_an_exception_are_the_whole_passage(contrast, grid, people):
    """Not the sentence in which it begins: the longest that was marked, for the theme or for a part of it."""
    segments = pd.DataFrame({"segment": ["S1-1", "S1-2"], "start": [0, 20], "end": [19, 40]})
    segments = segments.assign(interview="IS1", turn=2, participant="S1")
    marked = [(0, 6, "tea"), (14, 36, "green"), (0, 40, "bus")]
    spans = pd.DataFrame(marked, columns=["start", "end", "theme"]).assign(interview="IS1", turn=2, coder="A")
    spans["quote"] = [f"characters {start} to {end}" for start, end, _ in marked]
    book = codebook("tea", "green", "bus").assign(parent=["", "tea", ""], rolls_up=True)
    made = (contrast, grid, people, spans, segments, book)
    found = negative_cases.negative_cases(*made, coder="A", rule=0.5, families="")[0].set_index("participant")

    place = ["segment", "interview", "turn", "start", "end", "text"]
    assert found.loc["S1", place].tolist() == ["S1-1", "IS1", 2, 14, 36, "characters 14 to 36"]
    assert found.loc["L1", place].fillna("").eq("").all()
