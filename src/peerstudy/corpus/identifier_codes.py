"""Identifiers that are codes: postcodes, plates, numbers of accounts and papers, in digits and as read out.

Every pattern is bounded, so that a text costs no more than its length.
"""

import re

from peerstudy.corpus.found import form
from peerstudy.corpus.number_words import ONES, TEENS, TENS, UP_TO_99

STATES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|"
    "V[AT]|W[AIVY]"
)
# A letter or a figure of a code that is read out: T, "y for yellow", 5T, fourteen.
SIGN = (
    rf"(?:[a-z]{{0,2}}\d{{1,4}}[a-z]{{0,2}}|[a-z](?:,? (?:for|as in) [a-z]{{2,12}})?(?![\w'’])|"
    rf"(?:double )?(?:oh|zero|{ONES}|{TEENS}|{TENS})\b)"
)
SIGNS = rf"(?<!['’]){SIGN}(?:[ ,-]{{1,3}}{SIGN}){{3,11}}"
CODED = "(?:n i|ni|national insurance|social security|passport|licen[cs]e|hospital number|account|reference)"
PLATE = "(?:reg|rego|registration|plates?|number plate|licen[cs]e plate|tags?)"
NO_PLATE = "(?:am|pm|st|nd|rd|th|dr|mr|kg|cm|mm|ml|mg|vs|tv|gp|pt|hr)"
CODED_WORDS = ("n i", "ni ", "national i", "security", "passport", "licen", "hospital n", "account", "refer")

CODES = (
    form("postcode", r"\d",
          r"\b(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?[ -]{0,3}\d[ABD-HJLNP-UW-Z]{2})\b",
          r"\b[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d\b",
          r"\bzip(?: ?code)?\b[^.?!\d]{0,30}(?P<x>\d{5}(?:-\d{4})?)(?!\d)",
          r"(?<![\d-])\d{5}(?:-\d{4}(?![\d-])|(?=,? (?:(?:is )?(?:the |my |our )?zip)\b))",
          r"\bin the (?P<x2>\d{5})(?![\d,.]|-| (?:of|people|pounds|dollars|range)\b)",
          r"(?-i:\b[A-Z] ?[A-Z]? ?\d ?[A-Z\d]? ?\d ?[A-Z] ?[A-Z]\b)", flags=re.IGNORECASE),
    form("postcode", ("code", "zip"),
          rf"\b(?:post ?code|zip(?: ?code| is|['’]s))\b[^.?!]{{0,30}}?(?P<x>\b{SIGNS})\b",
          rf"\b(?P<x2>{SIGNS}),? (?:(?:is|was) )?(?:the|my|our) (?:post ?code|zip)\b", flags=re.IGNORECASE),
    form("postcode", r"\d{5}", rf"\b(?:{STATES}),? \d{{5}}(?:-\d{{4}})?(?!\d)"),
    form("national_insurance", r"\d",
          r"\b(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ) ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", flags=re.IGNORECASE),
    form("number", CODED_WORDS,
          rf"\b{CODED}\b[^.?!]{{0,40}}?(?P<x>\b{SIGN}(?:[ ,-]{{1,3}}{SIGN}){{4,14}})\b",
          flags=re.IGNORECASE),
    form("plate", " [a-z] ",
          rf"\b[a-z] [a-z] (?:(?:{ONES}|{TEENS}|(?:twenty|[a-z]{{3,5}}ty))[ -]?){{1,2}} [a-z] [a-z] [a-z]\b",
          rf"\b[a-z] [a-z] (?:{UP_TO_99}) [a-z] [a-z] [a-z]\b", flags=re.IGNORECASE),
    form("plate", r" \d\d ",
          rf"\b(?!{NO_PLATE}\b)"
          r"[b-df-hj-np-tv-xz]{2} \d{2} ?[a-z]{3}\b"),
    form("plate", r"\d", r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b", r"\b\d{2,3}-[A-Z]{1,2}-\d{1,6}\b",
          flags=re.IGNORECASE),
    form("plate", r"\d", r"\b[A-Z]{2} \d{2} ?[A-Z]{3}\b"),
    form("plate", ("reg", "plate", "tag"),
          rf"\b{PLATE}\b[^.?!\d]{{0,50}}?"
          r"(?P<x>\b(?:(?=[a-z]{0,7}\d)(?=\d{0,7}[a-z])[a-z\d]{5,8}|[a-z]{1,2}\d{1,3} [a-z]{3}|"
          r"\d[a-z]{2}-\d[a-z]{2}|[a-z]{3}-\d{3}|\d{3}-[a-z]{3})\b)",
          rf"\b{PLATE}\b[^.?!]{{0,50}}?"
          rf"(?P<x2>\b(?:[a-z]{{1,2}}[ ,-]{{1,3}})?{SIGNS})\b", flags=re.IGNORECASE),
    form("plate", r"\d", r"\b[A-HJ-NPR-Y]\d{1,3} ?[A-Z]{3}\b", r"\b[A-Z]{3} ?\d{1,3}[A-Z]\b"),
    form("phone", "0", r"(?<![\w.,])0\d{2,4}(?:, ?\d{2,4}){2,3}\b(?![,.]\d)"),
    form("phone", "ext", r"\bext(?:ension|\.)?(?: number)?(?: is)? (?P<x>\d{3,5})\b", flags=re.IGNORECASE),
    form("number", r"\d{5}",
          r"\b(?:number|no\.?|MRN|ID)(?: is|:|['’]s)? (?P<x>[a-z]{1,3}\d{5,10}[a-z]?)\b",
          flags=re.IGNORECASE),
    form("bank", r"\d{2}", r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b"),
    form("bank", r"\d{8}", r"\b\d{2}[- ]\d{2}[- ]\d{2}[ ,]{1,2}(?:and |account )?\d{8}\b"),
    form("coordinates", r"\.\d{4}", r"-?\b\d{1,2}\.\d{4,8}°? ?[NS]?, ?-?\d{1,3}\.\d{4,8}\b"),
)  # fmt: skip
