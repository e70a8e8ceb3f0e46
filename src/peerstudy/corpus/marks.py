"""Redactions and non-verbal marks in a transcript: kept in the text, known as such, not words."""

import re

_SOUNDS = (
    "inaudible|unclear|unintelligible|indistinct|pause|silence|laugh|laughs|laughing|laughter|chuckles?|giggles?|"
    "sighs?|sighing|cries|crying|sobs?|sniffs?|coughs?|coughing|crosstalk|overlapping|interruption|"
    "phone rings|background noise|redacted|name|place"
)

# [laughs], [NAME], {street}, (inaudible 00:12), ((coughs)), *laughs*, xxx, &-um, <UNSURE>, (.), #00:01:02-3#
MARK = re.compile(
    r"\[[^\[\]]{0,80}\]"
    r"|\{[^{}\n]{0,80}\}"
    rf"|\({{1,3}}(?:{_SOUNDS})\b[^()]{{0,30}}\){{1,3}}"
    rf"|\*(?:{_SOUNDS})\*"
    r"|\(\.{1,3}\)|\(\d{1,3}(?:\.\d{1,2})?(?: ?s(?:ec(?:ond)?s?)?)?\)"
    r"|</?[A-Z_]{2,20}\s?/?>"
    r"|#\d{1,2}:\d{2}:\d{2}[.,-]?\d{0,3}#"
    r"|\b(?:xxx|yyy|www)\b|&[-=~+]\w+(?:[:_]\w+)*",
    re.IGNORECASE,
)
WORD = re.compile(r"\w+(?:['’\-]\w+)*")


def count_words(text: str) -> int:
    """Words that were spoken, marks not counted.

    >>> count_words("Well, [laughs] I didn't &-um go to [TOWN] (inaudible).")
    5
    >>> count_words("and (.) he &=coughs said xxx <UNSURE>maybe</UNSURE> #00:01:02-3#")
    4
    """
    return len(WORD.findall(MARK.sub(" ", text)))
