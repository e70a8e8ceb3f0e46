"""Whether, and how much, each person speaks of each theme: people counted once."""

import pandas as pd

from peerstudy import tables
from peerstudy.compare import audience


def presence(
    totals: pd.DataFrame,
    roster: pd.DataFrame,
    codebook: pd.DataFrame,
    interviews: pd.DataFrame,
    speakers: pd.DataFrame,
    asked: pd.DataFrame,
    corrected: pd.DataFrame,
    *,
    hand: str,
    least: int,
) -> pd.DataFrame:
    """The complete grid of person and theme, zeros included.

    Parameters
    ----------
    totals, roster, codebook, interviews, speakers, asked, corrected
        The tables of those names.
    hand
        Coder whose codes are those by hand.
    least
        Coded segments from which a theme counts as present.

    Returns
    -------
    frame
        The table `presence`, one row an analysed person, theme and estimator; `machine`, `corrected` and
        `verified` where a blind sample was coded, all with the machine coder that `corrected` names. Who was
        not read whole by the hand coder is not read in the rows `hand`.

    Raises
    ------
    TableError
        If the hand coder read no interview whole, and nothing of a blind sample.
    """
    known = sorted(set(totals["coder"]))
    if hand not in known and not corrected["labels"].any():
        raise tables.TableError(
            f"presence: hand coder {hand!r} read no interview whole, and no blind sample was read"
            f"{tables.nearest(hand, known)}. Coders: {', '.join(known)}"
        )
    grid = audience.audience(roster, codebook, interviews, speakers, asked)
    ran = corrected[corrected["machine"].isin(known)]  # none did, where the study runs no machine coder
    helper = ran[["participant", "theme", "machine"]].rename(columns={"machine": "coder"})
    by_hand = grid.merge(totals[totals["coder"] == hand], on=["participant", "theme"], how="left")
    by_machine = grid.merge(helper, on=["participant", "theme"]).merge(
        totals, on=["participant", "theme", "coder"], how="left"
    )
    frame = pd.concat(
        [by_hand.assign(estimator="hand"), by_machine.assign(estimator="machine")], ignore_index=True
    )
    frame["read"] = frame["segments"].notna()
    frame = frame.fillna({"segments": 0, "words": 0, "coded": 0})
    frame["present"] = frame["coded"] >= least
    frame["share"] = (frame["coded"] / frame["segments"]).where(frame["segments"] > 0)
    frame = pd.concat([frame, _sampled(grid, corrected, least)], ignore_index=True)
    columns = list(tables.contracts()["presence"].columns)
    return tables.check(frame[columns], "presence")


def _sampled(grid: pd.DataFrame, corrected: pd.DataFrame, least: int) -> pd.DataFrame:
    """Rows of the blind sample: corrected talk, and presence that a reader confirmed."""
    both = grid.merge(corrected, on=["participant", "theme"])
    share = both.assign(estimator="corrected", share=both["salience"], read=both["labels"] > 0)
    share = share.assign(
        coded=(both["salience"] * both["segments"]).fillna(0), present=both["positives"] >= least
    )
    seen = both.assign(estimator="verified", share=float("nan"), read=both["unread"] < both["segments"])
    seen = seen.assign(coded=both["confirmed"].astype(float), present=both["confirmed"] >= least)
    return pd.concat([share, seen])
