"""What the codebook's patterns say of a segment, as something to learn from."""

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]


class Told:
    """How many different words of each theme's patterns a segment says, for coders that learn.

    The codebook is known before a hand code is, so few hand codes go further: what is left to learn is how
    far its words are to be believed, theme by theme. It sees no hand code.

    Parameters
    ----------
    patterns
        What the pattern coder gave: segment, theme, evidence (`patterns.patterns`).

    Examples
    --------
    >>> found = pd.DataFrame({"segment": ["s1", "s1"], "theme": ["a", "b"], "evidence": ["bus", "tips; try"]})
    >>> Told(found)(pd.DataFrame({"segment": ["s0", "s1"]})).round(2).tolist()
    [[0.0, 0.0], [0.69, 1.1]]
    """

    def __init__(self, patterns: pd.DataFrame):
        self.themes = sorted(set(patterns["theme"]))
        self._segment = pd.Index(patterns["segment"])
        self._theme = pd.Index(self.themes).get_indexer(pd.Index(patterns["theme"]))
        self._said = np.log(2 + patterns["evidence"].str.count("; ").to_numpy(float))

    def __call__(self, segments: pd.DataFrame) -> Floats:
        """Segments x themes: the logarithm of 1 + the different words matched."""
        row = pd.Index(segments["segment"]).get_indexer(self._segment)
        here = row >= 0
        found = np.zeros((len(segments), len(self.themes)))
        found[row[here], self._theme[here]] = self._said[here]
        return found
