"""REFI-QDA projects of every dialect come in with the same passages, and nothing is lost unsaid."""

import pytest
from dialects import CODES, MARKS, TALK, TOOLS, edited, guid, refi

from peerstudy.coding import qda
from peerstudy.coding.offsets import Convention, stored
from peerstudy.coding.qda.project import UnreadableError

STANDARD = Convention("code points")


def _project(tool):
    raw, convention, how = TOOLS[tool]
    return qda.read("study.qdpx", refi(raw, convention, **how))


@pytest.mark.parametrize("tool", TOOLS)
def test_every_dialect_gives_the_very_words(tool):
    """Whatever the file name, folder, braces, line ends and counting: same words, codes, coders, notes."""
    project = _project(tool)
    names = {code.id: code.name for code in project.codes}
    assert [(s.quote, names[s.code], s.coder, s.memo) for s in project.selections] == MARKS
    (document,) = project.documents
    assert document.text == TALK
    assert [document.text[s.place.start : s.place.end] for s in project.selections] == [m[0] for m in MARKS]
    assert project.losses == []


@pytest.mark.parametrize("tool", TOOLS)
def test_the_tree_of_codes_comes_with_its_descriptions(tool):
    """Parents stand before their children; descriptions are kept."""
    project = _project(tool)
    paths = project.paths().values()
    assert sorted(paths) == sorted(f"{above} > {name}" if above else name for name, above in CODES.items())
    assert {code.description for code in project.codes} == {f"About {name}." for name in CODES}


def test_the_convention_is_said_with_its_confidence():
    """A reader of the report sees how offsets were counted and how sure that is."""
    (remark,) = _project("NVivo on Windows").remarks
    assert remark.startswith(
        "UTF-16 units, line ends as stored, byte order mark not counted: 5 of 5 passages"
    )


EXTRA = (
    '<Notes><Note guid="{n}" name="diary"><PlainTextContent>Tired.</PlainTextContent></Note></Notes>'
    '<Links><Link guid="{n}" name="because"/></Links><Sets><Set guid="{n}" name="maybe"/></Sets>'
    '<Graphs><Graph guid="{n}" name="map"/></Graphs>'
)


def test_everything_left_behind_is_counted_and_named():
    """Sets, links, graphs, loose notes, variables, cases, pictures, whole-text codes, empty passages."""
    n = guid("n")
    before = (
        f'<Variables><Variable guid="{n}" name="age" typeOfVariable="Text"/></Variables>'
        f'<Cases><Case guid="{n}" name="P01"/></Cases>'
    )
    source = (
        f'<PictureSource guid="{n}" name="room.jpg">'
        f'<PictureSelection guid="{n}" name="door"/></PictureSource>'
        f'<AudioSource guid="{n}" name="talk.mp3"/>'
        f'<TextSource guid="{n}" name="I02"><PlainTextContent>Hello there.</PlainTextContent>'
        f'<PlainTextSelection guid="{n}" startPosition="6" endPosition="6"><Coding guid="{n}">'
        f'<CodeRef targetGUID="{guid("code", "Friendship")}"/></Coding></PlainTextSelection>'
        f'<PlainTextSelection guid="{n}" startPosition="0" endPosition="5"/>'
        f'<Coding guid="{n}"><CodeRef targetGUID="{n}"/></Coding></TextSource>'
    )
    data = refi(TALK, STANDARD, inline=True, extra=EXTRA.format(n=n), marks=MARKS[:1])
    data = edited(data, "<Sources>", f"{before}<Sources>{source}")
    lost = {(loss.kind, loss.name) for loss in qda.read("x.qdpx", data).losses}
    assert lost == {
        ("note", "diary"),
        ("link", "because"),
        ("set", "maybe"),
        ("graph", "map"),
        ("variable", "age"),
        ("case", "P01"),
        ("picture", "room.jpg"),
        ("coded part of a picture", "door"),
        ("document without text", "talk.mp3"),
        ("code on a whole document", "I02"),
        ("passage without a code", f"I02: {n}"),
        ("passage outside of its text", f"I02: {n}"),
    }


def test_texts_of_pdfs_and_transcripts_are_read():
    """Plain text behind a PDF, and a transcript coded between synchronised places, hold passages too."""
    n, code = guid("n"), guid("code", "Friendship")
    coding = f'<Coding guid="{n}"><CodeRef targetGUID="{code}"/></Coding>'
    sources = (
        f'<PDFSource guid="{n}" name="I02.pdf"><Representation guid="{guid("pdf")}">'
        "<PlainTextContent>Well, hello there.</PlainTextContent>"
        f'<PlainTextSelection guid="{n}" startPosition="6" endPosition="11">{coding}</PlainTextSelection>'
        "</Representation></PDFSource>"
        f'<AudioSource guid="{n}" name="I03.mp3"><Transcript guid="{guid("audio")}">'
        "<PlainTextContent>We meet on Mondays.</PlainTextContent>"
        f'<SyncPoint guid="{guid("s1")}" position="3"/><SyncPoint guid="{guid("s2")}" position="7"/>'
        f'<TranscriptSelection guid="{n}" fromSyncPoint="{guid("s1")}" toSyncPoint="{guid("s2")}">{coding}'
        "</TranscriptSelection></Transcript></AudioSource>"
    )
    project = qda.read(
        "x.qdpx", edited(refi(TALK, STANDARD, inline=True, marks=[]), "<Sources>", "<Sources>" + sources)
    )
    names = {document.id: document.name for document in project.documents}
    assert [(names[s.place.document], s.quote) for s in project.selections] == [
        ("I02.pdf", "hello"),
        ("I03.mp3", "meet"),
    ]


def test_offsets_that_fit_nothing_are_refused():
    """A project whose passages lie inside words by every reading is not read at all."""
    raw = "unforgettable " * 60
    marks = [(raw[place : place + 7], "Friendship", "Ann", "") for place in (3, 17, 31, 45)]
    data = refi(raw, STANDARD, marks=marks)
    with pytest.raises(UnreadableError, match="fit no known convention"):
        qda.read("x.qdpx", data)


def test_a_codebook_of_its_own_is_read():
    """Old and new namespaces, braces, descriptions as elements or attributes, and Taguette's empty sets."""
    for namespace in ("urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:0:4"):
        data = (
            f'<CodeBook xmlns="{namespace}" origin="T"><Codes>'
            f'<Code guid="{{{guid(1)}}}" name="A" isCodable="false">'
            f'<Code guid="{guid(2)}" name="B" isCodable="true" description="b"/></Code>'
            "</Codes><Sets/></CodeBook>"
        ).encode()
        project = qda.read("x.qdc", data)
        assert list(project.paths().values()) == ["A", "A > B"]
        assert [code.description for code in project.codes] == ["", "b"]
        assert project.losses == []


def test_a_code_that_is_its_own_ancestor_is_named_all_the_same():
    """Broken trees do not hang the reader."""
    code = qda.project.Code("1", "A", parent="2")
    project = qda.Project("", [code, qda.project.Code("2", "B", parent="1")])
    assert project.paths() == {"1": "B > A", "2": "A > B"}


def test_stored_text_has_no_marks_of_its_system():
    """The document's text is the same whichever system wrote it."""
    raw, _, _ = TOOLS["NVivo on Windows"]
    assert stored(raw) == TALK


def test_a_coding_with_an_unknown_code_is_a_loss():
    """A code that the codebook does not hold is no code, and is counted."""
    data = edited(
        refi(TALK, STANDARD, inline=True),
        f'targetGUID="{guid("code", "Friendship", lower=True)}"',
        f'targetGUID="{guid("gone")}"',
    )
    project = qda.read("x.qdpx", data)
    assert len(project.selections) == len(MARKS) - 1
    assert [loss.kind for loss in project.losses] == ["coding with a code that is not in the codebook"]
