"""Accumulation and the stopping rule: by hand, against exact expectation, and how early the rule stops."""

import numpy as np
import pytest
from scipy import special

from peerstudy.statistics import accumulation

RNG = np.random.default_rng(1)
SAID = RNG.random((20, 15)) < RNG.beta(0.8, 4, 15)


def accumulate(incidence, **changed):
    return accumulation.accumulation(incidence, **({"orders": 999, "level": 0.95, "seed": 1} | changed))


def test_new_and_total_in_true_order():
    """What each interview adds is what nobody said before."""
    heard = accumulate(SAID)
    seen = set()
    for row, new, total in zip(SAID, heard.new, heard.total, strict=True):
        fresh = set(np.flatnonzero(row)) - seen
        seen |= fresh
        assert (new, total) == (len(fresh), len(seen))


def test_band_surrounds_the_exact_expectation():
    """The band holds the mean over all orders, which has a closed form, and closes where all are heard."""
    heard = accumulate(SAID)
    q = SAID.sum(0)
    expected = [np.sum(1 - special.comb(20 - q, t) / special.comb(20, t)) for t in range(1, 21)]

    assert np.all((heard.low <= expected) & (expected <= heard.high + 1e-9))
    assert heard.low[-1] == heard.high[-1] == heard.total[-1] == SAID.any(0).sum()


def test_order_moves_the_curve_and_not_the_band():
    """Interviews in another order change the curve; the band depends on the set of interviews only."""
    one, other = accumulate(SAID, orders=4000), accumulate(SAID[::-1], orders=4000)

    assert not np.array_equal(one.total, other.total)
    np.testing.assert_allclose(one.low, other.low, atol=1)
    np.testing.assert_allclose(one.high, other.high, atol=1)


def test_coverage_follows_the_interviews():
    """Coverage after the last interview is that of the whole; after the first it is unknown."""
    heard = accumulate(SAID)

    assert np.isnan(heard.coverage[0])
    assert heard.coverage[-1] > heard.coverage[3]


def test_silence_accumulates_nothing():
    """Interviews without any code: zeros, and no coverage."""
    heard = accumulate(np.zeros((4, 3)))

    assert heard.total.tolist() == [0, 0, 0, 0]
    assert np.isnan(heard.coverage).all()
    with pytest.raises(ValueError, match="participants x codes"):
        accumulate(np.zeros((0, 3)))


@pytest.mark.parametrize(
    ("new", "base", "run", "threshold", "stop"),
    [
        ([10, 5, 3, 2, 1, 0, 0], 4, 2, 0.05, 4),
        ([10, 5, 3, 2, 1, 1, 0, 0], 4, 2, 0.05, 5),
        ([10, 5, 3, 2, 1, 1, 0, 0], 4, 2, 0.0, 6),
        ([10, 5, 3, 2, 3, 3, 3, 3], 4, 2, 0.05, None),
        ([10, 5, 3], 4, 2, 0.05, None),
        ([0, 0, 0, 0, 1], 4, 1, 0.05, None),
    ],
)
def test_guest_rule_by_hand(new, base, run, threshold, stop):
    """New codes per interview: the first run of interviews that adds at most the threshold."""
    first = np.repeat(np.arange(len(new)), new)
    incidence = np.arange(len(new))[:, None] == first[None, :]

    assert accumulation.guest_stop(incidence, base=base, run=run, threshold=threshold) == stop


def test_guest_rule_stops_too_early_where_codes_are_rare():
    """Base 4, run 2, 5%: about two thirds of rare codes heard at the stop, nine tenths of common ones."""
    rng = np.random.default_rng(3)

    def captured(rates):
        shares = []
        for _ in range(300):
            said = rng.random((38, 40)) < rates()
            stop = accumulation.guest_stop(said, base=4, run=2, threshold=0.05)
            shares += [] if stop is None else [said[: stop + 2].any(0).mean()]
        return np.mean(shares)

    assert captured(lambda: rng.beta(0.8, 4, 40)) == pytest.approx(0.66, abs=0.03)
    assert captured(lambda: rng.uniform(0.1, 0.6, 40)) == pytest.approx(0.91, abs=0.03)


def test_a_rule_needs_interviews():
    """A base or run of nothing is an error."""
    with pytest.raises(ValueError, match="at least one interview"):
        accumulation.guest_stop(SAID, base=0, run=2, threshold=0.05)
