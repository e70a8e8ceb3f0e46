"""Which files of a study are read."""

import pytest

from peerstudy import tables
from peerstudy.record import held

ROWS = ["interview,participant,file,order,consent", "I1,P1,a.txt,1,given", "I2,P2,b.txt; c.txt,2, withdrawn "]


@pytest.fixture
def study(tmp_path):
    (tmp_path / "transcripts").mkdir()
    (tmp_path / "codings").mkdir()
    for name in ("a.txt", "b.txt", "c.txt", "~lock.txt", ".hidden", "Thumbs.db", "desktop.ini"):
        (tmp_path / "transcripts" / name).write_text("I: so\n")
    (tmp_path / "interviews.csv").write_text("\n".join(ROWS))
    return tmp_path


@pytest.mark.parametrize("separator", [",", ";"])
def test_what_consent_closes_is_not_opened(study, separator):
    """However the spreadsheet parted its cells."""
    table = [row.replace(",", separator) for row in ROWS]
    if separator == ";":
        table[2] = table[2].replace("b.txt; c.txt", '"b.txt; c.txt"')
    (study / "interviews.csv").write_text("\n".join(table), encoding="utf-8-sig")

    assert [path.name for path in held.transcripts(study)] == ["a.txt"]


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (["interview,participant,file,order,Consent", "I2,P2,b.txt,2,withdrawn"], "Consent"),
        (["interview,participant,file,order,language,consent", "I2,P2,b.txt,2,withdrawn,"], "language"),
    ],
)
def test_a_withdrawal_in_another_column_stops(study, table, column):
    """A misspelt heading, or a cell too few before it, opens nothing that somebody closed."""
    (study / "interviews.csv").write_text("\n".join(table))

    with pytest.raises(tables.TableError, match=rf"row 2: 'withdrawn' stands under '{column}'.*consent"):
        held.transcripts(study)


@pytest.mark.parametrize("written", ["transcripts/b.txt", "transcripts\\b.txt", "caf\u00e9.txt"])
def test_a_withdrawn_file_is_known_however_it_is_written(study, written):
    """With its folder, or with an accent that the disk stores in two characters."""
    (study / "transcripts" / "b.txt").rename(study / "transcripts" / "x.txt")
    name = "cafe\u0301.txt" if "caf" in written else "b.txt"
    (study / "transcripts" / "x.txt").rename(study / "transcripts" / name)
    (study / "interviews.csv").write_text("\n".join(ROWS).replace("b.txt", written), encoding="utf-8")

    assert [path.name for path in held.transcripts(study)] == ["a.txt"]


def test_a_folder_among_transcripts_is_told(study):
    """It would be left out without a word."""
    (study / "transcripts" / "wave 2").mkdir()

    with pytest.raises(tables.TableError, match=r"transcripts/wave 2: a folder, which is not read.*Hint"):
        held.transcripts(study)


def test_a_folder_of_codings_is_a_project_or_is_told(study):
    """QualCoder keeps its project in a folder; another coder's files in one are not read."""
    (study / "codings" / "Thumbs.db").touch()
    (study / "codings" / "B").mkdir()
    (study / "codings" / "mine.qda").mkdir()
    (study / "codings" / "mine.qda" / "data.qda").touch()

    with pytest.raises(tables.TableError, match=r"codings/B: a folder.*data\.qda") as error:
        held.codings(study)
    (study / "codings" / "B").rmdir()

    assert "mine.qda" not in str(error.value)
    assert [path.name for path in held.codings(study)] == ["data.qda"]
