"""What was planned, and what was done otherwise."""

import small_study
import yaml

from peerstudy.pages import limits, methods
from peerstudy.record import plan, provenance

CODEBOOK = b"version: 1\nchanges: [{version: 1, what: first}]\n"


def _run(frozen, done, codebook=CODEBOOK):
    files = {"data/s/codebook.yaml": codebook, "data/s/frozen.yaml": plan.freeze(frozen, CODEBOOK).encode()}
    return methods.deviations(provenance.provenance(files, {}, settings=done))


def _methods(run):
    return methods.paragraph(small_study.study() | {"provenance": run})


def test_a_run_by_plan_is_said_to_be_one():
    """Nothing changed, nothing listed."""
    assert _run(small_study.SETTINGS, small_study.SETTINGS) == [
        "The run follows the plan that was kept before it."
    ]


def test_a_changed_setting_is_a_deviation():
    """Planned and done stand side by side."""
    done = {**small_study.SETTINGS, "contrasts": {**small_study.SETTINGS["contrasts"], "level": 0.9}}

    assert _run(small_study.SETTINGS, done) == ["contrasts.level: planned 0.95, done 0.9."]


def test_a_theme_declared_after_the_plan_was_kept_is_not_said_to_be_declared_in_advance():
    """Neither in the plan nor in the methods; the limits tell it too."""
    before = {**small_study.SETTINGS, "contrasts": {**small_study.SETTINGS["contrasts"], "primary": []}}
    files = {"data/s/codebook.yaml": CODEBOOK, "data/s/frozen.yaml": plan.freeze(before, CODEBOOK).encode()}
    study = small_study.study()
    run = provenance.provenance(files, {"peerstudy": "1"}, settings=small_study.SETTINGS)
    said = " ".join(methods.plan(run, study["codebook"]))

    assert "Declared in advance: no theme. Declared only after the plan was kept: " in said
    assert "Declared in advance" not in " ".join(_methods(run))
    assert "Declared only after the plan was kept: Care & company." in " ".join(_methods(run))
    assert any("declared after the plan was kept" in s for s in limits.standing(run, study["agreement"]))


def test_a_changed_codebook_is_a_deviation():
    """The hash of the codebook belongs to the plan."""
    told = _run(small_study.SETTINGS, small_study.SETTINGS, codebook=CODEBOOK.replace(b"first", b"split"))

    assert told == ["The codebook was changed after the plan was kept; its own list of changes says how."]


def test_a_kept_plan_that_was_edited_is_told():
    """A plan made to fit what was done afterwards is not taken for the plan that was kept."""
    done = {**small_study.SETTINGS, "title": "Another"}
    kept = plan.freeze(small_study.SETTINGS, CODEBOOK).replace("Small <study>", "Another")
    files = {"data/s/codebook.yaml": CODEBOOK, "data/s/frozen.yaml": kept.encode()}
    (told,) = methods.deviations(provenance.provenance(files, {}, settings=done))

    assert told.startswith("frozen.yaml itself was changed after the plan was kept")


def test_names_that_the_study_replaces_are_not_recorded():
    """The record is shared; who coders are and what documents were called stays in study.yaml."""
    spans = {"code_map": {"Bus": "cost"}, "coders": {"Carol Roe": "A"}, "documents": {"Dan Poe.docx": "K1"}}
    settings = {**small_study.SETTINGS, "spans": spans}
    files = {"data/s/codebook.yaml": CODEBOOK, "data/s/frozen.yaml": plan.freeze(settings, CODEBOOK).encode()}
    made = provenance.provenance(files, {}, settings=settings)
    told = made.to_csv()

    assert "Roe" not in told
    assert "Poe" not in told
    assert told.count("1 name(s), told in study.yaml alone") == 4
    assert "spans.code_map.Bus" in told
    assert methods.deviations(made) == ["The run follows the plan that was kept before it."]


def test_without_a_kept_plan_nothing_is_claimed():
    """A run without a plan does not pretend to follow one."""
    told = methods.deviations(small_study.study()["provenance"])

    assert "cannot be shown" in told[0]


def test_the_kept_plan_is_yaml_with_its_hash():
    """The document says what it is."""
    kept = yaml.safe_load(plan.freeze(small_study.SETTINGS, CODEBOOK))

    assert kept["settings"] == small_study.SETTINGS
    assert len(kept["sha256"]) == 64
