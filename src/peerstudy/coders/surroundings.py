"""What is said right before and right after a segment: the rest of its turn, or the turn of somebody else."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from peerstudy.coders.tokens import Positions


class Surroundings(NamedTuple):
    """All that is said, with neighbours.

    Attributes
    ----------
    texts : the segments' texts in their order, then the texts of turns that hold no segment.
    before, after : for each segment, the number of the text next to it in its interview; -1 for none.
    """

    texts: "pd.Series[str]"
    before: Positions
    after: Positions


def surroundings(segments: pd.DataFrame, turns: pd.DataFrame) -> Surroundings:
    """Neighbours of each segment.

    Parameters
    ----------
    segments, turns
        The tables of those names, or whole interviews of both.
    """
    cut = pd.MultiIndex.from_frame(segments[["interview", "turn"]])
    others = turns[~pd.MultiIndex.from_frame(turns[["interview", "turn"]]).isin(cut)]
    everything = pd.concat(
        [
            segments[["interview", "turn", "start", "text"]],
            others[["interview", "turn", "text"]].assign(start=0),
        ],
        ignore_index=True,
    )
    order = everything.sort_values(["interview", "turn", "start"], kind="stable").index.to_numpy()
    interview = everything["interview"].to_numpy()[order]
    same = np.append(interview[1:] == interview[:-1], False) if len(order) else np.zeros(0, dtype=bool)
    before, after = np.full(len(order), -1), np.full(len(order), -1)
    first = np.flatnonzero(same)
    before[order[first + 1]] = order[first]
    after[order[first]] = order[first + 1]
    return Surroundings(everything["text"], before[: len(segments)], after[: len(segments)])
