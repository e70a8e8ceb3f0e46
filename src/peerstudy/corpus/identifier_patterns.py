"""Identifiers that have a form of their own: numbers with check digits, addresses, dates, titles, great ages.

Every pattern is bounded, so that a text costs no more than its length.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    "Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
DAY = r"(?:3[01]|[12]?\d|0[1-9])"
YEAR = r"(?:(?:18|19|20)\d{2}|['’]?\d{2})"
SPOKEN_YEAR = r"(?:nineteen|eighteen|twenty|two thousand)(?: and)?(?:[ -][a-z]{3,9}){1,2}"
STATES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|"
    "V[AT]|W[AIVY]"
)
TITLES = (
    "Dr|Doctor|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sister|Nurse|Rev|Reverend|Father|Canon|Rabbi|Imam|Captain|"
    "Major|Sergeant|Constable|Sir|Lady|Lord|Dame|Councillor|Cllr|Judge|Auntie|Aunty|Aunt|Uncle"
)
PARTICLES = "(?:(?:[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Dd]e|[Aa]p|[Aa]l|[Ll]e|[Ll]a|St\\.?) ){0,2}"
STREETS = (
    "Street|Road|Lane|Avenue|Close|Drive|Terrace|Crescent|Gardens|Grove|Square|Court|Way|Place|Parade|Yard|"
    "Hill|Row|Walk|Mews|Rise|Green|House|Heights|Boulevard|Gate"
)
SITES = (
    "Hospital|Infirmary|Surgery|Clinic|Practice|Hospice|Lodge|School|College|Academy|University|Church|Chapel|"
    "Mosque|Temple|Library|Council|Trust|Ltd|Limited|PLC|Foundation|"
    "(?:Medical|Health|Community|Leisure|Day|Pain) Centre|(?:Care|Nursing) Home"
)
ENDINGS = "com|org|net|uk|edu|gov|io|ly|info|ie|eu|example|cymru|wales|scot"
UNITS = (
    "(?:%|per ?cent|minutes?|mins?|miles?|pounds?|quid|degrees?|seconds?|secs?|p\\b|days?|of\\b|odd|times|"
    "hours?|kilos?|kg|mg|stone|metres?|yards?|feet|foot|steps?|pence|grand|people|and a half|thousand|"
    "years? (?:ago|since|later)|weeks?|months?|quarter|first|o'clock|on the|calls?|tablets?)"
)
NINETY = (
    "(?:9\\d|1[01]\\d|ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|"
    "(?:a|one) hundred(?: and \\w{3,6})?)"
)
BEFORE_AGE = (
    "(?:I['’]m|I am|(?:she|he|they|you|who|mam|mum|dad|nan|gran)['’](?:s|re)|aged?|at|is|was|turned|turning|"
    "be|to|now|until|till) (?:about |nearly |almost |over )?"
)
DIGIT = re.compile(r"\d")
DIGITS = re.compile(r"(?<![\w.@/])(?:\+ ?|\(\+?)?\d(?:[ .()/-]{0,3}\d){5,18}(?![\w@])")


class Found(NamedTuple):
    """A stretch of text and what kind of identifier it may be."""

    start: int
    end: int
    kind: str


class Form(NamedTuple):
    """The form of a kind of identifier; a text without any sign of `needs` is passed over quickly."""

    kind: str
    needs: re.Pattern[str]
    pattern: re.Pattern[str]


def _form(kind: str, needs: str, *patterns: str, flags: int = 0) -> Form:
    return Form(kind, re.compile(needs), re.compile("|".join(patterns), flags))


# What one kind has claimed, the next does not claim again. A group `x` is the identifier itself.
FORMS = (
    _form("email", "@| dot ",
          r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}",
          r"\b\w{1,30}(?: dot \w{1,30}){0,3} at \w{1,30}(?: dot \w{1,20}){0,3} dot "
          r"(?:com|org|net|uk|edu|gov|ie|io|eu|info)\b",
          flags=re.IGNORECASE),
    _form("web", r"\.\w|@|://",
          r"\bhttps?://[^\s<>\"]{3,500}", r"\bwww\.[^\s<>\"]{3,300}",
          rf"\b(?:[a-z0-9-]{{1,63}}\.){{1,5}}(?:{ENDINGS})\b(?:/[^\s<>\"]{{0,300}})?",
          r"(?<![\w.])@[a-z]\w(?:[\w.]{0,28}\w)?", flags=re.IGNORECASE),
    _form("ip", r"\d[.:]",
          r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)",
          r"(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,6}(?![\w:])", flags=re.IGNORECASE),
    _form("date", r"\d",
          rf"(?<![\d/.-]){DAY}([/.-]){DAY}\1(?:(?:18|19|20)\d{{2}}|\d{{2}})(?![\d/-]|\.\d)",
          r"(?<![\d/.-])(?:19|20)\d{2}[/-](?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])(?![\d/-])",
          rf"\b{DAY}(?:st|nd|rd|th)?(?: day)?(?: of)? {MONTH},?(?: of| in)? {YEAR}\b",
          rf"\b{MONTH} (?:the )?{DAY}(?:st|nd|rd|th)?,? {YEAR}(?!\w)", flags=re.IGNORECASE),
    _form("date", r"(?:st|nd|rd|th) of ",
          rf"\b(?:[a-z]{{2,8}}[- ])?[a-z]{{2,8}}(?:st|nd|rd|th) of {MONTH},?(?: in)? "
          rf"(?:{YEAR}|{SPOKEN_YEAR})\b",
          flags=re.IGNORECASE),
    _form("postcode", r"\d",
          r"\b(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b",
          r"\bzip(?: ?code)?\b[^.?!\d]{0,30}(?P<x>\d{5}(?:-\d{4})?)(?!\d)", flags=re.IGNORECASE),
    _form("postcode", r"\d{5}", rf"\b(?:{STATES}),? \d{{5}}(?:-\d{{4}})?(?!\d)"),
    _form("national_insurance", r"\d",
          r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", flags=re.IGNORECASE),
    _form("plate", r"\d", r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b", flags=re.IGNORECASE),
    _form("plate", r"\d", r"\b[A-HJ-NPR-Y]\d{1,3} ?[A-Z]{3}\b", r"\b[A-Z]{3} ?\d{1,3}[A-Z]\b"),
    _form("age", r"\d|inety|undred",
          rf"\b{NINETY}[ ,-]{{1,2}}years?[ -](?:old|of age)\b",
          rf"\b{BEFORE_AGE}(?P<x>{NINETY})\b(?![\d:.,]*\d)(?! ?-? ?{UNITS})(?!-(?!year))",
          flags=re.IGNORECASE),
    _form("title", "[A-Z]",
          rf"\b(?:{TITLES})\.? {PARTICLES}(?!Act\b|Christmas\b|Luck\b)[A-Z][\w'’-]{{1,30}}"
          r"(?: [A-Z][\w'’-]{1,30})?"),
    _form("address", "[A-Z]",
          rf"\b(?:(?:Flat|Unit|Apartment|Apt) \d{{1,4}}[a-z]?,? )?(?:\d{{1,4}}[a-z]?,? )?"
          rf"(?:[A-Z][\w'’-]{{1,20}} ){{1,3}}(?:{STREETS})\b",
          r"\b\d{1,4}[a-z]?,? [A-Z][a-z]{2,20}(?:way|gate|side|field|wood|ton|hurst|bank)\b",
          r"\b(?:Flat|Apartment|Apt) \d{1,4}[a-z]?\b", r"\bMount [A-Z][a-z]{2,15}\b"),
    _form("organisation", "[A-Z]",
          rf"\b(?:[A-Z][\w'’.-]{{1,20}} ){{1,4}}(?:{SITES})\b",
          r"\b(?:University|College|Bank|Church|Hospital) of (?:the )?[A-Z][\w'’-]{1,20}"),
)  # fmt: skip


def formed(text: str) -> list[Found]:
    """Identifiers of a form of their own, in the order of the text; none overlap.

    Parameters
    ----------
    text
        One turn, as stored.

    Examples
    --------
    >>> text = "I'm on 07700 900123, NHS number 943 476 5919, born 3 May 1951, at LS1 4AP."
    >>> [(text[f.start : f.end], f.kind) for f in formed(text)]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('07700 900123', 'phone'), ('943 476 5919', 'nhs_number'), ('3 May 1951', 'date'),
     ('LS1 4AP', 'postcode')]
    """
    return apart(text, (*_by_form(text), *_numbers(text)))


def apart(text: str, found: Iterable[Found]) -> list[Found]:
    """Findings that do not overlap, in the order of the text; an earlier one goes before a later one."""
    claimed = bytearray(len(text))
    kept = []
    for one in found:
        if 1 not in claimed[one.start : one.end]:
            claimed[one.start : one.end] = b"\x01" * (one.end - one.start)
            kept.append(one)
    return sorted(kept)


def _by_form(text: str) -> Iterator[Found]:
    for kind, needs, pattern in FORMS:
        for match in pattern.finditer(text) if needs.search(text) else ():
            inner = [name for name in pattern.groupindex if match[name]]
            start, end = match.span(inner[0]) if inner else match.span()
            while kind in ("web", "email") and text[end - 1] in ".,;:!?)'\"’”":
                end -= 1
            yield Found(start, end, kind)


def _numbers(text: str) -> Iterator[Found]:
    """Runs of digits, named by their length, first digits and check digits."""
    for match in DIGITS.finditer(text) if DIGIT.search(text) else ():
        digits = re.sub(r"\D", "", match[0])
        kind = next((name for name, fits in NUMBERS if fits(match[0].strip(), digits)), "")
        if kind:
            yield Found(match.start(), match.end(), kind)


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
    ("social_security", _formatted(r"(?!000|666|9)\d{3}[ -]\d{2}[ -]\d{4}")),
    ("phone", _american),
    ("bank", _formatted(r"\d{2}-\d{2}-\d{2}")),
    ("number", _formatted(r"\d{7,}|\d{3,4}[ -]\d{3,4}(?:[ -]\d{3,4})?")),
)
