"""Identifiers that have a form of their own: dates, great ages, titles; with those of the other modules.

Every pattern is bounded, so that a text costs no more than its length.
"""

import re
from collections.abc import Iterator

from peerstudy.corpus.found import Found, apart, form, signs
from peerstudy.corpus.identifier_codes import CODES
from peerstudy.corpus.identifier_numbers import DIGIT, numbers
from peerstudy.corpus.identifier_online import ONLINE, SAID_ENDINGS
from peerstudy.corpus.identifier_places import PLACES
from peerstudy.corpus.identifier_spelling import spelt
from peerstudy.corpus.number_words import FIRSTS, ONES, ORDINAL, UP_TO_99
from peerstudy.corpus.strange_words import KIN

MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    "Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY = r"(?:3[01]|[12]?\d|0[1-9])"
NTH = rf"(?:{ORDINAL}|{DAY}(?:st|nd|rd|th)?)"
YEAR = r"(?:(?:18|19|20)\d{2}|['’]?\d{2})"
SPOKEN_YEAR = (
    rf"(?:(?:nineteen|eighteen|twenty)[ -](?:oh[ -])?|two thousand(?: and)? ?){UP_TO_99}|two thousand"
)
ANY_YEAR = rf"(?:{YEAR}|{SPOKEN_YEAR})"
TITLES = (
    "Dr|Doctor|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sister|Nurse|Rev|Reverend|Father|Canon|Rabbi|Imam|Captain|"
    "Major|Sergeant|Constable|Sir|Lady|Lord|Dame|Councillor|Cllr|Judge|Auntie|Aunty|Aunt|Uncle"
)
NO_SURNAME = (
    "(?:and|or|that|who|about|for|again|appointment|then|when|because|there|here|with|from|today|but|which|said|"
    "says|told|asked|gave|was|has|had|did|will|would|could|should|visits?|office)"
)
NO_NAME = (
    "(?:on|in|not|an?|the|still|also|just|down|there|called|spelt|spelled|going|being|known|really|actually|now|"
    "and|so|written|pronounced|what|too|very|only|like|up|it|to|hard|easy|never|always|all|mentioned|that|which)"
)
PARTICLES = "(?:(?:[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Dd]e|[Aa]p|[Aa]l|[Ll]e|[Ll]a|St\\.?) ){0,2}"
UNITS = (
    "(?:%|per ?cent|minutes?|mins?|miles?|pounds?|quid|degrees?|seconds?|secs?|p\\b|days?|of\\b|odd|times|"
    "hours?|kilos?|kg|mg|stone|metres?|yards?|feet|foot|steps?|pence|grand|people|and a half|thousand|"
    "years? (?:ago|since|later)|weeks?|months?|plus|(?:and|or) (?:over|above)|quarter|first|"
    "o'clock|on the|calls?|tablets?)"
)
NINETY = rf"(?:9\d|1[01]\d|ninety(?:[ -](?:{ONES}))?|(?:a|one) hundred(?: and \w{{3,6}})?)"
NINETIETH = rf"(?:(?:9\d|1[01]\d)(?:st|nd|rd|th)|ninetieth|ninety[ -](?:{FIRSTS})|hundredth)"
BEFORE_AGE = (
    rf"(?:I['’]m|I am|(?:she|he|they|you|who|(?:{KIN}))['’](?:s|re)|aged?|at|is|was|turned|turning|"
    "be|to|now|until|till) (?:(?:about|nearly|almost|over|around|what|like|er|erm|um|uh|only)[ ,]{1,2}){0,2}"
)


# What one kind has claimed, the next does not claim again.
FORMS = (
    *ONLINE,
    form("date", r"\d",
          rf"(?<![\d/.-]){DAY}([/.-]){DAY}\1(?:(?:18|19|20)\d{{2}}|\d{{2}})(?![\d/-]|\.\d)",
          r"(?<![\d/.-])(?:19|20)\d{2}[/-](?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])(?![\d/-])",
          rf"(?<![\d/.-])(?:{DAY})(?: [/.]? ?)(?:0?[1-9]|1[0-2])(?: [/.]? ?)(?:19|20)\d{{2}}(?![\d/-])",
          r"\b(?:dob|date of birth)(?: is| was)?:? (?P<x>\d{6,8})\b",
          rf"\b{DAY}(?:st|nd|rd|th)?(?: day)?(?: of)? {MONTH}[.,]?(?: of| in)? {ANY_YEAR}\b",
          rf"\b{DAY}[-./]?{MONTH}[-./]?(?:(?:18|19|20)\d{{2}}|\d{{2}})\b",
          rf"\b{MONTH} (?:the )?{DAY}(?:st|nd|rd|th)?,? {ANY_YEAR}(?!\w)", flags=re.IGNORECASE),
    form("date", MONTHS,
          rf"\b(?:the )?{ORDINAL}(?: of)? {MONTH},?(?: in)? {ANY_YEAR}\b",
          rf"\b{MONTH},? (?:the )?{ORDINAL},?(?: in)? {ANY_YEAR}\b",
          flags=re.IGNORECASE),
    form("date", " of the ",
          rf"\b(?:the )?{NTH} of the {NTH},? (?:of )?(?:{ANY_YEAR}|{UP_TO_99})\b", flags=re.IGNORECASE),
    form("date", "born|birthday",
          rf"\b(?:born|birthday)(?: is| was|['’]s)?(?: on)? "
          rf"(?P<x>(?:the )?(?:{DAY}(?:st|nd|rd|th)?|{ORDINAL})(?: of)? {MONTH})\b", flags=re.IGNORECASE),
    *CODES,
    form("age", ("nagenarian", "ntenarian"), r"\b(?:nonagenarian|centenarian)\b", flags=re.IGNORECASE),
    form("age", r"9\d|1[01]\d|inet|undred|INET|UNDRED",
          rf"\b{NINETY},? (?:(?:he|she) (?:was|is)|(?:he|she)['’]s)\b",
          rf"\b(?P<x4>aged? {NINETY})\b(?![\d:.,]*\d)(?! ?-? ?{UNITS})",
          rf"\b{NINETY}[ ,-]{{1,2}}years?[ -](?:old|of age)\b",
          rf"\b{NINETY} ?-?(?:yrs?\.?[ -]?old|y/?o)\b",
          rf"\b{NINETIETH} birthday\b",
          rf"\b(?:{KIN}),? \(?(?P<x2>{NINETY})(?=[,.)])(?![.,]\d)",
          rf"\b{BEFORE_AGE}(?P<x>{NINETY}(?:[ -]years?[ -](?:old|of age)| next birthday)?)\b"
          rf"(?![\d:.,/]*\d)(?! ?-? ?{UNITS})(?!-(?!year))",
          flags=re.IGNORECASE),
    form("title", ("mr", "dr", "prof"),
          r"\b(?<!THE )(?<!MY )(?<!A )(?:MRS?|DR|PROF)\.? (?!SCAN)[A-Z][A-Z'’-]{1,30}\b",
          r"\b[Mm]rs?\.? (?!and\b|or\b|right\b)[a-z][a-z'’-]{2,30}\b",
          rf"\b(?<![Tt]he )(?<![Mm]y )(?<![Aa] )[Dd]r\.? (?!{NO_SURNAME}\b)[a-z][a-z'’-]{{2,30}}\b"),
    form("title", "miss ",
          r"\b(?:with|had|by|saw|see|from|called|under|and|is|was|old|our|my),? (?P<x>miss (?!"
          r"(?:out|the|my|it|him|her|you|them|that|an?|any|some|work|school|being|having|our|your|this|those|so)\b)"
          r"[a-z]{3,20})\b"),
    form("title", frozenset(TITLES.split("|")),
          rf"\b(?:{TITLES})\.? {PARTICLES}(?!Act\b|Christmas\b|Luck\b)[A-Z][\w'’-]{{1,30}}"
          r"(?: [A-Z][\w'’-]{1,30})?"),
    form("person", "name",
          rf"\b(?:[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Tt]heir) (?:(?:first|full|last|middle|maiden|real) |sur)?"
          rf"name(?: is| was|['’]s) (?!{NO_NAME}\b)(?P<x>[a-z][a-z'’-]{{2,30}})\b"),
    *PLACES,
    form("spelt_name", " dot ",
          rf"\b[B-HJ-Z](?: dot [a-z])? dot (?!{SAID_ENDINGS})[a-z]{{3,30}}\b", flags=re.IGNORECASE),
    form("spelt_name", " dot ", r"\b[AI] dot [A-Z][\w'’-]{1,30}"),

)  # fmt: skip
WITHOUT_DIGITS = tuple(one for one in FORMS if not one.of_digits)


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
    return apart(text, (*_by_form(text), *numbers(text), *spelt(text)))


def _by_form(text: str) -> Iterator[Found]:
    shown = signs(text)
    for one in FORMS if DIGIT.search(text) else WITHOUT_DIGITS:
        kind, _, pattern = one
        for match in pattern.finditer(text) if shown.show(one.needs) else ():
            inner = [name for name in pattern.groupindex if match[name]]
            start, end = match.span(inner[0]) if inner else match.span()
            while kind in ("web", "email") and text[end - 1] in ".,;:!?)'\"’”":
                end -= 1
            yield Found(start, end, kind)
