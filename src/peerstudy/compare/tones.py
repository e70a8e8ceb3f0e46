"""Two groups compared by the tone in which their people speak of a theme: an exploration, not a test."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from peerstudy import tables
from peerstudy.compare import pairing, withholding
from peerstudy.compare.passages import passages, read_whole
from peerstudy.statistics import proportions

POSITIVE, CRITICAL = "positive", frozenset({"negative", "mixed"})
METHOD = "Miettinen-Nurminen interval"


class Manner(NamedTuple):
    """A way of speaking: some passage in one of these tones, and none in those."""

    name: str
    some: frozenset[str]
    none: frozenset[str] = frozenset()


JUDGING = (
    Manner("negative or mixed", CRITICAL),
    Manner("positive only", frozenset({POSITIVE}), CRITICAL),
)


def tones(
    spans: pd.DataFrame,
    segments: pd.DataFrame,
    presence: pd.DataFrame,
    codebook: pd.DataFrame,
    coverage: pd.DataFrame,
    roster: pd.DataFrame,
    contrasts: pd.DataFrame,
    *,
    coder: str,
    level: float,
    smallest_group: int,
    families: str,
) -> pd.DataFrame:
    """Compare, for each theme that was marked in more than one tone, how many people speak of it so.

    Parameters
    ----------
    spans, segments, presence, codebook, coverage, roster, contrasts
        The tables of those names; of the last only which groups are compared.
    coder
        Hand coder whose tones count, in interviews that the coder read whole.
    level
        Confidence level of the intervals.
    smallest_group
        A group of fewer people is refused.
    families
        Attribute of people that are not independent; those whose family is in both groups are left out.
        Empty for none.

    Returns
    -------
    frame
        The table `tones`. No p-value stands in it: tones were looked through, not declared.

    Raises
    ------
    TableError
        If `families` is no attribute of the roster.
    ValueError
        If `level` is not between 0 and 1.
    """
    own = read_whole(segments, coverage, coder=coder)
    said = passages(spans, own, codebook, coder=coder)
    hand = presence[(presence["estimator"] == "hand") & presence["participant"].isin(own["participant"])]
    found: list[dict[str, Any]] = []
    for contrast in tables.rows(contrasts.drop_duplicates("contrast")):
        pair = (contrast.group_a, contrast.group_b)
        counted = pairing.counted(hand, roster, pair, families)
        heard = said[said["valence"] != ""].merge(counted[["participant", "theme"]])
        for theme, own_tones in heard.groupby("theme"):
            people = counted[counted["theme"] == theme]
            fixed = {"contrast": contrast.contrast, "theme": theme, "group_a": pair[0], "group_b": pair[1]}
            found += [{**fixed, **row} for row in _compared(own_tones, people, pair, level)]
    if not found:
        return tables.empty("tones")
    frame = pd.DataFrame(found).assign(method=METHOD)
    if families:
        frame["method"] += f" as if people of one {families.replace('_', ' ')} were independent"
    frame["reason"] = [withholding.too_few(row, smallest_group) for row in tables.rows(frame)]
    frame.loc[frame["reason"] != "", ["estimate", "low", "high"]] = float("nan")
    return tables.check(frame, "tones")


def _compared(
    said: pd.DataFrame, people: pd.DataFrame, pair: tuple[str, str], level: float
) -> Iterator[dict[str, Any]]:
    """A row a manner in which somebody speaks of the theme, if it was marked in more than one tone."""
    by_person = said.groupby("participant")["valence"].agg(frozenset)
    heard = frozenset(said["valence"])
    for manner in _manners(heard) if len(heard) > 1 else []:
        so = [who for who, given in by_person.items() if given & manner.some and not given & manner.none]
        speaks = people["participant"].isin(so)
        first, second = (speaks[people["group"] == group] for group in pair)
        counts = int(first.sum()), len(first), int(second.sum()), len(second)
        interval = proportions.miettinen_nurminen(*counts, level=level)
        named = dict(zip(("present_a", "people_a", "present_b", "people_b"), counts, strict=True))
        yield {"tone": manner.name, **named, **interval._asdict()}


def _manners(heard: frozenset[str]) -> list[Manner]:
    """Praise and criticism, which a person may mix, and each direction by itself."""
    judging = [manner for manner in JUDGING if manner.some & heard]
    directions = sorted(heard - CRITICAL - {POSITIVE})
    return [*judging, *(Manner(tone, frozenset({tone})) for tone in directions)]
