"""Which segments to read next: where the coder is least sure, rare themes first, people in turn.

Such segments are not a sample of anything. What is coded there goes to `suggested.csv` and teaches; it never
estimates error, and segments drawn for blind coding are never suggested.
"""

import numpy as np
import pandas as pd

from peerstudy import tables
from peerstudy.coders import teaching


def suggestions(
    segments: pd.DataFrame,
    machine: pd.DataFrame,
    hand: pd.DataFrame,
    coverage: pd.DataFrame,
    sample: pd.DataFrame,
    suggested: pd.DataFrame,
    *,
    coder: str,
    number: int,
    per_participant: int,
) -> pd.DataFrame:
    """Rank segments that a hand coder has not read and that were not drawn for blind coding.

    Parameters
    ----------
    segments, hand, coverage, sample, suggested
        The tables of those names; sample and suggested may be empty.
    machine
        `segment`, `theme` and `probability` of a machine coder.
    coder
        Hand coder who would read them.
    number
        How many segments at most.
    per_participant
        Of one person at most.

    Returns
    -------
    frame
        The table `suggestions`. Themes take turns, the one with fewest hand codes first; each names the
        segment whose probability is nearest to one half, of somebody with fewest segments in the list.

    Raises
    ------
    TableError
        If a suggested segment is not there any more.

    References
    ----------
    Lewis & Gale 1994 (SIGIR), uncertainty sampling.
    """
    apart = set(sample.loc[sample["drawn"], "segment"])
    read = teaching.read(segments, coverage, sample, suggested, coder=coder)
    open_ = segments[~read & ~segments["segment"].isin(apart).to_numpy() & (segments["participant"] != "")]
    rows = machine.merge(open_, on="segment")
    rows = rows.assign(unsure=-(rows["probability"] - 0.5).abs())
    rows = rows.sort_values(["unsure", "segment"], ascending=[False, True], kind="stable")
    counts = hand["theme"].value_counts()
    themes = sorted(set(rows["theme"]), key=lambda theme: (int(counts.get(theme, 0)), theme))
    queues = {theme: own.reset_index(drop=True) for theme, own in rows.groupby("theme")}
    chosen = _in_turn([queues[theme] for theme in themes], number, per_participant)
    if not chosen:
        return tables.empty("suggestions")
    frame = pd.DataFrame(chosen).assign(rank=np.arange(1, len(chosen) + 1))
    return tables.check(frame[list(tables.contracts()["suggestions"].columns)], "suggestions")


def _in_turn(queues: list[pd.DataFrame], number: int, per_participant: int) -> list["pd.Series[str]"]:
    """One segment of each queue in turn, until all are empty or there are enough."""
    chosen: list[pd.Series[str]] = []
    taken: set[str] = set()
    people: dict[str, int] = {}
    while queues and len(chosen) < number:
        left = []
        for queue in queues:
            held = queue["participant"].map(people).fillna(0).astype(int)
            free = queue[~queue["segment"].isin(taken) & (held < per_participant)]
            if len(free) and len(chosen) < number:
                best = free.iloc[int(held[free.index].to_numpy().argmin())]
                chosen.append(best)
                taken.add(best["segment"])
                people[best["participant"]] = people.get(best["participant"], 0) + 1
                left.append(free)
        queues = left
    return chosen
