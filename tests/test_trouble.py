"""Trouble planted in a copy of the demonstration study: one clear message, and no output left behind."""

import pytest
import yaml

from peerstudy import tables

pytestmark = pytest.mark.workflow


def test_an_identifier_stops_the_run(demo):
    """An email address in a transcript stops everything after `turns` and is named with its place."""
    demo.edit("transcripts/I02.txt", "The walking stuff.", "Write to pat.doe@example.org.")
    told = demo.run("restricted/segments.csv", expect=1)
    assert "email 'pat.doe@example.org': I02, turn 2, characters 9-28" in told
    assert not (demo.results / "restricted" / "segments.csv").exists()
    assert (demo.results / "restricted" / "identifiers.csv").exists()


def test_names_that_authors_wrote_stop_the_run(fresh):
    """All places are told at once, and no file that is made holds a name but the list of findings."""
    study = fresh()
    study.edit("participants.csv", ",back", ",back with Dr Brown")
    study.edit("codings/A.csv", ",positive,", ",positive,as Dr Green said")
    (study.study / "statements.yaml").write_text("coreq:\n  1: held by Dr Grey\n")
    study.configure(title="Those whom Dr White sent")

    told = study.run(expect=1)

    assert "identifiers: 4 finding(s) that nobody has allowed; nothing goes on" in told
    assert "title 'Dr Brown': participants.csv, row 2, column status" in told
    assert "title 'Dr Green': codings/A.csv, row 2, memo" in told
    assert "title 'Dr Grey': statements.yaml, coreq, item 1" in told
    assert "Stale" not in told  # there was no earlier run
    assert "title 'Dr White': study.yaml, title" in told
    made = [path for path in study.results.rglob("*") if path.is_file() and path.parent.name != "logs"]
    names = [f"Dr {name}" for name in ("Brown", "Green", "Grey", "White")]
    held = [path.name for path in made if any(name in path.read_text() for name in names)]
    assert held == ["identifiers.csv"]
    assert not (study.results / "restricted" / "segments.csv").exists()


def test_an_unknown_speaker_label_stops_the_run(demo):
    """A speaker whom the study does not name is told with file, line and label."""
    demo.edit("transcripts/I02.txt", "P02: No.", "Wife 2: No.")
    told = demo.run("restricted/turns.csv", expect=1)
    assert "I02.txt: unknown speaker label(s): line 6: 'Wife 2'" in told
    assert not (demo.results / "restricted" / "turns.csv").exists()


def test_a_quote_that_is_not_there_stops_the_run(demo):
    """A coding whose words are not in its turn is told with file, row and quote."""
    first = tables.read_plain(demo.study / "codings" / "B.csv")["quote"].iloc[0]
    demo.edit("codings/B.csv", first[:30], "Words that nobody ever said")
    told = demo.run("restricted/spans.csv", expect=1)
    assert "B.csv: row 2: quote 'Words that nobody ever said" in told
    assert not (demo.results / "restricted" / "spans.csv").exists()


def test_a_participant_without_interview_needs_an_outcome(demo):
    """Somebody analysed without an interview is told, with what to do."""
    demo.edit("participants.csv", "P39,patient,refused", "P39,patient,analysed")
    told = demo.run("restricted/roster.csv", expect=1)
    assert "participant 'P39' is analysed but has no interview with consent" in told


def test_an_unknown_config_key_is_refused_at_once(demo):
    """A misspelt key of study.yaml is told before the first job, with the key that was meant."""
    demo.edit("study.yaml", "smallest_group:", "smalest_group:")
    told = demo.run("tables/contrasts.csv", expect=1)
    assert "contrasts: unknown key 'smalest_group' (did you mean 'smallest_group'?)" in told


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("study.yaml", "title: again\n", "key 'title' is written twice"),
        ("study.yaml", "7: seven\n", 'key 7 is read as a number, not as text. Hint: put it in quotes: "7"'),
        ("frozen.yaml", "", "frozen.yaml: no plan that `peerstudy freeze` kept"),
    ],
)
def test_a_plan_that_cannot_be_read_stops_before_the_first_job(demo, file, text, message):
    """Not after most of the work, and not with what a program says of itself."""
    with (demo.study / file).open("a", encoding="utf-8") as written:
        written.write(text)
    assert message in demo.run(expect=1, options=["--dry-run"])


def test_groups_that_nobody_made_stop_before_the_first_job(demo):
    """In a trend and in a cutoff, each with the group that was meant."""
    groups = list(yaml.safe_load((demo.study / "study.yaml").read_text())["roster"]["groups"])[:2]
    cutoff = {"status": {groups[0]: ["back"], groups[1] + "s": ["left"]}}
    demo.configure(omnibus={"trends": {"all": [*groups, "never"]}}, sensitivity={"cutoffs": {"old": cutoff}})
    told = demo.run(expect=1, options=["--dry-run"])
    assert "omnibus: trends: 'never' is no group of this study" in told
    assert f"{groups[1] + 's'!r} is no group that is compared (did you mean {groups[1]!r}?)" in told


def test_a_misspelt_theme_names_its_neighbour(demo):
    """A coding of a theme that the codebook lacks is told with the likeliest theme."""
    demo.edit("codings/A.csv", ",friendship,", ",freindship,")
    told = demo.run("restricted/spans.csv", expect=1)
    assert "theme 'freindship' is not in the codebook (did you mean 'friendship'?)" in told


def test_a_duplicate_participant_is_refused(demo):
    """The same id twice stops the run."""
    demo.edit("participants.csv", "P02,patient", "P01,patient")
    told = demo.run("restricted/roster.csv", expect=1)
    assert "participants.csv: 1 problem(s)" in told
    assert "repeats the key participant 'P01'" in told


def test_an_empty_file_is_refused(demo):
    """A transcript without content is told by name."""
    (demo.study / "transcripts" / "I02.txt").write_text("")
    assert "I02.txt: the file is empty" in demo.run("restricted/turns.csv", expect=1)


def test_na_and_none_stay_utterances_and_001_an_id(demo):
    """Words that look like missing values are talk, and leading zeros are kept."""
    for file in ("participants.csv", "interviews.csv"):
        demo.edit(file, "P02", "001")
    path = demo.study / "transcripts" / "I02.txt"
    lines = path.read_text().replace("P02: The walking stuff.", "P02: NA").replace("P02:", "001:").split("\n")
    lines[5] = "001: None"
    path.write_text("\n".join(lines))
    demo.run("restricted/turns.csv")
    turns = tables.read(demo.results / "restricted" / "turns.csv")
    said = turns[turns["interview"] == "I02"].set_index("turn")
    assert (said.loc[2, "text"], said.loc[6, "text"], said.loc[2, "participant"]) == ("NA", "None", "001")


@pytest.mark.parametrize(
    ("encoding", "end"), [("cp1252", "\n"), ("utf-8", "\r\n"), ("utf-8-sig", "\n"), ("utf-16", "\r\n")]
)
def test_encodings_and_line_ends_change_nothing(demo, encoding, end):
    """Windows-1252, CRLF, a byte order mark and UTF-16 give the same turns."""
    path = demo.study / "transcripts" / "I02.txt"
    text = path.read_text().replace("\n", end)
    path.write_bytes(text.encode(encoding))
    demo.run("restricted/turns.csv")
    turns = tables.read(demo.results / "restricted" / "turns.csv")
    said = turns[turns["interview"] == "I02"]["text"].tolist()
    assert said == [line.split(": ", 1)[1] for line in text.split(end) if line]
