"""Presence where people checked the machine: every positive read, some negatives audited.

Arrays hold one entry a segment: `participant` (0, 1, 2, ...) and `label`, the code given by a human reader,
NaN where nobody has read the segment. A machine's word alone never makes a theme present.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats

from peerstudy.statistics.interval import Interval


@dataclass(frozen=True)
class Verified:
    """What human reading established about each participant.

    Attributes
    ----------
    present
        Shape (participants,): a reader confirmed at least one segment.
    unread
        Shape (participants,): segments that nobody has read.
    open
        Shape (participants,): not confirmed, and not everything read: the theme may have been missed.
    """

    present: NDArray[np.bool_]
    unread: NDArray[np.int64]
    open: NDArray[np.bool_]


def verified_presence(participant: ArrayLike, label: ArrayLike) -> Verified:
    """Who was confirmed by a reader, and for whom absence is still open.

    Examples
    --------
    >>> found = verified_presence([0, 0, 1, 1, 2, 2], [1, np.nan, 0, np.nan, 0, 0])
    >>> found.present.tolist(), found.open.tolist()
    ([True, False, False], [False, True, False])
    """
    who, y = np.asarray(participant), np.asarray(label, float)
    present = np.bincount(who, y == 1) > 0
    unread = np.bincount(who, np.isnan(y)).astype(int)
    return Verified(present, unread, ~present & (unread > 0))


def worst_case(found: Verified, first: ArrayLike) -> Interval:
    """Difference in presence, bounded by what the open participants could still turn out to be.

    Parameters
    ----------
    found
        What reading established.
    first
        Shape (participants,): true for the first group.

    Returns
    -------
    Interval
        NaN if a group is empty.

    References
    ----------
    Manski 1989 (J Hum Resour 24:343).

    Examples
    --------
    >>> found = verified_presence([0, 0, 1, 1, 2, 2], [1, np.nan, 0, np.nan, 0, 0])
    >>> worst_case(found, [1, 1, 0])
    Interval(estimate=0.5, low=0.5, high=1.0)
    """
    inside = np.asarray(first).astype(bool)
    if inside.all() or not inside.any():
        return Interval(np.nan, np.nan, np.nan)
    seen1, seen2 = found.present[inside].mean(), found.present[~inside].mean()
    open1, open2 = found.open[inside].mean(), found.open[~inside].mean()
    return Interval(float(seen1 - seen2), float(seen1 - seen2 - open2), float(seen1 + open1 - seen2))


def audit(found: Verified, *, segments: int) -> NDArray[np.int64]:
    """How many unread segments to read of each participant: as evenly as possible over those still open.

    Parameters
    ----------
    found
        What reading established so far.
    segments
        How many segments can be read in all.

    Returns
    -------
    array, shape (participants,)
        0 for participants who are settled; never more than are unread.

    Examples
    --------
    >>> found = verified_presence([0, 0, 1, 1, 2, 2], [1, np.nan, 0, np.nan, np.nan, np.nan])
    >>> audit(found, segments=2).tolist()
    [0, 1, 1]
    """
    room = np.where(found.open, found.unread, 0)
    quota = np.zeros_like(room)
    left = min(segments, int(room.sum()))
    while left > 0:
        wanting = np.flatnonzero(quota < room)
        each = max(left // len(wanting), 1)
        more = np.minimum(each, room[wanting] - quota[wanting])
        # The last few segments go to the first participants in order.
        more = np.minimum(more, np.maximum(left - np.concatenate([[0], np.cumsum(more)[:-1]]), 0))
        quota[wanting] += more
        left -= int(more.sum())
    return quota


def audit_power(unread: int, read: int, mentions: int) -> float:
    """Chance that reading `read` of `unread` segments at random finds at least one of `mentions` among them.

    Raises
    ------
    ValueError
        If more is read, or mentioned, than there is.

    Examples
    --------
    >>> round(audit_power(40, 10, 1), 3), round(audit_power(40, 10, 3), 3)
    (0.25, 0.589)
    """
    if not (0 <= read <= unread and 0 <= mentions <= unread):
        raise ValueError(f"cannot read {read} or find {mentions} of {unread} segments")
    return float(1 - stats.hypergeom.pmf(0, unread, mentions, read))
