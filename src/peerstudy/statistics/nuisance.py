"""The worst case over a nuisance proportion: a search of a binomial average for its highest point."""

import numpy as np
from numpy.typing import NDArray
from scipy import special

Floats = NDArray[np.float64]

# A binomial average is a smooth function of its proportion. On the arcsine scale its bumps have a width near
# 1/sqrt(n): so many points per sqrt(n) find the right bump, and the zooms reach its top.
POINTS_PER_ROOT = 60
ZOOMS = 3
ROWS = 512  # searched at once, since every row is zoomed into by itself


def maximum(by_total: Floats, low: float, high: float) -> Floats:
    """Largest value, over proportions in [low, high], of each row averaged over Binomial(n, proportion).

    Parameters
    ----------
    by_total
        Shape (rows, n + 1): a value for each total from 0 to n.
    low, high
        Ends of the range of the proportion.

    Returns
    -------
    array, shape (rows,)

    Examples
    --------
    >>> maximum(np.array([[0.0, 1.0, 0.0]]), 0, 1).round(6).tolist()
    [0.5]
    """
    if len(by_total) > ROWS:
        parts = range(0, len(by_total), ROWS)
        return np.concatenate([maximum(by_total[start : start + ROWS], low, high) for start in parts])
    n = by_total.shape[1] - 1
    first, last = np.arcsin(np.sqrt([low, high]))
    angles = np.linspace(first, last, max(3, round(POINTS_PER_ROOT * np.sqrt(n))))
    step = angles[1] - angles[0]
    values = by_total @ _binomial(n, angles)
    best = angles[values.argmax(axis=1)]
    top: Floats = values.max(axis=1)
    for _ in range(ZOOMS):
        near = np.clip(best[:, None] + step * np.linspace(-1, 1, 9), first, last)
        values = np.einsum("ks,skg->kg", by_total, _binomial(n, near))
        best = np.take_along_axis(near, values.argmax(axis=1)[:, None], axis=1)[:, 0]
        top = np.maximum(top, values.max(axis=1))
        step /= 4
    return top


def _binomial(n: int, angles: Floats) -> Floats:
    proportion = np.sin(angles) ** 2
    total = np.arange(n + 1).reshape(-1, *[1] * angles.ndim)
    logs = special.xlogy(total, proportion) + special.xlog1py(n - total, -proportion)
    pmf: Floats = np.exp(logs + log_comb(n).reshape(total.shape))
    return pmf


def log_comb(n: int) -> Floats:
    """Logarithm of the binomial coefficients of n, shape (n + 1,)."""
    k = np.arange(n + 1)
    logs: Floats = special.gammaln(n + 1) - special.gammaln(k + 1) - special.gammaln(n - k + 1)
    return logs
