"""A Gaussian kernel as features: segments are alike that are near to the same few of them."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

LEAST = 1e-6  # of the largest eigenvalue; smaller ones are noise


class Kernel:
    """Features whose products are about exp(-gamma * squared distance) (Nystroem's method).

    Parameters
    ----------
    points
        Landmarks, n x dimensions.
    gamma
        How fast likeness falls with distance.

    Examples
    --------
    >>> kernel = Kernel(np.array([[0.0], [1.0]]), gamma=1.0)
    >>> made = kernel.features(np.array([[0.0], [1.0]]))
    >>> (made @ made.T).round(3).tolist()
    [[1.0, 0.368], [0.368, 1.0]]

    References
    ----------
    Williams & Seeger 2001 (NIPS 13).
    """

    def __init__(self, points: Floats, *, gamma: float):
        self._points, self._gamma = points, gamma
        values, vectors = np.linalg.eigh(self._near(points))
        kept = values > LEAST * values[-1]
        self._turn = vectors[:, kept] / np.sqrt(values[kept])

    def features(self, rows: Floats) -> Floats:
        """Rows x features, from rows x dimensions."""
        return np.asarray(self._near(rows) @ self._turn)

    def _near(self, rows: Floats) -> Floats:
        squares = (rows**2).sum(axis=1)[:, None] + (self._points**2).sum(axis=1) - 2 * rows @ self._points.T
        return np.asarray(np.exp(-self._gamma * np.maximum(squares, 0)))
