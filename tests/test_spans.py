"""Hand codings of every tool end as spans of turns, and what is not carried over is told."""

import pandas as pd
import pytest
from dialects import MARKS, TALK, TOOLS, qualcoder, refi, taguette

from peerstudy import tables
from peerstudy.coding.items import item
from peerstudy.coding.spans import spans

THEMES = {
    "introduced": "Introduced",
    "first_visit": "First visit",
    "acceptance": "Acceptance",
    "friendship": "Friendship",
}
TURNS = [line.partition(": ") for line in TALK.split("\n")]
SILENT = b"interview,quote,theme\n"  # the file of a coder who read and marked nothing
UNDRAWN = tables.empty("sample")
COVERED = ["interview", "coder", "scope"]
GIVEN = {"code_map": {}, "coders": {}, "documents": {}, "leave_out": []}
WANTED = {
    ("I01", theme, coder, words)
    for words, label, coder, _ in MARKS
    for theme in THEMES
    if THEMES[theme] == label
}


def _turns(interview="I01", lines=TURNS):
    return pd.DataFrame(
        {
            "interview": interview,
            "turn": range(1, len(lines) + 1),
            "participant": "",
            "speaker": ["interviewer" if label == "I" else "participant" for label, _, _ in lines],
            "label": [label for label, _, _ in lines],
            "text": [text for _, _, text in lines],
        }
    )


def _segments(turns):
    frame = turns.assign(start=0, end=turns["text"].str.len(), words=1)
    frame["segment"] = [f"{i}-{t:03d}-01" for i, t in zip(turns["interview"], turns["turn"], strict=True)]
    return frame


def _run(files, *, turns=None, segments=None, names=("I01",), coverage=("Ann", "Ben"), **changes):
    turns = _turns() if turns is None else turns
    segments = _segments(turns) if segments is None else segments
    interviews = pd.DataFrame({"interview": names, "file": [f"{name}_talk.docx" for name in names]})
    codebook = pd.DataFrame({"theme": list(THEMES), "label": list(THEMES.values())})
    read = pd.DataFrame([(i, c, "whole") for i in names for c in coverage], columns=COVERED)
    files = {f"{coder}.csv": SILENT for coder in coverage} | files
    found, _, losses = spans(files, turns, segments, interviews, codebook, read, UNDRAWN, **(GIVEN | changes))
    tables.check(losses, "losses")
    return tables.check(found, "spans"), losses


def _told(found):
    return set(found[["interview", "theme", "coder", "quote"]].itertuples(index=False, name=None))


def _fates(losses, kind="passage"):
    chosen = losses[losses["kind"] == kind]
    return dict(zip(chosen["fate"], chosen["count"], strict=True))


@pytest.mark.parametrize("tool", TOOLS)
def test_passages_of_every_dialect_become_the_same_spans(tool):
    """The turn, the characters and the words agree, whichever tool wrote the file."""
    raw, convention, how = TOOLS[tool]
    found, losses = _run({"study.qdpx": refi(raw, convention, **how)})
    assert _told(found) == WANTED
    said = _turns().set_index("turn")["text"]
    for row in tables.rows(found):
        assert said[row.turn][row.start : row.end] == row.quote
    assert _fates(losses) == {"carried": len(MARKS)}
    assert (
        dict(zip(found["quote"], found["memo"], strict=True))["I was scared, you know."]
        == "remembers it well"
    )


def test_three_tools_at_once_give_one_table():
    """Taguette, QualCoder and a spreadsheet beside one another; equal passages count once and are told."""
    html = "".join(f"<p>{line}</p>" for line in TALK.split("\n"))
    scared = "I was scared, you know."
    files = {
        "talk.sqlite3": taguette(html, [(scared, "First visit", "Ann")]),
        "talk.qda/data.qda": qualcoder(TALK, [("two of them", "Friendship", "Ben", "")]),
        "Ann.csv": f'interview,quote,theme\nI01,"{scared}",first_visit\n'.encode(),
    }
    found, losses = _run(files, documents={"I01.docx": "I01"}, coders={"Ann": "Ann"})
    assert _told(found) == {
        ("I01", "first_visit", "Ann", scared),
        ("I01", "friendship", "Ben", "two of them"),
    }
    assert _fates(losses, "passage coded twice alike") == {"lost": 1}


def test_a_passage_over_several_turns_is_split_and_told():
    """One mark over two turns is a span in each, without the label between."""
    words = "I was scared, you know. [laughs]\nI: Scared of what"
    raw, convention, _ = TOOLS["the standard"]
    found, losses = _run({"a.qdpx": refi(raw, convention, marks=[(words, "First visit", "Ann", "")])})
    assert found.sort_values("turn")[["turn", "quote"]].to_numpy().tolist() == [
        [2, "I was scared, you know. [laughs]"],
        [3, "Scared of what"],
    ]
    assert _fates(losses) == {"split": 1}


def test_edited_transcripts_move_passages_only_to_the_one_place_of_their_words():
    """After an edit elsewhere in the turn the words are found again, and the move is named."""
    lines = [(a, b, text.replace("laughs", "laughter")) for a, b, text in TURNS]
    raw, convention, how = TOOLS["NVivo on Windows"]
    found, losses = _run({"a.qdpx": refi(raw, convention, **how)}, turns=_turns(lines=lines))
    assert _told(found) == WANTED
    assert _fates(losses) == {"carried": 3, "moved": 2}
    moved = losses[losses["fate"] == "moved"]["names"].item()
    assert "I was scared, you know." in moved
    assert "a friend" in moved


def test_a_passage_without_a_place_is_found_and_has_not_moved():
    """A spreadsheet without turns is read by its words; nothing is said to have moved, and nothing named."""
    csv = b"interview,turn,quote,theme,coder\nI01,,I ring two of them,friendship,Ann\n"
    _, losses = _run({"a.csv": csv})
    assert _fates(losses) == {"found": 1}
    assert losses[losses["fate"] == "found"]["names"].item() == ""


def test_passages_whose_words_are_gone_or_doubtful_stop_the_run_all_at_once():
    """No quote is dropped or guessed: one error lists all of them by id; a person may leave them out."""
    lines = [
        (a, b, text.replace("scared", "frightened").replace("two of", "some of")) for a, b, text in TURNS
    ]
    raw, convention, how = TOOLS["the standard"]
    data = refi(raw, convention, **how)
    with pytest.raises(tables.TableError) as error:
        _run({"a.qdpx": data}, turns=_turns(lines=lines))
    told = str(error.value).split("\n")
    assert told[0] == "codings: 3 problem(s)"
    assert "a.qdpx: " in told[1]
    assert "quote 'I was scared, you know.' stands nowhere in I01" in told[1]
    assert sum("I ring two of them most nights" in line for line in told) == 2
    ids = [line.strip().split(": quote")[0] for line in told[1:]]
    found, losses = _run({"a.qdpx": data}, turns=_turns(lines=lines), leave_out=ids)
    assert len(found) == 2
    assert _fates(losses, "passage left out by study.yaml") == {"lost": 3}


def test_repeated_words_without_a_place_are_not_guessed():
    """A quote that stands twice in its interview has no place until somebody says which."""
    lines = [*TURNS, ("P", ": ", "Now I ring two of them most nights.")]
    csv = b"interview,quote,theme,coder\nI01,I ring two of them,friendship,Ann\n"
    with pytest.raises(tables.TableError, match=r"stands 2 times in I01 \(turns 6, 7\)"):
        _run({"a.csv": csv}, turns=_turns(lines=lines))
    csv = b"interview,turn,quote,theme,coder\nI01,7,I ring two of them,friendship,Ann\n"
    found, _ = _run({"a.csv": csv}, turns=_turns(lines=lines))
    assert found["turn"].tolist() == [7]


def test_offsets_and_words_must_agree():
    """A start that does not fit its quote is found by its words, or told with what stands there."""
    rows = "I01,2,0,{quote},first_visit,Ann\n"
    head = "interview,turn,start,quote,theme,coder\n"
    found, losses = _run({"a.csv": (head + rows.format(quote="I was scared")).encode()})
    assert found[["turn", "start"]].to_numpy().tolist() == [[2, TURNS[1][2].index("I was")]]
    assert _fates(losses) == {"moved": 1}
    with pytest.raises(
        tables.TableError, match=r"a.csv: row 2: quote 'I was sacred' does not match .*'Erm, a frien'"
    ):
        _run({"a.csv": (head + rows.format(quote="I was sacred")).encode()})


def test_a_code_is_mapped_by_name_or_by_a_person():
    """The same name is enough; a likeness is proposed, ready to be pasted, and never taken silently."""
    csv = "interview,quote,theme,coder\nI01,I was scared,{theme},Ann\n"
    for name in ("first_visit", "First Visit", "first  visit"):
        assert _run({"a.csv": csv.format(theme=name).encode()})[0]["theme"].tolist() == ["first_visit"]
    data = csv.format(theme="1st visits").encode()
    with pytest.raises(tables.TableError) as error:
        _run({"a.csv": data})
    assert "theme '1st visits' is not in the codebook (did you mean 'first_visit'?); 1 passage(s)" in str(
        error.value
    )
    assert "under spans: code_map: in study.yaml: '1st visits': first_visit" in str(error.value)
    assert _run({"a.csv": data}, code_map={"1st visits": "first_visit"})[0]["theme"].tolist() == [
        "first_visit"
    ]
    found, losses = _run({"a.csv": data}, code_map={"1st visits": ""})
    assert found.empty
    assert _fates(losses, "passage of a code left out by study.yaml") == {"lost": 1}


def test_a_code_of_a_tree_is_mapped_by_its_path_where_names_repeat():
    """Two codes of one name under different parents go different ways."""
    data = qualcoder(TALK, [("two of them", "Friendship", "Ann", "")])
    found, losses = _run({"p.qda/data.qda": data}, code_map={"Belonging > Friendship": "acceptance"})
    assert found["theme"].tolist() == ["acceptance"]
    assert "Belonging" in losses[(losses["kind"] == "code") & (losses["fate"] == "lost")]["names"].item()


def test_settings_that_fit_nothing_are_told():
    """A name in study.yaml that no file holds is a slip, and is named with its neighbour."""
    csv = b"interview,quote,theme,coder\nI01,I was scared,first_visit,Ann\n"
    with pytest.raises(tables.TableError) as error:
        _run(
            {"a.csv": csv},
            coders={"Anne": "A"},
            code_map={"first_visit": "frst_visit"},
            leave_out=["a.csv: row 9"],
        )
    told = str(error.value)
    assert "spans: coders: no file of codings holds 'Anne' (did you mean 'Ann'?)" in told
    assert "'first_visit': 'frst_visit' is unknown (did you mean 'first_visit'?)" in told
    assert "leave_out: no file of codings holds 'a.csv: row 9'" in told


def test_documents_are_known_by_name_or_by_their_words():
    """A file name or id is enough; otherwise the one interview whose words it holds, and that is told."""
    other = _turns(
        "I02", [("I", ": ", "Who are you then?"), ("P", ": ", "Nobody much, really, I just came.")]
    )
    turns = pd.concat([_turns(), other])
    raw, convention, how = TOOLS["the standard"]
    for name, remark in (("I01", False), ("i01_talk.docx", False), ("Interview with Mary", True)):
        found, losses = _run(
            {"a.qdpx": refi(raw, convention, **how, name=name)}, turns=turns, names=("I01", "I02")
        )
        assert _told(found) == WANTED
        assert any("is read as I01: it holds 100 %" in names for names in losses["names"]) is remark
    strange = refi(
        "P: Something else altogether was said here.",
        convention,
        marks=[("Something else", "Friendship", "Ann", "")],
        name="X",
    )
    with pytest.raises(tables.TableError, match="no interview is called 'X', and none has its words"):
        _run({"a.qdpx": strange}, turns=turns)


def test_passages_of_interviews_that_are_not_read_are_lost_not_guessed():
    """A withdrawn interview's codings stay out, counted, even when its words stand elsewhere."""
    raw, convention, how = TOOLS["the standard"]
    data = refi(raw, convention, **how, name="I02")
    found, losses = _run({"a.qdpx": data}, names=("I01", "I02"))
    assert found.empty
    assert _fates(losses, "passage of an interview that is not read") == {"lost": len(MARKS)}


def test_machine_codes_do_not_come_back_as_hand_codes():
    """Coders whose name begins with "machine: " are no people."""
    csv = b"interview,quote,theme,coder\nI01,I was scared,first_visit,machine: patterns\n"
    found, losses = _run({"a.csv": csv})
    assert found.empty
    assert _fates(losses, "passage coded by a machine") == {"lost": 1}


def test_who_coded_must_have_read():
    """A coder of whom coverage.csv does not say that they read the interview is named."""
    csv = b"interview,quote,theme\nI01,I was scared,first_visit\n"
    with pytest.raises(tables.TableError, match=r"does not say that 'Cy' read interview 'I01' \(1 passage"):
        _run({"Cy.csv": csv})
    assert _run({"Cy.csv": csv}, coders={"Cy": "Ann"})[0]["coder"].tolist() == ["Ann"]


def _heard(files, *coverage, **changes):
    """What is said of coders of whom there is nothing."""
    interviews = pd.DataFrame({"interview": ["I01"], "file": ["I01_talk.docx"]})
    codebook = pd.DataFrame({"theme": list(THEMES), "label": list(THEMES.values())})
    read = pd.DataFrame([("I01", coder, "whole") for coder in coverage], columns=COVERED)
    turns = _turns()
    try:
        spans(files, turns, _segments(turns), interviews, codebook, read, UNDRAWN, **(GIVEN | changes))
    except tables.TableError as error:
        return str(error)
    return ""


def test_a_coder_without_a_file_has_not_found_nothing():
    """Who is said to have read, and of whom no file speaks, is named; a slip of the pen gets its hint."""
    csv = b"interview,quote,theme,coder\nI01,I was scared,first_visit,Ann\n"

    told = _heard({"a.csv": csv}, "Ann", "Ben")
    assert "coverage.csv says that 'Ben' read 1 interview(s), and codings/ holds nothing of 'Ben'" in told
    assert "put Ben.csv there with nothing in it but the line interview,quote,theme" in told
    assert "1 problem(s)" in told
    assert "nothing of 'ann ' (did you mean 'Ann'?)" in _heard({"a.csv": csv}, "Ann", "ann ")


@pytest.mark.parametrize(
    ("file", "text", "settings"),
    [
        ("Ben.csv", "interview,quote,theme", {}),
        ("Ben.csv", "segment,theme", {}),
        ("Ben.csv", "item,friendship\ns1,", {}),
        ("sheet.csv", "item,coder,friendship\ns1,Ben,", {}),
        ("BN.csv", "interview,quote,theme", {"coders": {"BN": "Ben"}}),
    ],
)
def test_a_coder_who_found_nothing_says_so_with_an_empty_sheet(file, text, settings):
    """By the file's name or its column of coders; a codebook alone says nothing of anybody."""
    assert _heard({file: text.encode()}, "Ben", **settings) == ""
    assert "nothing of 'Ben'" in _heard({"Ben.csv": b"tag,description\nfear,"}, "Ben")


def test_marks_on_a_sheet_become_spans_of_their_segments():
    """An item or a segment id leads to the words; changed words are sought, and doubtful ones told."""
    last = TURNS[5][2]
    sheet = f"item,text,friendship,first_visit\n{item('I01-006-01')},{last},x,\n"
    found, _ = _run({"Ann.csv": sheet.encode()})
    assert found[["turn", "start", "end", "theme"]].to_numpy().tolist() == [[6, 0, len(last), "friendship"]]
    moved = sheet.replace(item("I01-006-01"), "s0000000000")
    assert _fates(_run({"Ann.csv": moved.encode()})[1]) == {"moved": 1}
    with pytest.raises(
        tables.TableError, match="no segment 's0000000000' holds the words 'Gone'; they stand 0"
    ):
        _run({"Ann.csv": moved.replace(last, "Gone").encode()})


def test_marks_on_talk_that_is_not_coded_are_told():
    """A code on the interviewer's words stays a span and codes nothing, which somebody should know."""
    turns = _turns()
    asked = turns[turns["speaker"] == "interviewer"].iloc[0]
    told = [asked, turns[turns["speaker"] == "participant"].iloc[0]]
    rows = [f'I01,{row.turn},"{row.text}",friendship' for row in told]
    coded = _segments(turns)
    coded = coded[coded["speaker"] == "participant"]

    found, losses = _run(
        {"Ann.csv": "\n".join(["interview,turn,quote,theme", *rows]).encode()}, turns=turns, segments=coded
    )

    assert len(found) == 2
    assert _fates(losses, "passage in talk that is not coded") == {"lost": 1}


def test_a_second_tone_of_the_same_mark_is_told():
    """One mark stays; a repetition is counted, and what differs in it is named."""
    text = _turns()["text"].iloc[1]
    rows = [f'I01,2,"{text}",friendship,{tone}' for tone in ("positive", "positive", "negative")]

    found, losses = _run({"Ann.csv": "\n".join(["interview,turn,quote,theme,valence", *rows]).encode()})

    assert found["valence"].tolist() == ["positive"]
    assert _fates(losses, "passage coded twice alike") == {"lost": 1}
    other = losses[losses["kind"] == "passage coded twice, with another tone or note"]
    assert other["names"].tolist() == [text[:60]]


def test_unreadable_files_are_told_together():
    """Every file that cannot be read is named, in one error."""
    with pytest.raises(
        tables.TableError, match=r"(?s)2 problem\(s\).*a.qdpx: it is no zip.*b.mx22: the format"
    ):
        _run({"a.qdpx": b"junk", "b.mx22": b"junk"})


def test_no_codings_give_empty_tables():
    """A study that is not coded yet runs."""
    found, losses = _run({}, coverage=())
    assert found.empty
    assert losses.empty
