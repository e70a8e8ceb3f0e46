"""Streets, houses and corners in words and without capitals: "two hundred and six maple hollow road".

Every pattern is bounded, so that a text costs no more than its length.
"""

import re

from peerstudy.corpus.found import FIGURE, Words, form, words
from peerstudy.corpus.number_words import FIRSTS, ONES, TEENS, TENS, UP_TO_99
from peerstudy.corpus.strange_words import KIN

# Numbers of houses as people say them: two hundred and six, one twelve, twelve oh four, fourteen hundred.
HOUSE = (
    rf"(?:\d{{1,4}} ?[a-d]?|(?:(?:an?|{ONES}) hundred(?: and)? )?{UP_TO_99}(?: [a-d])?|(?:an?|{ONES}) "
    rf"hundred|"
    rf"{UP_TO_99}(?: hundred|(?: oh)? {UP_TO_99})(?: [a-d])?)"
)
# What may stand before street or road and is no name of one.
PLAIN = (
    "way|lane|miles?|minutes?|hours?|days?|years?|hundred|metres?|foot|feet|cars?|long|main|busy|bumpy|same|different|"
    "other|big|small|whole|single|hard|rocky|very|so|really|quite|pretty|too|more|dead|side|cross|back|front|narrow|"
    "of|on|in|from|and|bit|times|little|wide|rough|per|your|their|this|that|every|each|some|daily|short|nice|memory|"
    "fast|slow|cycle|these|those|another|gentle|local|outside|inside|walking|evening|morning|afternoon|the|my|our|his|"
    "her|its|any|no|what|which|one|two|three|down|up|off|for|to|with|is|was|are|were|be|been|it|he|she|they|we|you|"
    "people|person|man|woman|kids|children|lads|girls|boys|open|middle|right|wrong|next|last|first|second|new|old|"
    "good|bad|better|best|main|high|low|country|dirt|gravel|toll|ring|slip|access|public|private|quiet|empty|dark|"
    "icy|wet|straight|winding|steep|own|entire|residential|similar|certain|many|most|few|both|own|only|just|like|at|"
    "then|than|when|where|there|here|out|over|by|into|onto|across|along|around|about|after|before|not|don['’]?t|can|"
    "could|would|will|had|has|have|did|do|went|go|going|come|came|crossed|cross|round|food|court|tennis|bed|bedroom|"
    "bus|school|car|driving|storey|story|level|pedestrian|shopping|residents|parking|one-way|two-way"
)
NAME = rf"(?!(?:{PLAIN})\b)[a-z'’]{{3,20}}"
STRONG = "street|road|avenue|crescent|terrace|gardens|grove|mews|close|boulevard|drive|lane|parade|wynd|brae"
WEAK = (
    "street|road|avenue|crescent|terrace|gardens|grove|mews|close|boulevard|drive|lane|parade|court|place|gate|row|"
    "yard|hill|square|green|rise|walk|house|wynd|brae|heights|buildings|cottages|villas|mansions|towers|view|park|way"
)
OWNED = (
    "road|street|lane|row|close|mews|terrace|avenue|crescent|grove|gardens|ginnel|alley|passage|croft|fold|brae|wynd|"
    "buildings|cottages|yard|gate|hill|green|court"
)
NOBODYS = (
    rf"(?:{KIN}|people|person|woman|man|men|women|children|child|baby|doctor|nurse|teacher|everybody|everyone|"
    "somebody|someone|nobody|anyone|today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    "week|year|god|lord|devil|world|life|other|one|door|it|that|he|she|let|there|here|what|who|where|how|this|queen|"
    "king|lady|school|church|town|city|village|hospital|team|company|farmer|landlord|driver)['’]s"
)
NTH = (
    rf"(?:(?:(?:{TENS})[ -])?(?:{FIRSTS})|tenth|eleventh|twelfth|[a-z]{{3,5}}teenth|[a-z]{{3,5}}tieth|"
    rf"\d{{1,3}}(?:st|nd|rd|th))"
)
COMPASS = "(?:north|south|east|west)"
FLAT = (
    rf"(?:flat|apartment|apt\.?|unit|plot|block|lot)(?: number| no\.?)? (?:{UP_TO_99}|\d{{1,4}}|"
    rf"[a-d])(?: ?[a-d])?"
)
ABROAD = "rue|calle|piazza|avenida|ulica|ul.|viale|carrer|rua|chemin|lôn|bóthar|sráid"
CAPITAL_ABROAD = (
    "Rue|Via|Viale|Calle|Carrer|Plaza|Piazza|Avenida|Paseo|Rua|Ulica|Boulevard|Chemin|Impasse|Corso|Heol|Ffordd|"
    "Lôn|Stryd|Bóthar|Sráid|Place d(?:e|u|es)"
)
OF_ABROAD = "(?:(?:de|du|des|del|della|di|da|do|do[ns]|la|le|les|los|las|y|na|an|l['’]|d['’]) ?){0,3}"
TREES = (
    "larches|willows|laurels|firs|beeches|oaks|elms|poplars|hollies|cedars|chestnuts|birches|sycamores|rowans|"
    "hawthorns|maples|limes"
)
CLOSES = (
    "green|paddock|paddocks|avenue|crescent|terrace|grove|mews|orchard|orchards|maltings|close|cloisters|shambles|butts|square|"
    "drive|lane|parade"
)
NO_ESTATE = (
    "(?:council|housing|industrial|trading|whole|same|new|old|real|private|local|next|other|big|rough|entire|nearby|"
    "country|retail|business|his|her|my|our|their|family)"
)
KIND = "address"
NUMBERS = "|".join([FIGURE, ONES, TEENS, TENS, "hundred"])
NTHS = (
    f"{FIGURE}|{FIRSTS}|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|"
    "nineteenth|twentieth|thirtieth"
)
AT = "on|in|at|up|down|off|to|from|near|along|by|round|behind"

STREETS_SAID = (
    # Two hundred and six maple hollow road.
    form(KIND, words(STRONG, NUMBERS),
         rf"\b(?:{FLAT},? )?{HOUSE},? (?:(?:saint|st\.?|{COMPASS}) )?(?:{NAME} ){{1,2}}(?:{STRONG})\b",
         flags=re.IGNORECASE),
    form(KIND, words("saint|st|st.", WEAK),
         rf"\b(?:{HOUSE},? )(?:saint|st\.?) [a-z]{{2,20}}(?:['’]?s)? (?:{WEAK})\b",
         rf"\b(?:saint|st\.?) [a-z]{{2,20}}(?:['’]?s)?(?: {NAME})? (?:{STRONG}|gate|row|place|square|hill)\b",
         r"\bsaint [a-z]{2,20}['’]s (?:yard|court|walk|green|way)\b", flags=re.IGNORECASE),
    form(KIND, words("street|road|avenue|boulevard", "on|off|down|along|near"),
         rf"\b(?:on|off|down|along|near) (?P<x>(?:{NAME} ){{1,2}}?(?:street|road|avenue|boulevard))\b",
         flags=re.IGNORECASE),
    form(KIND, words("drive|lane|road|street|avenue|court", "on|in|at|to"),
         r"\b(?:live[sd]?|living|moved|house|flat|bungalow|shop|surgery|clinic|born|stay(?:s|ed|ing)?) "
         rf"(?:up |down |over )?(?:on|in|at|to) (?P<x>{NAME} (?:drive|lane|road|street|avenue|court))\b",
         flags=re.IGNORECASE),
    # On cutler's row.
    form(KIND, words(OWNED, AT),
         rf"\b(?:{AT}) (?P<x>(?:saint |st )?(?!{NOBODYS})[a-z]{{3,20}}['’]s (?:{OWNED}))\b(?! (?:earth|"
         rf"party))", flags=re.IGNORECASE),
    # Forty one adeline point house, flat twelve adeline court.
    form(KIND, words("house|court|tower|towers|point|buildings|mansions", f"{NUMBERS}|a|b|c|d|e|f|g|h"),
         rf"\b(?:{FLAT}|{HOUSE}),? (?:{NAME} )(?:point|park|hill|view|bridge|mill|wood|lodge|green|court) "
         r"(?:house|court|tower)\b",
         rf"\b{FLAT},? (?:in |at )?(?:{NAME} ){{1,2}}(?:house|court|towers?|buildings|mansions|point)\b",
         rf"\bblock [a-h\d],? (?:{NAME} )(?:house|court)\b", flags=re.IGNORECASE),
    form(KIND, words("flat|apartment|apt|apt.|unit|plot|lot", WEAK, f"{NUMBERS}|a|b|c|d"),
         rf"\b{FLAT},? {HOUSE},? (?:{NAME} ){{1,2}}(?:{WEAK})\b", flags=re.IGNORECASE),
    form(KIND, words("flat", NUMBERS),
         r"\b(?:in|at|to|from|is|['’]s|['’]m|['’]re|address|top floor,?) "
         rf"(?P<x>flat (?:number )?(?:{UP_TO_99}|\d{{1,3}})(?: ?[a-d])?)\b"
         r"(?=[,.?!]|$| (?:and|so|but|on the|in the|at|up|with|where|because|cos|then)\b)",
         flags=re.IGNORECASE),
    form(KIND, words("house", "number"), rf"\b(?<!the )(?P<x>house number (?:{UP_TO_99}|\d{{1,4}}))\b",
         flags=re.IGNORECASE),
    form(KIND, words("route|road", "rural|county"), rf"\b(?:rural route|county road) (?:{UP_TO_99}|"
         rf"\d{{1,4}})\b", flags=re.IGNORECASE),
    form(KIND, words("high", "street"), rf"\b(?:on|at|in|off) (?P<x>{NAME} high street)\b",
         flags=re.IGNORECASE),
    form(KIND, words("estate"), rf"\b(?:on|off|onto|around|round|in) the "
         rf"(?P<x>(?!{NO_ESTATE}\b)[a-z]{{4,20}} estate)\b", flags=re.IGNORECASE),
    # West fourteenth street; east forty third and wilmot.
    form(KIND, words("street|avenue|ave|north|south|east|west", NTHS),
         rf"\b(?:{COMPASS} {NTH}(?: (?:street|avenue))?|(?:on|at|to|off|near) (?P<x>{NTH} (?:street|avenue|"
         rf"ave)))\b"
         r"(?: and (?!the\b|a\b|then\b|I\b)[a-z]{3,20})?", flags=re.IGNORECASE),
    form(KIND, words("corner|junction|intersection"),
         r"\b(?:corner|junction|intersection) of (?P<x>(?!(?:the|my|a|this|that|his|her|their|our|your|it|"
         r"one|each|"
         r"every)\b)(?:[a-z\d'’]{2,20} ){1,4}?and (?!the\b|my\b|a\b|then\b)[a-z\d'’]{3,20}"
         r"(?: (?:street|road|avenue|lane))?)\b", flags=re.IGNORECASE),
    # Names of houses.
    form(KIND, words("cottage|rectory|vicarage|farm"),
         r"\b(?:at|called|in|to|['’]re|['’]s|address is) "
         r"(?P<x>(?!(?:dairy|sheep|chicken|pig|fish|wind|holiday|council|health|city)\b)"
         rf"{NAME} (?:cottage|farm|rectory|vicarage))\b", flags=re.IGNORECASE),
    form(KIND, words("rectory|vicarage|forge|manse|smithy|schoolhouse|house", "the", "old"),
         r"\b(?:at|in|to|['’]re|['’]s|it was|called) (?P<x>the old (?:rectory|vicarage|forge|manse|smithy|"
         r"school ?house|coach house)(?:,? (?:on |in )?[a-z]{3,20} lane)?)\b", flags=re.IGNORECASE),
    form(KIND, words(TREES, "the"), rf"\b(?:at|into|to|from|number|called|{UP_TO_99}) (?P<x>the "
         rf"(?:{TREES}))\b", flags=re.IGNORECASE),
    form(KIND, words(CLOSES, "the", NUMBERS),
         rf"\b(?:at|live|lives|lived|number|to|of|it['’]s) (?P<x>(?:{UP_TO_99}|\d{{1,3}}),? the "
         rf"(?:{CLOSES}))\b", flags=re.IGNORECASE),
    form(KIND, words("rd|rd.|ave|ave.|cres|cres.|tce|terr|blvd|ln|crt|drive|lane|close|court|grove|"
                     "gardens|mews", FIGURE),
         rf"\b\d{{1,4}}[a-z]?,? {NAME} (?:rd|ave|cres|tce|terr|blvd|ln|crt|drive|lane|close|court|grove|"
         rf"gardens|"
         r"mews)\b"),
    # In other countries.
    form(KIND, words(f"{ABROAD}|via|paseo|boulevard|plaza|heol|ffordd|stryd|place|impasse|corso"),
         rf"\b(?:\d{{1,4}},? )?(?:{CAPITAL_ABROAD}|{ABROAD}) {OF_ABROAD}[A-ZÀ-Ž][\w'’-]{{1,20}}"
         r"(?: [A-ZÀ-Ž][\w'’-]{1,20})?(?:,? \d{1,4}\b)?",
         rf"\b(?:{HOUSE},? )(?:{ABROAD}|via) {OF_ABROAD}[a-z]{{3,20}}(?: [a-z]{{3,20}})?\b",
         rf"\b(?:on|in|at) (?P<x>(?!rue (?:the|that|this)\b)(?:{ABROAD}) {OF_ABROAD}[a-z]{{3,20}})\b"),
)  # fmt: skip
# One of these words stands in each of those.
STREET_WORDS = frozenset[str]().union(
    *(one.needs.sets[0] for one in STREETS_SAID if isinstance(one.needs, Words))
)
BY_ENDING = (
    form(KIND, ("str.", "gasse", "platz", "allee", "laan", "strasse", "straße", "straat", "gracht", "gatan"),
         r"\b(?:[A-ZÄÖÜ][a-zäöüß-]{2,20}(?:str\.|gasse|platz|allee|laan)|"
         r"[A-ZÄÖÜa-zäöüß][a-zäöüß-]{2,20}(?:strasse|straße|straat|gracht|gatan))(?: \d{1,4}[a-z]?\b)?"),
)  # fmt: skip
