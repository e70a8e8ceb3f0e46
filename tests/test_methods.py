"""The methods section, which people copy, says what was done and nothing else."""

import pandas as pd
import pytest
import small_study

from peerstudy import tables
from peerstudy.coding.spans import UNLISTED
from peerstudy.pages import methods
from peerstudy.record import provenance

BESIDES = {"omnibus": "p", "vocabulary": "p", "cooccurrences": "p_people"}


def _told(**changed: pd.DataFrame) -> str:
    study = small_study.study() | changed
    return " ".join(methods.paragraph(study))


def _settings(**changed: object) -> pd.DataFrame:
    return provenance.provenance({}, {"peerstudy": "1"}, settings={**small_study.SETTINGS, **changed})


def test_what_was_made_otherwise_is_told_from_the_table():
    """Kinds of change that no comparison could be made with are not said to have been tried."""
    row = ("reds against blues", "care", "presence")
    tried = [("participant", 3, 2, 0), ("peer_group", 2, 2, 0), ("coder", 0, 0, 2)]
    columns = list(tables.contracts()["robustness"].columns)
    rows = [(*row, kind, made, holding, "", 1, 6, refused) for kind, made, holding, refused in tried]
    told = _told(robustness=tables.check(pd.DataFrame(rows, columns=columns), "robustness"))

    assert (
        "Comparisons of 1 of 3 themes were made again with one choice changed at a time: "
        "each person left out in turn; each peer group left out in turn." in told
    )


def test_nothing_made_otherwise_is_not_claimed():
    """Where no comparison was made again, the methods say so."""
    told = _told(robustness=tables.empty("robustness"))

    assert "No comparison was made again with another choice." in told
    assert "one choice changed at a time" not in told


def test_a_coder_that_abstained_is_not_said_to_have_coded():
    """Of two themes one was not supported; with neither, the machine coded nothing."""
    validation = small_study.study()["validation"]
    none = validation.assign(abstained=validation["source"] == "machine")

    some = "The hand codes supported patterns on 1 of 2 themes; it abstained from the others."
    assert f"Machine coders: patterns. {some}" in _told()
    assert "supported patterns on none of 2 themes; it coded nothing." in _told(validation=none)


def test_a_coder_that_abstained_is_named_in_a_reflexive_study_too():
    """Such a study measures no coder; what the coder learned says from what it abstained."""
    learned = pd.DataFrame({"theme": ["care", "cost"], "segments": 2, "people": 2, "kappa": float("nan")})
    learned = tables.check(learned.assign(reason="NOT SUPPORTED: 8 more people"), "classifier_themes")
    run = _settings(approach="reflexive", coders=["patterns", "classifier"])
    reflexive = {"agreement": tables.empty("agreement"), "validation": tables.empty("validation")}

    told = _told(**reflexive, classifier_themes=learned, provenance=run)
    assert "The hand codes supported classifier on none of 2 themes; it coded nothing." in told
    assert "supported patterns" not in told


def test_agreement_is_told_by_what_could_be_measured():
    """Not a coefficient without a value, nor a unit that nobody read twice; common names in lower case."""
    row = small_study.study()["agreement"].iloc[[0]]
    more = [
        ("agreement", 20, 0.9, "segment"),
        ("alpha_masi", 20, 0.9, "segment"),
        ("ac1", 20, None, "segment"),
    ]
    more += [("cohen", 0, None, "participant")]
    rows = [row.assign(coefficient=c, units=n, estimate=e, unit=u) for c, n, e, u in more]

    told = "measured by raw agreement, Krippendorff’s alpha and alpha of sets (MASI) over segments, with"
    assert told in _told(agreement=pd.concat([row, *rows]))
    assert "over segments." in _told(agreement=row.assign(low=float("nan"), high=float("nan")))


def test_agreement_that_was_not_measured_is_not_claimed():
    """One coder agrees with nobody."""
    alone = small_study.study()["agreement"].assign(units=0, estimate=None, low=None, high=None)

    assert "Agreement between people was measured" in _told()
    told = _told(agreement=alone)
    assert "Nothing was read by two coders, so that agreement was not measured." in told
    assert "Agreement between people was measured" not in told


def test_a_correction_is_told_only_where_a_blind_sample_was_coded():
    """Without one nothing was corrected, and a study without machine coders says nothing of machines."""
    blind = small_study.study()["corrected"].assign(labels=0)

    assert "Shares of talk were estimated from the codes of A on segments drawn at random" in _told()
    assert "were not corrected" in _told(corrected=blind)
    assert "Shares of talk were estimated" not in _told(corrected=blind)
    assert "achine co" not in _told(corrected=blind, provenance=_settings(coders=[]))


def test_a_machine_is_said_to_have_helped_only_where_it_did():
    """Where it moved an estimate; one that `corrected` names and that did not run helped nobody."""
    unmoved = small_study.study()["corrected"].assign(tuning=0.0)

    assert "corrected with the help of patterns on 1 theme." in _told()
    assert "; no machine coder was of help." in _told(corrected=unmoved)
    alone = _told(corrected=unmoved, provenance=_settings(coders=[]))
    assert "Who speaks of a theme was taken from the drawn segments." in alone
    assert "achine" not in alone.partition("Shares of talk were estimated")[2]


def test_what_rests_on_the_sample_is_told_with_what_was_withheld():
    """Of one comparison, the one."""
    assert "Of 1 comparison that rests on these, 1 was withheld or refused:" in _told()


def test_a_hand_coder_of_drawn_segments_is_not_said_to_have_coded_all():
    """Where no interview was read whole, the methods say what was read."""
    drawn = small_study.study()["coverage"].assign(scope=["sample", "suggested"])

    told = "By hand no interview was coded whole, only drawn segments and suggested segments."
    assert told in _told(coverage=drawn)
    assert "By hand no interview" not in _told()


def test_comparisons_that_were_all_refused_are_not_said_to_have_been_made():
    """No difference, no test and no adjustment is then told of."""
    contrasts = small_study.contrasts()
    refused = contrasts.assign(estimate=None, p=None, p_adjusted=None, tested=None, method="", reason="few")
    told = _told(contrasts=tables.check(refused, "contrasts"), **{n: tables.empty(n) for n in BESIDES})

    assert "No two groups were compared: every such comparison was refused or withheld, and says why." in told
    assert not [word for word in ("Suissa", "Welch", "maxT", "Benjamini", "reassigned") if word in told]


def test_only_what_was_compared_is_told():
    """Shares of talk, which the small study withholds, are compared by no method there."""
    assert "by the difference of proportions with Miettinen-Nurminen intervals (95 %)" in _told()
    assert "mean shares of talk" not in _told()


@pytest.mark.parametrize(
    ("family", "estimator", "told"),
    [
        ("primary", "hand", "those of declared themes by step-down maxT (people reassigned)."),
        ("primary", "verified", "those of declared themes by Holm (presence that readers confirmed)."),
        ("parents", "hand", "those of themes that gather others by step-down maxT (people reassigned)."),
        ("exploratory", "hand", "those of all others, which are exploratory, by Benjamini-Hochberg."),
    ],
)
def test_each_family_is_told_by_its_own_adjustment(family, estimator, told):
    """Verified codes go by Holm; a family of which nothing was tested is not named."""
    contrasts = small_study.contrasts()
    done = contrasts[contrasts["p"].notna()].assign(family=family, estimator=estimator)

    assert f"within a comparison, a measure and a kind of codes: {told}" in _told(contrasts=done)


def test_a_p_value_alone_is_not_said_to_be_adjusted():
    """Alone in its family it is what the test gave; beside others it is told apart."""
    contrasts = small_study.contrasts()
    alone = contrasts.assign(tested=contrasts["tested"].where(contrasts["tested"].isna(), 1))

    assert "No p-value was adjusted: each is the only one of its family." in _told(contrasts=alone)
    both = _told(contrasts=pd.concat([contrasts, alone], ignore_index=True))
    assert "One that is alone in its family was not adjusted." in both
    assert "alone in its family" not in _told()


def test_what_was_tested_besides_is_told_where_it_was():
    """Several groups at once, words and pairs of themes: each from its own table."""
    study = small_study.study()
    none = {name: tables.empty(name) for name in BESIDES}
    said = {"omnibus": "More than two groups", "vocabulary": "Words were", "cooccurrences": "Whether who"}

    for name, words in said.items():
        made = study[name].assign(**{BESIDES[name]: 0.5})
        assert words in _told(**none | {name: made})
        assert words not in _told(**none)


def test_families_are_told_where_they_were_moved():
    """People of one family move together, also in the comparison of who speaks of a theme."""
    contrasts = small_study.contrasts()
    exact = "Suissa-Shuster exact test; or permutation of whole families, where that says less"
    whole = contrasts.assign(method=contrasts["method"].where(contrasts["p"].isna(), exact))
    run = _settings(contrasts={**small_study.SETTINGS["contrasts"], "families": "peer_group"})
    told = _told(contrasts=whole, provenance=run)

    assert "or by permutation of whole families where that says less" in told
    moved = (
        "People were reassigned 999 times, or in every other way where there are fewer, those of one peer "
        "group together; a peer group with people in both"
    )
    assert moved in told
    assert "together" not in _told()


def test_a_plan_without_declared_themes_is_told_as_one():
    """Every comparison is then exploratory."""
    run = _settings(contrasts={**small_study.SETTINGS["contrasts"], "primary": []})

    assert "No theme was declared in advance, so that every comparison is exploratory." in _told(
        provenance=run
    )
    assert "No theme was declared" not in _told()


def test_stopping_is_told_of_those_for_whom_it_was_judged():
    """Too few people are judged by no rule."""
    stopping = small_study.study()["stopping"]

    assert "Stopping was judged for reds by base 4, run 2 and at most 5 % new themes" in _told()
    few = _told(stopping=stopping.assign(coverage=None))
    assert "Stopping was not judged: no group of people was large enough, or read whole by hand." in few
    assert "Guest" not in few


def test_intervals_are_told_with_the_level_of_their_table():
    """Proportions and differences may have levels of their own."""
    told = _told(provenance=_settings(groups={"level": 0.9}))

    assert "Proportions have Wilson intervals (90 %)." in told
    assert "Miettinen-Nurminen intervals (95 %)" in told


def test_origins_of_themes_are_counted_without_noughts():
    """Where all are set in advance, none is said to be drawn."""
    book = small_study.codebook()

    assert "with a codebook of 3 themes, 1 of which gathers others, set in advance." in _told()
    drawn = book.assign(origin=["deductive", "inductive", "inductive"])
    origins = "1 of them set in advance and 2 of them drawn from the interviews."
    assert f"3 themes, 1 of which gathers others, {origins}" in _told(codebook=drawn)


def test_drawn_segments_that_nobody_read_are_told():
    """What stands for them is an assumption, so the methods name it; where all were read nothing is said."""
    row = {"file": "B.xlsx", "kind": UNLISTED, "fate": "lost", "count": 3, "names": "a; b; c"}
    told = _told(losses=tables.check(pd.DataFrame([row]), "losses"))

    assert "of them; 3 segments on no sheet left out, others of the person standing in)" in told
    assert "on no sheet" not in _told()


def test_who_read_how_much_is_told_and_on_whose_codes_counts_rest():
    """From `coverage`, of interviews that were opened; whoever reads whole interviews is not blind."""
    both = "By hand, A read 1 interview whole; B read 1 interview whole; every count by hand rests on"
    knew = "A read whole interviews, knowing whose words they are, so that nothing was coded blind."
    coverage = small_study.study()["coverage"]
    drawn = _told(coverage=coverage.assign(scope="sample"))

    assert f"{both} the codes of A alone. {knew}" in _told()
    assert "A read drawn segments of 1 interview;" in drawn
    assert "A read drawn segments alone, which show neither person nor group." in drawn
    assert "blind" not in drawn


def test_who_knew_whose_words_they_read_is_told_beside_who_did_not():
    """Counts rest on whole interviews, whoever corrects the machine by drawn segments."""
    coverage = small_study.study()["coverage"]
    coverage = coverage.assign(scope=["sample" if coder == "B" else "whole" for coder in coverage["coder"]])
    told = _told(coverage=coverage, provenance=_settings(corrected={"hand": "B", "machine": ["patterns"]}))

    assert "every count by hand rests on the codes of A alone." in told
    assert "A read whole interviews, knowing whose words they are" in told
    assert "B read drawn segments alone, which show neither person nor group." in told


def test_spans_are_not_said_to_be_codes_of_sentences():
    """People mark spans; the codes of sentences come from them, which have every tone of theirs."""
    assert "coded sentence by sentence" not in _told()
    assert "and a sentence has every tone of its spans." in _told()
    assert "codes of each sentence were derived from spans that cover at least 50 % of it" in _told()


def test_words_for_counts_and_quotes_are_told_with_their_rule():
    """What most means, and how many passages stand for a theme."""
    assert "“all” for everybody, “most” from 60 % on and “a few” below that." in _told()
    assert "at most 3 of a theme in a group, one a person" in _told()
    assert "of 12 to 80 words where there are such." in _told()


def test_what_was_not_adjusted_is_told_beside_what_decides():
    """Intervals and p-values alone are of one comparison each; alone in its family, nothing is to decide."""
    contrasts = small_study.contrasts()
    alone = contrasts.assign(tested=contrasts["tested"].where(contrasts["tested"].isna(), 1))
    within = _settings(contrasts={**small_study.SETTINGS["contrasts"], "strata": "peer_group"})

    assert "decided by the adjusted p-value, with people reassigned, also" in _told()
    assert "with people reassigned within peer group, also" in _told(provenance=within)
    assert "not adjusted for their number" not in _told(contrasts=alone)


def test_what_stands_beside_comparisons_is_told_where_it_was_made():
    """And at which level a difference is said to be one that would be shown."""
    told = _told()

    assert (
        "Beside comparisons stand ratios of proportions (Miettinen-Nurminen) and Fisher’s exact test" in told
    )
    assert "with a chance of 80 % is told of one exact test at an unadjusted 5 %." in told
    assert "Beside comparisons" not in _told(effects=tables.empty("effects"))


def test_tones_are_told_as_an_exploration_where_they_were_compared():
    """With intervals, and without tests; not where nothing was."""
    told = "Tones were set beside each other with such intervals, as an exploration without tests."

    assert told in _told()
    assert told not in _told(tones=tables.empty("tones"))
