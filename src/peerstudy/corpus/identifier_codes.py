"""Identifiers that are codes: plates, numbers of accounts and papers, in digits and as read out.

Every pattern is bounded, so that a text costs no more than its length.
"""

import re
from collections.abc import Iterator

from peerstudy.corpus.found import Found, form
from peerstudy.corpus.number_words import (
    FIGURE,
    ONES,
    RADIO,
    SIGNS,
    SOUNDS,
    TEENS,
    TENS,
    UP_TO_99,
    WEAK_SOUNDS,
    said,
)

PLATE = "(?:reg|rego|registration|plates?|number plate|licen[cs]e plate|tags?)"
NO_PLATE = "(?:am|pm|st|nd|rd|th|dr|mr|kg|cm|mm|ml|mg|vs|tv|gp|pt|hr)"

# In capitals, in two groups or three: 1QX-9ZT, BKT 4471, XBC-12-D; a letter and a figure at least.
NO_CAPITALS = "(?!(?:IN|AT|OF|ON|TO|THE|AND|FOR|BY|IS|IT|WAS|A|I)\\b)"
PARTED = (
    rf"{NO_CAPITALS}(?=[A-Z -]{{0,6}}\d)(?=[\d -]{{0,6}}[A-Z])(?=[A-Z\d](?:[ -]?[A-Z\d]){{4}})"
    r"[A-Z\d]{1,4}(?:[ -][A-Z\d]{1,5}){1,3}"
)

CODES = (
    form("national_insurance", r"\d",
          r"\b(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ) ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", flags=re.IGNORECASE),
    form("plate", " [a-z] ",
          rf"\b[a-z] [a-z] (?:(?:{ONES}|{TEENS}|(?:twenty|[a-z]{{3,5}}ty))[ -]?){{1,2}} [a-z] [a-z] [a-z]\b",
          rf"\b[a-z],? [a-z],? (?:{UP_TO_99}),? [a-z],? [a-z],? [a-z]\b", flags=re.IGNORECASE),
    form("plate", r" \d\d ",
          rf"\b(?!{NO_PLATE}\b)"
          r"[b-df-hj-np-tv-xz]{2} \d{2} ?[a-z]{3}\b"),
    # Of other countries, in capitals: India, France and Italy, Germany, Ireland, Australia, California.
    form("plate", r"\d",
          r"\b[A-Z]{2}[ -]?\d{1,2}[ -]?[A-Z]{1,3}[ -]?\d{4}\b", r"\b[A-Z]{2}[ -]\d{3}[ -][A-Z]{2}\b",
          r"\b(?![CLST]-[CLST] )[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} \d{1,4}\b",
          r"\b\d{2,3} (?:CE|CN|CW|DL|K[EKY]|L[DHKMS]|M[HNO]|OY|RN|SO|T[NS]|W[DHWX]|[CDGLTW]) \d{3,6}\b",
          r"\b\d[A-Z]{2}[ -]\d[A-Z]{2}\b", r"\b\d ?[A-Z]{3} ?\d{3}\b",
          r"\b[B-HJ-NPR-Y] \d{1,3} [A-Z]{3}\b"),
    form("plate", r"\d", r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b", r"\b\d{2,3}-[A-Z]{1,2}-\d{1,6}\b",
          flags=re.IGNORECASE),
    form("plate", r"\d", r"\b[A-Z]{2} \d{2} ?[A-Z]{3}\b"),
    form("plate", ("reg", "plate", "tag"),
          rf"\b{PLATE}\b[^.?!\d]{{0,50}}?"
          r"(?P<x>\b(?:(?=[a-z]{0,7}\d)(?=\d{0,7}[a-z])[a-z\d]{5,8}|[a-z]{1,2}\d{1,3} [a-z]{3}|"
          r"\d[a-z]{2}-\d[a-z]{2}|[a-z]{3}-\d{3}|\d{3}-[a-z]{3})\b)",
          rf"\b{PLATE}\b[^.?!]{{0,50}}?"
          rf"(?P<x2>\b(?:[a-z]{{1,2}}[ ,-]{{1,3}})?{SIGNS})\b", flags=re.IGNORECASE),
    form("plate", ("reg", "plate", "tag"),
          rf"(?i:\b{PLATE}\b)[^.?!\d]{{0,50}}?(?P<x>\b{PARTED}\b)",
          rf"\b(?P<x2>{PARTED}),? (?i:(?:is|was|['’]s) (?:the|my|his|her|our|their) {PLATE}\b)",
          rf"(?i:\b{PLATE}(?: number)?(?: is| was|['’]s|:|,)? (?P<x3>\d{{3,4}} ?[b-df-hj-np-tv-z]{{3}}))\b"),
    form("plate", r"\d", r"\b[A-HJ-NPR-Y]\d{1,3} ?[A-Z]{3}\b", r"\b[A-Z]{3} ?\d{1,3}[A-Z]\b"),
    form("phone", "0", r"(?<![\w.,])0\d{2,4}(?:, ?\d{2,4}){2,3}\b(?![,.]\d)"),
    form("phone", r"\d{6}",
          r"\b(?:ring|call|phone|dial|text|number|just|me on|him on|her on|us on|it['’]s)\b[^.?!\d]{0,15}"
          r"(?P<x>\b\d{6})(?!\d|[,.]\d|-| (?:people|pounds|dollars|of|words|miles|steps|members))",
          flags=re.IGNORECASE),
    form("phone", ("ext",),
          rf"\bext(?:ension|\.)?(?: number)?(?: is)? (?P<x>\d{{3,5}}|"
          rf"(?:{FIGURE})(?:[ ,-]{{1,2}}(?:{FIGURE})){{2,4}})\b",
          flags=re.IGNORECASE),
    form("number", r"\d{5}",
          r"\b(?:number|no\.?|MRN|ID)(?: is|:|['’]s)? (?P<x>[a-z]{1,3}\d{5,10}[a-z]?)\b",
          flags=re.IGNORECASE),
    form("number", r"\d{5}",
          r"\b\d{7}[A-W][A-IW]?\b", r"\b[A-Z]{1,4}\d?[-/ ]?\d{5,9}(?:[-/]\d{1,3}|[A-Z])?\b",
          r"\b[A-Z]{1,5}9{0,4} ?\d{6} ?[A-Z][A-Z9]\d?[A-Z\d]{2}\b"),
    form("bank", r"\d{2}", r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b"),
    form("bank", r"\d{8}", r"\b\d{2}[- ]\d{2}[- ]\d{2}[ ,]{1,2}(?:and |account )?\d{8}\b"),
    form("coordinates", r"\.\d{4}", r"-?\b\d{1,2}\.\d{4,8}°? ?[NS]?, ?-?\d{1,3}\.\d{4,8}\b"),
)  # fmt: skip

# Letters and figures that are read out one by one; by their sounds too: "one ell kay four pee arr".
NUMBER = rf"(?:oh|zero|nought|{ONES}|{TEENS}|{TENS}|\d{{1,2}})"
SPOKEN = rf"(?:[a-z](?![\w'’])|(?:double )?(?:{SOUNDS}|{WEAK_SOUNDS}|{RADIO}|{NUMBER})\b)"
# What is said between, and where somebody begins anew.
BETWEEN = "(?:er|um|uh|erm|then|and|space|gap|dash|hyphen|stroke|slash|full stop|no|sorry|wait)"
READ_OUT = re.compile(
    rf"(?<!['’])\b{SPOKEN}(?:[ ,.-]{{1,2}}(?:{BETWEEN}[ ,]{{1,2}}){{0,3}}{SPOKEN}){{4,20}}", re.IGNORECASE
)
PIECE = re.compile(SPOKEN, re.IGNORECASE)
A_NUMBER = re.compile(rf"(?:double )?{NUMBER}", re.IGNORECASE)
NO_CODE_LETTERS = frozenset(WEAK_SOUNDS.split("|"))  # words as well
LEAST_SAID = 2  # letters, and figures
LEAST_WITH_ONE = 7  # letters and figures, with one letter among them: twelve d three four five six seven
TELLING = frozenset([*SOUNDS.split("|"), *RADIO.split("|"), *"bcdefghjklmnpqrstuvwxyz"])
NUMBERS = frozenset([*ONES.split("|"), *TEENS.split("|"), *TENS.split("|")])
DIGIT = re.compile(r"\d")
SPINE = frozenset("clst")  # where vertebrae are counted: l four l five s one


def read_out(text: str) -> Iterator[Found]:
    """Codes of letters and figures that are read out, whatever they are of: plates, papers, postcodes.

    Examples
    --------
    >>> text = "rego's one ell kay four pee arr, it was l four l five s one, give or take"
    >>> [text[f.start : f.end] for f in read_out(text)]
    ['one ell kay four pee arr']
    """
    words = said(text)
    if TELLING.isdisjoint(words) or (NUMBERS.isdisjoint(words) and not DIGIT.search(text)):
        return
    for match in READ_OUT.finditer(text):
        pieces = [piece[0].casefold() for piece in PIECE.finditer(match[0])]
        letters = [piece for piece in pieces if not A_NUMBER.fullmatch(piece)]
        telling = [letter for letter in letters if letter not in NO_CODE_LETTERS]
        one = len(telling) == len(letters) == 1 and len(pieces) >= LEAST_WITH_ONE
        if one and telling[0] in (pieces[0], pieces[-1]):
            continue
        enough = min(len(telling), len(pieces) - len(letters)) >= LEAST_SAID
        if (enough or one) and not SPINE.issuperset(letters):
            yield Found(*match.span(), "number")
