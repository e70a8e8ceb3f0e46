"""CHAT (.cha), the transcripts of TalkBank: main tiers are speech, dependent tiers and headers are not.

Read line by line and not by pylangacq: its tokens leave out fillers and what speakers took back.
"""

import re
from collections.abc import Iterator

from peerstudy.corpus.readers.cues import Cue, from_cues
from peerstudy.corpus.readers.transcript import (
    PROPERTY,
    STRUCTURE,
    WORDS,
    Dropped,
    Labels,
    Transcript,
    UnreadableError,
    decode,
)

BULLET = re.compile(r"\x15(\d+)_(\d+)\x15")
SCAFFOLDING = frozenset([
    "UTF8", "Begin", "End", "Window", "Font", "Languages", "Options", "Types", "PID", "Color", "words",
])  # fmt: skip
CODES = frozenset([
    "mor", "gra", "wor", "pho", "mod", "cod", "trn", "umor", "ugra", "grt", "xmor", "xgra", "tim",
])  # fmt: skip


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of a CHAT file, with its codes (``[//]``, ``&-um``, ``xxx``) in the text.

    Raises
    ------
    UnreadableError
        If there is no main tier, or a speaker is not the study's.
    """
    text, encoding = decode(data)
    cues: list[Cue] = []
    dropped: list[Dropped] = []
    for place, line in _logical(text):
        sign, rest = line[0], line[1:]
        name, colon, said = rest.partition(":")
        if sign == "*" and colon:
            bullets = BULLET.findall(said)
            times = (int(bullets[0][0]) / 1000, int(bullets[-1][1]) / 1000) if bullets else (None, None)
            signs = "*:" + "".join(f"{a}_{b}" for a, b in bullets)
            dropped.append(Dropped(place, signs, "tier sign or time", STRUCTURE))
            cues.append(Cue(place, name.strip(), " ".join(BULLET.sub(" ", said).split()), *times))
        elif sign == "@":
            media = name == "Media"
            kind = PROPERTY if media else STRUCTURE if name in SCAFFOLDING else WORDS
            dropped.append(Dropped(place, line, "media path" if media else "header", kind))
        elif sign == "%":
            dropped.append(Dropped(place, line, "dependent tier", STRUCTURE if name in CODES else WORDS))
        else:
            dropped.append(Dropped(place, line, "line of no tier"))
    if not cues:
        raise UnreadableError("it holds no main tier (no line begins with *)")
    return from_cues(cues, labels, format="cha", encoding=encoding, continues=False, dropped=dropped)


def _logical(text: str) -> Iterator[tuple[str, str]]:
    """Lines with their continuations, which begin with a tab."""
    place, parts = "", list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        if line[:1] in "\t " and parts and line.strip():
            parts.append(line.strip())
        elif line.strip():
            if parts:
                yield place, " ".join(parts)
            place, parts = f"line {number}", [line.strip()]
    if parts:
        yield place, " ".join(parts)
