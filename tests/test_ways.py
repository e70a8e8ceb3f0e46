"""How groups speak of a theme, and why people leave."""

import pandas as pd
from small_cohort import codebook, presence, roster

from peerstudy import tables
from peerstudy.compare import reasons, ways

WORDS = {"words": {"all": 1, "most": 0.6, "some": 0.25, "a few": 0}, "single": "one", "nobody": "none"}
CHOICES = {"coder": "A", "smallest_group": 3, **WORDS}


def cohort():
    """Four who left and five who stayed; tea gathers cake and talk."""
    people = roster(4, 5)
    coded = {"tea": [1, 1, 1, 1, 1, 1, 0, 0, 0], "cake": [1, 1, 0, 0, 0, 0, 0, 0, 0]}
    coded["talk"] = [0, 0, 1, 1, 1, 1, 0, 0, 0]
    book = codebook("tea", "cake", "talk")
    book.loc[book["theme"] != "tea", "parent"] = "tea"
    grid = presence(people, coded)
    said = grid[grid["present"]]
    segments = pd.DataFrame({"segment": [f"{p}-1" for p in people["participant"]]})
    segments["participant"] = segments["interview"] = people["participant"]
    tone = said["participant"].str[0].map({"L": "negative", "S": "positive"})
    spans = pd.DataFrame({"interview": said["participant"], "theme": said["theme"], "valence": tone})
    coverage = pd.DataFrame({"interview": people["participant"], "coder": "A", "scope": "whole"})
    return spans.assign(coder="A", turn=1), segments.assign(turn=1), grid, book, coverage


def test_people_count_once_in_each_tone():
    """All four who left speak of tea, in a tone that nobody who stayed has."""
    frame = ways.ways(*cohort(), **CHOICES).set_index(["theme", "valence", "group"])
    row = frame.loc[("tea", "any", "left")]
    assert (row["n"], row["people"], row["word"], row["parts"]) == (4, 4, "all", "cake 2; talk 2")
    assert not row["only_here"]
    assert frame.loc[("tea", "negative", "left"), "only_here"]
    assert frame.loc[("tea", "negative", "stayed"), "n"] == 0
    assert frame.loc[("cake", "any", "left"), "only_here"]
    assert frame.loc[("cake", "any", "stayed"), "word"] == "none"


def test_two_tones_of_one_sentence_are_two_tones():
    """Who praises tea and regrets it in one breath counts in both tones and is mixed in neither."""
    spans, *rest = cohort()
    less = {"interview": ["S1"], "turn": 1, "theme": "tea", "coder": "A", "valence": "negative"}
    both = pd.concat([spans, pd.DataFrame(less)], ignore_index=True)
    tea = ways.ways(both, *rest, **CHOICES).query("theme == 'tea' and group == 'stayed'")
    assert tea.set_index("valence")["n"].to_dict() == {"any": 2, "negative": 1, "positive": 2}


def test_a_passage_of_a_part_has_its_tone_for_the_whole():
    """L1 regrets cake, which counts for tea where the codebook says so."""
    spans, segments, grid, book, coverage = cohort()
    of_parts = spans[spans["theme"] != "tea"]
    gathered = ways.ways(of_parts, segments, grid, book.assign(rolls_up=True), coverage, **CHOICES)
    tea = gathered.query("theme == 'tea' and valence == 'negative'").set_index("group")
    assert tea["n"].to_dict() == {"left": 4, "stayed": 0}


def test_nobody_speaks_alone_beside_too_few_or_where_another_does_too():
    """Cake is told by one group only; not beside two people, nor where S5 does, of no group or unasked."""
    spans, segments, grid, book, coverage = cohort()
    beside = grid["participant"].isin(["S1", "S2"]) | (grid["group"] == "left")
    few = grid.assign(group=grid["group"].where(beside, ""))
    theirs = {"interview": ["S5"], "turn": 1, "theme": "cake", "coder": "A", "valence": ""}
    too = pd.concat([spans, pd.DataFrame(theirs)], ignore_index=True)
    outside = grid.assign(group=grid["group"].mask(grid["participant"] == "S5", ""))
    unasked = grid.assign(asked=(grid["participant"] != "S5") | (grid["theme"] != "cake"))
    for marks, people in ((spans, few), (too, outside), (too, unasked)):
        frame = ways.ways(marks, segments, people, book, coverage, **CHOICES)
        cake = frame[(frame["theme"] == "cake") & (frame["valence"] == "any")].set_index("group")
        assert cake["n"].to_dict() == {"left": 2, "stayed": 0}
        assert not cake["only_here"].any()


def test_only_interviews_read_whole_count():
    """What a sample of S5's second interview shows does not count, nor does S4, whom another coder read."""
    spans, segments, grid, book, coverage = cohort()
    more = pd.DataFrame({"segment": ["S5-2"], "participant": "S5", "interview": "S5 again", "turn": 1})
    segments = pd.concat([segments, more], ignore_index=True)
    seen = pd.DataFrame({"interview": ["S5 again"], "turn": 1, "theme": "tea", "coder": "A"})
    spans = pd.concat([spans, seen.assign(valence="positive")], ignore_index=True)
    sample = pd.DataFrame({"interview": ["S5 again"], "coder": "A", "scope": "sample"})
    coverage = pd.concat([coverage, sample], ignore_index=True)
    coverage.loc[coverage["interview"] == "S4", "coder"] = "B"
    frame = ways.ways(spans, segments, grid, book, coverage, **CHOICES)
    rows = frame[(frame["theme"] == "tea") & (frame["group"] == "stayed")].set_index("valence")
    assert rows.loc["any", ["n", "people"]].tolist() == [2, 4]
    assert rows.loc["positive", "n"] == 2


def given(grid, book, *marks):
    """The table `reasons` for marks of person, reason and tone; whoever has none is marked without one."""
    people = grid["participant"].unique()
    segments = pd.DataFrame({"interview": people, "participant": people, "turn": 1})
    spans = pd.DataFrame(marks, columns=["interview", "theme", "valence"]).assign(turn=1, coder="A")
    frame = tables.check(reasons.reasons(spans, segments, grid, book, coder="A", **WORDS), "reasons")
    return frame.set_index(["level", "force", "theme", "group"])


def test_reasons_count_those_to_whom_they_apply():
    """Any reason of a level counts a person once; people who stayed are in no denominator."""
    people = roster(4, 5)
    grid = presence(people, {"far": [1, 1, 0, 0] + [0] * 5, "dear": [1, 0, 1, 0] + [0] * 5})
    grid["applies"] = grid["group"] == "left"
    book = codebook("far", "dear").assign(kind="reason", level="practical", force=["barrier", "push"])
    frame = given(grid, book)
    assert set(frame.index.get_level_values("group")) == {"left"}
    assert frame.loc[("practical", "", "", "left"), "n"] == 3
    assert frame.loc[("practical", "barrier", "far", "left"), "n"] == 2
    assert frame.loc[("", "", "", "left"), ["n", "people", "word"]].tolist() == [3, 4, "most"]


def test_a_hurdle_that_is_only_praised_is_no_reason():
    """L1 found it no way at all, L2 did and got there, L3 gives no tone; they count in the denominator."""
    people = roster(4, 5)
    grid = presence(people, {"far": [1, 1, 1, 0] + [0] * 5})
    book = codebook("far").assign(kind="reason", level="practical", force="barrier")
    marks = [("L1", "far", "positive"), ("L2", "far", "positive"), ("L2", "far", "mixed"), ("L3", "far", "")]
    frame = given(grid, book, *marks)
    assert frame.loc[("practical", "barrier", "far", "left"), ["n", "people"]].tolist() == [2, 4]
    assert frame.loc[("", "", "", "left"), "n"] == 2


def test_what_draws_away_is_a_reason_in_a_positive_tone_too():
    """Help found elsewhere and a need that is met are told with pleasure, and are why people leave."""
    people = roster(4, 5)
    grid = presence(people, {"help": [1, 0, 0, 0] + [0] * 5, "well": [0, 1, 0, 0] + [0] * 5})
    book = codebook("help", "well").assign(kind="reason", level="individual", force=["pull", "graduated"])
    frame = given(grid, book, ("L1", "help", "positive"), ("L2", "well", "positive"))
    assert frame.loc[("individual", "", "", "left"), "n"] == 2


def test_a_study_without_reasons_has_an_empty_table():
    """No reason in the codebook: no rows."""
    assert given(presence(roster(3, 3), {"tea": [1] * 6}), codebook("tea")).empty
    assert list(tables.empty("reasons").columns)
