"""Identifiers that have a form of their own: addresses, dates, postcodes, titles, great ages and the like.

Every pattern is bounded, so that a text costs no more than its length.
"""

import re
from collections.abc import Iterator

from peerstudy.corpus.found import Found, apart, form
from peerstudy.corpus.identifier_numbers import numbers
from peerstudy.corpus.identifier_online import ONLINE, SAID_ENDINGS
from peerstudy.corpus.identifier_spelling import spelt

MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    "Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
DAY = r"(?:3[01]|[12]?\d|0[1-9])"
YEAR = r"(?:(?:18|19|20)\d{2}|['’]?\d{2})"
ONES = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
UP_TO_99 = rf"(?:{TEENS}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:{ONES}))?|{ONES})"
SPOKEN_YEAR = (
    rf"(?:(?:nineteen|eighteen|twenty)[ -](?:oh[ -])?|two thousand(?: and)? ?){UP_TO_99}|two thousand"
)
ANY_YEAR = rf"(?:{YEAR}|{SPOKEN_YEAR})"
FIRSTS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
ORDINAL = (
    rf"(?:(?:(?:twenty|thirty)[ -]?)?(?:{FIRSTS})|"
    "tenth|eleventh|twelfth|[a-z]{4,5}teenth|twentieth|thirtieth)"
)
STATES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|"
    "V[AT]|W[AIVY]"
)
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
STREETS = (
    "Street|Road|Lane|Avenue|Close|Drive|Terrace|Crescent|Gardens|Grove|Square|Court|Way|Place|Parade|Yard|"
    "Hill|Row|Walk|Mews|Rise|Green|House|Heights|Boulevard|Gate"
)
NO_STREET = "(?:way|lane|mile|miles|minute|hour|day|year|hundred|metre|foot|car)"
SITES = (
    "Hospital|Infirmary|Surgery|Clinic|Practice|Hospice|Lodge|School|College|Academy|University|Church|Chapel|"
    "Mosque|Temple|Library|Council|Trust|Ltd|Limited|PLC|Foundation|"
    "(?:Medical|Health|Community|Leisure|Day|Pain) Centre|(?:Care|Nursing) Home"
)
SHORT_STREETS = "St|Rd|Ave?|Ln|Blvd|Cres|Ct|Cl|Dr|Pl|Sq|Terr?|Tce|Hwy|Pkwy"
UNITS = (
    "(?:%|per ?cent|minutes?|mins?|miles?|pounds?|quid|degrees?|seconds?|secs?|p\\b|days?|of\\b|odd|times|"
    "hours?|kilos?|kg|mg|stone|metres?|yards?|feet|foot|steps?|pence|grand|people|and a half|thousand|"
    "years? (?:ago|since|later)|weeks?|months?|plus|(?:and|or) (?:over|above)|quarter|first|"
    "o'clock|on the|calls?|tablets?)"
)
NINETY = rf"(?:9\d|1[01]\d|ninety(?:[ -](?:{ONES}))?|(?:a|one) hundred(?: and \w{{3,6}})?)"
NINETIETH = rf"(?:(?:9\d|1[01]\d)(?:st|nd|rd|th)|ninetieth|ninety[ -](?:{FIRSTS})|hundredth)"
KIN = (
    "(?:mam|mum|mom|dad|nan|gran|granny|grandma|grandad|grandpa|(?:grand)?(?:mother|father)|sister|brother|"
    "husband|wife|aunt|auntie|uncle|neighbour|friend)"
)
BEFORE_AGE = (
    rf"(?:I['’]m|I am|(?:she|he|they|you|who|{KIN})['’](?:s|re)|aged?|at|is|was|turned|turning|"
    "be|to|now|until|till) (?:about |nearly |almost |over )?"
)


# What one kind has claimed, the next does not claim again.
FORMS = (
    *ONLINE,
    form("date", r"\d",
          rf"(?<![\d/.-]){DAY}([/.-]){DAY}\1(?:(?:18|19|20)\d{{2}}|\d{{2}})(?![\d/-]|\.\d)",
          r"(?<![\d/.-])(?:19|20)\d{2}[/-](?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])(?![\d/-])",
          rf"(?<![\d/.-])(?:{DAY})(?: [/.]? ?)(?:0?[1-9]|1[0-2])(?: [/.]? ?)(?:19|20)\d{{2}}(?![\d/-])",
          r"\b(?:dob|date of birth)(?: is| was)?:? (?P<x>\d{6,8})\b",
          rf"\b{DAY}(?:st|nd|rd|th)?(?: day)?(?: of)? {MONTH},?(?: of| in)? {ANY_YEAR}\b",
          rf"\b{DAY}[-./]?{MONTH}[-./]?(?:(?:18|19|20)\d{{2}}|\d{{2}})\b",
          rf"\b{MONTH} (?:the )?{DAY}(?:st|nd|rd|th)?,? {ANY_YEAR}(?!\w)", flags=re.IGNORECASE),
    form("date", rf"(?i:\b{MONTH}\b)",
          rf"\b(?:the )?{ORDINAL}(?: of)? {MONTH},?(?: in)? {ANY_YEAR}\b",
          rf"\b{MONTH},? (?:the )?{ORDINAL},?(?: in)? {ANY_YEAR}\b",
          flags=re.IGNORECASE),
    form("date", "born|birthday",
          rf"\b(?:born|birthday)(?: is| was|['’]s)?(?: on)? "
          rf"(?P<x>(?:the )?(?:{DAY}(?:st|nd|rd|th)?|{ORDINAL})(?: of)? {MONTH})\b", flags=re.IGNORECASE),
    form("postcode", r"\d",
          r"\b(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?[ -]{0,3}\d[ABD-HJLNP-UW-Z]{2})\b",
          r"\b[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d\b",
          r"\bzip(?: ?code)?\b[^.?!\d]{0,30}(?P<x>\d{5}(?:-\d{4})?)(?!\d)", flags=re.IGNORECASE),
    form("postcode", r"\d{5}", rf"\b(?:{STATES}),? \d{{5}}(?:-\d{{4}})?(?!\d)"),
    form("national_insurance", r"\d",
          r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", flags=re.IGNORECASE),
    form("plate", r"\d", r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b", flags=re.IGNORECASE),
    form("plate", r"\d", r"\b[A-HJ-NPR-Y]\d{1,3} ?[A-Z]{3}\b", r"\b[A-Z]{3} ?\d{1,3}[A-Z]\b"),
    form("age", r"9\d|1[01]\d|inet|undred|INET|UNDRED",
          rf"\b{NINETY}[ ,-]{{1,2}}years?[ -](?:old|of age)\b",
          rf"\b{NINETY} ?-?(?:yrs?\.?[ -]?old|y/?o)\b",
          rf"\b{NINETIETH} birthday\b",
          rf"\b{KIN},? \(?(?P<x2>{NINETY})(?=[,.)])(?![.,]\d)",
          rf"\b{BEFORE_AGE}(?P<x>{NINETY})\b(?![\d:.,]*\d)(?! ?-? ?{UNITS})(?!-(?!year))",
          flags=re.IGNORECASE),
    form("title", "(?i:mrs?|dr|prof)\\b",
          r"\b(?<!THE )(?<!MY )(?<!A )(?:MRS?|DR|PROF)\.? (?!SCAN)[A-Z][A-Z'’-]{1,30}\b",
          r"\b[Mm]rs?\.? (?!and\b|or\b|right\b)[a-z][a-z'’-]{2,30}\b",
          rf"\b(?<![Tt]he )(?<![Mm]y )(?<![Aa] )[Dd]r\.? (?!{NO_SURNAME}\b)[a-z][a-z'’-]{{2,30}}\b"),
    form("title", "[A-Z]",
          rf"\b(?:{TITLES})\.? {PARTICLES}(?!Act\b|Christmas\b|Luck\b)[A-Z][\w'’-]{{1,30}}"
          r"(?: [A-Z][\w'’-]{1,30})?"),
    form("person", "name",
          rf"\b(?:[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Tt]heir) (?:(?:first|full|last|middle|maiden|real) |sur)?"
          rf"name(?: is| was|['’]s) (?!{NO_NAME}\b)(?P<x>[a-z][a-z'’-]{{2,30}})\b"),
    form("address", "[A-Z]",
          rf"\b(?:(?:Flat|Unit|Apartment|Apt) \d{{1,4}}[a-z]?,? )?(?:\d{{1,4}}[A-Za-z]?,? )?"
          rf"(?:[A-Z][\w'’-]{{1,20}} ){{1,3}}(?:{STREETS})\b",
          rf"\b\d{{1,4}}[A-Za-z]?,? (?:[NSEW]\.? )?(?:[A-Z][\w'’-]{{1,20}} ){{1,3}}(?:{SHORT_STREETS})\b",
          r"\bP\.? ?O\.? Box \d{1,6}\b",
          r"\b\d{1,4}[a-z]?,? [A-Z][a-z]{2,20}(?:way|gate|side|field|wood|ton|hurst|bank)\b",
          r"\b(?:Flat|Apartment|Apt) \d{1,4}[A-Za-z]?\b", r"\bMount [A-Z][a-z]{2,15}\b"),
    form("address", r"\d",
          rf"\b\d{{1,4}}[a-z]?,? (?!{NO_STREET} )[a-z]{{3,20}} (?:street|road|avenue|crescent|terrace)\b"),
    form("phone", "0", r"(?<![\w.,])0\d{2,4}(?:, ?\d{2,4}){2,3}\b(?![,.]\d)"),
    form("phone", "ext", r"\bext(?:ension|\.)?(?: number)?(?: is)? (?P<x>\d{3,5})\b", flags=re.IGNORECASE),
    form("number", r"\d{5}",
          r"\b(?:number|no\.?|MRN|ID)(?: is|:|['’]s)? (?P<x>[a-z]{1,3}\d{5,10}[a-z]?)\b",
          flags=re.IGNORECASE),
    form("bank", r"\d{2}", r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b"),
    form("coordinates", r"\.\d{4}", r"-?\b\d{1,2}\.\d{4,8}°? ?[NS]?, ?-?\d{1,3}\.\d{4,8}\b"),
    form("spelt_name", " dot ",
          rf"\b[B-HJ-Z](?: dot [a-z])? dot (?!{SAID_ENDINGS})[a-z]{{3,30}}\b", flags=re.IGNORECASE),
    form("spelt_name", " dot ", r"\b[AI] dot [A-Z][\w'’-]{1,30}"),
    form("organisation", "[A-Z]",
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
    return apart(text, (*_by_form(text), *numbers(text), *spelt(text)))


def _by_form(text: str) -> Iterator[Found]:
    for kind, needs, pattern in FORMS:
        for match in pattern.finditer(text) if needs.search(text) else ():
            inner = [name for name in pattern.groupindex if match[name]]
            start, end = match.span(inner[0]) if inner else match.span()
            while kind in ("web", "email") and text[end - 1] in ".,;:!?)'\"’”":
                end -= 1
            yield Found(start, end, kind)
