"""From files to turns: roles, several files of one talk, balance, consent, and the account of each file."""

import pandas as pd
import pytest
from writers import textgrid

from peerstudy import tables
from peerstudy.corpus import transcripts

LABELS = {"interviewer": ["I"], "participant": ["{participant}"]}
CHOICES = {"not_speakers": [], "columns": {}, "least_share": 0.02, "most_share": 0.98, "most_unlabelled": 0.1}


def interviews(*rows):
    frame = pd.DataFrame(rows, columns=["interview", "participant", "file", "consent"])
    return tables.check(frame.assign(order=range(1, len(rows) + 1), wave="", language="en"), "interviews")


def speakers(*rows):
    return pd.DataFrame(rows, columns=["interview", "label", "role", "participant"], dtype="str")


def read(files, table, who=(), **choices):
    found = transcripts.turns(files, table, speakers(*who), **({"labels": LABELS} | CHOICES | choices))
    return [
        tables.check(frame, name) for frame, name in zip(found, ("turns", "ingest", "dropped"), strict=True)
    ]


def test_roles_come_from_the_labels_of_the_study():
    """An interviewer is nobody of the study; the participant is the interview's."""
    turns, _, _ = read({"a.txt": b"I: how are\nP1: so and so"}, interviews(("A", "P1", "a.txt", "given")))

    assert turns[["speaker", "participant", "turn"]].to_numpy().tolist() == [
        ["interviewer", "", 1],
        ["participant", "P1", 2],
    ]


def test_a_line_in_a_groups_talk_goes_on_with_its_speaker():
    """Where no one participant is named, the placeholder for one takes no line without a label."""
    who = [("A", "Ann", "participant", "P1"), ("A", "Bob", "participant", "P2")]
    labels = {"interviewer": ["I"], "participant": ["{participant}"]}

    turns, _, _ = read(
        {"a.txt": b"I: how\nAnn: so\nand so\nBob: ah"},
        interviews(("A", "", "a.txt", "given")),
        who,
        labels=labels,
    )

    assert turns[["participant", "text"]].to_numpy().tolist() == [
        ["", "how"],
        ["P1", "so and so"],
        ["P2", "ah"],
    ]


@pytest.mark.parametrize("label", ["Jose\u0301", "JOS\u00c9", " Jos\u00e9\u200b"])
def test_a_label_is_known_however_a_system_writes_its_accents(label):
    """Letter and accent may be two signs: the words would be the interviewer's without a warning."""
    who = [("A", "Jos\u00e9", "participant", "P1")]
    turns, _, _ = read(
        {"a.txt": f"I: how\n{label}: so".encode()}, interviews(("A", "", "a.txt", "given")), who
    )

    assert turns[["participant", "text"]].to_numpy().tolist() == [["", "how"], ["P1", "so"]]


def test_an_unknown_label_with_accents_of_two_signs_is_told():
    """As one of whole signs is."""
    table, who = interviews(("A", "", "a.txt", "given")), [("A", "Bob", "participant", "P1")]
    _, ingest, _ = read({"a.txt": "I: how\nBob: so\nRene\u0301: ah".encode()}, table, who)

    assert "look whether it is a speaker" in ingest.loc[0, "warnings"]


def test_an_apostrophe_may_be_typed_or_curled():
    """Word curls what a study types."""
    who = [("A", "O'Neill", "participant", "P1")]
    turns, _, _ = read(
        {"a.txt": "I: how\nO\u2019Neill: so".encode()}, interviews(("A", "", "a.txt", "given")), who
    )

    assert turns["participant"].tolist() == ["", "P1"]


def test_every_unknown_label_is_named_once():
    """One that stands often hides no other."""
    lines = "I: how\n" + "Speaker 1: so\n" * 36 + "Wife 2: ah\n" * 2
    with pytest.raises(tables.TableError, match=r"'Speaker 1' \(36 times\); line 38: 'Wife 2' \(2 times\)"):
        read({"a.txt": lines.encode()}, interviews(("A", "P1", "a.txt", "given")))


def test_a_withdrawn_interview_is_never_opened():
    """Its file is not read even where it is handed over, and no table speaks of it."""
    files = {"a.txt": b"I: how\nP1: so", "b.txt": b"\x00 broken"}
    table = interviews(("A", "P1", "a.txt", "given"), ("B", "P2", "b.txt", "withdrawn"))

    for frame in read(files, table):
        assert "B" not in set(frame["interview"])


def test_two_files_of_one_talk_are_merged_by_time():
    """Doctor and patient, each in a file of their own, take turns."""
    talk = [("Doctor", "how"), ("Patient", "so"), ("Doctor", "ah")]
    parts = {
        f"{who}.TextGrid": textgrid([(w, said if w == who else " ") for w, said in talk])
        for who in ("Doctor", "Patient")
    }
    who = [("A", "Doctor", "interviewer", ""), ("A", "Patient", "participant", "P1")]

    turns, ingest, _ = read(parts, interviews(("A", "P1", "Doctor.TextGrid; Patient.TextGrid", "given")), who)

    assert list(turns["text"]) == ["how", "so", "ah"]
    assert list(turns["time_start"]) == [0, 5, 10]
    assert ingest["warnings"].str.contains("merged by time").all()


def test_one_label_may_mean_two_people_in_two_files():
    """Where both files say "Speaker", the file tells them apart."""
    parts = {"d.TextGrid": textgrid([("Speaker", "how")]), "p.TextGrid": textgrid([("Speaker", "so")])}
    who = [("A", "d.TextGrid: Speaker", "interviewer", ""), ("A", "p.TextGrid: Speaker", "participant", "P1")]

    turns, _, _ = read(parts, interviews(("A", "P1", "d.TextGrid;p.TextGrid", "given")), who)

    assert list(turns["speaker"]) == ["interviewer", "participant"]


def test_two_recordings_of_one_talk_follow_each_other():
    """The clock of the second starts again, so its turns come after those of the first."""
    files = {"1.txt": b"[00:10] I: a\n[00:20] P1: b", "2.txt": b"[00:05] I: c\n[00:06] P1: d"}

    turns, ingest, _ = read(files, interviews(("A", "P1", "1.txt; 2.txt", "given")))

    assert list(turns["text"]) == ["a", "b", "c", "d"]
    assert ingest["warnings"].str.contains("one after the other").all()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("P1: all alone", "one speaker, whose role is participant, and turns: most_share in study.yaml"),
        ("I: hello\nI: are you there", "all words are of one speaker, whose role is interviewer"),
        (
            "a long preface of many words\nI: how\nP1: so",
            "6 of 8 words .* have no speaker, and turns: most_unlabelled",
        ),
        ("I: how\nP1: so\nP2: no", "unknown speaker"),
    ],
)
def test_a_file_out_of_balance_stops_the_run(text, message):
    """One speaker, unlabelled talk or a stranger past what the study allows."""
    with pytest.raises(tables.TableError, match=message):
        read({"a.txt": text.encode()}, interviews(("A", "P1", "a.txt", "given")))


def test_a_faint_speaker_is_reported():
    """A label on two words in a hundred may be a slip; nobody is named in a table to be shared."""
    said = f"I: how\nP1: {'so ' * 200}\nX: eh"

    _, ingest, _ = read(
        {"a.txt": said.encode()},
        interviews(("A", "P1", "a.txt", "given")),
        labels=LABELS | {"other": ["X"]},
        most_share=1,
    )

    assert ingest["warnings"][0] == "2 speakers have under 2 % of the words each"


def test_marks_are_kept_and_are_no_words():
    """Redactions and sounds stay in the text; the count leaves them out."""
    text = "I: how [pause] is\nP1: [NAME] (inaudible) xxx &-um so [laughs]"

    turns, ingest, _ = read({"a.txt": text.encode()}, interviews(("A", "P1", "a.txt", "given")))

    assert turns["text"][1] == "[NAME] (inaudible) xxx &-um so [laughs]"
    assert ingest["words"][0] == 3


def test_every_problem_of_every_file_is_told_at_once():
    """Strays, missing files, doubles and what cannot be read, in one error."""
    table = interviews(
        ("A", "P1", "a.txt", "given"), ("B", "P2", "b.tx", "given"), ("C", "P1", "a.txt", "given")
    )

    with pytest.raises(tables.TableError) as error:
        read({"a.txt": b"\x00", "b.txt": b"I: a\nP2: b"}, table)

    for told in (
        "a.txt: it holds NUL",
        "b.txt: no row",
        "names 'b.tx'",
        "did you mean 'b.txt'",
        "2 rows of interviews.csv name this file: 2, 4",
    ):
        assert told in str(error.value)


def test_what_was_dropped_is_listed_for_the_gate():
    """Titles and comments are in `dropped`, with place and reason; scaffolding is only counted."""
    text = b"Ward seven\n[00:01] I: how\n[00:05] P1: so it is"

    _, ingest, dropped = read({"a.txt": text}, interviews(("A", "P1", "a.txt", "given")), most_unlabelled=0.5)

    assert dropped[["place", "kind", "text"]].to_numpy().tolist() == [["line 1", "words", "Ward seven"]]
    assert ingest["dropped"][0] == 1
    assert "sign or time beside a label: 2" in ingest["reasons"][0]


def test_a_file_that_a_row_names_is_not_offered_for_another():
    """Only what nobody names may be meant, capitals and blanks apart."""
    files = {"G01.txt": b"I: how\nP1: so", "g02.TXT": b"I: how\nP1: so"}
    table = interviews(("A", "P1", "G01.txt", "given"), ("B", "P1", "G02.txt", "given"))
    with pytest.raises(tables.TableError) as error:
        read(files, table)
    assert "'G02.txt', which is not in transcripts/ (did you mean 'g02.TXT'?)" in str(error.value)
    assert "g02.TXT: no row of interviews.csv names this file (did you mean 'G02.txt'?)" in str(error.value)

    with pytest.raises(tables.TableError) as error:
        read({"G01.txt": files["G01.txt"]}, table)
    assert "did you mean" not in str(error.value)


def test_two_interviews_cannot_have_one_place_in_the_order():
    """Who was heard first is not guessed; a withdrawn interview takes no place."""
    files = {f"{name}.txt": b"I: how\nP1: so" for name in "ab"}
    table = interviews(("A", "P1", "a.txt", "given"), ("B", "P2", "b.txt", "withdrawn"))
    assert len(read(files, table.assign(order=9))[0])

    table = interviews(("A", "P1", "a.txt", "given"), ("B", "P1", "b.txt", "given"))
    with pytest.raises(tables.TableError, match=r"interviews\.csv: rows 2, 3: order 9 stands for A, B"):
        read(files, table.assign(order=9))


def test_a_file_named_with_its_folder_gets_a_hint():
    """The column holds names of files alone."""
    with pytest.raises(tables.TableError, match=r"names 'transcripts/G02.txt', .*Hint: leave the folder out"):
        read({"G02.txt": b"I: So.\nP1: Yes."}, interviews(("G02", "P1", "transcripts/G02.txt", "given")))


def test_an_accent_is_one_however_a_disk_stores_it():
    """Composed in the spreadsheet and not on the disk, or the other way round."""
    talk = b"I: Why did you come?\nP1: For the tea, and the people there."
    for disk, cell in (("cafe\u0301.txt", "caf\u00e9.txt"), ("caf\u00e9.txt", "cafe\u0301.txt")):
        turns, _, _ = read({disk: talk}, interviews(("G02", "P1", cell, "given")))
        assert len(turns) == 2
