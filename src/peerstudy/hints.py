"""Which known name was meant by one that is not known."""

import difflib
import re
from collections.abc import Iterable

LEAST = 0.6  # likeness, from 0 to 1, from which on a name is offered


def nearest(word: str, choices: Iterable[str]) -> str:
    """A hint that names the likeliest intended choice, or an empty text.

    Capitals and blanks around a name count for nothing. A name with another number is another name: I10 is
    never offered for I09.

    Examples
    --------
    >>> nearest("Tabel", ["table", "chair"])
    " (did you mean 'table'?)"
    >>> nearest("v5 ", ["V05", "V06"]), nearest("V7", ["V05", "V06"])
    (" (did you mean 'V05'?)", '')
    """
    folded = {choice.strip().casefold(): choice for choice in reversed([str(c) for c in choices])}
    meant = word.strip().casefold()
    open_to = [choice for choice in folded if not _numbered_apart(choice, meant)]
    close = difflib.get_close_matches(meant, open_to, n=1, cutoff=LEAST)
    return f" (did you mean {folded[close[0]]!r}?)" if close else ""


def _numbered_apart(one: str, other: str) -> bool:
    """Whether two names differ in their numbers alone, leading zeros apart."""
    counts, others = ([n.lstrip("0") for n in re.findall(r"\d+", name)] for name in (one, other))
    return counts != others and re.sub(r"\d+", "0", one) == re.sub(r"\d+", "0", other)
