"""Who talks longer mentions more: presence as it would be if everyone had said equally much."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

Floats = NDArray[np.float64]


def rarefied_presence(coded: ArrayLike, total: ArrayLike, *, segments: int, least: int = 1) -> Floats:
    """Chance that a theme is heard in `segments` of a participant's segments, drawn at random.

    Parameters
    ----------
    coded, total
        Shape (participants,): segments with the theme, and all segments.
    segments
        How many segments of everyone are listened to, such as the fewest that anyone has.
    least
        Mentions from which it counts as heard; no more than `segments`.

    Returns
    -------
    array, shape (participants,)
        1 - C(total - coded, segments) / C(total, segments) for one mention, by the hypergeometric
        distribution for more; NaN for who has fewer segments.

    Raises
    ------
    ValueError
        If `segments` is below 1, or a count is negative or above its total.

    References
    ----------
    Hurlbert 1971 (Ecology 52:577).

    Examples
    --------
    >>> rarefied_presence([0, 1, 5, 1], [20, 20, 20, 8], segments=10).round(3).tolist()
    [0.0, 0.5, 0.984, nan]
    >>> rarefied_presence([1, 2, 5], [20, 20, 20], segments=10, least=2).round(3).tolist()
    [0.0, 0.237, 0.848]
    """
    k, n = np.asarray(coded, float), np.asarray(total, float)
    if segments < 1:
        raise ValueError(f"rarefied presence needs at least one segment of everyone, not {segments}")
    wrong = np.flatnonzero((k < 0) | (k > n))
    if wrong.size:
        raise ValueError(
            f"coded segments lie between 0 and all segments; not so for participants {wrong[:5]}"
        )
    enough = n >= segments
    silent = np.zeros(len(n))
    for few in range(least):
        possible = enough & (k >= few) & (n - k >= segments - few)
        own, rest, every = k[possible], (n - k)[possible], n[possible]
        silent[possible] += np.exp(
            _log_comb(own, few) + _log_comb(rest, segments - few) - _log_comb(every, segments)
        )
    silent[k < least] = 1.0  # to the last digit, so that those who are alike stay so
    return np.where(enough, 1 - silent, np.nan)


def _log_comb(n: Floats, k: int) -> Floats:
    logs: Floats = special.gammaln(n + 1) - special.gammaln(k + 1) - special.gammaln(n - k + 1)
    return logs
