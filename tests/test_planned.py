"""What sections and files say of one another is told before the run, however much else is broken."""

import shutil
from pathlib import Path

import pytest
import yaml

from peerstudy import cli, schema, tables
from peerstudy.record import plan, planned

ROOT = Path(__file__).parents[1]


@pytest.fixture
def check(tmp_path, capsys):
    """Checks a copy of the small study in which passages were replaced: exit code and what is told."""

    def _check(*edits):
        study = shutil.copytree(ROOT / "tests" / "study", tmp_path / "study")
        for name, old, new in edits:
            path = study / name
            text = path.read_text() if path.exists() else ""
            assert old in text
            path.write_text(text.replace(old, new, 1))
        return cli.main(["check", str(study)]), capsys.readouterr().out

    return _check


CUTOFFS = (
    "{old: {status: {lft: [bak], came back: [back]}}, older: {statsu: {left: [left], came back: [back]}}}"
)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "study.yaml",
            "cutoffs: {}",
            f"cutoffs: {CUTOFFS}",
            "'lft' is no group that is compared (did you mean 'left'?)",
        ),
        (
            "study.yaml",
            "cutoffs: {}",
            f"cutoffs: {CUTOFFS}",
            "status: lft: 'bak' is held by nobody (did you mean 'back'?)",
        ),
        (
            "study.yaml",
            "cutoffs: {}",
            f"cutoffs: {CUTOFFS}",
            "'statsu' is no attribute of people (did you mean 'status'?)",
        ),
        (
            "study.yaml",
            "trends: {}",
            "trends: {all: [left, came back, never]}",
            "omnibus: trends: 'never' is no group",
        ),
        (
            "study.yaml",
            "language: en",
            "language: english",
            "patterns: language: spaCy has no tokenizer for 'english'",
        ),
        (
            "study.yaml",
            "model: none",
            "model: en_core_web_smm",
            "the name model 'en_core_web_smm' is not installed",
        ),
        ("codebook.yaml", "Tea together", "Company", "theme 'tea': theme 'company' has its label 'Company'"),
        (
            "codebook.yaml",
            "kind: theme",
            "kind: theme\n    force: push",
            "theme 'company': 'force' belongs to reasons",
        ),
        ("frozen.yaml", "", "", "frozen.yaml: no plan that `peerstudy freeze` kept"),
        ("frozen.yaml", "", "- a list\n", "frozen.yaml: no plan that `peerstudy freeze` kept"),
        ("statements.yaml", "", 'coreq: {1: "n/a"}', "item 1: 'n/a' gives no reason"),
    ],
)
def test_what_cannot_be_followed_is_told_before_the_run(check, file, old, new, told):
    """It would stop the run after most of its work, or count as something that nobody meant."""
    code, said = check((file, old, new))

    assert (code, told in said) == (1, True), said


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("codebook.yaml", "version: 1", "version: 3", "version is 3, and changes tell of 1"),
        ("study.yaml", ", a few: 0}", "}", "a smaller share has no word"),
    ],
)
def test_what_may_be_a_slip_is_told_and_stops_nothing(check, file, old, new, told):
    """A person decides."""
    code, said = check((file, old, new))

    assert (code, told in said) == (0, True), said


def test_a_model_elsewhere_is_told_before_the_run(check):
    """What people said never leaves the machine, and nobody should learn so after hours."""
    other = ("study.yaml", "http://127.0.0.1", "http://example.org")
    code, said = check(other, ("study.yaml", "coders: [patterns]", "coders: [patterns, language_model]"))

    assert code == 1
    assert "is no loopback address" in said


def test_all_patterns_that_cannot_be_used_are_told_at_once(check):
    """With the rest of the codebook's problems, and only where a coder uses them."""
    bad = ("codebook.yaml", '["tea"]', '["fri*end*", "*", "  ", [{LOWR: friend}]]')
    code, said = check(bad, ("codebook.yaml", "parent: company", "parent: compny"))

    assert code == 1
    assert "codebook.yaml: 5 problem(s)" in said


def test_patterns_that_nobody_uses_stop_nothing(check):
    """A study of hand codes alone may keep what a run never reads."""
    hand_alone = ("study.yaml", "coders: [patterns]", "coders: []")

    assert check(("codebook.yaml", '["tea"]', '["*"]'), hand_alone)[0] == 0


def test_a_slip_in_people_hides_nothing_that_hangs_on_others(check):
    """Codebook, themes that are asked about, groups and cutoffs are held to what people's table says."""
    code, said = check(
        ("participants.csv", ",refused", ",Refused"),
        ("codebook.yaml", "kind: reason", "kind: Reason"),
        ("codebook.yaml", "parent: company", "parent: compny"),
        ("codebook.yaml", "{status: [left]}", "{status: [lefft]}"),
        ("asked.csv", "distance", "distanse"),
        ("study.yaml", "primary: [tea]", "primary: [nope]"),
        ("study.yaml", "came back: [back]", "came back: [bak]"),
        ("study.yaml", "cutoffs: {}", "cutoffs: {old: {status: {left: [gone], came back: [back]}}}"),
    )

    assert code == 1
    for told in (
        "did you mean 'refused'?",
        "did you mean 'reason'?",
        "its parent 'compny' is no theme (did you mean 'company'?)",
        "'lefft' is held by nobody (did you mean 'left'?)",
        "'distanse' is no theme of this study",
        "'nope' is no theme of this study",
        "group 'came back' takes status 'bak', which nobody holds (did you mean 'back'?)",
        "left: 'gone' is held by nobody",
        "Not looked at before that is mended: who is in which group, codings/.",
    ):
        assert told in said


def test_a_slip_makes_nothing_look_wrong_that_is_right(check):
    """A coder that is misspelt where it runs is told there, and not where it is named rightly."""
    code, said = check(("study.yaml", "coders: [patterns]", "coders: [pattern]"))

    assert code == 1
    assert "coders: item 1: 'pattern' is not allowed (did you mean 'patterns'?)" in said
    assert "corrected: machine" not in said


def test_what_waits_for_settings_is_named(check):
    """Whatever could not be looked at is told as such, and a file that is not there is not."""
    _, said = check(("study.yaml", "least_share", "leastshare"), ("verified.csv", "", ""))

    waiting = said.split("Not looked at before that is mended: ")[1]
    assert "verified.csv" in waiting
    assert "what study.yaml says of people" in waiting
    assert "suggested.csv" not in waiting


def test_a_run_stops_at_once_where_the_plan_cannot_be_followed():
    """Groups that no section makes are known before anything is read."""
    settings = yaml.safe_load((ROOT / "tests/study/study.yaml").read_text())
    planned.refuse(settings, where="study.yaml")
    settings["omnibus"]["trends"] = {"all": ["left", "came back", "never"]}
    settings["sensitivity"]["cutoffs"] = {"old": {"status": {"lft": ["left"], "came back": ["back"]}}}

    with pytest.raises(tables.TableError, match=r"study\.yaml: 2 problem"):
        planned.refuse(settings, where="study.yaml")


def test_what_was_kept_is_a_plan(tmp_path):
    """As `freeze` wrote it."""
    settings = schema.load(ROOT / "tests/study/study.yaml")
    (tmp_path / "frozen.yaml").write_text(plan.freeze(settings, b""))

    assert plan.kept(schema.load(tmp_path / "frozen.yaml"))["settings"] == settings


def test_families_that_a_cutoff_brings_in_are_told_before_the_run(check):
    """Of people in no comparison of the plan, 007 and 001 of one house are in two places."""
    people = (ROOT / "tests" / "study" / "participants.csv").read_text()
    lines = people.strip().split("\n")
    apart = [lines[0] + ",house,place", *(f"{line},,north" for line in lines[1:])]
    apart[1], apart[7] = lines[1] + ",h,north", lines[7] + ",h,south"
    settings = (ROOT / "tests" / "study" / "study.yaml").read_text()
    chosen = settings.replace('strata: ""', "strata: place").replace('families: ""', "families: house")
    chosen = chosen.replace(
        "cutoffs: {}", "cutoffs: {wide: {status: {left: [left], came back: [back, other]}}}"
    )
    code, said = check(
        ("participants.csv", people, "\n".join(apart) + "\n"), ("study.yaml", settings, chosen)
    )

    assert "people of one 'house' are in several 'place': h" in said
    assert "sensitivity: cutoffs: wide" in said
    assert code == 1
