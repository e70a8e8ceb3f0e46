"""What is written for other tools comes back whole, reads alike by every rule, and stays the same."""

import io
import unicodedata
import zipfile

import pandas as pd
import pytest
from pyrefiqda import RefiProject
from pyrefiqda.models import Project

from peerstudy import tables
from peerstudy.coding import qda
from peerstudy.coding.dialect import REFI
from peerstudy.coding.exchange import exchange
from peerstudy.coding.offsets import positions
from peerstudy.coding.plaintext import plain
from peerstudy.coding.qda.container import parse
from peerstudy.coding.spans import spans
from peerstudy.wording import BANNER

SAID = [
    ("I", "How was it?"),
    ("P01", "Erm, no. I was 😀 scared, you know. We sat in the cafe\u0301, the caf\u00e9 by the church."),
    ("I", "No?"),
    ("P01", "No."),
    ("", "[phone rings]"),
    ("P01", "No. “They’ll stare,” I thought: P01: no.\u2028They did not <stare> & left."),
]
MARKS = [
    (2, "scared, you know", "fear", "Ann", "negative", "said <low> & slow 😀"),
    (2, "scared, you know", "fear", "Ben", "", ""),
    (2, "I was 😀 scared", "belonging", "Ann", "mixed", ""),
    (2, "cafe\u0301, the caf\u00e9 by", "place", "Ann", "", "two\nlines\x0b"),
    (4, "No.", "fear", "Ben", "", "No"),
    (6, "No.", "fear", "Ben", "", ""),
    (6, "They did not <stare> & left.", "belonging", "Ann", "", ""),
    (1, "How was it?", "place", "Ben", "", ""),
]
CODEBOOK = pd.DataFrame(
    {
        "theme": ["place", "fear", "belonging"],
        "label": ["Where it is", "Fear", "Fear"],
        "parent": ["belonging", "", ""],
        "definition": ["The room.", "Of people.", "One of us."],
        "include": ["[any] bus.", "", ""],
        "exclude": ["", "", "The course."],
        "examples": ['["a bus", "a café"]', "[]", "[]"],
        "near_misses": ["[]", "[]", "[]"],
        "order": [1, 2, 3],
    }
)
PEOPLE = pd.DataFrame(
    {
        "participant": ["P02", "P01", "P03"],
        "role": "patient",
        "outcome": ["withdrawn", "analysed", "lost"],
        "site": ["hall", "", "café"],
    }
)


def _turns():
    return pd.DataFrame(
        {
            "interview": "K1",
            "turn": range(1, len(SAID) + 1),
            "participant": ["P01" if label == "P01" else "" for label, _ in SAID],
            "label": [label for label, _ in SAID],
            "text": [text for _, text in SAID],
        }
    )


def _spans():
    rows = []
    for turn, words, theme, coder, valence, memo in MARKS:
        start = SAID[turn - 1][1].index(words)
        rows.append(("K1", turn, start, start + len(words), theme, coder, words, valence, memo))
    return tables.check(pd.DataFrame(rows, columns=list(tables.contracts()["spans"].columns)), "spans")


def _segments():
    frame = _turns().assign(start=0, words=1)
    frame["end"] = frame["text"].str.len()
    frame["segment"] = [f"K1-{turn:03d}-01" for turn in frame["turn"]]
    return frame[frame["participant"] != ""]


def _codings():
    return pd.DataFrame(
        {
            "segment": ["K1-002-01", "K1-006-01", "K1-004-01"],
            "theme": "fear",
            "coder": ["patterns", "patterns", "Ann"],
            "source": ["machine", "machine", "hand"],
            "probability": [0.875, 0.25, 1.0],
            "evidence": ["scared", "stare", ""],
        }
    )


def _written(**changes):
    given = {
        "codebook": CODEBOOK,
        "participants": PEOPLE,
        "turns": _turns(),
        "segments": _segments(),
        "spans": _spans(),
        "codings": _codings(),
    } | changes
    return exchange("demo", True, *given.values(), threshold=0.5)


@pytest.fixture(scope="module")
def written():
    """The project and the codebook of the small study."""
    return _written()


def _read_back(data):
    given = {"code_map": {"Fear (fear)": "fear", "Fear (belonging)": "belonging"}, "coders": {}}
    interviews = pd.DataFrame({"interview": ["K1"], "file": ["K1.docx"]})
    coverage = pd.DataFrame({"interview": "K1", "coder": ["Ann", "Ben"], "scope": "whole"})
    files = {"demo.qdpx": data}
    read = (_turns(), _segments(), interviews, CODEBOOK, coverage, tables.empty("sample"))
    return spans(files, *read, **given, documents={}, leave_out=[])


def test_a_project_of_invented_interviews_says_so(written):
    """In what a coding tool shows of it."""
    with zipfile.ZipFile(io.BytesIO(written[0])) as project:
        told = project.read("project.qde").decode()

    assert f"<Description>{BANNER}." in told


def test_the_round_trip_gives_every_span_back(written):
    """Place, words, theme, coder, valence and memo return, accents, emoji and repeated words included."""
    found, _, losses = _read_back(written[0])
    key = list(tables.contracts()["spans"].key)
    wanted = _spans()
    wanted["memo"] = wanted["memo"].str.replace("\x0b", "\ufffd")
    pd.testing.assert_frame_equal(
        tables.check(found, "spans").sort_values(key, ignore_index=True),
        wanted.sort_values(key, ignore_index=True),
    )
    fates = losses[losses["kind"].str.startswith("passage")].set_index("kind")["count"]
    assert dict(fates) == {
        "passage": len(MARKS),
        "passage coded by a machine": 1,
        "passage in talk that is not coded": 1,
    }
    assert set(losses[losses["fate"] == "lost"]["kind"]) == {
        "variable",
        "case",
        "passage coded by a machine",
        "passage in talk that is not coded",
    }


def test_the_same_study_gives_the_same_bytes(written):
    """Neither the clock nor the order of rows changes the files."""
    shuffled = {"turns": _turns()[::-1], "spans": _spans()[::-1], "participants": PEOPLE[::-1]}
    assert _written(**shuffled) == written


def _parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
        return infos, {info.filename: archive.read(info) for info in infos}


def test_the_archive_is_as_the_standard_wants_it(written):
    """project.qde first, a flat folder of texts in lower case, no time, no compression that may differ."""
    infos, parts = _parts(written[0])
    assert infos[0].filename == "project.qde"
    assert all(name.startswith("sources/") and name.count("/") == 1 for name in list(parts)[1:])
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {info.compress_type for info in infos} == {zipfile.ZIP_STORED}


def test_every_tool_counts_the_written_texts_alike(written):
    """Code points or UTF-16, CRLF as one or two, byte order mark or not: every offset means one place."""
    _, parts = _parts(written[0])
    raw = next(data for name, data in parts.items() if name.endswith(".txt")).decode()
    every = list(range(len(raw) + 1))
    kept = [c for c in REFI if c.newline != "as two"]  # no file holds LF that a reader would double
    assert all((positions(raw, every, c) == every).all() for c in kept)
    assert raw == plain(raw).text
    project = qda.read("x.qdpx", written[0])
    assert project.remarks[0].startswith("code points")


def test_the_tree_of_themes_comes_with_what_it_says(written):
    """Label as name, the id where labels repeat, children under parents, definition and rules."""
    for name, data in (("x.qdpx", written[0]), ("x.qdc", written[1])):
        project = qda.read(name, data)
        assert list(project.paths().values()) == [
            "Fear (fear)",
            "Fear (belonging)",
            "Fear (belonging) > Where it is",
        ]
        described = {code.name: code.description for code in project.codes}
        assert described["Where it is"] == "The room.\nInclude: [any] bus.\nExamples: a bus; a café"


def test_machine_codes_stand_apart_from_hand_codes(written):
    """A machine coder is a user called so; rows under the threshold and hand rows are not its."""
    project = qda.read("x.qdpx", written[0])
    machine = [s for s in project.selections if s.coder.startswith("machine: ")]
    assert [(s.coder, s.quote, s.memo) for s in machine] == [
        ("machine: patterns", plain(SAID[1][1]).text, "probability 0.88; scared")
    ]
    assert {s.coder for s in project.selections} == {"Ann", "Ben", "machine: patterns"}


def test_passages_carry_what_older_readers_ask_for(written):
    """QualCoder takes coder and time from the passage, a description for an annotation: there is none."""
    _, parts = _parts(written[0])
    passages = parse(parts["project.qde"]).findall("./Sources/TextSource/PlainTextSelection")
    assert all({"creatingUser", "creationDateTime"} <= set(passage.attrib) for passage in passages)
    assert all(passage.find("Description") is None for passage in passages)
    assert all(
        {coding.get("creatingUser") for coding in passage.findall("Coding")} == {passage.get("creatingUser")}
        for passage in passages
    )


def _loaded(data, tmp_path) -> Project:
    (tmp_path / "demo.qdpx").write_bytes(data)
    return RefiProject.load(tmp_path / "demo.qdpx", extract_dir=str(tmp_path / "out"))


def test_another_library_reads_users_people_texts_and_codes(written, tmp_path):
    """Pyrefiqda finds what was written: users, cases with attributes and texts, notes, passages."""
    project = _loaded(written[0], tmp_path)
    assert [user.name for user in project.users.user] == ["peerstudy", "Ann", "Ben", "machine: patterns"]
    cases = {case.name: case for case in project.cases.case}
    assert list(cases) == ["P01", "P03"]
    values = {v.variable_ref.target_guid: v.text_value for v in cases["P03"].variable_value}
    named = {variable.guid: variable.name for variable in project.variables.variable}
    assert {named[key]: value for key, value in values.items()} == {
        "role": "patient",
        "outcome": "lost",
        "site": "café",
    }
    (source,) = project.sources.text_source
    assert [ref.target_guid for ref in cases["P01"].source_ref] == [source.guid]
    text = (tmp_path / "out" / "sources" / source.plain_text_path.removeprefix("internal://")).read_text(
        "utf-8"
    )
    passages = source.plain_text_selection
    assert all(" ".join(text[p.start_position : p.end_position].split())[:100] == p.name for p in passages)
    assert sum(len(p.coding) for p in passages) == len(MARKS) + 1
    notes = {note.guid: (note.name, note.plain_text_content) for note in project.notes.note}
    used = [ref.target_guid for p in passages for c in p.coding for ref in c.note_ref]
    assert sorted(used) == sorted(notes)
    assert ("memo", "said <low> & slow 😀") in notes.values()
    assert ("valence", "negative") in notes.values()


def test_who_withdrew_is_not_written(written):
    """No trace of a person who withdrew leaves the study."""
    _, parts = _parts(written[0])
    assert b"P02" not in parts["project.qde"]


def test_an_empty_study_is_written_without_empty_containers():
    """Containers without content are left out, as the schema forbids them."""
    data, _ = _written(
        turns=_turns()[:0], spans=_spans()[:0], codings=_codings()[:0], participants=PEOPLE[:0]
    )
    _, parts = _parts(data)
    qde = parts["project.qde"].decode()
    assert all(f"<{name}" not in qde for name in ("Sources", "Notes", "Cases", "Variables"))
    assert qda.read("x.qdpx", data).selections == []


COMPOSING = ["\u1112\u1161\u11ab!", "e\u0301\u0323x", "\u09c7\u09be", "a\r\nb\rc", "😀\ufeff", "\x00\ud800"]


@pytest.mark.parametrize("text", ["", "plain", *COMPOSING])
def test_plain_text_leads_back_to_every_place(text):
    """Whatever composes or is replaced, stretches of the original map to stretches of the plain text."""
    made = plain(text)
    assert unicodedata.is_normalized("NFC", made.text)
    assert "\r" not in made.text
    assert all(ord(c) <= 0xFFFF for c in made.text)
    assert made.stretch(0, len(text)) == (0, len(made.text))
    starts = [made.stretch(place, place)[0] for place in range(len(text))]
    assert starts == sorted(starts)
