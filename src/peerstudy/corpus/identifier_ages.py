"""Ages over 89, in figures and as people say them: "she's ninety-four", "two years off her hundred".

What the Safe Harbor method of HIPAA takes out (45 CFR 164.514(b)(2)): ages over 89, which may be told as one
class of 90 and more. Every pattern is bounded, so that a text costs no more than its length.
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
    r"(?:a|one) hundred(?: and \w{3,6})?)"
    "(?: and (?:a half|three[ -]quarters|a bit))?"
)
NINETIETH = rf"(?:(?:9\d|1[01]\d)(?:st|nd|rd|th)|ninetieth|ninety[ -](?:{FIRSTS})|hundredth)"
BEFORE_AGE = (
    rf"(?:I['’]m|I am|(?:she|he|they|you|who|(?:{KIN}))['’](?:s|re)|aged?|at|is|was|turned|turning|"
    "be|to|now|until|till|been|being|hit|hits|hitting|pushing|rising|going on|knocking on|"
    "coming up(?: on| to| for)?|just gone|gone|turns|reached|made it to) "
    "(?:(?:about|nearly|almost|over|around|what|like|er|erm|um|uh|only|just|the big|a good|all of)"
    "[ ,]{1,2}){0,2}"
)
OLD = "years?[ -](?:old|young|of age)"
SHE = "(?:she|he|they|nan|gran|mum|mam|mom|dad|i)"
AFTER_AGE = (
    r"(?:years young|not out|and counting|bless (?:her|him)|(?:this|next|last|in|come|come next) "
    rf"(?:year|month|week|birthday|{MONTH})|"
    rf"when {SHE} (?:died|passed|went|moved|had|got)|if (?:she|he)['’]?s a day)"
)

AGES = (
    form("age", ("nagenarian", "ntenarian"), r"\b(?:nonagenarian|centenarian)\b", flags=re.IGNORECASE),
    form("age", r"9\d|1[01]\d|inet|undred|INET|UNDRED|ine[ -](?:oh|zero)",
          rf"\b{NINETY},? (?:(?:he|she) (?:was|is)|(?:he|she)['’]s)\b",
          rf"\b(?P<x4>aged? {NINETY})\b(?![\d:.,]*\d)(?! ?-? ?{UNITS})",
          rf"\b{NINETY}[ ,-]{{1,2}}{OLD}\b",
          rf"\b(?P<x3>{NINETY}),? {AFTER_AGE}\b",
          rf"\b(?:fe)?male,? (?P<x5>{NINETY})\b(?! ?-? ?{UNITS})",
          rf"[a-z], (?P<x6>9\d|1[01]\d|ninety(?:[ -](?:{ONES}))?)(?=, [a-z])(?!, (?:{ONES}|{TENS})\b)",
          rf"\b{NINETY} ?-?(?:yrs?\.?[ -]?old|y/?o)\b",
          rf"\b{NINETIETH} (?:birthday|year)\b",
          rf"\b{NINETIETH}(?= (?:last|this|next|in|coming up) )",
          rf"\b(?:{KIN}),? \(?(?P<x2>{NINETY})(?=[,.)])(?![.,]\d)",
          rf"\b{BEFORE_AGE}(?P<x>{NINETY}(?:[ -]{OLD}| next birthday)?)\b"
          rf"(?![\d:.,/]*\d)(?! ?-? ?{UNITS})(?!-(?!year))",
          flags=re.IGNORECASE),
    form("age", ("nineties", "hundred", "four score", "fourscore"),
          r"\b(?:her|his|their|my|your) (?:mid|early|late|very late)[ -]nineties\b",
          r"(?<!\bthe )(?<!\bin )\b(?:mid|early|late)[ -]nineties\b",
          rf"\b(?:{UP_TO_99}|\d|a few|a couple of) (?:years?|months?|weeks?|days?) "
          r"(?:off|short of|shy of|away from) (?:a|her|his|their|my|one|the) hundred\b",
          rf"\bfour[ -]?score (?:years )?and (?:{TEENS})\b", flags=re.IGNORECASE),
)  # fmt: skip
