"""Which known name was meant by one that is not known."""

import difflib
import re
from collections.abc import Iterable
from unicodedata import combining, normalize

LEAST = 0.6  # likeness, from 0 to 1, from which on a name is offered


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


def same(word: str, choices: Iterable[str]) -> str:
    """The same hint, where a name differs from a choice in capitals, blanks, accents or leading zeros alone.

    Examples
    --------
    >>> same(" Stays", ["stays", "left"]), same("styas", ["stays"]), same("stage III", ["stage II"])
    (" (did you mean 'stays'?)", '', '')
    """
    return nearest(word, [choice for choice in choices if _bare(word) == _bare(choice)])


def mistyped(word: str, choices: Iterable[str]) -> str:
    """The same hint, where besides a letter may be left out or doubled, or two stand the wrong way round.

    Examples
    --------
    >>> [mistyped(word, ["consent"]) for word in ("Consent", "conset", "cosnent")].count("")
    0
    >>> [mistyped(word, ["consent"]) for word in ("content", "consents", "consented")]
    ['', '', '']
    """
    return nearest(word, [choice for choice in choices if _bare(word) in _slips(_bare(choice))])


def _bare(name: str) -> str:
    plain = "".join(sign for sign in normalize("NFKD", _folded(name)) if not combining(sign))
    return "".join(plain.split())


def _slips(name: str) -> set[str]:
    """A name, and what a slip of one key makes of it."""
    made = {name}
    for at in range(len(name)):
        made |= {name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:]}
        made.add(name[:at] + name[at : at + 2][::-1] + name[at + 2 :])
    return made


def _folded(name: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", name.strip().casefold())


def _numbered_apart(one: str, other: str) -> bool:
    """Whether two folded names differ in their numbers alone."""
    counts, others = (re.findall(r"\d+", name) for name in (one, other))
    return counts != others and re.sub(r"\d+", "0", one) == re.sub(r"\d+", "0", other)
