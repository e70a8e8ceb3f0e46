"""Two groups of participants, each with coded segments out of all their segments: a beta-binomial comparison.

Participants of a group differ around its mean; `icc` says by how much, in common for both groups. The
likelihood ratio leans on that model, so its p-value can be calibrated by reassigning participants:
`likelihood_ratio` takes many assignments at once.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import optimize, special, stats

Floats = NDArray[np.float64]

# Profile grid of `likelihood_ratio`: means by their logit around the pooled one, dispersions by their
# logarithm. With a parabola through the best point and its neighbours the statistic is right to about 0.02.
MEANS = np.linspace(-7.0, 5.0, 145)
DISPERSIONS = np.linspace(-7.0, 1.0, 49)


@dataclass(frozen=True)
class BetaBinomial:
    """Maximum likelihood of two groups; the likelihood ratio of equal means and its chi-squared p."""

    mean_first: float
    mean_second: float
    icc: float
    statistic: float
    p: float


def two_groups(coded: ArrayLike, total: ArrayLike, first: ArrayLike) -> BetaBinomial:
    """Fit both groups' means with one intraclass correlation, and test that the means are equal.

    Parameters
    ----------
    coded, total
        Shape (participants,): segments with the theme, and all segments; who has none is left out.
    first
        Shape (participants,): true for the first group.

    Returns
    -------
    BetaBinomial
        NaN throughout if a group is empty, or if no segment or every segment is coded.

    Raises
    ------
    ValueError
        If a count is negative or above its total.

    References
    ----------
    Williams 1975 (Biometrics 31:949); Crowder 1978 (J R Stat Soc C 27:34).

    Examples
    --------
    >>> found = two_groups([3, 0, 2, 9, 12, 6], [20, 15, 18, 30, 25, 20], [1, 1, 1, 0, 0, 0])
    >>> round(found.mean_first, 3), round(found.mean_second, 3), round(found.statistic, 2)
    (0.094, 0.36, 8.2)
    """
    k, n, inside = _counts(coded, total, first)
    if not (inside.any() and not inside.all() and 0 < k.sum() < n.sum()):
        return BetaBinomial(*[np.nan] * 5)

    def lost(parameters: Floats, groups: NDArray[np.int64]) -> float:
        means, log_dispersion = special.expit(parameters[:-1]), parameters[-1]
        return -float(_log_likelihood(k, n, means[groups], np.exp(log_dispersion)).sum())

    def fit(groups: NDArray[np.int64]) -> optimize.OptimizeResult:
        rates = np.bincount(groups, k + 0.5) / np.bincount(groups, n + 1.0)
        bounds = [(-15.0, 15.0)] * len(rates) + [(-10.0, 4.0)]
        starts = [np.append(special.logit(rates), dispersion) for dispersion in (-5.0, -2.0, 0.0)]
        fits = [optimize.minimize(lost, start, (groups,), "L-BFGS-B", bounds=bounds) for start in starts]
        return min(fits, key=lambda found: found.fun)

    together, apart = fit(np.zeros(len(k), dtype=int)), fit(1 - inside.astype(int))
    statistic = max(2 * float(together.fun - apart.fun), 0.0)
    means = special.expit(apart.x[:2])
    p = float(stats.chi2.sf(statistic, 1))
    return BetaBinomial(float(means[0]), float(means[1]), float(special.expit(apart.x[2])), statistic, p)


def likelihood_ratio(coded: ArrayLike, total: ArrayLike, first: ArrayLike) -> Floats:
    """Likelihood ratio statistic of `two_groups` under many assignments, from one profile grid.

    Parameters
    ----------
    coded, total
        Shape (participants,): segments with the theme, and all segments.
    first
        Shape (assignments, participants): true for the first group. The assignment seen goes through this
        same function, so that it is compared with its like.

    Returns
    -------
    array, shape (assignments,)
        NaN if no segment or every segment is coded; infinite where an assignment leaves a group empty.

    Raises
    ------
    ValueError
        If a count is negative or above its total.

    References
    ----------
    Williams 1975; Crowder 1978: the model of `two_groups`.
    """
    k, n, inside = _counts(coded, total, first)
    if not 0 < k.sum() < n.sum():
        return np.full(len(inside), np.nan)
    means = special.expit(special.logit(k.sum() / n.sum()) + MEANS)
    chosen = inside.astype(float)
    together, apart = [], []
    for dispersion in np.exp(DISPERSIONS):
        table = _log_likelihood(k[:, None], n[:, None], means[None, :], dispersion)
        everyone, ours = table.sum(0), chosen @ table
        together.append(_top(everyone[None, :]))
        apart.append(_top(ours) + _top(everyone - ours))
    ratio = 2 * (_top(np.array(apart).T) - _top(np.array(together).T))
    empty = (inside.sum(1) == 0) | (inside.sum(1) == len(k))
    return np.where(empty, np.inf, np.maximum(ratio, 0.0))


def _counts(coded: ArrayLike, total: ArrayLike, first: ArrayLike) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    k, n, inside = np.asarray(coded, float), np.asarray(total, float), np.asarray(first).astype(bool)
    wrong = np.flatnonzero((k < 0) | (k > n))
    if wrong.size:
        shown = ", ".join(f"{k[i]:g} of {n[i]:g} (participant {i})" for i in wrong[:5])
        raise ValueError(f"coded segments lie between 0 and all segments, not {shown}")
    spoke = n > 0
    return k[spoke], n[spoke], inside[..., spoke]


def _log_likelihood(k: Floats, n: Floats, mean: Floats, dispersion: float) -> Floats:
    """Beta-binomial log-likelihood without the binomial coefficient; dispersion is icc / (1 - icc)."""
    a, b = mean / dispersion, (1 - mean) / dispersion
    likelihood: Floats = special.betaln(k + a, n - k + b) - special.betaln(a, b)
    return likelihood


def _top(heights: Floats) -> Floats:
    """Largest value of each row, by the parabola through the best grid point and its neighbours."""
    best = heights.argmax(1)
    row = np.arange(len(heights))
    middle: Floats = heights[row, best]
    left = heights[row, np.maximum(best - 1, 0)]
    right = heights[row, np.minimum(best + 1, heights.shape[1] - 1)]
    bend = 2 * middle - left - right
    inner = (best > 0) & (best < heights.shape[1] - 1) & (bend > 0)
    return middle + np.where(inner, (left - right) ** 2 / (8 * np.where(inner, bend, 1.0)), 0.0)
