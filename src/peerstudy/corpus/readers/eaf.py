"""ELAN annotations (.eaf, formats 2 and 3): tiers without a parent are speech, translations are not.

Read here and not by pympi, which reads from paths only and breaks off where a schema location is missing
(the tests compare with it).
"""

from collections.abc import Iterator

from lxml import etree

from peerstudy.corpus.readers.archive import xml
from peerstudy.corpus.readers.tiers import Tier, from_tiers
from peerstudy.corpus.readers.transcript import PROPERTY, Dropped, Labels, Transcript, UnreadableError, fold

PATHS = ("MEDIA_FILE", "MEDIA_URL", "RELATIVE_MEDIA_URL", "LINK_URL", "RELATIVE_LINK_URL")


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of an ELAN file; a tier's speaker is its participant or its name, whichever the study knows.

    Raises
    ------
    UnreadableError
        For broken XML, or tiers that the study does not name.
    """
    root = xml(data)
    if root.tag != "ANNOTATION_DOCUMENT":
        raise UnreadableError("it is no ELAN document")
    try:
        slots = {
            slot.get("TIME_SLOT_ID"): int(value) / 1000 if (value := slot.get("TIME_VALUE")) else None
            for slot in root.iter("TIME_SLOT")
        }
    except ValueError as error:
        raise UnreadableError(f"a time of it is no number ({error})") from None
    dropped = [*_properties(root)]
    tiers = []
    for element in root.iter("TIER"):
        name = element.get("TIER_ID", "")
        below = bool(element.get("PARENT_REF")) and fold(name) not in labels.known
        intervals = [*_intervals(element, slots)]
        if below:
            dropped += [
                Dropped(f"tier {name!r}", text, "dependent tier") for _, _, text in intervals if text.strip()
            ]
        else:
            tiers.append(Tier((name, element.get("PARTICIPANT", "")), intervals))
    return from_tiers(_once(tiers, labels), labels, format="eaf", encoding="utf-8", dropped=dropped)


def _once(tiers: list[Tier], labels: Labels) -> Iterator[Tier]:
    """Where the study names a tier, other tiers of the same participant are not taken for speech by it."""
    named = {fold(tier.names[1]) for tier in tiers if labels.match(tier.names[0])}
    for tier in tiers:
        own = labels.match(tier.names[0]) or fold(tier.names[1]) not in named
        yield tier if own else Tier(tier.names[:1], tier.intervals)


def _intervals(
    tier: etree._Element, slots: dict[str | None, float | None]
) -> Iterator[tuple[float | None, float | None, str]]:
    for annotation in tier.iter("ALIGNABLE_ANNOTATION", "REF_ANNOTATION"):
        value = annotation.findtext("ANNOTATION_VALUE") or ""
        yield slots.get(annotation.get("TIME_SLOT_REF1")), slots.get(annotation.get("TIME_SLOT_REF2")), value


def _properties(root: etree._Element) -> Iterator[Dropped]:
    """Author, annotators and media paths."""
    found = [("author", root.get("AUTHOR", ""), "document property")]
    found += [("annotator", tier.get("ANNOTATOR", ""), "document property") for tier in root.iter("TIER")]
    for element in root.iter("HEADER", "MEDIA_DESCRIPTOR", "LINKED_FILE_DESCRIPTOR"):
        found += [(key, element.get(key, ""), "media path") for key in PATHS]
    for place, text, reason in dict.fromkeys(found):
        if text.strip():
            yield Dropped(place, text.strip(), reason, PROPERTY)
