"""Other defensible ways to make the same comparison: other people, codes, units and groups.

Each function gives variants: kind, name, and the tables `presence` (of one estimator) and `roster` to
compare. It takes the same two (`mains` of all estimators), and what else it needs: `pair`, the groups that
are compared; `totals`, `codings` and `corrected`, the tables of those names; `read`, what the hand coder
`hand` read; `least`, coded segments from which a theme counts as present.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from peerstudy import people, tables
from peerstudy.compare import audience, correction, refusals
from peerstudy.compare.correction import Reading

MAIN = "main"


class Variant(NamedTuple):
    """A comparison made otherwise; `sampled`, like the table `corrected`, where it rests on that."""

    kind: str
    name: str
    presence: pd.DataFrame
    roster: pd.DataFrame
    measures: tuple[str, ...] = ("presence", "salience")
    sampled: pd.DataFrame | None = None


def mains(presence: pd.DataFrame, roster: pd.DataFrame, corrected: pd.DataFrame) -> list[Variant]:
    """The comparison itself: of hand codes, or of the blind sample where that reaches more people."""
    of = {str(name): rows for name, rows in presence.groupby("estimator")}
    reached = {name: rows[rows["read"]]["participant"].nunique() for name, rows in of.items()}
    if reached["hand"] >= reached.get("corrected", 0):
        return [Variant(MAIN, MAIN, of["hand"], roster)]
    return [
        Variant(MAIN, MAIN, of[name], roster, (measure,), corrected)
        for name, measure in (("verified", "presence"), ("corrected", "salience"))
    ]


def without_roles(presence: pd.DataFrame, roster: pd.DataFrame, roles: list[str]) -> Iterator[Variant]:
    """People who also hold a role, such as tutors, left out."""
    for role in roles:
        holds = roster["role"].str.split(";").map(lambda held, role=role: role in [r.strip() for r in held])
        yield Variant("role", f"without {role}", presence, roster[~holds])


def without_each(presence: pd.DataFrame, roster: pd.DataFrame, pair: list[str]) -> Iterator[Variant]:
    """Each person of the two groups left out in turn."""
    for person in sorted(roster[roster["group"].isin(pair)]["participant"]):
        yield Variant("participant", f"without {person}", presence, roster[roster["participant"] != person])


def without_families(
    presence: pd.DataFrame, roster: pd.DataFrame, pair: list[str], nested: str
) -> Iterator[Variant]:
    """Each value of an attribute that people are nested in, such as peer group, left out in turn.

    Raises
    ------
    TableError
        If `nested` is no attribute of the roster.
    """
    if nested:
        refusals.check_attributes(roster, "sensitivity: nested", nested)
        inside = roster[roster["group"].isin(pair)]
        for family in sorted(set(inside[nested]) - {""}):
            yield Variant(nested, f"without {family}", presence, roster[roster[nested] != family])


def thresholds(presence: pd.DataFrame, roster: pd.DataFrame, least: list[int]) -> Iterator[Variant]:
    """Presence from so many coded segments on."""
    for number in least:
        stricter = presence.assign(present=presence["coded"] >= number)
        yield Variant("threshold", f"{number} segments", stricter, roster, ("presence",))


def coders(
    presence: pd.DataFrame, roster: pd.DataFrame, totals: pd.DataFrame, hand: str, least: int
) -> Iterator[Variant]:
    """Each other hand coder, and the first one again on the same people."""
    by_hand = totals[totals["source"] == "hand"]
    for coder in sorted(set(by_hand["coder"]) - {hand}):
        theirs = by_hand[by_hand["coder"] == coder]
        shared = set(theirs["participant"]) & set(by_hand[by_hand["coder"] == hand]["participant"])
        if not shared:
            continue
        both = roster[roster["participant"].isin(shared)]
        codes = presence.drop(columns=["segments", "coded", "words"]).merge(
            theirs[["participant", "theme", "segments", "coded", "words"]], on=["participant", "theme"]
        )
        codes = codes.assign(
            present=codes["coded"] >= least, share=codes["coded"] / codes["segments"], read=True
        )
        yield Variant("coder", coder, codes, both)
        yield Variant("coder", f"{hand}, on the people of {coder}", presence, both)


def units(
    presence: pd.DataFrame, roster: pd.DataFrame, codings: pd.DataFrame, read: Reading, hand: str
) -> Iterator[Variant]:
    """Share of turns that hold the theme, and share of words in segments that hold it, of what was read."""
    own = read.segments[read.whole]
    if own.empty:
        return
    coded = codings[codings["coder"] == hand].merge(own, on="segment")
    turn = ["participant", "interview", "turn"]
    turns = coded.drop_duplicates([*turn, "theme"]).groupby(["participant", "theme"]).size()
    all_turns = own.drop_duplicates(turn).groupby("participant").size()
    words = coded.groupby(["participant", "theme"])["words"].sum()
    all_words = own.groupby("participant")["words"].sum()
    for name, part, whole in (("share of turns", turns, all_turns), ("share of words", words, all_words)):
        held = presence.join(part.rename("part"), on=["participant", "theme"])
        share = held["part"].fillna(0) / held["participant"].map(whole)
        yield Variant(
            "unit", name, presence.assign(share=share.where(presence["read"])), roster, ("salience",)
        )


def machine(
    presence: pd.DataFrame,
    roster: pd.DataFrame,
    read: Reading,
    codings: pd.DataFrame,
    corrected: pd.DataFrame,
    hand: str,
    least: int,
    thresholds: list[float],
) -> Iterator[Variant]:
    """Machine codes from other probabilities on: talk corrected with them, presence where all were read.

    Parameters
    ----------
    thresholds
        Probabilities from which a machine code counts.

    Raises
    ------
    ValueError
        If a probability of being drawn is not in (0, 1].
    """
    helper = corrected.drop_duplicates("theme")
    grid = presence[["participant", "theme", "group", "applies", "asked", "estimator"]]
    able = audience.counted(grid)
    for threshold in thresholds:
        frames = []
        for theme, coder in zip(helper["theme"], helper["machine"], strict=True):
            of_theme = codings[codings["theme"] == theme]
            guess = (correction.probabilities(read, of_theme, coder) >= threshold).astype(float)
            code = (correction.probabilities(read, of_theme, hand) > 0).astype(float)
            unchecked = np.full(len(code), np.nan)
            counted = np.isin(read.people, list(able.get(theme, ())))
            frame = correction.people(read, guess, code, unchecked, counted, threshold=0.5)
            frames.append(frame.assign(theme=theme))
        if not frames:
            return
        sampled = pd.concat(frames, ignore_index=True)
        both = grid.merge(sampled, on=["participant", "theme"]).assign(coded=float("nan"))
        seen = both.assign(present=both["confirmed"] >= least, share=float("nan"))
        seen["read"] = seen["unread"] < seen["segments"]
        talk = both.assign(
            present=both["positives"] >= least, share=both["salience"], read=both["labels"] > 0
        )
        name = f"machine codes from {threshold:g} on"
        yield Variant("threshold", f"verified {name}", seen, roster, ("presence",), sampled)
        yield Variant("threshold", f"corrected {name}", talk, roster, ("salience",), sampled)


def cutoffs(
    presence: pd.DataFrame, roster: pd.DataFrame, others: dict[str, dict[str, dict[str, list[str]]]]
) -> Iterator[Variant]:
    """Groups made of other values of people's attributes.

    Parameters
    ----------
    others
        By name of the variant: an attribute of people, and its values in each group.

    Raises
    ------
    TableError
        If people lack the attribute, nobody has a value, or one stands in two groups.
    """
    if unheld := people.unheld(others, roster):
        raise tables.TableError("\n".join(unheld))
    for name, attributes in others.items():
        ((attribute, groups),) = attributes.items()
        if twice := people.in_two_groups(groups, f"sensitivity: cutoffs: {name}: {attribute}"):
            raise tables.TableError("\n".join(twice))
        of_value = {value: group for group, values in groups.items() for value in values}
        group = roster[attribute].map(of_value).fillna("").where(roster["outcome"] == "analysed", "")
        yield Variant("groups", name, presence, roster.assign(group=group))
