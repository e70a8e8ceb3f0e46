"""Invented talk for tests of coders: people with habits of speech, themes that have their words."""

import json

import numpy as np
import pandas as pd

THEMES = {
    "friendship": ["friends", "mates", "coffee together", "texting each other"],
    "travel": ["bus", "parking", "the drive", "petrol"],
    "coping": ["pacing", "breathing exercise", "heat pack", "tips"],
}
FILLER = [
    "well",
    "you",
    "know",
    "it",
    "was",
    "a",
    "bit",
    "of",
    "a",
    "day",
    "and",
    "the",
    "kettle",
    "went",
    "on",
    "as",
    "it",
    "does",
    "when",
    "people",
    "talk",
    "about",
    "things",
]


def unmatched() -> pd.DataFrame:
    """What the pattern coder gives where nothing matches."""
    return pd.DataFrame({"segment": [], "theme": [], "evidence": []}, dtype="str")


def codebook(**more: dict[str, object]) -> pd.DataFrame:
    """Three themes, `travel` a child of `practical`."""
    rows = [
        {
            "theme": theme,
            "kind": "theme",
            "parent": "practical" if theme == "travel" else "",
            "rolls_up": False,
            "definition": f"talk of {theme}: " + ", ".join(words),
            "examples": json.dumps([f"it is about {words[0]}"]),
            "near_misses": "[]",
            "patterns": json.dumps(words),
            "applies_to": "{}",
            "order": order,
        }
        for order, (theme, words) in enumerate(THEMES.items(), 1)
    ]
    parent = {**rows[0], "theme": "practical", "parent": "", "rolls_up": True, "patterns": "[]", "order": 9}
    return pd.DataFrame([*rows, parent])


def study(people: int, each: int, *, seed: int, noise: float = 0.0) -> dict[str, pd.DataFrame]:
    """Tables of a study; `noise` is the share of segments that a theme's word stands in without the theme."""
    rng = np.random.default_rng(seed)
    segments, turns, hand = [], [], []
    for person in range(people):
        interview = f"I{person:02d}"
        rate = rng.beta(2, 6, size=len(THEMES))
        for n in range(each):
            words = list(rng.choice(FILLER, size=rng.integers(6, 14)))
            segment = f"{interview}-{2 * n + 2:03d}-01"
            for theme, chance in zip(THEMES, rate, strict=True):
                if rng.random() < chance:
                    words.insert(int(rng.integers(len(words))), str(rng.choice(THEMES[theme])))
                    hand.append({"segment": segment, "theme": theme, "coder": "A"})
                    if theme == "travel":
                        hand.append({"segment": segment, "theme": "practical", "coder": "A"})
                elif rng.random() < noise:
                    words.insert(int(rng.integers(len(words))), str(rng.choice(THEMES[theme])))
            text = " ".join(words)
            shared = {"interview": interview, "participant": f"P{person:02d}", "speaker": "participant"}
            segments.append(
                {"segment": segment, **shared, "turn": 2 * n + 2, "start": 0, "end": len(text), "text": text}
            )
            turns.append({"interview": interview, "turn": 2 * n + 1, "text": "And how was that?"})
            turns.append({"interview": interview, "turn": 2 * n + 2, "text": text})
    frame = pd.DataFrame(segments)
    frame["words"] = frame["text"].str.split().str.len()
    who = [f"P{n:02d}" for n in range(people)]
    return {
        "segments": frame,
        "turns": pd.DataFrame(turns),
        "hand": pd.DataFrame(hand),
        "roster": pd.DataFrame(
            {"participant": who, "family": "", "group": ["a" if n % 3 else "b" for n in range(people)]}
        ),
        "coverage": pd.DataFrame(
            {"interview": [f"I{n:02d}" for n in range(people)], "coder": "A", "scope": "whole"}
        ),
        "sample": pd.DataFrame(
            {
                "segment": pd.Series(dtype="str"),
                "probability": pd.Series(dtype=float),
                "drawn": pd.Series(dtype=bool),
            }
        ),
        "suggested": pd.DataFrame({"segment": pd.Series(dtype="str"), "coder": pd.Series(dtype="str")}),
    }
