"""People who speak of a theme where no reader saw it: how many they probably are, and what they leave open.

A machine that misses mentions makes people look silent. How often those were seen who were tells how many
were seen not at all, and a comparison says no more than holds with them in either group.
"""

from math import exp, inf

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import optimize

from peerstudy.compare import pairing
from peerstudy.compare.pairing import Floats, Pairing

Counts = tuple[int, int, int, int]
Missed = list[tuple[int, int]]


def number(seen: Floats, unseen: float) -> float:
    """How many people of a group speak of a theme although none of their mentions was seen.

    Mentions seen of a person are taken for Poisson; people without any are the class that nobody could count.

    Parameters
    ----------
    seen
        Shape (people,): mentions seen of each person; those with none tell nothing.
    unseen
        Share of the group's mentions that nobody saw. No larger share of those who speak of it can have been
        overlooked.

    Returns
    -------
    float
        Infinite if mentions are known to be there and nobody's was seen.

    References
    ----------
    van der Heijden et al. 2003 (Stat Model 3:305), the size of a population by the zero-truncated Poisson.

    Examples
    --------
    >>> round(number(np.array([1, 1, 2, 1, 3, 0, 0]), unseen=0.5), 2)
    2.79
    >>> number(np.array([1, 1, 2, 1, 3, 0, 0]), unseen=0.0)
    0.0

    Of 7,080 people without papers in four Dutch cities the police met 1,880, most of them once.

    >>> round(number(np.repeat([1, 2, 3, 4, 5, 6], [1645, 183, 37, 13, 1, 1]), unseen=1.0) + 1880, -1)
    7080.0
    """
    if unseen <= 0:
        return 0.0
    found = seen[seen > 0]
    if not len(found):
        return inf
    mean = float(found.mean())
    rate = 0.0
    if mean > 1:
        rate = optimize.brentq(lambda rate: rate - mean * (1 - exp(-rate)), 1e-9, mean)
    share = min(exp(-rate), unseen)
    return len(found) * share / (1 - share) if share < 1 else inf


def people(seen: Floats, mentions: float, silent: int, nearly: int = 0) -> int:
    """Whole people of a group who were overlooked, at most those who are silent and not read whole.

    Whoever was heard, but too seldom to count as speaking of it, may have said the rest unseen: all of them
    are taken in where mentions went unseen at all.

    Parameters
    ----------
    seen
        Shape (people,): mentions seen of each person.
    mentions
        How many the group made, by a random sample.
    silent
        People who do not count as speaking of it, and of whom something is unread.
    nearly
        Those among them of whom a mention was seen.

    Examples
    --------
    >>> people(np.array([1, 1, 2, 1, 3, 0, 0]), mentions=16.0, silent=2)
    2
    >>> people(np.array([1, 1, 2, 2, 3]), mentions=16.0, silent=2, nearly=2)
    2
    """
    unseen = 1 - float(seen.sum()) / mentions if mentions > 0 else 0.0
    return round(min(number(seen, unseen) + nearly, silent)) if unseen > 0 else 0


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
    """Of every theme and group, how many people were overlooked.

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
    expected, confirmed = (
        pairing.wide(talk, name, two.people, two.themes) for name in ("expected", "confirmed")
    )
    counted = ~np.isnan(two.present) & ~np.isnan(expected)

    def missed(side: NDArray[np.bool_], theme: int) -> int:
        held = side & counted[:, theme]
        silent, seen = room[held, theme], confirmed[held, theme]
        nearly = silent & (seen > 0)
        return people(seen, float(expected[held, theme].sum()), int(silent.sum()), int(nearly.sum()))

    return [(missed(two.first, theme), missed(~two.first, theme)) for theme in range(len(two.themes))]


def possible(counts: Counts, missed: tuple[int, int]) -> list[Counts]:
    """Counts as readers confirmed them, and with some or all people overlooked in the one group or the other.

    Parameters
    ----------
    counts
        x1, n1, x2, n2: people who speak of it, of those who count, in each group.
    missed
        People of each group who were overlooked, at most those who count and do not speak of it.

    Examples
    --------
    >>> possible((3, 12, 8, 26), (2, 0))
    [(3, 12, 8, 26), (4, 12, 8, 26), (5, 12, 8, 26)]
    """
    x1, n1, x2, n2 = counts
    first = [(x1 + more, n1, x2, n2) for more in range(1, missed[0] + 1)]
    second = [(x1, n1, x2 + more, n2) for more in range(1, missed[1] + 1)]
    return [counts, *first, *second]
