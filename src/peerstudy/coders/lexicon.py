"""Which words of a corpus fit a step of a pattern: asked once per kind of word, not per time it is said."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from peerstudy.coders import expressions
from peerstudy.coders.token_patterns import Step
from peerstudy.coders.tokens import Mask, Positions, Tokens, fold, tokenizer


class Lexicon:
    """The kinds of word of a corpus, and where each is said.

    A mask has an entry for each kind of word; positions are numbers of tokens.

    Parameters
    ----------
    tokens
        The corpus (`tokens.tokenize`).
    language
        Whose tokenizer of spaCy tells punctuation and numbers apart.

    Raises
    ------
    ValueError
        If spaCy has no tokenizer for `language`.
    """

    def __init__(self, tokens: Tokens, *, language: str):
        self._vocab = tokenizer(language).vocab
        self._size = len(tokens.words)
        self._written = [fold(word) for word in tokens.words]
        self._lower = [word.lower() for word in self._written]
        self._kinds: defaultdict[str, list[int]] = defaultdict(list)
        for kind, word in enumerate(self._lower[1:], start=1):
            self._kinds[word].append(kind)
        self._sorted = sorted(self._kinds)
        counts = np.bincount(tokens.types, minlength=self._size)
        self._ends = np.cumsum(counts)
        self._starts = self._ends - counts
        # Numbers of two bytes are sorted in one pass each, not by comparing.
        kinds = tokens.types.astype(np.uint16) if self._size <= 2**16 else tokens.types
        self._order = np.argsort(kinds, kind="stable").astype(np.int32)

    def kinds(self, words: Iterable[str]) -> list[int]:
        """The kinds that are one of the words, capitals aside."""
        return [kind for word in words for kind in self._kinds.get(fold(word).lower(), [])]

    def mask(self, kinds: Iterable[int]) -> Mask:
        """True at each of the kinds."""
        mask = np.zeros(self._size, dtype=bool)
        mask[list(kinds)] = True
        return mask

    def positions(self, mask: Mask) -> Positions:
        """Where tokens of these kinds stand, in order."""
        kinds = np.flatnonzero(mask)
        parts = [self._order[self._starts[kind] : self._ends[kind]] for kind in kinds]
        found = np.concatenate(parts) if parts else np.zeros(0, dtype=np.int32)
        return np.sort(found).astype(np.int64)

    def fitting(self, step: Step) -> Mask:
        """Which kinds fit the step. The end mark of a text never does, not even where a step says 'not'."""
        fits = np.ones(self._size, dtype=bool)
        if step.lower is not None:
            fits &= self.mask(self.kinds(step.lower))
        if step.stem is not None:
            fits &= self.mask(self._stem(step.stem))
        if step.written is not None:
            fits &= np.array([word in step.written for word in self._written])
        if step.lower_like is not None:
            fits &= np.array([expressions.found(step.lower_like, word) for word in self._lower])
        if step.written_like is not None:
            fits &= np.array([expressions.found(step.written_like, word) for word in self._written])
        if step.punctuation is not None:
            fits &= self._lexemes("is_punct") == step.punctuation
        if step.number is not None:
            fits &= self._lexemes("like_num") == step.number
        if step.operator == "!":
            fits = ~fits
        fits[0] = False
        return fits

    def _stem(self, stem: str) -> list[int]:
        start = bisect_left(self._sorted, stem)
        end = bisect_left(self._sorted, stem + chr(0x10FFFF))
        return [kind for word in self._sorted[start:end] for kind in self._kinds[word]]

    def _lexemes(self, attribute: str) -> Mask:
        return np.array([getattr(self._vocab[word], attribute) for word in self._written], dtype=bool)
