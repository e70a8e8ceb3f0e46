"""How much of what there is to hear was heard, group by group, in the true order of interviews."""

import numpy as np
import pandas as pd

from peerstudy import tables
from peerstudy.compare import hearing
from peerstudy.statistics import accumulation


def saturation(
    presence: pd.DataFrame,
    interviews: pd.DataFrame,
    speakers: pd.DataFrame,
    codebook: pd.DataFrame,
    approach: str,
    *,
    origins: list[str],
    orders: int,
    level: float,
    seed: int,
) -> pd.DataFrame:
    """Count the themes heard after each interview, in each group and in all people together.

    Parameters
    ----------
    presence, interviews, speakers, codebook
        The tables of those names.
    approach
        Of the study; a reflexive one has no saturation.
    origins
        Themes that count, by their origin. Themes set in advance make the curve flat for that reason alone.
    orders, level, seed
        Random orders that make the band, the share of them inside it, and their seed.

    Returns
    -------
    frame
        The table `saturation`; a person stands at the first interview.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.
    """
    if approach == "reflexive":
        return tables.empty("saturation")
    frames = []
    for group, heard in hearing.by_group(presence, interviews, speakers, codebook, origins).items():
        curve = accumulation.accumulation(heard.incidence, orders=orders, level=level, seed=seed)
        columns = {name: getattr(curve, name) for name in ("new", "total", "low", "high", "coverage")}
        frame = pd.DataFrame({"interview": heard.interviews, **columns})
        frames.append(frame.assign(group=group, order=np.arange(1, len(frame) + 1)))
    return (
        tables.check(pd.concat(frames, ignore_index=True), "saturation")
        if frames
        else tables.empty("saturation")
    )
