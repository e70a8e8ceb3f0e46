"""The command for people: a folder to start from, every problem at once, and a plan kept."""

import shutil
from pathlib import Path

import pytest
import yaml

from peerstudy import cli, contracts

ROOT = Path(__file__).parents[1]


@pytest.fixture
def new(tmp_path, capsys):
    assert cli.main(["new", str(tmp_path / "mine"), "--groups", "left", "stayed"]) == 0
    capsys.readouterr()
    return tmp_path / "mine"


@pytest.fixture
def study(tmp_path):
    return shutil.copytree(ROOT / "tests" / "study", tmp_path / "study")


@pytest.mark.workflow
def test_a_new_study_lacks_only_what_a_researcher_must_bring(new, capsys):
    """Settings and codebook of a new folder pass every schema; transcripts are asked for."""
    assert cli.main(["check", str(new)]) == 1

    told = capsys.readouterr().out
    assert "transcripts: no file" in told
    assert "1 part(s)" in told


def test_new_never_overwrites(new, capsys):
    """A folder that holds a study is left as it is."""
    (new / "participants.csv").write_text("mine\n")

    assert cli.main(["new", str(new)]) == 1
    assert (new / "participants.csv").read_text() == "mine\n"
    assert "not touched" in capsys.readouterr().err


def test_new_knows_the_names_of_the_groups(tmp_path):
    """Three groups and an attribute of one's own stand in the settings; the last group is the reference."""
    cli.main(["new", str(tmp_path / "m"), "--groups", "a", "b", "c", "--attribute", "end", "--coder", "KL"])
    settings = yaml.safe_load((tmp_path / "m" / "study.yaml").read_text())

    assert settings["roster"]["attribute"] == "end"
    assert settings["contrasts"]["comparisons"] == {"a against c": ["a", "c"], "b against c": ["b", "c"]}
    assert settings["presence"]["hand"] == "KL"
    assert (tmp_path / "m" / "codings" / "KL.csv").exists()


def test_a_sound_study_passes(study, capsys):
    """Nothing is invented to complain about."""
    assert cli.main(["check", str(study)]) == 0
    assert "Nothing to mend" in capsys.readouterr().out


def test_problems_of_several_files_are_told_at_once(study, capsys):
    """A wrong outcome, a misspelt group, an unknown theme in the plan and a lost quote: one run names all."""
    settings = yaml.safe_load((study / "study.yaml").read_text())
    settings["contrasts"]["primary"] = ["teaa"]
    (study / "study.yaml").write_text(yaml.safe_dump(settings))
    asked = study / "asked.csv"
    asked.write_text(asked.read_text().replace(",no", ",nope", 1))
    codings = study / "codings" / "A.csv"
    codings.write_text(codings.read_text().replace("tea", "gin", 1))
    (study / "coverage.csv").unlink()

    assert cli.main(["check", str(study)]) == 1
    told = capsys.readouterr().out
    assert "'nope' is not allowed (did you mean 'no'?)" in told
    assert "coverage.csv: the file is missing" in told


def test_the_plan_is_checked_against_groups_themes_and_coders(study, capsys):
    """A theme or coder that nothing else knows is named with the nearest match."""
    settings = yaml.safe_load((study / "study.yaml").read_text())
    settings["contrasts"]["primary"] = ["teaa"]
    settings["quotes"]["coder"] = "Z"
    (study / "study.yaml").write_text(yaml.safe_dump(settings))

    assert cli.main(["check", str(study)]) == 1
    told = capsys.readouterr().out
    assert "'teaa' is no theme of this study (did you mean 'tea'?)" in told
    assert "quotes: coder: 'Z' is no coder of this study" in told


@pytest.mark.parametrize("table", list(contracts.contracts()))
def test_every_table_is_explained(table, capsys):
    """Each column is told with its meaning."""
    assert cli.main(["explain", table]) == 0

    told = capsys.readouterr().out
    assert all(column.meaning in told for column in contracts.contracts()[table].columns.values())


def test_a_misspelt_table_gets_a_hint(capsys):
    """The nearest table is named."""
    assert cli.main(["explain", "contrast"]) == 1
    assert "did you mean 'contrasts'?" in capsys.readouterr().err


def test_a_frozen_plan_is_not_replaced_by_accident(study, capsys):
    """Freezing twice needs a word more."""
    assert cli.main(["freeze", str(study)]) == 0
    assert cli.main(["freeze", str(study)]) == 1
    assert cli.main(["freeze", str(study), "--again"]) == 0
