"""Codes without a hand code: `python benchmarks/coders_definitions.py CASINO DEMO --vectors FILE`.

The coder `definitions` and the pattern coder against hand codes that neither saw. DEMO is the results folder
of a run of the demonstration study. Definitions of CaSiNo were written from the names of its codes, once.
"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd
from coders import casino, kappa, report, vectors
from sklearn.metrics import f1_score

from peerstudy import tables
from peerstudy.coders.definitions import definitions
from peerstudy.coders.teaching import marks

CONSPICUOUS = 2.0  # as in every study that comes with the workflow; never another value was tried
CASINO = {
    "elicit-pref": "Asking the other person what they prefer or need.",
    "no-need": "Saying that I do not need an item or have enough of it already.",
    "non-strategic": "Plain talk without any strategy, such as a bare offer, a yes or a thank you.",
    "other-need": "Saying that other people such as my children or friends need an item.",
    "promote-coordination": "Suggesting that we work together towards a deal that is good for both of us.",
    "self-need": "Saying why I need an item for myself.",
    "showing-empathy": "Showing sympathy and understanding for what the other person needs.",
    "small-talk": "Small talk such as a greeting, how are you, or wishing a good trip.",
    "uv-part": "Saying that the other person does not need so much of an item.",
    "vouch-fair": "Saying that the deal is fair or unfair.",
}


def codebook() -> pd.DataFrame:
    """CaSiNo's codes as a codebook without examples."""
    columns = {"definition": list(CASINO.values()), "examples": "[]", "near_misses": "[]", "rolls_up": False}
    return pd.DataFrame({"theme": list(CASINO), **columns})


def lines(study: str, coder: str, themes: list[str], coded: np.ndarray, true: np.ndarray) -> list[dict]:
    """One line a theme that the hand coder used, and the mean."""
    made = []
    for theme, c, y in zip(themes, coded.T, true.T, strict=True):
        if y.any():
            value = kappa(c, y)
            made.append({"study": study, "coder": coder, "code": theme, "hand": y.mean(), "coded": c.mean()})
            made[-1] |= {"kappa": 0.0 if np.isnan(value) else value, "F1": f1_score(y, c, zero_division=0)}
    whole = pd.DataFrame(made)[["hand", "coded", "kappa", "F1"]].mean().to_dict()
    return [*made, {"study": study, "coder": coder, "code": f"mean of {len(made)}", **whole}]


def main() -> None:
    """The table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("casino", type=Path)
    parser.add_argument("demo", type=Path)
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="CSV file for the whole table")
    given = parser.parse_args()
    known, rows = vectors(given.vectors), []
    talk = casino(given.casino)
    found = definitions(talk.segments, codebook(), known, conspicuous=CONSPICUOUS, floor=0.5)
    both = pd.concat([found, talk.patterns])
    for coder, codes in (("definitions", found), ("patterns", talk.patterns), ("either", both)):
        coded = marks(talk.segments["segment"], codes, list(CASINO))
        rows += lines("CaSiNo", coder, list(CASINO), coded, talk.labels)
    names = ("segments", "hand", "patterns")
    segments, hand, patterns = (tables.read(given.demo / "restricted" / f"{name}.csv") for name in names)
    book = tables.read(given.demo / "tables" / "codebook.csv")
    themes = list(book.loc[~book["rolls_up"], "theme"])
    true = marks(segments["segment"], hand[hand["coder"] == "A"], themes)
    near = definitions(segments, book, known, conspicuous=CONSPICUOUS, floor=0.5)
    both = pd.concat([near, patterns])
    for coder, codes in (("definitions", near), ("patterns", patterns), ("either", both)):
        rows += lines("demonstration", coder, themes, marks(segments["segment"], codes, themes), true)
    for row in rows:
        row.update({name: f"{row[name]:.3f}" for name in ("hand", "coded", "kappa", "F1")})
    report([row for row in rows if row["study"] == "CaSiNo" or "mean" in str(row["code"])])
    report(rows, given.out)


if __name__ == "__main__":
    main()
