"""The coder that learns from hand codes which words, letters and neighbours a theme goes with."""

import logging

import pandas as pd

from peerstudy.coders import teaching, vectors, views
from peerstudy.coders.machine import Coded
from peerstudy.coders.space import Most, Weight
from peerstudy.coders.trained import Lessons, by_ridge, trained

_LOG = logging.getLogger(__name__)


def classifier(
    segments: pd.DataFrame,
    turns: pd.DataFrame,
    codebook: pd.DataFrame,
    patterns: pd.DataFrame,
    hand: pd.DataFrame,
    coverage: pd.DataFrame,
    sample: pd.DataFrame,
    suggested: pd.DataFrame,
    roster: pd.DataFrame,
    *,
    language: str,
    most: Most,
    weight: Weight,
    runs: tuple[int, int],
    lessons: Lessons,
    floor: float,
) -> Coded:
    """Probability of every theme in every segment, learned from the hand codes of other people.

    Parameters
    ----------
    segments, turns, codebook, patterns, hand, coverage, sample, suggested, roster
        The tables of those names; sample and suggested may be empty.
    language, most, weight, runs
        Of the features (`space.fit`).
    lessons
        How to learn (`trained.Lessons`).
    floor
        Rows under this probability are left out; their sums are kept by person.

    Returns
    -------
    Coded
        Codes, sums by person, and what was learned of each theme.

    Raises
    ------
    TableError
        If the codebook is empty, the coder read nothing, too few people to leave any out, or a suggested
        segment is not there any more.
    ValueError
        If spaCy has no tokenizer for `language`.
    """
    taught, fair = teaching.to_learn_from(
        segments, codebook, hand, coverage, sample, suggested, coder=lessons["coder"]
    )
    seen = views.words(
        segments, turns, taught, patterns, language=language, most=most, weight=weight, runs=runs
    )
    learn = by_ridge(seen, penalty=lessons["penalty"])
    if not vectors.installed():
        _LOG.info("%s. %s", vectors.WORTH, vectors.INSTALL)
    return trained(segments, codebook, hand, taught, fair, roster, learn, lessons=lessons, floor=floor)
