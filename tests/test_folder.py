"""Which files of a study's folder are read, and what becomes of those whose name is nearly one of theirs."""

import pytest

from peerstudy import tables
from peerstudy.record import folder


@pytest.fixture
def study(tmp_path):
    for name in (*folder.NEEDED, "README.md", ".hidden", "~$asked.csv", "Thumbs.db"):
        (tmp_path / name).touch()
    for name in folder.FOLDERS:
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Asked.csv", "asked.csv"),
        ("asked.CSV", "asked.csv"),
        ("asked.xlsx", "asked.csv"),
        ("Sample.csv", "sample.csv"),
        ("sample (1).csv", "sample.csv"),
        ("statement.yaml", "statements.yaml"),
        ("statements.yml", "statements.yaml"),
        ("Framework.docx", "framework.docx"),
        ("framework.csv", "framework.xlsx"),
        (" inter views.csv", "interviews.csv"),
        ("intreveiws.csv", "interviews.csv"),
        ("speaker.tsv", "speakers.csv"),
    ],
)
def test_a_file_of_nearly_a_known_name_is_refused(study, name, meant):
    """It would be left out without a word."""
    (study / "interviews.csv").unlink()
    (study / name).touch()

    with pytest.raises(tables.TableError, match=f"did you mean '{meant}'.*Hint: (rename it|save it as)"):
        folder.refuse_misnamed(study)


@pytest.mark.parametrize("name", ["Transcripts", "transcript", "transcirpts", "trans cripts "])
def test_a_folder_of_nearly_a_known_name_is_refused(study, name):
    """As a file is."""
    (study / "transcripts").rename(study / name)

    with pytest.raises(tables.TableError, match=rf"{name}: .*did you mean 'transcripts'"):
        folder.refuse_misnamed(study)


def test_two_files_that_may_be_meant_for_one_are_both_told(study):
    """Whichever is renamed, the other would be left out."""
    for name in ("Asked.csv", "asked.xlsx"):
        (study / name).touch()

    with pytest.raises(tables.TableError, match=r"Asked\.csv: (.|\n)*\nasked\.xlsx: "):
        folder.refuse_misnamed(study)
    assert folder.unread(study) == []


@pytest.mark.parametrize(
    "name",
    [
        *("recordings/", "old_codings/", "codings.bak/"),
        *("framework.pdf", "framework.pptx", "framework.md", "statement.docx", "speakers.pdf"),
        *("answers.docx", "speakers_old.csv", "asked.yaml", "tasks.csv"),
    ],
)
def test_what_is_another_thing_is_only_named(study, name):
    """A name that is more than a slip away, or a form that cannot hold what a run would read."""
    (study / "codings").rmdir()
    (study / name).mkdir() if name.endswith("/") else (study / name).touch()

    folder.refuse_misnamed(study)
    (told,) = folder.unread(study)
    assert told.startswith(name)


def test_notes_and_old_copies_may_lie_beside(study):
    """They are named as not read, and what an operating system leaves is not."""
    for name in ("notes.docx", "participants_old.csv", "statement.docx"):
        (study / name).touch()
    (study / "memos").mkdir()

    folder.refuse_misnamed(study)
    assert folder.unread(study) == [
        "memos/",
        "notes.docx",
        "participants_old.csv",
        "statement.docx (did you mean 'statements.yaml'?)",
    ]
    assert {path.name for path in folder.own(study)} == set(folder.NEEDED)


def test_a_record_names_files_from_the_project_on(tmp_path, monkeypatch):
    """Of a study elsewhere from its own folder on, however it was typed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    inside, outside = tmp_path / "data" / "mine", tmp_path.parent / "mine"

    assert folder.shown(inside, [inside / "a.csv"]) == ["data/mine/a.csv"]
    assert folder.shown(outside, [outside / "a.csv"]) == ["mine/a.csv"]
