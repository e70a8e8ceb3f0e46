"""The converter of a published corpus of counselling talk, on a tiny invented file of its columns."""

import dataclasses
import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from peerstudy import schema, tables

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = ROOT / "workflow" / "schemas"
SPEC = importlib.util.spec_from_file_location("annomi", ROOT / "benchmarks" / "annomi.py")
annomi = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(annomi)

# transcript, quality, video, utterance, speaker, time, words, annotator, question, reflection, input, client
ROWS = """
7|low|v/a|0|therapist|00:00:05|NA|3|True|False|True|n/a
7|low|v/a|1|client|00:00:09|Well: P7: I am 07700 sure.|3|n/a|n/a|n/a|change
7|low|v/a|2|client|00:00:07|None|3|n/a|n/a|n/a|neutral
7|low|v/a|3|therapist|00:09:025|Is it\x20
really?|3|False|False|False|n/a
12|high|v/a|0|therapist|00:00:01|So you  try, "again".|8|False|True|False|n/a
12|high|v/a|1|client|00:00:04|n/a|8|n/a|n/a|n/a|sustain
12|high|v/a|0|therapist|00:00:01|So you  try, "again".|3|True|True|False|n/a
12|high|v/a|1|client|00:00:04|n/a|3|n/a|n/a|n/a|change
30|high|v/b|0|client|00:00:00|[laughs]|3|n/a|n/a|n/a|change
30|high|v/b|1|therapist|00:00:02|12:30: mm-hmm|3|False|False|False|n/a
30|high|v/b|2|therapist|00:00:03|Mm-hmm|3|False|True|False|n/a
"""


def corpus() -> pd.DataFrame:
    """The invented file; a line that does not open with a number goes on with the one before."""
    lines: list[str] = []
    for line in ROWS.strip("\n").split("\n"):
        if line[0].isdigit():
            lines.append(line)
        else:
            lines[-1] += "\n" + line
    names = ["transcript_id", "mi_quality", "video_url", "utterance_id", "interlocutor", "timestamp"]
    names += ["utterance_text", "annotator_id", *(f"{b}_exists" for b in BEHAVIOURS), "client_talk_type"]
    frame = pd.DataFrame([line.split("|") for line in lines], columns=names).assign(topic="smoking")
    none = (frame[[f"{b}_exists" for b in BEHAVIOURS]] == "False").all(axis=1)
    return frame.assign(main_therapist_behaviour=none.map({True: "other", False: "n/a"}))


BEHAVIOURS = ["question", "reflection", "therapist_input"]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder that holds the invented file."""
    corpus().to_csv(tmp_path / "AnnoMI-full.csv", index=False)
    return tmp_path


@pytest.fixture
def study(source: Path) -> Path:
    """The study folder made of it."""
    annomi.convert(source, source / "study")
    return source / "study"


@pytest.fixture(scope="module")
def run(fresh, tmp_path_factory) -> Callable[[str], pd.DataFrame]:
    """The workflow on the study folder, up to who says how much of what; gives its tables by name."""
    top = tmp_path_factory.mktemp("corpus")
    corpus().to_csv(top / "AnnoMI-full.csv", index=False)
    annomi.convert(top, top / "talk")
    copy = dataclasses.replace(fresh(), name="talk", elsewhere=top / "talk")
    copy.configure(coders=["patterns"])  # three conversations teach nobody
    copy.run("restricted/presence.csv")
    return lambda name: tables.read(copy.results / "restricted" / f"{name}.csv")


@pytest.mark.workflow
def test_every_utterance_is_a_turn_of_its_speaker_with_its_words(run):
    """Words come back as they stood, a line break apart, under the person who said them."""
    turns = run("turns").sort_values(["interview", "turn"])
    assert turns[["interview", "turn", "participant", "speaker", "text"]].to_numpy().tolist() == [
        ["12", 1, "12-T", "therapist", 'So you  try, "again".'],
        ["12", 2, "12-C", "client", "n/a"],
        ["30", 1, "30-C", "client", "[laughs]"],
        ["30", 2, "30-T", "therapist", "12:30: mm-hmm"],
        ["30", 3, "30-T", "therapist", "Mm-hmm"],
        ["7", 1, "7-T", "therapist", "NA"],
        ["7", 2, "7-C", "client", "Well: P7: I am 07700 sure."],
        ["7", 3, "7-C", "client", "None"],
        ["7", 4, "7-T", "therapist", "Is it really?"],
    ]


@pytest.mark.workflow
def test_shares_are_of_the_speakers_own_utterances_by_the_first_annotator(run):
    """Each conversation counts once, and nobody is in the denominator of the other side's themes."""
    found = annomi.shares(run("presence"))
    assert found["low"].to_dict() == {
        "question": 0.5,
        "reflection": 0.0,
        "therapist_input": 0.5,
        "other": 0.5,
        "change": 0.5,
        "sustain": 0.0,
        "neutral": 0.5,
    }
    assert found["high"].to_dict() == {
        "question": 0.0,
        "reflection": 0.75,
        "therapist_input": 0.0,
        "other": 0.25,
        "change": 0.5,
        "sustain": 0.5,
        "neutral": 0.0,
    }


def test_the_first_annotator_stands_once_under_one_name(study):
    """One coder covers all conversations; others keep their number, and no coding stands twice."""
    coverage = tables.read(study / "coverage.csv")
    assert coverage.groupby("coder")["interview"].agg(sorted).to_dict() == {
        "first": ["12", "30", "7"],
        "annotator_3": ["12"],
    }
    files = {path.stem: tables.read_plain(path) for path in (study / "codings").iterdir()}
    shared = {coder: frame[frame["interview"] == "12"] for coder, frame in files.items()}
    assert {coder: sorted(frame["theme"]) for coder, frame in shared.items()} == {
        "first": ["reflection", "sustain"],
        "annotator_3": ["change", "question", "reflection"],
    }


@pytest.mark.workflow
def test_conversations_of_one_video_are_one_family(run):
    """Both people of both conversations of a video stand in its family."""
    people = run("roster").set_index("participant")
    assert people.loc[["7-T", "7-C", "12-T", "12-C"], "family"].tolist() == ["v/a"] * 4
    assert people.loc[["7-T", "12-C"], "group"].tolist() == ["low", "high"]


def test_what_a_person_should_know_is_told(source, capsys):
    """Videos with conversations of both groups and times that are none are named."""
    annomi.convert(source, source / "study")
    told = capsys.readouterr().out.splitlines()
    assert told[0].endswith("study: 3 conversations, 9 utterances")
    assert told[1:] == [
        "conversations of both groups in one video: v/a: 12 high, 7 low",
        "time left out, not hh:mm:ss: transcript 7, utterance 3: 00:09:025",
    ]


def test_the_study_answers_every_key_of_the_schema(study):
    """The generated study.yaml is one that the workflow takes."""
    contract = schema.load(SCHEMAS / "study.schema.yaml")
    schema.check(schema.load(study / "study.yaml"), contract, where="study.yaml")


def test_an_annotator_who_read_half_is_named(source):
    """Coverage by whole conversations is checked, not assumed."""
    corpus().drop(index=7).to_csv(source / "AnnoMI-full.csv", index=False)
    with pytest.raises(SystemExit, match="transcript 12: annotator 3 has 1 rows for 2 utterances"):
        annomi.convert(source, source / "study")


def test_another_file_is_refused(source):
    """Columns that are not there are named."""
    corpus().drop(columns="annotator_id").to_csv(source / "AnnoMI-full.csv", index=False)
    with pytest.raises(SystemExit, match="missing: annotator_id"):
        annomi.convert(source, source / "study")


def test_a_folder_that_exists_is_left_alone(source, study):
    """Nothing is written over a study."""
    with pytest.raises(SystemExit, match="exists"):
        annomi.convert(source, study)


def grid(**shares: tuple[float, float]) -> pd.DataFrame:
    """A table `presence` with one person a theme and group: shares in the low and the high group."""
    rows = [
        {"participant": f"{theme}-{group}", "theme": theme, "group": group, "share": share}
        for theme, pair in shares.items()
        for group, share in zip(("low", "high"), pair, strict=True)
    ]
    counts = {"segments": 1, "coded": 0.0, "words": 1}
    flags = dict.fromkeys(("applies", "asked", "read", "present"), True)
    return pd.DataFrame(rows).assign(estimator="hand", **counts, **flags)


@pytest.mark.parametrize(("change", "status"), [(0.277, 0), (0.29, 1), (float("nan"), 1)])
def test_shares_that_are_off_are_told_by_the_exit_status(tmp_path, monkeypatch, capsys, change, status):
    """The command fails when a share is more than .01 off, or undefined."""
    (tmp_path / "restricted").mkdir()
    found = grid(reflection=(0.06, 0.34), therapist_input=(0.55, 0.17), change=(0.12, change))
    tables.write(found, tmp_path / "restricted" / "presence.csv")
    monkeypatch.setattr(sys, "argv", ["annomi.py", "--shares", str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        annomi.main()
    assert ended.value.code == status
    off = "off by more than 0.01, or missing: change" in capsys.readouterr().out
    assert off == bool(status)
