"""Words that a spreadsheet or a word processor can hold without acting on them, and back."""

import re

from peerstudy.folding import LOST_CHARACTER

_UNFIT = re.compile("[^\t\n\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML cannot hold
# What a spreadsheet takes for the start of a formula, or drops before looking (OWASP, CSV injection).
_ACTS = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def harmless(text: str) -> str:
    r"""A text that a spreadsheet will not take for a formula: an apostrophe stands before what could act.

    Examples
    --------
    >>> harmless("=1+1"), harmless("- and then"), harmless("plain"), harmless("\t=1")
    ("'=1+1", "'- and then", 'plain', "'\t=1")
    """
    shown = _UNFIT.sub(LOST_CHARACTER, text)
    return "'" + shown if _ACTS.match(shown) else shown


def meant(text: str) -> str:
    r"""What stood in a cell before `harmless`; line ends as one character.

    Examples
    --------
    >>> [meant(harmless(said)) for said in ("=1", "'=1", "'tis", "- no")]
    ['=1', "'=1", "'tis", '- no']
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines[1:] if lines.startswith("'") and _ACTS.match(lines) else lines
