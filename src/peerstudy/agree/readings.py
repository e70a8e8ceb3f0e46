"""Who read what, and what they made of it: the units that coders can be compared on.

Unread is not absent: a coder counts only where `coverage` says that they read.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from peerstudy.agree.unitizing import stretches
from peerstudy.coding import sampling

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Readings:
    """Units by coders by themes.

    Attributes
    ----------
    marks
        Shape (units, coders, themes): whether the coder gave the theme; false where unread.
    read
        Shape (units, coders): whether the coder read the unit.
    people
        Shape (units,): number of the person whose words they are.
    sizes
        Shape (units,): what the unit counts for, such as its characters.
    follows
        Shape (units,): whether the unit goes on in the same turn where the one before it ends.
    able
        Shape (units, themes): whether the person could have spoken of the theme.
    """

    marks: Bools
    read: Bools
    people: Ints
    sizes: Ints
    follows: Bools
    able: Bools

    def among(self, coders: list[int]) -> "Readings":
        """The units that two or more of these coders read, people numbered afresh.

        Parameters
        ----------
        coders
            Their numbers, from 0; the others are left out.
        """
        return self._only(self.read[:, coders].sum(axis=1) > 1, coders)

    def about(self, themes: list[int]) -> "Readings":
        """The units whose person could have spoken of any of these themes, people numbered afresh.

        Parameters
        ----------
        themes
            Their numbers, from 0; the others stay in all arrays.
        """
        return self._only(np.any(self.able[:, themes], axis=1), list(range(self.read.shape[1])))

    def _only(self, units: Bools, coders: list[int]) -> "Readings":
        rows = np.flatnonzero(units)
        return Readings(
            self.marks[rows][:, coders],
            self.read[rows][:, coders],
            np.unique(self.people[rows], return_inverse=True)[1].astype(np.int64),
            self.sizes[rows],
            self.follows[rows] & (np.diff(rows, prepend=-2) == 1),
            self.able[rows],
        )

    def by_person(self) -> "Readings":
        """Each person as one unit: a theme is theirs if it is in any unit that all their readers read."""
        n = int(self.people.max(initial=-1)) + 1
        reads = np.zeros((n, self.read.shape[1]), dtype=bool)
        np.logical_or.at(reads, self.people, self.read)
        shared = (self.read == reads[self.people]).all(axis=1)
        marks = np.zeros((n, *self.marks.shape[1:]), dtype=bool)
        np.logical_or.at(marks, self.people[shared], self.marks[shared])
        able = np.zeros((n, self.able.shape[1]), dtype=bool)
        np.logical_or.at(able, self.people, self.able)
        some = np.isin(np.arange(n), self.people[shared])
        ones = np.ones(n, dtype=np.int64)
        return Readings(marks, reads & some[:, None], np.arange(n), ones, np.zeros(n, dtype=bool), able)


def of_segments(
    codings: pd.DataFrame,
    coverage: pd.DataFrame,
    segments: pd.DataFrame,
    sample: pd.DataFrame,
    *,
    coders: list[str],
    themes: list[str],
) -> Readings:
    """Each segment as a unit.

    Parameters
    ----------
    codings, coverage, segments, sample
        The tables of those names, segments in the order of the text. Of a sample, what was drawn
        is read but for what `sampling.read_by` leaves out.
    coders, themes
        Hand coders and themes, in the order wanted.

    Raises
    ------
    ValueError
        If a hand coding names a segment that is not there, or somebody read a sample and none was drawn.
    """
    samplers = sorted(set(coverage.loc[coverage["scope"] == "sample", "coder"]) & set(coders))
    if samplers and not segments["segment"].isin(sample.loc[sample["drawn"], "segment"]).any():
        raise ValueError(
            f"coverage: {', '.join(samplers)} read a sample, but no segment was drawn. "
            "Hint: is sample.csv in the study folder?"
        )
    read = np.zeros((len(segments), len(coders)), dtype=bool)
    for column, coder in enumerate(coders):
        own = coverage[coverage["coder"] == coder]
        drawn = segments["segment"].isin(sampling.read_by(sample, coder)["segment"]).to_numpy()
        for scope, part in (("whole", np.ones(len(segments), dtype=bool)), ("sample", drawn)):
            listed = segments["interview"].isin(own.loc[own["scope"] == scope, "interview"]).to_numpy()
            read[:, column] |= listed & part
    by_hand = (codings["source"] == "hand") & codings["coder"].isin(coders)
    given = codings[by_hand & codings["theme"].isin(themes)]
    place = pd.Index(segments["segment"]).get_indexer(pd.Index(given["segment"]))
    if (place < 0).any():
        unknown = ", ".join(given["segment"][place < 0].unique()[:5])
        raise ValueError(f"codings: no such segment(s): {unknown}. Hint: were the segments cut anew?")
    marks = np.zeros((len(segments), len(coders), len(themes)), dtype=bool)
    who = pd.Categorical(given["coder"], categories=coders).codes
    what = pd.Categorical(given["theme"], categories=themes).codes
    marks[place, who, what] = True
    people = segments["participant"].where(segments["participant"] != "", segments["interview"])
    turns = segments[["interview", "turn"]]
    return Readings(
        marks & read[:, :, None],
        read,
        pd.factorize(people)[0].astype(np.int64),
        np.ones(len(segments), dtype=np.int64),
        (turns == turns.shift()).all(axis=1).to_numpy(),
        np.ones((len(segments), len(themes)), dtype=bool),
    )


def lifted(spans: pd.DataFrame, above: dict[str, list[str]]) -> pd.DataFrame:
    """Passages, and those of children once more for the parents that count them (`tree.ancestors`).

    Parameters
    ----------
    spans
        The table of that name.
    above
        Parents by theme; a theme that is not there has none.
    """
    parents = spans.assign(theme=spans["theme"].map(above)).explode("theme").dropna(subset=["theme"])
    return pd.concat([spans, parents], ignore_index=True)


def of_characters(
    readings: Readings, spans: pd.DataFrame, segments: pd.DataFrame, *, coders: list[str], themes: list[str]
) -> Readings:
    """Each stretch of text between two borders of passages as a unit that counts for its characters.

    Parameters
    ----------
    readings
        Those of the segments.
    spans, segments
        The tables of those names, segments in the order of `readings`. Text outside segments is left out.
    coders, themes
        As in `readings`.
    """
    lengths = (segments["end"] - segments["start"]).to_numpy()
    borders = np.concatenate([[0], np.cumsum(lengths)])
    placed = segments[["interview", "turn", "start", "end"]].assign(border=borders[:-1])
    pieces = spans.merge(placed, on=["interview", "turn"], suffixes=("", "_segment"))
    shift = pieces["border"] - pieces["start_segment"]
    pieces["first"] = pieces[["start", "start_segment"]].max(axis=1) + shift
    pieces["last"] = pieces[["end", "end_segment"]].min(axis=1) + shift
    pieces = pieces[(pieces["first"] < pieces["last"]) & pieces["theme"].isin(themes)]
    edges = np.unique(np.concatenate([borders, pieces["first"], pieces["last"]]))
    marks = np.zeros((len(edges) - 1, len(coders), len(themes)), dtype=bool)
    for (coder, theme), own in pieces[pieces["coder"].isin(coders)].groupby(["coder", "theme"]):
        inside = stretches(own["first"], own["last"], edges=edges)
        marks[:, coders.index(str(coder)), themes.index(str(theme))] = inside
    segment = np.searchsorted(borders, edges[:-1], side="right") - 1
    read = readings.read[segment]
    begins = np.isin(edges[:-1], borders[:-1][~readings.follows])
    return Readings(
        marks & read[:, :, None],
        read,
        readings.people[segment],
        np.diff(edges).astype(np.int64),
        ~begins,
        readings.able[segment],
    )
