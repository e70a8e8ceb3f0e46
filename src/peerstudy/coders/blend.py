"""The coder that weighs other coders: a mean that people left out support, else the best one alone."""

from typing import NamedTuple

import pandas as pd

from peerstudy.coders import pooled, teaching, views
from peerstudy.coders.machine import Coded
from peerstudy.coders.space import Most, Weight
from peerstudy.coders.trained import Lessons, by_ridge, trained
from peerstudy.coders.vectors import Vectors
from peerstudy.coders.views import Sentences
from peerstudy.tables import TableError


class Blend(NamedTuple):
    """What `blend` makes.

    Attributes
    ----------
    coded : codes, sums by person, and what was learned of each theme.
    weights : the table `blend_weights`.
    """

    coded: Coded
    weights: pd.DataFrame


def blend(
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
    untaught: dict[str, pd.DataFrame],
    *,
    language: str,
    most: Most,
    weight: Weight,
    runs: tuple[int, int],
    sentences: Sentences,
    beside: list[str],
    lessons: Lessons,
    floor: float,
) -> Blend:
    """Probability of every theme in every segment, from words, vectors and coders that see no hand code.

    Parameters
    ----------
    segments, turns, codebook, patterns, hand, coverage, sample, suggested, roster
        The tables of those names; sample and suggested may be empty.
    known
        A vector of every text of segments and turns (`vectors.vectors`).
    untaught
        By name, what coders gave that never see a hand code: segment, theme, probability.
    language, most, weight, runs
        Of the words (`space.fit`).
    sentences
        How the vectors are used (`views.Sentences`).
    beside
        Which of `untaught` to weigh beside words and vectors.
    lessons
        How to learn (`trained.Lessons`).
    floor
        Rows under this probability are left out; their sums are kept by person.

    Raises
    ------
    TableError
        If the codebook is empty, the coder read nothing, too few people to leave any out, a suggested segment
        is not there any more, or a coder of `beside` did not run.
    ValueError
        If a text was never encoded, or spaCy has no tokenizer for `language`.
    """
    if missing := [name for name in beside if name not in untaught]:
        raise TableError(f"blend: {', '.join(missing)} did not run. Hint: name it in `coders` too")
    taught, fair = teaching.to_learn_from(
        segments, codebook, hand, coverage, sample, suggested, coder=lessons["coder"]
    )
    themes, penalty = list(codebook["theme"]), lessons["penalty"]
    words = views.words(
        segments, turns, taught, patterns, language=language, most=most, weight=weight, runs=runs
    )
    vectors = views.sentences(segments, turns, known, taught, patterns, how=sentences, seed=lessons["seed"])
    parts = {
        "words": by_ridge(words, penalty=penalty),
        "vectors": by_ridge(vectors, penalty=penalty),
        **{name: pooled.as_given(untaught[name], themes) for name in beside},
    }
    pool = pooled.Pool(parts)
    coded = trained(segments, codebook, hand, taught, fair, roster, pool, lessons=lessons, floor=floor)
    return Blend(coded, pool.weights(themes))
