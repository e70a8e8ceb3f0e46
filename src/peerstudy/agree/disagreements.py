"""Where coders read the same words differently, side by side."""

import numpy as np
import pandas as pd

from peerstudy import tables
from peerstudy.agree.readings import Bools, of_segments


def disagreements(
    codings: pd.DataFrame,
    coverage: pd.DataFrame,
    segments: pd.DataFrame,
    spans: pd.DataFrame,
    codebook: pd.DataFrame,
    sample: pd.DataFrame,
    *,
    adjudicated: list[str],
) -> pd.DataFrame:
    """Segments in which a theme was found by one reader and not by another.

    Parameters
    ----------
    codings, coverage, segments, spans, codebook, sample
        The tables of those names. Machine codes are left out.
    adjudicated
        Coders who settled the differences of others: what they decided stands in a column of its own.

    Returns
    -------
    frame
        The table `disagreements`. Parents stand in it only where somebody gave them and not their children.

    Raises
    ------
    ValueError
        If a hand coding names a segment that is not there, or somebody read a sample and none was drawn.
    """
    coders = sorted(set(coverage["coder"]))
    given = set(spans["theme"])
    themes = [theme for theme in codebook.sort_values("order")["theme"] if theme in given]
    text = segments.sort_values(["interview", "turn", "start"], kind="stable", ignore_index=True)
    readings = of_segments(codings, coverage, text, sample, coders=coders, themes=themes)
    witness = ~np.isin(coders, adjudicated)
    found = readings.marks & witness[:, None]
    missed = (readings.read & witness)[:, :, None] & ~readings.marks
    at = np.argwhere(found.any(axis=1) & missed.any(axis=1))
    if not len(at):
        return tables.empty("disagreements")
    place, theme = at.T
    frame = text.loc[place, ["segment", "interview", "participant", "text"]].reset_index(drop=True)
    frame["theme"] = np.array(themes, dtype=object)[theme]
    frame["found_by"] = _named(found[place, :, theme], coders)
    frame["missed_by"] = _named(missed[place, :, theme], coders)
    frame["settled"] = _settled(readings.read[place] & ~witness, readings.marks[place, :, theme])
    frame = frame.merge(_marked(spans, text), on=["segment", "theme"], how="left").fillna({"marked": ""})
    return tables.check(frame[list(tables.contracts()["disagreements"].columns)], "disagreements")


def _named(who: Bools, coders: list[str]) -> list[str]:
    """Coders of each row, parted by semicolons."""
    return ["; ".join(coder for coder, here in zip(coders, row, strict=True) if here) for row in who]


def _settled(decided: Bools, marks: Bools) -> list[str]:
    """What adjudicators who read the segment made of it: yes, no, or nothing yet."""
    return ["yes" if (d & m).any() else "no" if d.any() else "" for d, m in zip(decided, marks, strict=True)]


def _marked(spans: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """The words of each segment that each coder marked with a theme: `A: words | B: other words`."""
    pieces = spans.merge(segments, on=["interview", "turn"], suffixes=("", "_segment"))
    first = (pieces["start"] - pieces["start_segment"]).clip(lower=0)
    last = pieces[["end", "end_segment"]].min(axis=1) - pieces["start_segment"]
    words = [t[a:b].strip() for t, a, b in zip(pieces["text"], first, last, strict=True)]
    pieces = pieces.assign(words=words, first=first)[first < last].sort_values(
        ["coder", "first"], kind="stable"
    )
    own = pieces.groupby(["segment", "theme", "coder"])["words"].agg(" ... ".join).reset_index()
    own["marked"] = own["coder"] + ": " + own["words"]
    return own.groupby(["segment", "theme"])["marked"].agg(" | ".join).reset_index()
