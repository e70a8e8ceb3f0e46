"""Identifiers that are numbers, in digits or in words: named by length, first digits and check digits.

Every pattern is bounded, so that a text costs no more than its length.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from peerstudy.corpus.found import Found
from peerstudy.corpus.number_words import ONES, TEENS, TENS, said

WORDS = {
    "oh": 0, "o": 0, "zero": 0, "nought": 0, "naught": 0,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
SINGLE = frozenset(WORDS)
TIMES = {"double": 2, "triple": 3, "treble": 3}
BY_TWOS = {
    word: str(number)
    for number, word in zip([*range(10, 20), *range(20, 100, 10)], f"{TEENS}|{TENS}".split("|"), strict=True)
}
LEAST_SAID = 7  # digits: a telephone number without its area
LEAST_MIXED, LEAST_SINGLE = 9, 4  # digits in all and one by one, where others are said by two: four fifteen
MOST_MIXED = 16
LEAST_DISTINCT = 3  # words for digits
LEAST_CARD = 13
DIGIT = re.compile(r"\d")
DIGITS = re.compile(
    r"(?<![\w.@/])(?:\+ ?|\(\+?|[Pp]lus )?\d(?:(?:[ .()/-]{0,3}| ?(?:\.{3}|…) ?)\d){5,18}(?![\w@])"
)
# Double seven, nine hundred, 077; one after another, perhaps with what people say while they think.
PART = re.compile(
    rf"(?:(?P<times>{'|'.join(TIMES)})[ -])?"
    rf"(?:(?P<word>{'|'.join(WORDS)})\b(?P<hundred> hundred\b)?|(?P<digits>\d{{1,5}}\b))",
    re.IGNORECASE,
)
ITEM = re.sub("[?]P<[a-z]+>", "?:", PART.pattern)
SPOKEN = re.compile(
    rf"\b(?<!ty[ -]){ITEM}(?:[ ,.…-]{{1,4}}(?:(?:um|uh|er|erm|then|and then)[ ,.…]{{1,3}})?{ITEM}){{2,24}}",
    re.IGNORECASE,
)
# Four fifteen, five five five, oh one seventy-two.
BY_TWO = rf"(?P<tens>{TENS})(?:[ -](?P<one>{ONES}))?\b|(?P<teen>{TEENS})\b"
EITHER = re.compile(rf"{BY_TWO}|{PART.pattern}", re.IGNORECASE)
EITHER_ITEM = re.sub("[?]P<[a-z]+>", "?:", EITHER.pattern)
MIXED = re.compile(rf"\b(?:{EITHER_ITEM})(?:[ ,.…-]{{1,4}}(?:{EITHER_ITEM})){{4,15}}", re.IGNORECASE)


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
    yield from _mixed(text)


def _mixed(text: str) -> Iterator[Found]:
    """Runs of words for digits of which some are said by two; no counts, no amounts."""
    words = said(text)
    if BY_TWOS.keys().isdisjoint(words) or len(SINGLE & words) < LEAST_DISTINCT:
        return
    for match in MIXED.finditer(text):
        parts = list(EITHER.finditer(match[0]))
        digits = [_of_part(part) for part in parts]
        single = sum(part["word"] is not None for part in parts)
        few = LEAST_SINGLE <= single < len(parts) and LEAST_MIXED <= len("".join(digits)) <= MOST_MIXED
        steps = [int(after) - int(before) for before, after in pairwise(digits)]
        if few and min(steps) < 0 < max(steps) and any(abs(step) > 1 for step in steps if step > 0):
            yield Found(*match.span(), _kind("".join(digits), "".join(digits)) or "number")


def _may_be_said(text: str) -> bool:
    """Whether a text has as many words for figures as any number that is said: few texts need a search."""
    words = said(text)
    single = SINGLE & words
    if DIGIT.search(text) or "hundred" in words:
        return bool(single) or not words.isdisjoint(TIMES)
    if len(single) < LEAST_DISTINCT:  # the numbers of some cards have two figures only
        low = text.lower()
        return len(single) > 1 and sum(map(low.count, single)) >= LEAST_SAID - 1
    return True


def _kind(written: str, digits: str) -> str:
    return next((name for name, fits in NUMBERS if fits(written, digits)), "")


def _digits(run: str) -> str:
    """Digits of a number that is said, `double` and `triple` carried out; none of amounts."""
    parts = list(PART.finditer(run))
    words = sum(3 if part["times"] else part["word"] is not None for part in parts)
    if words < 3:
        return ""
    digits = "".join(map(_of_part, parts))
    # Several hundreds are amounts, unless they make up a telephone number.
    hundreds = sum(part["hundred"] is not None for part in parts)
    return digits if hundreds < 2 or (digits[0] == "0" and len(digits) in (10, 11)) else ""


def _of_part(part: re.Match[str]) -> str:
    """Digits of a word or two: double seven, nine hundred, seventy-two."""
    groups = {name: value.casefold() for name, value in part.groupdict().items() if value}
    if "teen" in groups:
        return BY_TWOS[groups["teen"]]
    if "tens" in groups:
        return BY_TWOS[groups["tens"]][0] + str(WORDS[groups.get("one", "zero")])
    digits = groups["digits"] if "digits" in groups else str(WORDS[groups["word"]])
    return digits * TIMES.get(groups.get("times", ""), 1) + ("00" if "hundred" in groups else "")


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
    return 9 <= len(digits) <= 15 and (
        written.startswith(("+", "(+", "plus", "Plus")) or digits.startswith("00")
    )


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
