"""JSON of speech recognisers."""

import json

import pytest

from peerstudy.corpus.readers import recognizer
from peerstudy.corpus.readers.transcript import STRUCTURE, Labels, UnreadableError

KNOWN = Labels(frozenset(["a", "b", "spk_0", "spk_1", "0", "1"]))


def read(content):
    return recognizer.read(json.dumps(content).encode(), KNOWN)


def test_a_segment_without_a_speaker_is_nobodys():
    """Where diarisation failed, the words are not given to the speaker before."""
    segments = [{"speaker": "A", "text": " how"}, {"text": " is it"}, {"speaker": "B", "text": " so"}]

    assert [(t.label, t.text) for t in read({"segments": segments}).turns] == [
        ("A", "how"),
        ("", "is it"),
        ("B", "so"),
    ]


def test_plain_whisper_is_cut_where_sentences_end():
    """Talk that nobody is named for keeps the times of its sentences."""
    segments = [{"start": 0, "text": " How is"}, {"start": 2, "text": " it?"}, {"start": 4, "text": " So."}]

    turns = read({"text": " How is it? So.", "segments": segments}).turns

    assert [(t.text, t.time_start) for t in turns] == [("How is it?", 0), ("So.", 4)]


def test_amazon_names_speakers_apart_from_the_words():
    """Labels in a list of their own are joined by time; punctuation joins its word."""
    results = {
        "transcripts": [{"transcript": "How? So"}],
        "speaker_labels": {
            "segments": [
                {"speaker_label": "spk_0", "items": [{"start_time": "0.1"}]},
                {"speaker_label": "spk_1", "items": [{"start_time": "1.0"}]},
            ]
        },
        "items": [
            {
                "type": "pronunciation",
                "start_time": "0.1",
                "end_time": "0.5",
                "alternatives": [{"content": "How"}],
            },
            {"type": "punctuation", "alternatives": [{"content": "?"}]},
            {
                "type": "pronunciation",
                "start_time": "1.0",
                "end_time": "2",
                "alternatives": [{"content": "So"}],
            },
        ],
    }

    transcript = read({"jobName": "Jane Doe", "results": results})

    assert [(t.label, t.text, t.time_end) for t in transcript.turns] == [
        ("spk_0", "How?", 0.5),
        ("spk_1", "So", 2),
    ]
    assert [d.text for d in transcript.dropped if d.kind == "property"] == ["Jane Doe"]


def test_rev_keeps_words_and_signs_apart():
    """Elements are put together as they stand."""
    elements = [
        {"value": "So", "ts": 1.0, "end_ts": 1.5},
        {"value": ", "},
        {"value": "now", "ts": 2.0, "end_ts": 2.5},
    ]

    (turn,) = read({"monologues": [{"speaker": 0, "elements": elements}]}).turns

    assert (turn.label, turn.text, turn.time_start, turn.time_end) == ("0", "So, now", 1.0, 2.5)


def test_words_that_repeat_the_talk_are_scaffolding():
    """Word timings are only counted; other texts of the file are listed."""
    segment = {"speaker": "A", "text": "how is", "words": [{"word": "how"}, {"word": "is"}]}

    dropped = read({"segments": [segment], "summary": "a talk about Jane"}).dropped

    assert {(d.text, d.kind) for d in dropped} == {("how is", STRUCTURE), ("a talk about Jane", "words")}


@pytest.mark.parametrize(
    "content", [{"day": 1, "note": "ill"}, [], {"segments": []}, [1, 2], "so", {"text": 3}]
)
def test_json_that_is_no_talk_is_refused(content):
    """A consultation's note is no transcript."""
    with pytest.raises(UnreadableError, match=r"no transcript|broken"):
        read(content)


def test_an_unknown_speaker_is_told_once():
    """Not for each of its segments."""
    with pytest.raises(UnreadableError, match=r"segment 1: 'Z'\. Hint"):
        read({"segments": [{"speaker": "Z", "text": "a"}, {"speaker": "Z", "text": "b"}]})
