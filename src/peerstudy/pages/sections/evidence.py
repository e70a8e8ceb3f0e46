"""One theme in the order of evidence: words, people, exceptions, interval, and only then the test."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from peerstudy.compare.estimators import leading
from peerstudy.pages import narrative
from peerstudy.pages.sections import error, estimates, manner
from peerstudy.pages.sections.people import left_out
from peerstudy.pages.sections.told import Told, told
from peerstudy.pages.sections.variants import made_otherwise
from peerstudy.tables import rows
from peerstudy.wording import listed

Tables = Mapping[str, pd.DataFrame]
SHORT = 6  # so many people are named in a sentence; more stand below it


def theme(
    entry: Any,
    tables: Tables,
    groups: Sequence[str],
    labels: Mapping[str, str],
    *,
    levels: Mapping[str, float],
    power: float,
) -> dict[str, Any]:
    """Everything that the report says of one theme.

    Parameters
    ----------
    entry
        A row of the codebook.
    tables
        The report's tables, placed.
    groups
        Groups in the order in which they are to be read.
    labels
        Names of themes.
    levels, power
        Confidence level of the intervals of each table, and the chance with which a detectable difference
        would be shown.
    """
    own = {
        name: tables[name][tables[name]["theme"] == entry.theme]
        for name in (
            "ways",
            "tones",
            "quotes",
            "contrasts",
            "groups",
            "effects",
            "denominators",
            "negative_cases",
            "exceptions",
            "sensitivity",
            "robustness",
            "corrected",
        )
    }
    return {
        "theme": entry,
        "words": [
            {"group": group, "quotes": list(rows(own["quotes"].query("group == @group").sort_values("rank")))}
            for group in groups
            if (own["quotes"]["group"] == group).any()
        ],
        "tones": manner.tones(own["ways"], groups),
        "parts": manner.parts(own["ways"], groups, labels),
        "only": manner.only(own["ways"]),
        "contrasts": [
            _contrast(name, own, levels, power) for name in dict.fromkeys(own["contrasts"]["contrast"])
        ],
    }


def _contrast(name: str, own: Tables, levels: Mapping[str, float], power: float) -> dict[str, Any]:
    """One contrast of one theme."""
    of = {key: table[table["contrast"] == name] for key, table in own.items() if "contrast" in table}
    present, share = (
        of["contrasts"].query("measure == 'presence'"),
        of["contrasts"].query("measure == 'salience'"),
    )
    row = next(rows(leading(present)))
    cases = of["negative_cases"].query("directed")
    return {
        "name": name,
        "place": row.place,
        "counts": _counts(row, of["groups"], own["ways"]),
        "left_out": [
            told(out, "denominators", d)
            for d in rows(of["denominators"][of["denominators"]["estimator"] == row.estimator])
            if (out := left_out(d))
        ],
        "exceptions": exceptions(of["exceptions"], cases, row, of["tones"]),
        "silent": sorted(cases.loc[cases["direction"] == "silent", "participant"])
        if len(cases) > SHORT
        else [],
        "cases": list(rows(cases[cases["text"].fillna("") != ""].sort_values("participant"))),
        "intervals": [
            told(f"{g.group}: {narrative.interval(g, level=levels['groups'])}", "groups", g)
            for g in rows(_of(row, of["groups"]))
            if g.people and g.estimator == "hand"  # others take for silent whose talk was not read
        ],
        "difference": told(narrative.difference(row, level=levels["contrasts"]), "contrasts", row),
        "shown": estimates.could_show(of["effects"], row, power=power, level=levels["effects"]),
        "test": told(narrative.p_values(row, level=levels["contrasts"]), "contrasts", row)
        if pd.notna(row.p)
        else None,
        "salience": estimates.salience(share, of["groups"], level=levels["contrasts"]),
        "tones": manner.compared(of["tones"], level=levels["tones"]),
        "robustness": made_otherwise(of["sensitivity"], of["robustness"]),
        "estimates": estimates.side_by_side(of["contrasts"], of["groups"], own["corrected"]),
        "undone": error.undone(of["effects"], of["contrasts"]),
        "effects": estimates.beside(of["effects"], of["contrasts"]),
    }


def _of(row: Any, groups: pd.DataFrame) -> pd.DataFrame:
    """The two groups of a contrast by the same codes, the first group first."""
    held: pd.DataFrame = groups[(groups["measure"] == row.measure) & (groups["estimator"] == row.estimator)]
    return held.assign(second=held["group"] == row.group_b).sort_values("second")


def _counts(row: Any, groups: pd.DataFrame, ways: pd.DataFrame) -> list[tuple[str, str, Told]]:
    """Group, word for the count and count; the word where hand codes lead and count the same people."""
    spoken = {w.group: w for w in rows(ways[ways["valence"] == "any"])}
    counted = []
    for g in rows(_of(row, groups)):
        way = spoken.get(g.group)
        alike = way and row.estimator == "hand" and (way.n, way.people) == (g.present, g.people)
        word = f"{way.word}, " if way and alike and way.word else ""
        counted.append((g.group, word, told(narrative.count(g), "groups", g)))
    return counted


def exceptions(counted: pd.DataFrame, cases: pd.DataFrame, row: Any, tones: pd.DataFrame) -> list[Told]:
    """Who runs against one contrast of one theme, by group; said plainly where that is most of a group.

    Nobody does where the interval includes no difference: which group speaks of it more is then open.

    Parameters
    ----------
    counted, cases
        Rows of `exceptions` and `negative_cases` of that contrast and theme, the first placed.
    row
        The row of `contrasts` that leads, placed.
    tones
        Rows of that table of the same contrast and theme, placed.
    """
    if row.estimator != "hand" or pd.isna(row.estimate):
        return []
    if not (row.present_a or row.present_b):
        return [told("Nobody of either group speaks of it.", "contrasts", row)]
    if row.low <= 0 <= row.high:
        both = "The interval includes no difference, so that nobody is said to run against one."
        apart = manner.parting(tones)
        return [
            told(both, "contrasts", row),
            *(told_of._replace(text=f"They part by {told_of.text}.") for told_of in apart),
        ]
    sentences = []
    for group in rows(counted):
        who = sorted(cases.loc[cases["group"] == group.group, "participant"])
        named = f": {listed(who)}" if who and len(cases) <= SHORT else ""
        sentences.append(
            told(f"{group.statement[:1].upper()}{group.statement[1:]}{named}.", "exceptions", group)
        )
    return sentences
