"""Intervals of ratios and odds ratios: published values, empty cells, symmetry, ugly input."""

from math import inf, log

import numpy as np
import pytest

from peerstudy.statistics import odds, ratios


def digits(interval, places):
    return tuple(round(value, places) for value in interval[1:])


@pytest.mark.parametrize(
    ("table", "limits"),
    [
        ((24, 73, 53, 65), (0.280, 0.560)),
        ((29, 55, 11, 11), (0.397, 0.742)),
        ((7, 18, 1, 18), (1.296, 42.544)),
    ],
)
def test_published_ratios(table, limits):
    """Fagerland's three examples, Miettinen-Nurminen."""
    assert digits(ratios.miettinen_nurminen_ratio(*table, level=0.95), 3) == limits


def test_perondi_ratio():
    """Perondi 2004: ratio 7, by Koopman and by Miettinen-Nurminen."""
    assert digits(ratios.koopman(7, 34, 1, 34, level=0.95), 4) == (1.2209, 42.5757)
    assert digits(ratios.miettinen_nurminen_ratio(7, 34, 1, 34, level=0.95), 4) == (1.2086, 43.0330)


def test_lampasona_odds():
    """Lampasona 2013: odds ratio 5.625 with the Miettinen-Nurminen interval."""
    found = odds.miettinen_nurminen_odds(9, 13, 4, 14, level=0.95)

    assert found.estimate == 5.625
    assert digits(found, 4) == (1.0934, 28.9419)


def test_firth_survives_an_empty_cell():
    """None of 12 against 7 of 26: estimate -2.2634, likelihood ratio p .0486, and an interval that agrees."""
    found = odds.firth_odds(0, 12, 7, 26, level=0.95)

    assert round(log(found.estimate), 4) == -2.2634
    assert round(odds.firth_pvalue(0, 12, 7, 26), 4) == 0.0486
    assert log(found.low) < -5.213 < log(found.high) < 0


def test_firth_interval_inverts_its_test():
    """The limits are the odds ratios that the likelihood ratio test just rejects: level 1 - p touches 1."""
    p = odds.firth_pvalue(0, 12, 7, 26)

    assert odds.firth_odds(0, 12, 7, 26, level=1 - p).high == pytest.approx(1, abs=1e-8)


def test_score_interval_and_likelihood_agree_for_large_counts():
    """With hundreds of people Firth's and the score interval are nearly the same."""
    score = odds.miettinen_nurminen_odds(400, 1000, 300, 1000, level=0.95)
    firth = odds.firth_odds(400, 1000, 300, 1000, level=0.95)

    np.testing.assert_allclose(firth, score, rtol=0.005)


@pytest.mark.parametrize(
    "interval",
    [ratios.koopman, ratios.miettinen_nurminen_ratio, odds.miettinen_nurminen_odds, odds.firth_odds],
)
def test_swapping_groups_inverts(interval):
    """The interval of the ratio the other way round is its reciprocal, for every outcome that has one."""
    for x1 in range(6):
        for x2 in range(9):
            one, other = interval(x1, 5, x2, 8, level=0.95), interval(x2, 8, x1, 5, level=0.95)
            logs = [log(v) if 0 < v < inf else None for v in (one.low, one.high)]
            mirrored = [-log(v) if 0 < v < inf else None for v in (other.high, other.low)]

            assert logs == pytest.approx(mirrored, abs=1e-6)
            assert one.low <= one.high


@pytest.mark.parametrize("interval", [ratios.koopman, odds.miettinen_nurminen_odds])
def test_empty_cells(interval):
    """A zero opens one side of the interval; two zeros leave no estimate at all."""
    assert interval(0, 12, 7, 26, level=0.95).low == 0
    assert interval(0, 12, 7, 26, level=0.95).high < 1
    assert interval(7, 26, 0, 12, level=0.95).high == inf
    assert np.isnan(interval(0, 12, 0, 26, level=0.95).estimate)
    assert interval(0, 12, 0, 26, level=0.95)[1:] == (0, inf)
    assert np.isnan(interval(0, 0, 3, 9, level=0.95)).all()


def test_impossible_input_is_named():
    """Wrong counts are errors that show the value."""
    with pytest.raises(ValueError, match="13 of 12"):
        ratios.koopman(13, 12, 0, 9, level=0.95)
    with pytest.raises(ValueError, match="13 of 12"):
        odds.firth_odds(13, 12, 0, 9, level=0.95)
