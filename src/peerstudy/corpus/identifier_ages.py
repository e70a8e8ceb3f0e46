"""Ages over 89, in figures and as people say them: "she's ninety-four", "two years off her hundred".

What the Safe Harbor method of HIPAA takes out (45 CFR 164.514(b)(2)): ages over 89, and years that tell of
them. A class of all ages over some age passes.
Every pattern is bounded, so that a text costs no more than its length.
"""

import re

from peerstudy.corpus.found import form
from peerstudy.corpus.identifier_dates import MONTH
from peerstudy.corpus.number_words import FIRSTS, ONES, TEENS, TENS, UP_TO_99
from peerstudy.corpus.strange_words import KIN

UNITS = (
    "(?:%|per ?cent|minutes?|mins?|miles?|pounds?|quid|degrees?|seconds?|secs?|p\\b|days?|of\\b|odd|times|"
    "hours?|kilos?|kg|mg|stone|metres?|yards?|feet|foot|steps?|pence|grand|people|and a half|thousand|"
    "years? (?:ago|since|later)|weeks?|months?|plus|(?:and|or) (?:over|above)|quarter|first|"
    "o'clock|on the|calls?|tablets?)"
)
NINETY = (
    rf"(?:9\d|1[01]\d|ninety(?:[ -](?:{ONES}|odd|something))?|nine[ -](?:oh|zero)|"
    rf"(?:a|one) hundred(?: and \w{{3,6}})?|hundred and (?:{ONES}|ten|eleven|twelve))"
    "(?: and (?:a half|three[ -]quarters|a bit))?"
)
NINETIETH = (
    rf"(?:(?:9\d|1[01]\d)(?:st|nd|rd|th)|ninetieth|ninety[ -](?:{FIRSTS})|"
    rf"(?:(?:a |one )?hundred and (?:{FIRSTS})|hundredth))"
)
# What is said before one thinks better of it: "ninety- ninety-two", "ninety, no, ninety-one".
THINKS = (
    "(?:9\\d|(?:a |one )?hundred|ninety(?: \\w{3,5})?)[-–—,.…]{0,3}"
    "(?: (?:no|or|eh|er|um|maybe|wait|sorry|and),?){0,3} (?=9|ninety|a h|one h|hundred)"
)
BEFORE_AGE = (
    rf"(?:I['’]m|I am|(?:she|he|they|you|who|old (?:girl|boy|lady|man|fella|dear)|(?:{KIN}))['’](?:s|re)|"
    rf"aged?|"
    r"(?<!over the )(?<!above the )(?<!under the )(?<!past the )(?:age|age at|years|ripe old age) of|at|is|"
    r"was|turned|turning|"
    "be|to|now|until|'?till?|been|being|hit|hits|hitting|pushing|rising|going on|knocking on|completed|"
    "completing|crossed|crossing|touching|"
    "coming up(?: on| to| for)?|just gone|gone|turns|reached|made it to|(?:off|from) the (?:king|queen|"
    "palace),?) "
    "(?:(?:about|nearly|almost|over|around|what|like|er|erm|um|uh|only|just|the big|the|a good|all of)"
    f"[ ,]{{1,2}}|{THINKS}){{0,2}}"
)
OLD = "years?[ -](?:old|young|of age)"
SHE = "(?:she|he|they|nan|gran|mum|mam|mom|dad|i)"
SOMEBODY = (
    "(?:lady|woman|man|gentleman|gent|fell[ao]|fellow|chap|bloke|guy|girl|boy|soul|dear|patient|resident|member|"
    "neighbou?r|widow|widower|pensioner|veteran)"
)
SAID_ON = (
    "(?=[,;.!?)]|$| (?:and|but|who|in|on|at|with|from|was|is|has|had|now|then|when|bless|still|she|he|sat|"
    "came|"
    "comes|lives|living|next|last|this|year|if|i)\\b)"
)
THEIR = "(?:her|his|my)"
AFTER_AGE = (
    r"(?:years young|not out|and counting|bless (?:her|him)|(?:this|next|last|in|come|come next) "
    rf"(?:year|month|week|birthday|{MONTH})|"
    rf"when {SHE} (?:died|passed|went|moved|had|got)|if (?:she|he)['’]?s a day|years? and \w{{1,8}} months?)"
)
# Who is born then is ninety, or was before long.
LONG_AGO = (
    r"(?:19(?:[01]\d|2\d|3[0-5])|nineteen[ -](?:oh[ -]|hundred and )?"
    rf"(?:{TEENS}|(?:oh[ -])(?:{ONES})|twenty(?:[ -](?:{ONES}))?|thirty(?:[ -](?:one|two|three|four|five))?))"
)

AGES = (
    form("age", ("nagenarian", "ntenarian"), r"\b(?:nonagenarian|(?:super)?centenarian)\b",
          flags=re.IGNORECASE),
    form("age", ("hundred", "four score", "fourscore", "f 100", "o 100", "his century", "her century"),
          rf"\b(?:{UP_TO_99}|\d|a few|a couple of|an?) (?:years?|months?|weeks?|days?) "
          r"(?:off|short of|shy of|away from) (?:(?:a|her|his|their|my|one|the) )?"
          r"(?:hundred|hundredth|100|century)\b",
          rf"\bfour[ -]?score (?:years )?and (?:{TEENS})\b", flags=re.IGNORECASE),
    form("age", ("the big ",),
          rf"\bthe big (?:nine[ -](?:oh|o|zero|{ONES})|9[ -]?[0o]|one[ -]oh[ -]oh|(?:one )?hundred|100|"
          rf"{NINETY})\b"
          rf"(?! ?{UNITS})",
          flags=re.IGNORECASE),
    form("age", r"9\d|1[01]\d|inet|undred|INET|UNDRED|ine[ -](?:oh|zero)",
          rf"\b{NINETY},? (?:(?:I think|I reckon|probably|maybe),? )?(?:(?:he|she) (?:was|is)|(?:he|"
          rf"she)['’]s)\b",
          rf"\b(?P<x4>aged? {NINETY})\b(?![\d:.,]*\d)(?! ?-? ?{UNITS})",
          rf"\b{NINETY}[ ,-]{{1,2}}{OLD}\b",
          rf"\b(?P<x3>{NINETY}),? {AFTER_AGE}\b",
          rf"\b(?:fe)?male,? (?P<x5>{NINETY})\b(?! ?-? ?{UNITS})",
          rf"[a-z], (?P<x6>9\d|1[01]\d|ninety(?:[ -](?:{ONES}))?)(?=, [a-z])(?!, (?:{ONES}|{TENS})\b)",
          rf"\b{NINETY} ?-?(?:yrs?\.?[ -]?old|y[/.]?o\b)",
          rf"\b{NINETIETH} (?:birthday|year)\b",
          rf"\b{NINETIETH}(?= (?:last|this|next|in|coming up) )",
          rf"\bthe (?:king|queen|palace) (?:for|on) (?:the|{THEIR}) {NINETIETH}\b",
          rf"\b{THEIR} {NINETIETH}(?=[,.;!?]|$| (?:on|and|was|is|with|at|party|card|soon|off)\b)",
          rf"\b(?:{KIN}),? \(?(?P<x2>{NINETY})(?=[,.)])(?![.,]\d)",
          rf"\b{SOMEBODY}(?: (?:there|here|in (?:the|my|our) \w{{3,10}}))?,? (?:of |about |who['’]?s |who "
          rf"(?:is|was) )?"
          rf"(?P<x7>{NINETY}){SAID_ON}(?![.,]\d)",
          rf"\b{THEIR} (?P<x8>{NINETY} years)\b(?! (?:ago|later|since))",
          rf"\b{BEFORE_AGE}(?P<x>{NINETY}(?:[ -]{OLD}| next birthday)?)\b"
          rf"(?![\d:.,/]*\d)(?! ?-? ?{UNITS})(?!-(?!year))",
          flags=re.IGNORECASE),
    form("age", ("nineties", "90s", "90's", "90’s"),
          rf"\b{THEIR} (?:(?:very )?(?:mid|early|late)[ -])?(?:nineties|90['’]?s)\b",
          r"\b(?:their|your) (?:very )?(?:mid|early|late)[ -](?:nineties|90['’]?s)\b",
          r"(?<!\bthe )(?<!\bin )\b(?:mid|early|late)[ -]nineties\b", flags=re.IGNORECASE),
    form("age", ("19", "ineteen"),
          rf"\b(?:born|year of birth|born back|d\.?o\.?b\.?|birth year)(?: in| is| was|:| around| about|"
          rf"['’]s){{0,2}},? "
          rf"{LONG_AGO}\b(?![-/.,]?\d)(?![ -](?:{ONES}|{TENS})\b)",
          rf"\ban? {LONG_AGO} baby\b", flags=re.IGNORECASE),
)  # fmt: skip
