"""What a study could have shown: the power at its answer, and designs that could show nothing."""

import numpy as np
import pytest

from peerstudy.statistics import exact2x2, resolution

PVALUES = exact2x2.all_pvalues(12, 26, gamma=0)


@pytest.mark.parametrize("base", [0.0, 0.1, 0.2, 0.3, 0.5])
def test_power_is_reached_there_and_not_before(base):
    """At the answer the test finds the difference in 80% of studies, a little below it in fewer."""
    found = resolution.detectable(PVALUES, base, alpha=0.05, power=0.8)

    assert exact2x2.rejection(PVALUES, found, base, alpha=0.05) == pytest.approx(0.8, abs=1e-6)
    assert exact2x2.rejection(PVALUES, found - 0.01, base, alpha=0.05) < 0.8


def test_twelve_against_26_see_large_differences_only():
    """About 45 points: from 10% it takes 50%, from 50% it takes 93%."""
    found = [resolution.detectable(PVALUES, base, alpha=0.05, power=0.8) for base in (0.1, 0.2, 0.3, 0.5)]

    np.testing.assert_allclose(found, [0.50, 0.66, 0.77, 0.93], atol=0.005)


def test_too_few_people_show_nothing():
    """Three against three never reject at 5%: no difference is detectable."""
    pvalues = exact2x2.all_pvalues(3, 3, gamma=0)

    assert np.isnan(resolution.detectable(pvalues, 0.2, alpha=0.01, power=0.8))


def test_impossible_input_is_named():
    """A base rate above 1 is an error."""
    with pytest.raises(ValueError, match=r"not 20 and 0\.8"):
        resolution.detectable(PVALUES, 20, alpha=0.05, power=0.8)
