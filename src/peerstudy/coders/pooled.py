"""Coders that are weighed against each other and score as one."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd

from peerstudy.coders import mixing
from peerstudy.coders.folds import Fold
from peerstudy.coders.machine import Evidence
from peerstudy.coders.teaching import Lesson
from peerstudy.coders.trained import Learn, Score

Floats = npt.NDArray[np.float64]


class Pool:
    """Learns as each of its coders does, then what weight each has (`mixing.mix`).

    Attributes
    ----------
    parts : coders by name; the first one's words are the evidence.
    mixture : curves and weights, once it has learned.
    """

    def __init__(self, parts: dict[str, Learn]):
        self.parts = parts
        self.mixture = mixing.Mixture([], np.zeros((0, 0, len(parts))))

    def __call__(self, segments: pd.DataFrame, lesson: Lesson) -> tuple[Floats, Score]:
        """Scores of the taught segments, and how to score others.

        Parameters
        ----------
        segments
            The table of that name.
        lesson
            What to learn from.

        Returns
        -------
        scores, score
            Folds x taught segments x themes, as of `ridge.left_out`; what scores other segments.
        """
        scores, score = zip(*(learn(segments, lesson) for learn in self.parts.values()), strict=True)
        person, _ = pd.factorize(segments.loc[lesson.taught, "participant"])
        self.mixture = mixing.mix(list(scores), lesson.labels, lesson.fold, person, lesson.fair)
        folds = range(len(scores[0]))
        mixed = np.stack([self.mixture.mixed([each[f] for each in scores], f) for f in folds])
        return mixed, self._scoring(score)

    def _scoring(self, score: tuple[Score, ...]) -> Score:
        def together(part: pd.DataFrame, model: Fold) -> tuple[Floats, Evidence]:
            said = [each(part, model) for each in score]
            found = np.empty(said[0][0].shape)
            for number in np.unique(model):
                here = model == number
                found[here] = self.mixture.mixed([scored[here] for scored, _ in said], number)
            return found, said[0][1]

        return together

    def weights(self, themes: list[str]) -> pd.DataFrame:
        """Weight of each coder for each theme: theme, coder, weight; 0 where none could learn it."""
        whole = self.mixture.weights[-1]
        names = list(self.parts)
        return pd.DataFrame(
            {
                "theme": np.repeat(themes, len(names)),
                "coder": np.tile(names, len(themes)),
                "weight": whole.ravel(),
            }
        ).astype({"theme": "str", "coder": "str"})


def as_given(codes: pd.DataFrame, themes: list[str]) -> Learn:
    """A coder that learns nothing: its probabilities as they stand.

    Parameters
    ----------
    codes
        Segment, theme and probability; absent rows are 0.
    themes
        In the order of the labels.
    """
    column = pd.Index(themes).get_indexer(pd.Index(codes["theme"]))

    def look(segments: pd.DataFrame) -> Floats:
        row = pd.Index(segments["segment"]).get_indexer(pd.Index(codes["segment"]))
        known = (row >= 0) & (column >= 0)
        found = np.zeros((len(segments), len(themes)))
        found[row[known], column[known]] = codes["probability"].to_numpy()[known]
        return found

    def learn(segments: pd.DataFrame, lesson: Lesson) -> tuple[Floats, Score]:
        given = look(segments[lesson.taught])
        number = int(lesson.fold.max()) + 1
        return np.broadcast_to(given, (number, *given.shape)), _looked(look)

    return learn


def _looked(look: Callable[[pd.DataFrame], Floats]) -> Score:
    def score(part: pd.DataFrame, model: Fold) -> tuple[Floats, Evidence]:
        return look(part), lambda rows, columns: [""] * len(rows)

    return score
