"""Names that are words as well, in lower case, by their company: `my friend`, `said to`, `lived in`.

Every pattern is bounded, so that a text costs no more than its length.
"""

import re
from collections.abc import Iterator
from functools import cache

from peerstudy.corpus.found import Found
from peerstudy.corpus.number_words import said
from peerstudy.corpus.strange_words import KIN, LONGEST, LOW_TITLES
from peerstudy.corpus.wordlists import listed


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
    for pattern in () if words.isdisjoint(listed("words_and_places")) else _in_places():
        towns += pattern.finditer(text)
    rivers = [] if words.isdisjoint(RIVERS) else RIVER.finditer(text)
    return [
        *found,
        *(Found(*one.span(1), "place") for one in towns),
        *(Found(*one.span(), "place") for one in rivers),
    ]


@cache
def _words_and_names() -> frozenset[str]:
    starred = {name.removesuffix("*") for name in listed("given_names") if name.endswith("*")}
    return listed("words_and_names") | starred


@cache
def _in_places() -> tuple[re.Pattern[str], ...]:
    either = "|".join(sorted(listed("words_and_places")))
    return tuple(re.compile(one.replace("{}", either)) for one in (PLACES_IN, FROM))


@cache
def _in_company() -> tuple[re.Pattern[str], ...]:
    either = "|".join(sorted(_words_and_names()))
    return tuple(re.compile(one.replace("{}", either)) for one in (SPOKEN_TO, SPEAKS, BESIDE, POINTED_AT))


@cache
def _after_kin() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{KIN}|{LOW_TITLES}|ex|named|called),? ({'|'.join(sorted(_words_and_names()))})\b(?!['’-]?\w)"
    )


WHO_SAID = "(?:that|who) (?:said|told|asked|found|started|suggested|showed|rang|phoned|drove)"
# Will, where no other verb may follow: "yeah no will drives me".
WILL = re.compile(
    r"(?:^|\b(?:oh|and|but|if|because|cos|when|like|then|so|yeah|no|um|well|it was),? )(will) "
    rf"(?:{WHO_SAID}|drives|says|said|rang|rings|phones|phoned|"
    r"texts|reckons|thinks|does|did|goes|went|comes|came|told|asked|knows|takes|took|gets|got|brings|brought|"
    r"picks|helps|lives|"
    r"(?:he|she)['’]?s|my (?:KIN))\b".replace("KIN", KIN)
)
# Towns told as such, or by the river they lie on: a place near moose jaw, stow on the wold.
TOWN = re.compile(
    r"\b(?:town|village|city|suburb|hamlet|island|somewhere|a place|this place|place) (?:near|called|named|"
    r"outside|just outside|"
    r"just off) (?!(?:the|my|our|a|an|here|there|where|me|him|her|them|us|you|that|this|it|what|work|home|"
    r"his|their|your|to|"
    r"by|in|for|something|some|each|one|another|i)\b)([a-z]{3,20}(?: (?!(?:and|but|so|where|when|which|that|"
    r"who|in|on|at|for|with|i|he|"
    r"she|they|we|it|is|was|then|because|cos|there|the|my|or|if|to|from|by|up|now|had|has|you|just|where)\b)[a-z]{3,15})?)\b"
)
RIVER = re.compile(
    r"\b[a-z]{3,15}[ -](?:(?:up)?on|under|in|by|le|super|next|de la)[ -](?:the[ -])?(?:tyne|tees|trent|"
    r"thames|avon|severn|tweed|"
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
    r"lives|lived|retired|died|passed away|looks after|looked after|drops|dropped|rings|emails|emailed|"
    r"laughs|laughed|cried|"
    r"smiled|nodded|explained|answered|agreed|suggested|persuaded|introduced|invited|offered|promised) "
    r"(?:me|us|him|her|them|it|that|to|in|on|at|over|round|with|for|and|up|my|our|last|when|after|next|away|because|cos)|"
    r"(?:drives|phones|texts|visits) |"
    r"(?:couldn|wouldn|didn|can|won)['’]t|made (?:me|us|him|her|an?|the|some|my|our)|"
    r"(?:gave|took) (?:me|us|him|her)|(?:came|went) (?:over|round|in|home|off|out)|got up)\b"
)
# Whom it was, and who is on the telephone: "it was rose that said", "he put rose on speaker".
POINTED_AT = (
    r"(?:\bit was ({})(?= WHO_SAID\b)|".replace("WHO_SAID", WHO_SAID)
    + r"\b(?:put|had|got) ({})(?= on (?:speaker|loudspeaker|the phone|the line|the ward|zoom|facetime)\b))"
)
# Where somebody goes or whom they miss: "with rose of a tuesday", "i rang rose".
BESIDE = (
    r"\b(?:(?:go|goes|went|come|came|sat|sit|stayed|lived|living|chatted|out|round|away|up|down|along) with|"
    r"(?:i|we|he|she|they) (?:rang|phoned|texted|married|buried|visited|miss|missed|emailed)|me and|"
    r"(?:thanks|cheers) to|bless) "
    r"(?!(?:hope|faith|grace|joy|art|mark|bill|will|may|june|april|august|dawn|summer|winter|autumn|honou?r|patience|"
    r"mercy|prudence|harmony|melody|storm|grant|chase|rain|sage|ginger|clay|stone|page|ward|honey|candy|sherry|brandy)\b)({})"
    r"(?=[,.?!]|$| (?:of an?|on|every|and|at|from|in|because|cos|who|she|he|when|last|yesterday|today|there|"
    r"so|but|most|to bits)\b)"
)
# Towns whose names are words: where somebody lives, moves or goes, or where something is.
PLACES_IN = (
    r"(?:\b(?:moved|transferred|sent|took|admitted|referred|drove) (?:me|him|her|us|them) to |"
    r"\b(?:live[sd]?|living|born|moved?|moving|grew up|based|work|worked|bus|train|coach|drive|drove|taxi|"
    r"lift|group|clinic|hospital|market|shop|office|flat|the ones?|branch|ward|"
    r"surgery|pharmacy|station|school|college|church|factory|depot|hotel|friends|family|folks|parents|aunt|uncle|cousin|nan|"
    r"consultant|specialist|gp|trained|studied|taught|stayed|"
    r"(?:sister|brother|mum|mam|daughter|son)(?:['’]s| is| was| lives)?) "
    r"(?:down |over |up |out |all )?(?:in|into|to|at|from|near) )({})\b(?!['’-]?\w)"
    r"(?! (?:about|of|the|my|up|that|it|stuff|water|robe))"
)
# Where somebody is from: "we're from battle originally".
FROM = (
    r"(?:['’]re|['’]m|['’]s|\b(?:am|is|are|come|comes|came|originally)) from ({})"
    r"(?=[,.?!]|$| (?:originally|and|but|so|way|myself)\b)"
)


def _named(text: str) -> Iterator[Found]:
    for match in _after_kin().finditer(text):
        yield Found(*match.span(1), "person")
    for pattern in _in_company():
        for match in pattern.finditer(text):
            yield Found(*match.span(match.lastindex or 0), "person")
    for match in BEFORE_KIN.finditer(text) if " my " in text else ():
        word = LAST_WORD.search(text, max(0, match.start() - LONGEST), match.start())
        if word and word[0] in _words_and_names():
            yield Found(*word.span(), "person")
