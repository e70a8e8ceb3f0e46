"""Names of people, places and organisations: a spaCy model, a list of given names and words with capitals.

The model is slow, so what it found is kept by the hash of each text: only new texts are read again.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any
from unicodedata import combining, normalize

import pandas as pd

from peerstudy import tables
from peerstudy.corpus import name_model
from peerstudy.corpus.found import Found
from peerstudy.corpus.strange_words import KIND as STRANGE
from peerstudy.corpus.wordlists import listed
from peerstudy.progress import progress

KINDS = {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organisation"}
NAMES = ("person", "place", "organisation", "name", STRANGE)
SHORTEST = 2  # letters; what is left of "St Mary" is no name
NAME = re.compile(r"[^\W\d_][\w'’-]*")
PARTED = re.compile(r"\b([^\W\d_]{2,20})- {1,2}([a-z]{2,20})\b")
SURNAME = re.compile(r" [A-Z][\w'’-]{1,39}")
# What is called after somebody: harriet wainwright trust.
OF_TRUST = re.compile(
    r"(?: [a-z][\w'’]{2,20})? (?:trust|foundation|charity|academy|college|surgery|hospital|infirmary|hospice|"
    r"limited|ltd|association)\b"
)
# Capitals in the middle of a sentence.
CAPITALS = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]{1,40}(?: [A-Z][\w'’-]{1,40}){0,5}")


def names(texts: Iterable[str], known: pd.DataFrame, *, model: str) -> pd.DataFrame:
    """Names that a model finds; texts that were read before by the same model are not read again.

    Each text is read by itself, so that what is found does not hang on the texts beside it. What needs no
    model (:func:`by_list`, :func:`by_capitals`) is fast, and not kept: a list that has grown counts at once.

    Parameters
    ----------
    texts
        What was said.
    known
        The table `names` of an earlier run, or an empty one.
    model
        Package or folder of a spaCy model; `none` goes without one.

    Returns
    -------
    frame
        The table `names`, of these texts only.

    Raises
    ------
    TableError
        If the model is not installed.
    """
    contents = {content(text): text for text in texts}
    called = name_model.versioned(model)
    kept = known[(known["model"] == called) & known["content"].isin(contents)]
    done = set(kept["content"])
    new = {key: text for key, text in contents.items() if key not in done}
    nlp = name_model.load(model) if new and model != name_model.NONE else None
    rows = [
        {"content": key, "model": called, "start": found.start, "end": found.end, "kind": found.kind}
        for key, text in progress(new.items(), "looking for names")
        for found in (_by_model(text, nlp) if nlp else []) or [Found(-1, -1, "")]
    ]
    fresh = pd.DataFrame(rows) if rows else tables.empty("names")
    return tables.check(pd.concat([kept, fresh], ignore_index=True), "names") if len(kept) else fresh


def content(text: str) -> str:
    """Hash by which a text is known."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _by_model(text: str, nlp: Any) -> list[Found]:
    found = []
    for entity in nlp(text).ents:
        kind = KINDS.get(entity.label_, "")
        named = [w for w in NAME.finditer(entity.text) if w[0][0].isupper() and not _nobody(w[0])]
        if kind and named:
            start = entity.start_char + min(w.start() for w in named)
            end = entity.start_char + max(w.end() for w in named)
            found.append(Found(start, end, kind))
    return found


def by_list(text: str) -> list[Found]:
    """Given names of the list, and the capitalised word after them.

    Examples
    --------
    >>> text = "so maureen said ask Terry Brown, will you"
    >>> [text[f.start : f.end] for f in by_list(text)]
    ['maureen', 'Terry Brown']
    >>> text = "José's car, and Mary-Jane"
    >>> [text[f.start : f.end] for f in by_list(text)]
    ['José', 'Mary-Jane']
    """
    found: list[Found] = []
    if not any(map(_holds_given, text.split())):  # as in most texts
        return found
    for word in NAME.finditer(text):
        plain = _owner(word[0])
        if (found and word.start() < found[-1].end) or not plain:
            continue
        end = word.start() + len(plain)
        after = (SURNAME if plain[0].isupper() else OF_TRUST).match(text, end)
        found.append(Found(word.start(), after.end() if after else end, "person"))
    return found


def by_parts(text: str) -> list[Found]:
    """Given names that the end of a line has parted, where a reader has put a blank.

    Examples
    --------
    >>> text = "and Mar- garet, she w- went"
    >>> [text[f.start : f.end] for f in by_parts(text)]
    ['Mar- garet']
    """
    parted = PARTED.finditer(text) if "- " in text else ()
    return [Found(*two.span(), "person") for two in parted if _given(two[1] + two[2])]


@cache
def _holds_given(piece: str) -> bool:
    return any(map(_owner, NAME.findall(piece)))


@cache
def _owner(word: str) -> str:
    """The given name in it (Terry's); empty if there is none."""
    plain = re.sub(r"['’]s$", "", word)
    return plain if _given(plain) else ""


@cache
def _given(word: str) -> bool:
    """Whether it is in the list, or its first part is (Mary-Jane, terry2); accents do not count."""
    first = re.split(r"[-\d_]", word, maxsplit=1)[0].casefold()
    if not first.isascii():
        first = "".join(sign for sign in normalize("NFKD", first) if not combining(sign))
    given = listed("given_names")
    return first in given or (f"{first}*" in given and word[0].isupper())


def by_capitals(text: str) -> list[Found]:
    """Words with a capital in the middle of a sentence that may name somebody or something.

    Examples
    --------
    >>> text = "Well, we met at Nando's on Tuesday. Then I left."
    >>> [text[f.start : f.end] for f in by_capitals(text)]
    ["Nando's"]
    """
    found = []
    for run in CAPITALS.finditer(text):
        words = [word for word in NAME.finditer(run[0]) if not _nobody(word[0])]
        if words:
            found.append(Found(run.start() + words[0].start(), run.start() + words[-1].end(), "name"))
    return found


def singly(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """The words of findings of several words, each by itself.

    Examples
    --------
    >>> text = "we saw Baildon Derek there"
    >>> [text[f.start : f.end] for f in singly(text, by_capitals(text))]
    ['Baildon', 'Derek']
    """
    for run in found:
        words = list(NAME.finditer(text, run.start, run.end))
        for place, word in enumerate(words if len(words) > 1 else ()):
            if len(word[0]) > SHORTEST and not _nobody(word[0]) and (word[0][0].isupper() or place == 0):
                yield Found(*word.span(), run.kind)


def _nobody(word: str) -> bool:
    return re.split("['’]", word.casefold())[0] in listed("nobody")
