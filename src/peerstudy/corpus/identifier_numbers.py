"""Identifiers that are numbers, in digits or in words: named by length, first digits and check digits.

Every pattern is bounded, so that a text costs no more than its length.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from peerstudy.corpus.found import Found

WORDS = {
    "oh": 0, "o": 0, "zero": 0, "nought": 0, "naught": 0,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
FIGURES = [word for word, figure in WORDS.items() if figure]
TIMES = {"double": 2, "triple": 3, "treble": 3}
LEAST_SAID = 7  # digits: a telephone number without its area
LEAST_CARD = 13
DIGIT = re.compile(r"\d")
DIGITS = re.compile(r"(?<![\w.@/])(?:\+ ?|\(\+?)?\d(?:[ .()/-]{0,3}\d){5,18}(?![\w@])")
# Double seven, nine hundred, 077; one after another, perhaps with what people say while they think.
PART = re.compile(
    rf"(?:(?P<times>{'|'.join(TIMES)})[ -])?"
    rf"(?:(?P<word>{'|'.join(WORDS)})\b(?P<hundred> hundred\b)?|(?P<digits>\d{{1,5}}\b))",
    re.IGNORECASE,
)
ITEM = re.sub("[?]P<[a-z]+>", "?:", PART.pattern)
SPOKEN = re.compile(
    rf"\b(?<!ty[ -]){ITEM}(?:[ ,.…-]{{1,3}}(?:(?:um|uh|er|erm|then)[ ,.…]{{1,3}})?{ITEM}){{2,24}}",
    re.IGNORECASE,
)


def numbers(text: str) -> Iterator[Found]:
    """Runs of digits, then runs of words for digits.

    Examples
    --------
    >>> text = "ring 07700 900123, not one two three four five six seven"
    >>> [(text[f.start : f.end], f.kind) for f in numbers(text)]
    [('07700 900123', 'phone')]
    >>> text = "it's oh seven seven double oh, nine oh oh, one two three"
    >>> [(text[f.start : f.end], f.kind) for f in numbers(text)]
    [('oh seven seven double oh, nine oh oh, one two three', 'phone')]
    """
    for match in DIGITS.finditer(text) if DIGIT.search(text) else ():
        kind = _kind(match[0].strip(), re.sub(r"\D", "", match[0]))
        if kind:
            yield Found(match.start(), match.end(), kind)
    for match in SPOKEN.finditer(text) if _may_be_said(text) else ():
        digits = _digits(match[0])
        several = len(set(digits)) > (1 if len(digits) >= LEAST_CARD else 2)
        if len(digits) >= LEAST_SAID and several and not _counting(digits):
            yield Found(match.start(), match.end(), _kind(digits, digits))


def _may_be_said(text: str) -> bool:
    """Whether two figures are said or one is written: no number has fewer, and few texts need a search."""
    low = text.lower()
    return sum(word in low for word in FIGURES) > 1 or DIGIT.search(text) is not None


def _kind(written: str, digits: str) -> str:
    return next((name for name, fits in NUMBERS if fits(written, digits)), "")


def _digits(said: str) -> str:
    """Digits of a number that is said, `double` and `triple` carried out; none of amounts."""
    parts = list(PART.finditer(said))
    words = sum(3 if part["times"] else part["word"] is not None for part in parts)
    if words < 3:
        return ""
    digits = "".join(
        (part["digits"] or str(WORDS[part["word"].casefold()]))
        * TIMES.get((part["times"] or "").casefold(), 1)
        + ("00" if part["hundred"] else "")
        for part in parts
    )
    # Several hundreds are amounts, unless they make up a telephone number.
    hundreds = sum(part["hundred"] is not None for part in parts)
    return digits if hundreds < 2 or (digits[0] == "0" and len(digits) in (10, 11)) else ""


def _counting(digits: str) -> bool:
    """Whether somebody counts up or down, perhaps more than once, as people do when they breathe."""
    steps = pairwise(digits)
    return all(before != after == "1" or abs(int(after) - int(before)) == 1 for before, after in steps)


def nhs_check(digits: str) -> bool:
    """Whether ten digits pass the NHS number's modulus 11 check (NHS Data Dictionary).

    >>> nhs_check("9434765919"), nhs_check("9434765918")
    (True, False)
    """
    if len(digits) != 10:
        return False
    total = sum(int(d) * weight for d, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11 == int(digits[9])


def luhn_check(digits: str) -> bool:
    """Whether digits pass the check of payment cards (Luhn, ISO/IEC 7812-1).

    >>> luhn_check("4539578763621486"), luhn_check("4539578763621487")
    (True, False)
    """
    doubled = [int(d) * (2 if place % 2 else 1) for place, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def _abroad(written: str, digits: str) -> bool:
    return 9 <= len(digits) <= 15 and (written.startswith(("+", "(+")) or digits.startswith("00"))


def _american(written: str, digits: str) -> bool:
    grouped = re.fullmatch(r"(?:1[ .-])?\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}", written)
    return bool(grouped) and len(digits) in (10, 11)


def _formatted(pattern: str) -> Callable[[str, str], bool]:
    return lambda written, digits: re.fullmatch(pattern, written) is not None


NUMBERS: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    ("card", lambda written, digits: 13 <= len(digits) <= 19 and luhn_check(digits)),
    ("phone", _abroad),
    ("phone", lambda written, digits: digits[0] == "0" and 9 < len(digits) < 12),
    ("nhs_number", lambda written, digits: nhs_check(digits)),
    ("social_security", _formatted(r"\d{3}[ .-]{1,3}\d{2}[ .-]{1,3}\d{4}")),
    ("phone", _american),
    ("bank", _formatted(r"\d{2}-\d{2}-\d{2}")),
    ("number", _formatted(r"\d{7,}|\d{3,4}[ -]\d{3,4}(?:[ -]\d{3,4})?")),
)
