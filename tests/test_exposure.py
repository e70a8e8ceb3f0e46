"""Rarefied presence: by enumeration, and the length of talk no longer counts."""

from itertools import combinations

import numpy as np
import pytest

from peerstudy.statistics import exposure


def test_rarefaction_is_the_share_of_samples():
    """Of all samples of three among six segments, those that hold one of the two coded."""
    samples = list(combinations(range(6), 3))
    share = np.mean([bool({0, 1} & set(sample)) for sample in samples])

    assert exposure.rarefied_presence([2], [6], segments=3)[0] == pytest.approx(share)


@pytest.mark.parametrize("least", [1, 2, 3])
def test_rarefaction_counts_as_many_mentions_as_asked_for(least):
    """Of all samples of three among six segments, those that hold enough of the three coded."""
    samples = list(combinations(range(6), 3))
    share = np.mean([len({0, 1, 2} & set(sample)) >= least for sample in samples])

    assert exposure.rarefied_presence([3], [6], segments=3, least=least)[0] == pytest.approx(share)


def test_longer_talk_no_longer_counts():
    """One rate of mentions, twice the talk: raw presence differs, presence in 20 segments does not."""
    rng = np.random.default_rng(1)
    short, long = rng.binomial(25, 0.04, 4000), rng.binomial(100, 0.04, 4000)
    rarefied = [
        exposure.rarefied_presence(k, np.full(4000, n), segments=20).mean()
        for k, n in ((short, 25), (long, 100))
    ]

    assert np.mean(long > 0) - np.mean(short > 0) > 0.25
    assert rarefied[0] == pytest.approx(rarefied[1], abs=0.02)


def test_ends():
    """Everything coded is heard for certain, nothing never, and who said too little is undefined."""
    found = exposure.rarefied_presence([9, 0, 3, 8], [9, 9, 4, 9], segments=5)

    np.testing.assert_array_equal(found, [1, 0, np.nan, 1])
    never = exposure.rarefied_presence([0, 1, 2], [9, 31, 17], segments=5, least=3)
    np.testing.assert_array_equal(never, [0, 0, 0])


def test_impossible_input_is_named():
    """More coded than said, or no segment to listen to."""
    with pytest.raises(ValueError, match=r"participants \[1\]"):
        exposure.rarefied_presence([1, 7], [5, 5], segments=2)
    with pytest.raises(ValueError, match="at least one segment"):
        exposure.rarefied_presence([1], [5], segments=0)
