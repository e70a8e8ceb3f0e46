"""Themes that go together: across participants, and in the same segments within participants."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats

from peerstudy.statistics.exact2x2 import fisher

Floats = NDArray[np.float64]


def phi(presence: ArrayLike) -> Floats:
    """Correlation of themes across participants: who speaks of one speaks of the other.

    Parameters
    ----------
    presence
        Shape (participants, themes): true where a participant spoke of a theme.

    Returns
    -------
    array, shape (themes, themes)
        NaN for a theme that all or none speak of.

    References
    ----------
    Pearson 1900; Yule 1912 (J R Stat Soc 75:579).

    Examples
    --------
    >>> phi([[1, 1], [1, 1], [0, 0], [0, 1]]).round(3).tolist()
    [[1.0, 0.577], [0.577, 1.0]]
    """
    said = np.asarray(presence, float)
    centred = said - said.mean(0)
    scale = np.sqrt((centred**2).sum(0))
    scale = np.where(scale > 0, scale, np.nan)
    correlation: Floats = centred.T @ centred / np.outer(scale, scale)
    return correlation


def jaccard(presence: ArrayLike) -> Floats:
    """Of the participants who speak of either theme, the share who speak of both.

    Parameters
    ----------
    presence
        Shape (participants, themes).

    Returns
    -------
    array, shape (themes, themes)
        NaN where nobody speaks of either.

    References
    ----------
    Jaccard 1912 (New Phytol 11:37).

    Examples
    --------
    >>> jaccard([[1, 1], [1, 1], [0, 0], [0, 1]]).round(3).tolist()
    [[1.0, 0.667], [0.667, 1.0]]
    """
    said = np.asarray(presence, float)
    both = said.T @ said
    either = np.add.outer(said.sum(0), said.sum(0)) - both
    return np.where(either > 0, both / np.where(either > 0, either, 1.0), np.nan)


def participant_pvalues(presence: ArrayLike) -> Floats:
    """Fisher's exact p-value of each pair of themes across participants.

    Parameters
    ----------
    presence
        Shape (participants, themes).

    Returns
    -------
    array, shape (themes, themes)
        NaN on the diagonal and for a theme that all or none speak of.

    References
    ----------
    Irwin 1935 (Metron 12:83); Fisher 1935 (J R Stat Soc 98:39).
    """
    said = np.asarray(presence).astype(bool)
    themes = said.shape[1]
    pvalues = np.full((themes, themes), np.nan)
    for one, two in pairs(themes):
        speak = said[:, one]
        inside, outside = int(said[speak, two].sum()), int(said[~speak, two].sum())
        if inside + outside < len(said):
            p = fisher(inside, int(speak.sum()), outside, int((~speak).sum())) if inside + outside else np.nan
            pvalues[one, two] = pvalues[two, one] = p
    return pvalues


def segment_pvalues(participant: ArrayLike, codes: ArrayLike) -> tuple[Floats, Floats, Floats]:
    """Segments with both themes, against codes shuffled within each participant.

    Shuffling is carried out exactly: within a participant the shuffled number is hypergeometric, and
    numbers of different participants add. So a pair is not called linked because the same people speak of
    both a lot.

    Parameters
    ----------
    participant
        Shape (segments,): 0, 1, 2, ...
    codes
        Shape (segments, themes): true where a segment has a theme.

    Returns
    -------
    observed, expected, p : arrays, shape (themes, themes)
        Segments with both; the mean under shuffling; the chance of as many or more. NaN on the diagonal of
        `p`, and for a theme in no segment.

    References
    ----------
    Birch 1964 (J R Stat Soc B 26:313), the exact test of association in several 2x2 tables.

    Examples
    --------
    >>> codes = [[1, 1], [1, 1], [0, 0], [0, 0], [0, 1], [1, 0]]
    >>> together, chance, p = segment_pvalues([0, 0, 0, 0, 1, 1], codes)
    >>> together[0, 1], chance[0, 1], p[0, 1].round(4)
    (np.float64(2.0), np.float64(1.5), np.float64(0.5))
    """
    who, coded = np.asarray(participant), np.asarray(codes).astype(float)
    sizes = np.bincount(who)
    sums = np.stack([np.bincount(who, column) for column in coded.T], axis=1).astype(int)
    observed = coded.T @ coded
    expected = (sums / np.maximum(sizes, 1)[:, None]).T @ sums
    pvalues = np.full(observed.shape, np.nan)
    for one, two in pairs(coded.shape[1]):
        if sums[:, one].any() and sums[:, two].any():
            chances = _sum_of_hypergeometrics(sizes, sums[:, one], sums[:, two])
            tail = float(np.minimum(chances[int(observed[one, two]) :].sum(), 1.0))
            pvalues[one, two] = pvalues[two, one] = tail
    return observed, expected, pvalues


def pairs(themes: int) -> list[tuple[int, int]]:
    """Every pair of themes once, in order.

    Examples
    --------
    >>> pairs(3)
    [(0, 1), (0, 2), (1, 2)]
    """
    return [(one, two) for one in range(themes) for two in range(one + 1, themes)]


def _sum_of_hypergeometrics(
    sizes: NDArray[np.int64], one: NDArray[np.int64], two: NDArray[np.int64]
) -> Floats:
    chances = np.ones(1)
    for size, first, second in zip(sizes, one, two, strict=True):
        most = min(first, second)
        if most:
            chances = np.convolve(chances, stats.hypergeom.pmf(np.arange(most + 1), size, first, second))
    return chances
