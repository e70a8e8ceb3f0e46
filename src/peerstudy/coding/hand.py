"""What people marked, segment by segment: what machine coders learn from and are measured against."""

import pandas as pd

from peerstudy import tables, tree

KEY = ["segment", "theme", "coder"]


def hand(
    segments: pd.DataFrame, spans: pd.DataFrame, codebook: pd.DataFrame, *, overlap: float
) -> pd.DataFrame:
    """Segments that a hand coder's span touches enough, once a coder and theme.

    A span that touches none enough, such as one from the end of a sentence into the next, codes the segment
    of which it covers most: what somebody marked is never lost.

    Parameters
    ----------
    segments, spans, codebook
        The tables of those names.
    overlap
        Share of a segment's characters that a span must cover, unless the span lies wholly inside it.

    Returns
    -------
    frame
        The table `hand`. Codes are repeated for the parents that the codebook says they count for.
    """
    numbered = spans.reset_index(drop=True).rename_axis("span").reset_index()
    pairs = numbered.merge(segments, on=["interview", "turn"], suffixes=("", "_segment"))
    shared = pairs[["end", "end_segment"]].min(axis=1) - pairs[["start", "start_segment"]].max(axis=1)
    covered = shared / (pairs["end_segment"] - pairs["start_segment"])
    enough = (shared > 0) & ((covered >= overlap) | (shared == pairs["end"] - pairs["start"]))
    most = (shared > 0) & (covered == covered.groupby(pairs["span"]).transform("max"))
    missed = ~enough.groupby(pairs["span"]).transform("any")
    kept = pairs.loc[enough | (missed & most), [*KEY, "valence"]]
    if kept.empty:
        return tables.empty("hand")
    parents = kept.assign(theme=kept["theme"].map(tree.ancestors(codebook))).explode("theme")
    both = pd.concat([kept, parents.dropna(subset=["theme"])], ignore_index=True)
    return both.groupby(KEY, as_index=False).agg(valence=("valence", _valences))


def _valences(values: "pd.Series[str]") -> str:
    """The tones of several spans in one segment, each once: only a coder can say that a passage is mixed."""
    return "; ".join(sorted(set(values) - {""}))
