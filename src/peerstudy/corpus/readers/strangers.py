"""Lines that look like a speaker whom the study does not name, and those that are only talk."""

import re
from collections import Counter
from difflib import get_close_matches

from peerstudy.corpus.readers.clock import CLOCK, END_CLOCK
from peerstudy.corpus.readers.headings import BRACKETED, LONGEST, Heading, Line
from peerstudy.corpus.readers.transcript import INVISIBLE, Labels, UnreadableError, composed, fold
from peerstudy.wording import first

SUSPICIOUS = 3  # an unknown word before a colon is taken for a speaker when it opens this many lines
SHOWN = 10
ALIKE = 0.8  # least likeness (Ratcliff and Obershelp) of a word to a label for which it may be a slip
# A word or a few, or an id, before a colon and a blank: it may be a speaker or not.
COLON = re.compile(r"\s*(?P<label>[^\W_][\w .'’()/@\u0300-\u036f-]{0,39}?)\s*:(?:\s|$)")
NOTED = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
# What people say or write before a colon without naming a speaker.
PHRASES = frozenset([
    "well", "so", "and", "but", "or", "note", "nb", "ps", "ok", "okay", "yes", "yeah", "no", "right", "now",
    "then", "look", "listen", "anyway", "because", "like", "also", "still", "actually", "honestly",
    "basically", "remember", "example", "e.g", "i.e", "etc", "theme", "date", "time", "place", "location",
    "duration", "file", "project", "title", "version", "page", "tel", "email", "nhs", "tv", "gp", "uk",
    "us", "usa", "cc", "asap", "diy", "hr", "it", "tens", "mri", "ct", "er", "a&e", "pip", "dwp", "covid",
    "warning", "important", "http", "https", "www", "summary", "key", "legend", "text", "content",
    "timestamp", "point",
]) | {"mind you", "that is", "for example", "in short", "the thing is", "my point is", "a and e"}  # fmt: skip
COUNTED = frozenset([
    "week", "day", "month", "year", "step", "stage", "part", "page", "chapter", "section", "question",
    "item", "task", "session", "at", "by", "from", "to", "in", "on", "of", "for", "about", "around", "only",
    "level", "grade", "age", "room", "bus", "route", "line", "track", "figure", "table", "number", "no",
    "nr", "after", "before", "until",
])  # fmt: skip


def require_known(lines: list[Line], found: list[Heading | None], labels: Labels) -> None:
    """Stop at line starts that look like a speaker whom the study does not name.

    "Well: honestly" is no speaker. A label counts as one when it holds a digit, is all capitals, has
    two or more capitalised words, stands with a time, or opens three lines of the file. So does a label of
    the study behind signs that are no time: "- P07:", "12 P07:", "[00:09:025] P07:"; and a slip of one,
    such as "Interviwer:".

    Raises
    ------
    UnreadableError
        With every such line.
    """
    own_line = any(h.own_line for h in found if h)
    rest = [line for line, known in zip(lines, found, strict=True) if not known]
    shapes = [
        (line.place, label, sure)
        for line in rest
        for label, sure in _candidates(line, labels, own_line=own_line)
    ]
    phrases = PHRASES | labels.not_speakers
    shapes = [s for s in shapes if fold(s[1]) not in phrases and s[1].split()[0].casefold() not in COUNTED]
    often = Counter(fold(label) for _, label, _ in shapes)
    stop_at([(place, label) for place, label, sure in shapes if sure or often[fold(label)] >= SUSPICIOUS])


def read_as_talk(lines: list[Line], found: list[Heading | None], labels: Labels) -> list[str]:
    """Warnings, by their places, of lines that may hold another speaker and were taken for talk."""
    known = "|".join(re.escape(label) for label in sorted(labels.known) if label)
    within = re.compile(rf"[^\W\d_][\s.?!…,;-]+(?:{known}):\s", re.IGNORECASE) if known else None
    begun = [
        line.place
        for line, head in zip(lines, found, strict=True)
        if not head and not line.label and _begins(line.text, labels)
    ]
    inside = [line.place for line in lines if within and within.search(composed(line.text))]
    bare = _without_colon(labels)
    lost = [
        line.place
        for line, head in zip(lines, found, strict=True)
        if bare and not head and not line.label and bare.match(composed(line.text))
    ]
    return [
        f"{what}; look whether it is a speaker: {first(places, SHOWN, parted='; ')}"
        for what, places in (
            ("a word and a colon begin a line that was read as talk", begun),
            ("a label of the study and a colon stand within talk", inside),
            ("a label of the study without a colon begins a line that was read as talk", lost),
        )
        if places
    ]


def _without_colon(labels: Labels) -> re.Pattern[str] | None:
    """A label at the start of a line and then talk; single letters such as I are words of any talk."""
    known = "|".join(re.escape(label) for label in sorted(labels.known) if len(label) > 1)
    return re.compile(rf"\s*(?![a-z])(?i:{known})[\s.;,>–-]+[^\s:]") if known else None


def _begins(text: str, labels: Labels) -> bool:
    """Whether a capitalised word and a colon begin a line, other than what people say before a colon."""
    colon = COLON.match(text)
    word = composed(colon["label"]) if colon else ""
    return word.isalpha() and word.istitle() and fold(word) not in PHRASES | labels.not_speakers


def stop_at(unknown: list[tuple[str, str]]) -> None:
    """Stop at speaker labels that the study does not name.

    Raises
    ------
    UnreadableError
        With each label, its first place and how often it stands.
    """
    if unknown:
        times = Counter(label for _, label in unknown)
        places = dict(reversed([(label, place) for place, label in unknown]))
        each = [
            f"{places[label]}: {label!r}" + (f" ({number} times)" if number > 1 else "")
            for label, number in times.items()
        ]
        named = first(each, SHOWN, parted="; ")
        raise UnreadableError(
            f"unknown speaker label(s): {named}. Hint: add them to turns: labels: in study.yaml or to "
            "speakers.csv; what is no speaker goes to turns: not_speakers:"
        )


def _candidates(line: Line, labels: Labels, *, own_line: bool) -> list[tuple[str, bool]]:
    """What could be a speaker on this line, and whether it surely is one."""
    if line.label:
        timed = bool(line.clock or CLOCK.fullmatch(line.text))
        return [(line.label, timed or _like_speaker(line.label))]
    clock = CLOCK.match(line.text)
    rest = (line.text[clock.end() :] if clock else line.text[: 4 * LONGEST]).translate(INVISIBLE)
    behind = _behind_signs(rest, labels)
    if behind:
        return [(behind, True)]
    colon = COLON.match(rest)
    if colon:
        return [(colon["label"], _like_speaker(colon["label"]) or _slip(colon["label"], labels))]
    bracket = BRACKETED.match(rest)
    label = (bracket["a"] or bracket["b"] or bracket["c"]).strip() if bracket else ""
    if label and any(c.isdigit() for c in label) and not CLOCK.match(bracket[0]):  # type: ignore[index]
        return [(label, False)]
    bare = rest.strip()
    if not bare or len(bare) > LONGEST:
        return []
    end = END_CLOCK.search(bare)
    if (end or clock) and _named(bare[: end.start()] if end else bare):
        return [(bare[: end.start()] if end else bare, True)]
    return [(bare, False)] if own_line and _named(bare) else []


def _behind_signs(text: str, labels: Labels) -> str:
    """A label of the study with the numbers, signs or notes that stand before it; empty if there is none."""
    for colon in re.finditer(":", text[: 2 * LONGEST]):
        words = text[: colon.start()].split()
        for at, word in enumerate(words):
            bare = word.lstrip("-–—•*>.#\"'“‘([")
            before = " ".join([*words[:at], word.removesuffix(bare)])
            signs = before and not any(c.isalpha() for c in NOTED.sub("", before))
            if signs and labels.match(" ".join([bare, *words[at + 1 :]])):
                return " ".join(words)
    return ""


def _named(label: str) -> bool:
    """One to four words, each with a capital or a number, without the end of a sentence."""
    words = label.split()
    return (
        0 < len(words) < 5
        and label[-1:] not in ".?!,;"
        and all(w[0].isupper() or w[0].isdigit() for w in words)
    )


def _slip(label: str, labels: Labels) -> bool:
    """Whether a word may be a label of the study misspelt; "Interview" is a word beside "Interviewer"."""
    word = fold(label)
    near = get_close_matches(word, sorted(labels.known), n=1, cutoff=ALIKE)
    return bool(near) and len(word) > 3 and not near[0].startswith(word) and not word.startswith(near[0])


def _like_speaker(label: str) -> bool:
    """An id (P07), capitals (INT), or two or three words with capitals or numbers (Jane Smith, Speaker 1)."""
    words = label.split()
    if len(words) > 1:
        return len(words) < 4 and words[0][0].isupper() and _named(label)
    mixed = any(c.isdigit() for c in label) and any(c.isalpha() for c in label)
    return mixed or (label.isupper() and len(label) <= 12)
