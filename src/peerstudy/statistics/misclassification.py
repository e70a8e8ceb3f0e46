"""What coding error can do to a difference between groups: diagnostics, and when to say nothing."""

from math import floor, nan
from typing import NamedTuple

import numpy as np


class Undoing(NamedTuple):
    """How far error would have to differ between groups to make a difference; NaN where nothing is told."""

    sensitivity: float
    false_positives: float


def rogan_gladen(apparent: float, sensitivity: float, specificity: float) -> float:
    """Prevalence behind an apparent one, if the error is known: a diagnostic, never an estimate to report.

    Its own error is not carried along, and with error that differs between groups it misleads.

    Returns
    -------
    float
        Cut to [0, 1]; NaN where the classifier is no better than chance.

    References
    ----------
    Rogan & Gladen 1978 (Am J Epidemiol 107:71).

    Examples
    --------
    >>> round(rogan_gladen(0.25, 0.75, 0.95), 4)
    0.2857
    """
    gain = sensitivity + specificity - 1
    return min(max((apparent + specificity - 1) / gain, 0.0), 1.0) if gain > 0 else nan


def undoing_error(first: float, second: float) -> Undoing:
    """What error in one group alone would make a difference where the theme is equally frequent.

    Either nothing is missed in the group that seems to have more, and in the other a share of the mentions;
    or nothing is coded by mistake in the group that seems to have less, and in the other a share of the talk
    without the theme. Of misses in both, or of mistakes in both, a smaller difference is enough: the theme
    is then more frequent than it seems in either group, or less.

    Parameters
    ----------
    first, second
        Salience of the two groups, as coded.

    Returns
    -------
    Undoing
        Error of the first group's codes less that of the second's, with the sign of their difference.

    Examples
    --------
    >>> undoing_error(0.25, 0.125)
    Undoing(sensitivity=0.5, false_positives=0.14285714285714285)
    """
    difference, more, less = first - second, max(first, second), min(first, second)
    return Undoing(
        difference / more if more > 0 else nan,
        difference / (1 - less) if less < 1 else nan,
    )


def withheld(
    expected: tuple[float, float], labelled: tuple[float, float], *, minimum: float, hand: float
) -> str:
    """Why a corrected comparison is not to be shown, or nothing if it may be.

    Parameters
    ----------
    expected
        Positive segments (for salience) or participants (for presence) expected in each group; by chance a
        corrected number falls under 0, which is told as 0.
    labelled
        Positive segments among the hand-coded ones, in each group.
    minimum
        Fewest expected positives a group. Below 10 intervals are too short even if everything is coded by
        hand.
    hand
        Fewest hand-coded positives a group.

    Returns
    -------
    str
        A reason in words; empty if the comparison stands.

    Examples
    --------
    >>> withheld((7.2, 40.0), (2, 9), minimum=10, hand=3)
    'withheld: 7.2 positives expected in a group, fewer than 10'
    >>> withheld((19.2, 40.0), (2, 9), minimum=10, hand=3)
    'withheld: 2 hand-coded positives in a group, fewer than 3'
    >>> withheld((12, 40.0), (3, 9), minimum=10, hand=3)
    ''
    """
    for counts, least, what in (
        (expected, minimum, "positives expected"),
        (labelled, hand, "hand-coded positives"),
    ):
        if np.isnan(counts).any():
            return f"withheld: the number of {what} in a group is unknown; at least {least:g} are needed"
        if min(counts) < least:
            return f"withheld: {_under(min(counts))} {what} in a group, fewer than {least:g}"
    return ""


def unheard(seen: tuple[float, float], expected: tuple[float, float], *, least: float) -> str:
    """Why presence that readers confirmed is not to be compared, or nothing if it may be.

    People whose mentions a machine did not point to look silent. Where readers saw half of the mentions and
    error differs between groups (sensitivity .5 against .9), coverage holds with as many people added as may
    be overlooked, unless some are never heard (benchmarks/heard.py); below, it is not shown.

    Parameters
    ----------
    seen
        Segments with the theme that readers saw, in each group.
    expected
        Segments with the theme in each group, as estimated from a random sample.
    least
        Least share that they must have seen.

    Examples
    --------
    >>> unheard((9, 40), (52.3, 61.0), least=0.5)
    'withheld: readers saw 9 of about 52 mentions in a group, less than 50 %'
    >>> unheard((30, 40), (52.3, 61.0), least=0.5)
    ''
    """
    for found, hoped in zip(seen, expected, strict=True):
        if np.isnan(found) or np.isnan(hoped):
            return "withheld: how many mentions readers saw in a group is unknown"
        if found < least * hoped:
            seen_of = f"readers saw {found:g} of about {hoped:.0f} mentions in a group"
            return f"withheld: {seen_of}, less than {100 * least:.0f} %"
    return ""


def _under(count: float) -> str:
    """A count that rounding does not lift to the one that it falls short of."""
    return f"{max(0, floor(count * 10)) / 10:g}"
