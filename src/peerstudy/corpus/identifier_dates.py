"""Dates, in figures and as people say them: 14/03/1951, "the eleventh um november twenty sixteen".

Every pattern is bounded, so that a text costs no more than its length.
"""

import re

from peerstudy.corpus.found import form, words
from peerstudy.corpus.number_words import ONES, ORDINAL, TEENS, TENS, UP_TO_99

MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    "Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
MONTHS = words(
    "jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|september|oct|october|nov|"
    "november|dec|december"
)
ABROAD = (  # in French, Spanish, German, Italian, Dutch, Portuguese
    "(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|enero|febrero|"
    "marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|januar|februar|märz|juni|juli|"
    "oktober|dezember|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|"
    "maart|mei|augustus|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro)"
)
ROMAN = "(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})"  # months
DAY = r"(?:3[01]|[12]?\d|0[1-9])"
NTH = rf"(?:{ORDINAL}|{DAY}(?:st|nd|rd|th)?)"
YEAR = r"(?:(?:18|19|20)\d{2}|['’]?\d{2})"
SPOKEN_YEAR = (
    rf"(?:(?:nineteen|eighteen|twenty)[ -](?:oh[ -])?|two thousand(?: and)? ?){UP_TO_99}|two thousand"
)
PAUSES = "(?:,? (?:um|uh|er|erm|eh|it was|that was|of|in|the year)){0,3}"
ANY_YEAR = rf"(?:{YEAR}|{SPOKEN_YEAR})"
# With a year only: no year is told without the day.
FEASTS = (
    "(?:christmas|boxing|new year['’]?s|valentine['’]?s|(?:st|saint) (?:patrick|david|andrew|george)['’]?s|"
    "mother['’]?s|father['’]?s|thanksgiving|waitangi|veterans|memorial|labou?r|midsummer['’]?s|"
    "armistice|remembrance|canada|australia|independence|anzac|bonfire) (?:day|eve|night)"
)
LONE_FEASTS = (
    "(?:halloween|hogmanay|good friday|easter (?:sunday|monday)|ash wednesday|"
    "the (?:fourth of july|ides of march)|(?:winter|summer) solstice)"
)
FEAST_WORDS = words(
    "day|eve|night|halloween|hogmanay|friday|sunday|monday|wednesday|july|march|solstice",
    "0|eighteen|nineteen|twenty|two",
)
WHOLE_YEAR = rf"(?:['’]\d{{2}}|(?:18|19|20)\d{{2}}|{SPOKEN_YEAR})"
# Days and months as they are read out: three, oh three; a year after them, perhaps cut short.
TO_12 = rf"(?:(?:oh[ -])?(?:{ONES})|ten|eleven|twelve)"
TO_31 = rf"(?:(?:oh[ -])?(?:{ONES})|{TEENS}|twenty(?:[ -](?:{ONES}))?|thirty(?:[ -]one)?)"
SHORT_YEAR = rf"(?:(?:{TENS.removeprefix('twenty|')}|oh)[ -](?:{ONES}))"
OF_BIRTH = r"(?:(?:is|was|['’]s) )?(?:(?:my|his|her|the) )?(?:date of birth|birth ?day|dob|d\.?o\.?b)\b"
BORN = r"\b(?:born|birth(?:day|date)?|dob|d o b|this world)\b[^.?!\d]{0,25}?"

DATES = (
    form("date", r"\d",
          rf"(?<![\d/.-]){DAY}([/.-]){DAY}\1(?:(?:18|19|20)\d{{2}}|\d{{2}})(?![\d/-]|\.\d)",
          r"(?<![\d/.-])(?:19|20)\d{2}[/-](?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])(?![\d/-])",
          rf"(?<![\d/.-])(?:{DAY})(?: [/.]? ?)(?:0?[1-9]|1[0-2])(?: [/.]? ?)(?:19|20)\d{{2}}(?![\d/-])",
          r"\b(?:dob|date of birth)(?: is| was)?:? (?P<x>\d{6,8})\b",
          rf"\b{DAY}(?:\.|er)? (?:de )?{ABROAD} (?:de )?(?:18|19|20)\d{{2}}\b",
          rf"\b{DAY}[-./]?{MONTH}[-./]?(?:(?:18|19|20)\d{{2}}|\d{{2}})\b", flags=re.IGNORECASE),
    form("date", r"\d[/.-] ?[ivxIVX]",
          rf"(?<![\d/.-]){DAY}([/.-]|\. ){ROMAN}\1(?:(?:18|19|20)\d{{2}}|\d{{2}})(?![\d/-]|\.\d)",
          flags=re.IGNORECASE),
    form("date", MONTHS,
          rf"\b{DAY}(?:st|nd|rd|th)?(?: day)?(?: of)? {MONTH}[.,]?(?: of| in)? {ANY_YEAR}\b",
          rf"\b{MONTH} (?:the )?{DAY}(?:st|nd|rd|th)?,? {ANY_YEAR}(?!\w)",
          rf"\b(?:the )?{ORDINAL}{PAUSES} {MONTH}{PAUSES},? {ANY_YEAR}\b",
          rf"\b{MONTH},? (?:the )?{ORDINAL},?(?: in)? {ANY_YEAR}\b",
          rf"\b(?:the )?(?:{NTH}) of {MONTH}\b(?!['’])",
          rf"\b(?:the )?{DAY}(?:st|nd|rd|th) {MONTH}\b(?!['’])",
          rf"\b{MONTH}(?:,? {SHORT_YEAR}(?! (?:people|[a-z]{{2,20}}s)\b)|,? {TO_31},? (?:{SPOKEN_YEAR})|"
          rf" (?:the )?(?:{DAY}(?:st|nd|rd|th)|{ORDINAL}))\b", flags=re.IGNORECASE),
    # Month and day, or day and month, and a year in full: no one counts like that.
    form("date", ("two thousand", "nineteen"),
          rf"\b(?:{TO_31}[ ,]{{1,2}}{TO_12}|"
          rf"{TO_12}[ ,]{{1,2}}{TO_31})[ ,]{{1,2}}(?:nineteen[ -](?:oh[ -])?{UP_TO_99}|"
          rf"two thousand(?: and)? {UP_TO_99})\b",
          flags=re.IGNORECASE),
    form("date", words(f"{TENS}|nineteen", f"{ONES}|ten|eleven|twelve"),
          rf"\b{TO_31}, {TO_12}, (?:nineteen[ -](?:oh[ -])?{UP_TO_99}|{SHORT_YEAR})\b"
          rf"(?!, (?:{ONES}|{TENS})\b)",
          flags=re.IGNORECASE),
    form("date", ("birth", "dob", "d.o.b"),
          rf"\b(?P<x>{TO_31}[ ,-]{{1,2}}{TO_31}[ ,-]{{1,2}}(?:{SPOKEN_YEAR}|(?:oh[ -])?{UP_TO_99})),? "
          rf"{OF_BIRTH}",
          rf"(?<![\d/])(?P<x2>{DAY}[/.-]{DAY}),? {OF_BIRTH}", flags=re.IGNORECASE),
    form("date", FEAST_WORDS,
          rf"\b{FEASTS},? (?:of |in )?{ANY_YEAR}\b(?! (?:of|people|times|years|minutes|per))",
          rf"\b{LONE_FEASTS},? (?:of |in )?{WHOLE_YEAR}\b(?! (?:of|people|times|years|minutes|per))",
          flags=re.IGNORECASE),
    form("date", (" of the ",),
          rf"\b{ANY_YEAR},? (?:the )?{NTH} of the {NTH}\b",
          rf"\b(?:the )?{NTH} of the {NTH},? (?:of )?(?:{ANY_YEAR}|{UP_TO_99})\b", flags=re.IGNORECASE),
    form("date", ("born", "birth", "dob", "d o b", "this world"),
          rf"{BORN}(?P<x>\b{UP_TO_99}[ ,-]{{1,2}}{UP_TO_99}[ ,-]{{1,2}}(?:{SPOKEN_YEAR}|{UP_TO_99}))\b",
          rf"{BORN}(?P<x2>\b{DAY}[ ,]{{1,2}}{DAY}[ ,]{{1,2}}{YEAR})\b",
          rf"{BORN}(?P<x4>\b{DAY}/{DAY}\b)",
          rf"\b(?:born|birthday)(?: is| was|['’]s)?(?: on)? "
          rf"(?P<x3>(?:the )?(?:{DAY}(?:st|nd|rd|th)?|{ORDINAL})(?: of)? {MONTH})\b", flags=re.IGNORECASE),
)  # fmt: skip
