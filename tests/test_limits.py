"""What a run cannot support is told of what it did, and of nothing else."""

import pandas as pd
import small_study

from peerstudy import tables
from peerstudy.pages import limits
from peerstudy.record import provenance


def test_limits_read_an_absence_as_an_interval():
    """Nobody of two is not nobody: the upper end of the interval is told."""
    hand = small_study.groups().query("estimator == 'hand'")
    contrasts = small_study.contrasts().query("estimator == 'hand'")
    told = " ".join(limits.every(contrasts, hand, level=0.95))

    assert "0 of 2 is compatible with up to 66 %" in told
    assert "1 comparison of who speaks of a theme was tested. There the interval includes" in told
    assert "1 comparison of who speaks of a theme was refused or withheld, for want of people;" in told


def test_nothing_tested_is_told_as_such():
    """Of no comparison, none is said to include no difference."""
    told = limits.uncertainty(small_study.contrasts().query("theme == 'cost'"))

    assert told[0] == "No comparison of who speaks of a theme was tested."
    assert "likeness" not in " ".join(told)


def test_what_rests_on_trust_is_said():
    """No plan that was kept and no second reader are limits; with both, nothing is said."""
    study = small_study.study()
    run, coders = study["provenance"], study["agreement"]
    frozen = pd.DataFrame([("frozen", "contrasts.level", "0.95")], columns=["kind", "name", "value"])

    assert len(limits.standing(run, tables.empty("agreement"))) == 2
    assert limits.standing(pd.concat([run, frozen]), coders) == []


def test_what_was_withheld_is_not_laid_to_want_of_people():
    """A reason that is no small group is left to stand for itself."""
    refused = small_study.contrasts().query("theme == 'cost'")
    held = refused.assign(reason="withheld: readers saw 3 of about 30 mentions in a group, less than 50 %")

    (_, both) = limits.uncertainty(pd.concat([refused, held]))
    assert "2 comparisons of who speaks of a theme were refused or withheld, 1 for want of people;" in both
    assert "people;" not in limits.uncertainty(held)[1]


def test_machine_codes_that_were_compared_are_not_said_to_be_refused():
    """They have a reason against a p-value, and a difference."""
    machine = small_study.contrasts().query("estimator == 'machine'")

    assert limits.uncertainty(machine) == ["No comparison of who speaks of a theme was tested."]


def test_tests_of_shares_are_told_only_where_there_were_some():
    """The small study tested none."""
    contrasts = small_study.contrasts()

    assert limits.shares(contrasts) == []
    assert len(limits.shares(contrasts.assign(measure="salience"))) == 1


def test_without_declared_themes_nothing_rests_on_their_declaration():
    """No plan was kept, and none would have declared anything."""
    settings = {**small_study.SETTINGS, "contrasts": {**small_study.SETTINGS["contrasts"], "primary": []}}
    run = provenance.provenance({}, {}, settings=settings)

    assert limits.standing(run, small_study.study()["agreement"]) == []


def test_silence_that_nobody_read_is_no_count():
    """An interval around nobody holds where all talk was read, and says nothing of what was not."""
    hand = small_study.groups().query("estimator == 'hand'")

    assert limits.silence(hand.assign(estimator="verified"), level=0.95) == [limits.UNREAD]
    assert limits.UNREAD not in limits.silence(hand, level=0.95)
