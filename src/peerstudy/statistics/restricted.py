"""What two proportions are likeliest to be if their difference is given."""

from math import acos, atan2, copysign, cos, pi, sqrt


def variance(x1: int, n1: int, x2: int, n2: int, difference: float) -> float:
    """Variance of x1 / n1 - x2 / n2 where p1 - p2 is so large: of the likeliest such proportions.

    Parameters
    ----------
    x1, n1, x2, n2
        Counts; neither group is empty.
    difference
        Of the proportions, between -1 and 1.

    References
    ----------
    Miettinen & Nurminen 1985 (Stat Med 4:213), appendix I; they inflate it by N / (N - 1).

    Examples
    --------
    >>> round(variance(7, 10, 5, 10, 0.0), 6)
    0.048
    """
    p2 = _p2(x1, n1, x2, n2, difference)
    p1 = min(max(p2 + difference, 0.0), 1.0)
    return p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2


def _p2(x1: int, n1: int, x2: int, n2: int, difference: float) -> float:
    """Maximum likelihood of p2 when p1 = p2 + difference: the root of a cubic, by its closed form."""
    n = n1 + n2
    quadratic = ((n1 + 2 * n2) * difference - n - (x1 + x2)) / n
    linear = ((n2 * difference - n - 2 * x2) * difference + x1 + x2) / n
    constant = x2 * difference * (1 - difference) / n
    q = quadratic**3 / 27 - quadratic * linear / 6 + constant / 2
    p = copysign(sqrt(max(quadratic**2 / 9 - linear / 3, 0.0)), q)
    angle = acos(min(max(q / p**3, -1.0), 1.0)) if p else atan2(0.0, -1.0)
    root = 2 * p * cos((pi + angle) / 3) - quadratic / 3
    return min(max(root, -difference, 0.0), 1.0, 1.0 - difference)
