"""What a coder may learn from: the segments that a hand coder has read, and the codes given there."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from peerstudy.coders import folds
from peerstudy.coders.folds import Fold
from peerstudy.coding import refinding, sampling
from peerstudy.tables import TableError

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
SHOWN = 5  # lost segments that a message names


class Lesson(NamedTuple):
    """Hand codes to learn from.

    Attributes
    ----------
    taught : which of the segments the hand coder read.
    fair : which of the taught were read whole or drawn: they stand for the talk, suggested ones do not.
    labels : taught segments x themes, 0 or 1.
    fold : of each taught segment.
    model : for every segment, the model that never saw its participant; the last one for people not taught.
    """

    taught: Bools
    fair: Bools
    labels: Floats
    fold: Fold
    model: Fold


def read(
    segments: pd.DataFrame,
    coverage: pd.DataFrame,
    sample: pd.DataFrame,
    suggested: pd.DataFrame,
    *,
    coder: str,
) -> Bools:
    """Which segments the coder has read: whole interviews, drawn segments, and segments suggested to them.

    Parameters
    ----------
    segments, coverage, sample, suggested
        The tables of those names; sample and suggested may be empty.

    Raises
    ------
    TableError
        If a suggested segment is not there any more.
    """
    own = coverage[coverage["coder"] == coder]
    whole = segments["interview"].isin(own.loc[own["scope"] == "whole", "interview"])
    part = segments["interview"].isin(own.loc[own["scope"] == "sample", "interview"])
    drawn = segments["segment"].isin(sampling.read_by(sample, coder)["segment"])
    next_to_code = np.zeros(len(segments), dtype=bool)
    next_to_code[_places(segments, suggested[suggested["coder"] == coder])] = True
    return np.asarray(whole | (part & drawn) | next_to_code, dtype=bool)


def _places(segments: pd.DataFrame, suggested: pd.DataFrame) -> list[int]:
    """Rows of the segments that were suggested: an edited transcript may have moved them."""
    words = suggested["text"] if "text" in suggested else [""] * len(suggested)
    places = refinding.refound(segments, suggested["segment"], words)
    rows = zip(suggested.index, suggested["segment"], places, strict=True)
    lost = [f"{name} (row {int(row) + 2})" for row, name, place in rows if place is None]
    if lost:
        raise TableError(
            f"suggested.csv: {len(lost)} segment(s) are not there, or their words were edited since: "
            f"{', '.join(lost[:SHOWN])}. Hint: take their rows out of suggested.csv"
        )
    return [place for place in places if place is not None]


def to_learn_from(
    segments: pd.DataFrame,
    codebook: pd.DataFrame,
    hand: pd.DataFrame,
    coverage: pd.DataFrame,
    sample: pd.DataFrame,
    suggested: pd.DataFrame,
    *,
    coder: str,
) -> tuple[Bools, Bools]:
    """Which segments a coder may learn from, and the same without those that were only suggested.

    Parameters
    ----------
    segments, codebook, hand, coverage, sample, suggested
        The tables of those names; sample and suggested may be empty.
    coder
        Whose codes.

    Raises
    ------
    TableError
        If the codebook is empty or the coder read nothing.
    """
    if codebook.empty:
        raise TableError("codebook: it has no theme. Hint: data/<study>/codebook.yaml, section themes")
    taught = read(segments, coverage, sample, suggested, coder=coder)
    refuse_nothing(taught, hand, coder=coder)
    return taught, read(segments, coverage, sample, suggested[:0], coder=coder)


def lesson(
    segments: pd.DataFrame,
    hand: pd.DataFrame,
    roster: pd.DataFrame,
    taught: Bools,
    fair: Bools,
    *,
    coder: str,
    themes: list[str],
    number: int,
    seed: int,
) -> Lesson:
    """Labels and folds for the segments that a coder read.

    Parameters
    ----------
    segments, hand, roster
        The tables of those names.
    taught
        Which segments the coder read; those of nobody in particular are left aside.
    fair
        Which segments the coder read not only because they were suggested.
    coder, themes
        Whose codes, and of what.
    number, seed
        Of the folds.

    Raises
    ------
    TableError
        If the coder read nothing, or too few people to leave any out.
    """
    taught = taught & (segments["participant"] != "").to_numpy()
    refuse_nothing(taught, hand, coder=coder)
    labels = marks(segments.loc[taught, "segment"], hand[hand["coder"] == coder], themes)
    family = segments["participant"].map(roster.set_index("participant")["family"]).fillna("")
    try:
        fold = folds.folds(segments.loc[taught, "participant"], family[taught], number=number, seed=seed)
    except ValueError as error:
        raise TableError(f"hand codes of {coder!r}: {error}") from None
    folds.refuse_random(fold, segments.loc[taught, "participant"], family[taught])
    of_person = dict(zip(segments.loc[taught, "participant"], fold.tolist(), strict=True))
    of_family = dict(zip(family[taught], fold.tolist(), strict=True))
    of_family.pop("", None)
    model = segments["participant"].map(of_person).fillna(family.map(of_family)).fillna(number)
    return Lesson(taught, fair[taught], labels, fold, model.to_numpy(dtype=np.int64))


def refuse_nothing(taught: Bools, hand: pd.DataFrame, *, coder: str) -> None:
    """Refuse to learn from a coder who has read nothing.

    Raises
    ------
    TableError
        Names the coders who gave codes.
    """
    if not taught.any():
        coders = ", ".join(sorted(set(hand["coder"]))) or "nobody"
        raise TableError(f"coverage: coder {coder!r} has read no segment. Coders with codes: {coders}")


def marks(segments: "pd.Series[str]", codes: pd.DataFrame, themes: list[str]) -> Floats:
    """Segments x themes: 1 where the codes give the theme to the segment, else 0."""
    rows = pd.Index(segments).get_indexer(pd.Index(codes["segment"]))
    columns = pd.Index(themes).get_indexer(pd.Index(codes["theme"]))
    known = (rows >= 0) & (columns >= 0)
    labels = np.zeros((len(segments), len(themes)))
    labels[rows[known], columns[known]] = 1
    return labels
