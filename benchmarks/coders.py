"""How well machine coders code real talk, people left out: `python benchmarks/coders.py ANNOMI.csv CASINO`.

CASINO is the folder of its json files. The coders also see what patterns of `codebooks/` match; those were
written from what the codes mean, blind to the talk, and never changed. With --bare the coders do without.
Prints the tables of benchmarks/README.md, heading Coders; with --vectors (an npz of texts and vectors,
`coders_vectors.py`) also coders of sentence vectors and the blend, with --second (the same of another model,
`coders_sentences.py`) also what that model would add.
"""

import argparse
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd
import yaml
from sklearn.metrics import cohen_kappa_score, f1_score

from peerstudy.coders import folds, mixing, thresholds, tuning, views
from peerstudy.coders.calibration import calibration_error
from peerstudy.coders.patterns import patterns
from peerstudy.coders.teaching import Lesson
from peerstudy.coders.trained import by_ridge
from peerstudy.coders.vectors import Vectors, key

Row = dict[str, object]

FOLDS, SEED, PENALTY = 5, 1, 3.0
WORDS = {
    "language": "en",
    "most": {"words": 2000, "letters": 1000, "neighbours": 300},
    "weight": {"letters": 0.5, "neighbours": 0.45, "place": 0.5, "patterns": 1.0},
    "runs": (2, 5),
}
SENTENCES = {"points": 3000, "gamma": 1.0, "own": 1.7, "neighbours": 0.7, "patterns": 0.7}
BOOKS = Path(__file__).parent / "codebooks"
QUOTATION = {"marks": ['"', "“", "”"], "own": ["i", "we", "me"], "words": 4}
NEGATION = {"cues": ["not"], "breaks": ["but"], "words": 5, "kinds": []}  # many codes are spoken as denials


@dataclass
class Task:
    """Codes of some talk; exclusive codes are classes, one a segment."""

    name: str
    codes: list[str]
    exclusive: bool


@dataclass
class Talk:
    """Conversations, their codes, and who must be left out together."""

    segments: pd.DataFrame
    turns: pd.DataFrame
    family: pd.Series
    labels: np.ndarray
    tasks: list[Task]
    patterns: pd.DataFrame
    deal: int = 1

    @property
    def lesson(self) -> Lesson:
        """Everything is taught, parts of the same family in one of five folds."""
        nobody = pd.Series("", index=self.segments.index)
        fold = folds.folds(self.family, nobody, number=FOLDS, seed=self.deal)
        everything = np.ones(len(fold), dtype=bool)
        return Lesson(everything, everything, self.labels, fold, fold)


def matched(book: str, codes: Iterable[str], segments: pd.DataFrame) -> pd.DataFrame:
    """What the pattern coder finds of these codes of a codebook."""
    themes = yaml.safe_load((BOOKS / f"{book}.yaml").read_text(encoding="utf-8"))["themes"]
    names = sorted(set(codes))
    told = pd.DataFrame({"theme": names, "kind": "theme"})
    told["patterns"] = [json.dumps(themes[name]["patterns"]) for name in names]
    return patterns(segments, told, language="en", negation=NEGATION, quotation=QUOTATION)


def annomi(path: Path) -> list[Talk]:
    """Therapist and client codes of the first annotator, conversations of one video left out together."""
    data = pd.read_csv(path, keep_default_na=False).drop_duplicates(["transcript_id", "utterance_id"])
    data = data.sort_values(["transcript_id", "utterance_id"], kind="stable").reset_index(drop=True)
    turns = pd.DataFrame(
        {
            "interview": data["transcript_id"].astype(str),
            "turn": data["utterance_id"] + 1,
            "start": 0,
            "text": data["utterance_text"],
            "participant": data["transcript_id"].astype(str),
        }
    )
    turns["segment"] = turns["interview"] + "-" + turns["turn"].astype(str)
    found = []
    for who, columns in (
        ("therapist", {"question": "question_exists", "reflection": "reflection_exists"}),
        ("client", {}),
    ):
        own = data["interlocutor"] == who
        classes = "main_therapist_behaviour" if who == "therapist" else "client_talk_type"
        values = sorted(data.loc[own, classes].unique())
        tasks = [Task(name, [name], False) for name in columns]
        tasks.append(Task("therapist behaviour" if who == "therapist" else "client talk", values, True))
        labels = [data.loc[own, column] == "True" for column in columns.values()]
        labels += [data.loc[own, classes] == value for value in values]
        segments, family = (
            turns[own].reset_index(drop=True),
            data.loc[own, "video_url"].reset_index(drop=True),
        )
        told = matched("annomi", [*columns, *values], segments)
        found.append(Talk(segments, turns, family, np.column_stack(labels).astype(float), tasks, told))
    return found


def casino(folder: Path) -> Talk:
    """Ten negotiation codes, several a message, dialogues left out."""
    rows, texts = [], []
    for file in sorted(folder.glob("casino_*.json")):
        for dialogue in json.loads(file.read_text(encoding="utf-8")):
            for turn, (text, codes) in enumerate(dialogue["annotations"], 1):
                rows.append((str(dialogue["dialogue_id"]), turn, 0, text))
                texts.append([code.strip() for code in codes.split(",") if code.strip()])
    segments = pd.DataFrame(rows, columns=["interview", "turn", "start", "text"])
    segments["participant"] = segments["interview"]
    segments["segment"] = segments["interview"] + "-" + segments["turn"].astype(str)
    codes = sorted({code for each in texts for code in each})
    labels = np.array([[float(code in each) for code in codes] for each in texts])
    told = matched("casino", codes, segments)
    return Talk(segments, segments, segments["interview"], labels, [Task("CaSiNo", codes, False)], told)


def vectors(path: Path) -> dict[str, Vectors]:
    """Sentence vectors by the key of their text."""
    kept = np.load(path, allow_pickle=False)
    return {key(text): vector for text, vector in zip(kept["texts"].tolist(), kept["vectors"], strict=True)}


def scores(talk: Talk, *known: dict[str, Vectors]) -> dict[str, np.ndarray]:
    """Of each coder, folds x segments x codes, people left out; vectors of none, one or two models."""
    lesson = talk.lesson
    words = views.words(talk.segments, talk.turns, lesson.taught, talk.patterns, **WORDS)
    made = {"classifier (default)": by_ridge(words, penalty=PENALTY)(talk.segments, lesson)[0]}
    for name, each in zip(("embeddings", "embeddings (second model)"), known, strict=False):
        given = (talk.segments, talk.turns, each, lesson.taught, talk.patterns)
        sentences = views.sentences(*given, how=SENTENCES, seed=SEED)
        made[name] = by_ridge(sentences, penalty=PENALTY)(talk.segments, lesson)[0]
    parts = list(made.values())
    blends = {"blend": [0, 1], "blend (second model)": [0, 2], "blend (both models)": [0, 1, 2]}
    for name, which in blends.items():
        if which[-1] < len(parts):
            made[name] = blended(talk, [parts[n] for n in which])
    return made


def blended(talk: Talk, parts: list[np.ndarray]) -> np.ndarray:
    """The weighted mean of coders."""
    lesson, person = talk.lesson, pd.factorize(talk.segments["participant"])[0]
    mixture = mixing.mix(parts, lesson.labels, lesson.fold, person, lesson.fair)
    return np.stack([mixture.mixed([each[f] for each in parts], f) for f in range(FOLDS)])


def judged(score: np.ndarray, lesson: Lesson) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Probabilities, decisions and thresholds, people left out."""
    tuned = tuning.tune(score, lesson.labels, lesson.fold, lesson.fair)
    own = score[lesson.fold, np.arange(len(lesson.fold))]
    return *tuned.judge(own, lesson.fold), tuned.thresholds[lesson.fold]


def kappa(coded: np.ndarray, label: np.ndarray) -> float:
    """Of one code."""
    return float(thresholds.kappa((coded * label).sum(), coded.sum(), label.sum(), len(label)))


def figures(
    task: Task, label: np.ndarray, probability: np.ndarray, coded: np.ndarray, cut: np.ndarray
) -> Row:
    """Kappa of the task, macro-F1, and calibration error (mean over codes)."""
    if task.exclusive:
        agreement = cohen_kappa_score(label.argmax(1), (probability - cut).argmax(1))
    else:
        agreement = np.mean([kappa(c, y) for c, y in zip(coded.T, label.T, strict=True)])
    f1 = np.mean([f1_score(y, c) for c, y in zip(coded.T, label.T, strict=True)])
    ece = [calibration_error(p, y, bins=10) for p, y in zip(probability.T, label.T, strict=True)]
    return {"kappa": float(agreement), "macro-F1": float(f1), "calibration error": float(np.mean(ece))}


def report(rows: list[Row], out: Path | None = None) -> None:
    """A Markdown table; also as a CSV file, if wanted."""
    frame = pd.DataFrame(rows).astype(str)
    print("| " + " | ".join(frame.columns) + " |")
    print("|" + "---|" * len(frame.columns))
    for values in frame.to_numpy():
        print("| " + " | ".join(values) + " |", flush=True)
    if out is not None:
        frame.to_csv(out, index=False, lineterminator="\n")


def outcomes(talk: Talk, deal: int, known: list[dict[str, Vectors]]) -> tuple[list[Row], list[Row]]:
    """Of one deal of the folds: a line a task and coder, a line a code and coder."""
    talk = replace(talk, deal=deal)
    lesson, lines, by_code = talk.lesson, [], []
    for coder, score in scores(talk, *known).items():
        outcome, first = judged(score, lesson), 0
        for task in talk.tasks:
            own = slice(first, first + len(task.codes))
            first = own.stop
            parts = [each[:, own] for each in (talk.labels, *outcome)]
            lines.append({"task": task.name, "coder": coder, "segments": len(lesson.fold)})
            lines[-1].update(figures(task, *parts))
            for code, y, c in zip(task.codes, parts[0].T, parts[2].T, strict=True):
                row = {"task": task.name, "code": code, "share": f"{y.mean():.3f}", "coder": coder}
                by_code.append({**row, "kappa": kappa(c, y), "F1": f1_score(y, c)})
    return lines, by_code


def means(rows: list[Row], *, ends: list[str]) -> list[Row]:
    """The mean over deals of what is a number; of some also the lowest and the highest."""
    frame = pd.DataFrame(rows)
    measured = [name for name in frame if frame[name].dtype == float]
    deals = frame.groupby([name for name in frame if name not in measured], sort=False)[measured]
    low, mean, high = (each.map("{:.3f}".format) for each in (deals.min(), deals.mean(), deals.max()))
    for name in ends:
        mean[name] += " (" + low[name] + " to " + high[name] + ")"
    return mean.reset_index().to_dict("records")


def main() -> None:
    """Accuracy of every coder on every task."""
    parser = argparse.ArgumentParser()
    parser.add_argument("annomi", type=Path)
    parser.add_argument("casino", type=Path)
    parser.add_argument("--vectors", type=Path, help="npz of texts and vectors")
    parser.add_argument("--second", type=Path, help="the same of another model")
    parser.add_argument("--deals", type=int, default=5, help="of people into folds; means over them")
    parser.add_argument("--bare", action="store_true", help="without the patterns of a codebook")
    parser.add_argument("--out", type=Path, help="CSV file for the table of codes")
    arguments = parser.parse_args()
    known = [vectors(path) for path in (arguments.vectors, arguments.second) if path is not None]
    lines, by_code = [], []
    for talk in [*annomi(arguments.annomi), casino(arguments.casino)]:
        if arguments.bare:
            talk.patterns = talk.patterns[:0]
        for deal in range(1, arguments.deals + 1):
            found = outcomes(talk, deal, known)
            lines += found[0]
            by_code += found[1]
    report(means(lines, ends=["kappa", "macro-F1"]))
    report(means(by_code, ends=[]), arguments.out)


if __name__ == "__main__":
    main()
