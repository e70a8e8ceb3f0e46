"""What a study of this size could have shown."""

from math import nan

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

from peerstudy.statistics.exact2x2 import rejection

Floats = NDArray[np.float64]

# Power may dip by a hair as a proportion grows, so the last proportion below the wanted power is looked for.
STEPS = 200


def detectable(pvalues: Floats, base: float, *, alpha: float, power: float) -> float:
    """Smallest proportion of the first group, above `base` in the second, found with the wanted power.

    Parameters
    ----------
    pvalues
        Shape (n1 + 1, n2 + 1): the p-value of every outcome, from `exact2x2.all_pvalues`.
    base
        Proportion of the second group.
    alpha
        A p-value up to this finds a difference.
    power
        Wanted chance of finding it.

    Returns
    -------
    float
        NaN if not even 100% in the first group would be found so often.

    Raises
    ------
    ValueError
        If `base` or `power` is not between 0 and 1.

    Examples
    --------
    >>> from peerstudy.statistics.exact2x2 import all_pvalues
    >>> round(detectable(all_pvalues(12, 26, gamma=0), 0.2, alpha=0.05, power=0.8), 2)
    0.66
    """
    if not (0 <= base <= 1 and 0 < power < 1):
        raise ValueError(f"a base rate and a power lie between 0 and 1, not {base} and {power}")

    def missing(proportion: float) -> float:
        return rejection(pvalues, proportion, base, alpha=alpha) - power

    steps = np.linspace(base, 1, STEPS)
    short = [step for step in steps if missing(step) < 0]
    if not short:
        return base
    if short[-1] == steps[-1]:
        return nan
    return float(optimize.brentq(missing, short[-1], steps[np.searchsorted(steps, short[-1]) + 1]))
