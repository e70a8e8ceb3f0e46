"""Redactions and non-verbal marks in a transcript: kept in the text, known as such, not words."""

import re

# [laughs], [NAME], (inaudible), (pause), xxx, &-um, &=coughs
MARK = re.compile(
    r"\[[^\[\]]{0,80}\]"
    r"|\((?:inaudible|unclear|pause|laughs?|laughter|laughing|sighs?|crying|cries|coughs?|crosstalk|silence)[^()]{0,30}\)"
    r"|\bxxx\b|&[-=~+]\w+",
    re.IGNORECASE,
)
WORD = re.compile(r"\w+(?:['’\-]\w+)*")


def count_words(text: str) -> int:
    """Words that were spoken, marks not counted.

    >>> count_words("Well, [laughs] I didn't &-um go to [TOWN] (inaudible).")
    5
    """
    return len(WORD.findall(MARK.sub(" ", text)))
