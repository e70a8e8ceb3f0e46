"""What the codebook's patterns say of a segment, as something to learn from."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd

SHOWN = 3  # words that a coder names as its evidence

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]
Worth = Callable[[int, int], dict[str, float]]  # row and theme number -> what each word speaks for it


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
        patterns = patterns.sort_values("segment", kind="stable")
        self._segments = pd.Index(patterns["segment"].unique())
        self._first = np.append(patterns["segment"].searchsorted(self._segments), len(patterns))
        self._theme = pd.Index(self.themes).get_indexer(pd.Index(patterns["theme"]))
        self._words = patterns["evidence"].str.lower().str.split("; ").to_numpy(object)
        self._said = np.log(2 + patterns["evidence"].str.count("; ").to_numpy(float))

    def __call__(self, segments: pd.DataFrame) -> Floats:
        """Segments x themes: the logarithm of 1 + the different words matched.

        Parameters
        ----------
        segments
            With a column `segment`.
        """
        first, last = self._matches(segments)
        many = last - first
        row = np.repeat(np.arange(len(segments)), many)
        here = np.arange(len(row)) + np.repeat(last - np.cumsum(many), many)
        found = np.zeros((len(segments), len(self.themes)))
        found[row, self._theme[here]] = self._said[here]
        return found

    def worth(self, segments: pd.DataFrame, weights: Floats) -> Worth:
        """What the matched words of a segment speak for a theme, which need not be the one they stand under.

        Parameters
        ----------
        segments
            With a column `segment`, in the order by which rows are asked for.
        weights
            What was learned of these features: themes that have patterns x themes.
        """
        first, last = self._matches(segments)

        def speaks(row: int, theme: int) -> dict[str, float]:
            found: dict[str, float] = {}
            for at in range(first[row], last[row]):
                each = float(self._said[at] * weights[self._theme[at], theme]) / len(self._words[at])
                for word in self._words[at]:
                    found[word] = found.get(word, 0.0) + each
            return found

        return speaks

    def _matches(self, segments: pd.DataFrame) -> tuple[Positions, Positions]:
        """Where the matches of each segment begin and where they end; none where nothing matches."""
        number = self._segments.get_indexer(pd.Index(segments["segment"]))
        return self._first[number], np.where(number < 0, self._first[number], self._first[number + 1])


def telling(worth: dict[str, float]) -> str:
    """The words that speak most for a theme, at most `SHOWN`, parted by `; `.

    Examples
    --------
    >>> telling({"bus": 0.2, "tea": -0.1, "stop": 0.7})
    'stop; bus'
    """
    speaking = sorted((-much, word) for word, much in worth.items() if much > 0)
    return "; ".join(word for _, word in speaking[:SHOWN])
