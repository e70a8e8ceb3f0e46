"""The framework matrix is filled with places and words, and waits for people's summaries."""

import pandas as pd
import small_study

from peerstudy import contracts, framework, tables


def test_a_cell_holds_its_passages_and_waits_for_a_summary():
    """Two passages of one turn are one place; a person without passages has an empty cell."""
    study = small_study.study()
    spans = pd.DataFrame(
        [("I1", 2, 0, 4, "care", "A", "They", "", ""), ("I1", 2, 5, 9, "care", "B", "cared", "", "")],
        columns=list(contracts.contracts()["spans"].columns),
    )
    made = framework.framework(study["roster"], study["codebook"], study["presence"], spans, study["turns"])
    matrix = tables.check(made, "framework").set_index(["participant", "theme"])

    assert matrix.loc[("P1", "care"), ["passages", "quote", "summary"]].tolist() == ["I1, turn 2", "They", ""]
    assert matrix.loc[("P2", "care"), "passages"] == ""
    assert not matrix.loc[("P5", "cost"), "applies"]
    assert len(matrix) == 7 * 3
