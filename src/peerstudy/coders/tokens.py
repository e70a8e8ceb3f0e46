"""Texts cut into spaCy's tokens, each kind of word cut once.

spaCy's tokenizer never lets a token span white space. So every distinct stretch between blanks is tokenized
once, however often it is said, and a corpus becomes an array of numbers: the kinds of its tokens.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count, islice
from typing import Any

import numpy as np
import numpy.typing as npt
import spacy

Ints = npt.NDArray[np.int32]
Positions = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_FOLD = str.maketrans("’‘ʼ＇", "''''")
# Stretches tokenized at a time. After the first special case (`don't`) in a text spaCy remembers no further
# word of it, so texts are kept short; each begins at some cost.
_BATCH = 32
_TEXTS = 50_000  # texts whose words are in memory at a time


@dataclass(frozen=True)
class Tokens:
    """A corpus as numbers.

    Attributes
    ----------
    types : the kind of each token, in order; after every text stands one end mark of kind 0.
    glued : whether the next token follows without white space.
    words : the written form of each kind; kind 0 is the empty text.
    ends : position of each text's end mark.
    """

    types: Ints
    glued: Mask
    words: list[str]
    ends: Positions

    def text(self, start: int, end: int) -> str:
        """The words from token `start` to before `end`, as written but for runs of white space."""
        parts = [
            self.words[kind] + ("" if glued else " ")
            for kind, glued in zip(self.types[start:end], self.glued[start:end], strict=True)
        ]
        return "".join(parts).rstrip()


def fold(text: str) -> str:
    """Typographic apostrophes made straight; no character moves.

    >>> fold("don’t")
    "don't"
    """
    return text.translate(_FOLD)


@cache
def tokenizer(language: str) -> Any:
    """SpaCy's rule-based tokenizer of a language: no model, no download.

    Raises
    ------
    ValueError
        If spaCy has no tokenizer for the language.
    """
    try:
        return spacy.blank(language).tokenizer
    except ImportError:
        raise ValueError(
            f"spaCy has no tokenizer for {language!r}. Hint: a code such as en; xx is any language"
        ) from None


def tokenize(texts: Iterable[str], *, language: str) -> Tokens:
    """The texts as an array of token kinds.

    Raises
    ------
    ValueError
        If spaCy has no tokenizer for `language`.

    Examples
    --------
    >>> tokens = tokenize(["I didn’t go.", "Go!"], language="en")
    >>> [tokens.words[kind] for kind in tokens.types]
    ['I', 'did', 'n’t', 'go', '.', '', 'Go', '!', '']
    >>> tokens.text(1, 4)
    'didn’t go'
    """
    written, stretches = _numbered(texts)
    words, kinds, lengths = _distinct(written, language)
    kinds = np.concatenate([np.zeros(1, dtype=np.int32), kinds])
    lengths = np.concatenate([np.ones(1, dtype=np.int32), lengths])
    first = np.cumsum(lengths, dtype=np.int32) - lengths
    taken = lengths[stretches]
    last = np.cumsum(taken, dtype=np.int32)
    order = np.repeat(first[stretches] - (last - taken), taken) + np.arange(np.sum(taken), dtype=np.int32)
    glued = np.ones(len(order), dtype=bool)
    glued[last - 1] = False
    types = kinds[order]
    return Tokens(types=types, glued=glued, words=words, ends=np.flatnonzero(types == 0))


def _numbered(texts: Iterable[str]) -> tuple[list[str], Ints]:
    """The distinct stretches between blanks, sorted, and which are said: 1 the first, 0 the end of a text."""
    numbers: defaultdict[str, int] = defaultdict(count(1).__next__)
    said = [np.zeros(0, dtype=np.int32)]
    for block in _blocks(texts):
        end = "\0"
        while any(end in text for text in block):
            end += "\0"
        numbers[end] = 0
        stretches = f" {end} ".join((*block, "")).split()
        said.append(np.fromiter(map(numbers.__getitem__, stretches), dtype=np.int32, count=len(stretches)))
        del numbers[end]
    written = sorted(numbers)
    rank = np.zeros(len(written) + 1, dtype=np.int32)
    rank[[numbers[stretch] for stretch in written]] = np.arange(1, len(rank))
    return written, rank[np.concatenate(said)]


def _blocks(texts: Iterable[str]) -> Iterator[list[str]]:
    left = iter(texts)
    while block := list(islice(left, _TEXTS)):
        yield block


def _distinct(stretches: list[str], language: str) -> tuple[list[str], Ints, Ints]:
    """Token kinds of each stretch, end to end, and how many tokens each has."""
    numbers: defaultdict[str, int] = defaultdict(count(1).__next__)
    numbers[""] = 0
    kinds: list[int] = []
    lengths: list[int] = []
    cut = tokenizer(language)
    for start in range(0, len(stretches), _BATCH):
        written = " ".join(stretches[start : start + _BATCH])
        length = 0
        for token in cut(fold(written)):
            kinds.append(numbers[written[token.idx : token.idx + len(token)]])
            length += 1
            if token.whitespace_:
                lengths.append(length)
                length = 0
        if length:
            lengths.append(length)
    return list(numbers), np.array(kinds, dtype=np.int32), np.array(lengths, dtype=np.int32)
