"""The coder that knows a segment by its sentence vector: where hand codes are few it learns faster."""

import pandas as pd

from peerstudy.coders import teaching, views
from peerstudy.coders.machine import Coded
from peerstudy.coders.trained import Lessons, by_ridge, trained
from peerstudy.coders.vectors import Vectors
from peerstudy.coders.views import Sentences


def embeddings(
    segments: pd.DataFrame,
    turns: pd.DataFrame,
    known: dict[str, Vectors],
    codebook: pd.DataFrame,
    patterns: pd.DataFrame,
    hand: pd.DataFrame,
    coverage: pd.DataFrame,
    sample: pd.DataFrame,
    suggested: pd.DataFrame,
    roster: pd.DataFrame,
    *,
    sentences: Sentences,
    lessons: Lessons,
    floor: float,
) -> Coded:
    """Probability of every theme in every segment, learned from the hand codes of other people.

    Parameters
    ----------
    segments, turns, codebook, patterns, hand, coverage, sample, suggested, roster
        The tables of those names; sample and suggested may be empty.
    known
        A vector of every text of segments and turns (`vectors.vectors`).
    sentences
        How the vectors are used (`views.Sentences`).
    lessons
        How to learn (`trained.Lessons`).
    floor
        Rows under this probability are left out; their sums are kept by person.

    Returns
    -------
    Coded
        Codes, sums by person, and what was learned of each theme. Vectors name no words:
        evidence are those that the codebook's patterns match, where they speak for the theme.

    Raises
    ------
    TableError
        If the codebook is empty, the coder read nothing, too few people to leave any out, or a suggested
        segment is not there any more.
    ValueError
        If a text was never encoded.
    """
    taught, fair = teaching.to_learn_from(
        segments, codebook, hand, coverage, sample, suggested, coder=lessons["coder"]
    )
    seen = views.sentences(segments, turns, known, taught, patterns, how=sentences, seed=lessons["seed"])
    learn = by_ridge(seen, penalty=lessons["penalty"])
    return trained(segments, codebook, hand, taught, fair, roster, learn, lessons=lessons, floor=floor)
