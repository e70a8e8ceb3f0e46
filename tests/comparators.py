"""Closed forms of intervals that others use and this package does not, to set beside its own."""

from math import exp, inf, log, sqrt

from scipy import optimize, stats

from peerstudy.statistics import proportions

Z = stats.norm.ppf(0.975)


def wald(x1, n1, x2, n2, *, continuity=False):
    """Difference of proportions; with Yates's correction if asked."""
    p1, p2 = x1 / n1, x2 / n2
    half = Z * sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) + continuity * (1 / n1 + 1 / n2) / 2
    return p1 - p2 - half, p1 - p2 + half


def katz(x1, n1, x2, n2):
    """Ratio of proportions, normal on the log scale (Katz 1978)."""
    found = stats.contingency.relative_risk(x1, n1, x2, n2).confidence_interval(0.95)
    return found.low, found.high


def price_bonett(x1, n1, x2, n2):
    """Ratio of proportions, shrunk (Price & Bonett 2008)."""
    middle = log((x1 + 0.25) / (n1 + 1.75)) - log((x2 + 0.25) / (n2 + 1.75))
    parts = [1 / (x + 0.25 + (x + 0.25) ** 2 / (n - x + 1.5)) for x, n in ((x1, n1), (x2, n2))]
    return exp(middle - Z * sqrt(sum(parts))), exp(middle + Z * sqrt(sum(parts)))


def newcombe_ratio(x1, n1, x2, n2):
    """Ratio of proportions from the distances to the two Wilson limits (MOVER, Donner & Zou 2012)."""
    one, two = proportions.wilson(x1, n1, level=0.95), proportions.wilson(x2, n2, level=0.95)

    def limit(own, other, sign):
        p, q = one.estimate, two.estimate
        under = (p * q) ** 2 - own * other * (2 * p - own) * (2 * q - other)
        return (p * q + sign * sqrt(under)) / (other * (2 * q - other))

    return limit(one.low, two.high, -1), limit(one.high, two.low, 1)


def exact_mid_p_odds(x1, n1, x2, n2):
    """Odds ratio whose conditional tails, the table seen counted half, are 2.5 % (Cornfield 1956)."""

    def tail(log_odds):
        cell = stats.nchypergeom_fisher(n1 + n2, n1, x1 + x2, exp(log_odds))
        return cell.sf(x1) + cell.pmf(x1) / 2

    return tuple(exp(optimize.brentq(lambda t, a=a: tail(t) - a, -10, 10)) for a in (0.025, 0.975))


def gart_nam(x1, n1, x2, n2, *, skewness):
    """Score interval of the difference, corrected for skewness if asked (Gart & Nam 1990)."""
    observed = x1 / n1 - x2 / n2

    def score(difference):
        def unlikely(q):
            return -stats.binom.logpmf(x1, n1, q + difference) - stats.binom.logpmf(x2, n2, q)

        bounds = (max(0, -difference), min(1, 1 - difference))
        q = optimize.minimize_scalar(unlikely, bounds=bounds, method="bounded", options={"xatol": 1e-10}).x
        p = q + difference
        variance = p * (1 - p) / n1 + q * (1 - q) / n2
        third = p * (1 - p) * (1 - 2 * p) / n1**2 - q * (1 - q) * (1 - 2 * q) / n2**2
        z = (observed - difference) / sqrt(variance)
        return z - skewness * third / (6 * variance**1.5) * (z**2 - 1)

    low = optimize.brentq(lambda d: score(d) - Z, observed - 0.5, observed)
    return low, optimize.brentq(lambda d: score(d) + Z, observed, observed + 0.5)


def rounded(limits, places):
    """Limits to the printed digits."""
    return tuple(round(float(value), places) if abs(value) < inf else value for value in limits)
