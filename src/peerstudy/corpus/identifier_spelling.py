"""Names that are spelt out, letter by letter: S-M-Y-T-H, "J, O, H, N", "M for mother, A for apple".

Every pattern is bounded, so that a text costs no more than its length.
"""

import re
from collections.abc import Iterator
from string import ascii_lowercase

from peerstudy.corpus.found import Found
from peerstudy.corpus.number_words import NO_LETTERS, ONES, RADIO, SOUNDS, WEAK_SOUNDS, has_letters, said
from peerstudy.corpus.wordlists import listed

KIND = "spelt_name"
LETTER = re.compile(
    r"(?P<twice>double[ -])?(?:(?:capital|big|small)[ -])?(?P<letter>[a-zà-öø-ž])(?!\w)", re.IGNORECASE
)
ONE = re.sub("[?]P<[a-z]+>", "?:", LETTER.pattern)
FIGURES = rf"oh|zero|{ONES}|niner|\d{{1,2}}"


def _run(*words: str) -> re.Pattern[str]:
    """Three and more of them, one after another."""
    either = rf"(?:(?:double|cap|capital|big|small)[ -])?(?:{'|'.join(words)})"
    return re.compile(rf"\b{either}(?:[ ,.-]{{1,2}}{either}){{2,20}}\b", re.IGNORECASE)


# What is read out by such words, and those of which two show that it is.
READ_OUT = (
    (frozenset(SOUNDS.split("|")), _run(SOUNDS, WEAK_SOUNDS)),
    (frozenset(RADIO.split("|")), _run(RADIO, FIGURES)),
)
LEAST_TELLING = 2
# Anne with an e, garrett with a double t.
WITH = re.compile(
    r" (?:but )?(?:with|without) (?:the (?:final |silent |last )?[a-z]|no [a-z]|"
    r"an? (?:extra |final )[a-z]|a (?:(?:capital|double|silent|single) )?[b-hj-z]|an [aefhilmnorsx]|"
    r"(?:one|two|three|double|a double) [a-z](?:['’]?s)?"
    r"(?: and (?:an? |one |two |double )?[a-z](?:['’]?s)?)?|a (?:p ?h|i ?e|e ?i|e ?y|c ?k)|the (?:final |"
    r"silent |last )?[a-z])"
    r"(?![\w'’-])",
    re.IGNORECASE,
)
# D apostrophe S-O-U-Z-A
LEAD = re.compile(
    r"\b[a-z](?:,? (?:apostrophe|dash|hyphen|space),? (?:(?:capital|big) [a-z],? )?|['’])$", re.IGNORECASE
)
BEFORE = re.compile(r"[^\W\d_]{2,20},?$")
JOINED = r"(?:,? (?:hyphen|dash|apostrophe|space),? |, (?=capital |big |small ))"
THINKS = r"(?:-? ?(?:um|uh|er|erm|wait|sorry|then),? ?-? ?)"
# The same sign between all letters; a cut-off word, as in b-b-but or "I, a, b-", is no last letter.
LETTERS = re.compile(
    rf"(?:(?<![\w'’.-])|(?<=\b[a-z]['’])){ONE}(?P<sign> ?[-‐‑–—] ?|, ?|\. ?| ){ONE}"
    rf"(?:(?:(?P=sign){THINKS}?|(?:\.{{2,3}}|…) |{JOINED}){ONE}){{1,23}}(?!['’-])",
    re.IGNORECASE,
)
HYPHENS = re.compile(r"[-‐‑–—]")
LEAST_APART = 4  # letters with nothing but blanks or dots between: three are mostly an abbreviation
LEAST_DOTTED = 5  # with dots alone
REACH = 60  # characters
# A word that begins a sentence, and then is spelt: the name model has read it.
BEGINS = r"(?:^|[.?!] )(?=[A-Z])(?i:{})\b"
AS_IN = "(?:[a-z],? (?:for|as in)|[b-hj-z],? like) [a-z]{2,12}"
BESIDE = rf"(?:{AS_IN}|(?:double )?[a-z](?![\w'’])|{FIGURES})"
NAMED = re.compile(rf"\b{BESIDE}(?:[ ,.]{{1,3}}(?:and |then )?{BESIDE}){{1,12}}", re.IGNORECASE)
NAMED_LETTER = re.compile(r"\b([a-z]),? (?:for|as in|like) ([a-z])", re.IGNORECASE)
TELLS = (" for ", " as in ", " like ")
# S sugar, m mother, y yellow.
EACH_NAMED = re.compile(r"(?:\b([a-z]),? (?=\1)[a-z]{2,12}\b[ ,.]{0,2}){3,12}(?<=\w)", re.IGNORECASE)
LEAST_NAMED = 3  # letters and figures, unless two are told by words


def spelt(text: str) -> Iterator[Found]:
    """Names given by their letters.

    Examples
    --------
    >>> text = "It's S-M-Y-T-H, J, O, H, N, in the U.S.A., I-I-I mean A-B-C and N-H-S."
    >>> [text[f.start : f.end] for f in spelt(text)]
    ['S-M-Y-T-H', 'J, O, H, N']
    """
    lone = has_letters(text)
    for match in NAMED.finditer(text) if lone and any(map(text.__contains__, TELLS)) else ():
        told = NAMED_LETTER.findall(match[0])
        items = len(re.findall(BESIDE, match[0], re.IGNORECASE))
        if told and (len(told) > 1 or items >= LEAST_NAMED) and all(a.lower() == b.lower() for a, b in told):
            yield Found(match.start(), match.end(), KIND)
    for match in EACH_NAMED.finditer(text) if lone else ():
        yield Found(match.start(), match.end(), KIND)
    for match in LETTERS.finditer(text) if lone else ():
        letters = _joined(match[0])
        begins = re.compile(BEGINS.format(letters))
        if _is_name(match[0], letters) and not begins.search(
            text, max(0, match.start() - REACH), match.start()
        ):
            first = LEAD.search(text, max(0, match.start() - REACH), match.start()) or match
            last = WITH.match(text, match.end()) or match
            yield Found(first.start(), last.end(), KIND)
    yield from _read_out(text)
    for match in WITH.finditer(text) if " with" in text else ():
        before = BEFORE.search(text, max(0, match.start() - REACH), match.start())
        if before:
            yield Found(before.start(), match.end(), KIND)


def _read_out(text: str) -> Iterator[Found]:
    """Runs of words for letters, two of which at least mean nothing else."""
    words = said(text)
    for telling, pattern in READ_OUT:
        if not telling.isdisjoint(words):
            for match in pattern.finditer(text):
                run = match[0].casefold().translate(NO_LETTERS).split()
                if sum(word in telling for word in run) >= LEAST_TELLING:
                    yield Found(match.start(), match.end(), KIND)


def _joined(run: str) -> str:
    return "".join(one["letter"].casefold() * (2 if one["twice"] else 1) for one in LETTER.finditer(run))


def _is_name(run: str, letters: str) -> bool:
    """Whether letters are a name: no stutter, no abbreviation, no list in the order of the alphabet."""
    if {letters, f"{letters}*"} & listed("given_names"):
        return True
    if len(set(letters)) < 3 or letters in listed("nobody") | listed("abbreviations"):
        return False
    if HYPHENS.search(run):
        return letters not in ascii_lowercase
    if list(letters) == sorted(set(letters)):
        return False
    return "," in run or len(letters) >= (LEAST_APART if " " in run else LEAST_DOTTED)
