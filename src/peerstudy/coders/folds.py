"""Parts of a study that are left out together: a participant, with everybody of the same family."""

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

Fold = npt.NDArray[np.int64]


def folds(participant: pd.Series, family: pd.Series, *, number: int, seed: int) -> Fold:
    """A fold for each segment, so that no participant and no family is in two of them.

    Parameters
    ----------
    participant, family
        Who spoke each segment, and the family of that person ("" for none).
    number
        How many folds; they are made about equally long.
    seed
        Parts of the same size are dealt in this random order.

    Returns
    -------
    fold
        0 to `number` - 1 for each segment.

    Raises
    ------
    ValueError
        If a segment has no participant, or there are fewer independent parts than folds.

    Examples
    --------
    >>> who = pd.Series(["a", "a", "b", "c", "d"])
    >>> folds(who, pd.Series(["", "", "x", "x", ""]), number=3, seed=1).tolist()
    [0, 0, 1, 1, 2]
    """
    if (participant == "").any():
        raise ValueError(
            f"{int((participant == '').sum())} segment(s) have no participant and cannot be left out."
            " Hint: name the person in interviews.csv or speakers.csv"
        )
    part = _parts(participant, family)
    sizes = np.bincount(part)
    if len(sizes) < number:
        raise ValueError(
            f"{number} folds need {number} participants or families that are independent of each other;"
            f" the coded segments come from {len(sizes)}. Hint: fewer folds, or code more people"
        )
    chance = np.random.default_rng(seed).permutation(len(sizes))
    fold_of = np.zeros(len(sizes), dtype=np.int64)
    filled = np.zeros(number, dtype=np.int64)
    for each in np.lexsort((chance, -sizes)):
        fold_of[each] = filled.argmin()
        filled[fold_of[each]] += sizes[each]
    return fold_of[part]


def refuse_random(fold: Fold, participant: pd.Series, family: pd.Series) -> None:
    """Refuse folds that part a participant or a family: what a coder learns of a person would flatter it.

    Parameters
    ----------
    fold
        Of each segment, as a number.
    participant, family
        As of `folds`.

    Raises
    ------
    ValueError
        Names some of those who are in several folds.
    """
    problems = []
    for name, values in (("participant", participant), ("family", family)):
        spread = pd.Series(fold, index=values.index).groupby(values).nunique()
        torn = [str(value) for value in spread.index[spread > 1] if value != ""]
        if torn:
            problems.append(f"{name} {', '.join(torn[:5])} is in several folds")
    if problems:
        raise ValueError(
            f"folds: {'; '.join(problems)}. A random fold tells how well people are recognised, not themes."
            " Hint: make them with folds.folds"
        )


def _parts(participant: pd.Series, family: pd.Series) -> Fold:
    """A number for each segment, the same for all whose people are joined by a chain of families."""
    person, people = pd.factorize(participant)
    kin, kins = pd.factorize(family.mask(family == "", "\0" + participant))
    nodes = len(people) + len(kins)
    joined = coo_array((np.ones(len(person)), (person, len(people) + kin)), shape=(nodes, nodes))
    component: Fold = connected_components(joined, directed=False)[1].astype(np.int64)
    return component[person]
