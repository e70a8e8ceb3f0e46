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


def test_a_theme_that_is_not_for_a_group_is_not_laid_to_want_of_people():
    """There may be many of them; the theme does not apply."""
    few = small_study.contrasts().query("theme == 'cost'")
    cannot = few.assign(reason="the theme does not apply to blues")

    assert limits.uncertainty(cannot)[1].endswith(
        "was refused or withheld, since the theme does not apply to a group; each says why."
    )
    (_, both) = limits.uncertainty(pd.concat([few, cannot]))
    assert both.endswith(
        "1 since the theme does not apply to a group and 1 for want of people; each says why."
    )


def _people(**changed: object) -> str:
    settings = {**small_study.SETTINGS, "contrasts": {**small_study.SETTINGS["contrasts"], **changed}}
    run = provenance.provenance({}, {}, settings=settings)
    return " ".join(limits.people(run, small_study.contrasts().query("estimator == 'hand'")))


def test_people_who_belong_together_are_said_to_be_taken_as_independent():
    """Where families are not moved whole; those within one stratum too."""
    assert "People are taken as independent of one another. Where" in _people()
    assert "independent of one another, those of one peer group too." in _people(strata="peer_group")
    assert "independent" not in _people(families="peer_group")


def test_unequal_asking_is_told_in_numbers():
    """Of pairs of a person and a theme that applies, how many were never raised, in each group."""
    denominators = small_study.study()["denominators"]

    (told,) = limits.unasked(denominators)
    assert "of all pairs of a person and a theme that applies, 1 of 4 (blues) were never raised." in told
    assert limits.unasked(denominators.assign(never_asked=0)) == []


def test_one_coder_behind_every_count_is_a_limit():
    """A second coder measures agreement and changes no count; of machine codes nothing is said."""
    run, machine = small_study.study()["provenance"], small_study.contrasts().query("estimator == 'machine'")

    assert "Behind every estimate by hand stands one coder, A:" in _people()
    assert "one coder" not in " ".join(limits.people(run, machine))


def test_intervals_of_several_comparisons_are_told_to_be_of_one_each():
    """Of one comparison there is nothing to say."""
    hand = small_study.contrasts().query("estimator == 'hand'")

    (told,) = limits.several(pd.concat([hand, hand]), level=0.95)
    assert told.endswith("some 5 % of 2 such intervals would exclude that by chance.")
    assert limits.several(hand, level=0.95) == []
