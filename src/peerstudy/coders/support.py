"""Whether there is enough hand coding to believe a coder on a theme, and what is missing if not."""

import math
from typing import TypedDict

import numpy as np
import numpy.typing as npt

from peerstudy.wording import decimal

NOT = "NOT SUPPORTED: "


class Least(TypedDict):
    """Least hand-coded segments of a theme, people who speak of it, and kappa between coder and hand."""

    segments: int
    people: int
    kappa: float


def reason(segments: int, people: int, kappa: float, *, least: Least) -> str:
    """Why a theme is not supported, with what is missing; an empty text if it is.

    Where enough was coded and kappa is low all the same, nothing here tells whether more would help.

    Parameters
    ----------
    segments, people
        Hand-coded with the theme.
    kappa
        Agreement with the hand codes of people that the coder had not seen; NaN where undefined, as where
        every segment holds the theme.

    Examples
    --------
    >>> reason(12, 3, 0.5, least={"segments": 50, "people": 8, "kappa": 0.4})
    'NOT SUPPORTED: about 40 more coded segments of 5 more people'
    >>> reason(60, 20, 0.2, least={"segments": 50, "people": 8, "kappa": 0.4})
    'NOT SUPPORTED: kappa 0.20 with people not seen is under 0.40, with 60 coded segments of 20 people'
    >>> reason(60, 20, 0.5, least={"segments": 50, "people": 8, "kappa": 0.4})
    ''
    """
    more = max(0, least["segments"] - segments)
    others = max(0, least["people"] - people)
    if more or others:
        wanted = f"about {_about(max(more, others))} more coded segments"
        return NOT + wanted + (f" of {others} more people" if others else "")
    if math.isnan(kappa):
        return (
            f"{NOT}kappa with people not seen is undefined;"
            " segments with it and without it, read whole or drawn, are missing"
        )
    if kappa < least["kappa"]:
        return (
            f"{NOT}kappa {decimal(kappa)} with people not seen is under {least['kappa']:.2f},"
            f" with {segments} coded segments of {people} people"
        )
    return ""


def reached(labels: npt.NDArray[np.float64], people: npt.NDArray[np.str_]) -> tuple[list[int], list[int]]:
    """Segments coded with each theme, and how many people speak of it.

    Parameters
    ----------
    labels
        Segments x themes, 0 or 1.
    people
        Of each segment.
    """
    spoken = [len(set(people[labels[:, theme] > 0])) for theme in range(labels.shape[1])]
    return labels.sum(axis=0).astype(int).tolist(), spoken


def _about(number: int) -> int:
    """Rounded up to tens from ten on: no such number is known better."""
    return number if number < 10 else 10 * math.ceil(number / 10)
