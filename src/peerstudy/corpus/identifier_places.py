"""Identifiers that are addresses and organisations, by words such as street and hospital.

Every pattern is bounded, so that a text costs no more than its length.
"""

import re

from peerstudy.corpus.found import form, words
from peerstudy.corpus.number_words import SIGN, UP_TO_99

STREETS = (
    "Street|Road|Lane|Avenue|Close|Drive|Terrace|Crescent|Gardens|Grove|Square|Court|Way|Place|Parade|Yard|"
    "Hill|Row|Walk|Mews|Rise|Green|House|Heights|Boulevard|Gate|Wynd|Brae|Vennel|Brow|Fold|Garth|Nook|Croft|Parkway|"
    "Highway|Esplanade|Embankment|Promenade|Quay|Alley|Villas|Cottages|Mansions|Circuit"
)
NO_STREET = "(?:way|lane|mile|miles|minute|hour|day|year|hundred|metre|foot|car)"
STRONG_STREETS = "street|road|avenue|crescent|terrace|gardens|grove|mews|close"
NO_ROAD = (
    "(?:long|main|busy|bumpy|same|different|other|big|small|whole|single|hard|rocky|very|so|really|quite|pretty|too|"
    "more|dead|side|cross|back|high|front|narrow|of|year|on|in|from|and|bit|times|little|wide|rough|per)"
)
LOW_STREETS = "walk|close|avenue|crescent|terrace|lane|gardens|grove|mews|wynd"
NO_LANE = (
    "(?:your|their|this|that|every|each|some|daily|short|nice|memory|fast|slow|cycle|these|those|another|gentle|local|"
    "outside|inside|walking|evening|morning|afternoon)"
)
LOW_SITES = (
    "community health|health service|surgery|medical|clinic|health centre|hospital|school|academy|primary|"
    "infirmary"
)
LONE_SITES = (
    "Hospital|Infirmary|Surgery|Clinic|Practice|Hospice|Lodge|School|College|Academy|University|Church|Chapel|"
    "Mosque|Temple|Library|Council|Trust|Ltd|Limited|PLC|Foundation"
)
SITES = rf"{LONE_SITES}|(?:Medical|Health|Community|Leisure|Day) Centre|(?:Care|Nursing) Home"
SHORT_STREETS = "St|Rd|Ave?|Ln|Blvd|Cres|Ct|Cl|Dr|Pl|Sq|Terr?|Tce|Hwy|Pkwy"
SITE_WORDS = frozenset([*LONE_SITES.split("|"), "Centre", "Home", "Bank"])
TRADES = (
    "coaches|motors|haulage|logistics|freight|textiles|foods|bakeries|builders|electronics|engineering|plastics|carpets|"
    "taxis|cabs|travel|transport|steel|mills|timber|packaging|electrics|printers|fabrics|holdings|industries|stores|"
    "supermarkets|pharmaceuticals|airlines|railways|shipping|dairies|breweries"
)
NO_FIRM = (
    "(?:the|and|for|with|from|all|any|some|big|small|local|private|different|various|several|other|many|most|own|public|"
    "his|her|our|their|your|old|new|good|bad|two|three|life|football|health|like|just|really|very|those|these|that|this|"
    "lots|chronic|back|lower|neck|knee|inpatient|outpatient|hospital|hours|days|making|selling|driving)"
)

PLACES = (
    form("address", r"\d",
          rf"\b\d{{1,4}}[A-Za-z]?,? (?:[NSEW]\.? )?(?:[A-Z][\w'’-]{{1,20}} ){{1,3}}(?:{SHORT_STREETS})\b",
          rf"\b(?:[NSEW]\.? )?\d{{1,4}}(?:st|nd|rd|th) (?:{STREETS}|{SHORT_STREETS})\b",
          rf"\b\d{{1,4}}/\d{{1,3}} (?:[A-Z][\w'’-]{{1,20}} ){{1,3}}(?:{STREETS})\b",
          rf"\b(?:Flat|Unit|Apartment|Apt) \d{{1,4}}[A-Za-z]?(?:,? (?:\d{{1,4}}[A-Za-z]?,? )?"
          rf"(?:[A-Z][\w'’-]{{1,20}} ){{1,3}}(?:{STREETS}))?\b",
          r"\bP\.? ?O\.? Box \d{1,6}\b",
          r"\b\d{1,4}[a-z]?,? [A-Z][a-z]{2,20}(?:way|gate|side|field|wood|ton|hurst|bank)\b(?! [A-Z])"),
    form("address", frozenset(STREETS.split("|")),
          rf"\b(?:(?:\d{{1,4}}[A-Za-z]?|(?i:{UP_TO_99}(?: hundred)?(?:[ -]{UP_TO_99})?)),? )?"
          rf"(?:[A-Z][\w'’-]{{1,20}} ){{1,3}}(?:{STREETS})\b"),
    form("address", ("number", "corner", "junction", "box"),
          rf"\b(?:at|to|of|in|live|lived|from) number (?!one\b)(?:{UP_TO_99}|\d{{1,4}})\b"
          rf"(?:,? (?:the )?[a-z]{{3,20}}(?: (?:{STREETS.lower()}))?)?",
          r"\b(?:corner|junction) of (?P<x>(?!(?:the|my|a|this|that|his|her|their|our|your|it)\b)"
          r"[a-z]{3,20}(?: (?:street|road|avenue|st|ave))? and [a-z\d]{3,20})\b",
          rf"\bp\.? ?o\.? box {SIGN}(?:[ ,-]{{1,2}}{SIGN}){{0,5}}", flags=re.IGNORECASE),
    form("address", r"\d",
          r"\bR\.?R\.? ?#?\d{1,3}\b(?:, ?\d{1,6} [A-Z]\w{1,20}(?: (?:[A-Z]\w{1,20}|\d{1,3})){0,3})?"),
    form("address", frozenset(["Mount"]), r"\bMount [A-Z][a-z]{2,15}\b"),
    form("address", tuple(LOW_STREETS.split("|")),
          rf"\b(?:on|in|at|to|off|near) (?P<x>(?!{NO_ROAD} |{NO_LANE} )[a-z]{{4,20}} "
          rf"(?:{LOW_STREETS}))\b"),
    form("address", tuple(STRONG_STREETS.split("|")),
          rf"\b(?:flat \w{{1,9}},? )?{UP_TO_99}(?: [a-d])?,? (?:(?:saint|st\.?) )?(?!{NO_STREET} |{NO_ROAD} )"
          r"[a-z'’]{3,20} "
          rf"(?:{STRONG_STREETS})\b",
          flags=re.IGNORECASE),
    form("address", r"\d",
          rf"\b\d{{1,4}}[a-z]?,? (?!{NO_STREET} )[a-z]{{3,20}} (?:street|road|avenue|crescent|terrace)\b"),
    form("organisation", (" st ", "saint ", "holy ", "sacred", "lady ", "king ", "queen ", "prince", "royal"),
          r"\b(?:st|saint|holy|sacred|our lady|king|queen|prince|princess|royal)(?: [a-z'’]{2,20}){1,3}? "
          r"(?:hospital|infirmary|surgery|clinic|practice|hospice|school|college|academy|university|church|"
          r"primary)\b"),
    form("organisation", tuple(LOW_SITES.split("|")),
          r"\b(?!(?:the|a|my|our|your|this|that|down|up|of|in) )[a-z]{3,20} "
          r"(?:lane|road|street|park|house|hill|view|green|bridge|mill|court|creek|river|valley|bay|lake) "
          rf"(?:{LOW_SITES})\b"),
    form("organisation", SITE_WORDS,
          rf"\b(?:[A-Z][\w'’.-]{{1,20}} ){{1,4}}(?:{SITES})\b",
          r"\b(?:University|College|Bank|Church|Hospital) of (?:the )?[A-Z][\w'’-]{1,20}"),
    # Where somebody works or is treated: for pennine star coaches, to cedar falls spine and pain.
    form("organisation", words(TRADES),
         r"\b(?:work(?:ed|ing|s)? (?:for|at|with)|job (?:for|at|with)|(?:driver|driving|drove|buses|lorries|"
         r"shifts|nights|"
         rf"years?) (?:for|at|with)) (?P<x>(?:(?!{NO_FIRM}\b)[a-z]{{3,20}} ){{2,3}}(?:{TRADES}))\b"),
    form("organisation", words("care|homecare|healthcare|support"),
         rf"\b(?:work(?:ed|ing|s)?|carers?|job|nurse|shifts|agency) (?:for|with) "
         rf"(?P<x>(?:(?!{NO_FIRM}\b)[a-z]{{3,20}} ){{1,2}}(?:home ?care|health ?care|care|support))\b"
         r"(?! (?:of|for|in|to|home|homes|staff|team|workers?)\b)"),
    form("organisation", words("spine|orthopedics|orthopaedics|rehab|rehabilitation|medicine|physiotherapy|"
    "physical"),
         rf"\b(?:went|go|going|sent|referred|over|back|drive|drove|are|was|seen) (?:to|at) "
         rf"(?P<x>(?:(?!{NO_FIRM}\b)[a-z]{{3,20}} "
         r"){2}(?:spine(?: and [a-z]{3,12})?|pain and spine|orthop(?:a)?edics|rehab(?:ilitation)?|family "
         r"medicine|"
         r"sports medicine|physical therapy|physiotherapy))\b"),
)  # fmt: skip
