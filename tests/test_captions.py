"""WebVTT, SubRip and YouTube captions, tidy and broken."""

import pytest
import srt
import webvtt
from writers import srt as write_srt
from writers import vtt as write_vtt

from peerstudy.corpus.readers import subtitles, vtt
from peerstudy.corpus.readers.transcript import STRUCTURE, Labels, UnreadableError

KNOWN = Labels(frozenset(["ann", "bob", "jane smith (guest)"]))
NOBODY = Labels(frozenset())
CUE = "00:00:01.000 --> 00:00:02.000\n"


def turns(text, known=KNOWN):
    return [(t.label, t.text) for t in vtt.read(f"WEBVTT\n\n{text}".encode(), known).turns]


@pytest.mark.parametrize(
    ("payload", "said"),
    [("<v Ann>how</v> <v Bob>so</v>", [("Ann", "how"), ("Bob", "so")]),
     ("<v Ann>how<v Bob>so", [("Ann", "how"), ("Bob", "so")]),
     ("<v.loud Ann>how\nis it</v>", [("Ann", "how is it")]),
     ("<v Ann>\nhow", [("Ann", "how")]),
     ("<v Ann>R&amp;D &lt;3 <i>so</i> <00:00:01.500>now</v>", [("Ann", "R&D <3 so now")]),
     ("<v Jane Smith (Guest)>so</v>", [("Jane Smith (Guest)", "so")]),
     ("Ann: how", [("Ann", "how")]),
     ("<v ->how", [("", "how")])],
)  # fmt: skip
def test_voices_of_a_cue(payload, said):
    """Every voice keeps its own words; tags, classes and entities are resolved."""
    assert turns(CUE + payload) == said


def test_a_cue_named_after_its_speaker():
    """Some services write the speaker where the number of the cue stands."""
    assert turns(f"Ann\n{CUE}how\n\nBob\n{CUE}so") == [("Ann", "how"), ("Bob", "so")]


def test_a_voice_is_not_carried_over_to_a_cue_that_names_none():
    """Teams names every voice; words without one are nobody's."""
    assert turns(f"{CUE}<v Ann>how</v>\n\n{CUE}so") == [("Ann", "how"), ("", "so")]


def test_a_label_before_a_colon_holds_until_the_next():
    """Captions with labels in the text name a speaker once."""
    assert turns(f"{CUE}Ann: how\n\n{CUE}is it\n\n{CUE}Bob: so") == [("Ann", "how is it"), ("Bob", "so")]


def test_every_line_of_a_cue_may_name_its_speaker():
    """Where two people share a cue line by line, neither gets the other's words."""
    assert turns(f"{CUE}Ann: how\nis it\nBob: so\nso") == [("Ann", "how is it"), ("Bob", "so so")]
    assert turns(f"{CUE}Ann: how said\nBob\n\n{CUE}who: me") == [("Ann", "how said Bob who: me")]


@pytest.mark.parametrize("payload", ["Ann: how\nCarl Roe: so", "- how\n- Bob: so"])
def test_an_unknown_speaker_within_a_cue_stops_the_reading(payload):
    """A second line is looked at as the first is."""
    with pytest.raises(UnreadableError, match=r"block 2: '(Carl Roe|- Bob)'"):
        turns(CUE + payload)


@pytest.mark.parametrize("payload", ["<v Carl>so</v>", "Carl Roe: so"])
def test_an_unknown_voice_stops_the_reading(payload):
    """A person whom the study does not name is told with the place."""
    with pytest.raises(UnreadableError, match="block 2: 'Carl"):
        turns(CUE + payload)


def test_notes_styles_and_identifiers_are_no_speech():
    """They are listed: notes as words, the rest as scaffolding."""
    text = f"NOTE for Jane\n\nSTYLE\n::cue {{}}\n\nNOTE Confidence: 0.9\n\nab12/3-0\n{CUE}<v Ann>how</v>"

    dropped = vtt.read(f"WEBVTT\nKind: captions\n\n{text}".encode(), KNOWN).dropped

    assert [d.text for d in dropped if d.kind != STRUCTURE] == ["Kind: captions", "NOTE for Jane"]
    assert "ab12/3-0" in [d.text for d in dropped]


@pytest.mark.parametrize(
    ("text", "warning"),
    [(f"{CUE}so\n\n00:00:07.000 --> 00:00:1d.890\nnow", "block 3: its times cannot be read"),
     (f"{CUE}so\n\nnow", "block 3 has no times")],
)  # fmt: skip
def test_a_broken_cue_loses_no_words(text, warning):
    """Its words stay in their place and a warning names it."""
    transcript = vtt.read(f"WEBVTT\n\n{text}".encode(), NOBODY)

    assert [t.text for t in transcript.turns] == ["so now"]
    assert warning in "; ".join(transcript.warnings)


def test_captions_without_their_first_line_are_read_with_a_warning():
    """The missing header is told."""
    transcript = vtt.read(f"{CUE}<v Ann>how</v>".encode(), KNOWN)

    assert "does not begin with WEBVTT" in transcript.warnings[0]


def test_subtitles_without_blank_lines_between_them():
    """The number of the next subtitle is no word of this one."""
    text = "1\n00:00:01,000 --> 00:00:02,000\nAnn: how\n2\n00:00:02,000 --> 00:00:03,000\nBob: so"

    assert [t.text for t in subtitles.read_srt(text.encode(), KNOWN).turns] == ["how", "so"]


@pytest.mark.parametrize("read", [vtt.read, subtitles.read_srt, subtitles.read_sbv])
def test_a_file_without_captions_is_refused(read):
    """There is nothing to read in it."""
    with pytest.raises(UnreadableError, match="no caption"):
        read(b"WEBVTT\n", KNOWN)


def test_the_libraries_read_the_same_of_tidy_files():
    """webvtt-py and srt agree with these readers where a file holds no trap."""
    talk = [("Ann", "how is it"), ("Bob", "so and so"), ("Ann", "ah")]
    library = webvtt.from_string(write_vtt(talk).decode())

    assert [(t.label, t.text) for t in vtt.read(write_vtt(talk), KNOWN).turns] == [
        (c.voice, c.text) for c in library
    ]
    ours = subtitles.read_srt(write_srt(talk), KNOWN).turns
    theirs = list(srt.parse(write_srt(talk).decode()))
    assert [f"{t.label}: {t.text}" for t in ours] == [s.content for s in theirs]
    assert [t.time_start for t in ours] == [s.start.total_seconds() for s in theirs]
