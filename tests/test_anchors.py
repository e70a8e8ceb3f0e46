"""Passages find their turn: by place where the document agrees, by words where it was edited."""

import unicodedata

import pytest

from peerstudy.coding.anchors import Alignment, Place, occurrences
from peerstudy.folding import fold

TURNS = {
    1: "How did it start?",
    2: "Erm, a friend told me. No. I was scared, you know.",
    3: "Scared?",
    4: "No.",
    5: "Go on.",
    6: "No. It was the café, the caf\u0065\u0301 by the church.",
    7: "Scared?",
    8: "Yes.",
}
FOLDED = {turn: fold(text) for turn, text in TURNS.items()}


def _document(turns, *, newline="\n", label="P"):
    return newline.join(f"{label if n % 2 == 0 else 'I'}: {text}" for n, text in turns.items())


def _words(place):
    return TURNS[place.turn][place.start : place.end]


@pytest.mark.parametrize("newline", ["\n", "\n\n", " \u2029"])
def test_every_passage_of_every_turn_comes_back(newline):
    """Each word of the document lies at exactly its own place in its own turn, short repeated turns too."""
    document = _document(TURNS, newline=newline)
    alignment = Alignment(document, TURNS)
    assert list(alignment.placed) == list(TURNS)
    cursor = 0
    for turn, text in TURNS.items():
        cursor = document.index(text, cursor)
        for start in range(len(text)):
            for end in (start + 1, len(text)):
                if not text[start:end].strip() or unicodedata.combining(text[start]):
                    continue
                (place,) = alignment.places(cursor + start, cursor + end)
                assert place.turn == turn
                assert _words(place).startswith(text[start:end].strip())
        cursor += len(text)


def test_a_passage_over_several_turns_is_one_place_a_turn_without_labels():
    """A marked stretch that runs on into the next turns is split; labels and blanks belong to no turn."""
    document = _document(TURNS)
    start, end = document.index("I was scared"), document.index("Go on") + 2
    assert [_words(p) for p in Alignment(document, TURNS).places(start, end)] == [
        "I was scared, you know.",
        "Scared?",
        "No.",
        "Go",
    ]


def test_labels_alone_have_no_place():
    """Marking only a speaker label marks no words."""
    assert Alignment(_document(TURNS), TURNS).places(0, 2) == []


def test_edited_turns_have_no_place_and_leave_the_others_alone():
    """A turn whose words were changed after coding is not guessed at; its neighbours keep their places."""
    later = {**TURNS, 2: "Erm, a [friend] told me. No. I was scared."}
    document = _document(TURNS)
    alignment = Alignment(document, later)
    assert 2 not in alignment.placed
    assert alignment.places(document.index("a friend"), document.index("told me")) == []
    at = document.index("the church")
    assert alignment.places(at, at + 10) == [Place(6, TURNS[6].index("the church"), len(TURNS[6]) - 1)]
    assert 0 < alignment.share < 1


def test_a_deleted_turn_does_not_pull_later_words_forward():
    """A short turn that is gone from the document takes no place from a later turn of the same words."""
    document = _document({n: text for n, text in TURNS.items() if n != 3})
    alignment = Alignment(document, TURNS)
    (place,) = alignment.places(document.index("Scared?"), document.index("Scared?") + 7)
    assert place == Place(7, 0, 7)
    assert 3 not in alignment.placed


def test_doubtful_turns_have_no_place():
    """Where two turns say "Yes." and the document holds it once, neither takes it."""
    turns = {1: "Were you scared of them?", 2: "Yes.", 3: "And now?", 4: "Yes.", 5: "Thanks for that."}
    document = "I: Were you scared of them?\nP: Yes.\nI: Thanks for that."
    assert list(Alignment(document, turns).placed) == [1, 5]


def test_words_outside_of_turns_are_told():
    """What a stretch holds besides turns is given back: labels, headings, speech that was edited since."""
    document = "Interview with somebody\n" + _document(TURNS)
    later = {**TURNS, 2: "Erm, a [friend] told me."}
    end = document.index("Go on")
    assert Alignment(document, later).outside(0, end) == (
        "Interview with somebody I: P: Erm, a friend told me. No. I was scared, you know. I: P: I:"
    )


def test_words_are_compared_as_people_read_them():
    """Word's quotation marks, hard blanks, composed accents and emoji replaced on export compare alike."""
    assert fold("“I’m\u00a0here” – she\u00adsaid").text == fold('"I\'m here" - shesaid').text
    assert fold("caf\u0065\u0301 😀").text == fold("café \ufffd").text


@pytest.mark.parametrize(
    "text", ["", "a", 'It\'s 3 - 4, "so" ~ {x}!', " lead and trail ", "a  b", "a`b\tc\n"]
)
def test_plain_words_fold_the_same_beside_others(text):
    """What stands before a text changes neither its folded form nor the way back, plain or not."""
    alone, beside = fold(text), fold("\u2019" + text)
    assert beside.text == "'" + alone.text
    assert beside.starts == (0, *(start + 1 for start in alone.starts))
    assert beside.stops == (1, *(stop + 1 for stop in alone.stops))


@pytest.mark.parametrize(
    ("words", "turns"),
    [("scared, you\nknow", [2]), ("Scared?", [3, 7]), ("never said", []), ("caf\u0065\u0301 by", [6])],
)
def test_words_are_found_wherever_they_stand(words, turns):
    """A unique match is one place; repeated words are several, and none is preferred."""
    assert [place.turn for place in occurrences(words, FOLDED)] == turns


def test_found_words_keep_their_combining_marks():
    """A place never ends between a letter and its accent."""
    (place,) = occurrences("the café by", FOLDED)
    assert _words(place) == "the caf\u0065\u0301 by"
