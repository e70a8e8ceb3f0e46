"""Names that have no capital or stand first: words of no English list."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from unicodedata import combining, normalize

from peerstudy.corpus.found import Found
from peerstudy.corpus.wordlists import listed

KIND = "unknown_word"
LISTS = ("english", "talk", "nobody", "abbreviations", "formats")
WORD = re.compile(r"[^\W_][\w\u0300-\u036f'’-]*+(?!\*)")  # a star ends the stem of a pattern
LONGEST = 20  # letters of a name that is a word
SHORTEST = 3  # letters: two are mostly no name, and too many abbreviations
SHORTEST_SHOUTED = 6  # letters of a word in capitals: shorter ones are mostly abbreviations
SOUNDS = re.compile(r"[^aeiouy]{1,4}")  # hmm, shh, pfft
LONG = re.compile(r"(.)\1{2,}")  # sooo, mmmm
# What goes on after the name of a street or of a house.
OF_SITES = (
    "community|general|memorial|royal|district|cottage|county|university|primary|high|secondary|infants?|junior|"
    "medical|health|care|day|leisure|nursing"
)
SITES = (
    "hospital|infirmary|surgery|clinic|practice|hospice|school|college|academy|university|church|chapel|centre|center|"
    "home|house|street|road|lane|avenue|close|drive|terrace|crescent|gardens|grove|court|way|place|bakery|garage|"
    "factory|farm|trust|foundation|charity|society|association|fund|ltd|limited|freight|network|haulage|logistics"
)
SITE = re.compile(rf"(?:['’]s)?(?: (?:{OF_SITES})){{0,2}} (?:{SITES})\b", re.IGNORECASE)
KIN = (
    "mam|mum|mom|dad|nan|nana|nanna|gran|granny|grandma|grandad|granda|grandpa|(?:grand|step)?(?:mother|father|son|daughter)|sister|"
    "brother|husband|wife|aunt|auntie|uncle|neighbou?r|friend|mate|partner|boyfriend|girlfriend|cousin|niece|"
    "nephew|boss|manager|carer|colleague|buddy|pal|twin"
)
LOW_TITLES = (
    "doctor|mister|missus|missis|professor|nurse|matron|sister|father|reverend|pastor|auntie|aunty|uncle|sergeant|"
    "constable|councillor|rabbi|imam"
)
TITLE = re.compile(rf"\b(?:{LOW_TITLES}) $")


def by_vocabulary(text: str) -> list[Found]:
    """Words of no English list.

    A word that is cut off or begun anew is none, nor is one with digits. Those with a capital count as
    names, others as unknown words: many are slips of the pen.

    Examples
    --------
    >>> text = "Bronwen came, and kwabena owusu too, wha-what a sooo-so day."
    >>> [(text[f.start : f.end], f.kind) for f in by_vocabulary(text)]
    [('Bronwen', 'name'), ('kwabena', 'unknown_word'), ('owusu', 'unknown_word')]
    """
    if not any(map(_holds_unknown, text.split())):  # as in most texts
        return []
    return list(_together(text, _unknown_words(text)))


def _unknown_words(text: str) -> Iterator[tuple[int, int]]:
    for word in WORD.finditer(text):
        if _unknown(word[0]):
            end = word.end() - len(word[0]) + len(re.sub(r"(?:['’]s|[-'’]+)$", "", word[0]))
            yield word.start(), end


def _together(text: str, places: Iterator[tuple[int, int]]) -> Iterator[Found]:
    """Neighbours with capitals are one name; words without are allowed one by one, so each is its own."""
    runs: list[tuple[int, int]] = []
    for start, end in places:
        if (
            runs
            and text[runs[-1][1] : start] == " "
            and text[start].isupper()
            and text[runs[-1][0]].isupper()
        ):
            runs[-1] = runs[-1][0], end
        else:
            runs.append((start, end))
    for start, end in runs:
        of_site = SITE.match(text, end)
        title = TITLE.search(text, max(0, start - LONGEST), start)
        kind = "name" if text[start].isupper() else KIND
        yield Found(title.start() if title else start, of_site.end() if of_site else end, kind)


@cache  # pieces between blanks are looked at first, each once: few hold a word that matters
def _holds_unknown(piece: str) -> bool:
    return any(map(_unknown, WORD.findall(piece)))


@cache
def _unknown(word: str) -> bool:
    """Whether a part of it is in no list; not of digits, short capitals, other scripts, or cut off."""
    abbreviated = word.isupper() and 1 < len(word) < SHORTEST_SHOUTED
    if abbreviated or re.search(r"[\d_]", word) or not _known_script(word):
        return False
    parts = re.split(r"['’-]+", _plain(word))
    if word.endswith("-"):
        parts = parts[:-2]
    return any(not _known(part) and not begun.startswith(part) for part, begun in pairwise([*parts, ""]))


def _known_script(word: str) -> bool:
    return all(not sign.isalpha() or "a" <= sign <= "z" for sign in _plain(word))


def _plain(word: str) -> str:
    low = word.casefold()
    return low if low.isascii() else "".join(sign for sign in normalize("NFKD", low) if not combining(sign))


def _known(part: str) -> bool:
    forms = {part, LONG.sub(r"\1", part), LONG.sub(r"\1\1", part)}
    if min(map(len, forms)) < SHORTEST or SOUNDS.fullmatch(part):
        return True
    forms |= {form.removesuffix("s") for form in forms}
    forms |= {f"{form}g" for form in forms if form.endswith("in")}
    return not forms.isdisjoint(_vocabulary())


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset[str]().union(*map(listed, LISTS))
