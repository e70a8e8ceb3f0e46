"""Simple random draws whose chances are known and whose outcome anybody can draw again."""

import hashlib
import math

import numpy as np
from numpy.typing import NDArray


def size(units: int, *, least: int, share: float) -> int:
    """How many of so many units are drawn: a share of them, but at least `least`, and never more than all.

    >>> [size(units, least=4, share=0.1) for units in (3, 10, 80)]
    [3, 4, 8]
    """
    return min(units, max(least, math.ceil(share * units)))


def draw(units: int, number: int, *, seed: int, stratum: str) -> NDArray[np.bool_]:
    """Which units of a stratum are drawn, without replacement, each with chance number / units.

    The stratum's name is part of the seed, so that no stratum's draw depends on another's.

    Returns
    -------
    array, shape (units,)

    >>> draw(5, 2, seed=1, stratum="P01").tolist() == draw(5, 2, seed=1, stratum="P01").tolist()
    True
    """
    name = int.from_bytes(hashlib.sha256(stratum.encode()).digest()[:8], "big")
    drawn = np.zeros(units, dtype=bool)
    drawn[np.random.default_rng([seed, name]).choice(units, number, replace=False)] = True
    return drawn
