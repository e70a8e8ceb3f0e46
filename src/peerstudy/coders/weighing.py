"""What each segment and each probability weighs when a coder is measured against a hand coder."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from peerstudy.coders import teaching
from peerstudy.coding import sampling

Floats = npt.NDArray[np.float64]


def stands_for(segments: pd.DataFrame, coverage: pd.DataFrame, sample: pd.DataFrame, coder: str) -> Floats:
    """How many segments each stands for: 1 if read whole, 1 / probability if drawn, 0 if not read.

    Parameters
    ----------
    segments, coverage, sample
        The tables of those names; sample may be empty.
    coder
        Hand coder.
    """
    nobody = pd.DataFrame({"segment": [], "coder": []})
    own = coverage[coverage["coder"] == coder]
    whole = teaching.read(segments, own[own["scope"] == "whole"], sample, nobody, coder=coder)
    drawn = teaching.read(segments, own[own["scope"] == "sample"], sample, nobody, coder=coder)
    chance = (
        segments["segment"]
        .map(sampling.read_by(sample, coder).set_index("segment")["probability"])
        .fillna(1.0)
    )
    return np.where(whole, 1.0, np.where(drawn, 1 / chance.to_numpy(float), 0.0))


def probabilities(
    codes: pd.DataFrame, totals: pd.DataFrame, segments: pd.DataFrame, themes: list[str]
) -> Floats:
    """Probabilities, segments x themes; segments under the floor share what is left of their person's sum.

    Parameters
    ----------
    codes, totals
        Rows of `codings` and `totals` of one machine coder.
    segments
        The table of that name, as many rows as the result.
    themes
        Columns of the result.
    """
    rows = pd.Index(segments["segment"]).get_indexer(pd.Index(codes["segment"]))
    columns = pd.Index(themes).get_indexer(pd.Index(codes["theme"]))
    known = rows >= 0
    probability = np.full((len(segments), len(themes)), np.nan)
    probability[rows[known], columns[known]] = codes["probability"].to_numpy()[known]
    person, people = pd.factorize(segments["participant"], sort=True)
    wide = totals.pivot_table("expected", "participant", "theme")
    expected = wide.reindex(index=pd.Index(people), columns=pd.Index(themes)).to_numpy(float)
    left, missing = np.nan_to_num(expected), np.zeros(expected.shape)
    np.add.at(left, person, -np.nan_to_num(probability))
    np.add.at(missing, person, np.isnan(probability).astype(float))
    share = np.clip(left / np.maximum(missing, 1), 0, 1)
    return np.where(np.isnan(probability), share[person], probability)
