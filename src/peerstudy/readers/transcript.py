"""What every reader gives, and the steps that several readers share."""

import re
from collections import Counter
from dataclasses import dataclass, field

import charset_normalizer

# A word or two, or an id, before a colon at the start of a line: it may be a speaker label or not.
LABEL = re.compile(r"^\s*(?P<label>[^\W_][\w .'’()/-]{0,39}?)\s*:(?:\s+|$)")
# [00:01:02] or (1:02) or 00:01:02.500 before a label.
CLOCK = re.compile(r"^\s*[\[(]?(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,2}):(?P<s>\d{2}(?:[.,]\d{1,3})?)[\])]?\s*")
SUSPICIOUS = 3  # a one-word unknown label is taken for a speaker when it opens this many lines


class UnreadableError(ValueError):
    """Why a file cannot be read as a transcript, in words, without the file's name."""


@dataclass(frozen=True)
class Turn:
    """One stretch of speech: label as written, text as stored, times in seconds."""

    label: str
    text: str
    time_start: float | None = None
    time_end: float | None = None


@dataclass(frozen=True)
class Dropped:
    """Something of a file that is in no turn: where it stood, what it was, why it was left out."""

    place: str
    text: str
    reason: str


@dataclass(frozen=True)
class Transcript:
    """A file read: its turns, what was left out, and what a person should look at."""

    format: str
    encoding: str
    turns: list[Turn]
    dropped: list[Dropped] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Labels:
    """The speaker labels that the study declares for one interview."""

    known: frozenset[str]

    def match(self, label: str) -> bool:
        """Whether the study knows this label, letter case and blanks apart."""
        return fold(label) in self.known


def fold(label: str) -> str:
    """A label in the form in which labels are compared."""
    return " ".join(label.split()).casefold()


def decode(data: bytes) -> tuple[str, str]:
    """Text of a file and the name of its encoding; line ends become LF, a byte order mark goes.

    UTF-8 and marked UTF-16 are certain. Anything else is read as the single-byte encoding that
    charset-normalizer finds likeliest, Windows-1252 before its kin.

    Raises
    ------
    UnreadableError
        For binary content.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text, encoding = data.decode("utf-16"), "utf-16"
    else:
        try:
            text, encoding = data.decode("utf-8-sig"), "utf-8"
        except UnicodeDecodeError:
            best = charset_normalizer.from_bytes(data, cp_isolation=["cp1252", "cp1250", "mac_roman"]).best()
            if best is None:
                raise UnreadableError(
                    "its text encoding could not be found. Hint: save it as UTF-8"
                ) from None
            text, encoding = str(best), best.encoding
    if "\x00" in text:
        raise UnreadableError("it holds NUL bytes, so it is no text")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def seconds(match: re.Match[str]) -> float:
    """Seconds of a :data:`CLOCK` match."""
    return int(match["h"] or 0) * 3600 + int(match["m"]) * 60 + float(match["s"].replace(",", "."))


def unknown_labels(lines: list[tuple[int, str]], labels: Labels) -> list[tuple[int, str]]:
    """Line starts that look like a speaker whom the study does not name: ``(line number, label)``.

    "Well: honestly" is no speaker. A label counts as one when it holds a digit, is all capitals, has
    two or more capitalised words, or opens three lines of the file.

    Parameters
    ----------
    lines
        Line number and text of every line.
    labels
        What the study declares.
    """
    found = []
    for number, line in lines:
        clock = CLOCK.match(line)
        match = LABEL.match(line[clock.end() :] if clock else line)
        if match and not labels.match(match["label"]):
            found.append((number, match["label"]))
    often = Counter(fold(label) for _, label in found)
    return [(n, label) for n, label in found if _like_speaker(label) or often[fold(label)] >= SUSPICIOUS]


def _like_speaker(label: str) -> bool:
    words = label.split()
    named = len(words) in (2, 3) and all(word[0].isupper() for word in words)
    return named or any(c.isdigit() for c in label) or (label.isupper() and len(label) <= 12)


def require_known(unknown: list[tuple[int, str]]) -> None:
    """Stop at speaker labels that the study does not name.

    Raises
    ------
    UnreadableError
        With every such line.
    """
    if unknown:
        named = "; ".join(f"line {number}: {label!r}" for number, label in unknown[:10])
        more = f" and {len(unknown) - 10} more" if len(unknown) > 10 else ""
        raise UnreadableError(
            f"unknown speaker label(s): {named}{more}. "
            "Hint: add them to turns: labels: in study.yaml or to speakers.csv"
        )
