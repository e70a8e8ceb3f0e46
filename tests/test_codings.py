"""Hand and machine codes side by side: which of them are summed by person."""

import pandas as pd
from small_cohort import codebook

from peerstudy.coding.codings import codings


def test_codes_of_what_was_not_read_whole_are_in_no_sum():
    """One person's two interviews, one read whole: codes of suggested segments of the other do not count."""
    segments = pd.DataFrame({"segment": [f"{i}-{n}" for i in ("I1", "I2") for n in range(3)], "words": 5})
    segments = segments.assign(interview=segments["segment"].str[:2], participant="P1")
    hand = pd.DataFrame({"segment": ["I1-0", "I2-0", "I2-1"], "theme": "tea", "coder": "A", "valence": ""})
    coverage = pd.DataFrame({"interview": ["I1", "I2"], "coder": "A", "scope": ["whole", "sample"]})
    machine = {"m": hand[["segment", "theme"]].assign(probability=1.0, coded=True, evidence="tea")}
    rows, totals = codings(segments, hand, coverage, codebook("tea"), machine, {}, floor=0.05)
    sums = totals.set_index("coder")[["segments", "coded"]]
    assert sums.loc["A"].tolist() == [3, 1]
    assert sums.loc["m"].tolist() == [6, 3]
    assert len(rows) == 6
