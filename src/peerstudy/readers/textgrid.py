"""Praat TextGrids, long and short, in any of Praat's encodings: one tier a speaker."""

from praatio.utilities import errors, textgrid_io

from peerstudy.readers.tiers import Tier, from_tiers
from peerstudy.readers.transcript import Labels, Transcript, UnreadableError, decode


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of a TextGrid; empty intervals are silence.

    Raises
    ------
    UnreadableError
        For a broken file or tiers that the study does not name.
    """
    text, encoding = decode(data)
    try:
        grid = textgrid_io.parseTextgridStr(text, includeEmptyIntervals=False)
        tiers = [_tier(tier) for tier in grid["tiers"]]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, errors.PraatioException) as error:
        raise UnreadableError(f"its tiers are broken ({error})") from None
    return from_tiers(tiers, labels, format="textgrid", encoding=encoding, dropped=[])


def _tier(tier: dict[str, object]) -> Tier:
    entries: list[tuple[object, ...]] = tier["entries"]  # type: ignore[assignment]
    intervals = [(float(str(e[0])), float(str(e[1])) if len(e) > 2 else None, str(e[-1])) for e in entries]
    return Tier((str(tier["name"]),), [*intervals])
