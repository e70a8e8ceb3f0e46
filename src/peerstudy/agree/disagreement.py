"""What all coefficients of agreement share: 1 - observed / expected disagreement."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Disagreement(NamedTuple):
    """The two sides of a coefficient; shape (...) as the sums that they come from."""

    observed: Floats
    expected: Floats

    @property
    def estimate(self) -> Floats:
        """The coefficient: NaN where no disagreement could be expected, or nothing was compared.

        Examples
        --------
        >>> Disagreement(np.array([0.1, 0.0]), np.array([0.4, 0.0])).estimate
        array([0.75,  nan])
        """
        return np.asarray(1 - quotient(self.observed, self.expected))


def quotient(part: Floats, whole: Floats) -> Floats:
    """`part` / `whole`, NaN where `whole` is not above 0.

    Parameters
    ----------
    part, whole
        Of one shape, or of shapes that numpy broadcasts to one, which the answer has.
    """
    total = np.asarray(whole, dtype=np.float64)
    result = np.full(np.broadcast_shapes(np.shape(part), total.shape), np.nan)
    np.divide(part, total, out=result, where=total > 0)
    return result
