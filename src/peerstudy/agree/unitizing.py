"""Agreement on passages that coders marked off for themselves."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from peerstudy.agree.disagreement import Disagreement, quotient
from peerstudy.statistics.jackknife import Additive

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Continuum(Additive):
    """What coders did with a text, in characters.

    Attributes
    ----------
    coincidences
        Shape (..., K, K): characters to which two coders gave the codes k and l, each character with as many
        pairs as it has codes (Krippendorff's coincidence matrix). Code 0 is text that a coder left unmarked.
    squares
        Shape (...): sum of the squared lengths of all passages of all coders.
    """

    coincidences: Floats
    squares: Floats


def stretches(starts: ArrayLike, ends: ArrayLike, *, edges: ArrayLike) -> NDArray[np.bool_]:
    """Which stretches of a text lie in a passage.

    Parameters
    ----------
    starts, ends
        Passages of one coder, in characters, end exclusive; they may overlap and touch.
    edges
        Shape (stretches + 1,): ascending; every start and end is among them.

    Returns
    -------
    array, shape (stretches,)

    Examples
    --------
    >>> stretches([2, 3], [4, 6], edges=[0, 2, 3, 4, 6, 9])
    array([False,  True,  True,  True, False])
    """
    borders = np.asarray(edges)
    opened = np.bincount(np.searchsorted(borders, starts), minlength=len(borders))
    closed = np.bincount(np.searchsorted(borders, ends), minlength=len(borders))
    return np.asarray(np.cumsum(opened - closed)[:-1] > 0)


def squares(marks: NDArray[np.bool_], sizes: Ints, follows: NDArray[np.bool_], people: Ints) -> Floats:
    """Sum of the squared lengths of the passages of all coders, by person.

    Parameters
    ----------
    marks
        Shape (stretches, coders): whether the stretch lies in a passage of the coder.
    sizes, follows, people
        Shape (stretches,): characters; whether the text goes on from the stretch before; the person.

    Returns
    -------
    array, shape (people,)
        In characters squared.

    Examples
    --------
    >>> marks = np.array([[True], [True], [False], [True]])
    >>> squares(marks, np.array([2, 3, 4, 1]), np.array([False, True, True, True]), np.zeros(4, dtype=int))
    array([26.])
    """
    total = np.zeros(int(people.max(initial=-1)) + 1)
    for own in marks.T:
        goes_on = own & np.append(False, own[:-1]) & follows
        passage = np.cumsum(own & ~goes_on)
        length = np.bincount(passage[own], weights=sizes[own])
        owner = np.zeros(len(length), dtype=np.int64)
        owner[passage[own]] = people[own]
        np.add.at(total, owner, np.square(length))
    return total


def alpha_u(continuum: Continuum) -> Disagreement:
    """Krippendorff's alpha of passages and gaps: by chance, whole passages would fall elsewhere.

    Alpha of single characters, but for the expected disagreement: a passage is never compared with itself, so
    that a long passage is one decision and not one for each character. With one theme this is |u-alpha.

    Parameters
    ----------
    continuum
        Sums in characters; the answer has their leading axes.

    References
    ----------
    Krippendorff, Mathet, Bouvry & Widlöcher 2016 (Qual Quant 50:2347), equations 1 to 6.
    """
    o = continuum.coincidences
    length = o.sum(axis=(-2, -1))
    codes = o.sum(axis=-1)
    itself = continuum.squares + codes[..., 0]
    observed = length - np.trace(o, axis1=-2, axis2=-1)
    expected = np.square(length) - np.square(codes).sum(axis=-1)
    return Disagreement(quotient(observed, length), quotient(expected, np.square(length) - itself))


def alpha_u_1995(passages: list[tuple[ArrayLike, ArrayLike]], *, start: float, end: float) -> Disagreement:
    """Krippendorff's earlier alpha of passages of one code, which measures how far passages are shifted.

    Kept to be compared with what older programs print; `alpha_u` has replaced it.

    Parameters
    ----------
    passages
        One pair (starts, ends) a coder, in characters, end exclusive; the passages of a coder do not overlap.
    start, end
        The text that everybody read.

    Returns
    -------
    Disagreement
        The coefficient of several codes is 1 minus the sum of observed over the sum of expected disagreement.

    References
    ----------
    Krippendorff 1995 (Sociol Methodol 25:47); expected disagreement as in Krippendorff 2004, Content
    Analysis, 2nd ed., 11.6.

    Examples
    --------
    >>> c = [([225, 370], [295, 400]), ([220, 355, 400], [300, 375, 420])]
    >>> result = alpha_u_1995(c, start=150, end=450)
    >>> round(float(result.observed), 4), round(float(result.expected), 4), round(float(result.estimate), 4)
    (0.0144, 0.0532, 0.7286)
    """
    length = end - start
    units = [_sorted(starts, ends) for starts, ends in passages]
    gaps = [_gaps(one, start, end) for one in units]
    m = len(units)
    others = [(i, j) for i in range(m) for j in range(m) if i != j]
    apart = sum(_shift(units[i], units[j]) + 2 * _swallowed(units[i], gaps[j]) for i, j in others)
    spans = np.concatenate([one[:, 1] - one[:, 0] for one in units])
    room = np.concatenate([one[:, 1] - one[:, 0] for one in gaps])
    fits = np.clip(room[None, :] - spans[:, None] + 1, 0, None) * (room[None, :] >= spans[:, None])
    chance = (len(spans) - 1) / 3 * (2 * spans**3 - 3 * spans**2 + spans) + spans**2 * fits.sum(axis=1)
    positions = m * length * (m * length - 1) - (spans * (spans - 1)).sum()
    observed = apart / (m * (m - 1) * length**2)
    return Disagreement(np.asarray(observed), np.asarray(2 / length * chance.sum() / positions))


def _sorted(starts: ArrayLike, ends: ArrayLike) -> Floats:
    both = np.column_stack([np.asarray(starts, dtype=np.float64), np.asarray(ends, dtype=np.float64)])
    return both[np.argsort(both[:, 0], kind="stable")]


def _gaps(units: Floats, start: float, end: float) -> Floats:
    """The stretches between passages, before the first and after the last."""
    between = np.column_stack([np.append(start, units[:, 1]), np.append(units[:, 0], end)])
    return between[between[:, 1] > between[:, 0]]


def _shift(a: Floats, b: Floats) -> float:
    """Squared differences of starts and ends of passages that meet."""
    meet = (a[:, None, 0] < b[None, :, 1]) & (b[None, :, 0] < a[:, None, 1])
    return float((np.square(a[:, None, :] - b[None, :, :]).sum(axis=-1) * meet).sum())


def _swallowed(units: Floats, gaps: Floats) -> float:
    """Squared lengths of passages that lie in a gap of another coder."""
    inside = (units[:, None, 0] >= gaps[None, :, 0]) & (units[:, None, 1] <= gaps[None, :, 1])
    return float((np.square(units[:, 1] - units[:, 0])[:, None] * inside).sum())
