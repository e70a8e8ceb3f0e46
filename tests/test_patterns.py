"""The pattern coder: what it finds, what it must not find, and what it refuses."""

import json
import logging
from typing import Any

import numpy as np
import pandas as pd
import pytest
import spacy
from spacy.matcher import Matcher

from peerstudy.coders.patterns import patterns
from peerstudy.tables import TableError

NEGATION: Any = {"cues": ["not", "n't", "never"], "breaks": [",", ".", "but"], "words": 4, "kinds": ["theme"]}
QUOTATION: Any = {"marks": ['"', "“", "”", "'", "‘"], "own": ["i", "we"], "words": 3}


def segments(*texts: str, turn: list[int] | None = None) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "segment": [f"P1-{n}" for n in range(len(texts))],
            "interview": "P1",
            "turn": turn or list(range(len(texts))),
            "text": list(texts),
        }
    )


def codebook(kind: str = "theme", **themes: list[Any]) -> pd.DataFrame:
    return pd.DataFrame(
        {"theme": list(themes), "kind": kind, "patterns": [json.dumps(value) for value in themes.values()]}
    )


def code(frame: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """What the coder finds with the scopes above."""
    return patterns(frame, themes, language="en", negation=NEGATION, quotation=QUOTATION)


def found(texts: list[str], *written: Any, kind: str = "theme") -> list[str]:
    """The evidence in each text, empty where nothing matches."""
    coded = code(segments(*texts), codebook(kind, one=list(written)))
    evidence = dict(zip(coded["segment"], coded["evidence"], strict=True))
    return [evidence.get(f"P1-{n}", "") for n in range(len(texts))]


@pytest.mark.parametrize(
    ("pattern", "text", "evidence"),
    [
        ("friend*", "Friends? A FRIENDLY lot.", "Friends; FRIENDLY"),
        ("friend", "friends", ""),
        ("did n't need it", "I didn’t need it.", "didn’t need it"),
        ("didn't need it", "I didn't  need it.", "didn't need it"),
        ("each other 's houses", "at each other's houses", "each other's houses"),
        ("know* what it 's like", "she knows what it’s like", "knows what it’s like"),
        ("get it", "to get. It rained", ""),
        ("a&e", "Went to A&E twice", "A&E"),
        (
            [{"LOWER": "my"}, {"LOWER": {"IN": ["best", "old"]}, "OP": "?"}, {"LOWER": "mate"}],
            "my mate, my old mate",
            "my mate; my old mate",
        ),
        ([{"ORTH": "Ash"}], "ash from the Ash group", "Ash"),
        ([{"LOWER": {"REGEX": "^flar"}}], "a flare-up, flared", "flare; flared"),
        ([{"LOWER": "no"}, {"IS_PUNCT": True}, {"LOWER": "no"}], "no, no no", "no, no"),
        ([{"LIKE_NUM": True}, {"LOWER": "tablets"}], "eight tablets, 2 tablets", "eight tablets; 2 tablets"),
        ([{"LOWER": "very", "OP": "+"}, {"LOWER": "close"}], "very very very close", "very very very close"),
        ([{"LOWER": "came"}, {}, {"LOWER": "me"}], "came with me", "came with me"),
    ],
)
def test_words_stems_phrases_and_token_patterns_match(pattern: Any, text: str, evidence: str) -> None:
    """Each form of the codebook finds its words, as written, and the longest of several readings."""
    assert found([text], pattern) == [evidence]


def test_no_phrase_runs_from_one_segment_into_the_next() -> None:
    """A segment ends a phrase, even where the words would go on."""
    assert found(["we get", "it now"], "get it", [{"LOWER": "get"}, {}]) == ["", ""]


@pytest.mark.parametrize("seed", range(8))
def test_finds_the_segments_that_spacys_own_matcher_finds(seed: int) -> None:
    """On random texts and random patterns with every operator, the same segments match as in spaCy."""
    rng = np.random.default_rng(seed)
    vocabulary = ["we", "We", "do", "n't", "get", "it", ",", "two"]
    texts = [" ".join(rng.choice(vocabulary, size=rng.integers(1, 9))) for _ in range(60)]
    nlp = spacy.blank("en")
    documents = [nlp(text) for text in texts]
    for _ in range(25):
        pattern = [
            {
                "LOWER": str(rng.choice(["we", "get", "it", ","])),
                "OP": str(rng.choice([*"11?+*!"])),
            }
            for _ in range(rng.integers(1, 5))
        ]
        if all(step["OP"] in "?*" for step in pattern):
            continue
        matcher = Matcher(nlp.vocab)
        matcher.add("one", [[{k: v for k, v in step.items() if v != "1"} for step in pattern]])
        expected = [bool(matcher(document)) for document in documents]
        assert [
            bool(words) for words in found([f"{t} " for t in texts], pattern, kind="reason")
        ] == expected, pattern


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("I would n't call them friends", ""),
        ("I didn’t make any friends", ""),
        ("never easy, but friends came", "friends"),
        ("not the room, friends", "friends"),
        ("not in all of those many years friends", "friends"),
    ],
)
def test_negation_reaches_so_far(text: str, evidence: str) -> None:
    """A configured cue silences what follows it, up to a break or the end of its reach."""
    assert found([text], "friend*") == [evidence]


def test_negation_leaves_a_pattern_that_holds_its_own_cue_and_other_kinds_of_theme() -> None:
    """`not alone` is a pattern of its own; reasons for leaving are often told in negations."""
    assert found(["I was not alone"], "not alone") == ["not alone"]
    assert found(["I couldn't face the stairs"], "stairs", kind="reason") == ["stairs"]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ('He goes "they are all friends" and left', ""),
        ("She said ‘we are friends’ to me", ""),
        ('and I said "they are friends" to her', "friends"),
        ("the others' friends", "friends"),
        ('that "thing, my friends', "friends"),
    ],
)
def test_words_quoted_from_others_do_not_count(text: str, evidence: str) -> None:
    """A quotation that the speaker's own `I` does not introduce is somebody else's view."""
    assert found([text], "friend*") == [evidence]


def test_a_quotation_may_run_over_segments_of_one_turn_only() -> None:
    """An opening mark reaches its closing mark in the next segment of the turn, not in the next turn."""
    texts = ('He said "come along.', 'We are friends" he said')
    one = codebook(one=["friends"])
    same = code(segments(*texts, turn=[1, 1]), one)
    other = code(segments(*texts, turn=[1, 2]), one)
    assert (len(same), len(other)) == (0, 1)


def test_matches_keep_the_order_of_segments_and_themes_and_name_words_once() -> None:
    """One row a segment and theme, probability 1, a repeated word named once."""
    coded = code(
        segments("none", "a friend, a friend and a lift"),
        codebook(travel=["lift"], friendship=["friend", "a friend"]),
    )
    assert coded.to_dict("list") == {
        "segment": ["P1-1", "P1-1"],
        "theme": ["travel", "friendship"],
        "probability": [1.0, 1.0],
        "coded": [True, True],
        "evidence": ["lift", "a friend"],
    }


def test_ugly_texts_pass() -> None:
    """Empty texts, blanks only, no match at all and no segment at all give no row and no error."""
    assert found(["", "  ", "\n", "None."], "friend") == ["", "", "", ""]
    assert found([], "friend") == []
    assert found(["friend"]) == [""]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("*", "a star needs letters"),
        ("fr*nd", "may only end a word"),
        (" ", "it is empty"),
        (7, "words in quotes"),
        ([{"LEMMA": "go"}], r"\['LEMMA'\] unknown. Allowed: LOWER, ORTH"),
        ([{"LOWER": "go", "OP": "**"}], r"OP '\*\*' unknown. Allowed: \? \+ \* !"),
        ([{"LOWER": "go", "OP": "?"}], "match nothing"),
        ([{"LOWER": True}], "put words such as 'on'"),
        ([{"LOWER": "Go"}], "can never match"),
        ([{"LOWER": {"NOT_IN": ["go"]}}], "allowed are a word"),
        ([{"LOWER": {"REGEX": "("}}], "not a regular expression"),
        ([{"LOWER": {"REGEX": "^(a+)+$"}}], "for ever"),
        ([{"LOWER": {"REGEX": "(a|aa)*b"}}], "for ever"),
        ([{"LOWER": {"REGEX": "a*a*a*a*b"}}], "for ever"),
        ([{"LOWER": {"REGEX": "a?" * 30 + "a" * 30}}], "for ever"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_named(pattern: Any, message: str) -> None:
    """The error names theme and pattern, says what is allowed, and hints."""
    with pytest.raises(TableError, match=message) as error:
        found(["text"], pattern)
    assert "codebook: 1 problem(s)\n  theme 'one', pattern " in str(error.value)


def test_all_problems_of_a_codebook_come_at_once() -> None:
    """Two bad patterns in two themes are two lines of one error."""
    with pytest.raises(TableError, match=r"2 problem\(s\)"):
        code(segments("a"), codebook(a=["*"], b=["*"]))


def test_an_empty_codebook_is_refused() -> None:
    """Nothing to code by is an error, not an empty result."""
    with pytest.raises(TableError, match="it has no theme"):
        code(segments("a"), codebook())


def test_themes_that_patterns_cannot_tell_are_warned_of(caplog: pytest.LogCaptureFixture) -> None:
    """A theme without patterns and two with the same ones are said, and the rest runs."""
    with caplog.at_level(logging.WARNING):
        coded = code(segments("lift"), codebook(a=["lift"], b=["lift"], c=[]))
    assert coded["theme"].tolist() == ["a", "b"]
    assert "'c' has no patterns" in caplog.text
    assert "['a', 'b'] have the same patterns" in caplog.text
