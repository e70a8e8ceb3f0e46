"""What every machine coder hands over: codes, sums by person, and what was learned of each theme."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from peerstudy import tree
from peerstudy.coders import support, thresholds
from peerstudy.coders.support import Least
from peerstudy.coders.teaching import Lesson
from peerstudy.coders.tuning import Tuning

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Positions = npt.NDArray[np.int64]

Evidence = Callable[[Positions, Positions], list[str]]  # rows and theme numbers -> words


class Coded(NamedTuple):
    """Three tables.

    Attributes
    ----------
    codes : segment, theme, probability (at the floor or above), coded, evidence.
    people : participant, theme, expected (sum of probabilities over all of the person's segments).
    themes : theme, segments, people, kappa, reason (why the coder abstains from it; empty if it does not).
    """

    codes: pd.DataFrame
    people: pd.DataFrame
    themes: pd.DataFrame


def part(
    segments: pd.DataFrame,
    themes: list[str],
    probability: Floats,
    coded: Bools,
    evidence: Evidence,
    *,
    floor: float,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Codes and sums by person of some segments.

    Parameters
    ----------
    segments
        With `segment` and `participant`.
    themes, probability, coded
        Names; segments x themes. NaN, where a coder abstains, gives no row.
    evidence
        Words for given rows and theme numbers.
    floor
        Rows under this probability are left out of the codes, not of the sums.
    """
    rows, columns = np.nonzero(np.nan_to_num(probability, nan=-1.0) >= floor)
    codes = pd.DataFrame(
        {
            "segment": segments["segment"].to_numpy()[rows],
            "theme": np.array(themes, dtype=object)[columns],
            "probability": probability[rows, columns],
            "coded": coded[rows, columns],
            "evidence": evidence(rows, columns),
        }
    ).astype({"segment": "str", "theme": "str", "evidence": "str"})
    return codes, _sums(segments["participant"], themes, probability)


def _sums(participant: "pd.Series[str]", themes: list[str], probability: Floats) -> pd.DataFrame:
    """Sums of probabilities by person; a theme that the coder abstains from has no row."""
    believed = np.flatnonzero(~np.isnan(probability).all(axis=0))
    person, people = pd.factorize(participant, sort=True)
    sums = np.zeros((len(people), len(believed)))
    np.add.at(sums, person, probability[:, believed])
    frame = pd.DataFrame(
        {
            "participant": np.repeat(np.asarray(people, dtype=object), len(believed)),
            "theme": np.tile(np.array(themes, dtype=object)[believed], len(people)),
            "expected": sums.ravel(),
        }
    ).astype({"participant": "str", "theme": "str"})
    return frame[frame["participant"] != ""]


def whole(parts: list[tuple[pd.DataFrame, pd.DataFrame]], themes: pd.DataFrame) -> Coded:
    """Parts joined; a person whose interviews lie in two parts is summed over both.

    Parameters
    ----------
    parts
        Codes, and sums by person, of some segments each (`part`).
    themes
        What was learned of each theme (`supported`).
    """
    codes = pd.concat([codes for codes, _ in parts], ignore_index=True)
    people = pd.concat([people for _, people in parts], ignore_index=True)
    summed = people.groupby(["participant", "theme"], sort=False)["expected"].sum().reset_index()
    return Coded(codes, summed, themes)


def lifted(
    probability: Floats, coded: Bools, codebook: pd.DataFrame, themes: list[str]
) -> tuple[Floats, Bools]:
    """Parents that count their children's codes are at least as probable as any child, and coded with it.

    A parent that the coder abstains from stays so.

    Parameters
    ----------
    probability, coded
        Segments x themes; NaN, and false, where the coder abstains.
    codebook
        The table of that name.
    themes
        Names of the columns.

    Returns
    -------
    probability, coded
        Segments x themes.
    """
    probability, coded = probability.copy(), coded.copy()
    number = {theme: column for column, theme in enumerate(themes)}
    for child, above in tree.ancestors(codebook).items():
        for parent in above:
            here = ~np.isnan(probability[:, number[parent]])
            raised = np.fmax(probability[:, number[parent]], probability[:, number[child]])
            probability[:, number[parent]] = np.where(here, raised, np.nan)
            coded[:, number[parent]] |= coded[:, number[child]] & here
    return probability, coded


def supported(
    learned: Tuning,
    scores: Floats,
    lesson: Lesson,
    participants: npt.NDArray[np.str_],
    themes: list[str],
    *,
    least: Least,
) -> tuple[Tuning, pd.DataFrame]:
    """The tuning without themes that the hand codes do not support, and what was learned of each theme.

    Parameters
    ----------
    learned, scores, lesson
        What was tuned, on which scores (folds x taught segments x themes), from which codes. Kappa is that of
        fair segments alone.
    participants
        Of each taught segment.
    themes, least
        Names; what a theme needs.
    """
    _, coded = learned.judge(scores[lesson.fold, np.arange(len(lesson.fold))], lesson.fold)
    coded, true = coded[lesson.fair], lesson.labels[lesson.fair]
    kappas = thresholds.kappa((coded * true).sum(axis=0), coded.sum(axis=0), true.sum(axis=0), len(true))
    kappas = np.where(learned.known, kappas, np.nan)
    spoken, people = support.reached(lesson.labels, participants)
    reasons = [
        support.reason(*reached, least=least) for reached in zip(spoken, people, kappas.tolist(), strict=True)
    ]
    table = pd.DataFrame(
        {"theme": themes, "segments": spoken, "people": people, "kappa": kappas, "reason": reasons}
    )
    return learned.without([reason != "" for reason in reasons]), table


def blocks(interview: "pd.Series[str]", *, most: int) -> Iterator[slice]:
    """Runs of whole interviews, `most` segments or a little more; those of an interview stand together.

    Parameters
    ----------
    interview
        Of each segment.
    most
        Segments from which on a run ends with its interview.
    """
    at = interview.to_numpy()
    ends = np.flatnonzero(np.append(at[1:] != at[:-1], True)) + 1 if len(at) else np.zeros(0, dtype=int)
    start = 0
    for end in ends.tolist():
        if end - start >= most or end == len(at):
            yield slice(start, end)
            start = end
