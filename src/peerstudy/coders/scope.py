"""Matches that do not mean what they say: under a negation, or in words that somebody else is quoted with.

The cue words are the study's, not the program's: another language, another list.
"""

from collections.abc import Sequence

import numpy as np

from peerstudy.coders.tokens import Mask, Positions, Tokens


def negated(starts: Positions, *, tokens: Tokens, cues: Positions, breaks: Positions, words: int) -> Mask:
    """Which matches stand within `words` tokens after a cue, with no break between (after NegEx).

    Parameters
    ----------
    starts : token position of each match.
    tokens : the corpus.
    cues, breaks : token positions of the negating words, and of what ends their reach (`,`, `but`).
    words : how far a cue reaches, in tokens.

    References
    ----------
    Chapman et al. 2001 (J Biomed Inform 34:301; doi 10.1006/jbin.2001.1029).
    """
    cue = _latest_before(starts, cues)
    end = np.maximum(_latest_before(starts, breaks), _latest_before(starts, tokens.ends))
    return (cue >= starts - words) & (cue > end)


def quoted(
    starts: Positions, *, tokens: Tokens, marks: Positions, own: Positions, words: int, turns: Sequence[int]
) -> Mask:
    """Which matches stand between quotation marks that the speaker's own words do not introduce.

    Parameters
    ----------
    starts : token position of each match.
    tokens : the corpus.
    marks : token positions of quotation marks; one that touches the next word only opens, one that touches
        the word before only closes. An open quotation that is never closed in its turn is none.
    own : token positions of words such as `I`: a quotation with one within `words` tokens before it is the
        speaker's own.
    turns : for each text, a number that texts of one turn share.
    """
    spans = [
        (opening, closing)
        for opening, closing in _quotations(tokens, marks, turns)
        if _latest_before(np.array([opening]), own)[0] < opening - words
    ]
    inside = np.zeros(len(starts), dtype=bool)
    for opening, closing in spans:
        inside |= (starts > opening) & (starts < closing)
    return inside


def _latest_before(starts: Positions, marks: Positions) -> Positions:
    """The last of the sorted marks before each start; far before the first token where there is none."""
    marks = np.concatenate([[np.iinfo(np.int64).min], marks])
    return marks[np.searchsorted(marks, starts, side="left") - 1]


def _quotations(tokens: Tokens, marks: Positions, turns: Sequence[int]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened: tuple[int, int] | None = None
    texts = np.searchsorted(tokens.ends, marks)
    for mark, text in zip(marks.tolist(), texts.tolist(), strict=True):
        touches_next = bool(tokens.glued[mark])
        touches_last = bool(mark and tokens.glued[mark - 1])
        if opened and opened[1] != turns[text]:
            opened = None
        if touches_next and not touches_last:
            opened = (mark, turns[text])
        elif touches_last and opened:
            spans.append((opened[0], mark))
            opened = None
    return spans
