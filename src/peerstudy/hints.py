"""Which known name was meant by one that is not known."""

import difflib
import re
from collections.abc import Iterable
from itertools import zip_longest

LEAST = 0.6  # likeness, from 0 to 1, from which on a name is offered
SLIP = 0.8  # likeness of two words from which on one is the other misspelt


def nearest(word: str, choices: Iterable[str], *, least: float = LEAST) -> str:
    """A hint that names the likeliest intended choice, or an empty text.

    Capitals, blanks around a name and zeros before a number count for nothing. A name with another number is
    another name: I10 is never offered for I09.

    Parameters
    ----------
    word
        What is written.
    choices
        What is known; of those that differ in nothing that counts the first is offered, of a set the first by
        the alphabet.
    least
        Likeness, from 0 to 1, from which on a name is offered.

    Examples
    --------
    >>> nearest("Tabel", ["table", "chair"])
    " (did you mean 'table'?)"
    >>> nearest("v5 ", ["V05", "V06"]), nearest("V7", ["V05", "V06"])
    (" (did you mean 'V05'?)", '')
    >>> nearest("1", ["001", "011"])
    " (did you mean '001'?)"
    """
    known = [str(choice) for choice in choices]
    if isinstance(choices, set | frozenset):
        known.sort()
    folded = {_folded(choice): choice for choice in reversed(known)}
    meant = _folded(word)
    open_to = [choice for choice in folded if not _numbered_apart(choice, meant)]
    close = difflib.get_close_matches(meant, open_to, n=1, cutoff=least)
    return f" (did you mean {folded[close[0]]!r}?)" if close else ""


def slip(word: str, choices: Iterable[str]) -> str:
    """The same hint, where a name is hardly anything but a misspelt choice, or an empty text.

    Words that differ in their first letter or their last may well be meant so, as may whole other words.

    Examples
    --------
    >>> slip("Stays", ["stays", "left"]), slip("north styas", ["north stays"])
    (" (did you mean 'stays'?)", " (did you mean 'north stays'?)")
    >>> [slip(word, ["active", "arm A"]) for word in ("inactive", "arm B", "actives")]
    ['', '', '']
    """
    return nearest(word, [choice for choice in choices if _slipped(_folded(word), _folded(choice))])


def _slipped(word: str, choice: str) -> bool:
    pairs = list(zip_longest(*(re.findall(r"[^\W_]+", name) for name in (word, choice)), fillvalue=""))
    return word == choice or all(
        one == other or (one[:1] + one[-1:] == other[:1] + other[-1:] and _alike(one, other) >= SLIP)
        for one, other in pairs
    )


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()


def _folded(name: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", name.strip().casefold())


def _numbered_apart(one: str, other: str) -> bool:
    """Whether two folded names differ in their numbers alone."""
    counts, others = (re.findall(r"\d+", name) for name in (one, other))
    return counts != others and re.sub(r"\d+", "0", one) == re.sub(r"\d+", "0", other)
