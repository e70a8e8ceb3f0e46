"""People who speak of a theme where no reader saw it: how many they may well be, and what they leave open.

A machine that misses mentions makes people look silent. How often those were seen who were tells how many
were seen not at all, and a comparison says no more than holds with them in either group.
"""

from math import inf

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from peerstudy.compare import pairing
from peerstudy.compare.pairing import Floats, Pairing
from peerstudy.statistics import unseen

Counts = tuple[int, int, int, int]
Missed = list[tuple[int, int]]
# One-sided confidence of the limits that the number overlooked rests on. A higher one makes intervals wider;
# by .6, less than .94 is covered where mentions are least like Poisson. Measured: benchmarks/heard.py.
SURE = 0.8


def number(seen: Floats, share: float) -> float:
    """How many people of a group may well speak of a theme although none of their mentions was seen.

    The larger of what mentions would leave unseen if everybody made as many on average and was heard as well
    (Poisson), and the upper limit of Chao's estimate, which stands where people are unlike.

    Parameters
    ----------
    seen
        Shape (people,): mentions seen of each person; those with none tell nothing.
    share
        Largest share of the group's mentions that nobody saw. No larger share of those who speak of it can
        have been overlooked, where those who say more of it are heard no worse.

    Returns
    -------
    float
        Infinite if mentions are known to be there and nobody's was seen.

    References
    ----------
    van der Heijden et al. 2003 (Stat Model 3:305); Chao 1987 (Biometrics 43:783).

    Examples
    --------
    >>> round(number(np.array([1, 1, 2, 1, 3, 0, 0]), 0.4), 2)
    3.33
    >>> number(np.array([1, 1, 2, 1, 3, 0, 0]), 0.0)
    0.0
    """
    if share <= 0:
        return 0.0
    found = int((seen > 0).sum())
    if not found:
        return inf
    most = found * share / (1 - share) if share < 1 else inf
    return min(most, max(unseen.poisson(seen), unseen.chao_at_most(seen, level=SURE)))


def people(seen: Floats, mentions: float, drawn: float, silent: int, nearly: int = 0) -> int:
    """Whole people of a group who may have been overlooked, at most those who are silent and not read whole.

    Whoever was heard, but too seldom to count as speaking of it, may have said the rest unseen: all of them
    are taken in where mentions went unseen at all.

    Parameters
    ----------
    seen
        Shape (people,): mentions seen of each person.
    mentions
        How many the group made, by a random sample.
    drawn
        How many of them are in the sample: by few, it is known badly how many were made.
    silent
        People who do not count as speaking of it, and of whom something is unread.
    nearly
        Those among them of whom a mention was seen.

    Examples
    --------
    >>> people(np.array([1, 1, 2, 1, 3, 0, 0]), mentions=16.0, drawn=4, silent=2)
    2
    >>> people(np.array([1, 1, 2, 2, 3]), mentions=16.0, drawn=4, silent=2, nearly=2)
    2
    """
    most = unseen.made_at_most(mentions, drawn, level=SURE)
    share = 1 - float(seen.sum()) / most if mentions > 0 else 0.0
    return round(min(number(seen, share) + nearly, silent)) if share > 0 else 0


def nobody(two: Pairing) -> Missed:
    """Of every theme and group, nobody: hand codes of everything overlook no one.

    Parameters
    ----------
    two
        The people compared.
    """
    return [(0, 0)] * len(two.themes)


def of_estimator(estimator: str, two: Pairing, corrected: pd.DataFrame) -> Missed:
    """Of every theme and group, the people overlooked where a machine pointed readers to what they read.

    Parameters
    ----------
    estimator
        Whose codes are compared; `verified` alone are of what a machine pointed to.
    two
        The people compared.
    corrected
        The table of that name.
    """
    return by_group(two, corrected) if estimator == "verified" else nobody(two)


def still_open(two: Pairing, corrected: pd.DataFrame) -> NDArray[np.bool_]:
    """Who does not count as speaking of a theme, by as many mentions as the plan asks for, and may have.

    Parameters
    ----------
    two
        The people compared.
    corrected
        The table of that name.

    Returns
    -------
    array, shape (people, themes)
        True for people of whom something is unread.
    """
    unread = pairing.wide(corrected, "unread", two.people, two.themes)
    return np.asarray((two.present == 0) & (unread > 0))


def by_group(two: Pairing, corrected: pd.DataFrame) -> Missed:
    """Of every theme and group, how many people may have been overlooked.

    Parameters
    ----------
    two
        The people compared.
    corrected
        The table of that name. Nobody is overlooked who counts as speaking of it, or of whom everything was
        read.

    Returns
    -------
    list
        A pair a theme: people of the first group, and of the second.
    """
    room = still_open(two, corrected)
    talk = corrected.assign(expected=corrected["salience"] * corrected["segments"])
    expected, confirmed, drawn = (
        pairing.wide(talk, name, two.people, two.themes) for name in ("expected", "confirmed", "positives")
    )
    counted = ~np.isnan(two.present) & ~np.isnan(expected)

    def missed(side: NDArray[np.bool_], theme: int) -> int:
        held = side & counted[:, theme]
        silent, seen = room[held, theme], confirmed[held, theme]
        made, sampled = (float(of[held, theme].sum()) for of in (expected, drawn))
        return people(seen, made, sampled, int(silent.sum()), int((silent & (seen > 0)).sum()))

    return [(missed(two.first, theme), missed(~two.first, theme)) for theme in range(len(two.themes))]


def possible(counts: Counts, missed: tuple[int, int]) -> list[Counts]:
    """Counts as readers confirmed them, and with some or all people overlooked in the one group or the other.

    Parameters
    ----------
    counts
        x1, n1, x2, n2: people who speak of it, of those who count, in each group.
    missed
        People of each group who may have been overlooked, at most those who count and do not speak of it.

    Examples
    --------
    >>> possible((3, 12, 8, 26), (2, 0))
    [(3, 12, 8, 26), (4, 12, 8, 26), (5, 12, 8, 26)]
    """
    x1, n1, x2, n2 = counts
    first = [(x1 + more, n1, x2, n2) for more in range(1, missed[0] + 1)]
    second = [(x1, n1, x2 + more, n2) for more in range(1, missed[1] + 1)]
    return [counts, *first, *second]
