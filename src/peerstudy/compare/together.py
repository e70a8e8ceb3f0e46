"""Which pairs of themes go together more than chance would have it, and which of them a test supports."""

import pandas as pd

LEAST = 3  # people who speak of both: of fewer, a person or two are the pair
LIMIT = 0.05  # largest adjusted p-value of a pair that a test supports


def ranked(cooccurrences: pd.DataFrame) -> pd.DataFrame:
    """Pairs whose phi over people is above 0 and of which enough people speak, the strongest first.

    Not by how many speak of both: two themes that nearly all speak of meet without going together.

    Parameters
    ----------
    cooccurrences
        The table of that name.

    Examples
    --------
    >>> pairs = pd.DataFrame({"theme": ["a", "b", "c"], "other": "d", "phi": [0.1, -0.2, 0.3]})
    >>> ranked(pairs.assign(speak_of_both=5))["theme"].tolist()
    ['c', 'a']
    """
    held = cooccurrences[(cooccurrences["phi"] > 0) & (cooccurrences["speak_of_both"] >= LEAST)]
    return held.sort_values(["phi", "theme", "other"], ascending=[False, True, True])


def supported(cooccurrences: pd.DataFrame, unit: str) -> pd.DataFrame:
    """Pairs that a test over people or segments supports once all pairs are tested together.

    Parameters
    ----------
    cooccurrences
        The table of that name.
    unit
        people or segments.
    """
    return cooccurrences[cooccurrences[f"p_{unit}_adjusted"] <= LIMIT]
