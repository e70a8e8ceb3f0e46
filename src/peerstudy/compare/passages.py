"""What each person says of a theme, passage by passage, as a hand coder marked it."""

import pandas as pd

from peerstudy import tree


def read_whole(segments: pd.DataFrame, coverage: pd.DataFrame, *, coder: str) -> pd.DataFrame:
    """Segments of the interviews that the coder read whole.

    What a sample happened to show of some would stand beside all that others said.

    Parameters
    ----------
    segments, coverage
        The tables of those names.
    coder
        Hand coder.
    """
    whole = coverage[(coverage["coder"] == coder) & (coverage["scope"] == "whole")]
    return segments[segments["interview"].isin(whole["interview"])]


def passages(
    spans: pd.DataFrame, segments: pd.DataFrame, codebook: pd.DataFrame, *, coder: str
) -> pd.DataFrame:
    """Marked passages with their speaker and tone; those of a child stand for its parents too.

    Tones are counted here and not from segments: two passages in one sentence may have a tone each.

    Parameters
    ----------
    spans, segments, codebook
        The tables of those names.
    coder
        Hand coder whose passages are meant.

    Returns
    -------
    frame
        Columns interview, participant, theme, valence: a row a passage and theme.
    """
    speakers = segments[["interview", "turn", "participant"]].drop_duplicates()
    own = spans[spans["coder"] == coder].merge(speakers, on=["interview", "turn"])
    own = own[["interview", "participant", "theme", "valence"]]
    parents = own.assign(theme=own["theme"].map(tree.ancestors(codebook))).explode("theme")
    return pd.concat([own, parents.dropna(subset=["theme"])], ignore_index=True)
