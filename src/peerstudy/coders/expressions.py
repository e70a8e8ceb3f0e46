"""Regular expressions that people write into a codebook, kept from running for ever.

Python's matcher goes back and tries again. In how many ways it can do so is told by the expression: a choice
of n doubles the ways log2(n) times, a repeat as often as it can stop, and everything inside a repeat as often
as it is repeated. That number, in bits, is bounded; so is the word that an expression is tried on.
"""

import re
from math import log2
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LONGEST = 64
MOST_BITS = 16.0
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def bounded(expression: str) -> re.Pattern[str]:
    """The expression compiled, if no word can make it run for ever.

    >>> bounded("^flar(e|ing)$").pattern
    '^flar(e|ing)$'
    >>> bounded("(a+)+$")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ValueError: ...can be tried in about 2^390 ways...

    Raises
    ------
    ValueError
        If it is not a regular expression, or one that could take very long.
    """
    try:
        tree = parser.parse(expression)
        compiled = re.compile(expression)
    except (re.error, RecursionError, OverflowError) as error:
        raise ValueError(f"expression {expression!r} is not a regular expression: {error}") from None
    bits = _bits(tree)
    if bits > MOST_BITS:
        raise ValueError(
            f"expression {expression!r} can be tried in about 2^{bits:.0f} ways (at most 2^{MOST_BITS:.0f}),"
            " so a word could hold it up for ever."
            " Hint: list the words with IN, or write one repeat, not one inside another"
        )
    return compiled


def found(pattern: re.Pattern[str], word: str) -> bool:
    """Whether the expression matches anywhere in the word; words over `LONGEST` characters never match."""
    return len(word) <= LONGEST and pattern.search(word) is not None


def _bits(tree: Any) -> float:
    """The ways in which an expression can be tried on one word from one place, as a power of two."""
    total = 0.0
    for code, value in tree:
        if code in _REPEATS:
            least, most, body = min(value[0], LONGEST), min(value[1], LONGEST), value[2]
            total += log2(most - least + 1) + most * _bits(body)
        elif code is codes.BRANCH:
            total += log2(len(value[1])) + max(map(_bits, value[1]))
        else:
            total += sum(map(_bits, _parts(value)))
    return total


def _parts(value: Any) -> list[Any]:
    """The expressions inside one element."""
    if isinstance(value, parser.SubPattern):
        return [value]
    if isinstance(value, tuple | list):
        return [part for item in value for part in _parts(item)]
    return []
