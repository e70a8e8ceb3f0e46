"""How much there is to hear, from how many participants spoke of each code: coverage, number of codes.

`frequencies` says how many participants spoke of each code.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from peerstudy.statistics.interval import normal_quantile

Floats = NDArray[np.float64]


class Richness(NamedTuple):
    """Lower bound of the number of codes there are, its limits and standard error; NaN where undefined."""

    estimate: float
    low: float
    high: float
    error: float


def coverage(frequencies: ArrayLike, participants: int) -> float:
    """Estimated share of all mentions there could be that belongs to codes already heard.

    Parameters
    ----------
    frequencies
        Shape (codes,): participants who spoke of each code.
    participants
        Number of participants; for counts of individuals, give their sum.

    References
    ----------
    Good 1953 (Biometrika 40:237); Chao & Jost 2012 (Ecology 93:2533); Chao et al. 2014 (Ecol Monogr 84:45).

    Examples
    --------
    >>> round(coverage([1] * 13 + [2] * 4 + [3] * 20, 38), 4)
    0.8421
    """
    q = np.asarray(frequencies)
    return float(coverage_of(np.sum(q == 1), np.sum(q == 2), np.sum(q), participants))


def chao2(frequencies: ArrayLike, participants: int, *, level: float) -> Richness:
    """Lower bound of the number of codes that such participants would speak of, with a log-normal interval.

    Where no code was heard once, or a single one and none twice, nothing is estimated to be missing; how many
    may be all the same follows from how rarely the codes were heard that were.

    Parameters
    ----------
    frequencies
        Shape (codes,): participants who spoke of each code.
    participants
        Number of participants. For `chao1`, frequencies are counts of individuals: give their sum.
    level
        Of confidence.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.

    References
    ----------
    Chao 1984 (Scand J Stat 11:265); Chao 1987 (Biometrics 43:783). Nothing missing: Chao, Ma, Hsieh & Chiu
    2015 (SpadeR), by Poisson counts.

    Examples
    --------
    Spiders on a girdled plot (Sackett et al. 2011): 168 individuals, 26 species, 12 seen once, 4 twice.

    >>> found = chao2([1] * 12 + [2] * 4 + [3] * 9 + [121], 168, level=0.95)
    >>> round(found.estimate, 3), round(found.error, 3)
    (43.893, 14.306)

    Ten codes, each heard twice: as many were heard as are estimated, but with such counts some go unheard.

    >>> found = chao2([2] * 10, 12, level=0.95)
    >>> found.estimate, found.low, round(found.high, 1)
    (10.0, 10.0, 13.6)
    """
    z = normal_quantile(level)
    q = np.asarray(frequencies)
    seen, once, twice = int(np.sum(q > 0)), int(np.sum(q == 1)), int(np.sum(q == 2))
    if participants < 1 or seen == 0:
        return Richness(np.nan, np.nan, np.nan, np.nan)
    a = (participants - 1) / participants
    if twice:
        ratio = once / twice
        unseen = a * once**2 / (2 * twice)
        variance = twice * (a / 2 * ratio**2 + a**2 * ratio**3 + a**2 / 4 * ratio**4)
    else:
        unseen = a * once * (once - 1) / 2
        variance = a * once * (once - 1) / 2 + a**2 * once * (2 * once - 1) ** 2 / 4
        variance -= a**2 * once**4 / (4 * (seen + unseen))
    if unseen <= 0:
        return _nothing_missing(q[q > 0].astype(float), z)
    spread = np.exp(z * np.sqrt(np.log1p(variance / unseen**2)))
    low, high = seen + unseen / spread, seen + unseen * spread
    return Richness(seen + unseen, float(low), float(high), float(np.sqrt(variance)))


def _nothing_missing(q: Floats, z: float) -> Richness:
    """As many codes as were heard, and at most as many as leave so few unheard by Poisson counts."""
    seen, unheard = len(q), np.exp(-q)
    # SpadeR divides by participants; of several mentions each, the variance could then be negative.
    variance = np.sum(unheard - unheard**2) - np.sum(q * unheard) ** 2 / q.sum()
    error = float(np.sqrt(variance))
    high = (seen + z * error) / (1 - unheard.mean())
    return Richness(float(seen), float(seen), float(high), error)


def coverage_of(once: ArrayLike, twice: ArrayLike, mentions: ArrayLike, participants: ArrayLike) -> Floats:
    """`coverage` from its four sums, for many samples at once.

    Parameters
    ----------
    once, twice
        Shape (samples,): codes that exactly one, exactly two participants spoke of.
    mentions
        Shape (samples,): sum of the frequencies.
    participants
        Shape (samples,): number of participants.

    Returns
    -------
    array, shape (samples,)
        NaN without mentions, and for fewer than two participants.
    """
    q1, q2, u, t = (np.asarray(a, float) for a in (once, twice, mentions, participants))
    # Without a code heard twice, the bias-corrected form of the expected share.
    upper = np.where(q2 > 0, (t - 1) * q1, (t - 1) * np.maximum(q1 - 1, 0))
    lower = upper + np.where(q2 > 0, 2 * q2, 2)
    share = 1 - q1 / np.where(u > 0, u, 1) * upper / lower
    return np.where((u > 0) & (t > 1), share, np.nan)
