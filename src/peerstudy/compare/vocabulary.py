"""Words that tell two groups apart, every person counting once."""

import re
from collections import Counter

import numpy as np
import pandas as pd

from peerstudy import tables
from peerstudy.compare import pairing, refusals
from peerstudy.corpus.marks import MARK
from peerstudy.statistics import keyness, permutation

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def vocabulary(
    segments: pd.DataFrame,
    roster: pd.DataFrame,
    contrasts: pd.DataFrame,
    *,
    least_people: int,
    prior: float,
    strata: str,
    families: str,
    permutations: int,
    seed: int,
) -> pd.DataFrame:
    """Compare the rate of each word between the people of two groups.

    Parameters
    ----------
    segments, roster, contrasts
        The tables of those names.
    least_people
        A word that fewer people of the two groups use is left out: nobody is known by a word.
    prior
        Words of the prior of the weighted log-odds, a reference, spread as in both groups together.
    strata, families
        Attributes of people: labels move within strata; families move whole. Empty for none.
    permutations, seed
        Reassignments of people, and the seed of their random numbers.

    Returns
    -------
    frame
        The table `vocabulary`.

    Raises
    ------
    TableError
        If `strata` or `families` is no attribute of the roster, or a family has members in several strata.
    ValueError
        If `prior` is not above 0.

    References
    ----------
    Lijffijt et al. 2016 (Digit Scholarsh Humanit 31:374); Monroe, Colaresi & Quinn 2008 for the reference.
    """
    refusals.check_attributes(roster, "vocabulary", strata, families)
    said = segments[segments["participant"] != ""].groupby("participant")["text"].agg(" ".join)
    words = {str(who): Counter(_words(text)) for who, text in said.items()}
    frames = []
    for contrast, rows in contrasts.groupby("contrast"):
        pair = [str(rows["group_a"].iloc[0]), str(rows["group_b"].iloc[0])]
        people = [who for who in pairing.members(roster, pair, families) if words.get(who)]
        users = Counter(word for who in people for word in words[who])
        terms = sorted(word for word, number in users.items() if number >= least_people)
        if not terms:
            continue
        frame = _compared(
            [words[who] for who in people],
            terms,
            people,
            roster,
            pair,
            prior,
            strata,
            families,
            permutations,
            seed,
        )
        frames.append(
            frame.assign(
                contrast=contrast, group_a=pair[0], group_b=pair[1], people=[users[t] for t in terms]
            )
        )
    full = pd.concat(frames, ignore_index=True) if frames else tables.empty("vocabulary")
    return tables.check(full, "vocabulary")


def _words(text: str) -> list[str]:
    """Words that were said, in small letters; what a transcriber put between them is none.

    >>> _words("Well, [laughs] [NAME] didn’t (inaudible 00:12) go.")
    ['well', "didn't", 'go']
    """
    return WORD.findall(MARK.sub(" ", text).lower().replace("’", "'"))


def _compared(
    words: list["Counter[str]"],
    terms: list[str],
    people: list[str],
    roster: pd.DataFrame,
    pair: list[str],
    prior: float,
    strata: str,
    families: str,
    permutations: int,
    seed: int,
) -> pd.DataFrame:
    """Each term of one contrast."""
    of_person = roster.set_index("participant")
    counts = np.array([[own[term] for term in terms] for own in words], dtype=float)
    length = np.array([own.total() for own in words], dtype=float)
    first = (of_person.loc[people, "group"] == pair[0]).to_numpy(bool)
    refusals.check_whole(of_person.loc[people], strata, families)
    moved = permutation.assignments(
        first,
        strata=of_person.loc[people, strata].to_numpy(str) if strata else None,
        families=pairing.units(of_person, people, families) if families else None,
        permutations=permutations,
        seed=seed,
    )
    found = keyness.by_participant(counts, length, first, moved)
    total = counts.sum(0)
    _, z = keyness.log_odds(counts[first].sum(0), counts[~first].sum(0), prior * total / total.sum())
    frame = pd.DataFrame({"term": terms, "rate_a": found.rate_first, "rate_b": found.rate_second})
    frame = frame.assign(statistic=found.statistic, log_odds_z=z, p=found.p, p_adjusted=found.p_adjusted)
    return frame.assign(tested=int(np.isfinite(found.p).sum()))
