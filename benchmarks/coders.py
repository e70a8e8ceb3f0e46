"""How well machine coders code real talk, people left out: `python benchmarks/coders.py ANNOMI.csv CASINO`.

CASINO is the folder of its json files. Prints the tables of benchmarks/README.md, heading Coders.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from sklearn.metrics import cohen_kappa_score, f1_score

from peerstudy import features, folds, ridge, space, thresholds, tuning
from peerstudy.calibration import calibration_error

FOLDS, SEED, PENALTY = 5, 1, 3.0
MOST = {"words": 2000, "letters": 1000, "neighbours": 300}
WEIGHT = {"letters": 0.5, "neighbours": 0.45}
RUNS = (2, 5)
VECTOR = 1.5  # weight of a sentence vector beside the words


@dataclass
class Task:
    """Texts of conversations, codes, and who must be left out together."""

    name: str
    segments: pd.DataFrame
    turns: pd.DataFrame
    family: pd.Series
    labels: np.ndarray
    codes: list[str]
    exclusive: bool


def annomi(path: Path) -> list[Task]:
    """Therapist and client codes of the first annotator, conversations of one video left out together."""
    data = pd.read_csv(path, keep_default_na=False).drop_duplicates(["transcript_id", "utterance_id"])
    data = data.sort_values(["transcript_id", "utterance_id"], kind="stable").reset_index(drop=True)
    turns = pd.DataFrame(
        {
            "interview": data["transcript_id"].astype(str),
            "turn": data["utterance_id"],
            "start": 0,
            "text": data["utterance_text"],
            "participant": data["transcript_id"].astype(str),
        }
    )
    turns["segment"] = turns["interview"] + "-" + turns["turn"].astype(str)
    therapist = data["interlocutor"] == "therapist"
    tasks = []
    for name, who, column, codes in (
        ("question", therapist, "question_exists", ["True"]),
        ("reflection", therapist, "reflection_exists", ["True"]),
        ("therapist behaviour", therapist, "main_therapist_behaviour", []),
        ("client talk", ~therapist, "client_talk_type", []),
    ):
        codes = codes or sorted(data.loc[who, column].unique())
        labels = np.column_stack([(data.loc[who, column] == code).to_numpy(float) for code in codes])
        own = turns[who].reset_index(drop=True)
        family = data.loc[who, "video_url"].reset_index(drop=True)
        tasks.append(Task(name, own, turns, family, labels, codes, len(codes) > 1))
    return tasks


def casino(folder: Path) -> Task:
    """Ten negotiation codes, several a message, dialogues left out."""
    rows, texts = [], []
    for file in sorted(folder.glob("casino_*.json")):
        for dialogue in json.loads(file.read_text(encoding="utf-8")):
            for turn, (text, codes) in enumerate(dialogue["annotations"]):
                rows.append((str(dialogue["dialogue_id"]), turn, 0, text))
                texts.append([code.strip() for code in codes.split(",") if code.strip()])
    segments = pd.DataFrame(rows, columns=["interview", "turn", "start", "text"])
    segments["participant"] = segments["interview"]
    segments["segment"] = segments["interview"] + "-" + segments["turn"].astype(str)
    codes = sorted({code for each in texts for code in each})
    labels = np.array([[float(code in each) for code in codes] for each in texts])
    return Task("CaSiNo", segments, segments, segments["interview"], labels, codes, False)


def text_rows(task: Task, known: pd.DataFrame | None = None) -> csr_array:
    """Features of the default coder, chosen on the texts of `known` (all by default)."""
    chosen = task.segments if known is None else known
    made = space.fit(chosen, task.turns, language="en", most=MOST, weight=WEIGHT, runs=RUNS)
    return made.rows(task.segments, task.turns)


def judged(task: Task, rows: csr_array, fold: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Probabilities, decisions and thresholds, people left out."""
    scores, _ = ridge.left_out(rows, task.labels, fold, penalty=PENALTY)
    tuned = tuning.tune(scores, task.labels, fold)
    own = scores[fold, np.arange(len(fold))]
    probability, coded = tuned.judge(own, fold)
    return probability, coded, tuned.thresholds[fold]


def figures(task: Task, probability: np.ndarray, coded: np.ndarray, cut: np.ndarray) -> dict[str, object]:
    """Kappa of the task, macro-F1, and calibration error (mean over codes)."""
    if task.exclusive:
        kappa = cohen_kappa_score(task.labels.argmax(1), (probability - cut).argmax(1))
    else:
        kappas = [
            float(thresholds.kappa((c * y).sum(), c.sum(), y.sum(), len(y)))
            for c, y in zip(coded.T, task.labels.T, strict=True)
        ]
        kappa = float(np.mean(kappas))
    f1 = np.mean([f1_score(y, c) for c, y in zip(coded.T, task.labels.T, strict=True)])
    ece = [calibration_error(p, y, bins=10) for p, y in zip(probability.T, task.labels.T, strict=True)]
    return {"kappa": f"{kappa:.3f}", "macro-F1": f"{f1:.3f}", "calibration error": f"{np.mean(ece):.3f}"}


def vectors(task: Task, store: dict[str, np.ndarray]) -> csr_array | None:
    """Centred sentence vectors of the segments, if they are at hand."""
    if not store:
        return None
    found = np.array([store[text] for text in task.segments["text"]])
    centred = found - found.mean(axis=0)
    return csr_array(VECTOR * centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9))


def report(rows: list[dict[str, object]]) -> None:
    """A Markdown table."""
    frame = pd.DataFrame(rows)
    print("| " + " | ".join(frame.columns) + " |")
    print("|" + "---|" * len(frame.columns))
    for values in frame.astype(str).to_numpy():
        print("| " + " | ".join(values) + " |", flush=True)


def main() -> None:
    """Accuracy of every coder on every task."""
    parser = argparse.ArgumentParser()
    parser.add_argument("annomi", type=Path)
    parser.add_argument("casino", type=Path)
    parser.add_argument("--vectors", type=Path, help="npz of texts and vectors")
    arguments = parser.parse_args()
    store: dict[str, np.ndarray] = {}
    if arguments.vectors:
        kept = np.load(arguments.vectors, allow_pickle=False)
        store = dict(zip(kept["texts"].tolist(), kept["vectors"], strict=True))
    lines, by_code = [], []
    for task in [*annomi(arguments.annomi), casino(arguments.casino)]:
        nobody = pd.Series("", index=task.segments.index)
        fold = folds.folds(task.family, nobody, number=FOLDS, seed=SEED)
        words = text_rows(task)
        encoded = vectors(task, store)
        variants = {"classifier": words}
        if encoded is not None:
            variants["embeddings"] = features.beside(encoded, csr_array(np.ones((len(fold), 1))))
            variants["both"] = features.beside(words, encoded)
        for name, rows in variants.items():
            outcome = judged(task, rows, fold)
            lines.append({"task": task.name, "coder": name, "segments": len(fold), **figures(task, *outcome)})
            print(lines[-1], flush=True)
            for code, c, y in zip(task.codes, outcome[1].T, task.labels.T, strict=True):
                kappa = float(thresholds.kappa((c * y).sum(), c.sum(), y.sum(), len(y)))
                by_code.append(
                    {
                        "task": task.name,
                        "coder": name,
                        "code": code,
                        "kappa": f"{kappa:.3f}",
                        "F1": f"{f1_score(y, c):.3f}",
                    }
                )
    report(lines)
    report(by_code)


if __name__ == "__main__":
    main()
