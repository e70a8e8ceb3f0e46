"""The workflow on a small study with known answers."""

import dataclasses
import filecmp
import re
import shutil

import pytest

from peerstudy import cli, tables

pytestmark = pytest.mark.workflow


@pytest.fixture
def finished(run, tmp_path):
    """A copy of the finished run, to change something in."""
    shutil.copytree(run.top, tmp_path, dirs_exist_ok=True)
    return dataclasses.replace(run, top=tmp_path)


def _row(copy, theme, estimator="hand"):
    frame = tables.read(copy.results / "tables" / "contrasts.csv")
    presence = frame[frame["measure"] == "presence"]
    return presence[(presence["theme"] == theme) & (presence["estimator"] == estimator)].iloc[0]


def test_people_are_counted_once_among_those_to_whom_it_applies(run):
    """Tea: one of three who left, two of three who came back; the visitor is in neither group."""
    row = _row(run, "tea")
    assert (row["present_a"], row["people_a"], row["present_b"], row["people_b"]) == (1, 3, 2, 3)


def test_a_parent_counts_its_children(run):
    """Company is spoken of by whoever speaks of tea."""
    row = _row(run, "company")
    assert (row["present_a"], row["present_b"], row["family"]) == (1, 2, "parents")


def test_a_theme_that_is_not_for_a_group_is_refused_with_the_reason(run):
    """A reason for leaving is not for those who came back: no estimate, and no want of people."""
    row = _row(run, "distance")
    assert (row["people_a"], row["people_b"]) == (2, 0)
    assert row["reason"].startswith("the theme does not apply to ")
    assert row[["estimate", "low", "high", "p", "p_adjusted"]].isna().all()


def test_the_pattern_coder_knows_negation_but_not_tea_towels(run):
    """A denial does not count; the tea towel that does shows why machine codes are measured."""
    frame = tables.read(run.results / "restricted" / "presence.csv")
    machine = frame[(frame["estimator"] == "machine") & (frame["theme"] == "tea")].set_index("participant")
    assert not machine.loc["003", "present"]
    assert machine.loc["006", "present"]


def test_everybody_who_runs_against_a_contrast_is_listed(run):
    """The one who came back and is silent on tea, and the one who left and is not."""
    frame = tables.read(run.results / "restricted" / "negative_cases.csv")
    tea = frame[frame["theme"] == "tea"].set_index("participant")
    assert dict(tea["direction"]) == {"003": "silent", "005": "speaks of it"}
    assert tea.loc["005", "segment"] == "K5-002-01"


def test_quotes_are_the_words_at_their_place(run):
    """A quote equals the stored turn between its offsets."""
    quotes = tables.read(run.results / "restricted" / "quotes.csv")
    turns = tables.read(run.results / "restricted" / "turns.csv").set_index(["interview", "turn"])
    for row in tables.rows(quotes):
        interview, turn, place = row.locator.split(", ")
        start, end = place.removeprefix("characters ").split("-")
        assert (
            turns.loc[(interview, int(turn.removeprefix("turn "))), "text"][int(start) : int(end)] == row.text
        )


def test_one_coder_alone_has_no_agreement_and_the_reason(run):
    """Every theme has its row; no number, the reason in words."""
    frame = tables.read(run.results / "tables" / "agreement.csv")
    assert set(frame["theme"]) >= {"tea", "company", "all"}
    assert frame["estimate"].isna().all()
    assert set(frame["reason"]) == {"nothing was read by two coders"}


def test_a_reflexive_study_has_differences_and_no_coefficient(finished):
    """The approach decides: no table of coefficients is made, the differences are."""
    (finished.results / "tables" / "agreement.csv").unlink()
    finished.configure(approach="reflexive")
    finished.run()
    assert not (finished.results / "tables" / "agreement.csv").exists()
    assert (finished.results / "restricted" / "disagreements.csv").exists()


def test_a_reflexive_study_tells_what_its_coders_abstained_from(finished):
    """It measures no coder; what the coder learned says so, up to the methods of the report."""
    finished.configure(approach="reflexive", coders=["patterns", "classifier"])
    finished.run()

    assert "The hand codes supported classifier on none of" in (finished.results / "report.html").read_text(
        encoding="utf-8"
    )


def test_a_second_run_has_nothing_to_do(run):
    """Nothing is made twice."""
    assert "Nothing to be done" in run.run()


def test_two_fresh_copies_give_the_same_bytes(run, fresh):
    """Results of a second copy are identical, logs aside."""
    other = fresh()
    other.run()
    made = sorted(p.relative_to(run.results) for p in run.results.rglob("*") if p.is_file())
    again = sorted(p.relative_to(other.results) for p in other.results.rglob("*") if p.is_file())
    assert made == again
    assert len(made) > 10
    kept = [p for p in made if p.parts[0] != "logs"]
    differ = [p for p in kept if not filecmp.cmp(run.results / p, other.results / p, shallow=False)]
    assert differ == []


def test_editing_a_transcript_reruns_what_depends_on_it(finished):
    """A changed word reaches the report; the codebook is not read again."""
    finished.edit("transcripts/K7.txt", "once", "twice")
    told = finished.plan()
    assert "rule turns" in told
    assert "rule report" in told
    assert "rule codebook" not in told


def test_a_file_put_back_with_its_old_date_reruns_what_depends_on_it(finished, tmp_path):
    """As from a backup or an archive: its content tells, not its date; and then all is up to date."""
    path, backup = finished.study / "asked.csv", tmp_path / "asked.csv"
    shutil.copy2(path, backup)
    before = (finished.results / "restricted" / "corrected.csv").read_text()
    path.write_text(path.read_text() + "K1,tea,no\n")
    finished.run("restricted/presence.csv")
    assert (finished.results / "restricted" / "corrected.csv").read_text() != before

    shutil.copy2(backup, path)
    told = finished.plan()
    assert "rule presence" in told
    assert "rule codebook" not in told
    finished.run("restricted/presence.csv")
    assert (finished.results / "restricted" / "corrected.csv").read_text() == before
    assert "Nothing to be done" in finished.run("restricted/presence.csv")


def test_a_stop_after_the_gate_tells_what_is_stale(finished):
    """The report of the earlier run stands beside new tables; the reason for the stop is told just before."""
    finished.edit("codings/A.csv", ",tea,", ",teaa,")
    told = finished.run(expect=1, options=["--cores", "1"]).splitlines()  # no other step ends between

    reason = next(number for number, line in enumerate(told) if "theme 'teaa'" in line)
    stale = next(number for number, line in enumerate(told) if line.startswith("The run stopped. Stale in"))
    assert stale - reason < 4
    assert {"  report.html", "  exchange/: 5 of 5 files"} < set(told[stale:])
    assert max(map(len, told)) < 400


def test_results_of_another_study_of_the_same_name_stay(finished):
    """And a table whose name is nearly one that is read stops the run too."""
    other = finished.top / "data" / "other" / finished.name
    shutil.copytree(finished.study, other)
    away = dataclasses.replace(finished, elsewhere=other)
    assert "have the same results" in away.run(expect=1)

    (finished.study / "asked.csv").rename(finished.study / "Asked.csv")
    assert "did you mean 'asked.csv'?" in finished.run(expect=1)


@pytest.mark.parametrize("file", ["codings/A.csv", "statements.yaml"])
def test_what_authors_write_later_passes_the_gate_first(finished, file):
    """A name in a new note or statement stops the run before any file takes it up."""
    if file == "statements.yaml":
        (finished.study / file).write_text("coreq:\n  1: held by Dr Grey\n")
    else:
        finished.edit(file, ",positive,", ",positive,as Dr Grey said")

    told = finished.run(expect=1)

    assert "identifiers: 1 finding(s) that nobody has allowed" in told
    assert "do not use or share:\n" in told
    checklist = (finished.results / "tables" / "checklist.csv").read_text()
    assert "Grey" not in checklist + (finished.results / "restricted" / "spans.csv").read_text()


def test_a_draw_kept_by_the_command_stays_when_a_transcript_is_edited(finished, monkeypatch):
    """What `sample` keeps is what the run drew; words put in before others move it and change nothing."""
    monkeypatch.chdir(finished.top)
    path = finished.results / "restricted" / "sample.csv"
    before = tables.read(path)
    assert cli.main(["sample", f"data/{finished.name}"]) == 0
    finished.edit("transcripts/K1.txt", "I:", "I: Good morning.\nP: Good morning to you as well.\nI:")
    finished.run("restricted/blind_sheet.xlsx")

    after = tables.read(path)
    kept = before.merge(after, on="text", suffixes=("", "_after"))
    assert len(kept) == len(before)
    assert kept["segment"].ne(kept["segment_after"]).any()
    assert (kept[["drawn", "probability"]].to_numpy() == kept[["drawn_after", "probability_after"]]).all(
        axis=None
    )


def test_one_config_key_reruns_its_rule_and_what_follows(finished):
    """A changed level reruns the contrasts, not the coding."""
    finished.configure(contrasts={"level": 0.9})
    told = finished.plan()
    assert "rule contrasts" in told
    assert "rule codings" not in told


def test_a_withdrawn_interview_is_never_opened(finished):
    """Its file may even be unreadable; only the roster knows the person, and no table the interview."""
    finished.edit("interviews.csv", "K7,007,K7.txt,7,1,en,given", "K7,007,K7.txt,7,1,en,withdrawn")
    finished.edit("participants.csv", "007,visitor,analysed", "007,visitor,withdrawn")
    (finished.study / "transcripts" / "K7.txt").write_bytes(b"\x00\x01")
    finished.run()
    made = {path.stem: path.read_text(encoding="utf-8") for path in finished.results.rglob("*.csv")}
    assert {name for name, text in made.items() if re.search(r"\bK7\b", text)} == set()
    assert {name for name, text in made.items() if re.search(r"\b007\b", text)} == {"roster"}
    assert "having tea once" not in (finished.results / "report.html").read_text(encoding="utf-8")
    roster = tables.read(finished.results / "restricted" / "roster.csv").set_index("participant")
    assert roster.loc["007", "outcome"] == "withdrawn"


def test_a_study_elsewhere_leaves_no_trace_of_where(fresh, tmp_path):
    """Files of a study outside the project are recorded from its own folder on."""
    copy = fresh()
    away = dataclasses.replace(copy, elsewhere=tmp_path / copy.name)
    copy.study.rename(away.study)
    away.run("tables/provenance.csv")
    frame = tables.read(away.results / "tables" / "provenance.csv")
    names = set(frame[frame["kind"] == "file"]["name"])
    assert {f"{copy.name}/study.yaml", f"{copy.name}/transcripts/K1.txt"} < names
    assert str(tmp_path) not in (away.results / "tables" / "provenance.csv").read_text()
