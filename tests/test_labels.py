"""Speaker labels: those of the study open a turn, everything else before a colon is looked at."""

import pytest

from peerstudy.corpus.readers import plain
from peerstudy.corpus.readers.transcript import Labels, UnreadableError, fold


def labels(*known, not_speakers=()):
    return Labels(frozenset(map(fold, known)), frozenset(map(fold, not_speakers)))


def turns(text, known=("I", "P07")):
    return [(t.label, t.text) for t in plain.read(text.encode(), labels(*known)).turns]


@pytest.mark.parametrize(
    "line",
    [
        "Well: honestly",
        "https://example.org is the page",
        "10:30 we met",
        "At 10: we met",
        "Note: bring a coat",
        "Week 3: it hurt",
        "NHS: never again",
        "So: I left",
        "[pause] and then",
        "[00:12:03] and then",
        "mind you: no",
    ],
)
def test_a_false_label_is_no_speaker(line):
    """Talk that holds a colon goes on with the turn before it, as often as it comes."""
    said = f"I: how\nP07: yes\n{line}\n" + f"{line}\n" * 3

    assert turns(said) == [("I", "how"), ("P07", "yes " + " ".join([line] * 4))]


@pytest.mark.parametrize("label", ["P08", "Jane Smith", "INT", "Speaker 1", "JS", "Dr. Brown"])
def test_a_label_that_the_study_does_not_name_stops_the_reading(label):
    """An unknown speaker is never taken for more of what the speaker before said."""
    with pytest.raises(UnreadableError, match=rf"line 2: '{label}'.*not_speakers"):
        turns(f"I: how\n{label}: fine")


@pytest.mark.parametrize(
    "start", ["[00:09:025] P07", "- P07", "–I", "12 P07", "12. I", "[00:12] * P07", "(laughs) P07", "> [x] I"]
)
def test_a_known_label_behind_odd_signs_stops_the_reading(start):
    """A time that is none, a dash or a line number never hides who speaks."""
    with pytest.raises(UnreadableError, match=rf"line 3: '.*{start[-1]}'"):
        turns(f"I: how\nP07: yes\n{start}: fine")


@pytest.mark.parametrize(
    "talk", ["and I: well", "(so P07 said: no)", "“I”: a word", "at 12: I went", "- I went: home"]
)
def test_a_label_within_talk_is_talk(talk):
    """Words before a label, or none right before the colon, make it talk."""
    assert turns(f"I: how\nP07: yes\n{talk}")[-1] == ("P07", f"yes {talk}")


@pytest.mark.parametrize("label", ["Interviwer", "intervewer", "Partcipant"])
def test_a_label_misspelt_once_stops_the_reading(label):
    """A slip never gives a question to the one who answers."""
    with pytest.raises(UnreadableError, match=f"line 3: '{label}'"):
        turns(f"Interviewer: how\nParticipant: fine\n{label}: and?", ("Interviewer", "Participant"))


@pytest.mark.parametrize("word", ["Interview", "Participants", "Party", "I mean"])
def test_a_word_like_a_label_is_talk(word):
    """A word that a label begins with, or that begins a label, is no slip."""
    said = turns(f"Interviewer: how\nParticipant: fine\n{word}: so", ("Interviewer", "Participant"))
    assert said[-1] == ("Participant", f"fine {word}: so")


def test_a_single_word_before_a_colon_is_told():
    """Somebody who speaks once, under no label, is not passed over in silence."""
    read = plain.read(b"I: how\nP07: fine\nHusband: come in!\nWell: so", labels("I", "P07"))
    assert [w for w in read.warnings if w.endswith("speaker: line 3")] == read.warnings != []


@pytest.mark.parametrize("line", ["V1 I stayed on", "V1; I stayed on", "Interviewer - so?"])
def test_a_label_that_lost_its_colon_is_told(line):
    """What stands behind it was read as talk of whoever spoke before."""
    read = plain.read(f"I: so?\nV1: fine\nI: and?\n{line}".encode(), labels("I", "V1", "Interviewer"))
    assert [w for w in read.warnings if "without a colon" in w and w.endswith(": line 4")]


@pytest.mark.parametrize("line", ["I stayed on", "V10 was cold", "interviewer effects", "the V1 room"])
def test_talk_that_begins_like_a_label_is_not_told(line):
    """A single letter is a word, and a longer word is another."""
    read = plain.read(f"I: so?\nV1: fine\n{line}".encode(), labels("I", "V1", "Interviewer"))
    assert read.warnings == []


def test_a_label_of_the_study_within_a_line_is_told():
    """Two speakers on one line cannot be told from talk of a label; a person has to look."""
    read = plain.read(b"I: how was it? P07: fine\nP07: my mum said (p07): no, at P07: 5", labels("I", "P07"))
    assert [w.rpartition(" ")[0] for w in read.warnings] == [
        "a label of the study and a colon stand within talk; look whether it is a speaker: line 1; line"
    ]


def test_an_unknown_word_that_opens_many_lines_stops_the_reading():
    """A lower-case or single-word label shows by coming back."""
    with pytest.raises(UnreadableError, match="'carer'"):
        turns("I: how\ncarer: a\nI: b\ncarer: c\nI: d\ncarer: e")


def test_a_name_on_its_own_line_stops_the_reading_where_names_stand_on_their_own_lines():
    """The talk of a speaker whom the study forgot is not given to the other."""
    with pytest.raises(UnreadableError, match="'Jane Smith'"):
        turns("I\nhow\nJane Smith\nfine\nI\nand\nJane Smith\nyes\nI\nso\nJane Smith\nno")


def test_what_the_study_declines_is_no_speaker():
    """A label may be declared to be none."""
    known = labels("I", "P07", not_speakers=["Plan B"])

    found = plain.read(b"P07: so\nPlan B: wait", known).turns

    assert [t.text for t in found] == ["so Plan B: wait"]


@pytest.mark.parametrize(
    "text",
    [
        "p07 : so",
        "\u200bP07:\u00a0so",
        "P07:so",
        "[P07] so",
        "{P07}: so",
        "#P07: so",
        "P07\tso",
        "P07\nso",
        "P07:\n\nso",
        "[00:12] P07: so",
        "00:00:12 P07: so",
        "P07 [00:12]: so",
        "P07 (00:00:12): so",
        "P07  00:12\nso",
        "#00:00:12-0# P07: so",
        "P07 0 minutes 12 seconds\nso",
        "[P07] 00:00:12\nso",
        "0:12\nP07\nso",
        "0:0:12.0 --> 0:0:13.5\nP07\nso",
    ],
)
def test_every_manner_of_writing_a_label(text):
    """Letter case, blanks, brackets, tabs, times and lines of their own make one turn of one speaker."""
    (turn,) = plain.read(text.encode(), labels("I", "P07")).turns

    assert (fold(turn.label), turn.text) == ("p07", "so")
    assert turn.time_start == (12 if "12" in text else None)


def test_the_stamp_of_f4_belongs_to_the_turn_before_it():
    """f4 writes the time where a turn ends; the next turn begins there."""
    found = plain.read(
        b"I: how #00:00:05-2#\nP07: so #00:00:09-0# and so #00:01:02-3#\nI: ah", labels("I", "P07")
    )

    assert [(t.text, t.time_start, t.time_end) for t in found.turns] == [
        ("how", None, 5.2),
        ("so and so", 5.2, 62.3),
        ("ah", 62.3, None),
    ]


def test_lines_without_a_label_are_somebodys_only_if_the_study_says_so():
    """The empty label gives them to a role; without it they go on with the turn before."""
    text = "I: how\nfine\nI: and"

    assert turns(text) == [("I", "how fine"), ("I", "and")]
    assert turns(text, ["I", ""]) == [("I", "how"), ("", "fine"), ("I", "and")]


def test_what_stands_before_the_first_label_is_listed():
    """A title is no speech and is not lost."""
    transcript = plain.read(b"Interview of the tall man\nI: how", labels("I"))

    assert [(d.text, d.reason) for d in transcript.dropped if d.kind == "words"] == [
        ("Interview of the tall man", "before the first speaker label")
    ]


def test_notices_of_transcription_services_are_no_speech():
    """Otter's footer and Teams' notices are listed, not spoken."""
    text = b"I: how\nJane Smith started transcription\nP07: fine\nTranscribed by https://otter.ai"

    transcript = plain.read(text, labels("I", "P07"))

    assert [t.text for t in transcript.turns] == ["how", "fine"]
    assert sum(d.reason == "notice of the transcription service" for d in transcript.dropped) == 2


def test_marks_that_turn_the_writing_are_kept_and_told():
    """A right-to-left mark changes neither label nor words, but a person hears of it."""
    transcript = plain.read("\u200fP07: so \u202eneht".encode(), labels("P07"))

    assert transcript.turns[0].text == "so \u202eneht"
    assert "direction" in transcript.warnings[0]
