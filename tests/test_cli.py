"""The command for people: a folder to start from, every problem at once, and a plan kept."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest
import yaml

from peerstudy import cli, contracts
from peerstudy.coders import vectors
from peerstudy.record import folder, inspection

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
    """Settings and codebook of a new folder pass every schema; all that is empty is asked for."""
    assert cli.main(["check", str(new)]) == 1

    told = capsys.readouterr().out
    assert "transcripts: no file" in told
    for table in ("participants", "interviews", "coverage"):
        assert f"{table}.csv: no row stands below its heading" in told
    assert "codebook.yaml: 'an_example' is no theme of yours" in told
    assert "4 part(s)" in told


def test_new_never_overwrites(new, capsys):
    """A folder that holds a study is left as it is."""
    (new / "participants.csv").write_text("mine\n")

    assert cli.main(["new", str(new)]) == 1
    assert (new / "participants.csv").read_text() == "mine\n"
    assert "not touched" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "asked"), [("gard", True), ("garden", False), ("pain_study_2", False)])
def test_new_tells_of_a_folder_whose_name_the_gate_will_ask_about(tmp_path, capsys, name, asked):
    """Before transcripts lie in it."""
    cli.main(["new", str(tmp_path / name)])

    assert ("The gate will ask about" in capsys.readouterr().out) == asked


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


def test_problems_of_every_file_are_told_at_once(study, capsys):
    """Eight faults in seven files, each with its place: one run names all, and what it could not look at."""
    settings = (study / "study.yaml").read_text()
    (study / "study.yaml").write_text(settings.replace("least_share", "leastshare", 1))
    _edit(study, "participants.csv", ",analysed", ",analysd")
    _edit(study, "interviews.csv", "K2,002", "K2,099")
    _edit(study, "asked.csv", ",no", ",nope")
    _edit(study, "coverage.csv", "K1,", "K9,")
    _edit(study, "codebook.yaml", "definition:", "definitoin:")
    (study / "transcripts" / "K1.txt").unlink()

    assert cli.main(["check", str(study)]) == 1
    told = capsys.readouterr().out
    assert "turns: unknown key 'leastshare' (did you mean 'least_share'?)" in told
    assert "row 2, column 'outcome': 'analysd' is not allowed (did you mean 'analysed'?)" in told
    assert "'nope' is not allowed (did you mean 'no'?)" in told
    assert "row 2, column 'interview': 'K9' is no interview of this study" in told
    assert "Not looked at before that is mended: transcripts/" in told


def test_what_can_be_looked_at_is_looked_at(study, capsys):
    """A broken interview table hides neither a misspelt group attribute nor a theme of the plan."""
    _edit(study, "interviews.csv", "K2,002", "K2,099")
    settings = yaml.safe_load((study / "study.yaml").read_text())
    settings["contrasts"]["primary"] = ["teaa"]
    (study / "study.yaml").write_text(yaml.safe_dump(settings))
    _edit(study, "codings/A.csv", "tea", "gin")

    assert cli.main(["check", str(study)]) == 1
    told = capsys.readouterr().out
    assert "interview 'K2' names participant '099', who is not in participants.csv" in told
    assert "'teaa' is no theme of this study (did you mean 'tea'?)" in told
    assert "codings: 1 problem(s)" in told


def test_names_that_authors_wrote_are_told_before_the_run(study, capsys):
    """In people's values, statements, notes and plans alike; statements that cannot be read are told once."""
    _edit(study, "participants.csv", ",left\n", ",left with Dr Brown\n")
    _edit(study, "codings/A.csv", ",positive,", ",positive,as Dr Green said")
    (study / "statements.yaml").write_text("coreq:\n  1: held by Dr Grey\n")
    assert cli.main(["freeze", str(study)]) == 0
    _edit(study, "frozen.yaml", "question: ", "question: Whom Dr Black sent? ")
    settings = yaml.safe_load((study / "study.yaml").read_text())
    (study / "study.yaml").write_text(yaml.safe_dump({**settings, "title": "Those whom Dr White sent"}))

    assert cli.main(["check", str(study)]) == 1
    told = capsys.readouterr().out
    assert "5 finding(s) that nobody has allowed" in told
    assert "title 'Dr Brown': participants.csv, row 5, column status" in told
    assert "title 'Dr Green': codings/A.csv, row 2, memo" in told
    assert "title 'Dr Grey': statements.yaml, coreq, item 1" in told
    assert "title 'Dr Black': frozen.yaml, question" in told
    assert "title 'Dr White': study.yaml, title" in told

    (study / "statements.yaml").write_text("coreq: [\n")
    assert cli.main(["check", str(study)]) == 1
    assert capsys.readouterr().out.count("statements.yaml: not readable") == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("coreq:\n  1: 2\n", "coreq: item 1: 2 is not allowed"),
        ("coreq:\n  1:\n    held: by us\n", "coreq: item 1: {'held': 'by us'} is not allowed"),
        ("- coreq\n", "top level: ['coreq'] is not allowed"),
        ("coreg:\n", "no guideline 'coreg' (did you mean 'coreq'?)"),
    ],
)
def test_answers_that_are_none_are_told_whatever_else_is_broken(study, capsys, text, told):
    """A broken plan hides nothing that is wrong with the statements."""
    _edit(study, "study.yaml", "least_share", "leastshare")
    (study / "statements.yaml").write_text(text)

    assert cli.main(["check", str(study)]) == 1
    assert f"statements.yaml: 1 problem(s)\n  {told}" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "coreq:\n", "coreq:\n  1:\n"])
def test_statements_that_nobody_has_made_yet_are_no_problem(study, capsys, text):
    """A guideline or an item may wait for its answer."""
    (study / "statements.yaml").write_text(text)

    assert cli.main(["check", str(study)]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("slip", ["  1: n/a: too few", "\t1: a gardener"])
def test_a_slip_in_yaml_is_told_with_its_line_and_what_mostly_does_it(study, capsys, slip):
    """The parser's own words say nothing to a person who writes an answer."""
    (study / "statements.yaml").write_text(f"coreq:\n{slip}\n")

    assert cli.main(["check", str(study)]) == 1
    told = capsys.readouterr().out
    assert "statements.yaml: not readable as YAML: line 2, character " in told
    assert "in quotes" in told and "unicode string" not in told


def test_a_missing_table_is_named(study, capsys):
    """With what to do."""
    (study / "coverage.csv").unlink()

    assert cli.main(["check", str(study)]) == 1
    assert (
        "coverage.csv: the file is missing. Hint: `peerstudy new` writes an empty one"
        in capsys.readouterr().out
    )


def test_a_table_under_another_name_is_told_once(study, capsys):
    """Of one that a study needs, as of one that it may lack; notes beside are only named."""
    (study / "coverage.csv").rename(study / "Coverage.csv")
    (study / "asked.csv").rename(study / "asked.CSV")
    (study / "notes.docx").touch()

    assert cli.main(["check", str(study)]) == 1
    told = capsys.readouterr().out
    assert "Coverage.csv: nothing reads it under this name (did you mean 'coverage.csv'?)" in told
    assert "asked.CSV: nothing reads it under this name (did you mean 'asked.csv'?)" in told
    assert "the file is missing" not in told
    assert "not read, since nothing is looked for there: notes.docx\n" in told


@pytest.mark.parametrize("inside", ["transcripts", "codings"])
def test_a_folder_that_nobody_reads_is_told_once(study, capsys, inside):
    """However many parts of the study would read it."""
    (study / inside / "old").mkdir()

    assert cli.main(["check", str(study)]) == 1
    assert capsys.readouterr().out.count(f"{inside}/old: a folder, which is not read") == 1


def test_words_of_no_list_are_told_before_the_run(study, capsys):
    """They need no model; in the name of the study's folder, with what to do about it."""
    _edit(study, "participants.csv", ",back\n", ",bakc\n")
    study = study.rename(study.with_name("mutt_styas"))

    assert cli.main(["check", str(study)]) == 1
    told = capsys.readouterr().out
    assert "unknown_word 'bakc': participants.csv, row 2, column status" in told
    assert "unknown_word 'styas': name of mutt_styas" in told
    assert "rename the file or folder that is called so" in told


@pytest.mark.parametrize("place", [".", "data", "..", "../.."])
def test_a_study_is_checked_alike_wherever_the_command_is_typed(study, tmp_path, monkeypatch, place):
    """No folder above the project is a word of the study; its results are those that stand in the project."""
    project = tmp_path / "johannsen_qwrtz" / "project"
    schemas = shutil.copytree(cli.SCHEMAS, project / "workflow" / "schemas")
    study = shutil.copytree(study, project / "data" / "mine")
    monkeypatch.chdir(project / place)
    study, schemas = (Path(os.path.relpath(path)) for path in (study, schemas))
    assert inspection.problems(study, schemas=schemas)[0] == []

    manifest = project / "results" / "mine" / "tables" / "manifest.csv"
    manifest.parent.mkdir(parents=True)
    manifest.write_text("file,sha256,made_by\ndata/theirs/mine/study.yaml,0,input\n")
    (told,) = inspection.problems(study, schemas=schemas)[0]
    assert "made from data/theirs/mine, and this study is data/mine" in told


def test_results_of_other_files_are_told(study, capsys, monkeypatch):
    """A file that differs from the one that the report was made from, whatever its date."""
    monkeypatch.chdir(study.parent)
    tables_ = study.parent / "results" / study.name / "tables"
    tables_.mkdir(parents=True)
    rows = ["file,sha256,bytes,made_by"]
    for path in folder.written(study):
        mark = hashlib.sha256(path.read_bytes()).hexdigest()
        rows.append(f"{study.name}/{path.relative_to(study).as_posix()},{mark},1,input")
    (tables_ / "manifest.csv").write_text("\n".join(rows))
    assert cli.main(["check", study.name]) == 0
    assert "made from other files" not in capsys.readouterr().out

    _edit(study, "asked.csv", "K6,distance,no", "K6,distance,yes")
    assert cli.main(["check", study.name]) == 0
    assert "results/study was made from other files than those that stand here now: asked.csv." in (
        capsys.readouterr().out
    )


def test_a_study_without_question_or_title_is_told(new, capsys):
    """The report begins with both."""
    cli.main(["check", str(new)])

    told = capsys.readouterr().out
    assert "question is empty" in told
    assert "title is still 'My study'" in told


def _edit(study, name, old, new):
    text = (study / name).read_text()
    assert old in text
    (study / name).write_text(text.replace(old, new, 1))


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


def test_an_attribute_that_would_be_overwritten_is_told_before_the_run(study, capsys):
    """A column of people called as one that the roster makes."""
    text = (study / "participants.csv").read_text()
    (study / "participants.csv").write_text(text.replace("status", "group", 1))
    settings = yaml.safe_load((study / "study.yaml").read_text())
    settings["roster"]["attribute"] = "group"
    (study / "study.yaml").write_text(yaml.safe_dump(settings))

    assert cli.main(["check", str(study)]) == 1
    told = capsys.readouterr().out
    assert "participants.csv: 1 problem(s)\n  column 'group' has the name of a column" in told


def test_a_value_in_two_groups_is_told_before_the_run(study, capsys):
    """Of the comparison itself and of the one that is made otherwise."""
    settings = yaml.safe_load((study / "study.yaml").read_text())
    settings["roster"]["groups"] = {"came back": ["back", "left"], "left": ["left"]}
    settings["sensitivity"]["cutoffs"] = {"other": {"status": {"came back": ["back"], "left": ["back"]}}}
    (study / "study.yaml").write_text(yaml.safe_dump(settings))

    assert cli.main(["check", str(study)]) == 1
    told = capsys.readouterr().out
    assert "roster: groups: value 'left' stands in groups 'came back' and 'left'" in told
    assert "cutoffs: other: status: value 'back' stands in groups 'came back' and 'left'" in told


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


def test_a_plan_of_what_nobody_knows_is_not_kept(study, capsys):
    """A misspelt theme or attribute would stand in the report as a deviation for good."""
    settings = yaml.safe_load((study / "study.yaml").read_text())
    settings["contrasts"]["primary"] = ["teaa"]
    settings["roster"]["attribute"] = "statis"
    (study / "study.yaml").write_text(yaml.safe_dump(settings))

    assert cli.main(["freeze", str(study)]) == 1
    told = capsys.readouterr().err
    assert "contrasts: primary: 'teaa' is no theme of this study (did you mean 'tea'?)" in told
    assert "roster: attribute: 'statis' is no column of participants.csv (did you mean 'status'?)" in told
    assert not (study / "frozen.yaml").exists()


def test_a_plan_may_be_kept_before_anybody_is_interviewed(new):
    """Nobody is there yet to hold its names to; the one theme of a new codebook is."""
    assert cli.main(["freeze", str(new)]) == 0


def test_what_stops_nothing_is_told_all_the_same(study, capsys):
    """A guessed encoding is a warning beside the good news."""
    path = study / "transcripts" / "K1.txt"
    path.write_bytes((path.read_text() + " A café.").encode("cp1252"))

    assert cli.main(["check", str(study)]) == 0
    told = capsys.readouterr().out
    assert "transcripts/K1.txt: it is not UTF-8 and was read as cp1252" in told
    assert "Nothing to mend" in told


def test_a_forgotten_file_of_codings_is_a_problem_and_an_empty_one_a_warning(study, capsys):
    """Coder B read everything by coverage.csv: without a file that is a slip, with an empty one a finding."""
    rows = (study / "coverage.csv").read_text().replace(",A,", ",B,").split("\n", 1)[1]
    with (study / "coverage.csv").open("a") as coverage:
        coverage.write(rows)
    assert cli.main(["check", str(study)]) == 1
    assert "coverage.csv says that 'B' read 7 interview(s), and codings/ holds" in capsys.readouterr().out

    (study / "codings" / "B.csv").write_text("interview,quote,theme\n")
    assert cli.main(["check", str(study)]) == 0
    assert "'B' read 7 interview(s) and marked nothing" in capsys.readouterr().out


def test_passages_of_a_theme_that_was_never_asked_about_are_told_before_the_run(study, capsys):
    """They count for nobody, and one of the two files may be wrong."""
    assert cli.main(["check", str(study)]) == 0
    assert "did not ask" not in capsys.readouterr().out

    with (study / "asked.csv").open("a") as asked:
        asked.write("K1,tea,no\nK2,tea,yes\n")
    assert cli.main(["check", str(study)]) == 0
    assert "asked.csv: 'K1' did not ask about 'tea', and 1 passage(s) of it are" in capsys.readouterr().out


def test_passages_of_a_theme_in_the_talk_of_people_whom_it_is_not_for_are_told(study, capsys):
    """They count in no number of the theme: applies_to may be too narrow, or another theme was meant."""
    assert cli.main(["check", str(study)]) == 0
    assert "does not apply" not in capsys.readouterr().out

    narrow = 'patterns: ["tea"]\n    applies_to: {status: [left]}'
    _edit(study, "codebook.yaml", narrow.replace("[left]", "[back, left]"), narrow)
    assert cli.main(["check", str(study)]) == 0
    told = capsys.readouterr().out
    assert "codebook.yaml: 'tea' does not apply to 001" in told
    assert "passage(s) of it are marked in their talk" in told


def test_a_group_too_small_to_compare_is_told_before_the_run(study, capsys):
    """It stops nothing, but every comparison of the group would be refused; a larger one is no matter."""
    assert cli.main(["check", str(study)]) == 0
    assert "will not be compared" not in capsys.readouterr().out

    _edit(study, "participants.csv", "004,member,analysed,left", "004,member,analysed,other")
    assert cli.main(["check", str(study)]) == 0
    told = capsys.readouterr().out
    assert "contrasts: 'left against came back' will not be compared: group 'left' has 2 analysed" in told
    assert "smallest_group is 3" in told


@pytest.mark.parametrize(
    ("section", "key", "value", "told"),
    [
        ("contrasts", "smallest_group", 4, "omnibus: smallest_group 3, sensitivity: smallest_group 3"),
        ("sensitivity", "heard", 0.9, "contrasts: heard is 0.5, but sensitivity: heard 0.9"),
        ("presence", "least", 2, "presence: least is 2, but sensitivity: present 1"),
        ("negative_cases", "families", "site", "families is '', but negative_cases: families 'site'"),
        ("vocabulary", "strata", "site", "strata is '', but vocabulary: strata 'site'"),
    ],
)
def test_a_choice_changed_in_one_place_of_two_is_told(study, capsys, section, key, value, told):
    """Sections repeat what their rule needs; a change in one alone would compare by two rules."""
    assert cli.main(["check", str(study)]) == 0
    assert "by two rules" not in capsys.readouterr().out

    settings = yaml.safe_load((study / "study.yaml").read_text())
    settings[section][key] = value
    (study / "study.yaml").write_text(yaml.safe_dump(settings))
    cli.main(["check", str(study)])
    assert told in capsys.readouterr().out


def test_a_declared_theme_that_is_compared_in_one_way_only_is_told(study, capsys):
    """`sensitivity: themes` is a list of its own, and empty in a new study."""
    settings = yaml.safe_load((study / "study.yaml").read_text())
    settings["contrasts"]["primary"], settings["sensitivity"]["themes"] = ["tea"], []
    (study / "study.yaml").write_text(yaml.safe_dump(settings))

    cli.main(["check", str(study)])
    assert (
        "sensitivity: themes does not name tea, which contrasts: primary declares" in capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("typed", "path", "wanted"),
    [
        (".venv/bin/peerstudy", "", ".venv/bin/"),
        ("{bin}/peerstudy", "{bin}", ""),
        ("{bin}/peerstudy", "", "{bin}/"),
        ("pytest", "", ""),
    ],
)
def test_commands_that_are_named_work_as_they_are_typed(typed, path, wanted, study, capsys, monkeypatch):
    """They stand where this one was found: after `make` in .venv/bin/, elsewhere wherever the shell looks."""
    (study / "peerstudy").touch(0o755)
    typed, path, wanted = (text.format(bin=study) for text in (typed, path, wanted))
    monkeypatch.setattr("sys.argv", [typed])
    monkeypatch.setenv("PATH", path)

    assert cli.main(["check", str(study)]) == 0
    assert f"\n{wanted}snakemake --cores all --config study=" in capsys.readouterr().out
    cli.main(["new", str(study / "new")])
    assert f"Then: {wanted}peerstudy check " in capsys.readouterr().out


def test_the_command_that_is_named_runs_the_study_from_where_it_was_typed(study, capsys, monkeypatch):
    """In the study's own folder it goes to the project's; a folder with a blank is quoted."""
    study = study.rename(study.with_name("tea study"))
    assert cli.main(["check", str(study)]) == 0
    assert f"--config study='{study}'\n" in capsys.readouterr().out

    monkeypatch.chdir(study)
    assert cli.main(["check", "."]) == 0
    assert f"\ncd {ROOT} && snakemake --cores all --config study='{study}'\n" in capsys.readouterr().out


def test_a_file_in_the_place_of_its_folder_is_told(study, capsys):
    """Completing a path by tab often ends on one."""
    assert cli.main(["check", str(study / "study.yaml")]) == 1
    assert f"Hint: peerstudy check {study}\n" in capsys.readouterr().err


def test_sentence_vectors_are_asked_for_where_they_are_wanted(study, capsys, monkeypatch):
    """Without them `classifier` runs, and what would help it is told; a coder that needs them cannot run."""
    monkeypatch.setattr(vectors, "installed", lambda: False)
    settings = yaml.safe_load((study / "study.yaml").read_text())
    told = {}
    for coders in (["patterns"], ["patterns", "classifier"], ["patterns", "blend"]):
        (study / "study.yaml").write_text(yaml.safe_dump(settings | {"coders": coders}))
        told[coders[-1]] = (cli.main(["check", str(study)]), capsys.readouterr().out)

    assert "sentence vectors" not in told["patterns"][1]
    assert told["classifier"][0] == 0
    assert (
        "classifier learns from words alone; sentence vectors, which are not installed"
        in told["classifier"][1]
    )
    assert told["blend"][0] == 1
    assert "  coders: blend: the package fast-universal" in told["blend"][1]
