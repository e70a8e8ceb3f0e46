"""Captions as WebVTT, SubRip and YouTube write them, cut into cues.

Read here and not by webvtt-py, srt or pysubs2: those keep the first of several voices, take cue numbers and
notes for speech, or refuse a file for one broken time (tests compare on files that both read).
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from peerstudy.corpus.readers.clock import seconds
from peerstudy.corpus.readers.cues import Cue
from peerstudy.corpus.readers.headings import Heading, Line, heading
from peerstudy.corpus.readers.strangers import COLON, require_known
from peerstudy.corpus.readers.transcript import STRUCTURE, Dropped, Labels, UnreadableError

COMMA = re.compile(r"(\d+:\d{2}:\d{2}\.\w{3}),(\d+:\d{2}:\d{2}\.\w{3})")
TIME = re.compile(r"(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}$")
VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:\s([^<>]*))?>")
TAG = re.compile(r"</?(?:v|c|i|b|u|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<[\d:.]+>", re.IGNORECASE)
BLOCK = re.compile(r"NOTE\b|STYLE\b|REGION\b")
NUMBERS = re.compile(r"NOTE (?:Confidence|duration|recognizability|language)\b.*", re.IGNORECASE)


@dataclass(frozen=True)
class Caption:
    """One cue as it stands in the file; `named` holds the speakers that tags name."""

    place: str
    identifier: str
    lines: list[str]
    start: float | None
    end: float | None


Times = Callable[[str], tuple[str, str] | None]  # a line's two times as written, if it is a line of times


def arrow(line: str) -> tuple[str, str] | None:
    """Times as WebVTT and SubRip write them.

    >>> arrow("00:01.000 --> 00:02.000 align:start")
    ('00:01.000', '00:02.000')
    """
    if "-->" not in line:
        return None
    before, _, after = line.partition("-->")
    return before.strip()[-20:], (after.split(maxsplit=1) or [""])[0][:20]


def comma(line: str) -> tuple[str, str] | None:
    """Times as YouTube writes them in .sbv.

    >>> comma("0:00:01.000,0:00:02.000")
    ('0:00:01.000', '0:00:02.000')
    """
    match = COMMA.fullmatch(line.strip()) if len(line) < 80 else None
    return (match[1], match[2]) if match else None


def cut(text: str, times: Times) -> tuple[list[Caption], list[Dropped], list[str]]:
    """Cues of a caption file, what else it holds, and warnings; broken times lose no words.

    Raises
    ------
    UnreadableError
        If there is no cue in it.
    """
    captions: list[Caption] = []
    dropped: list[Dropped] = []
    warnings: list[str] = []
    for number, block in enumerate(re.split(r"\n[ \t]*\n+", text.strip("\n")), 1):
        place, lines = f"block {number}", block.split("\n")
        if not block.strip():
            continue
        told = [times(line) for line in lines]
        at = [i for i, pair in enumerate(told) if pair]
        if not at:
            _aside(place, lines, captions, dropped, warnings)
            continue
        front = at[0]
        for i, begin in enumerate(at):
            stop = at[i + 1] if i + 1 < len(at) else len(lines)
            if i + 1 < len(at) and stop - begin > 1 and lines[stop - 1].strip().isdigit():
                stop -= 1
            identifier = "\n".join(lines[front:begin] if i else lines[:begin])
            span = _times(told[begin] or ("", ""), place, warnings)
            captions.append(Caption(place, identifier, lines[begin + 1 : stop], *span))
            dropped.append(Dropped(place, lines[begin].strip(), "time stamp", STRUCTURE))
            front = stop
    if not captions:
        raise UnreadableError("no caption was found in it: no line of it gives two times")
    return captions, dropped, warnings


def _aside(
    place: str, lines: list[str], captions: list[Caption], dropped: list[Dropped], warnings: list[str]
) -> None:
    """A block without times: header, note, style, or words that a blank line cut off from their cue."""
    text = "\n".join(lines)
    if NUMBERS.fullmatch(text.strip()) or (BLOCK.match(text) and not text.startswith("NOTE")):
        dropped.append(Dropped(place, text, "style or measure", STRUCTURE))
    elif text.startswith("NOTE"):
        dropped.append(Dropped(place, text, "note"))
    elif not captions:
        signed = text.startswith("WEBVTT")
        rest = text.removeprefix("WEBVTT").strip(" -\n")
        dropped.extend([Dropped(place, "WEBVTT", "signature of the format", STRUCTURE)] if signed else [])
        dropped.extend([Dropped(place, rest, "header")] if rest else [])
    else:
        last = captions[-1]
        number = lines[0] if lines[0].strip().isdigit() else ""
        captions.append(Caption(place, number, lines[1:] if number else lines, last.end, None))
        warnings.append(f"{place} has no times; its words follow the caption before it")


def _times(pair: tuple[str, str], place: str, warnings: list[str]) -> tuple[float | None, float | None]:
    if all(TIME.match(text) for text in pair):
        return seconds(pair[0]), seconds(pair[1])
    warnings.append(f"{place}: its times cannot be read")
    return None, None


def voices(captions: list[Caption], labels: Labels, dropped: list[Dropped]) -> list[Cue]:
    """Who says what: voice tags first, then a label before a colon, then a cue named after its speaker.

    Raises
    ------
    UnreadableError
        For labels before a colon that the study does not name.
    """
    cues: list[Cue] = []
    lines: list[Line] = []
    for caption in captions:
        joined = " ".join(line.strip() for line in caption.lines).strip()
        pieces = VOICE.split(joined)
        named = labels.match(caption.identifier) and bool(caption.identifier.strip())
        if caption.identifier.strip() and not named:
            dropped.append(Dropped(caption.place, caption.identifier, "cue identifier", STRUCTURE))
        marked = [tag[0].replace(tag[1] or "", "", 1) for tag in VOICE.finditer(joined)]
        tags = "".join("".join([*marked, *TAG.findall(VOICE.sub("", joined))]).split())
        if tags:
            dropped.append(Dropped(caption.place, tags, "markup", STRUCTURE))
        if len(pieces) > 1:
            said = [("", pieces[0]), *zip(pieces[1::2], pieces[2::2], strict=True)]
            cues += [_cue(caption, _clean(who or ""), _clean(words)) for who, words in said]
            continue
        if named:
            cues.append(_cue(caption, caption.identifier.strip(), _clean(joined)))
            continue
        lines += [Line(caption.place, _clean(line)) for line in caption.lines]
        for words in _cut_at_labels(caption, labels):
            cues += _labelled(caption, Line(caption.place, words), labels, dropped)
    require_known(lines, [_opening(line, labels) for line in lines], labels)
    return cues


def _cut_at_labels(caption: Caption, labels: Labels) -> list[str]:
    """Words of a cue, cut where a line of it names the next speaker."""
    parts: list[list[str]] = []
    for line in caption.lines:
        if not parts or _opening(Line(caption.place, _clean(line)), labels):
            parts.append([])
        parts[-1].append(line.strip())
    return [_clean(" ".join(part)) for part in parts]


def _opening(line: Line, labels: Labels) -> Heading | None:
    """The turn that a line of a cue opens; a label alone, without a colon, is a word of the talk."""
    head = heading(line, labels)
    return head if head and (head.text or COLON.match(line.text)) else None


def _labelled(caption: Caption, line: Line, labels: Labels, dropped: list[Dropped]) -> list[Cue]:
    head = _opening(line, labels)
    if not head:
        return [_cue(caption, "", line.text)]
    if head.signs.strip():
        dropped.append(Dropped(caption.place, head.signs, "sign or time beside a label", STRUCTURE))
    return [_cue(caption, head.label, head.text)]


def _cue(caption: Caption, label: str, text: str) -> Cue:
    return Cue(caption.place, "" if label == "-" else label, text, caption.start, caption.end)


def _clean(markup: str) -> str:
    return html.unescape(TAG.sub("", markup)).strip()
