"""Proposals to coders: what to read next, and groups that may be themes."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from talk import study

from peerstudy import tables
from peerstudy.coders import teaching
from peerstudy.coders.discoveries import discoveries
from peerstudy.coders.suggestions import suggestions

GROUPS: dict[str, Any] = {
    "language": "en", "coder": "A", "shortest": 3, "clusters": 3, "dimensions": 20,
    "repeats": 5, "quotes": 2, "words": 4, "seed": 1,
}  # fmt: skip


def ranked(made: dict[str, pd.DataFrame], **choices: Any) -> pd.DataFrame:
    """Suggestions for B, who has read nothing, from a machine that is unsure of coping alone."""
    segments = made["segments"]
    theme = np.where(np.arange(len(segments)) % 2 == 0, "coping", "travel")
    machine = segments[["segment"]].assign(theme=theme, probability=np.linspace(0.1, 0.9, len(segments)))
    names = ("hand", "coverage", "sample", "suggested")
    rest = [made[name] for name in names]
    return suggestions(
        segments, machine, *rest, **{"coder": "B", "number": 12, "per_participant": 2, **choices}
    )


def test_the_least_sure_and_the_rarest_come_first_and_people_take_turns() -> None:
    """Themes alternate, the rarer first; nobody has more than a fair share; no segment stands twice."""
    made = study(10, 20, seed=1)
    rare = made["hand"].query("theme != 'coping'")
    found = ranked({**made, "hand": rare})
    assert found["theme"].tolist()[:4] == ["coping", "travel", "coping", "travel"]
    assert found["participant"].value_counts().max() <= 2 and found["segment"].is_unique
    assert found["rank"].tolist() == list(range(1, 13))
    assert abs(found.loc[0, "probability"] - 0.5) < 0.01


def test_segments_drawn_for_blind_coding_are_never_suggested() -> None:
    """The probability sample stays apart, and what was read already is not shown again."""
    made = study(10, 20, seed=1)
    drawn = made["segments"][["segment"]].assign(probability=0.5, drawn=np.arange(200) % 2 == 0)
    seen = made["segments"][["segment"]][:100].assign(coder="B")
    found = ranked({**made, "sample": drawn, "suggested": seen}, number=500, per_participant=100)
    assert len(found) == 50
    assert not set(found["segment"]) & set(drawn.loc[drawn["drawn"], "segment"])
    assert not set(found["segment"]) & set(seen["segment"])


def test_nothing_is_left_to_suggest_to_who_has_read_everything() -> None:
    """Coder A has read all interviews: an empty table, no error."""
    assert ranked(study(4, 5, seed=1), coder="A").empty


def test_suggested_segments_teach_the_one_who_read_them() -> None:
    """A segment listed as suggested counts as read for its coder, whatever the coverage says."""
    made = study(4, 5, seed=1)
    seen = made["segments"][["segment"]][:3].assign(coder="B")
    read = teaching.read(made["segments"], made["coverage"], made["sample"], seen, coder="B")
    assert read.tolist() == [True] * 3 + [False] * 17


def test_suggested_segments_are_found_again_by_their_words() -> None:
    """Ids move when a transcript is edited; a list on which the words stand too is not fooled by that."""
    made = study(4, 5, seed=1)
    segments = made["segments"]
    seen = pd.DataFrame({"segment": [segments["segment"][0], "gone"], "coder": "B"})
    seen["text"] = [segments["text"][7], segments["text"][12]]
    read = teaching.read(segments, made["coverage"], made["sample"], seen, coder="B")
    assert np.flatnonzero(read).tolist() == [7, 12]

    with pytest.raises(
        tables.TableError, match=r"suggested.csv: 1 segment\(s\) .* edited since: gone .row \d+.\. Hint"
    ):
        teaching.read(segments, made["coverage"], made["sample"], seen.drop(columns="text"), coder="B")


def talk(seed: int) -> dict[str, pd.DataFrame]:
    """Uncoded talk of two things that have no theme, and noise."""
    made = study(12, 30, seed=seed)
    rng = np.random.default_rng(seed)
    kind = rng.integers(0, 3, len(made["segments"]))
    words = {0: "dog walk lead park", 1: "knitting wool needles pattern"}
    noise = [" ".join(rng.choice(list("abcdefghijklmnop"), 6)) for _ in kind]
    text = [f"{words[k]} {n}" if k in words else n for k, n in zip(kind, noise, strict=True)]
    return {**made, "segments": made["segments"].assign(text=text, kind=kind)}


def test_groups_of_uncoded_talk_are_found_with_their_words() -> None:
    """Two things that people speak of are two stable groups, with quotes and words that tell them."""
    made = talk(1)
    found = discoveries(made["segments"], pd.DataFrame({"segment": [], "coder": []}), **GROUPS)
    top = found.drop_duplicates("cluster")
    assert {"dog", "knitting"} <= {word for words in top["words"] for word in words.split("; ")}
    assert (top["stability"] > 0.75).all() and (top["people"] == 12).all()
    assert found.groupby("cluster").size().max() == 2


def test_a_half_that_says_too_little_to_group_says_nothing_of_stability() -> None:
    """Nearly all is said by one person: the halves without that person are not counted against a group."""
    made = talk(1)
    segments = made["segments"].assign(participant=["p01"] * 357 + ["p02", "p03", "p04"])
    found = discoveries(segments, pd.DataFrame({"segment": [], "coder": []}), **GROUPS | {"repeats": 10})
    told = found[found["words"].str.contains("dog|knitting")]
    assert len(told) and (told["stability"] > 0.75).all()


def test_coded_and_short_segments_are_left_out() -> None:
    """What a theme already covers is no discovery; too little talk gives an empty table."""
    made = talk(2)
    coded = made["segments"].query("kind == 0")[["segment"]].assign(coder="A")
    found = discoveries(made["segments"], coded, **GROUPS)
    assert not found["words"].str.contains("dog").any()
    assert discoveries(made["segments"][:4], coded, **GROUPS).empty


def test_the_same_seed_finds_the_same_groups() -> None:
    """No chance but the seed's."""
    made = talk(3)
    nothing = pd.DataFrame({"segment": [], "coder": []})
    one, two = (discoveries(made["segments"], nothing, **GROUPS) for _ in range(2))
    pd.testing.assert_frame_equal(one, two)
