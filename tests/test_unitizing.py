"""Agreement on passages that coders marked off for themselves."""

import numpy as np
import pytest

from peerstudy.agree import alpha, coefficients, distances
from peerstudy.agree.coincidences import from_values
from peerstudy.agree.unitizing import Continuum, alpha_u, alpha_u_1995, stretches

# Krippendorff 2004, p. 254: starts and lengths of the passages of two observers on 150 to 450
C = [([225, 370], [70, 30]), ([220, 355, 400], [80, 20, 20])]
K = [([180, 300], [60, 50]), ([180, 300], [60, 50])]
# Krippendorff 1995, p. 57: four pairs of observers on 24 units of time
PAIRS = {
    "A": [([2, 14], [8, 6]), ([4, 15], [4, 2])],
    "B": [([0], [18]), ([0, 2, 3, 4, 5, 6, 9], [2, 1, 1, 1, 1, 3, 1])],
    "C": [([2, 10, 14, 20], [6, 2, 4, 2]), ([0, 4, 10, 16, 20], [2, 4, 4, 2, 2])],
    "D": [([0, 2, 10, 14, 20], [2, 8, 4, 6, 4]), ([0, 4, 8, 15, 17], [4, 4, 7, 2, 7])],
}


def passages(observers, stretch=1.0):
    """Starts and ends of each observer, the text stretched."""
    return [
        (stretch * np.array(starts), stretch * (np.array(starts) + np.array(lengths)))
        for starts, lengths in observers
    ]


def test_two_categories_of_the_textbook():
    """Krippendorff 2004, p. 254: c .7286 (.0144 of .0532), k 1.0 (0 of .0490), both .8591."""
    c = alpha_u_1995(passages(C), start=150, end=450)
    k = alpha_u_1995(passages(K), start=150, end=450)
    both = 1 - (c.observed + k.observed) / (c.expected + k.expected)

    assert [round(float(x), 4) for x in (c.observed, c.expected, c.estimate)] == [0.0144, 0.0532, 0.7286]
    assert [round(float(x), 4) for x in (k.observed, k.expected, k.estimate)] == [0.0, 0.0490, 1.0]
    assert float(both) == pytest.approx(0.8591, abs=5e-4)


@pytest.mark.parametrize(
    ("pair", "observed", "expected", "printed"),
    [
        ("A", 0.03125, 0.06990, 0.553),
        ("B", 2.26736, 1.17731, -0.926),
        ("C", 0.02777, 0.08642, 0.679),
        ("D", 0.38715, 0.41445, 0.066),
    ],
)
def test_four_pairs_of_observers(pair, observed, expected, printed):
    """Krippendorff 1995, p. 57: observed disagreement as printed, the rest near his limit for long texts."""
    short = alpha_u_1995(passages(PAIRS[pair]), start=0, end=24)
    long = alpha_u_1995(passages(PAIRS[pair], stretch=50_000), start=0, end=1_200_000)

    assert float(short.observed) == pytest.approx(observed, abs=1e-5)
    assert float(long.expected) == pytest.approx(expected, abs=5e-3)
    assert float(long.estimate) == pytest.approx(printed, abs=0.02)


@pytest.mark.parametrize(
    ("stretch", "expected", "printed"), [(0.5, 0.05494, 0.494), (5, 0.08234, 0.663), (50, 0.08600, 0.677)]
)
def test_longer_texts(stretch, expected, printed):
    """Krippendorff 1995: pair C on texts of 12, 120 and 1,200."""
    found = alpha_u_1995(passages(PAIRS["C"], stretch=stretch), start=0, end=24 * stretch)

    assert float(found.expected) == pytest.approx(expected, abs=5e-3)
    assert float(found.estimate) == pytest.approx(printed, abs=0.02)


def test_one_long_passage_against_three_letters():
    """DKPro Statistics: -11111111- against --1-1-1---: .9100 of .5351, -.7003."""
    observers = [([1], [8]), ([2, 4, 6], [1, 1, 1])]
    found = alpha_u_1995(passages(observers), start=0, end=10)

    assert [float(x) for x in (*found, found.estimate)] == pytest.approx([0.9100, 0.5351, -0.7003], abs=1e-4)


def test_nobody_marked_anything():
    """Without a passage there is nothing to agree on: NaN."""
    assert np.isnan(alpha_u_1995(passages([([], []), ([], [])]), start=0, end=20).estimate)


def digits(observers, length):
    """Units of one character by observers: 1 inside a passage."""
    borders = np.arange(length + 1)
    columns = [stretches(starts, ends, edges=borders) for starts, ends in passages(observers)]
    return np.column_stack(columns).astype(float)


@pytest.mark.parametrize(
    ("pair", "cohen", "scott"),
    [("A", 0.385, 0.314), ("B", 0.385, 0.314), ("C", 0.314, 0.314), ("D", np.nan, np.nan)],
)
def test_digitised_text(pair, cohen, scott):
    """Krippendorff 1995: kappa and pi of single characters, undefined where all is marked."""
    sums = from_values(digits(PAIRS[pair], 24), categories=[0, 1]).whole()
    nominal = distances.nominal(2)
    found = [coefficients.cohen(sums, nominal).estimate, coefficients.fleiss(sums, nominal).estimate]

    assert found == pytest.approx([cohen, scott], abs=1e-3, nan_ok=True)


def test_digitised_alpha():
    """Krippendorff 1995, pair A: alpha of single characters .329."""
    assert round(float(alpha.nominal(from_values(digits(PAIRS["A"], 24)).whole()).estimate), 3) == 0.329


def continuum(coders, length, codes):
    """Sums of passages (start, end, code) of each coder on one text."""
    marked = np.zeros((length, len(coders)))
    for column, own in enumerate(coders):
        for start, end, code in own:
            marked[start:end, column] = code
    sums = from_values(marked, categories=np.arange(codes + 1)).whole()
    coincidences = sums.pairs[-1] / (len(coders) - 1)
    squares = sum((end - start) ** 2 for own in coders for start, end, _ in own)
    return Continuum(coincidences, np.array(float(squares)))


ALEX, PAUL, SUSAN = [(2, 5, 1)], [(2, 5, 1), (10, 20, 2)], [(2, 5, 2), (15, 20, 2)]


def test_three_coders_and_two_codes():
    """The 2016 coefficient as the package krippendorff-unitized-alpha 0.1.0 computes it."""
    assert float(alpha_u(continuum([ALEX, PAUL, SUSAN], 60, 2)).estimate) == pytest.approx(0.3982981423791)


def test_three_coders_relevant_or_not():
    """The same with the codes put together."""
    coders = [[(start, end, 1) for start, end, _ in own] for own in (ALEX, PAUL, SUSAN)]

    assert float(alpha_u(continuum(coders, 60, 1)).estimate) == pytest.approx(0.5238010446343)


def test_a_long_passage_is_one_decision():
    """Pair A, characters .329: passages compared whole leave more to chance, .358 (the same package)."""
    coders = [[(2, 10, 1), (14, 20, 1)], [(4, 8, 1), (15, 17, 1)]]

    assert float(alpha_u(continuum(coders, 24, 1)).estimate) == pytest.approx(0.3583333333333)


def test_passages_of_one_character_are_digitised_text():
    """Where every passage is one character long, alpha of passages is alpha of characters."""
    rng = np.random.default_rng(5)
    starts = [sorted(rng.choice(50, 12, replace=False)) for _ in range(2)]
    coders = [[(int(s), int(s) + 1, 1) for s in own] for own in starts]
    columns = np.zeros((50, 2))
    for column, own in enumerate(starts):
        columns[own, column] = 1
    by_character = alpha.nominal(from_values(columns).whole())

    assert float(alpha_u(continuum(coders, 50, 1)).estimate) == pytest.approx(float(by_character.estimate))


def test_overlapping_and_touching_passages_are_one_stretch():
    """A coder who marks twice what another marks once does not disagree with them."""
    edges = [0, 2, 3, 4, 6, 9]

    assert stretches([2, 2, 3], [4, 3, 6], edges=edges).tolist() == stretches([2], [6], edges=edges).tolist()
