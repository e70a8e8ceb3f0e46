"""Identifiers that have a form of their own: titles with surnames, and those of the other modules.

Every pattern is bounded, so that a text costs no more than its length.
"""

import re
from collections.abc import Iterable, Iterator

from peerstudy.corpus.found import Form, Found, apart, form, signs
from peerstudy.corpus.identifier_ages import AGES
from peerstudy.corpus.identifier_codes import CODES, read_out
from peerstudy.corpus.identifier_dates import DATES
from peerstudy.corpus.identifier_numbers import DIGIT, numbers
from peerstudy.corpus.identifier_online import ONLINE, SAID_ENDINGS
from peerstudy.corpus.identifier_papers import PAPERS_NAMED, PAPERS_SAID
from peerstudy.corpus.identifier_places import PLACES
from peerstudy.corpus.identifier_postcodes import FORMS as POSTCODES
from peerstudy.corpus.identifier_postcodes import postcodes
from peerstudy.corpus.identifier_spelling import spelt
from peerstudy.corpus.identifier_streets import BY_ENDING, STREET_WORDS, STREETS_SAID
from peerstudy.corpus.number_words import said

TITLES = (
    "Dr|Doctor|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sister|Nurse|Rev|Reverend|Father|Canon|Rabbi|Imam|Captain|"
    "Major|Sergeant|Constable|Sir|Lady|Lord|Dame|Councillor|Cllr|Judge|Auntie|Aunty|Aunt|Uncle|Pastor|Bishop|"
    "Archbishop|Deacon|Chaplain|Sheikh|Swami|Colonel|Lieutenant|Corporal|Inspector|Superintendent|Detective|Matron|"
    "Senator|Madame|Monsieur|Alhaji|Mallam"
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


# What one kind has claimed, the next does not claim again.
FORMS = (
    *ONLINE,
    *DATES,
    *POSTCODES,
    *PAPERS_SAID,
    *CODES,
    *AGES,
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
    *BY_ENDING,
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
    digits = DIGIT.search(text) is not None
    first = _by_form(text, FORMS if digits else WITHOUT_DIGITS)
    streets = () if STREET_WORDS.isdisjoint(said(text)) else _by_form(text, STREETS_SAID)
    last = _by_form(text, PAPERS_NAMED) if digits else ()
    return apart(
        text, (*first, *streets, *postcodes(text), *numbers(text), *read_out(text), *spelt(text), *last)
    )


def _by_form(text: str, forms: Iterable[Form]) -> Iterator[Found]:
    shown = signs(text)
    for one in forms:
        kind, _, pattern = one
        for match in pattern.finditer(text) if shown.show(one.needs) else ():
            inner = [name for name in pattern.groupindex if match[name]]
            start, end = match.span(inner[0]) if inner else match.span()
            while kind in ("web", "email") and text[end - 1] in ".,;:!?)'\"’”":
                end -= 1
            yield Found(start, end, kind)
