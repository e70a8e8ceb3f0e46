"""How fast machine coders are: `python benchmarks/coders_speed.py ANNOMI.csv CODEBOOK.yaml`.

Seconds are processor time. The conversations are repeated to the words asked for; the codebook's patterns are
run as they stand.
"""

import argparse
import json
import logging
import re
import resource
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import spacy
import yaml
from coders import SENTENCES, WORDS, vectors
from sklearn.feature_extraction.text import TfidfVectorizer
from spacy.matcher import PhraseMatcher

from peerstudy.coders.classifier import classifier
from peerstudy.coders.embeddings import embeddings
from peerstudy.coders.patterns import patterns
from peerstudy.coders.vectors import Vectors, key

NO_SCOPE = {
    "negation": {"cues": [], "breaks": [], "words": 0, "kinds": []},
    "quotation": {"marks": [], "own": [], "words": 0},
}
LESSONS = {
    "coder": "A",
    "penalty": 3.0,
    "folds": 5,
    "seed": 1,
    "least": {"segments": 15, "people": 5, "kappa": 0.2},
}


def timed(name: str, words: int, work: Callable[[], object]) -> float:
    """Processor seconds of the fastest of three runs, printed with the rate."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    print(f"| {name} | {words:,} | {min(taken):.2f} | {words / min(taken) / 1e6:.2f} |", flush=True)
    return min(taken)


def mark(copy: int) -> str:
    """Nothing for the first copy."""
    return f" #{copy}" if copy else ""


def stems(texts: pd.Series) -> pd.DataFrame:
    """Twenty themes of eleven stems: the commonest words of five letters and more, dealt out in turn."""
    counts = Counter(word for text in texts for word in re.findall(r"[a-z]{5,}", text.lower()))
    found = list(dict.fromkeys(word[:5] + "*" for word, _ in counts.most_common(2000)))[:220]
    rows = [{"theme": f"t{n:02d}", "kind": "theme", "patterns": json.dumps(found[n::20])} for n in range(20)]
    return pd.DataFrame(rows)


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


def study(data: pd.DataFrame, words: int) -> dict[str, pd.DataFrame]:
    """Tables of a study of so many words: the conversations repeated, the first copy coded by hand.

    A mark after the words of each copy but the first keeps texts apart that would else be the same.
    """
    once = int(data["utterance_text"].str.split().str.len().sum())
    copies = [data.assign(copy=n) for n in range(-(-words // once))]
    frame = pd.concat(copies, ignore_index=True).sort_values(
        ["copy", "transcript_id", "utterance_id"], kind="stable", ignore_index=True
    )
    interview = frame["copy"].astype(str) + "-" + frame["transcript_id"].astype(str)
    segments = pd.DataFrame(
        {
            "segment": interview + "-" + frame["utterance_id"].astype(str),
            "interview": interview,
            "participant": interview,
            "turn": frame["utterance_id"] + 1,
            "start": 0,
            "text": frame["utterance_text"] + frame["copy"].map(mark),
        }
    )
    first = segments[frame["copy"] == 0]
    themes = stems(data["utterance_text"]).assign(parent="", rolls_up=False)
    hand = patterns(first, themes, language="en", **NO_SCOPE)[["segment", "theme"]].assign(coder="A")
    who = segments["participant"].unique()
    empty = pd.DataFrame({"segment": pd.Series(dtype="str"), "coder": "", "drawn": False})
    return {
        "segments": segments,
        "turns": segments[["interview", "turn", "text"]],
        "codebook": themes,
        "patterns": patterns(segments, themes, language="en", **NO_SCOPE),
        "hand": hand,
        "coverage": pd.DataFrame({"interview": first["interview"].unique(), "coder": "A", "scope": "whole"}),
        "sample": empty,
        "suggested": empty,
        "roster": pd.DataFrame({"participant": who, "family": ""}),
    }


def coded(made: dict[str, pd.DataFrame]) -> None:
    """The classifier learns from the first copy and codes everything."""
    classifier(
        *made.values(),
        language="en",
        most=WORDS["most"],
        weight=WORDS["weight"],
        runs=WORDS["runs"],
        lessons=LESSONS,
        floor=0.05,
    )


def by_vectors(made: dict[str, pd.DataFrame], known: dict[str, Vectors]) -> None:
    """The same of the coder of sentence vectors; every copy has vectors of its own."""
    segments, turns, *rest = made.values()
    own = [known[key(text)] for text in segments["text"].str.replace(r" #\d+$", "", regex=True)]
    known = dict(zip(segments["text"].map(key), np.array(own), strict=True))
    embeddings(segments, turns, known, *rest, sentences=SENTENCES, lessons=LESSONS, floor=0.05)


def read(path: Path) -> pd.DataFrame:
    """AnnoMI, each utterance once."""
    return pd.read_csv(path, keep_default_na=False).drop_duplicates(["transcript_id", "utterance_id"])


def growth(data: pd.DataFrame, millions: list[int], works: dict[str, Callable[..., object]]) -> None:
    """Seconds and memory as the conversations are repeated."""
    for million in millions:
        made = study(data, million * 1_000_000)
        words = int(made["segments"]["text"].str.split().str.len().sum())
        for name, work in works.items():
            start = time.process_time()
            work(made)
            seconds = time.process_time() - start
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
            rate = f"{words / seconds / 1e6:.2f}, at most {peak:.1f} GiB"
            print(f"| {name} | {words:,} | {seconds:.1f} | {rate} |", flush=True)


def main() -> None:
    """Rates on one corpus, then growth."""
    parser = argparse.ArgumentParser()
    parser.add_argument("annomi", type=Path)
    parser.add_argument("codebook", type=Path)
    parser.add_argument("--millions", type=int, nargs="*", default=[1, 10])
    parser.add_argument("--vectors", type=Path, help="npz of texts and vectors: only their coder's growth")
    arguments = parser.parse_args()
    logging.disable(logging.WARNING)
    data = read(arguments.annomi)
    if arguments.vectors:
        known = vectors(arguments.vectors)
        works = {"embeddings, 20 themes, learned and coded": lambda made: by_vectors(made, known)}
        growth(data, arguments.millions, works)
        return
    segments = study(data, 1_000_000)["segments"]
    texts = segments["text"]
    words = int(texts.str.split().str.len().sum())

    def found(themes: pd.DataFrame) -> object:
        return patterns(segments, themes, language="en", **NO_SCOPE)

    print("| one million words | words | seconds | million words a second |\n|---|---|---|---|")
    twenty = stems(data["utterance_text"])
    timed("20 themes of 11 stems, `patterns`", words, lambda: found(twenty))
    timed("the same, a regular expression a theme and segment", words, lambda: regexes(segments, twenty))
    single = codebook(arguments.codebook, lambda p: isinstance(p, str) and " " not in p)
    timed("words and stems of the demonstration, `patterns`", words, lambda: found(single))
    timed("the same, a regular expression a theme and segment", words, lambda: regexes(segments, single))
    several = codebook(arguments.codebook, lambda p: isinstance(p, str) and "*" not in p)
    timed("its phrases, `patterns`", words, lambda: found(several))
    timed("the same, spaCy's PhraseMatcher", words, lambda: phrases(segments, several))
    everything = codebook(arguments.codebook, lambda p: True)
    timed("all its patterns", words, lambda: found(everything))
    pairs = TfidfVectorizer(ngram_range=(1, 2))
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5))
    timed("scikit-learn's vectorizer alone, words and pairs", words, lambda: pairs.fit_transform(texts))
    timed("scikit-learn's vectorizer alone, runs of letters", words, lambda: letters.fit_transform(texts))
    works = {
        "all patterns": lambda made: patterns(made["segments"], everything, language="en", **NO_SCOPE),
        "classifier, 20 themes, learned and coded": coded,
    }
    growth(data, arguments.millions, works)


if __name__ == "__main__":
    main()
