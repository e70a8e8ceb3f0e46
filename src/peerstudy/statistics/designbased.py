"""Salience corrected for machine error by a random sample of hand codes drawn within every participant.

Arrays hold one entry a segment: `participant` (0, 1, 2, ...), `predicted` (the machine's probability from
models that never saw this participant), `label` (the hand code, 0 or 1; NaN where not drawn), `probability`
(of having been drawn, above 0) and `weight` (1, or the segment's words). Answers hold one entry a
participant, the unit of everything after; whatever error the machine makes, in whichever group, averages out.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

# Predictions are of order 1; a smaller sampling variance of theirs is rounding.
ROUNDING = 1e-20


@dataclass(frozen=True)
class Tuned:
    """Corrected salience, with how much of the machine it used.

    Attributes
    ----------
    salience
        Shape (participants,): share of each participant's talk; NaN for a participant without a hand-coded
        segment.
    tuning
        Shape (participants,): 0 uses hand codes alone, 1 trusts the machine as it stands.
    labels
        Hand-coded segments.
    effective_labels
        How many hand-coded segments would have served as well without a machine; NaN if hand codes never
        differ.
    """

    salience: Floats
    tuning: Floats
    labels: int
    effective_labels: float


def labels_alone(
    participant: ArrayLike, label: ArrayLike, probability: ArrayLike, weight: ArrayLike
) -> Floats:
    """Mean of the hand codes, each weighted by how many segments it stands for.

    Returns
    -------
    array, shape (participants,)
        NaN for a participant without a hand-coded segment.

    Raises
    ------
    ValueError
        If lengths differ, a probability is not in (0, 1], or a label is neither 0, 1 nor NaN.

    References
    ----------
    Hajek 1971, the ratio of two Horvitz-Thompson totals: unbiased for segments of equal weight.

    Examples
    --------
    >>> labels_alone([0, 0, 0, 1], [1, np.nan, 0, 1], [0.5, 0.5, 1, 1], [1, 1, 1, 1]).round(3).tolist()
    [0.667, 1.0]
    """
    who, _, y, chance, size = _segments(participant, np.zeros(np.shape(label)), label, probability, weight)
    drawn = ~np.isnan(y)
    return _mean(who, np.where(drawn, y, 0.0), np.where(drawn, size / chance, 0.0))


def pseudo_outcomes(predicted: ArrayLike, label: ArrayLike, probability: ArrayLike) -> Floats:
    """Machine probabilities, corrected where a hand code is known by its error over the chance of knowing it.

    Returns
    -------
    array, shape (segments,)
        Expected, over the draw, to be the hand code of every segment; a single one may lie outside [0, 1].

    References
    ----------
    Egami, Hinck, Stewart & Wei 2023 (NeurIPS; arXiv 2306.04746), design-based supervised learning.

    Examples
    --------
    >>> pseudo_outcomes([0.2, 0.2], [1, np.nan], [0.5, 0.5]).round(3).tolist()
    [1.8, 0.2]
    """
    guess, y = np.asarray(predicted, float), np.asarray(label, float)
    error = np.where(np.isnan(y), 0.0, np.nan_to_num(y) - guess)
    corrected: Floats = guess + error / np.asarray(probability, float)
    return corrected


def pseudo_salience(
    participant: ArrayLike, predicted: ArrayLike, label: ArrayLike, probability: ArrayLike, weight: ArrayLike
) -> Floats:
    """Mean pseudo-outcome: the design-based estimate that trusts the machine's probabilities as they stand.

    Returns
    -------
    array, shape (participants,)
        NaN for a participant whose segments weigh nothing.

    Raises
    ------
    ValueError
        If lengths differ, a probability is not in (0, 1], or a label is neither 0, 1 nor NaN.

    References
    ----------
    Egami, Hinck, Stewart & Wei 2023 (NeurIPS; arXiv 2306.04746).
    """
    who, guess, y, chance, size = _segments(participant, predicted, label, probability, weight)
    return _mean(who, pseudo_outcomes(guess, y, chance), size)


def tuned(
    participant: ArrayLike, predicted: ArrayLike, label: ArrayLike, probability: ArrayLike, weight: ArrayLike
) -> Tuned:
    """Mean hand code, moved by the machine as far as the machine has earned with the other participants.

    A participant's estimate is the mean label plus lambda times (mean prediction of all segments - mean
    prediction of the labelled ones). Lambda, cut to [0, 1], minimises the sampling variance in all *other*
    participants; it never looks at groups, so participants stay exchangeable.

    Raises
    ------
    ValueError
        If lengths differ, a probability is not in (0, 1], or a label is neither 0, 1 nor NaN.

    References
    ----------
    Egami et al. 2023 (arXiv 2306.04746); Angelopoulos, Duchi & Zrnic 2023 (arXiv 2311.01453) for tuning.

    Examples
    --------
    A machine that is always right leaves no sampling error: every segment counts as labelled.

    >>> truth = np.array([1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 0])
    >>> known = np.where(np.arange(12) % 2 == 0, truth, np.nan)
    >>> found = tuned(np.repeat([0, 1], 6), truth, known, np.full(12, 0.5), np.ones(12))
    >>> found.salience.round(3).tolist(), found.labels, round(found.effective_labels)
    ([0.333, 0.5], 6, 12)
    """
    who, guess, y, chance, size = _segments(participant, predicted, label, probability, weight)
    drawn = ~np.isnan(y)
    code, share = np.where(drawn, y, 0.0), np.where(drawn, size / chance, 0.0)
    mean_label, mean_guess = _mean(who, code, share), _mean(who, guess, share)
    moments = _sampling_moments(who, code - mean_label[who], guess - mean_guess[who], drawn, chance, size)
    of_label, together, of_guess = moments
    earned, spread = together.sum() - together, of_guess.sum() - of_guess
    worth = np.where(spread > ROUNDING, earned / np.maximum(spread, ROUNDING), 0.0)
    tuning = np.clip(worth, 0.0, 1.0)
    left = (of_label - 2 * tuning * together + tuning**2 * of_guess).sum() / _positive(of_label.sum())
    labels, segments = int(drawn.sum()), len(y)
    rest = 1 / labels - 1 / segments if labels else np.nan
    # Where everything is labelled no sampling error is left, by which the machine could be judged.
    effective = 1 / (1 / segments + rest * max(left, 0.0)) if labels < segments else float(labels)
    salience = mean_label + tuning * (_mean(who, guess, size) - mean_guess)
    return Tuned(salience, tuning, labels, float(effective))


def _sampling_moments(
    who: NDArray[np.int64],
    label: Floats,
    guess: Floats,
    drawn: NDArray[np.bool_],
    chance: Floats,
    size: Floats,
) -> tuple[Floats, Floats, Floats]:
    """Each participant's sampling variance of the mean label, covariance, and variance of the mean guess.

    For a simple random sample of m among L these are (1/m - 1/L) times the sample (co)variances.
    """
    people = int(who.max()) + 1
    number = np.bincount(who[drawn], minlength=people)
    total = np.bincount(who, size, people)
    small = number / np.maximum(number - 1, 1) / total**2
    factor = np.where(drawn, (1 - chance) / chance**2 * size**2, 0.0) * small[who]

    def moment(product: Floats) -> Floats:
        return np.bincount(who, factor * np.nan_to_num(product), people).astype(float)

    return moment(label * label), moment(label * guess), moment(guess * guess)


def _mean(who: NDArray[np.int64], values: Floats, weight: Floats) -> Floats:
    people = int(who.max()) + 1
    return np.bincount(who, weight * values, people) / _positive(np.bincount(who, weight, people))


def _positive(total: ArrayLike) -> Floats:
    return np.where(np.asarray(total, float) > 0, total, np.nan)


def _segments(
    participant: ArrayLike, predicted: ArrayLike, label: ArrayLike, probability: ArrayLike, weight: ArrayLike
) -> tuple[NDArray[np.int64], Floats, Floats, Floats, Floats]:
    who = np.asarray(participant)
    guess, y, chance, size = (np.asarray(a, float) for a in (predicted, label, probability, weight))
    problems = []
    if len({len(a) for a in (who, guess, y, chance, size)}) > 1:
        problems.append(f"lengths differ: {[len(a) for a in (who, guess, y, chance, size)]}")
    if np.any((chance <= 0) | (chance > 1)):
        problems.append(
            f"probabilities of being drawn lie in (0, 1], not {chance[(chance <= 0) | (chance > 1)][:5]}"
        )
    if np.any(~np.isnan(y) & (y != 0) & (y != 1)):
        problems.append(f"labels are 0, 1 or NaN, not {y[~np.isnan(y) & (y != 0) & (y != 1)][:5]}")
    if problems:
        raise ValueError("design-based salience: " + "; ".join(problems))
    return who, guess, y, chance, size
