"""The coder that learns from hand codes which words, letters and neighbours a theme goes with.

Every segment is judged by a model, a curve and a threshold that never saw a hand code of its participant, nor
of the participant's family.
"""

from collections.abc import Iterator
from functools import partial

import numpy as np
import pandas as pd

from peerstudy import machine, space, teaching, tuning
from peerstudy.machine import Coded
from peerstudy.ridge import left_out
from peerstudy.space import Most, Weight
from peerstudy.support import Least
from peerstudy.tables import TableError

BLOCK = 20_000  # segments whose features are in memory at a time


def classifier(
    segments: pd.DataFrame,
    turns: pd.DataFrame,
    codebook: pd.DataFrame,
    hand: pd.DataFrame,
    taught: teaching.Bools,
    roster: pd.DataFrame,
    *,
    coder: str,
    language: str,
    most: Most,
    weight: Weight,
    runs: tuple[int, int],
    penalty: float,
    folds: int,
    seed: int,
    least: Least,
    floor: float,
) -> Coded:
    """Probability of every theme in every segment, learned from the hand codes of other people.

    Parameters
    ----------
    segments, turns, codebook, hand, roster
        The tables of those names.
    taught
        Which segments the coder read (`teaching.read`).
    coder
        Whose hand codes are learned.
    language, most, weight, runs
        Of the features (`space.fit`).
    penalty
        Ridge penalty.
    folds, seed
        People are left out in so many parts; the order in which parts of one size are dealt.
    least
        What a theme needs to be coded at all.
    floor
        Rows under this probability are left out; their sums are kept by person.

    Returns
    -------
    Coded
        Codes, sums by person, and what was learned of each theme.

    Raises
    ------
    TableError
        If the codebook is empty, the coder read nothing, or too few people to leave any out.
    """
    if codebook.empty:
        raise TableError("codebook: it has no theme. Hint: data/<study>/codebook.yaml, section themes")
    themes = list(codebook["theme"])
    lesson = teaching.lesson(
        segments, hand, roster, taught, coder=coder, themes=themes, number=folds, seed=seed
    )
    held = segments["interview"].isin(set(segments.loc[lesson.taught, "interview"]))
    known = space.fit(segments[held], turns, language=language, most=most, weight=weight, runs=runs)
    rows = known.rows(segments[held], turns)[lesson.taught[held.to_numpy()]]
    scores, weights = left_out(rows, lesson.labels, lesson.fold, penalty=penalty)
    learned = tuning.tune(scores, lesson.labels, lesson.fold)
    people = segments.loc[lesson.taught, "participant"].to_numpy()
    learned, table = machine.supported(learned, scores, lesson, people, themes, least=least)
    parts = []
    for block in _blocks(segments):
        part, model = segments.iloc[block], lesson.model[block]
        rows = known.rows(part, turns[turns["interview"].isin(part["interview"])])
        scored = np.empty((len(part), len(themes)))
        for number in np.unique(model):
            scored[model == number] = rows[np.flatnonzero(model == number)] @ weights[number]
        probability, coded = machine.lifted(*learned.judge(scored, model), codebook, themes)
        evidence = partial(known.evidence, rows, weights[-1])
        parts.append(machine.part(part, themes, probability, coded, evidence, floor=floor))
    return machine.whole(parts, table)


def _blocks(segments: pd.DataFrame) -> Iterator[slice]:
    """Runs of whole interviews, about `BLOCK` segments each; interviews stand together in the table."""
    if segments.empty:
        return
    interview = segments["interview"].to_numpy()
    ends = np.flatnonzero(np.append(interview[1:] != interview[:-1], True)) + 1
    start = 0
    for end in ends.tolist():
        if end - start >= BLOCK or end == len(segments):
            yield slice(start, end)
            start = end
