"""Numbers of accounts, cards and papers that somebody names before them: "my policy number is PL/22/884102".

Every pattern is bounded, so that a text costs no more than its length.
"""

import re

from peerstudy.corpus.found import form, words
from peerstudy.corpus.number_words import FIGURE, SIGN, TEENS, TENS

# Words of which each tells of a number by itself, and others that do with number, card or id.
TELLING = (
    "n i|ni|national insurance|social security|(?:my|his|her|your|their) social|ssn|passport|licen[cs]e|"
    "hospital number|account|reference|medicare|medicaid|tfn|crn|mrn|pps|aadhaar"
)
NAMING = "(?:number|no\\.?|num|id|card|ref|code|pass)"
PAPERS = (
    rf"(?:{TELLING}|crime ref|ref|routing|iban|bus pass|nhs|chi|green card|blue badge|"
    "(?:policy|claim|case|crime|payroll|staff|employee|student|member(?:ship)?|union|badge|library|tax|pension|insurance|"
    "sin|prison|army|service|registration|visa|invoice|customer|order|patient|booking|tenancy|permit|alien|"
    rf"certificate) {NAMING})"
)
PAPER_WORDS = words(
    "n|ni|national|social|ssn|passport|passport's|licence|license|hospital|account|reference|medicare|medicare's|"
    "medicaid|tfn|crn|mrn|pps|aadhaar"
)
NAMED_WORDS = words(
    f"{FIGURE}|{TEENS}|{TENS}",
    "number|number's|id|id's|card|ref|code|routing|iban|passport|licence|license",
)
# What stands between such a word and its number: number is, card says.
OF_PAPER = (
    rf"(?:['’]s|[ :,#]{{1,3}}(?:{NAMING}|reference|is|was|says|said|reads|it['’]s|that['’]s|"
    r"my|the|ends|ending|in|with|on|um|uh|er|erm)\b){0,5}[ :,#]{1,3}"
)
# Of five figures and more, parted once or not; letters before and after them: PL/22/884102, U/0038174-B.
NUMBERED = (
    r"(?!(?:19|20)\d\d[ /-]{1,3}(?:19|20)?\d\d\b)(?:[a-z]{1,4}[ /.-]?)?\d(?:[ /.-]?\d){4,18}(?:[ /-]?[a-z])?"
)

# No amount: not "12000 pounds", "2,000", "50%".
NO_AMOUNT = r"(?![\w%]|[,.]\d| (?:people|pounds|dollars|of|members|times|steps|years|words|miles)\b)"

# Looked for when the others are found: these name a number no more closely.
PAPERS_NAMED = (
    form("number", r"\d{2}[ /.-]?\d",
          rf"\b{PAPERS}{OF_PAPER}(?P<x>{NUMBERED}){NO_AMOUNT}",
          rf"\b{PAPERS}(?: {NAMING})?(?:['’]s|:| is| was){{0,2}} (?P<x2>[a-z]?\d{{4,8}}){NO_AMOUNT}",
          r"\b(?:card|account|visa|mastercard|number)(?: that)? (?:ends|ending)(?: in| with)? "
          rf"(?P<x3>\d{{4}}){NO_AMOUNT}",
          r"\blast (?:four|4)(?: digits| numbers)?(?: (?:of|on) [a-z]{2,6}(?: [a-z]{2,12}){1,2})?(?: are| "
          r"is|:|,)? "
          rf"(?P<x4>\d{{4}}){NO_AMOUNT}",
          r"\b(?:cvv|cvc|security code|pin)(?: number)?(?: is| was|['’]s|:)? "
          rf"(?P<x5>\d{{3,4}}){NO_AMOUNT}",
          flags=re.IGNORECASE),
)  # fmt: skip
PAPERS_SAID = (
    # Medicare in the United States.
    form("number", r"\d[A-Za-z]", r"\b\d[A-Z][A-Z\d]\d[ -]?[A-Z][A-Z\d]\d[ -]?[A-Z]{2}\d\d\b",
         flags=re.IGNORECASE),
    form("number", ("ending", "ends", "last four", "last 4", "cvv", "security code"),
          r"\b(?:(?:card|account|visa|number)(?: that)? (?:ends|ending)(?: in| with)?|"
          r"last (?:four|4)(?: digits| numbers)?(?: (?:of|on) [a-z]{2,6}(?: [a-z]{2,12}){1,2})?(?: are| is|"
          r":|,)?|"
          rf"(?:cvv|security code)(?: is| was)?) (?P<x>(?:{FIGURE})(?:[ ,-]{{1,2}}(?:{FIGURE})){{2,3}})\b",
          flags=re.IGNORECASE),
    form("bank", ("sort code", "sort-code"),
          r"\bsort[ -]code(?: number)?(?: is| was|['’]s|:|,)? (?P<x>\d\d[ -]?\d\d[ -]?\d\d"
        r"(?:[ ,]{1,2}(?:and )?(?:account(?: number)? )?\d{8})?)(?!\d)",
          rf"\bsort[ -]code(?: number)?(?: is| was|['’]s|:|,)? (?P<x2>{SIGN}(?:[ ,-]{{1,2}}{SIGN}){{2,9}})\b",
          flags=re.IGNORECASE),
    form("number", PAPER_WORDS,
          rf"\b(?:{TELLING})\b[^.?!]{{0,40}}?(?P<x>(?<!['’])\b{SIGN}(?:[ ,-]{{1,3}}{SIGN}){{4,14}})\b",
          flags=re.IGNORECASE),
    form("number", NAMED_WORDS,
          rf"\b{PAPERS}{OF_PAPER}(?P<x>{SIGN}(?:[ ,-]{{1,3}}{SIGN}){{4,14}})\b",
          flags=re.IGNORECASE),
)  # fmt: skip
