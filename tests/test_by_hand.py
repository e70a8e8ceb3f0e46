"""What people do by hand between two runs: a draw kept, sheets filled in, answers, suggestions."""

import shutil
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import yaml

from peerstudy import cli, tables
from peerstudy.coding.items import item
from peerstudy.record import inspection

ROOT = Path(__file__).parents[1]


@pytest.fixture
def study(tmp_path, monkeypatch):
    """The small study in a folder from which commands are typed, before any run."""
    monkeypatch.chdir(tmp_path)
    return shutil.copytree(ROOT / "tests" / "study", tmp_path / "data" / "mine").relative_to(tmp_path)


@pytest.fixture
def ran(study):
    """The same after a run, as far as its draw and its blind sheet go."""
    run(study)
    return study


def run(study):
    restricted = Path("results/mine/restricted")
    restricted.mkdir(parents=True, exist_ok=True)
    tables.write(inspection.draw(study, schemas=cli.SCHEMAS), restricted / "sample.csv")
    sheet = drawn().reset_index(drop=True)
    sheet = sheet.assign(row=sheet.index + 1, before="", after="", memo="", tea="")
    tables.write(sheet[["row", "item", "before", "text", "after", "memo", "tea"]], sheet_file())


def sheet_file():
    return Path("results/mine/restricted/blind_sheet.csv")


def drawn():
    made = tables.read("results/mine/restricted/sample.csv")
    return made[made["drawn"]].assign(item=lambda frame: frame["segment"].map(item))


def said(capsys, *arguments, status=0):
    assert cli.main([*map(str, arguments)]) == status
    told = capsys.readouterr()
    return told.out + told.err


def coded_by_b(study, *, sheet=None, interviews=None):
    """B fills in a sheet and reads the sample of some interviews."""
    filled = drawn() if sheet is None else sheet
    marked(filled, tea="x").to_csv(study / "codings" / "B.csv", index=False)
    read = sorted(set(drawn()["interview"])) if interviews is None else interviews
    with (study / "coverage.csv").open("a") as table:
        table.writelines(f"{interview},B,sample\n" for interview in read)


def marked(rows, **marks):
    """A sheet with a column for each theme of the study that has no parts."""
    return rows[["item", "text"]].assign(**({"tea": "", "distance": ""} | marks))


def edit(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def put_a_turn_first(study, interview="K1"):
    path = study / "transcripts" / f"{interview}.txt"
    path.write_text("I: Good morning then.\nP: Good morning to you as well.\n" + path.read_text())


def test_the_draw_of_the_last_run_is_kept(ran, capsys):
    """Byte for byte, in the study's folder; what to give to the coder is told."""
    told = said(capsys, "sample", ran)

    assert (ran / "sample.csv").read_bytes() == Path("results/mine/restricted/sample.csv").read_bytes()
    assert f"{len(drawn())} of " in told
    assert "Give results/mine/restricted/blind_sheet.xlsx to the coder and nothing else" in told


def test_a_kept_draw_is_not_replaced_by_accident(ran, capsys):
    """A second time needs a word more, and adds what was drawn of later talk."""
    said(capsys, "sample", ran)
    before = drawn()
    assert "sample.csv: a draw is kept already. Hint: --again" in said(capsys, "sample", ran, status=1)

    put_a_turn_first(ran)
    run(ran)
    said(capsys, "sample", ran, "--again")
    kept = tables.read(ran / "sample.csv")
    assert set(before["text"]) < set(kept.loc[kept["drawn"], "text"])


def test_without_results_the_command_that_makes_them_is_told(study, capsys):
    """A draw comes from a run, after the gate."""
    told = said(capsys, "sample", study, status=1)

    assert "results/mine/restricted/sample.csv: no such file; the draw comes from a finished run" in told
    assert "snakemake --cores all --config study=data/mine" in told


@pytest.mark.parametrize("command", ["sample", "freeze"])
def test_a_folder_without_a_study_is_told(study, capsys, command):
    """In words, not by the number of an error."""
    assert said(capsys, command, "data/mien", status=1) == (
        "data/mien: no study there, since it holds no study.yaml\n"
    )


def test_a_draw_of_other_talk_is_refused_unless_somebody_codes_it_already(ran, capsys):
    """Who froze it blindly would keep words that are not there; who handed the sheet out needs just these."""
    put_a_turn_first(ran)
    told = said(capsys, "sample", ran, status=1)
    assert "transcripts or settings changed since the last run" in told
    assert "such as K1-" in told and "--as-drawn keeps its draw" in told
    assert not (ran / "sample.csv").exists()

    said(capsys, "sample", ran, "--as-drawn")
    assert (
        tables.read(ran / "sample.csv")["text"].tolist()
        == tables.read("results/mine/restricted/sample.csv")["text"].tolist()
    )


def test_a_draw_by_other_settings_is_refused(ran, capsys):
    """With fewer a person other segments are drawn than stand on the sheet."""
    edit(ran / "study.yaml", "per_participant: 4", "per_participant: 1")

    assert "settings changed since the last run" in said(capsys, "sample", ran, status=1)


def test_a_draw_beside_the_sheet_of_another_is_refused(ran, capsys):
    """As a run leaves them that stopped between the two."""
    sheet = tables.read(sheet_file())
    tables.write(sheet[1:], sheet_file())

    assert "blind_sheet.csv: it holds other segments than sample.csv" in said(capsys, "sample", ran, status=1)


def test_a_coded_draw_that_nobody_kept_is_told(ran, capsys):
    """Without a word an edited transcript would draw others, which count as read."""
    coded_by_b(ran)
    told = "coverage.csv: 'B' coded what was drawn, and the draw is not frozen"
    assert told in said(capsys, "check", ran)

    said(capsys, "sample", ran)
    assert told not in said(capsys, "check", ran)


def test_drawn_segments_on_no_sheet_of_a_coder_are_told(ran, capsys):
    """They would count as read and without a theme: a row taken out, or talk that came later."""
    whole = drawn()
    coded_by_b(ran, sheet=whole[1:])
    said(capsys, "sample", ran)
    told = said(capsys, "check", ran)
    assert f"codings/: 1 drawn segment(s) stand on no sheet of 'B', such as '{whole['item'].iloc[0]}'" in told

    marked(whole).to_csv(ran / "codings" / "B.csv", index=False)
    assert "on no sheet" not in said(capsys, "check", ran)
    put_a_turn_first(ran)
    assert "codings/: 1 drawn segment(s) stand on no sheet of 'B'" in said(capsys, "check", ran)


def test_segments_on_a_sheet_that_the_draw_does_not_have_are_told(ran, capsys):
    """A column that was overwritten: what was coded would not count."""
    coded_by_b(ran)
    said(capsys, "sample", ran)
    assert "are not drawn" not in said(capsys, "check", ran)
    tables.read(ran / "sample.csv").assign(drawn=False).to_csv(ran / "sample.csv", index=False)

    assert "segment(s) on a sheet of 'B' are not drawn, such as " in said(capsys, "check", ran)


def test_rows_that_a_kept_draw_has_lost_are_told(ran, capsys):
    """They would be drawn once more, with another chance."""
    coded_by_b(ran)
    said(capsys, "sample", ran)
    assert "are not in it" not in said(capsys, "check", ran)
    tables.read(ran / "sample.csv")[3:].to_csv(ran / "sample.csv", index=False)

    assert "sample.csv: 3 segment(s) of interviews that were drawn from are not in it" in said(
        capsys, "check", ran
    )


def test_a_drawn_segment_without_a_chance_is_refused(ran, capsys):
    """Its weight would be without end."""
    said(capsys, "sample", ran)
    kept = tables.read(ran / "sample.csv")
    kept.loc[kept["drawn"].idxmax(), "probability"] = 0
    kept.to_csv(ran / "sample.csv", index=False)
    told = said(capsys, "check", ran, status=1)

    assert (
        f"sample.csv: 1 problem(s)\n  row {kept['drawn'].idxmax() + 2}, column 'probability': 0 for" in told
    )


def test_segments_on_a_sheet_that_the_coverage_does_not_tell_of_are_told(ran, capsys):
    """Where the coder marked nothing no passage gives the forgotten row away."""
    coded_by_b(ran, interviews=[])
    marked(drawn()).to_csv(ran / "codings" / "B.csv", index=False)

    told = said(capsys, "check", ran)
    assert "coverage.csv: a sheet of 'B' has segments of 'K1', 'K2'" in told
    assert "no row says that 'B' read there" in told


def test_who_coded_blind_and_corrects_nothing_is_told(ran, capsys):
    """`corrected: hand` stays the coder of whole interviews until somebody changes it."""
    coded_by_b(ran)
    told = "study.yaml: corrected: hand is 'A', who coded no blind sample; 'B' did and corrects nothing"
    assert told in said(capsys, "check", ran)

    settings = yaml.safe_load((ran / "study.yaml").read_text())
    settings["corrected"]["hand"] = "B"
    (ran / "study.yaml").write_text(yaml.safe_dump(settings))
    assert "corrects nothing" not in said(capsys, "check", ran)


def test_a_kept_draw_whose_words_are_gone_is_told(ran, capsys):
    """Nothing is drawn in their place, so the coder's marks there are lost."""
    coded_by_b(ran)
    said(capsys, "sample", ran)
    kept = tables.read(ran / "sample.csv")
    kept.loc[kept["drawn"].idxmax(), "text"] = "Words that were struck out."
    kept["drawn"] = kept["drawn"].map({True: "true", False: "false"})
    kept.to_csv(ran / "sample.csv", index=False)

    assert "sample.csv: 1 drawn segment(s) are in no transcript any more" in said(capsys, "check", ran)


def test_answers_and_suggestions_about_nothing_are_told_before_the_run(ran, capsys):
    """Both files are held to the study by `check`, as the run does."""
    rows = pd.DataFrame({"theme": ["tea"], "item": ["s0"], "answer": ["yes"]})
    rows.to_csv(ran / "verified.csv", index=False)
    (ran / "suggested.csv").write_text("segment,coder\nK9-001-01,A\n")
    told = said(capsys, "check", ran, status=1)

    assert "row 2: item 's0' is not of this study, or its words were edited since" in told
    assert (
        "suggested.csv: 1 segment(s) are not there, or their words were edited since: K9-001-01 (row 2)"
        in told
    )


def test_who_was_suggested_something_is_a_coder(ran, capsys):
    """What nobody's coverage tells of teaches nobody."""
    (ran / "suggested.csv").write_text(f"segment,coder\n{drawn()['segment'].iloc[0]},QQ\n")

    assert "row 2, column 'coder': 'QQ' is no coder of this study" in said(capsys, "check", ran, status=1)


def test_a_sheet_that_lacks_a_theme_stops_before_the_run(ran, capsys):
    """The theme would be absent in all that the coder read."""
    coded_by_b(ran)
    said(capsys, "sample", ran)
    marked(drawn()).drop(columns="distance").to_csv(ran / "codings" / "B.csv", index=False)

    assert "B.csv: no column for 'distance', in " in said(capsys, "check", ran, status=1)


def test_a_copy_of_a_coders_file_is_told(study, capsys):
    """Its passages count once, but a code that was taken out of the other file comes back by it."""
    shutil.copy(study / "codings" / "A.csv", study / "codings" / "A (copy).csv")
    told = said(capsys, "check", study)

    assert "codings/A.csv: passage coded twice alike (first in A (copy).csv): 4. Hint: where one file" in told


def test_tones_of_their_own_are_told(study, capsys):
    """With a known one that is near, and where one stands; a known one written otherwise is read as it."""
    edit(study / "codings" / "A.csv", "tea,A,positive,", "tea,A,positively,")
    edit(study / "codings" / "A.csv", "tea,A,positive,", "tea,A,Positive,")
    told = said(capsys, "check", study)

    assert "own: 'positively' (did you mean 'positive'?) of 1 passage(s), such as K1, turn 2 by 'A'. " in told
    assert "Known: positive, negative, mixed, less, same, more" in told
    assert "codings/A.csv: tone written otherwise: 'Positive' is read as 'positive'" in told


def test_work_that_stays_behind_is_told(study, capsys):
    """A column of notes under a heading of one's own."""
    path = study / "codings" / "A.csv"
    head, *rows = path.read_text().splitlines()
    path.write_text("\n".join([head + ",remarks", *(f"{row},look" for row in rows)]))

    assert "looked for there: column: remarks" in said(capsys, "check", study)


def test_a_framework_with_words_elsewhere_is_told(study, capsys):
    """What looks like a summary is to be mended; a sheet of one's own is only told."""
    book = openpyxl.Workbook()
    book.active.title = "matrix"
    book["matrix"].append(["participant", "tea", None])
    book["matrix"].append([tables.read_plain(study / "participants.csv")["participant"].iloc[0], "so", None])
    book.save(study / "framework.xlsx")
    assert "framework.xlsx" not in said(capsys, "check", study)

    book.create_sheet("mine")["A1"] = "Ask Ann"
    book.save(study / "framework.xlsx")
    told = "framework.xlsx, sheet mine: 'Ask Ann': a sheet or table beside the matrix, which nobody reads"
    assert told in said(capsys, "check", study)

    book["matrix"]["C2"] = "and so"
    book.save(study / "framework.xlsx")
    told = said(capsys, "check", study, status=1)
    assert "framework.xlsx, sheet matrix, row 2, column C: 'and so': it stands outside the matrix" in told
