"""Segments that people named earlier, found in today's talk: an edited transcript moves ids."""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from peerstudy.coding.items import item
from peerstudy.folding import fold


def refound(segments: pd.DataFrame, names: Iterable[str], words: Iterable[str]) -> list[int | None]:
    """Row of each segment that was named, or none where it is not there any more.

    A name counts where the words given with it still stand under it; else the words do, where exactly one
    segment has them. Without words the name alone counts.

    Parameters
    ----------
    segments
        The table of that name, or some of its rows.
    names
        Ids of segments, or their items on a sheet.
    words
        What was read there; empty where nobody noted it.

    Examples
    --------
    >>> now = pd.DataFrame({"segment": ["I1-001-01", "I1-002-01"], "text": ["Tea.", "A bus."]})
    >>> refound(now, ["I1-001-01", "I1-001-01", "I1-001-01", "I1-009-01"], ["", "A bus.", "Rum.", ""])
    [0, 1, None, None]
    """
    pairs = [(name, _plain(text)) for name, text in zip(names, words, strict=True)]
    if not pairs:  # as in most studies; the talk may be long
        return []
    said = [_plain(text) for text in segments["text"]]
    named = {name: row for row, own in enumerate(segments["segment"]) for name in (own, item(own))}
    times = Counter(said)
    once = {text: row for row, text in enumerate(said) if times[text] == 1}
    found = []
    for name, text in pairs:
        row = named.get(name)
        there = row is not None and text in ("", said[row])
        found.append(row if there else once.get(text))
    return found


def _plain(text: str) -> str:
    return fold(text).text.strip()
