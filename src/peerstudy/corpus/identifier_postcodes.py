"""Postcodes of several countries, as written and as read out: LS1 4AP, "s eleven eight p q".

Every pattern is bounded, so that a text costs no more than its length.
"""

import re
from collections.abc import Iterator

from peerstudy.corpus.found import Found, form, words
from peerstudy.corpus.number_words import FIGURE, ONES, SIGNS, TEENS, TENS, UP_TO_99, has_letters

KIND = "postcode"
# The 124 areas in the United Kingdom (Royal Mail) and its islands.
AREAS = """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH
    EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M
    ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST
    SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
"""
STATES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|"
    "V[AT]|W[AIVY]"
)
STATE_NAMES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|"
    "hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|"
    "michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|(?:new )?(?:hampshire|"
    "jersey|mexico|york)|(?:north |south )?(?:carolina|dakota)|ohio|oklahoma|oregon|"
    "pennsylvania|rhode island|tennessee|texas|utah|vermont|virginia|washington|wisconsin|"
    "wyoming"
)
STATE_WORDS = "|".join(
    [
        *sorted(set(re.findall("[a-z]{4,}", STATE_NAMES)) - {"north", "south"}),
        "nsw|vic|victoria|qld|queensland|tas|tasmania|act|wales|australia",
    ]
)
AUSTRALIAN = "nsw|vic(?:toria)?|qld|queensland|tas(?:mania)?|act|new south wales|(?:south|western) australia"
# Areas whose districts are mostly something else in talk of health: CO2, pH7; vertebrae have one letter.
KNOWN = frozenset(AREAS.split())
NO_AREAS = frozenset(["CO", "SO", "PH", "ML", "CM", "HR"])
CODE = r"(?:post(?:al)?[ -]?code|zip[ -]?code|pin[ -]?code|eircode|code postal|plz)"
LETTER = r"[a-z](?:,? (?:for|as in) [a-z]{2,12})?(?![\w'’])"
PAUSE = r"[ ,.-]{1,3}(?:(?:um|uh|er|erm|then|space|and then)[ ,.]{1,3})?"
JOINT = rf"(?:{PAUSE})?"
DISTRICT = rf"(?:\d{{1,2}}|(?:{FIGURE}) (?:{FIGURE})|double (?:{ONES})|{UP_TO_99}|oh)"
# Area, district, sector, unit: s eleven eight p q, cf 24 2 jx, L for Leeds S 6, 3 A B.
BRITISH = re.compile(
    rf"(?<!['’])\b(?P<area>{LETTER}(?:{PAUSE}{LETTER})?|[a-z]{{2}}(?=[ ,.-]|\d)|[a-z](?=\d)){JOINT}"
    rf"(?P<district>{DISTRICT}(?:{JOINT}{LETTER})?){JOINT}(?:(?:{FIGURE})\b|\d){JOINT}"
    rf"(?P<unit>{LETTER}{PAUSE}{LETTER}|[a-z]{{2}})(?![\w'’])",
    re.IGNORECASE,
)
CANADIAN = re.compile(
    rf"(?<!['’])\b(?:(?=[abceghj-nprstvxy]){LETTER}{PAUSE}(?:(?:{FIGURE})\b|\d){PAUSE}{LETTER}){PAUSE}"
    rf"(?:(?:{FIGURE})\b|\d){PAUSE}{LETTER}{PAUSE}(?:(?:{FIGURE})\b|\d)\b",
    re.IGNORECASE,
)
WITH_DISTRICT = re.compile(r"(?<![\w.-])([A-Z]{2}|[a-z]{2})[1-9]\d?[A-Za-z]?(?![\w-])")
AS_IN = re.compile(r",? (?:for|as in) [a-z]{2,12}", re.IGNORECASE)
NO_UNIT = frozenset("CIKMOV")  # letters that no unit has
WORDS = frozenset(["he", "at", "we", "an", "be", "us", "as"])  # an sy23 he said
SPINE = frozenset("CLST")  # vertebrae: l four l five s one
DIGIT = re.compile(r"\d")
BESIDE_FIGURE = re.compile(r"\d ?[A-Za-z]{2}\b|[A-Za-z]{2}\d")  # else letters stand by themselves

FORMS = (
    form(KIND, r"\d",
          r"\b(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?[ -]{0,3}\d[ABD-HJLNP-UW-Z]{2})\b",
          r"\b[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d\b",
          r"\b(?:[AC-FHKNPRTV-Y]\d\d|D6W)[ -]?(?=[A-Z]{0,3}\d)(?=\d{0,3}[A-Z])[AC-FHKNPRTV-Y\d]{4}\b",
          r"\bzip(?: ?code)?\b[^.?!\d]{0,30}(?P<x>\d{5}(?:-\d{4})?)(?!\d)",
          r"(?<![\d-])\d{5}(?:-\d{4}(?![\d-])|(?=,? (?:(?:is )?(?:the |my |our )?zip)\b))",
          r"\bin the (?P<x2>\d{5})(?![\d,.]|-| (?:of|people|pounds|dollars|range)\b)",
          r"(?-i:\b[A-Z] ?[A-Z]? ?\d ?[A-Z\d]? ?\d ?[A-Z] ?[A-Z]\b)", flags=re.IGNORECASE),
    form(KIND, ("code", "zip"),
          rf"\b(?:{CODE}|zip(?: is|['’]s))\b[^.?!]{{0,30}}?(?P<x>\b{SIGNS})\b",
          rf"\bzip\b[^.?!]{{0,40}}?(?P<x3>\b(?:{FIGURE})(?:[ ,-]{{1,3}}(?:{FIGURE})){{4}})\b",
          rf"\b(?P<x2>{SIGNS}),? (?:(?:is|was) )?(?:the|my|our) (?:{CODE}|zip)\b", flags=re.IGNORECASE),
    form(KIND, ("code",),
          rf"\b{CODE}\b[^.?!\d]{{0,30}}(?P<x>\d{{4,6}})(?!\d)",
          rf"(?<![\d,.-])(?P<x2>(?!19|20)\d{{4,6}})(?=[^.?!\d]{{1,22}}{CODE}\b)", flags=re.IGNORECASE),
    form(KIND, r"[A-Za-z],? \d{4}",
          rf"\b(?:{STATE_NAMES}),? \d{{5}}(?![\d,])", rf"\b(?:{AUSTRALIAN}),? \d{{4}}\b",
          flags=re.IGNORECASE),
    form(KIND, ("code",),
          rf"\b{CODE}\b[^.?!\d]{{0,30}}?(?P<x>\b(?:(?:{TENS})[ -](?:{ONES})|"
          rf"{TEENS})[ -](?:(?:{TENS})(?:[ -](?:{ONES}))?|{TEENS}|"
          rf"oh (?:{ONES}))(?: (?:oh )?(?:{ONES}))?)\b", flags=re.IGNORECASE),
    form(KIND, words(STATE_WORDS, FIGURE),
          rf"\b(?:{STATE_NAMES}),? (?P<x>(?:{FIGURE})(?:[ ,-]{{1,2}}(?:{FIGURE})){{4}})\b",
          rf"\b(?:{AUSTRALIAN}),? (?P<x2>(?:{FIGURE})(?:[ ,-]{{1,2}}(?:{FIGURE})){{3}})\b",
          flags=re.IGNORECASE),
    form(KIND, words("area|postcode|code|district", f"0|{ONES}|{TEENS}|{TENS}"),
          rf"\b(?:the|in|an?) (?P<x>[a-z](?: [a-z])? (?:{UP_TO_99}|\d{{1,2}})) (?:area|postcode|post code|"
          rf"district)\b",
          flags=re.IGNORECASE),
    form(KIND, r"[Ii]n [3-9]\d{3}|[Ii]n 2[1-9]\d\d",
          r"\b(?:live[sd]?|living|based|born|group|clinic|chemist|doctor|gp|anyone|anybody|nobody|no one|"
          r"house|here|is|are|was|people|"
          r"['’]re|['’]s) in (?P<x>(?:[3-9]\d|2[1-9])\d\d)(?=[,.?!]|$| (?:and|but|so|where|there|now|then|"
          r"who)\b)(?![.,]\d)",
          flags=re.IGNORECASE),
    form(KIND, r"\d{5}",
          rf"\b(?:{STATES}),? \d{{5}}(?:-\d{{4}})?(?!\d)",
          r"(?:\b(?:live[sd]?|living|based|moved|born|house|clinic|group|out)|['’](?:re|m)) (?:in|to|from) "
          r"(?P<x>\d{5})(?=[,.;?!]|$| (?:and|but|so|where|which|there|now|then|who|if)\b)(?![.,]\d)"),
)  # fmt: skip


def postcodes(text: str) -> Iterator[Found]:
    """British and Canadian ones that are read out, loosely written or cut short; no word need tell of them.

    Examples
    --------
    >>> text = "it's s eleven eight p q, or cf 24 2 jx, and m five v two t six"
    >>> [text[f.start : f.end] for f in postcodes(text)]
    ['s eleven eight p q', 'cf 24 2 jx', 'm five v two t six']
    >>> [*postcodes("a one two one b c, and I 2 3 a b")]
    []
    """
    lone = has_letters(text)
    beside = DIGIT.search(text) is not None and BESIDE_FIGURE.search(text) is not None
    for match in BRITISH.finditer(text) if lone or beside else ():
        area, unit = (re.sub("[^A-Z]", "", AS_IN.sub("", match[name]).upper()) for name in ("area", "unit"))
        if area in KNOWN and NO_UNIT.isdisjoint(unit) and match["unit"].lower() not in WORDS:
            yield Found(*match.span(), KIND)
    for match in CANADIAN.finditer(text) if lone else ():
        if not SPINE.issuperset(re.findall(r"\b[A-Z]\b", AS_IN.sub("", match[0]).upper())):
            yield Found(*match.span(), KIND)
    for match in WITH_DISTRICT.finditer(text) if beside else ():
        if match[1].upper() in KNOWN - NO_AREAS:
            yield Found(*match.span(), KIND)
