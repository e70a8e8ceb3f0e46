"""Hand codings of every tool end as spans of turns, and what is not carried over is told."""

import io

import openpyxl
import pandas as pd
import pytest
from dialects import MARKS, TALK, TOOLS, qualcoder, refi, taguette

from peerstudy import tables
from peerstudy.coding.items import item
from peerstudy.coding.qda.grid import from_csv
from peerstudy.coding.spans import spans

THEMES = {
    "introduced": "Introduced",
    "first_visit": "First visit",
    "acceptance": "Acceptance",
    "friendship": "Friendship",
}
TURNS = [line.partition(": ") for line in TALK.split("\n")]
CODEBOOK = pd.DataFrame({"theme": list(THEMES), "label": list(THEMES.values()), "parent": ""})
CODEBOOK["order"] = range(len(THEMES))
REST = "introduced,first_visit,acceptance"  # columns of a sheet beside that of friendship
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
    read = pd.DataFrame([(i, c, "whole") for i in names for c in coverage], columns=COVERED)
    files = {f"{coder}.csv": SILENT for coder in coverage} | files
    found, _, losses = spans(files, turns, segments, interviews, CODEBOOK, read, UNDRAWN, **(GIVEN | changes))
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
    assert _fates(losses, "passage coded twice alike (first in Ann.csv)") == {"lost": 1}


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
    with pytest.raises(tables.TableError, match=r"names no coder 'Cy' \(1 passage\(s\)\). Known: Ann, Ben"):
        _run({"Cy.csv": csv})
    assert _run({"Cy.csv": csv}, coders={"Cy": "Ann"})[0]["coder"].tolist() == ["Ann"]
    told = _heard({"Cy.csv": csv, "Ann.csv": csv}, "Ann", "Cy", interview="I02")
    assert "Cy.csv: coverage.csv does not say that 'Cy' read interview 'I01' (1 passage(s))" in told
    assert "Hint: add rows with scope whole" in told


def _heard(files, *coverage, interview="I01", **changes):
    """What is said of coders of whom there is nothing."""
    interviews = pd.DataFrame({"interview": ["I01"], "file": ["I01_talk.docx"]})
    read = pd.DataFrame([(interview, coder, "whole") for coder in coverage], columns=COVERED)
    turns = _turns()
    try:
        spans(files, turns, _segments(turns), interviews, CODEBOOK, read, UNDRAWN, **(GIVEN | changes))
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
    sheet = f"item,text,friendship,{REST}\n{item('I01-006-01')},{last},x,{',' * REST.count(',')}\n"
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


def _problems(files, **changes):
    with pytest.raises(tables.TableError) as error:
        _run(files, **changes)
    return str(error.value)


def test_rows_with_different_faults_are_told_together():
    """Cells that cannot be understood, names that nobody knows and words that stand nowhere, of two files."""
    head = "interview,turn,quote,theme,coder\n"
    rows = [
        "I10,2,I was scared,first_visit,Ann",
        "I01,2,I was scared,bus fare,Ann",
        "I01,2,Nobody said so,first_visit,Ann",
        "I01,zz,I was scared,first_visit,Ann",
        "I01,2,,first_visit,Ann",
        "I01,2,I was scared, you know,first_visit,Ann",
        "I01,2,I was scared, you know,first_visit,Ann",
        "I01,2,I was scared,,Ann",
    ]
    told = _problems({"a.csv": (head + "\n".join(rows)).encode(), "b.csv": b"item,friendship\ns1,maybe\n"})

    assert "a.csv: row 2: no interview is called 'I10'" in told
    assert "a.csv: theme 'bus fare' is not in the codebook; 1 passage(s) (row 3)" in told
    assert "a.csv: row 4: quote 'Nobody said so' is not in turn 2; it stands nowhere in I01" in told
    assert "a.csv: row 5: turn, start and end should be whole numbers, not ['zz', '', '']" in told
    assert "a.csv: row 6: the quote is empty" in told
    assert "a.csv: row 7 has more cells than the header has names" in told
    assert "a.csv: row 8 has more cells than the header has names" in told
    assert "a.csv: the theme is empty; 1 passage(s) (row 9)" in told
    assert "b.csv: row 2, column 'friendship': 'maybe' is neither a mark nor empty" in told


def test_a_row_of_a_sheet_with_too_few_cells_is_refused():
    """Marks would move to other themes; whoever wrote it may have read no further."""
    told = _problems({"a.csv": b"item,friendship,bus\ns1,1,\ns2,1\n\ns3\n"})

    assert "a.csv: row 3 has fewer cells than the header has names. Hint: is a comma missing?" in told
    assert "a.csv: row 5 has fewer cells" in told
    assert "row 2 has" not in told


def test_cells_of_a_sheet_that_a_spreadsheet_leaves_out_are_empty():
    """It leaves out last columns that are empty in sixteen lines."""
    lines = [f"s{n},1" + "," * (n < 16) for n in range(1, 41)]

    grid = from_csv("\n".join(["item,friendship,bus", *lines]).encode())

    assert (grid.faults, len(grid.rows)) == ((), 40)


def test_a_row_tells_all_that_is_wrong_with_it():
    """A theme that nobody knows does not hide a quote that is not there."""
    told = _problems({"a.csv": b"interview,quote,theme,coder\nI01,Nobody said so,bus fare,Ann\n"})

    assert "a.csv: theme 'bus fare'" in told
    assert "a.csv: row 2: quote 'Nobody said so' stands nowhere" in told


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "I01,I was scared,",
            "the theme is empty; 1 passage(s) (row 2). Hint: fill it in, or take the row out",
        ),
        (
            "I01,I was scared,friendship; Acceptance",
            "'friendship; Acceptance' names 2 themes in one cell; 1 passage(s) (row 2). Hint: give each",
        ),
        (
            "I01,I was scared, you know",
            "is a comma in a cell without quotation marks, or are columns swapped?",
        ),
        (
            "I01,first_visit,I was scared",
            "is a comma in a cell without quotation marks, or are columns swapped?",
        ),
    ],
)
def test_no_hint_loses_passages_over_a_slip(row, told):
    """What to paste into study.yaml to leave a code out is no way to mend a cell."""
    said = _problems({"Ann.csv": f"interview,quote,theme\n{row}\n".encode()})

    assert told in said
    assert "''" not in said
    assert "leaves its passages out" not in said


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("I was scared, you knew.", "Nearest: 'I was scared, you know.', turn 2"),
        ("I ring two of them most nigh", "Nearest: 'I ring two of them most nights"),
        ("Nobody said so", "stands nowhere in I01\n"),
    ],
)
def test_a_quote_that_stands_nowhere_gets_the_passage_that_is_like_it(quote, told):
    """Cut short or mistyped, a quote is recognised by most of its words in a row."""
    assert (
        told in _problems({"Ann.csv": f'interview,quote,theme\nI01,"{quote}",friendship\n'.encode()}) + "\n"
    )


def test_a_quote_of_another_interview_is_told():
    """A wrong id in a row is easier to see than to guess."""
    turns = pd.concat([_turns(), _turns("I02", [("P", ": ", "Nobody much, really, I just came.")])])
    csv = b"interview,quote,theme\nI02,I was scared,first_visit\n"
    assert "stands nowhere in I02, but in I01" in _problems(
        {"Ann.csv": csv}, turns=turns, names=("I01", "I02")
    )


def test_a_curly_quote_cut_from_a_document_finds_its_words():
    """Quotation marks and blanks of a word processor are no other words."""
    lines = [("P", ": ", "It's the club's tea.")]
    csv = "interview,quote,theme\nI01,It’s\u00a0the club’s tea.,friendship\n".encode()
    found, _ = _run({"Ann.csv": csv}, turns=_turns(lines=lines))
    assert found["quote"].tolist() == ["It's the club's tea."]


def test_slips_in_names_get_their_neighbour():
    """An interview, and a coder with a blank, in a row of codings."""
    head = "interview,quote,theme,coder\n"
    assert "no interview is called 'i 01' (did you mean 'I01'?). Hint: mend it there, or" in _problems(
        {"a.csv": (head + "i 01,I was scared,first_visit,Ann\n").encode()}
    )
    assert "coverage.csv names no coder 'Ann ' (1 passage(s)) (did you mean 'Ann'?)" in _problems(
        {"a.csv": (head + "I01,I was scared,first_visit,Ann \n").encode()}
    )
    assert "put MK.csv there" in _heard({}, "MK ")


def _sheet(items, **columns):
    return (
        pd.DataFrame({"item": [item(name) for name in items]}).assign(**columns).to_csv(index=False).encode()
    )


def test_a_theme_without_a_column_on_a_sheet_is_not_absent():
    """Nobody read for it, so that the sheet stops the run until somebody has."""
    rest = dict.fromkeys(REST.split(","), "")
    segments = ["I01-002-01", "I01-004-01"]
    sheet = _sheet(segments, **rest, friendshp="")

    told = _problems({"Ann.csv": sheet})
    assert "Ann.csv: no column for 'friendship', in 2 segment(s) of 'Ann' (did you mean 'friendshp'?)" in told
    assert "Hint: have these segments coded for it too" in told
    assert _run({"Ann.csv": sheet}, code_map={"friendshp": "friendship"})[0].empty
    later = _sheet(segments, friendship="", coder="Ann")
    assert _run({"Ann.csv": sheet, "later.csv": later})[0].empty
    assert "in 1 segment(s) of 'Ann'" in _problems(
        {"Ann.csv": sheet, "later.csv": _sheet(segments[:1], friendship="", coder="Ann")}
    )


def test_a_sheet_of_one_theme_may_stand_beside_an_interview_coded_whole():
    """Who read the rest with another tool has read it; who was asked for a sample has not."""
    files = {
        "Ann.csv": b"interview,quote,theme\nI01,I was scared,first_visit\n",
        "more.csv": _sheet(["I01-002-01"], friendship="x", coder="Ann"),
    }
    assert sorted(_run(files)[0]["theme"]) == ["first_visit", "friendship"]


@pytest.mark.parametrize("written", ["Positive", " positive", "POSITIVE "])
def test_a_known_tone_is_known_however_it_is_written(written):
    """Capitals and blanks would make a tone of their own, which only some speak in; the reading is told."""
    csv = f"interview,quote,theme,valence\nI01,I was scared,first_visit,{written}\n"
    found, losses = _run({"Ann.csv": csv.encode()})

    assert found["valence"].tolist() == ["positive"]
    told = losses[losses["kind"] == "tone written otherwise"]
    assert told[["fate", "names"]].to_numpy().tolist() == [["remark", f"{written!r} is read as 'positive'"]]


def test_other_sheets_are_named_where_the_first_is_no_coding():
    """Who put notes first and codes second learns which sheet is read."""
    book = openpyxl.Workbook()
    book.active.append(["my notes"])
    book.create_sheet("codes").append(["interview", "quote", "theme"])
    content = io.BytesIO()
    book.save(content)

    told = _problems({"Ann.xlsx": content.getvalue()})
    assert "Only the first sheet is read; others hold cells too: codes" in told


def test_cells_under_no_heading_are_told_as_lost():
    """A heading that was deleted leaves a column that nobody reads."""
    _, losses = _run({"Ann.csv": b"interview,,quote,theme\nI01,so,I was scared,first_visit\n"})
    assert losses[losses["kind"] == "column"]["names"].tolist() == ["number 2, without a heading"]
