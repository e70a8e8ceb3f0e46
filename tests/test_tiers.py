"""CHAT, ELAN, Praat and TEI: one line or tier a speaker."""

import pympi
import pytest
from writers import cha as write_cha
from writers import eaf as write_eaf
from writers import textgrid as write_textgrid

from peerstudy.corpus.readers import cha, eaf, tei, textgrid
from peerstudy.corpus.readers.transcript import Labels, UnreadableError

KNOWN = Labels(frozenset(["ann", "bob", "inv", "par"]), frozenset(["gestures"]))
TALK = [("Ann", "how is it"), ("Bob", 'so "so"'), ("Ann", "ah")]


def left(transcript, reason):
    return [d.text for d in transcript.dropped if d.reason == reason]


def test_codes_of_chat_stay_in_the_text():
    """Fillers and what a speaker took back are spoken words; dependent tiers are not."""
    text = (
        "@UTF8\n@Begin\n@Participants:\tPAR Jane Participant, INV Investigator\n@Media:\tjane_doe, audio\n"
        "*INV:\twhat &-um now ?\n%mor:\tpro|what\n%com:\tshe is in Leeds\n*PAR:\t<I went> [//]"
        " I (be)cause\n\txxx . \x15100_2500\x15\n"
        "*PAR:\tyes .\n@End\n"
    )

    transcript = cha.read(text.encode(), KNOWN)

    assert [(t.label, t.text) for t in transcript.turns] == [
        ("INV", "what &-um now ?"),
        ("PAR", "<I went> [//] I (be)cause xxx . yes ."),
    ]
    assert (transcript.turns[1].time_start, transcript.turns[1].time_end) == (0.1, 2.5)
    assert left(transcript, "media path") == ["@Media:\tjane_doe, audio"]
    kinds = {d.text: d.kind for d in transcript.dropped}
    assert kinds["%com:\tshe is in Leeds"] == "words"
    assert kinds["%mor:\tpro|what"] == "structure"


def test_every_word_that_pylangacq_finds_is_kept():
    """The library's tokens are words of these turns; it finds fewer."""
    pylangacq = pytest.importorskip("pylangacq")
    source = write_cha([("PAR", "well &-um I went home ."), ("INV", "and then ?")]).decode()
    source = source.replace(
        "@Languages:\teng\n",
        "@Languages:\teng\n@Participants:\tPAR Participant, INV Investigator\n"
        "@ID:\teng|x|PAR|||||Participant|||\n@ID:\teng|x|INV|||||Investigator|||\n",
    )
    said = " ".join(t.text for t in cha.read(source.encode(), KNOWN).turns)

    words = pylangacq.CHAT.from_strs([source]).words()

    assert words
    assert all(word in said for word in words)
    assert "&-um" not in words


def tier(attributes, annotation, value):
    """One tier of an ELAN file with one annotation."""
    return (
        f'<TIER {attributes}><ANNOTATION><{annotation}_ANNOTATION TIME_SLOT_REF1="ts0" '
        f'TIME_SLOT_REF2="ts1"><ANNOTATION_VALUE>{value}</ANNOTATION_VALUE></{annotation}_ANNOTATION>'
        "</ANNOTATION></TIER>"
    )


def test_tiers_under_another_are_no_speech():
    """Translations and words hang under the speech; tiers that the study declines are listed."""
    others = tier('TIER_ID="words" PARENT_REF="Ann"', "REF", "wie") + tier(
        'TIER_ID="gestures"', "ALIGNABLE", "nod"
    )
    header = '<HEADER><MEDIA_DESCRIPTOR MEDIA_URL="file:///c:/jane.wav"/></HEADER>'
    source = write_eaf(TALK).decode().replace("</TIME_ORDER>", f"</TIME_ORDER>{others}")
    source = source.replace("<HEADER/>", header).replace('AUTHOR=""', 'AUTHOR="Jo"')

    transcript = eaf.read(source.encode(), KNOWN)

    assert [(t.label, t.text) for t in transcript.turns] == TALK
    assert left(transcript, "dependent tier") == ["wie"]
    assert left(transcript, "tier that is no speaker") == ["nod"]
    assert left(transcript, "media path") == ["file:///c:/jane.wav"]
    assert left(transcript, "document property") == ["Jo"]


def test_a_tier_may_be_known_by_its_participant():
    """ELAN names people apart from tiers."""
    source = write_eaf([("A_tx", "how")]).decode().replace("<TIER ", '<TIER PARTICIPANT="Ann" ')

    assert [t.label for t in eaf.read(source.encode(), KNOWN).turns] == ["Ann"]


def test_an_unknown_tier_stops_the_reading():
    """It may be speech: the study says what it is."""
    with pytest.raises(UnreadableError, match="tier 'Carl': 'Carl'"):
        eaf.read(write_eaf([("Carl", "how")]), KNOWN)


def test_pympi_finds_the_same_annotations(tmp_path):
    """The library agrees on what is said when."""
    path = tmp_path / "talk.eaf"
    grid = pympi.Elan.Eaf()
    grid.remove_tier("default")
    for n, (who, said) in enumerate(TALK):
        if who not in grid.get_tier_names():
            grid.add_tier(who)
        grid.add_annotation(who, 5000 * n, 5000 * n + 4000, said)
    grid.to_file(str(path))

    turns = eaf.read(path.read_bytes(), KNOWN).turns

    assert [(t.label, t.text, t.time_start, t.time_end) for t in turns] == [
        (who, said, 5 * n, 5 * n + 4) for n, (who, said) in enumerate(TALK)
    ]


@pytest.mark.parametrize("style", ["long_textgrid", "short_textgrid"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_praat_writes_in_many_ways(style, encoding):
    """Long, short, any encoding, doubled quotes: the same turns in the order of time."""
    turns = textgrid.read(write_textgrid(TALK, style, encoding), KNOWN).turns

    assert [(t.label, t.text) for t in turns] == TALK


@pytest.mark.parametrize("style", ["long_textgrid", "short_textgrid"])
@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9])
def test_a_cut_off_textgrid_is_refused(style, share):
    """A file that breaks off is told; the part before the break is not taken for the whole."""
    whole = write_textgrid(TALK, style)
    with pytest.raises(UnreadableError, match=r"broken|cut off"):
        textgrid.read(whole[: int(share * len(whole))], KNOWN)


def test_tei_keeps_events_in_brackets():
    """Who, when, what was done beside speaking; the header is listed."""
    source = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><person>Jane Doe</person></teiHeader><text>'
        '<timeline><when xml:id="T0" absolute="00:00:10"/><when xml:id="T1" interval="2.5" since="#T0"/>'
        '</timeline><annotationBlock who="#Ann" start="#T0" end="#T1"><u><w>how</w><w>is</w> <vocal>'
        "<desc>laughs</desc></vocal> it<pause/></u><spanGrp><span>PRON</span></spanGrp></annotationBlock>"
        '<u who="#Bob">so</u></text></TEI>'
    )

    transcript = tei.read(source.encode(), KNOWN)

    assert [(t.label, t.text, t.time_start, t.time_end) for t in transcript.turns] == [
        ("Ann", "how is [laughs] it [pause]", 10, 12.5),
        ("Bob", "so", None, None),
    ]
    assert left(transcript, "header") == ["Jane Doe"]
    assert left(transcript, "outside utterances") == ["PRON"]


def test_tei_without_utterances_is_refused():
    """A poem is no talk."""
    with pytest.raises(UnreadableError, match="without utterances"):
        tei.read(b"<TEI><text><body><l>o rose</l></body></text></TEI>", KNOWN)
