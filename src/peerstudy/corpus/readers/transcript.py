"""What every reader gives: turns, what is in no turn, and what a person should look at."""

import unicodedata
from dataclasses import dataclass, field

from peerstudy.corpus.readers import encoding

WORDS = "words"  # language that is in no turn: a header, a comment, a footnote
PROPERTY = "property"  # what a file says about people beside its text: author, media path
STRUCTURE = "structure"  # the file's own scaffolding: colons after labels, time stamps, cue numbers

# Zero-width and direction marks: they change nothing that a reader of the page sees.
INVISIBLE = dict.fromkeys(
    [0x00AD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)]
)
DIRECTION = frozenset(map(chr, [0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
# Signs that part lines or pages in one program or another.
BREAKS = dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), "\n")


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
    kind: str = WORDS


@dataclass(frozen=True)
class Transcript:
    """A file read: its turns, what was left out, and what a person should look at.

    Every non-blank character of the file's text is in the label or text of a turn or in `dropped`.
    """

    format: str
    encoding: str
    turns: list[Turn]
    dropped: list[Dropped] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Labels:
    """The speaker labels that the study declares for one interview.

    Parameters
    ----------
    known
        Folded labels. The empty label stands for lines without a label.
    not_speakers
        Folded words that stand before a colon, or names of tiers, that the study declares to be no speaker.
    """

    known: frozenset[str]
    not_speakers: frozenset[str] = frozenset()

    def match(self, label: str) -> bool:
        """Whether the study knows this label, letter case, blanks and invisible signs apart."""
        return fold(label) in self.known

    @property
    def unlabelled(self) -> bool:
        """Whether the study says whose the lines without a label are."""
        return "" in self.known


def fold(label: str) -> str:
    """A label in the form in which labels are compared: accents as one sign with their letter, quotes plain.

    >>> fold("  Jose\u0301\u200b  O\u2019Neill")
    "josé o'neill"
    """
    plain = composed(label).translate(INVISIBLE).replace("’", "'")
    return " ".join(plain.split()).casefold()


def composed(text: str) -> str:
    """A text whose accents are one sign with their letter, as most systems but some Macs write them."""
    return unicodedata.normalize("NFC", text)


def decode(data: bytes) -> tuple[str, str]:
    """Text of a file and the name of its encoding; line ends become LF, a byte order mark goes.

    UTF-8 and UTF-16 are certain. Anything else is read as Windows-1252, unless signs speak for one of its
    kin: :func:`peerstudy.corpus.readers.encoding.guess`.

    Raises
    ------
    UnreadableError
        For binary content.
    """
    try:
        text, name = _decoded(data)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"its text breaks off at byte {error.start}, so it is no whole text") from None
    if "\x00" in text:
        raise UnreadableError("it holds NUL bytes, so it is no text")
    return text.replace("\r\n", "\n").replace("\r", "\n"), name


def _decoded(data: bytes) -> tuple[str, str]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16"), "utf-16"
    for name, nul in (("utf-16-le", slice(1, 400, 2)), ("utf-16-be", slice(0, 400, 2))):
        if len(data[nul]) > 3 and data[nul].count(0) > 0.8 * len(data[nul]):
            return data.decode(name), name
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        if b"\x00" in data:
            raise UnreadableError("it holds NUL bytes, so it is no text") from None
        guessed = encoding.guess(data)
        if guessed is None:
            raise UnreadableError("its text encoding could not be found. Hint: save it as UTF-8") from None
        return guessed


def notices(text: str) -> list[str]:
    r"""Warnings about signs in a text that a person cannot see.

    >>> notices("plain")
    []
    >>> notices("a\u202eb")
    ['it holds marks that change the direction of writing; they are kept']
    """
    if DIRECTION.intersection(text):
        return ["it holds marks that change the direction of writing; they are kept"]
    return []
