"""The coder that learns from hand codes: what it finds, what it never sees, and when it abstains."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from talk import codebook, study, unmatched

from peerstudy.coders import teaching
from peerstudy.coders.classifier import classifier
from peerstudy.coders.machine import Coded
from peerstudy.coders.thresholds import kappa
from peerstudy.tables import TableError

CHOICES: dict[str, Any] = {
    "language": "en",
    "most": {"words": 300, "letters": 300, "neighbours": 50},
    "weight": {"letters": 0.7, "neighbours": 0.4, "place": 0.5, "patterns": 1.0},
    "runs": (2, 5),
    "lessons": {
        "coder": "A",
        "penalty": 1.0,
        "folds": 4,
        "seed": 1,
        "least": {"segments": 10, "people": 4, "kappa": 0.2},
    },
    "floor": 0.05,
}
NAMES = ("hand", "coverage", "sample", "suggested", "roster")


def run(
    tables: dict[str, pd.DataFrame],
    themes: pd.DataFrame | None = None,
    patterns: pd.DataFrame | None = None,
    **choices: Any,
) -> Coded:
    themes = codebook() if themes is None else themes
    patterns = unmatched() if patterns is None else patterns
    rest = [tables[name] for name in NAMES]
    return classifier(tables["segments"], tables["turns"], themes, patterns, *rest, **{**CHOICES, **choices})


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return study(16, 40, seed=2)


@pytest.fixture(scope="module")
def coded(tables: dict[str, pd.DataFrame]) -> Coded:
    return run(tables)


def agreement(coded: Coded, hand: pd.DataFrame, theme: str) -> float:
    """Share of the segments that either codes which both code."""
    machine = set(coded.codes.query("coded & theme == @theme")["segment"])
    people = set(hand.query("theme == @theme")["segment"])
    return len(machine & people) / len(machine | people)


def test_finds_themes_in_people_it_never_saw(coded: Coded, tables: dict[str, pd.DataFrame]) -> None:
    """Left out people are coded nearly as by hand, with calibrated probabilities and words as evidence."""
    for theme in ("friendship", "travel", "coping", "practical"):
        assert agreement(coded, tables["hand"], theme) > 0.85
    shown = coded.codes.query("coded & theme == 'travel'")["evidence"]
    assert shown.str.contains("bus|parking|drive|petrol").mean() > 0.9
    assert coded.themes["reason"].tolist() == ["", "", "", ""]


def test_sums_by_person_hold_what_the_floor_leaves_out(coded: Coded, tables: dict[str, pd.DataFrame]) -> None:
    """`expected` is the sum over every segment, so it does not depend on the floor."""
    everything = run(tables, floor=0.0)
    assert len(everything.codes) == 4 * len(tables["segments"]) > len(coded.codes)
    pd.testing.assert_frame_equal(everything.people, coded.people)
    of = tables["segments"].set_index("segment")["participant"]
    summed = everything.codes.groupby([everything.codes["segment"].map(of), "theme"])["probability"].sum()
    given = coded.people.set_index(["participant", "theme"])["expected"]
    np.testing.assert_allclose(summed.sort_index(), given.sort_index())


def test_a_parent_is_at_least_as_probable_as_its_child(tables: dict[str, pd.DataFrame]) -> None:
    """Codes roll up, so probabilities do, segment by segment, though each theme is learned apart."""
    more = tables["hand"].query("theme == 'coping'").assign(theme="practical")
    hand = pd.concat([tables["hand"], more]).drop_duplicates()
    codes = run({**tables, "hand": hand}, floor=0.0).codes
    wide = codes.pivot_table("probability", "segment", "theme")
    coded = codes.pivot_table("coded", "segment", "theme").astype(bool)
    assert (wide["practical"] >= wide["travel"]).all()
    assert coded.loc[coded["travel"], "practical"].all()


def test_no_code_of_a_person_bears_on_that_persons_codes(tables: dict[str, pd.DataFrame]) -> None:
    """Turning one person's (and one family's) hand codes upside down leaves their machine codes alone."""
    roster = tables["roster"].assign(family=["f", "f", *[""] * 14])
    flipped = tables["hand"]
    own = flipped["segment"].str.startswith(("I00", "I01"))
    flipped = pd.concat([flipped[~own], flipped[own].assign(theme="coping").drop_duplicates()])
    one = run({**tables, "roster": roster}, floor=0.0).codes
    two = run({**tables, "roster": roster, "hand": flipped}, floor=0.0).codes
    changed = one["probability"].to_numpy() != two["probability"].to_numpy()
    theirs = one["segment"].str.startswith(("I00", "I01"))
    assert not changed[theirs].any() and changed[~theirs].mean() > 0.8


def test_people_nobody_coded_by_hand_are_coded_by_the_whole_model(tables: dict[str, pd.DataFrame]) -> None:
    """Interviews without coverage get codes too, and their hand codes, if any, are not learned."""
    part = {**tables, "coverage": tables["coverage"][:12]}
    coded = run(part)
    theirs = coded.codes["segment"].str[:3].isin(["I12", "I13", "I14", "I15"])
    found = Coded(coded.codes[theirs], coded.people, coded.themes)
    hand = tables["hand"][tables["hand"]["segment"].str[:3].isin(["I12", "I13", "I14", "I15"])]
    assert agreement(found, hand, "coping") > 0.85


def test_same_input_same_output(coded: Coded, tables: dict[str, pd.DataFrame]) -> None:
    """No chance is left in it."""
    again = run(tables)
    for one, two in zip(coded, again, strict=True):
        pd.testing.assert_frame_equal(one, two)


def test_abstains_where_hand_codes_do_not_support_a_theme(tables: dict[str, pd.DataFrame]) -> None:
    """One example, none, or codes that words do not tell: no rows, and what is missing is said."""
    hand = tables["hand"]
    few = pd.concat([hand[hand["theme"] == "coping"][:1], hand[hand["theme"] == "friendship"]])
    rng = np.random.default_rng(1)
    chance = tables["segments"].loc[rng.random(640) < 0.3, ["segment"]].assign(theme="practical", coder="A")
    coded = run({**tables, "hand": pd.concat([few, chance])})
    reasons = coded.themes.set_index("theme")["reason"]
    assert reasons["coping"] == "NOT SUPPORTED: about 9 more coded segments of 3 more people"
    assert reasons["travel"] == "NOT SUPPORTED: about 10 more coded segments of 4 more people"
    assert "with people not seen is under 0.20, with " in reasons["practical"]
    assert "may help" not in " ".join(reasons)
    assert set(coded.codes["theme"]) == {"friendship"} == set(coded.people["theme"])


def test_a_theme_in_every_segment_cannot_be_learned(tables: dict[str, pd.DataFrame]) -> None:
    """Where all is coded nothing tells it apart: an undefined kappa, not a perfect one."""
    every = tables["segments"][["segment"]].assign(theme="coping", coder="A")
    themes = run({**tables, "hand": every}).themes.set_index("theme")
    assert np.isnan(themes.loc["coping", "kappa"]) and "undefined" in themes.loc["coping", "reason"]


def test_only_segments_that_were_read_are_learned(tables: dict[str, pd.DataFrame]) -> None:
    """Whole interviews, drawn segments, and suggested segments teach; nothing else is taken for absence."""
    segments = tables["segments"]
    read = teaching.read(
        segments,
        pd.DataFrame({"interview": ["I00", "I01"], "coder": "A", "scope": ["whole", "sample"]}),
        pd.DataFrame(
            {
                "segment": ["I01-002-01", "I01-004-01", "I02-002-01"],
                "probability": 0.5,
                "drawn": [True, False, True],
            }
        ),
        pd.DataFrame({"segment": ["I03-002-01", "I03-004-01"], "coder": ["A", "B"]}),
        coder="A",
    )
    assert segments[read].groupby("interview").size().to_dict() == {"I00": 40, "I01": 1, "I03": 1}


def test_suggested_segments_do_not_say_how_well_a_theme_is_learned(tables: dict[str, pd.DataFrame]) -> None:
    """With absurd labels in suggested segments, kappa is that of segments read whole, and of no others."""
    segments, whole = tables["segments"], tables["coverage"][:12]
    fair = segments["interview"].isin(whole["interview"])
    odd = segments.loc[~fair, ["segment"]].assign(coder="A")
    hand = pd.concat([tables["hand"], odd.assign(theme="coping")], ignore_index=True).drop_duplicates()
    lessons = {**CHOICES["lessons"], "least": {"segments": 1, "people": 1, "kappa": -1.0}}
    made = run({**tables, "coverage": whole, "suggested": odd, "hand": hand}, lessons=lessons)
    told = {
        name: teaching.marks(segments.loc[fair, "segment"], codes, ["coping"])[:, 0]
        for name, codes in (("hand", tables["hand"]), ("machine", made.codes.query("coded")))
    }
    both, coded, true = (told["hand"] * told["machine"]).sum(), told["machine"].sum(), told["hand"].sum()
    found = made.themes.set_index("theme").loc["coping", "kappa"]
    assert found == pytest.approx(float(kappa(both, coded, true, int(fair.sum()))))
    assert made.themes.set_index("theme").loc["coping", "segments"] > true


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"coverage": 0}, "coder 'A' has read no segment. Coders with codes: A"),
        ({"coverage": 3}, "4 folds need 4 .* come from 3"),
    ],
)
def test_too_little_to_learn_from_is_said(
    tables: dict[str, pd.DataFrame], change: dict[str, int], message: str
) -> None:
    """No coverage, or fewer people than folds, ends in one clear message."""
    with pytest.raises(TableError, match=message):
        run({**tables, "coverage": tables["coverage"][: change["coverage"]]})


def test_an_empty_codebook_is_refused(tables: dict[str, pd.DataFrame]) -> None:
    """Nothing to code by is an error, not an empty result."""
    with pytest.raises(TableError, match="it has no theme"):
        run(tables, codebook()[:0])
