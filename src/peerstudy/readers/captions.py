"""WebVTT captions: Teams voices (``<v Name>``) and Zoom payloads (``Name: words``)."""

import html
import re

from peerstudy.readers.transcript import (
    LABEL,
    Dropped,
    Labels,
    Transcript,
    Turn,
    UnreadableError,
    decode,
    require_known,
    unknown_labels,
)

TIMES = re.compile(r"^\s*((?:\d+:)?\d{2}:\d{2}[.,]\d{3})\s+-->\s+((?:\d+:)?\d{2}:\d{2}[.,]\d{3})")
VOICE = re.compile(r"<v(?:\.[^\s>]*)?(?:\s+([^>]*))?>")
TAG = re.compile(r"</?[^>]*>")


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of a .vtt file; consecutive cues of one speaker are one turn.

    Raises
    ------
    UnreadableError
        If the header is missing, a cue has no speaker, or a label is not the study's.
    """
    text, encoding = decode(data)
    blocks = [block.split("\n") for block in re.split(r"\n[ \t]*\n+", text.strip("\n"))]
    if not blocks[0][0].startswith("WEBVTT"):
        raise UnreadableError("it does not begin with WEBVTT")
    dropped: list[Dropped] = []
    voiced: list[tuple[int, Turn]] = []
    for number, block in enumerate(blocks):
        at = next((i for i, line in enumerate(block) if TIMES.match(line)), None)
        if at is None:
            reason = "header" if number == 0 else "note or style, no cue"
            dropped.append(Dropped(f"block {number + 1}", "\n".join(block), reason))
            continue
        if at:
            dropped.append(Dropped(f"block {number + 1}", "\n".join(block[:at]), "cue identifier"))
        start, end = (_clock(t) for t in TIMES.match(block[at]).groups())  # type: ignore[union-attr]
        voiced += [(number + 1, Turn(who, said, start, end)) for who, said in _voices(block[at + 1 :])]
    lines = [(n, f"{turn.label}: ") for n, turn in voiced if turn.label and not labels.match(turn.label)]
    require_known([(n, line[:-2]) for n, line in lines] or unknown_labels([], labels))
    return Transcript("vtt", encoding, _joined(voiced, labels), dropped)


def _voices(payload: list[str]) -> list[tuple[str, str]]:
    """Speaker and words of each voice in a cue; the speaker is empty where the cue names none."""
    joined = " ".join(line.strip() for line in payload)
    pieces = VOICE.split(joined)
    if len(pieces) > 1:
        found = [("", pieces[0]), *zip(pieces[1::2], pieces[2::2], strict=True)]
    else:
        match = LABEL.match(html.unescape(joined))
        found = [(match["label"], html.unescape(joined)[match.end() :])] if match else [("", joined)]
    clean = [((who or "").strip(), html.unescape(TAG.sub("", said)).strip()) for who, said in found]
    return [(html.unescape(who), said) for who, said in clean if said]


def _joined(voiced: list[tuple[int, Turn]], labels: Labels) -> list[Turn]:
    """Cues of the same speaker in a row as one turn; a cue without a speaker goes on with the one before."""
    turns: list[Turn] = []
    for number, cue in voiced:
        if turns and cue.label in ("", turns[-1].label):
            last = turns[-1]
            turns[-1] = Turn(last.label, f"{last.text} {cue.text}", last.time_start, cue.time_end)
        elif not cue.label:
            raise UnreadableError(f"block {number}: the first cue names no speaker")
        else:
            turns.append(cue)
    return turns


def _clock(text: str) -> float:
    *hours, minutes, rest = text.replace(",", ".").split(":")
    return int(hours[0] if hours else 0) * 3600 + int(minutes) * 60 + float(rest)
