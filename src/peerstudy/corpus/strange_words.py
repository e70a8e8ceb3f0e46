"""Names that have no capital or stand first: words of no English list, and others after `my friend`."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from unicodedata import combining, normalize

from peerstudy.corpus.found import Found
from peerstudy.corpus.number_words import said
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


def by_company(text: str) -> list[Found]:
    """Names that are words as well, in lower case, by their company: `my friend`, `said to`, `live in`.

    Examples
    --------
    >>> text = "a rose, but my sister rose drove, and mark my husband, by bus into reading"
    >>> [text[f.start : f.end] for f in by_company(text)]
    ['rose', 'mark', 'reading']
    """
    words = said(text)
    found = [] if words.isdisjoint(_words_and_names()) else list(_named(text))
    if "will" in words:
        found += [Found(*match.span(1), "person") for match in WILL.finditer(text)]
    towns = [] if words.isdisjoint(TOWNS) else [*TOWN.finditer(text)]
    towns += [] if words.isdisjoint(listed("words_and_places")) else _in_places().finditer(text)
    rivers = [] if words.isdisjoint(RIVERS) else RIVER.finditer(text)
    return [
        *found,
        *(Found(*one.span(1), "place") for one in towns),
        *(Found(*one.span(), "place") for one in rivers),
    ]


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


@cache
def _words_and_names() -> frozenset[str]:
    starred = {name.removesuffix("*") for name in listed("given_names") if name.endswith("*")}
    return listed("words_and_names") | starred


@cache
def _in_places() -> re.Pattern[str]:
    return re.compile(PLACES_IN.format("|".join(sorted(listed("words_and_places")))))


@cache
def _in_company() -> tuple[re.Pattern[str], ...]:
    either = "|".join(sorted(_words_and_names()))
    return tuple(re.compile(one.format(either)) for one in (SPOKEN_TO, SPEAKS, BESIDE))


@cache
def _after_kin() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{KIN}|{LOW_TITLES}|ex|named|called),? ({'|'.join(sorted(_words_and_names()))})\b(?!['’-]?\w)"
    )


# Will, where no other verb may follow: "yeah no will drives me".
WILL = re.compile(
    r"(?:^|\b(?:oh|and|but|if|because|cos|when|like|then|so|yeah|no|um|well),? )(will) (?:drives|says|said|rang|rings|phones|phoned|"
    r"texts|reckons|thinks|does|did|goes|went|comes|came|told|asked|knows|takes|took|gets|got|brings|brought|picks|helps|lives|"
    r"(?:he|she)['’]?s|my (?:KIN))\b".replace("KIN", KIN)
)
# Towns told as such, or by the river they lie on: a place near moose jaw, stow on the wold.
TOWN = re.compile(
    r"\b(?:town|village|city|suburb|hamlet|island|somewhere|a place|this place|place) (?:near|called|named|outside|just outside|"
    r"just off) (?!(?:the|my|our|a|an|here|there|where|me|him|her|them|us|you|that|this|it|what|work|home|his|their|your|to|"
    r"by|in|for|something|some|each|one|another|i)\b)([a-z]{3,20}(?: (?!(?:and|but|so|where|when|which|that|who|in|on|at|for|with|i|he|"
    r"she|they|we|it|is|was|then|because|cos|there|the|my|or|if|to|from|by|up|now|had|has|you|just|where)\b)[a-z]{3,15})?)\b"
)
RIVER = re.compile(
    r"\b[a-z]{3,15}[ -](?:(?:up)?on|under|in|by|le|super|next|de la)[ -](?:the[ -])?(?:tyne|tees|trent|thames|avon|severn|tweed|"
    r"wear|humber|ouse|wye|derwent|aire|spey|soar|wold|naze|furness|mare|elmet|lune|ribble|solway|wharfe|stour|dearne|moors|"
    r"craven|makerfield|zouch|willows|wenlock|fylde|hull)\b",
    re.IGNORECASE,
)
TOWNS = frozenset(["town", "village", "city", "suburb", "hamlet", "island", "somewhere", "place"])
RIVERS = frozenset(re.findall("[a-z]{4,}|hull|wye", RIVER.pattern.partition("tyne")[2])) | {"tyne"}
BEFORE_KIN = re.compile(rf",? (?:(?:he|she)(?:['’]?s| is| was) )?my (?:{KIN})\b")
LAST_WORD = re.compile(r"\b[a-z]+$")


# Who said or did what only people do, or was spoken to: "i said to grace", "mark would say".
SPOKEN_TO = (
    r"\b(?:said|says|say|spoke|speaking|spoken|talked|talking|listened|sorry) to ({})\b(?!['’-]?\w)(?! of\b)"
)
SPEAKS = (
    r"(?:^|\b(?:oh|and|but|if|because|cause|cos|when|like|then|so|think|thought|said|yeah|um|well|no),? )"
    r"({}) "
    r"(?:said|says|goes|told|asked|brought|rang|reckons|thinks|thought|knows|knew|would say|used to say|"
    r"has (?:her|his)|had (?:her|his)|with (?:her|his)|(?:was|were|is) (?:there|like|saying|lovely|my)|"
    r"(?:can|could) do it|(?:he|she)['’]?s?|(?:he|she) (?:is|was|had|has)|"
    r"(?:drives|drove|phones|phoned|texts|texted|visits|visited|married|cooks|cooked|picks|picked|fetches|fetched|"
    r"lives|lived|retired|died|passed away|looks after|looked after|drops|dropped|rings|emails|emailed|laughs|laughed|cried|"
    r"smiled|nodded|explained|answered|agreed|suggested|persuaded|introduced|invited|offered|promised) "
    r"(?:me|us|him|her|them|it|that|to|in|on|at|over|round|with|for|and|up|my|our|last|when|after|next|away|because|cos)|"
    r"(?:drives|phones|texts|visits) )\b"
)
# Where somebody goes or whom they miss: "with rose of a tuesday", "i rang rose".
BESIDE = (
    r"\b(?:(?:go|goes|went|come|came|sat|sit|stayed|lived|living|chatted|out|round|away|up|down|along) with|"
    r"(?:i|we|he|she|they) (?:rang|phoned|texted|married|buried|visited|miss|missed|emailed)|me and|(?:thanks|cheers) to|bless) "
    r"(?!(?:hope|faith|grace|joy|art|mark|bill|will|may|june|april|august|dawn|summer|winter|autumn|honou?r|patience|"
    r"mercy|prudence|harmony|melody|storm|grant|chase|rain|sage|ginger|clay|stone|page|ward|honey|candy|sherry|brandy)\b)({})"
    r"(?=[,.?!]|$| (?:of an?|on|every|and|at|from|in|because|cos|who|she|he|when|last|yesterday|today|there|so|but|most|to bits)\b)"
)
# Towns whose names are words: where somebody lives, moves or goes, or where something is.
PLACES_IN = (
    r"\b(?:live[sd]?|living|born|moved?|moving|grew up|based|work|worked|bus|train|coach|drive|drove|taxi|"
    r"lift|group|clinic|hospital|market|shop|office|flat|the ones?|branch|ward|"
    r"surgery|pharmacy|station|school|college|church|factory|depot|hotel|friends|family|folks|parents|aunt|uncle|cousin|nan|"
    r"consultant|specialist|gp|trained|studied|taught|stayed|sister|brother|mum|mam|daughter|son) "
    r"(?:down |over |up |out |all )?(?:in|into|to|at|from|near) ({})\b(?!['’-]?\w)"
    r"(?! (?:about|of|the|my|up|that|it|stuff|water|robe))"
)


def _named(text: str) -> Iterator[Found]:
    for match in _after_kin().finditer(text):
        yield Found(*match.span(1), "person")
    for pattern in _in_company():
        for match in pattern.finditer(text):
            yield Found(*match.span(1), "person")
    for match in BEFORE_KIN.finditer(text) if " my " in text else ():
        word = LAST_WORD.search(text, max(0, match.start() - LONGEST), match.start())
        if word and word[0] in _words_and_names():
            yield Found(*word.span(), "person")
