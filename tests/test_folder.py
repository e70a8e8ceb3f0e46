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
    ],
)
def test_a_file_of_nearly_a_known_name_is_refused(study, name, meant):
    """It would be left out without a word."""
    (study / name).touch()

    with pytest.raises(tables.TableError, match=f"did you mean '{meant}'.*Hint: (rename it|save it as)"):
        folder.refuse_misnamed(study)


def test_a_folder_of_nearly_a_known_name_is_refused(study):
    """As a file is."""
    (study / "transcripts").rename(study / "Transcripts")

    with pytest.raises(tables.TableError, match=r"Transcripts: .*did you mean 'transcripts'"):
        folder.refuse_misnamed(study)


def test_notes_and_old_copies_may_lie_beside(study):
    """They are named as not read, and what an operating system leaves is not."""
    for name in ("notes.docx", "participants_old.csv", "codebook.docx"):
        (study / name).touch()
    (study / "memos").mkdir()

    folder.refuse_misnamed(study)
    assert folder.unread(study) == [
        "codebook.docx (did you mean 'codebook.yaml'?)",
        "memos/",
        "notes.docx",
        "participants_old.csv (did you mean 'participants.csv'?)",
    ]
    assert {path.name for path in folder.own(study)} == set(folder.NEEDED)


def test_a_record_names_files_from_the_project_on(tmp_path, monkeypatch):
    """Of a study elsewhere from its own folder on, however it was typed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    inside, outside = tmp_path / "data" / "mine", tmp_path.parent / "mine"

    assert folder.shown(inside, [inside / "a.csv"]) == ["data/mine/a.csv"]
    assert folder.shown(outside, [outside / "a.csv"]) == ["mine/a.csv"]
