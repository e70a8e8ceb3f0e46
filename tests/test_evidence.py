"""What notebooks conclude of corpus, codes and comparisons: sentences with the numbers of tables."""

import pandas as pd
import small_study

from peerstudy import tables
from peerstudy.pages import evidence, firmness, reading


def study() -> dict[str, pd.DataFrame]:
    return small_study.study()


def coded(**columns: list[object]) -> pd.DataFrame:
    """Rows of `validation` of one coder, measured unless the columns say otherwise."""
    measured = {"group": "", "source": "machine", "units": 9, "participants": 3, "prevalence": 0.1}
    numbers = dict.fromkeys(["precision", "f1", "kappa_low", "kappa_high", "ece"], 0.5)
    frame = pd.DataFrame(columns).assign(**measured, **numbers, coder="patterns")
    return tables.check(frame.assign(abstained=frame["reason"] != ""), "validation")


def test_what_is_in_no_turn_is_told():
    """A reader learns at once whether something of a transcript was left out."""
    ingest = study()["ingest"]
    whole = evidence.files(ingest)
    part = evidence.files(ingest.assign(dropped=3, warnings="odd"))

    assert whole[1:] == ["Every line of every file is in a turn.", "Nothing in them asks for a second look."]
    assert part[1].startswith("3 lines or elements of 1 file are")
    assert part[2].startswith("A person should look at 1 file, ")


def test_the_silent_half_is_told_by_group():
    """Talk is told as a median, so that one talker does not stand for a group."""
    assert evidence.talk(study()["talk"])[0] == ("reds, 4 people: median 100 words (quartiles 100 and 100).")


def test_alpha_is_told_with_what_is_undefined():
    """The span names its themes; an undefined alpha is counted with its reason, never as a number."""
    told = evidence.agreement(study()["agreement"], study()["codebook"])

    assert told == [
        "Over segments (coders A and B): alpha 0.71 (Care & company). "
        "It is undefined for 1 theme: nobody found it."
    ]


def test_no_alpha_at_all_gives_the_reason():
    """A study of one coder is told so."""
    alone = study()["agreement"].assign(estimate=None, reason="nothing was read by two coders")
    told = evidence.agreement(tables.check(alone, "agreement"), study()["codebook"])

    assert told == ["There is no alpha: nothing was read by two coders."]


def test_differences_of_readers_are_counted_and_open_ones_named():
    """The theme with most differences comes first; none is no error."""
    disagreements, codebook = study()["disagreements"], study()["codebook"]

    assert evidence.differences(disagreements, codebook)[0].endswith("1 are not settled.")
    assert "“Care & company”" in evidence.differences(disagreements, codebook)[0]
    assert "Nothing was read differently" in evidence.differences(disagreements.iloc[:0], codebook)[0]


def test_a_coder_that_abstains_is_told_apart_from_one_that_errs():
    """Silence is counted; the measured rest is told with its worst and best theme."""
    rows = coded(
        theme=["care", "cost"], recall=[0.2, None], kappa=[0.1, None], reason=["", "NOT SUPPORTED: few"]
    )
    told = evidence.machine(rows, study()["codebook"])

    assert told[0].startswith("The machine coder “patterns” abstains from 1 of 2 themes")
    assert "recall 0.20 (Care & company)" in told[1]
    assert evidence.machine(rows.iloc[:0], study()["codebook"]) == [
        "No coder was measured against the hand coder."
    ]


def test_what_is_withheld_is_counted_by_reason():
    """Comparisons without an estimate are told with why."""
    told = evidence.carried(study()["contrasts"])

    assert told[0] == "Presence by hand codes: 1 of 2 have an estimate (missing: 1 fewer than 3 people)."
    assert told[1] == "Presence by machine codes: 1 of 1 have an estimate."


def test_stopping_is_no_verdict_for_reflexive_studies():
    """An empty table says that no claim is made; a group too small says so."""
    stopping = study()["stopping"]

    assert evidence.heard(stopping) == ["reds, 4 people, 2 themes: too few people."]
    assert evidence.heard(stopping.iloc[:0]) == ["A reflexive study makes no claim of saturation."]


def test_firmness_names_the_kind_of_change_that_breaks_it():
    """How many of how many ways, and which choice matters."""
    every = study()["robustness"]
    one = every.assign(kind="participant", variants=2, holding=1)
    told = firmness.ways(pd.concat([every, one]), study()["codebook"])

    assert told == [
        "Care & company, presence (reds against blues): on the same side of 0, or open as here, in 1 of 1 "
        "other choices and in 1 of 2 with one person left out; changed by participant (1 of 2)."
    ]
    assert firmness.ways(every.iloc[:0], study()["codebook"]) == ["No comparison was made otherwise."]
    none = firmness.ways(every.assign(variants=0, holding=0, refused=4), study()["codebook"])
    assert none == [
        "Care & company, presence (reds against blues): 4 other ways could not be made or left the same "
        "people."
    ]


def test_what_could_be_seen_is_told_in_points():
    """The detectable difference of the themes with most and fewest people."""
    found = {"contrast": "a", "measure": "presence", "estimator": "hand", "effect": "detectable difference"}
    rows = pd.DataFrame({"theme": ["care", "cost"], "low": [-0.4, -0.6], "high": [0.4, 0.6]})
    effects = tables.check(rows.assign(**found, estimate=None, p=None, method="exact"), "effects")

    assert firmness.detectable(effects, study()["codebook"]) == [
        f"a: the smallest {way} that would be seen, each theme by itself (exact, not adjusted), is from "
        f"{ends} percentage points."
        for way, ends in (
            ("fall", "−60 (Cost) to −40 (Care & company)"),
            ("rise", "+40 (Care & company) to +60 (Cost)"),
        )
    ]
    assert "people enough" in firmness.detectable(effects.iloc[:0], study()["codebook"])[0]


def test_the_smallest_p_value_is_told_with_how_many_were_tested():
    """A p-value is never told without the number of tests it was among."""
    together = firmness.together(study()["cooccurrences"], study()["codebook"])

    assert together == [
        "Over people: none of 1 pairs go together or apart beyond chance once all are tested together "
        "(adjusted p of .05 at most). The smallest p is that of Care & company with Cost, which go apart "
        "(phi −0.50): p = .500 alone, p = 1 adjusted.",
        "Over segments: none of 1 pairs meet more often than by chance once all are tested together "
        "(adjusted p of .05 at most). The smallest p is that of Care & company with Cost, in 1 segment, 0.5 "
        "by chance: p = .500 alone, p = 1 adjusted.",
    ]
    assert (
        firmness.smallest(study()["cooccurrences"].iloc[:0], "p_people_adjusted", str)
        == "nothing was tested."
    )


def test_of_adjusted_p_values_that_are_alike_the_least_alone_is_named():
    """Many are 1; the first of the table is no smallest. Only what has a p-value was tested."""
    frame = pd.DataFrame({"term": ["tea", "bus", "cake"], "p": [0.4, 0.01, None], "tested": 3})
    frame = frame.assign(p_adjusted=[1.0, 1.0, None])

    assert firmness.smallest(frame, "p_adjusted", lambda row: row.term) == (
        "of 2 tested together the smallest is that of bus: p = .010 alone, p = 1 adjusted."
    )


def test_whether_anything_was_blind_follows_from_what_was_read():
    """People read whole were read by somebody who knew them; of whom drawn segments alone were read, not."""
    presence, corrected = study()["presence"], study()["corrected"]
    unread, none = presence.assign(read=False), corrected.assign(labels=0)
    told = [
        reading.blind("A", reading.of_presence(people, drawn))
        for people, drawn in ((presence, corrected), (unread, corrected), (unread, none))
    ]

    assert told == [
        "A read whole interviews, knowing whose words they are, so that nothing was coded blind.",
        "A read drawn segments alone, which show neither person nor group.",
        "",
    ]


def test_empty_tables_are_told():
    """No word and no third group is an answer too."""
    assert firmness.words(tables.empty("vocabulary"))[0].startswith("No word is used")
    assert firmness.several(tables.empty("omnibus"), study()["codebook"])[0].startswith(
        "The plan compares no more"
    )
