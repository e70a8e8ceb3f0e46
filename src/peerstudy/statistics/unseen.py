"""How many people were seen not at all, from how often those were seen who were; and how much was to be seen.

`seen` holds how often each person was seen, shape (people,); those with 0 tell nothing.
"""

from math import exp, inf, log1p, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

from peerstudy.statistics.interval import normal_quantile

Floats = NDArray[np.float64]


def poisson(seen: Floats) -> float:
    """How many were seen not at all, if how often people are seen is Poisson, and alike for everybody.

    Infinite if nobody was seen more than once. Where people are unlike, it is too few.

    References
    ----------
    van der Heijden et al. 2003 (Stat Model 3:305), the size of a population by the zero-truncated Poisson.

    Examples
    --------
    >>> round(poisson(np.array([1, 1, 2, 1, 3, 0, 0])), 2)
    2.79

    The police of four Dutch cities met 1,880 people without papers, most of them once. Without covariates the
    model estimates that there were 7,080; the same paper prefers a regression, by which there were about
    12,691, since people were not equally likely to be met.

    >>> round(poisson(np.repeat([1, 2, 3, 4, 5, 6], [1645, 183, 37, 13, 1, 1])) + 1880, -1)
    7080.0
    """
    found = seen[seen > 0]
    mean = float(found.mean()) if len(found) else 0.0
    if mean <= 1:
        return inf
    rate = optimize.brentq(lambda rate: rate - mean * (1 - exp(-rate)), 1e-9, mean)
    return float(len(found) * exp(-rate) / (1 - exp(-rate)))


def chao_at_most(seen: Floats, *, level: float) -> float:
    """One-sided upper limit of Chao's estimate of how many were seen not at all, which lets people be unlike.

    It rests on those seen once and twice, who are most like those not seen. The estimate is corrected for
    bias, and is 0 if at most one person was seen once.

    Parameters
    ----------
    seen
        How often each person was seen.
    level
        Confidence of the limit, above .5.

    Raises
    ------
    ValueError
        If `level` is not between 0.5 and 1.

    References
    ----------
    Chao 1987 (Biometrics 43:783), with its log-normal limit.

    Examples
    --------
    Six were seen once and one twice: 7.5 were not seen, by the estimate.

    >>> round(chao_at_most(np.array([1, 1, 1, 1, 1, 1, 2, 5]), level=0.8), 1)
    15.8
    """
    once, twice = int(np.sum(seen == 1)), int(np.sum(seen == 2))
    z = normal_quantile(2 * level - 1)
    if once < 2:
        return 0.0
    number = once * (once - 1) / (2 * (twice + 1))
    # By the delta method: what is counted once and twice is Poisson, and so is what was not seen.
    variance = number + once * ((2 * once - 1) / (2 * (twice + 1))) ** 2 + twice * (number / (twice + 1)) ** 2
    return number * exp(z * sqrt(log1p(variance / number**2)))


def made_at_most(mentions: float, drawn: float, *, level: float) -> float:
    """One-sided upper limit of how many mentions were made, by the error of the sample that tells of them.

    Mentions in the sample are taken for Poisson. Of a random sample of segments this is a little too wide.

    Parameters
    ----------
    mentions
        How many were made, as estimated from the sample.
    drawn
        Mentions in the sample; if there is none, nothing limits how many were made.
    level
        Confidence of the limit, above .5.

    Raises
    ------
    ValueError
        If `level` is not between 0.5 and 1.

    Examples
    --------
    >>> round(made_at_most(40.0, 4, level=0.8), 1)
    56.8
    """
    z = normal_quantile(2 * level - 1)
    return mentions * (1 + z / sqrt(drawn)) if drawn > 0 else inf
