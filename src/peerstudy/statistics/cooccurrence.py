"""Themes that go together: across participants, and in the same segments within participants."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

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
    """Segments with both themes, against one theme moved along the talk of each participant.

    A theme goes on over several segments, so that codes shuffled one by one meet less evenly than themes that
    have nothing to do with each other: of ten such themes in runs of three segments, some pair was called
    linked in .47 of 1,000 simulated studies. Here a participant's codes of one theme are all moved by as many
    segments, round the end, which keeps their runs. That is carried out exactly: every move is as likely,
    and numbers of different participants add. So a pair is not called linked because the same people speak of
    both a lot.

    Parameters
    ----------
    participant
        Shape (segments,): 0, 1, 2, ...
    codes
        Shape (segments, themes): true where a segment has a theme; those of a participant in the order of the
        talk.

    Returns
    -------
    observed, expected, p : arrays, shape (themes, themes)
        Segments with both; the mean over all moves; the chance of as many or more. NaN on the diagonal of
        `p`, and for a theme in no segment.

    References
    ----------
    Lotwick & Silverman 1982 (J R Stat Soc B 44:406), moves round the end, there of points in a plane.

    Examples
    --------
    >>> codes = [[1, 1], [1, 1], [0, 0], [0, 0], [0, 1], [1, 0]]
    >>> together, chance, p = segment_pvalues([0, 0, 0, 0, 1, 1], codes)
    >>> together[0, 1], chance[0, 1], p[0, 1].round(4)
    (np.float64(2.0), np.float64(1.5), np.float64(0.5))
    """
    who, coded = np.asarray(participant, int), np.asarray(codes, float)
    talks = [coded[who == one].T for one in range(who.max(initial=-1) + 1)]
    observed = coded.T @ coded
    expected = np.zeros(observed.shape)
    for own in talks:
        expected += np.outer(own.sum(1), own.sum(1)) / max(own.shape[1], 1)
    waves = [np.fft.rfft(own) for own in talks]
    pvalues = np.full(observed.shape, np.nan)
    for one, two in pairs(coded.shape[1]):
        if coded[:, one].any() and coded[:, two].any():
            chances = np.ones(1)
            for own, wave in zip(talks, waves, strict=True):
                if own[one].any() and own[two].any():
                    chances = np.convolve(chances, _moved(wave[one], wave[two], own.shape[1]))
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


def _moved(one: NDArray[np.complex128], two: NDArray[np.complex128], segments: int) -> Floats:
    """Chance of each number of segments with both, one theme moved by any number of segments."""
    together = np.rint(np.fft.irfft(one * two.conj(), segments)).astype(int)
    return np.bincount(together) / segments
