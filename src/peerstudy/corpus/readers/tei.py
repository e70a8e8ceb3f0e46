"""TEI transcriptions of speech (ISO 24624): ``<u who="#P1">`` on a timeline."""

from lxml import etree

from peerstudy.corpus.readers.archive import attribute, tag, xml
from peerstudy.corpus.readers.clock import seconds
from peerstudy.corpus.readers.cues import Cue, from_cues
from peerstudy.corpus.readers.transcript import Dropped, Labels, Transcript, UnreadableError

# What speakers do beside speaking; a description in it is kept in brackets.
EVENTS = frozenset([
    "vocal", "kinesic", "incident", "event", "gap", "unclear_gap", "pause", "shift", "writing",
])  # fmt: skip
ANNOTATIONS = frozenset(["spanGrp", "fs", "interp", "interpGrp", "note"])


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of a TEI document; a turn's label is what `who` points to.

    Raises
    ------
    UnreadableError
        For broken XML, a document without utterances, or speakers that the study does not name.
    """
    root = xml(data)
    times = _timeline(root)
    dropped: list[Dropped] = []
    cues = []
    utterances = [*root.iter("{*}u")]
    for number, utterance in enumerate(utterances, 1):
        holder = next((a for a in utterance.iterancestors() if tag(a) == "annotationBlock"), utterance)
        who, start, end = (
            attribute(utterance, key) or attribute(holder, key) for key in ("who", "start", "end")
        )
        text = " ".join("".join(_said(utterance, f"u {number}", dropped)).split())
        cues.append(
            Cue(
                f"u {number}", who.lstrip("#"), text, times.get(start.lstrip("#")), times.get(end.lstrip("#"))
            )
        )
    if not cues:
        raise UnreadableError("it is TEI without utterances (<u>)")
    dropped += _rest(root)
    return from_cues(cues, labels, format="tei", encoding="utf-8", continues=False, dropped=dropped)


def _timeline(root: etree._Element) -> dict[str, float]:
    """Seconds of every point of the timeline."""
    times: dict[str, float] = {}
    for point in root.iter("{*}when"):
        name, since = attribute(point, "id"), attribute(point, "since").lstrip("#")
        interval, absolute = attribute(point, "interval"), attribute(point, "absolute")
        try:
            if interval:
                times[name] = times.get(since, 0.0) + float(interval.rstrip("s"))
            elif absolute:
                times[name] = seconds(absolute) if ":" in absolute else float(absolute.rstrip("s"))
            else:
                times[name] = 0.0
        except ValueError as error:
            raise UnreadableError(f"a time of its timeline is no number ({error})") from None
    return times


def _said(element: etree._Element, place: str, dropped: list[Dropped]) -> list[str]:
    """Words of an utterance in order; events as [description]."""
    parts = [element.text or ""]
    for child in element:
        name = tag(child)
        if name in EVENTS:
            described = " ".join(" ".join(map(str, child.itertext())).split())
            parts.append(f" [{described or name}] ")
        elif name in ANNOTATIONS:
            dropped.append(
                Dropped(place, " ".join(" ".join(map(str, child.itertext())).split()), "annotation")
            )
        elif name:
            parts += [
                *_said(child, place, dropped),
                " " if name in ("w", "seg", "pc") and not child.tail else "",
            ]
        parts.append(child.tail or "")
    return parts


def _rest(root: etree._Element) -> list[Dropped]:
    """Text outside utterances: the header, stage directions between them."""
    rest = []
    for element in root.iter():
        name = tag(element)
        inside = name == "u" or any(tag(a) == "u" for a in element.iterancestors())
        own = [] if inside or not name else [element.text]
        tail = [] if any(tag(a) == "u" for a in element.iterancestors()) else [element.tail]
        for text in (*own, *tail):
            if text and text.strip():
                header = any(tag(a) == "teiHeader" for a in element.iterancestors())
                rest.append(
                    Dropped(f"<{name}>", " ".join(text.split()), "header" if header else "outside utterances")
                )
    return [r for r in rest if r.text]
