"""How every coder that learns from hand codes is taught, tuned and judged, whatever it knows a segment by.

Every segment is judged by a model, a curve and a threshold that never saw a hand code of its participant, nor
of the participant's family.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple, TypedDict

import numpy as np
import numpy.typing as npt
import pandas as pd

from peerstudy.coders import machine, teaching, tuning
from peerstudy.coders.folds import Fold
from peerstudy.coders.machine import Coded, Evidence, Positions
from peerstudy.coders.ridge import Features, left_out
from peerstudy.coders.support import Least
from peerstudy.coders.teaching import Lesson

BLOCK = 5_000  # segments whose features are in memory at a time

Floats = npt.NDArray[np.float64]
Rows = Callable[[pd.DataFrame], Features]  # segments of whole interviews -> segments x features
Explain = Callable[[pd.DataFrame, Features, Floats, Positions, Positions], list[str]]


class View(NamedTuple):
    """What a coder sees of a segment.

    Attributes
    ----------
    rows : of the segments of whole interviews, segments x features.
    explain : words for pairs of segment and theme, given segments, their features and weights.
    """

    rows: Rows
    explain: Explain


# Segments of whole interviews and the model of each -> segments x themes, and words for them.
Score = Callable[[pd.DataFrame, Fold], tuple[Floats, Evidence]]
# All segments and a lesson -> scores of the taught ones as of `ridge.left_out`, and how to score others.
Learn = Callable[[pd.DataFrame, Lesson], tuple[Floats, Score]]


class Lessons(TypedDict):
    """How to learn.

    Whose hand codes (`coder`), the ridge `penalty`, in how many `folds` people are left out, the `seed` that
    deals them, and the `least` that a theme needs.
    """

    coder: str
    penalty: float
    folds: int
    seed: int
    least: Least


def trained(
    segments: pd.DataFrame,
    codebook: pd.DataFrame,
    hand: pd.DataFrame,
    taught: teaching.Bools,
    fair: teaching.Bools,
    roster: pd.DataFrame,
    learn: Learn,
    *,
    lessons: Lessons,
    floor: float,
) -> Coded:
    """Probability of every theme in every segment, learned from the hand codes of other people.

    Parameters
    ----------
    segments, codebook, hand, roster
        The tables of those names, segments interview by interview.
    taught
        Which segments the coder read (`teaching.read`).
    fair
        The same without those that were only suggested: they set thresholds and say how well it went.
    learn
        What makes scores of labels, such as `by_ridge`.
    lessons
        How to learn.
    floor
        Rows under this probability are left out; their sums are kept by person.

    Returns
    -------
    Coded
        Codes, sums by person, and what was learned of each theme.

    Raises
    ------
    TableError
        If the coder read nothing, or too few people to leave any out.
    """
    themes = list(codebook["theme"])
    lesson = teaching.lesson(
        segments,
        hand,
        roster,
        taught,
        fair,
        coder=lessons["coder"],
        themes=themes,
        number=lessons["folds"],
        seed=lessons["seed"],
    )
    scores, score = learn(segments, lesson)
    learned = tuning.tune(scores, lesson.labels, lesson.fold, lesson.fair)
    people = segments.loc[lesson.taught, "participant"].to_numpy()
    learned, table = machine.supported(learned, scores, lesson, people, themes, least=lessons["least"])
    parts = []
    for block in machine.blocks(segments["interview"], most=BLOCK):
        part, model = segments.iloc[block], lesson.model[block]
        scored, evidence = score(part, model)
        probability, coded = machine.lifted(*learned.judge(scored, model), codebook, themes)
        parts.append(machine.part(part, themes, probability, coded, evidence, floor=floor))
    return machine.whole(parts, table)


def by_ridge(view: View, *, penalty: float) -> Learn:
    """Scores by least squares on what is seen of a segment.

    Parameters
    ----------
    view
        Features, and words for what they weigh.
    penalty
        Ridge penalty on the weights.
    """

    def learn(segments: pd.DataFrame, lesson: Lesson) -> tuple[Floats, Score]:
        held = segments["interview"].isin(set(segments.loc[lesson.taught, "interview"]))
        known = view.rows(segments[held])[np.flatnonzero(lesson.taught[held.to_numpy()])]
        scores, weights = left_out(known, lesson.labels, lesson.fold, penalty=penalty)

        def score(part: pd.DataFrame, model: Fold) -> tuple[Floats, Evidence]:
            here = view.rows(part)
            scored = np.empty((len(part), weights.shape[2]))
            for number in np.unique(model):
                scored[model == number] = here[np.flatnonzero(model == number)] @ weights[number]
            return scored, partial(view.explain, part, here, weights[-1])

        return scores, score

    return learn
