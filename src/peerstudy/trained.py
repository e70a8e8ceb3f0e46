"""How every coder that learns from hand codes is taught, tuned and judged, whatever it knows a segment by.

Every segment is judged by a model, a curve and a threshold that never saw a hand code of its participant, nor
of the participant's family.
"""

from collections.abc import Callable
from functools import partial
from typing import TypedDict

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_array

from peerstudy import machine, teaching, tuning
from peerstudy.machine import Coded, Positions
from peerstudy.ridge import left_out
from peerstudy.support import Least

BLOCK = 20_000  # segments whose features are in memory at a time

Floats = npt.NDArray[np.float64]
Rows = Callable[[pd.DataFrame], csr_array]
Explain = Callable[[csr_array, Floats, Positions, Positions], list[str]]


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
    roster: pd.DataFrame,
    rows: Rows,
    explain: Explain,
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
    rows
        Features of the segments of whole interviews: segments x features.
    explain
        Words for pairs of segment and theme, given features and weights.
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
        coder=lessons["coder"],
        themes=themes,
        number=lessons["folds"],
        seed=lessons["seed"],
    )
    held = segments["interview"].isin(set(segments.loc[lesson.taught, "interview"]))
    known = rows(segments[held])[np.flatnonzero(lesson.taught[held.to_numpy()])]
    scores, weights = left_out(known, lesson.labels, lesson.fold, penalty=lessons["penalty"])
    learned = tuning.tune(scores, lesson.labels, lesson.fold)
    people = segments.loc[lesson.taught, "participant"].to_numpy()
    learned, table = machine.supported(learned, scores, lesson, people, themes, least=lessons["least"])
    parts = []
    for block in machine.blocks(segments["interview"], most=BLOCK):
        part, model, here = segments.iloc[block], lesson.model[block], rows(segments.iloc[block])
        scored = np.empty((len(part), len(themes)))
        for number in np.unique(model):
            scored[model == number] = here[np.flatnonzero(model == number)] @ weights[number]
        probability, coded = machine.lifted(*learned.judge(scored, model), codebook, themes)
        evidence = partial(explain, here, weights[-1])
        parts.append(machine.part(part, themes, probability, coded, evidence, floor=floor))
    return machine.whole(parts, table)
