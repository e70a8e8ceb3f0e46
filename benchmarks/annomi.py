#!/usr/bin/env python3
"""Turn the AnnoMI corpus into a study folder, and check the shares that the workflow finds in it.

    benchmarks/annomi.py SOURCE OUT                SOURCE holds AnnoMI-full.csv
    snakemake --cores 2 --config study=OUT
    benchmarks/annomi.py --shares results/OUT

What became of what is told in the README.md of the study folder.
"""

import argparse
import re
import shutil
import sys
from pathlib import Path

import pandas as pd

from peerstudy import tables

TEMPLATE = Path(__file__).parent / "annomi_study"
UTTERANCE = ["transcript_id", "utterance_id"]
OF_CONVERSATION = ["mi_quality", "video_url", "topic"]  # one value a conversation
SUFFIX = {"therapist": "T", "client": "C"}
CLOCK = re.compile(r"\d\d:[0-5]\d:[0-5]\d")

# Share of the speaker's utterances, mean over conversations: low, high quality (first annotator).
KNOWN = {"reflection": (0.063, 0.338), "therapist_input": (0.552, 0.171), "change": (0.116, 0.277)}
TOLERANCE = 0.01


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path, nargs="?", help="folder of AnnoMI-full.csv")
    parser.add_argument("out", type=Path, nargs="?", help="study folder to make; must not exist")
    parser.add_argument("--shares", type=Path, metavar="RESULTS", help="results of that study")
    given = parser.parse_args()
    if given.shares:
        sys.exit(print_shares(given.shares))
    if not given.out:
        parser.error("give SOURCE and OUT, or --shares RESULTS")
    convert(given.source, given.out)


def convert(source: Path, out: Path) -> None:
    """Write the study folder and say what a person should know of it.

    Raises
    ------
    SystemExit
        If the folder exists or the file is not as AnnoMI's.
    """
    if out.exists():
        sys.exit(f"{out} exists. Hint: remove it, or give another folder")
    rows = tables.read_plain(source / "AnnoMI-full.csv")
    problems = misfits(rows)
    if problems:
        sys.exit("AnnoMI-full.csv: " + "\n  ".join(problems))
    rows["coder"] = coders(rows)
    rows["turn"] = rows["utterance_id"].astype(int) + 1
    rows["text"] = rows["utterance_text"].str.replace(r"\s*[\r\n]\s*", " ", regex=True).str.strip()
    said = rows[rows["coder"] == "first"].sort_values(["transcript_id", "turn"], kind="stable")
    (out / "transcripts").mkdir(parents=True)
    (out / "codings").mkdir()
    for name in ("study.yaml", "codebook.yaml", "README.md", "identifiers.csv"):
        shutil.copy(TEMPLATE / name, out / name)
    for transcript, utterances in said.groupby("transcript_id"):
        lines = [_line(*values) for values in utterances[["timestamp", "interlocutor", "text"]].to_numpy()]
        (out / "transcripts" / f"{transcript}.txt").write_text("".join(lines), encoding="utf-8")
    sheets = {**people(rows), **conversations(rows)}
    sheets |= {f"codings/{coder}": spans for coder, spans in codings(rows).groupby("coder")}
    for name, frame in sheets.items():
        frame.to_csv(out / f"{name}.csv", index=False, lineterminator="\n")
    print("\n".join(notes(said, out)))


def misfits(rows: pd.DataFrame) -> list[str]:
    """What of the file is not as it should be, in words."""
    needed = [*UTTERANCE, *OF_CONVERSATION, "interlocutor", "timestamp", "utterance_text", "annotator_id"]
    needed += ["question_exists", "reflection_exists", "therapist_input_exists"]
    needed += ["main_therapist_behaviour", "client_talk_type"]
    missing = [column for column in needed if column not in rows]
    if missing:
        return [f"column(s) missing: {', '.join(missing)}"]
    problems = [
        f"transcript {transcript}: more than one {column}"
        for column in OF_CONVERSATION
        for transcript, count in rows.groupby("transcript_id")[column].nunique().items()
        if count > 1
    ]
    whole = rows.groupby("transcript_id")["utterance_id"].nunique()
    coded = rows.groupby(["transcript_id", "annotator_id"])["utterance_id"].agg(["size", "nunique"])
    problems += [
        f"transcript {transcript}: annotator {annotator} has {size} rows for {whole[transcript]} utterances"
        for (transcript, annotator), size, distinct in coded.itertuples()
        if not size == distinct == whole[transcript]
    ]
    return problems


def coders(rows: pd.DataFrame) -> "pd.Series[str]":
    """The coder of each row: `first` where the annotator's rows come first in the conversation."""
    first = rows.groupby("transcript_id")["annotator_id"].transform("first")
    return ("annotator_" + rows["annotator_id"]).where(rows["annotator_id"] != first, "first")


def people(rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Who speaks: the tables `participants` and `speakers`, two people a conversation."""
    sides = rows.drop_duplicates(["transcript_id", "interlocutor"])
    role = sides["interlocutor"]
    person = sides["transcript_id"] + "-" + role.map(SUFFIX)
    return {
        "participants": pd.DataFrame(
            {
                "participant": person,
                "role": role,
                "outcome": "analysed",
                "speaker": role,
                "quality": sides["mi_quality"],
            }
        ),
        "speakers": pd.DataFrame(
            {"interview": sides["transcript_id"], "label": role, "role": role, "participant": person}
        ),
    }


def conversations(rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """What was said and who coded it: the tables `interviews` and `coverage`."""
    held = rows.drop_duplicates("transcript_id")
    read = rows.drop_duplicates(["transcript_id", "coder"])
    return {
        "interviews": pd.DataFrame(
            {
                "interview": held["transcript_id"],
                "participant": "",
                "file": held["transcript_id"] + ".txt",
                "order": range(1, len(held) + 1),
                "wave": "",
                "language": "en",
                "topic": held["topic"],
                "video_url": held["video_url"],
            }
        ),
        "coverage": pd.DataFrame(
            {"interview": read["transcript_id"], "coder": read["coder"], "scope": "whole"}
        ),
    }


def codings(rows: pd.DataFrame) -> pd.DataFrame:
    """What annotators gave to utterances: one row an utterance, theme and coder, over the whole utterance."""
    given = [
        rows[rows[f"{theme}_exists"] == "True"].assign(theme=theme)
        for theme in ("question", "reflection", "therapist_input")
    ]
    given.append(rows[rows["main_therapist_behaviour"] == "other"].assign(theme="other"))
    given.append(rows[rows["interlocutor"] == "client"].assign(theme=rows["client_talk_type"]))
    spans = pd.concat(given).rename(columns={"transcript_id": "interview", "text": "quote"})
    order = ["coder", "interview", "turn", "theme"]
    return spans[["interview", "turn", "quote", "theme", "coder"]].sort_values(order)


def notes(said: pd.DataFrame, out: Path) -> list[str]:
    """What a person should know: size, videos with conversations of both groups, times left out."""
    held = said.drop_duplicates("transcript_id")
    lines = [f"{out}: {len(held)} conversations, {len(said)} utterances"]
    for video, group in held.groupby("video_url"):
        if len(set(group["mi_quality"])) > 1:
            named = group["transcript_id"] + " " + group["mi_quality"]
            lines.append(f"conversations of both groups in one video: {video}: {', '.join(named)}")
    odd = said[~said["timestamp"].str.fullmatch(CLOCK)]
    lines += [
        f"time left out, not hh:mm:ss: transcript {transcript}, utterance {utterance}: {time}"
        for transcript, utterance, time in odd[[*UTTERANCE, "timestamp"]].to_numpy()
    ]
    return lines


def _line(time: str, label: str, text: str) -> str:
    return f"[{time}] {label}: {text}\n" if CLOCK.fullmatch(time) else f"{label}: {text}\n"


def print_shares(results: Path) -> int:
    """Print the mean shares by group beside the known ones; 1 if one is off or missing, else 0."""
    found = shares(tables.read(results / "restricted" / "presence.csv"))
    off = sorted(set(KNOWN) - set(found.index))
    print(f"{'theme':<16} {'low':>6} {'high':>6}   known")
    for theme, low, high in found[["low", "high"]].itertuples():
        known = KNOWN.get(theme)
        if known and not (abs(low - known[0]) <= TOLERANCE and abs(high - known[1]) <= TOLERANCE):
            off.append(theme)
        beside = f"{known[0]:6.3f} {known[1]:6.3f}" if known else ""
        print(f"{theme:<16} {low:6.3f} {high:6.3f}   {beside}".rstrip())
    if off:
        print(f"off by more than {TOLERANCE}, or missing: {', '.join(off)}")
    return int(bool(off))


def shares(presence: pd.DataFrame) -> pd.DataFrame:
    """Share of a speaker's utterances that carry a theme: mean over conversations, by group (columns)."""
    counted = presence[(presence["estimator"] == "hand") & presence["applies"] & presence["read"]]
    return counted.pivot_table(index="theme", columns="group", values="share", aggfunc="mean")


if __name__ == "__main__":
    main()
