"""What the blind sample says of each person's talk, theme by theme, helped by a machine coder."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from peerstudy import tables
from peerstudy.coding import sampling
from peerstudy.statistics import designbased, verification

ESTIMATES = ["labels_alone", "salience", "tuning", "effective_labels"]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class Reading(NamedTuple):
    """Segments of talk, and what the hand coder read of them.

    Attributes
    ----------
    segments
        Rows of the table of that name, of people only.
    people, who
        Ids of people, in order; of each segment, which of them speaks.
    chance
        Shape (segments,): probability of having been drawn and read.
    drawn, whole
        Shape (segments,): drawn and read; of an interview that the coder reads whole.
    """

    segments: pd.DataFrame
    people: NDArray[np.str_]
    who: NDArray[np.int64]
    chance: Floats
    drawn: Bools
    whole: Bools


def reading(sample: pd.DataFrame, segments: pd.DataFrame, coverage: pd.DataFrame, *, hand: str) -> Reading:
    """What there is to read, and what `hand` read of it.

    Parameters
    ----------
    sample
        The table `sample_read`, or `sample`, of which all that was drawn counts as read.
    segments, coverage
        The tables of those names; segments of nobody in particular are left out.
    hand
        Who read.

    Raises
    ------
    TableError
        If a segment has no probability of being drawn.
    """
    own = segments[segments["participant"] != ""].merge(
        sample[["segment", "probability"]], on="segment", how="left"
    )
    if own["probability"].isna().any():
        lost = own["segment"][own["probability"].isna()].tolist()
        raise tables.TableError(f"sample: {len(lost)} segments are missing, such as {', '.join(lost[:5])}")
    people, who = np.unique(own["participant"].to_numpy(str), return_inverse=True)
    scope = own["interview"].map(coverage[coverage["coder"] == hand].set_index("interview")["scope"])
    known = own["segment"].map(sampling.read_by(sample, hand).set_index("segment")["probability"])
    drawn = known.notna().to_numpy() & scope.isin(["whole", "sample"]).to_numpy()
    whole = (scope == "whole").to_numpy(bool)
    return Reading(own, people, who, known.fillna(own["probability"]).to_numpy(float), drawn, whole)


def first_to_code(codings: pd.DataFrame, coders: Sequence[str]) -> str:
    """The first of some coders who codes a theme at all, or the last if none does.

    Parameters
    ----------
    codings
        Rows of the table of that name, of one theme.
    coders
        In the order in which they are preferred.

    Examples
    --------
    >>> first_to_code(pd.DataFrame({"coder": ["patterns", "A"]}), ["classifier", "patterns"])
    'patterns'
    """
    held = set(codings["coder"])
    return next((coder for coder in coders if coder in held), coders[-1])


def probabilities(read: Reading, codings: pd.DataFrame, coder: str) -> Floats:
    """The coder's probability of each segment. Rows under the floor are 0 for every segment alike.

    Parameters
    ----------
    read
        The segments.
    codings
        Rows of the table of that name, of one theme.
    coder
        Whose they are.

    Returns
    -------
    array, shape (segments,)
    """
    given = codings[codings["coder"] == coder].set_index("segment")["probability"]
    return read.segments["segment"].map(given).fillna(0.0).to_numpy(float)


def people(
    read: Reading, guess: Floats, code: Floats, answers: Floats, counted: Bools, *, threshold: float
) -> pd.DataFrame:
    """One theme, a row a person: talk by the drawn segments with the machine's help, and who was confirmed.

    Parameters
    ----------
    read
        What the hand coder read.
    guess, code
        Shape (segments,): the machine's probability; 1 where the hand coder found the theme.
    answers
        Shape (segments,): 1 or 0 where a reader checked the machine; NaN elsewhere. They confirm presence and
        are no labels, since who checks is not blind to the machine.
    counted
        Shape (people,): who could have spoken of it and was asked. The talk of nobody else is estimated, nor
        does it say what the machine is worth.
    threshold
        Probability from which a machine code is a positive that a person reads.

    Returns
    -------
    frame
        The table `corrected` but for the columns theme, machine and words.

    Raises
    ------
    ValueError
        If a probability of being drawn is not in (0, 1].

    References
    ----------
    Egami, Hinck, Stewart & Wei 2023 (arXiv 2306.04746).
    """
    number = len(read.people)
    told = ~np.isnan(answers)
    seen = read.drawn | (read.whole & (guess >= threshold)) | told
    # Where the hand coder read too, the hand code holds.
    heard = np.where(told & ~read.drawn & ~read.whole, answers, code)
    known = verification.verified_presence(read.who, np.where(seen, heard, np.nan))
    facts = pd.DataFrame(
        {
            "participant": read.people,
            "segments": np.bincount(read.who, minlength=number),
            "labels": np.bincount(read.who, read.drawn, number).astype(int),
            "positives": np.bincount(read.who, read.drawn & (code == 1), number).astype(int),
            "confirmed": np.bincount(read.who, seen & (heard == 1), number).astype(int),
            "unread": known.unread,
            "open": known.open,
        }
    )
    return facts.join(_talk(read, guess, code, counted))


def _talk(read: Reading, guess: Floats, code: Floats, counted: Bools) -> pd.DataFrame:
    """Estimates by place of the person; nothing of people who do not count."""
    own = counted[read.who]
    if not own.any():
        return pd.DataFrame(np.nan, index=range(len(counted)), columns=ESTIMATES)
    who = (np.cumsum(counted) - 1)[read.who[own]]
    label = np.where(read.drawn, code, np.nan)[own]
    chance, weight = read.chance[own], np.ones(len(who))
    alone = designbased.labels_alone(who, label, chance, weight)
    found = designbased.tuned(who, guess[own], label, chance, weight)
    columns = (alone, found.salience, found.tuning, np.full(len(alone), found.effective_labels))
    made = pd.DataFrame(dict(zip(ESTIMATES, columns, strict=True)), index=np.flatnonzero(counted))
    return made.reindex(range(len(counted)))
