"""Praat TextGrids, long and short, in any of Praat's encodings: one tier a speaker."""

import re

from praatio.utilities import errors, textgrid_io

from peerstudy.corpus.readers.tiers import Tier, from_tiers
from peerstudy.corpus.readers.transcript import Labels, Transcript, UnreadableError, decode

# How many tiers, and how many intervals of each, the file says that it holds: long form, then short.
TIERS = re.compile(r"<exists>\s*(?:size\s*=\s*)?(\d+)")
INTERVALS = re.compile(
    r"(?:intervals|points)\s*:\s*size\s*=\s*(\d+)"
    r'|^"(?:Interval|Text)Tier"\s*^"(?:[^"\n]|"")*"\s*^\S+\s*^\S+\s*^(\d+)\s*$',
    re.MULTILINE,
)


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of a TextGrid; empty intervals are silence.

    Raises
    ------
    UnreadableError
        For a broken file or tiers that the study does not name.
    """
    text, encoding = decode(data)
    try:
        grid = textgrid_io.parseTextgridStr(text, includeEmptyIntervals=True)
        tiers = [_tier(tier) for tier in grid["tiers"]]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, errors.PraatioException) as error:
        raise UnreadableError(f"its tiers are broken ({error})") from None
    declared = TIERS.search(text)
    sizes = [int(long or short) for long, short in INTERVALS.findall(text)]
    if not declared or int(declared[1]) != len(tiers) or sizes != [len(tier.intervals) for tier in tiers]:
        raise UnreadableError("it holds fewer tiers or intervals than it says: it may be cut off")
    return from_tiers(tiers, labels, format="textgrid", encoding=encoding, dropped=[])


def _tier(tier: dict[str, object]) -> Tier:
    entries: list[tuple[object, ...]] = tier["entries"]  # type: ignore[assignment]
    intervals = [(float(str(e[0])), float(str(e[1])) if len(e) > 2 else None, str(e[-1])) for e in entries]
    return Tier((str(tier["name"]),), [*intervals])
