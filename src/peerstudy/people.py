"""Who speaks in which interview."""

import pandas as pd


def held(interviews: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """Interview and participant, once a pair, interviews with withdrawn consent left out.

    Parameters
    ----------
    interviews, speakers
        The tables of those names. A focus group names its people in `speakers`.
    """
    pairs = pd.concat([interviews[["interview", "participant"]], speakers[["interview", "participant"]]])
    if "consent" in interviews:
        open_ones = interviews[interviews["consent"] != "withdrawn"]["interview"]
        pairs = pairs[pairs["interview"].isin(open_ones)]
    return pairs[pairs["participant"] != ""].drop_duplicates(ignore_index=True)
