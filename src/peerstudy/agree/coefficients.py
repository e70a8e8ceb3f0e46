"""Coefficients of agreement between coders: each is 1 - observed / expected disagreement.

They differ in the disagreement that they expect by chance. `coincidences` are the sums of the codes given
(`coincidences.from_values`), of whatever leading axes, which the answers share. `distance`, shape (K, K),
says how much two codes disagree, 0 to 1 (`agree.distances`; 1 minus the weights of other textbooks). Units
that one coder alone coded tell how often codes are given, and nothing of agreement (Gwet).
"""

import numpy as np
from numpy.typing import NDArray

from peerstudy.agree.coincidences import Coincidences
from peerstudy.agree.disagreement import Disagreement, quotient

Floats = NDArray[np.float64]


def raw(coincidences: Coincidences, distance: Floats) -> Disagreement:
    """Agreement as it stands: pairs of coders of a unit that agree, averaged over units.

    References
    ----------
    Fleiss 1971 (Psychol Bull 76:378), its observed agreement; skipped units and weights: Gwet 2014.
    """
    observed = _observed(coincidences, distance)
    return Disagreement(observed, np.ones_like(observed))


def specific(coincidences: Coincidences, category: int) -> Disagreement:
    """Agreement on one category: how often a code of it is met by the same code of another coder.

    With categories (absent, present), 1 is positive and 0 is negative agreement.

    Parameters
    ----------
    coincidences
        Sums of the codes given.
    category
        Its number, from 0.

    References
    ----------
    Cicchetti & Feinstein 1990 (J Clin Epidemiol 43:551).
    """
    pairs = coincidences.pairs.sum(axis=-3)[..., category, :]
    given = pairs.sum(axis=-1)
    return Disagreement(quotient(given - pairs[..., category], given), quotient(given, given))


def cohen(coincidences: Coincidences, distance: Floats) -> Disagreement:
    """Cohen's kappa of two coders, on the units that both coded; undefined for any other number of coders.

    References
    ----------
    Cohen 1960 (Educ Psychol Meas 20:37).

    Examples
    --------
    >>> from peerstudy.agree import distances
    >>> from peerstudy.agree.coincidences import from_values
    >>> table = np.repeat([[1, 1], [1, 0], [0, 1], [0, 0]], [20, 5, 10, 15], axis=0)
    >>> round(float(cohen(from_values(table).whole(), distances.nominal(2)).estimate), 6)
    0.4
    """
    if coincidences.votes.shape[-2] != 2:
        nothing = np.full(coincidences.units.shape[:-1], np.nan)
        return Disagreement(nothing, nothing)
    both = coincidences.votes[..., 2, :, :]
    return Disagreement(_observed(coincidences, distance), _between_coders(both, distance))


def conger(coincidences: Coincidences, distance: Floats) -> Disagreement:
    """Conger's kappa: Cohen's, averaged over every two of several coders who may skip units.

    References
    ----------
    Conger 1980 (Psychol Bull 88:322); skipped units and weights: Gwet 2014.
    """
    everything = coincidences.votes.sum(axis=-3)
    return Disagreement(_observed(coincidences, distance), _between_coders(everything, distance))


def fleiss(coincidences: Coincidences, distance: Floats) -> Disagreement:
    """Fleiss' kappa; with two coders Scott's pi.

    References
    ----------
    Fleiss 1971 (Psychol Bull 76:378); skipped units and weights: Gwet 2014.
    """
    share = _shares(coincidences)
    expected = np.einsum("...k,kl,...l->...", share, distance, share)
    return Disagreement(_observed(coincidences, distance), np.asarray(expected))


def brennan_prediger(coincidences: Coincidences, distance: Floats) -> Disagreement:
    """Brennan and Prediger's kappa: by chance every category is as likely as the other.

    References
    ----------
    Brennan & Prediger 1981 (Educ Psychol Meas 41:687).
    """
    observed = _observed(coincidences, distance)
    return Disagreement(observed, np.full_like(observed, distance.mean()))


def pabak(coincidences: Coincidences, distance: Floats) -> Disagreement:
    """Prevalence- and bias-adjusted kappa of two coders and two categories: 2 x raw agreement - 1.

    Undefined for any other number of coders or categories: see `brennan_prediger`.

    References
    ----------
    Byrt, Bishop & Carlin 1993 (J Clin Epidemiol 46:423).
    """
    observed, expected = brennan_prediger(coincidences, distance)
    if coincidences.votes.shape[-2] != 2 or len(distance) != 2:
        expected = np.full_like(expected, np.nan)
    return Disagreement(observed, expected)


def gwet(coincidences: Coincidences, distance: Floats) -> Disagreement:
    """Gwet's AC1 (nominal distance) and AC2 (any other).

    References
    ----------
    Gwet 2008 (Br J Math Stat Psychol 61:29); of other distances, and of skipped units: Gwet 2014.
    """
    share = _shares(coincidences)
    n = share.shape[-1]
    guesses = quotient((share * (1 - share)).sum(axis=-1), np.array(n * (n - 1.0)))
    return Disagreement(_observed(coincidences, distance), 1 - (1 - distance).sum() * guesses)


def _observed(coincidences: Coincidences, distance: Floats) -> Floats:
    """Disagreement of the pairs of coders of a unit, averaged over the units that two or more coded."""
    coders = np.arange(coincidences.units.shape[-1])
    number = coders * (coders - 1.0)
    share = np.where(number > 0, 1 / np.maximum(number, 1), 0)
    disagreement = np.einsum("m,...mkl,kl->...", share, coincidences.pairs, distance)
    return quotient(disagreement, coincidences.units[..., 2:].sum(axis=-1))


def _shares(coincidences: Coincidences) -> Floats:
    """How common each category is, every unit with the same weight; shape (..., K)."""
    coders = np.arange(coincidences.units.shape[-1])
    share = np.where(coders > 0, 1 / np.maximum(coders, 1), 0)
    given = np.einsum("m,...mgk->...k", share, coincidences.votes)
    return quotient(given, coincidences.units[..., 1:].sum(axis=-1, keepdims=True))


def _between_coders(votes: Floats, distance: Floats) -> Floats:
    """Disagreement to expect between two different coders who keep to their habits, averaged over pairs."""
    total = votes.sum(axis=-1, keepdims=True)
    habit = np.divide(votes, total, out=np.zeros_like(votes), where=total > 0)
    coders = (total > 0).sum(axis=(-2, -1))
    everyone = habit.sum(axis=-2)
    with_self = np.einsum("...gk,kl,...gl->...", habit, distance, habit)
    between = np.einsum("...k,kl,...l->...", everyone, distance, everyone) - with_self
    return quotient(between, coders * (coders - 1.0))
