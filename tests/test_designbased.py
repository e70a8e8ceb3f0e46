"""Corrected salience: unbiased whatever the machine does, no worse than labels alone; the naive fails."""

import numpy as np
import pytest

from peerstudy.statistics import designbased, studentised

RNG = np.random.default_rng(1)
PEOPLE = np.repeat(np.arange(6), [20, 30, 12, 40, 25, 15])
TRUTH = (RNG.random(len(PEOPLE)) < np.array([0.1, 0.5, 0.2, 0.3, 0.05, 0.6])[PEOPLE]).astype(float)
# A machine that errs in opposite directions in the two halves of the participants.
CODED = np.where(PEOPLE < 3, 0.2 + 0.7 * TRUTH, 0.5 * TRUTH)
MACHINE = np.clip(CODED + RNG.normal(0, 0.1, len(PEOPLE)), 0, 1)
SHARES = np.bincount(PEOPLE, TRUTH) / np.bincount(PEOPLE)
ONES = np.ones(len(PEOPLE))


def draw(rng, people, truth, share):
    """Labels of a simple random sample within every participant, at least four each, and their chances."""
    label, chance = np.full(len(people), np.nan), np.empty(len(people))
    for person in np.unique(people):
        own = np.flatnonzero(people == person)
        m = min(len(own), max(4, round(share * len(own))))
        chosen = rng.choice(own, m, replace=False)
        label[chosen], chance[own] = truth[chosen], m / len(own)
    return label, chance


@pytest.mark.parametrize(("weight", "bias"), [(ONES, 0.015), (1 + np.arange(len(PEOPLE)) % 7, 0.04)])
def test_unbiased_whatever_the_machine_does(weight, bias):
    """Averaged over draws, each corrected salience is the truth (nearly, by words); the machine's is not."""
    rng = np.random.default_rng(2)
    truth = np.bincount(PEOPLE, weight * TRUTH) / np.bincount(PEOPLE, weight)
    found = []
    for _ in range(1500):
        label, chance = draw(rng, PEOPLE, TRUTH, 0.3)
        segments = (PEOPLE, MACHINE, label, chance, weight)
        labels = designbased.labels_alone(PEOPLE, label, chance, weight)
        found.append([labels, designbased.pseudo_salience(*segments), designbased.tuned(*segments).salience])
    naive = np.bincount(PEOPLE, weight * MACHINE) / np.bincount(PEOPLE, weight)

    assert np.abs(np.mean(found, axis=0) - truth).max() < bias
    assert np.abs(naive - truth).max() > 0.10


def test_tuned_is_steadier_than_labels_alone():
    """A useful machine shrinks the spread over draws; a useless one, shuffled, hardly inflates it."""
    rng = np.random.default_rng(3)
    useless = rng.permutation(MACHINE)
    found = []
    for _ in range(600):
        label, chance = draw(rng, PEOPLE, TRUTH, 0.3)
        both = [designbased.tuned(PEOPLE, m, label, chance, ONES).salience for m in (MACHINE, useless)]
        found.append([designbased.labels_alone(PEOPLE, label, chance, ONES), *both])
    labels, useful, spoilt = np.std(found, axis=0).mean(1)

    assert useful < 0.75 * labels
    assert spoilt < 1.06 * labels


def test_a_perfect_machine_leaves_no_error():
    """Tuning reaches 1, salience is the truth, and every segment counts as labelled."""
    label, chance = draw(np.random.default_rng(4), PEOPLE, TRUTH, 0.3)
    found = designbased.tuned(PEOPLE, TRUTH, label, chance, ONES)

    np.testing.assert_allclose(found.tuning, 1)
    np.testing.assert_allclose(found.salience, SHARES)
    assert found.effective_labels == pytest.approx(len(PEOPLE))


def test_a_silent_machine_earns_nothing():
    """A machine that says the same of every segment is worth no label: tuning 0, labels as drawn."""
    label, chance = draw(np.random.default_rng(5), PEOPLE, TRUTH, 0.3)
    found = designbased.tuned(PEOPLE, np.full(len(PEOPLE), 0.4), label, chance, ONES)

    assert np.all(found.tuning == 0)
    assert found.labels == np.sum(~np.isnan(label))
    assert found.effective_labels == pytest.approx(found.labels)
    np.testing.assert_allclose(found.salience, designbased.labels_alone(PEOPLE, label, chance, ONES))


def test_tuning_never_looks_at_the_participant_it_serves():
    """Changing one participant's labels changes everyone's tuning but their own."""
    label, chance = draw(np.random.default_rng(6), PEOPLE, TRUTH, 0.3)
    other = np.where(PEOPLE == 1, 1 - label, label)
    one = designbased.tuned(PEOPLE, MACHINE, label, chance, ONES).tuning
    two = designbased.tuned(PEOPLE, MACHINE, other, chance, ONES).tuning

    assert one[1] == pytest.approx(two[1])
    assert np.all(one[[0, 2, 3, 4, 5]] != two[[0, 2, 3, 4, 5]])


def test_tuning_is_the_textbook_ratio():
    """For simple random samples: (1/m - 1/L) times covariance over variance, summed over the others."""
    label, chance = draw(np.random.default_rng(7), PEOPLE, TRUTH, 0.3)
    together, spread = [], []
    for person in range(6):
        own = (person == PEOPLE) & ~np.isnan(label)
        factor = 1 / own.sum() - 1 / np.sum(person == PEOPLE)
        together.append(factor * np.cov(label[own], MACHINE[own])[0, 1])
        spread.append(factor * MACHINE[own].var(ddof=1))
    others = ~np.eye(6, dtype=bool)
    expected = (others @ together) / (others @ spread)

    np.testing.assert_allclose(
        designbased.tuned(PEOPLE, MACHINE, label, chance, ONES).tuning, np.clip(expected, 0, 1)
    )


def test_everything_labelled_is_the_human_answer():
    """When every segment is hand-coded the machine is ignored."""
    chance = np.ones(len(PEOPLE))
    for salience in (
        designbased.tuned(PEOPLE, MACHINE, TRUTH, chance, ONES).salience,
        designbased.pseudo_salience(PEOPLE, MACHINE, TRUTH, chance, ONES),
        designbased.labels_alone(PEOPLE, TRUTH, chance, ONES),
    ):
        np.testing.assert_allclose(salience, SHARES)


def test_everything_labelled_is_worth_its_labels():
    """Nothing was drawn by chance, so that no machine could add to it."""
    who, label = np.repeat([0, 1], 6), np.tile([0.0, 1.0, 1.0], 4)
    assert designbased.tuned(who, np.zeros(12), label, np.ones(12), np.ones(12)).effective_labels == 12


def test_a_participant_without_labels_is_undefined():
    """Nobody read this person: NaN, not the machine's opinion."""
    label, chance = draw(np.random.default_rng(8), PEOPLE, TRUTH, 0.3)
    label[PEOPLE == 2] = np.nan
    found = designbased.tuned(PEOPLE, MACHINE, label, chance, ONES)

    assert np.isnan(found.salience).tolist() == [False, False, True, False, False, False]


def test_unequal_chances_are_undone():
    """Segments that the machine likes, read four times as often, do not raise the estimate."""
    rng = np.random.default_rng(9)
    chance = np.where(MACHINE > 0.3, 0.8, 0.2)
    found = []
    for _ in range(3000):
        label = np.where(rng.random(len(PEOPLE)) < chance, TRUTH, np.nan)
        found.append(designbased.pseudo_salience(PEOPLE, MACHINE, label, chance, ONES))

    np.testing.assert_allclose(np.mean(found, axis=0), SHARES, atol=0.02)


def test_bad_input_is_all_named_at_once():
    """Every problem of the arrays stands in one message."""
    with pytest.raises(ValueError, match=r"\(0, 1\], not \[0\.\]; labels are 0, 1 or NaN, not \[2\.\]"):
        designbased.tuned([0, 0], [0.1, 0.2], [2, np.nan], [0.5, 0], [1, 1])
    with pytest.raises(ValueError, match="lengths differ"):
        designbased.labels_alone([0, 0], [1, 0], [0.5], [1, 1])


def test_differential_error_fools_the_machine_and_not_the_correction():
    """No difference, a machine worse in one of the groups: naive errs, corrected does not."""
    rng = np.random.default_rng(10)
    people = np.repeat(np.arange(38), 60)
    first = np.repeat([1, 0], [12, 26])
    sensitivity, specificity = np.where(first, 0.55, 0.85)[people], np.where(first, 0.97, 0.93)[people]
    naive, corrected = np.empty((38, 300)), np.empty((38, 300))
    for run in range(300):
        truth = (rng.random(len(people)) < rng.beta(1.35, 7.65, 38)[people]).astype(float)
        coded = (rng.random(len(people)) < np.where(truth, sensitivity, 1 - specificity)).astype(float)
        label, chance = draw(rng, people, truth, 0.15)
        naive[:, run] = np.bincount(people, coded) / 60
        corrected[:, run] = designbased.tuned(people, coded, label, chance, np.ones(len(people))).salience

    def errs(salience):
        return np.mean(np.abs(studentised.welch(salience, first)) > 2.08)

    assert errs(naive) > 0.5
    assert errs(corrected) < 0.10
