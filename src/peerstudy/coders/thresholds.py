"""From which probability a theme counts as coded."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def best(probabilities: Floats, labels: Floats) -> float:
    """The threshold with the largest kappa between coder and hand codes.

    Parameters
    ----------
    probabilities, labels
        Of each segment, labels 0 to 1; the segments must not be those that are judged with it.

    Returns
    -------
    float
        Half-way between two probabilities that occur; a segment at or above it is coded. 1.5, which
        nothing reaches, where no threshold does better than chance.

    Examples
    --------
    >>> round(best(np.array([0.1, 0.2, 0.6, 0.7]), np.array([0.0, 0.0, 1.0, 1.0])), 3)
    0.4
    """
    order = np.argsort(-probabilities, kind="stable")
    ranked, label = probabilities[order], labels[order]
    coded = np.arange(1, len(label) + 1)
    kappas = kappa(np.cumsum(label), coded, label.sum(), len(label))
    last_of_ties = np.append(ranked[1:] < ranked[:-1], True)
    kappas = np.where(last_of_ties, kappas, -1.0)
    at = int(np.argmax(kappas))
    if kappas[at] <= 0:
        return 1.5
    below = ranked[at + 1] if at + 1 < len(ranked) else 0.0
    return float((ranked[at] + below) / 2)


def expected(probabilities: Floats) -> float:
    """The threshold with the largest kappa that calibrated probabilities lead one to expect.

    It hangs on all segments by way of the curve, not on the few hand codes near the threshold, so it is
    steadier than `best` where a theme is rare or little is coded.

    Parameters
    ----------
    probabilities
        Of each segment, calibrated.

    Returns
    -------
    float
        As of `best`.

    Examples
    --------
    >>> round(expected(np.array([0.1, 0.2, 0.6, 0.7])), 3)
    0.4
    """
    return best(probabilities, probabilities)


def kappa(both: npt.ArrayLike, coded: npt.ArrayLike, true: npt.ArrayLike, n: npt.ArrayLike) -> Floats:
    """Cohen's kappa of a theme from counts; NaN where it is undefined.

    Parameters
    ----------
    both, coded, true, n
        Segments that coder and hand code, that the coder codes, that the hand codes, and all: numbers, or
        arrays that fit each other, such as of shape (themes,).

    Examples
    --------
    >>> round(float(kappa(20, 25, 30, 50)), 6)
    0.4

    References
    ----------
    Cohen 1960 (Educ Psychol Meas 20:37).
    """
    both, coded, true, n = (np.asarray(value, dtype=float) for value in (both, coded, true, n))
    with np.errstate(invalid="ignore", divide="ignore"):
        observed = (n - coded - true + 2 * both) / n
        expected = (coded * true + (n - coded) * (n - true)) / n**2
        return np.asarray(np.where(expected < 1, (observed - expected) / (1 - expected), np.nan))
