"""Sentence vectors for the other benchmarks: `coders_vectors.py OUT.npz ANNOMI.csv CASINO DEMO`.

DEMO is the results folder of a run of the demonstration study. What OUT holds costs nothing. Needs
requirements/embeddings.txt.
"""

import argparse
from pathlib import Path

import numpy as np
from coders import annomi, casino
from coders_definitions import CASINO

from peerstudy import tables
from peerstudy.coders import definitions, vectors


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser()
    for name in ("out", "annomi", "casino", "demo"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    texts = {*annomi(given.annomi)[0].turns["text"], *casino(given.casino).turns["text"], *CASINO.values()}
    texts |= set(tables.read(given.demo / "restricted" / "segments.csv")["text"])
    texts |= set(definitions.told(tables.read(given.demo / "tables" / "codebook.csv")))
    known = {}
    if given.out.exists():
        kept = np.load(given.out, allow_pickle=False)
        keys = map(vectors.key, kept["texts"].tolist())
        known = dict(zip(keys, kept["vectors"], strict=True))
    ordered = sorted(texts)
    found = vectors.vectors(ordered, encode=vectors.model().encode, known=known, batch=32)
    np.savez(given.out, texts=np.array(ordered), vectors=found)


if __name__ == "__main__":
    main()
