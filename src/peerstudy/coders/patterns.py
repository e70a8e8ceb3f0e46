"""The coder that knows the codebook's words: it never sees a hand code, and keeps the words matched."""

import logging
from collections import defaultdict
from collections.abc import Sequence
from typing import TypedDict

import numpy as np
import pandas as pd

from peerstudy.cells import TableError, problems_of
from peerstudy.coders import scope
from peerstudy.coders.lexicon import Lexicon
from peerstudy.coders.token_patterns import Pattern, parse
from peerstudy.coders.tokens import Mask, Positions, Tokens, tokenize, tokenizer

_LOG = logging.getLogger(__name__)


class Negation(TypedDict):
    """Words that negate, what ends their reach, their reach in tokens, the kinds of theme they bear on."""

    cues: Sequence[str]
    breaks: Sequence[str]
    words: int
    kinds: Sequence[str]


class Quotation(TypedDict):
    """Quotation marks, and words that make a quotation the speaker's own within `words` tokens before it."""

    marks: Sequence[str]
    own: Sequence[str]
    words: int


def patterns(
    segments: pd.DataFrame, codebook: pd.DataFrame, *, language: str, negation: Negation, quotation: Quotation
) -> pd.DataFrame:
    """Segments that the codebook's words, stems, phrases and token patterns match.

    Parameters
    ----------
    segments : one row a segment: segment, interview, turn, text.
    codebook : one row a theme: theme, kind, patterns (JSON list).
    language : whose tokenizer of spaCy cuts the words, such as `en`.
    negation, quotation : scopes in which a match does not count.

    Returns
    -------
    One row a segment and theme: segment, theme, probability (1), coded (always), evidence (matched words).
    Every match of spaCy's Matcher with the same patterns is found; runs of white space do not part a phrase.

    Raises
    ------
    TableError
        With every pattern that cannot be used; if there is no theme, or no tokenizer for the language.
    """
    compiled = read(codebook, language=language)
    tokens = tokenize(segments["text"].tolist(), language=language)
    lexicon = Lexicon(tokens, language=language)
    themes, starts, ends = _matches(compiled, tokens, lexicon)
    negates = codebook["kind"].isin(list(negation["kinds"])).to_numpy(dtype=bool)
    dropped = negates[themes] & scope.negated(
        starts,
        tokens=tokens,
        cues=lexicon.positions(lexicon.mask(lexicon.kinds(negation["cues"]))),
        breaks=lexicon.positions(lexicon.mask(lexicon.kinds(negation["breaks"]))),
        words=negation["words"],
    )
    dropped |= scope.quoted(
        starts,
        tokens=tokens,
        marks=lexicon.positions(lexicon.mask(lexicon.kinds(quotation["marks"]))),
        own=lexicon.positions(lexicon.mask(lexicon.kinds(quotation["own"]))),
        words=quotation["words"],
        turns=segments.groupby(["interview", "turn"], sort=False).ngroup().tolist(),
    )
    return _coded(segments, codebook, tokens, themes[~dropped], starts[~dropped], ends[~dropped])


def read(codebook: pd.DataFrame, *, language: str) -> list[list[Pattern]]:
    """The patterns of every theme, in the codebook's order.

    Parameters
    ----------
    codebook
        One row a theme: theme, patterns (JSON list).

    Raises
    ------
    TableError
        With every pattern that cannot be used; if there is no theme, or no tokenizer for the language.
    """
    if codebook.empty:
        raise TableError("codebook: it has no theme. Hint: data/<study>/codebook.yaml, section themes")
    try:
        tokenizer(language)
    except ValueError as error:
        raise TableError(f"patterns: language: {error}") from None
    compiled: list[list[Pattern]] = []
    problems: list[str] = []
    for theme, patterns in zip(codebook["theme"], codebook["patterns"], strict=True):
        try:
            compiled.append(parse(patterns, language=language))
        except ValueError as error:
            problems += [f"theme {theme!r}, {line}" for line in str(error).splitlines()]
    if problems:
        raise problems_of("codebook", problems)
    _warn(codebook)
    return compiled


def _warn(codebook: pd.DataFrame) -> None:
    parents = set(codebook["parent"]) if "parent" in codebook else set()
    same: defaultdict[str, list[str]] = defaultdict(list)
    for theme, patterns in zip(codebook["theme"], codebook["patterns"], strict=True):
        if patterns in ("", "[]"):
            if theme not in parents:
                _LOG.warning("theme %r has no patterns: the pattern coder will never find it", theme)
        else:
            same[patterns].append(theme)
    for themes in same.values():
        if len(themes) > 1:
            _LOG.warning("themes %s have the same patterns: the pattern coder cannot tell them apart", themes)


def _matches(
    compiled: list[list[Pattern]], tokens: Tokens, lexicon: Lexicon
) -> tuple[Positions, Positions, Positions]:
    """Theme number, first token and token after the last of every match that is in no longer one."""
    none = np.zeros(0, dtype=np.int64)
    found = [(none, none, none)]
    for number, theme in enumerate(compiled):
        for pattern in theme:
            masks = [lexicon.fitting(step) for step in pattern]
            starts, ends = _runs(masks, [step.operator for step in pattern], tokens, lexicon)
            found.append((np.full(len(starts), number), starts, ends))
    themes, starts, ends = (np.concatenate(parts) for parts in zip(*found, strict=True))
    order = np.lexsort((-ends, starts, themes))
    themes, starts, ends = themes[order], starts[order], ends[order]
    reach = ends + themes * (len(tokens.types) + 1)
    outer = reach > np.maximum.accumulate(np.concatenate([[-1], reach]))[:-1]
    return themes[outer], starts[outer], ends[outer]


def _runs(
    masks: list[Mask], operators: list[str], tokens: Tokens, lexicon: Lexicon
) -> tuple[Positions, Positions]:
    """Where the steps are met one after the other: every way at once, from every place to begin."""
    if not masks:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    starts = lexicon.positions(masks[0])
    here = np.column_stack([starts, starts + 1])
    if operators[0] in "+*":
        here = _repeated(here, masks[0], tokens)
    for mask, operator in zip(masks[1:], operators[1:], strict=True):
        on = _advanced(here, mask, tokens)
        if operator in "+*":
            on = _repeated(on, mask, tokens)
        here = np.concatenate([here, on]) if operator in "?*" else on
    if operators[0] in "?*":
        later = np.column_stack(_runs(masks[1:], operators[1:], tokens, lexicon))
        here = np.concatenate([here, later])
    return here[:, 0], here[:, 1]


def _advanced(here: Positions, mask: Mask, tokens: Tokens) -> Positions:
    """The runs whose next token fits, one token longer."""
    inside = here[here[:, 1] < len(tokens.types)]
    fitting = inside[mask[tokens.types[inside[:, 1]]]]
    return np.column_stack([fitting[:, 0], fitting[:, 1] + 1])


def _repeated(here: Positions, mask: Mask, tokens: Tokens) -> Positions:
    """The runs, and all that go on with more of the same."""
    every = [here]
    while len(every[-1]):
        every.append(_advanced(every[-1], mask, tokens))
    return np.unique(np.concatenate(every), axis=0)


def _coded(
    segments: pd.DataFrame,
    codebook: pd.DataFrame,
    tokens: Tokens,
    themes: Positions,
    starts: Positions,
    ends: Positions,
) -> pd.DataFrame:
    texts = np.searchsorted(tokens.ends, starts)
    words, names = _named(tokens, starts, ends)
    order = np.lexsort((starts, themes, texts))
    pair, words = (texts * len(codebook) + themes)[order], words[order]
    _, first = np.unique(pair * max(1, len(names)) + words, return_index=True)
    first = np.sort(first)
    pair, evidence = pair[first], np.array(names, dtype=object)[words[first]]
    begin = np.flatnonzero(np.append(True, pair[1:] != pair[:-1])) if len(pair) else pair
    joined = evidence[begin]
    end = np.append(begin[1:], len(pair))
    for n in np.flatnonzero(end - begin > 1).tolist():
        joined[n] = "; ".join(evidence[begin[n] : end[n]])
    text, theme = np.divmod(pair[begin], len(codebook))
    return pd.DataFrame(
        {
            "segment": segments["segment"].to_numpy()[text],
            "theme": codebook["theme"].to_numpy()[theme],
            "probability": 1.0,
            "coded": True,
            "evidence": joined,
        }
    ).astype({"segment": "str", "theme": "str", "evidence": "str"})


def _named(tokens: Tokens, starts: Positions, ends: Positions) -> tuple[Positions, list[str]]:
    """A number for the words of each match, the same for the same words, and the words of each number."""
    numbers: dict[str, int] = {}
    found = np.zeros(len(starts), dtype=np.int64)
    one = ends - starts == 1
    kinds, at = np.unique(tokens.types[starts[one]], return_inverse=True)
    known = [numbers.setdefault(tokens.words[kind], len(numbers)) for kind in kinds.tolist()]
    found[one] = np.array(known, dtype=np.int64)[at]
    for n in np.flatnonzero(~one).tolist():
        found[n] = numbers.setdefault(tokens.text(starts[n], ends[n]), len(numbers))
    return found, list(numbers)
