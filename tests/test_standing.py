"""What stands in the results: whose it is, whether it is of today's files, and what a stopped run leaves."""

import hashlib
import tracemalloc
from pathlib import Path

import pytest

from peerstudy import tables
from peerstudy.record import standing


@pytest.fixture
def made(tmp_path, monkeypatch):
    """A study and results that were made from it."""
    monkeypatch.chdir(tmp_path)
    study, results = (tmp_path / folder / "choir" for folder in ("data", "results"))
    for folder in (study / "transcripts", study / "codings", results / "tables"):
        folder.mkdir(parents=True)
    (study / "interviews.csv").write_text("interview,file,consent\nI1,a.txt,given\nI2,b.txt,given\n")
    for name in ("study.yaml", "speakers.csv", "transcripts/a.txt", "transcripts/b.txt"):
        (study / name).write_text(name)
    rows = ["file,sha256,bytes,made_by"]
    for path in (path for path in study.rglob("*.*") if path.is_file()):
        mark = hashlib.sha256(path.read_bytes()).hexdigest()
        rows.append(f"data/choir/{path.relative_to(study).as_posix()},{mark},1,input")
    rows.append("results/choir/report.html,0,1,report")
    (results / "tables" / "manifest.csv").write_text("\n".join(rows))
    return study, results


def test_files_that_differ_from_what_was_read_are_named(made):
    """Changed, new and gone, whatever their dates; a withdrawn transcript is not opened for it."""
    study, results = made
    assert standing.changed(results, study) == []

    (study / "speakers.csv").write_text("others")
    (study / "asked.csv").write_text("new")
    text = (study / "interviews.csv").read_text()
    (study / "interviews.csv").write_text(text.replace("b.txt,given", "b.txt,withdrawn"))

    assert standing.changed(results, study) == [
        "asked.csv (new)",
        "interviews.csv",
        "speakers.csv",
        "transcripts/b.txt (no longer read)",
    ]


def test_nothing_differs_where_no_run_ended(tmp_path):
    """A first run that stopped has no list of files."""
    assert standing.changed(tmp_path / "results", tmp_path) == []


@pytest.mark.parametrize("left", [b"", b"\n\n", b"file,sha256,made_by\ndata", b'file,"sha', b"\xff\x00"])
def test_a_damaged_list_of_files_is_no_list(made, left):
    """A disk that was full leaves one; it would stop the very run that makes it anew."""
    study, results = made
    (results / "tables" / "manifest.csv").write_bytes(left)

    standing.refuse_other(results, study)
    assert standing.changed(results, study) == []


def test_a_row_that_lost_its_folder_is_no_file_of_the_study(made):
    """Somebody has edited the list of files; the rest of it counts."""
    study, results = made
    manifest = results / "tables" / "manifest.csv"
    manifest.write_text(manifest.read_text().replace("data/choir/speakers.csv", "speakers.csv"))

    assert standing.changed(results, study) == ["speakers.csv (new)"]


def test_a_file_is_never_held_whole_to_be_compared(made):
    """A project of a coding program may be larger than the memory."""
    study, results = made
    large = study / "codings" / "large.qdpx"
    large.write_bytes(bytes(2**24))
    tracemalloc.start()
    try:
        assert standing.changed(results, study) == ["codings/large.qdpx (new)"]
        assert standing.content([large])
        assert tracemalloc.get_traced_memory()[1] < 2**23
    finally:
        tracemalloc.stop()


def test_another_study_of_the_same_name_is_refused(made):
    """It would take the place of all results of the first."""
    _, results = made
    standing.refuse_other(results, Path("data/choir"))

    with pytest.raises(tables.TableError, match="made from data/choir, and this study is data/other"):
        standing.refuse_other(results, Path("data/other/choir"))


@pytest.mark.parametrize("ran", ["data/choir", "elsewhere/choir"])
@pytest.mark.parametrize("now", ["data/choir", "elsewhere/choir"])
def test_a_study_behind_a_link_is_no_other_study(made, monkeypatch, ran, now):
    """It may be run by its own path and by the link, in any order."""
    study, _ = made
    top = study.parents[1]
    (top / "project").mkdir()
    for name in ("data", "results"):
        (top / name).rename(top / "project" / name)
    monkeypatch.chdir(top / "project")
    (top / "elsewhere").mkdir()
    Path("data/choir").rename(top / "elsewhere" / "choir")
    Path("data/choir").symlink_to(top / "elsewhere" / "choir")
    manifest = Path("results/choir/tables/manifest.csv")
    as_shown = "data/choir/" if ran.startswith("data") else "choir/"
    manifest.write_text(manifest.read_text().replace("data/choir/", as_shown))

    standing.refuse_other(Path("results/choir"), Path("data/choir" if now == "data/choir" else top / now))


def test_a_mark_is_of_what_files_hold(tmp_path):
    """Another for other words; one for a file that is not there yet."""
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("a")
    two.write_text("b")

    assert standing.content([one]) != standing.content([two])
    assert standing.content([tmp_path / "three"]) != standing.content([one])


def test_what_a_stop_leaves_is_told_by_folder(tmp_path, monkeypatch):
    """What people open or pass on first, and how much of a folder is of the earlier run."""
    monkeypatch.chdir(tmp_path)
    results = tmp_path / "results" / "choir"
    for name in ("report.html", "tables/old.csv", "tables/new.csv", "exchange/a.xlsx"):
        (results / name).parent.mkdir(parents=True, exist_ok=True)
        (results / name).touch()
    unmade = [results / name for name in ("tables/old.csv", "exchange/a.xlsx", "report.html", "tables/x.csv")]

    head, *lines = standing.stopped(results, unmade)
    assert "made by an earlier run from other files; do not use or share:" in head
    assert lines == ["  report.html", "  exchange/: 1 of 1 files", "  tables/: 1 of 2 files"]
    assert "is not complete" in standing.stopped(results, unmade[3:])[0]
