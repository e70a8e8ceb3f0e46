"""JSON of speech recognisers: Whisper, WhisperX, AWS Transcribe, AssemblyAI, Deepgram, Rev, podcasts."""

import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import Any

from peerstudy.corpus.readers.clock import seconds
from peerstudy.corpus.readers.cues import Cue, from_cues
from peerstudy.corpus.readers.transcript import (
    PROPERTY,
    STRUCTURE,
    Dropped,
    Labels,
    Transcript,
    UnreadableError,
    decode,
)

LISTS = (
    ("utterances",),
    ("segments",),
    ("results", "utterances"),
    ("transcript",),
    ("entries",),
    ("captions",),
    (),
)
TEXT = ("text", "body", "transcript", "content", "utterance", "sentence")
SPEAKER = (
    "speaker",
    "speaker_label",
    "speakerLabel",
    "speaker_name",
    "speakerName",
    "speaker_id",
    "speakerId",
    "name",
)
START = ("start", "startTime", "start_time", "begin", "from", "start_ts", "ts")
END = ("end", "endTime", "end_time", "to", "end_ts")
PERSONAL = frozenset([
    "audio_url", "url", "file", "filename", "file_name", "path", "media", "media_file", "jobName",
    "accountId", "title", "author",
])  # fmt: skip
Field = tuple[str, str]  # where a text of the file stands, and the text


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of a recogniser's file; a segment without a speaker stays unlabelled.

    Raises
    ------
    UnreadableError
        For broken JSON, JSON that is no transcript, or speakers that the study does not name.
    """
    text, encoding = decode(data)
    try:
        cues, fields = _cues(json.loads(text))
    except UnreadableError:
        raise
    except (ValueError, RecursionError, AttributeError, KeyError, TypeError, IndexError) as error:
        raise UnreadableError(f"its JSON is broken ({error})") from None
    spoken = "".join("".join(cue.text.split()) for cue in cues)
    return from_cues(
        cues, labels, format="json", encoding=encoding, continues=False, dropped=_dropped(fields, spoken)
    )


def _cues(content: Any) -> tuple[list[Cue], list[Field]]:
    """Pieces of speech, and every other text of the file.

    Raises
    ------
    UnreadableError
        If nothing in it looks like speech.
    """
    if isinstance(content, dict) and "monologues" in content:
        return _rev(content)
    if isinstance(_at(content, ("results", "items")), list):
        return _aws(content)
    for path in LISTS:
        records = _at(content, path)
        if isinstance(records, list) and records and all(isinstance(record, dict) for record in records):
            key = next((key for key in TEXT if any(isinstance(r.get(key), str) for r in records)), None)
            if key:
                scale = 1000 if path == ("utterances",) else 1  # AssemblyAI counts milliseconds
                return _records(content, path, records, key, scale)
    if isinstance(content, dict) and isinstance(content.get("text"), str):
        return [Cue("text", "", content["text"])], [
            *_fields({k: v for k, v in content.items() if k != "text"}, "")
        ]
    raise UnreadableError("it is JSON, but no transcript: no list in it has a text for each speaker or time")


def _at(content: Any, path: Iterable[str]) -> Any:
    for key in path:
        content = content.get(key) if isinstance(content, dict) else None
    return content


def _records(
    content: Any, path: tuple[str, ...], records: list[dict[str, Any]], key: str, scale: int
) -> tuple[list[Cue], list[Field]]:
    speaker = next((name for name in SPEAKER if any(name in record for record in records)), "")
    fields = [*_fields(content, "", skip=path)] if path else []
    cues = []
    for number, record in enumerate(records, 1):
        times = [_time(record, names, scale) for names in (START, END)]
        cues.append(Cue(f"segment {number}", _name(record.get(speaker)), str(record.get(key) or ""), *times))
        rest = {name: value for name, value in record.items() if name not in (key, speaker)}
        fields += _fields(rest, ".".join(path))
    return cues, fields


def _rev(content: dict[str, Any]) -> tuple[list[Cue], list[Field]]:
    cues = []
    for number, part in enumerate(content["monologues"], 1):
        elements = part["elements"]
        said = "".join(str(element.get("value", "")) for element in elements)
        times = [t for e in elements for t in (_time(e, START, 1), _time(e, END, 1)) if t is not None]
        cues.append(
            Cue(f"monologue {number}", _name(part.get("speaker")), said, *(times[:1] + times[-1:] or ()))
        )
    return cues, [*_fields({k: v for k, v in content.items() if k != "monologues"}, "")]


def _aws(content: dict[str, Any]) -> tuple[list[Cue], list[Field]]:
    """Words of AWS Transcribe; who speaks stands with the word or in a list of its own."""
    results = content["results"]
    who = {
        item.get("start_time"): segment.get("speaker_label", "")
        for segment in (results.get("speaker_labels") or {}).get("segments", [])
        for item in segment.get("items", [])
    }
    cues: list[Cue] = []
    for number, item in enumerate(results["items"], 1):
        word = str(item["alternatives"][0]["content"])
        if item.get("type") == "punctuation" and cues:
            last = cues[-1]
            cues[-1] = Cue(last.place, last.label, last.text + word, last.start, last.end)
            continue
        label = item.get("speaker_label") or who.get(item.get("start_time"), "")
        cues.append(Cue(f"item {number}", label, word, _time(item, START, 1), _time(item, END, 1)))
    others = {key: value for key, value in results.items() if key not in ("items", "speaker_labels")}
    return cues, [
        *_fields(others, "results"),
        *_fields({k: v for k, v in content.items() if k != "results"}, ""),
    ]


def _name(value: Any) -> str:
    if isinstance(value, dict):
        value = next((value[key] for key in ("name", "label", "id") if key in value), "")
    return "" if value is None else str(value).strip()


def _time(record: dict[str, Any], names: tuple[str, ...], scale: int) -> float | None:
    value = next((record[name] for name in names if name in record), None)
    if isinstance(value, str):
        return (
            seconds(value) if ":" in value else float(value) if re.fullmatch(r"\d+(\.\d+)?", value) else None
        )
    return value / scale if isinstance(value, (int, float)) and math.isfinite(value) else None


def _fields(value: Any, place: str, *, skip: tuple[str, ...] = ()) -> Iterator[Field]:
    """Every text below a value, with its path; lists add nothing to a path."""
    if isinstance(value, str):
        if value.strip():
            yield place, value.strip()
    elif isinstance(value, dict):
        for key, below in value.items():
            if skip[:1] == (key,) and len(skip) == 1:
                continue
            yield from _fields(
                below, f"{place}.{key}".strip("."), skip=skip[1:] if skip[:1] == (key,) else ()
            )
    elif isinstance(value, list):
        for below in value:
            yield from _fields(below, place)


def _dropped(fields: list[Field], spoken: str) -> list[Dropped]:
    """One entry a path; word timings and whole texts that say the same again are the file's scaffolding."""
    paths: dict[str, list[str]] = {}
    for place, text in fields:
        paths.setdefault(place, []).append(text)
    out = []
    for place, texts in paths.items():
        again = "".join("".join(texts).split()) == spoken
        personal = place.rpartition(".")[2] in PERSONAL
        kind = STRUCTURE if again else PROPERTY if personal else "words"
        reason = "words again" if again else "media path" if personal else "field that is no speech"
        out.append(Dropped(place, " ".join(texts), reason, kind))
    return out
