"""A Gaussian kernel as features: segments are alike that are near to the same others."""

import numpy as np
import numpy.typing as npt
from scipy.linalg import solve_triangular

Floats = npt.NDArray[np.float64]

LEAST = 1e-6  # added to a point's likeness to itself: two points may be the same


class Kernel:
    """Features whose products are about exp(-gamma * squared distance) (Nystroem's method).

    Parameters
    ----------
    points
        Landmarks, n x dimensions. Between them the products are exact to one in a million.
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
        self._root = np.linalg.cholesky(self._near(points) + LEAST * np.eye(len(points)))

    def features(self, rows: Floats) -> Floats:
        """Rows x features, from rows x dimensions."""
        return np.asarray(solve_triangular(self._root, self._near(rows).T, lower=True, overwrite_b=True).T)

    def _near(self, rows: Floats) -> Floats:
        near = rows @ self._points.T  # worked on in place: it is the largest array of a long study
        near *= -2
        near += (rows**2).sum(axis=1)[:, None]
        near += (self._points**2).sum(axis=1)
        np.maximum(near, 0, out=near)
        near *= -self._gamma
        return np.asarray(np.exp(near, out=near))
