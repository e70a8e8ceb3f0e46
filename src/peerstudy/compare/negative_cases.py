"""Every person who runs against a contrast, with the words or without, and where that is most of a group."""

from typing import Any

import pandas as pd

from peerstudy import tables, tree
from peerstudy.compare import estimators, pairing

KEY = ["participant", "theme"]
PLACE = ["segment", "interview", "turn", "start", "end", "text"]
SILENT, SPEAKS = "silent", "speaks of it"
VERBS = {(SILENT, True): "does not speak of it", (SILENT, False): "do not speak of it"}
ALL = {SILENT: "all", SPEAKS: "none"}  # in the words of what they do say, not of a denied silence
VERBS |= {(SPEAKS, True): "speaks of it", (SPEAKS, False): "speak of it"}


def negative_cases(
    contrasts: pd.DataFrame,
    presence: pd.DataFrame,
    roster: pd.DataFrame,
    spans: pd.DataFrame,
    segments: pd.DataFrame,
    codebook: pd.DataFrame,
    *,
    coder: str,
    rule: float,
    families: str,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """List, for each contrast with a difference, all who are not as their group.

    Parameters
    ----------
    contrasts, presence, roster, spans, segments, codebook
        The tables of those names.
    coder
        Hand coder whose codes say who speaks of what, in whole interviews or in what was read of them.
    rule
        Share of a group; where more of its people run against a contrast, they are its rule and not its
        exceptions, and the contrast is said not to hold for them.
    families
        Attribute of people that are not independent; those whose family is in both groups are in no
        comparison, so they do not run against it. Empty for none.

    Returns
    -------
    negative_cases, exceptions
        The tables of those names: in the group that speaks of the theme more, those who do not; in the other,
        those who do, with the longest passage that was marked with it; and how many of each group they
        are, or none.

    Raises
    ------
    TableError
        If `families` is no attribute of the roster.
    """
    marked = _marked(spans[spans["coder"] == coder], segments, codebook)
    cases, counts = [], []
    by_readers = estimators.by_readers(contrasts).copy()
    by_readers["directed"] = by_readers.index.isin(estimators.directed(by_readers).index)
    for row in tables.rows(by_readers[by_readers["estimate"] != 0]):
        of_theme = presence[(presence["theme"] == row.theme) & (presence["estimator"] == row.estimator)]
        people = pairing.counted(of_theme, roster, [row.group_a, row.group_b], families)
        for group, direction in _directions(row):
            inside = people[people["group"] == group]
            against = inside[inside["present"] == (direction == SPEAKS)]
            told = _statement(len(against), len(inside), group, direction, rule)
            head = {"contrast": row.contrast, "direction": direction, "directed": row.directed}
            counts.append({**head, "theme": row.theme, "group": group, "against": len(against), **told})
            counts[-1]["people"] = len(inside)
            cases.append(against.assign(**head, statement=told["statement"] if not told["holds"] else ""))
    if not counts:
        return tables.empty("negative_cases"), tables.empty("exceptions")
    kept = [*KEY, "group", "direction", "directed", "contrast", "statement"]
    frame = pd.concat(cases, ignore_index=True)[kept]
    frame = frame.join(marked, on=KEY)
    frame[PLACE] = frame[PLACE].where(frame["direction"] == SPEAKS)
    listed = frame[list(tables.contracts()["negative_cases"].columns)]
    return tables.check(listed, "negative_cases"), tables.check(pd.DataFrame(counts), "exceptions")


def _marked(spans: pd.DataFrame, segments: pd.DataFrame, codebook: pd.DataFrame) -> pd.DataFrame:
    """The longest passage that each person was marked with for each theme, or for a part of it.

    A whole passage, since the sentence in which it begins may say nothing of the theme by itself.
    """
    above = tree.ancestors(codebook)
    named = spans["theme"].map(lambda theme: [theme, *above.get(theme, [])])
    own = spans.assign(theme=named).explode("theme")
    places = segments[["segment", "participant", "interview", "turn", "start", "end"]]
    both = own.merge(places, on=["interview", "turn"], suffixes=("", "_of_segment"))
    touched = both[(both["start"] < both["end_of_segment"]) & (both["end"] > both["start_of_segment"])]
    touched = touched.assign(length=touched["end"] - touched["start"]).rename(columns={"quote": "text"})
    order = ["length", "interview", "turn", "start", "start_of_segment"]
    first = touched.sort_values(order, ascending=[False, True, True, True, True])
    return first.drop_duplicates(KEY).set_index(KEY)[PLACE]


def _directions(row: Any) -> list[tuple[str, str]]:
    """How each group's people run against a contrast."""
    a, b = (SILENT, SPEAKS) if row.estimate > 0 else (SPEAKS, SILENT)
    return [(row.group_a, a), (row.group_b, b)]


def _statement(against: int, people: int, group: str, direction: str, rule: float) -> dict[str, Any]:
    """Who runs against the contrast, in words, and whether it holds for the group all the same."""
    verb = VERBS[direction, against == 1]
    if not against:
        return {"holds": True, "statement": f"{ALL[direction]} of {people} {group} speak of it"}
    if against <= rule * people:
        return {"holds": True, "statement": f"{against} of {people} {group} {verb}"}
    most = "any" if against == people else "most"
    told = f"the contrast does not hold for {most} of {group}: {against} of {people} {verb}"
    return {"holds": False, "statement": told}
