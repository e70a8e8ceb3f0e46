"""The passage that a quote which stands nowhere was probably taken from."""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher

from peerstudy.folding import fold

WORD = re.compile(r"\w+(?:'\w+)*")
LEAST = 3  # words in a row that are no chance
SHARE = 0.5  # of the quote's words that they must be


def likest(quote: str, turns: Mapping[int, str]) -> tuple[int, str]:
    """Turn and words where most of a quote's words stand in a row; turn 0 where too few do.

    Parameters
    ----------
    quote
        Words that stand nowhere as they are.
    turns
        Text of each turn.

    Examples
    --------
    >>> likest("I stayed because of the tae.", {1: "Why?", 2: "Well, I stayed because of the tea. Yes."})
    (2, 'I stayed because of the tea.')
    >>> likest("Something else was said.", {1: "Why?", 2: "Well, I stayed because of the tea. Yes."})
    (0, '')
    """
    wanted = _words(quote)
    most, turn, words = max(LEAST, SHARE * len(wanted)), 0, ""
    for number, text in turns.items():
        here = _words(text)
        match = SequenceMatcher(None, here, wanted, autojunk=False).find_longest_match()
        if match.size >= most and (match.size > most or not turn):
            most, turn, words = match.size, number, _around(text, match.a - match.b, len(wanted))
    return turn, words


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text).text.casefold())


def _around(text: str, first: int, number: int) -> str:
    """So many words of a text from a word on, with the sign after them."""
    plain = fold(text).text
    words = list(WORD.finditer(plain))[max(first, 0) : max(first, 0) + number]
    return plain[words[0].start() : words[-1].end() + 1].strip()
