"""How fast machine coders are: `python benchmarks/coders_speed.py ANNOMI.csv CODEBOOK.yaml`.

Seconds are processor time. The conversations are repeated to the words asked for; the codebook's patterns are
run as they stand.
"""

import argparse
import json
import re
import resource
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import spacy
import yaml
from sklearn.feature_extraction.text import TfidfVectorizer
from spacy.matcher import PhraseMatcher

from peerstudy import space
from peerstudy.patterns import patterns

NO_SCOPE = {
    "negation": {"cues": [], "breaks": [], "words": 0, "kinds": []},
    "quotation": {"marks": [], "own": [], "words": 0},
}
MOST = {"words": 2000, "letters": 1000, "neighbours": 300}
WEIGHT = {"letters": 0.5, "neighbours": 0.45, "place": 0.5}


def timed(name: str, words: int, work: Callable[[], object]) -> float:
    """Processor seconds of the second of two runs, printed with the rate."""
    work()
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    print(f"| {name} | {words:,} | {seconds:.2f} | {words / seconds / 1e6:.2f} |", flush=True)
    return seconds


def codebook(path: Path, keep: Callable[[object], bool]) -> pd.DataFrame:
    """Themes with those of their patterns that are kept."""
    themes = yaml.safe_load(path.read_text(encoding="utf-8"))["themes"]
    rows = [
        {"theme": name, "kind": "theme", "patterns": json.dumps([p for p in theme["patterns"] if keep(p)])}
        for name, theme in themes.items()
    ]
    return pd.DataFrame(rows)


def regexes(segments: pd.DataFrame, themes: pd.DataFrame) -> int:
    """What is usually written: one expression a theme, searched in every segment."""
    made = [
        re.compile(r"\b(?:" + "|".join(re.escape(p).replace(r"\*", r"\w*") for p in own) + r")\b", re.I)
        for own in map(json.loads, themes["patterns"])
        if own
    ]
    return sum(1 for text in segments["text"] for each in made if each.search(text))


def phrases(segments: pd.DataFrame, themes: pd.DataFrame) -> int:
    """SpaCy's tokenizer and PhraseMatcher on the same phrases."""
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for theme, own in zip(themes["theme"], map(json.loads, themes["patterns"]), strict=True):
        matcher.add(theme, [nlp.make_doc(p) for p in own])
    return sum(len(matcher(text)) for text in nlp.pipe(segments["text"]))


def main() -> None:
    """Rates on one corpus, then growth."""
    parser = argparse.ArgumentParser()
    parser.add_argument("annomi", type=Path)
    parser.add_argument("codebook", type=Path)
    parser.add_argument("--millions", type=int, nargs="*", default=[1, 10])
    arguments = parser.parse_args()
    data = pd.read_csv(arguments.annomi, keep_default_na=False).drop_duplicates(
        ["transcript_id", "utterance_id"]
    )
    once = int(data["utterance_text"].str.split().str.len().sum())

    def corpus(words: int) -> tuple[pd.DataFrame, int]:
        times = -(-words // once)
        frame = pd.concat([data.assign(copy=n) for n in range(times)], ignore_index=True)
        interview = frame["copy"].astype(str) + "-" + frame["transcript_id"].astype(str)
        made = {
            "interview": interview,
            "turn": frame["utterance_id"],
            "start": 0,
            "text": frame["utterance_text"],
        }
        segments = pd.DataFrame(made)
        segments["segment"] = segments["interview"] + "-" + segments["turn"].astype(str)
        return segments, times * once

    segments, words = corpus(1_000_000)
    print("| one million words | words | seconds | million words a second |\n|---|---|---|---|")
    single = codebook(arguments.codebook, lambda p: isinstance(p, str) and " " not in p)
    timed("words and stems, `patterns`", words, lambda: patterns(segments, single, language="en", **NO_SCOPE))
    timed(
        "words and stems, a regular expression a theme and segment", words, lambda: regexes(segments, single)
    )
    several = codebook(arguments.codebook, lambda p: isinstance(p, str) and "*" not in p)
    timed("phrases, `patterns`", words, lambda: patterns(segments, several, language="en", **NO_SCOPE))
    timed("phrases, spaCy's PhraseMatcher", words, lambda: phrases(segments, several))
    everything = codebook(arguments.codebook, lambda p: True)
    timed(
        "all patterns of the codebook",
        words,
        lambda: patterns(segments, everything, language="en", **NO_SCOPE),
    )
    part = segments[:20_000]
    few = int(part["text"].str.split().str.len().sum())
    made = space.fit(part, part, language="en", most=MOST, weight=WEIGHT, runs=(2, 5))
    timed("features of the classifier, neighbours included", few, lambda: made.rows(part, part))
    timed(
        "scikit-learn's vectorizer, words and pairs",
        few,
        lambda: TfidfVectorizer(ngram_range=(1, 2)).fit_transform(part["text"]),
    )
    timed(
        "scikit-learn's vectorizer, runs of letters",
        few,
        lambda: TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5)).fit_transform(part["text"]),
    )
    for million in arguments.millions:
        segments, words = corpus(million * 1_000_000)
        start = time.process_time()
        patterns(segments, everything, language="en", **NO_SCOPE)
        seconds, peak = (
            time.process_time() - start,
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20,
        )
        rate = f"{words / seconds / 1e6:.2f}, at most {peak:.1f} GiB"
        print(f"| all patterns, from the first word | {words:,} | {seconds:.1f} | {rate} |")


if __name__ == "__main__":
    main()
