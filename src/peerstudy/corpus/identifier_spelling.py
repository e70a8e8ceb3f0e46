"""Names that are spelt out, letter by letter: S-M-Y-T-H, "J, O, H, N", "M for mother, A for apple".

Every pattern is bounded, so that a text costs no more than its length.
"""

import re
from collections.abc import Iterator
from string import ascii_lowercase

from peerstudy.corpus.found import Found
from peerstudy.corpus.wordlists import listed

KIND = "spelt_name"
LETTER = re.compile(
    r"(?P<twice>double[ -])?(?:(?:capital|big|small)[ -])?(?P<letter>[a-zà-öø-ž])(?!\w)", re.IGNORECASE
)
ONE = re.sub("[?]P<[a-z]+>", "?:", LETTER.pattern)
# The same sign between all letters; a cut-off word, as in b-b-but or "I, a, b-", is no last letter.
LETTERS = re.compile(
    rf"(?<![\w'’.-]){ONE}(?P<sign> ?[-‐‑–—] ?|, ?|\. ?| ){ONE}(?:(?P=sign){ONE}){{1,23}}(?!['’-])",
    re.IGNORECASE,
)
HYPHENS = re.compile(r"[-‐‑–—]")
LEAST_APART = 4  # letters with nothing but blanks or dots between: three are mostly an abbreviation
REACH = 60  # characters
# A word that begins a sentence, and then is spelt: the name model has read it.
BEGINS = r"(?:^|[.?!] )(?=[A-Z])(?i:{})\b"
AS_IN = "[a-z],? (?:for|as in) [a-z]{2,12}"
NAMED = re.compile(rf"\b{AS_IN}(?:[ ,.]{{1,3}}(?:and |then )?{AS_IN}){{1,12}}", re.IGNORECASE)
NAMED_LETTER = re.compile(r"\b([a-z]),? (?:for|as in) ([a-z])", re.IGNORECASE)


def spelt(text: str) -> Iterator[Found]:
    """Names given by their letters.

    Examples
    --------
    >>> text = "It's S-M-Y-T-H, J, O, H, N, in the U.S.A., I-I-I mean A-B-C and N-H-S."
    >>> [text[f.start : f.end] for f in spelt(text)]
    ['S-M-Y-T-H', 'J, O, H, N']
    """
    for match in LETTERS.finditer(text):
        letters = _joined(match[0])
        begins = re.compile(BEGINS.format(letters))
        if _is_name(match[0], letters) and not begins.search(
            text, max(0, match.start() - REACH), match.start()
        ):
            yield Found(match.start(), match.end(), KIND)
    for match in NAMED.finditer(text):
        if all(letter.casefold() == of.casefold() for letter, of in NAMED_LETTER.findall(match[0])):
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
    return "," in run or (" " in run and len(letters) >= LEAST_APART)
