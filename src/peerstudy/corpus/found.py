"""A stretch of text that may identify somebody, and what such a stretch looks like."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from peerstudy.corpus.number_words import said


class Found(NamedTuple):
    """A stretch of text and what kind of identifier it may be."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Words:
    """Sets of words, of each of which a text must hold one; `0` stands for any digit."""

    sets: tuple[frozenset[str], ...]


Needs = re.Pattern[str] | tuple[str, ...] | frozenset[str] | Words
CAPITALISED = re.compile("[A-Z][A-Za-z]+")
DIGIT = re.compile(r"\d")
FIGURE = "0"
# Other parts of a name with hyphens, before and after one.
HYPHEN_BEFORE = re.compile(r"(?<![\w-])[A-Z][a-z]{1,20}-(?:[a-z]{1,5}-){0,2}$")
HYPHEN_AFTER = re.compile(r"-(?:[a-z]{1,5}-){0,2}[A-Z][a-z]{1,20}(?![\w-])")
LONGEST = 35  # characters of those before


class Signs(NamedTuple):
    """What a text is looked through for before any form is tried."""

    text: str
    low: str
    capitalised: list[str]
    words: frozenset[str]

    def show(self, needs: Needs) -> bool:
        """Whether the text shows what a form needs."""
        if isinstance(needs, tuple):
            return any(map(self.low.__contains__, needs))
        if isinstance(needs, Words):
            return not any(self.words.isdisjoint(one) for one in needs.sets)
        if isinstance(needs, frozenset):
            return not needs.isdisjoint(self.capitalised)
        return needs.search(self.text) is not None


def signs(text: str) -> Signs:
    """Those of one text."""
    words = said(text) | {FIGURE} if DIGIT.search(text) else said(text)
    return Signs(text, text.lower(), CAPITALISED.findall(text), words)


def words(*sets: str) -> Words:
    """Needs by words: one of each set, of which a bar parts the words."""
    return Words(tuple(frozenset(one.split("|")) for one in sets))


class Form(NamedTuple):
    """The form of a kind of identifier; a text without any sign of what it needs is passed over quickly."""

    kind: str
    needs: Needs
    pattern: re.Pattern[str]

    @property
    def of_digits(self) -> bool:
        """Whether no text without a digit holds it."""
        if not isinstance(self.needs, re.Pattern):
            return False
        return self.needs.pattern.startswith(r"\d") and "|" not in self.needs.pattern


def form(
    kind: str, needs: str | tuple[str, ...] | frozenset[str] | Words, *patterns: str, flags: int = 0
) -> Form:
    """A form of any of these patterns; a named group is the identifier itself, without its company.

    What it needs is a pattern, or faster: any of some parts of words in lower case, whatever the case of the
    text, or any of a set of words with a capital, or `words`.
    """
    needed = re.compile(needs) if isinstance(needs, str) else needs
    return Form(kind, needed, re.compile("|".join(patterns), flags))


def apart(text: str, found: Iterable[Found]) -> list[Found]:
    """Findings that do not overlap, in the order of the text; an earlier one goes before a later one."""
    claimed = bytearray(len(text))
    kept = []
    for one in found:
        if 1 not in claimed[one.start : one.end]:
            claimed[one.start : one.end] = b"\x01" * (one.end - one.start)
            kept.append(one)
    return sorted(kept)


def whole(text: str, hit: Found) -> Found:
    """With the other parts of a name with hyphens of which one was found.

    Examples
    --------
    >>> text = "halfway to Barrow-in-Furness"
    >>> found = whole(text, Found(21, 28, "place"))
    >>> text[found.start : found.end]
    'Barrow-in-Furness'
    """
    before = HYPHEN_BEFORE.search(text, max(0, hit.start - LONGEST), hit.start)
    after = HYPHEN_AFTER.match(text, hit.end)
    return Found(before.start() if before else hit.start, after.end() if after else hit.end, hit.kind)
