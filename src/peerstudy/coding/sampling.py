"""The random sample of segments for blind hand coding, drawn within every participant."""

import numpy as np
import pandas as pd

from peerstudy import tables
from peerstudy.cells import problems_of
from peerstudy.coding import drawing

AND = "; "  # between coders
PLACE = ["interview", "turn", "start", "end"]
COLUMNS = ["segment", "participant", *PLACE, "text", "probability", "drawn", "seed"]


def sample(
    segments: pd.DataFrame, frozen: pd.DataFrame, *, per_participant: int, share: float, seed: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Draw segments of every participant, or keep a draw that was frozen.

    A frozen draw stays: its segments are found again by place and words, or by words alone where they stand
    once in their interview. Segments that came later are a stratum of their own, so that their chance of
    being drawn is known too. Segments of nobody in particular are not sampled.

    Parameters
    ----------
    segments
        The table of that name.
    frozen
        A `sample` that a person put into the study folder; empty if there is none.
    per_participant
        Segments drawn of each participant at least, or all if there are fewer.
    share
        Share of a participant's segments that is drawn; 1 draws whole interviews.
    seed
        Of the draw; recorded with it.

    Returns
    -------
    sample, sample_changes
        The tables of those names.

    Raises
    ------
    TableError
        If a frozen segment was drawn that had no chance of it.
    """
    _refuse_no_chance(frozen)
    frame = segments[segments["participant"] != ""].sort_values(PLACE).reset_index(drop=True)
    kept, changes = _kept(frame, frozen)
    new = frame[~frame["segment"].isin(kept["segment"])]
    known = set(frozen["participant"])
    parts = [kept] if len(kept) else []
    for participant, own in new.groupby("participant", sort=True):
        late = participant in known
        number = drawing.size(len(own), least=1 if late else per_participant, share=share)
        stratum = f"{participant}, later" if late else str(participant)
        drawn = drawing.draw(len(own), number, seed=seed, stratum=stratum)
        parts.append(own.assign(probability=number / len(own), drawn=drawn, seed=seed)[COLUMNS])
    made = pd.concat(parts, ignore_index=True) if parts else tables.empty("sample")
    if len(frozen):
        came = _change(made[made["segment"].isin(new["segment"])], "new", was="")
        changes = pd.concat([changes, came], ignore_index=True)
    return made, changes


def _refuse_no_chance(frozen: pd.DataFrame) -> None:
    """A drawn segment stands for as many as its chance of being drawn says: without one, for any number."""
    none = frozen[frozen["drawn"].astype(bool) & (frozen["probability"] <= 0)]
    if len(none):
        lines = [
            f"row {line}, column 'probability': 0 for a drawn segment, allowed is above 0"
            for line in tables.lines(none)
        ]
        raise problems_of("sample.csv", lines)


def with_unread(sample: pd.DataFrame, unlisted: pd.DataFrame) -> pd.DataFrame:
    """The draw, and beside each segment the coders who did not read it although they read the sample.

    Parameters
    ----------
    sample
        The table of that name.
    unlisted
        What `filled.unlisted` gave.

    Returns
    -------
    sample_read
        The table of that name.
    """
    unread = unlisted.groupby("segment")["coder"].agg(lambda coders: AND.join(sorted(coders)))
    return sample.assign(unread=sample["segment"].map(unread).fillna("").astype(str))


def read_by(sample: pd.DataFrame, coder: str) -> pd.DataFrame:
    """What a coder who reads the sample has read of it.

    Where they left segments out, the others of that person stand for these too: the chance of having been
    drawn is multiplied by the share of the person's weight that was read. That is right if what was left out
    is like the rest of what the person says.

    Parameters
    ----------
    sample
        The table `sample_read`, or `sample`, of which everything that was drawn counts as read.
    coder
        Who read.

    Returns
    -------
    frame
        `segment`, and `probability` of having been drawn and read.

    References
    ----------
    Särndal, Swensson & Wretman 1992, ch. 15: weighting classes for nonresponse.

    Examples
    --------
    >>> drawn = {"segment": ["a", "b", "c"], "participant": "P", "probability": 0.5, "drawn": True}
    >>> read_by(pd.DataFrame(drawn | {"unread": ["", "B", ""]}), "B").round(3).to_dict("list")
    {'segment': ['a', 'c'], 'probability': [0.333, 0.333]}
    """
    drawn = sample[sample["drawn"]]
    if "unread" not in drawn or not (drawn["unread"] != "").any():
        return drawn[["segment", "probability"]]
    read = np.array([coder not in told.split(AND) for told in drawn["unread"]], dtype=bool)
    weight = 1 / drawn["probability"]
    sums = [part.groupby(drawn["participant"]).transform("sum") for part in (weight.where(read, 0.0), weight)]
    chance = drawn["probability"] * sums[0] / sums[1]
    return drawn.assign(probability=chance).loc[read, ["segment", "probability"]]


def _kept(frame: pd.DataFrame, frozen: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The frozen rows under their segments' present ids, and those that moved or are gone."""
    if frozen.empty:
        return frozen.reindex(columns=COLUMNS), tables.empty("sample_changes")
    at = _by(frame, [*PLACE, "text"])
    same = [at.get(tuple(row)) for row in frozen[[*PLACE, "text"]].itertuples(index=False)]
    left = frame[~frame.index.isin([place for place in same if place is not None])]
    words = _by(left, ["interview", "text"], once=True)
    searched = frozen[[place is None for place in same]]
    sought = _by(searched, ["interview", "text"], once=True)
    found = pd.Series(same, index=frozen.index, dtype="Int64")
    for key, row in sought.items():
        found[row] = words.get(key, pd.NA)
    there = found.dropna().astype("int64")
    now = frame.loc[there].set_index(there.index)
    kept = now.assign(**{name: frozen.loc[there.index, name] for name in ("probability", "drawn", "seed")})
    moved = kept[kept.index.isin(searched.index)]
    gone = frozen[found.isna()].assign(segment="")
    changes = [
        _change(moved, "moved", was=frozen.loc[moved.index, "segment"]),
        _change(gone, "gone", was=frozen.loc[gone.index, "segment"]),
    ]
    return kept[COLUMNS], pd.concat(changes, ignore_index=True)


def _by(frame: pd.DataFrame, columns: list[str], *, once: bool = False) -> dict[tuple[object, ...], int]:
    """Index of each row by its values; with `once`, only of values that no other row has."""
    rows = frame[~frame.duplicated(columns, keep=False)] if once else frame
    keys = rows[columns].itertuples(index=False)
    return {tuple(key): int(index) for key, index in zip(keys, rows.index, strict=True)}


def _change(rows: pd.DataFrame, change: str, *, was: "str | pd.Series[str]") -> pd.DataFrame:
    return rows.assign(was=was, change=change)[
        ["segment", "was", "change", "interview", "participant", "drawn", "text"]
    ]
