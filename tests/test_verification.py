"""Verified presence: what reading settles, what stays open, and where to read next."""

import numpy as np
import pytest

from peerstudy.statistics import verification

# Four people: confirmed; read in full and absent; half read; not read at all.
PEOPLE = np.repeat([0, 1, 2, 3], [3, 2, 4, 5])
LABELS = np.array([0, 1, np.nan, 0, 0, 0, 0, np.nan, np.nan, *[np.nan] * 5])


def test_only_reading_settles():
    """A confirmed segment is presence; only a person read in full is absent for certain."""
    found = verification.verified_presence(PEOPLE, LABELS)

    assert found.present.tolist() == [True, False, False, False]
    assert found.unread.tolist() == [1, 0, 2, 5]
    assert found.open.tolist() == [False, False, True, True]


def test_worst_case_brackets_every_completion():
    """However the unread segments turn out, the difference lies within the bounds, and reaches both."""
    found = verification.verified_presence(PEOPLE, LABELS)
    bound = verification.worst_case(found, [1, 0, 1, 0])
    differences = [(1 + two) / 2 - three / 2 for two in (0, 1) for three in (0, 1)]

    assert (bound.low, bound.high) == (min(differences), max(differences))
    assert bound.estimate == 0.5
    assert np.isnan(verification.worst_case(found, [1, 1, 1, 1])).all()


@pytest.mark.parametrize("segments", [0, 1, 2, 3, 5, 6, 7, 100])
def test_audit_reads_only_where_presence_is_open(segments):
    """The audit spends what it can, never on settled people, never more than is unread, evenly."""
    found = verification.verified_presence(PEOPLE, LABELS)
    quota = verification.audit(found, segments=segments)

    assert quota.sum() == min(segments, 7)
    assert np.all(quota <= np.where(found.open, found.unread, 0))
    assert quota[3] - quota[2] <= 1 or quota[2] == found.unread[2]


def test_audit_of_many_people_is_even():
    """A hundred segments over seven open people: fourteen or fifteen each."""
    found = verification.verified_presence(np.repeat(np.arange(7), 40), np.full(280, np.nan))

    assert sorted(verification.audit(found, segments=100)) == [14] * 5 + [15] * 2


def test_audit_power_is_the_share_of_samples_that_hit():
    """Two mentions among six segments, three read: 16 of 20 samples find one."""
    assert verification.audit_power(6, 3, 2) == pytest.approx(16 / 20)
    assert verification.audit_power(6, 6, 1) == 1
    assert verification.audit_power(6, 3, 0) == 0
    with pytest.raises(ValueError, match="cannot read 7"):
        verification.audit_power(6, 7, 1)
