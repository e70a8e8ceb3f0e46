"""The methods section, which people copy, says what was done and nothing else."""

import pandas as pd
import small_study

from peerstudy import tables
from peerstudy.pages import methods
from peerstudy.record import provenance


def _told(**changed: pd.DataFrame) -> str:
    study = small_study.study() | changed
    names = ("provenance", "codebook", "agreement", "validation", "corrected", "robustness")
    return " ".join(methods.paragraph(*(study[name] for name in names)))


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


def test_coefficients_stand_in_a_sentence():
    """A common name is in lower case there, and a capital in the head of a column."""
    study = small_study.study()
    coefficients = study["provenance"]["name"] == "agreement.coefficients"
    study["provenance"].loc[coefficients, "value"] = '["agreement", "alpha", "alpha_masi"]'

    told = "measured by raw agreement, Krippendorff’s alpha and alpha of sets (MASI) over segments"
    assert told in _told(provenance=study["provenance"])


def test_agreement_that_was_not_measured_is_not_claimed():
    """One coder agrees with nobody."""
    alone = small_study.study()["agreement"].assign(units=0, estimate=None, low=None, high=None)

    assert "Agreement between people was measured" in _told()
    told = _told(agreement=alone)
    assert "Nothing was read by two coders, so that agreement was not measured." in told
    assert "Agreement between people was measured" not in told


def test_a_correction_is_told_only_where_a_blind_sample_was_coded():
    """Without one nothing was corrected, and a study without machine coders says nothing of machines."""
    study = small_study.study()
    blind = study["corrected"].assign(labels=0)
    settings = {**small_study.SETTINGS, "coders": []}
    alone = provenance.provenance({}, {"peerstudy": "1"}, settings=settings)

    assert "Shares of talk were corrected by the hand codes of A" in _told()
    assert "were not corrected" in _told(corrected=blind)
    assert "Shares of talk were corrected" not in _told(corrected=blind)
    assert "achine co" not in _told(corrected=blind, provenance=alone)
