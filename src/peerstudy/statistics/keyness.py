"""Words that tell groups apart, with the participant as the unit.

Corpus statistics treat every word as an independent draw and call a quarter of the vocabulary key between
random groups; they stand here as references. `counts` is participants x terms, `words` the
number of words of each participant. References on counts of groups take `first` and `second`, shape (terms,):
how often each term is said in each group, of `words_first` and `words_second` in all; so is their answer.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats

from peerstudy.statistics.permutation import TIE
from peerstudy.statistics.studentised import welch

Floats = NDArray[np.float64]

# Terms whose permuted statistics are held in memory at once.
BLOCK = 256


@dataclass(frozen=True)
class Keyness:
    """Comparison of participants' rates, shape (terms,) each; NaN where a term does not vary.

    Attributes
    ----------
    rate_first, rate_second
        Mean of the participants' rates a word, in each group.
    statistic
        Welch's t of the rates.
    p, p_adjusted
        By reassigning participants: of the term alone, and by step-down maxT over all terms.
    p_ranks
        Mann-Whitney test of the rates.
    """

    rate_first: Floats
    rate_second: Floats
    statistic: Floats
    p: Floats
    p_adjusted: Floats
    p_ranks: Floats


def by_participant(counts: ArrayLike, words: ArrayLike, first: ArrayLike, permuted: ArrayLike) -> Keyness:
    """Compare each term's rate between groups, every participant counting once.

    Parameters
    ----------
    counts
        Shape (participants, terms).
    words
        Shape (participants,), above 0.
    first
        Shape (participants,): true for the first group.
    permuted
        Shape (assignments, participants): the reassigned `first`.

    Raises
    ------
    ValueError
        If a participant has no words, or the arrays differ in their number of participants.

    References
    ----------
    Lijffijt et al. 2016 (Digit Scholarsh Humanit 31:374); Westfall & Young 1993 for maxT.
    """
    length = np.asarray(words, float)
    if np.any(length <= 0):
        raise ValueError(f"participants without words have no rates: rows {np.flatnonzero(length <= 0)[:5]}")
    rates = np.asarray(counts, float) / length[:, None]
    inside = np.asarray(first).astype(bool)
    statistic = welch(rates, inside)
    p, adjusted = _permuted(rates, statistic, np.asarray(permuted))
    ranks = stats.mannwhitneyu(rates[inside], rates[~inside], axis=0, method="asymptotic").pvalue
    means = rates[inside].mean(0), rates[~inside].mean(0)
    return Keyness(*means, statistic, p, adjusted, np.where(np.isnan(statistic), np.nan, ranks))


def log_odds(first: ArrayLike, second: ArrayLike, prior: ArrayLike) -> tuple[Floats, Floats]:
    """Monroe's weighted log-odds ratio of each term, and its z: a reference, of words and not of people.

    Parameters
    ----------
    first, second
        Shape (terms,): counts of every term of the vocabulary in each group.
    prior
        Shape (terms,): pseudo-counts above 0, such as the whole corpus scaled down.

    Raises
    ------
    ValueError
        If a pseudo-count is not above 0.

    References
    ----------
    Monroe, Colaresi & Quinn 2008 (Polit Anal 16:372), equations 16 and 22.

    Examples
    --------
    >>> delta, z = log_odds([30, 5, 0, 65], [10, 5, 4, 81], [4, 1, 0.5, 14.5])
    >>> delta.round(6).tolist(), z.round(6).tolist()
    ([1.096395, 0.0, -2.23127, -0.685998], [3.452629, 0.0, -1.496782, -4.518446])
    """
    one, two, alpha = (np.asarray(a, float) for a in (first, second, prior))
    if np.any(alpha <= 0):
        raise ValueError("pseudo-counts of a prior lie above 0")
    one, two = one + alpha, two + alpha
    delta = np.log(one / (one.sum() - one)) - np.log(two / (two.sum() - two))
    return delta, delta / np.sqrt(1 / one + 1 / two)


def log_likelihood(first: ArrayLike, second: ArrayLike, words_first: float, words_second: float) -> Floats:
    """Rayson's log-likelihood of each term from its two counts: a reference, far too ready to call words key.

    References
    ----------
    Rayson & Garside 2000 (Proc. Workshop on Comparing Corpora, 1).

    Examples
    --------
    >>> round(float(log_likelihood(7, 2, 10, 9)), 6), round(float(log_likelihood(120, 60, 1e5, 1e5)), 6)
    (2.4401, 20.387884)
    """
    one, two = np.asarray(first, float), np.asarray(second, float)
    rate = (one + two) / (words_first + words_second)
    return 2 * (_surprise(one, words_first * rate) + _surprise(two, words_second * rate))


def g_squared(first: ArrayLike, second: ArrayLike, words_first: float, words_second: float) -> Floats:
    """Likelihood ratio of each term from the full 2x2 table: a reference.

    References
    ----------
    Dunning 1993 (Comput Linguist 19:61). Example: quanteda's keyness test.

    Examples
    --------
    >>> round(float(g_squared(7, 2, 10, 9)), 6)
    4.534939
    """
    one, two = np.asarray(first, float), np.asarray(second, float)
    rate = (one + two) / (words_first + words_second)
    rest = _surprise(words_first - one, words_first * (1 - rate))
    rest = rest + _surprise(words_second - two, words_second * (1 - rate))
    return log_likelihood(one, two, words_first, words_second) + 2 * rest


def chi_squared(first: ArrayLike, second: ArrayLike, words_first: float, words_second: float) -> Floats:
    """Pearson's chi-squared of each term, without continuity correction: a reference.

    Returns
    -------
    array, shape (terms,)
        NaN for a term that nobody uses or that is every word, and where a group has no words.

    References
    ----------
    Pearson 1900 (Philos Mag 50:157).

    Examples
    --------
    >>> round(float(chi_squared(7, 2, 10, 9)), 6)
    4.33716
    """
    one, two = np.asarray(first, float), np.asarray(second, float)
    total, used = words_first + words_second, one + two
    spread = words_first * words_second * used * (total - used)
    cross = one * (words_second - two) - two * (words_first - one)
    chi: Floats = np.where(spread > 0, total * cross**2 / np.where(spread > 0, spread, 1.0), np.nan)
    return chi


def _surprise(observed: Floats, expected: Floats) -> Floats:
    positive = observed > 0
    ratio = np.where(positive, observed, 1.0) / np.where(positive, expected, 1.0)
    surprise: Floats = np.where(positive, observed * np.log(ratio), 0.0)
    return surprise


def _permuted(rates: Floats, observed: Floats, permuted: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Raw and step-down maxT p-values, a block of terms at a time from the least to the most extreme."""
    tested = np.flatnonzero(np.isfinite(observed))
    order = tested[np.argsort(np.abs(observed[tested]), kind="stable")]
    raw, adjusted = np.full(len(observed), np.nan), np.full(len(observed), np.nan)
    running = np.zeros(len(permuted))
    for start in range(0, len(order), BLOCK):
        block = order[start : start + BLOCK]
        statistic = np.abs(welch(rates[:, block], permuted))
        limit = np.abs(observed[block]) * TIE
        raw[block] = ((statistic >= limit).sum(0) + 1) / (len(permuted) + 1)
        maxima = np.maximum(np.maximum.accumulate(statistic, axis=1), running[:, None])
        adjusted[block] = ((maxima >= limit).sum(0) + 1) / (len(permuted) + 1)
        running = maxima[:, -1]
    adjusted[order[::-1]] = np.maximum.accumulate(adjusted[order[::-1]])
    return raw, adjusted
