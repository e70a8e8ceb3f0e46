"""What the comparison says at a glance, and over more than two groups."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from peerstudy.compare.estimators import leading
from peerstudy.pages.sections import manner
from peerstudy.pages.sections.told import Grid, Told, told
from peerstudy.pages.sections.variants import ALL, PERSON
from peerstudy.tables import rows
from peerstudy.wording import listed, points, probability

LEADS = {
    "hand": "hand codes",
    "verified": "what a person read of segments drawn at random and of what machine coders found",
    "machine": "machine codes as they stand, which support no finding",
}


def lead(present: pd.DataFrame) -> str:
    """Where the counts of a report come from.

    Parameters
    ----------
    present
        Rows of `contrasts` of presence.
    """
    first = str(leading(present)["estimator"].iloc[0])
    alone = first == "verified" and not (present["estimator"] == "machine").any()
    return "what a person read of segments drawn at random" if alone else LEADS[first]


def at_a_glance(
    contrasts: pd.DataFrame,
    robustness: pd.DataFrame,
    exceptions: pd.DataFrame,
    tones: pd.DataFrame,
    labels: dict[str, str],
) -> list[Grid]:
    """Themes declared in advance, in the order of evidence; a grid a contrast.

    Parameters
    ----------
    contrasts, robustness, exceptions, tones
        The tables of those names, placed.
    labels
        Names of themes in the order of the codebook.
    """
    lead = leading(contrasts[contrasts["measure"] == "presence"])
    lead = lead[(lead["family"] == "primary") & (lead["estimator"] != "machine")]
    held = {key: own for key, own in _other_choices(robustness).items() if own.variants}
    against = {key: list(rows(own)) for key, own in exceptions.groupby(["contrast", "theme"])}
    order = {theme: place for place, theme in enumerate(labels)}
    grids = []
    for contrast, own in lead.groupby("contrast", sort=False):
        ordered = own.assign(order=own["theme"].map(order)).sort_values("order")
        one = next(rows(ordered))
        body = [
            [
                Told(labels.get(row.theme, row.theme), f"theme-{row.theme}"),
                told(f"{row.present_a} of {row.people_a}", "contrasts", row),
                told(f"{row.present_b} of {row.people_b}", "contrasts", row),
                [
                    _against(group)
                    for group in against.get((contrast, row.theme), [])
                    if row.estimator == "hand"
                ],
                [told(_interval(row), "contrasts", row), *_tones(tones, row)],
                told(probability(row.p_adjusted), "contrasts", row) if pd.notna(row.p_adjusted) else "",
                _same(row, held.get((contrast, row.theme))),
            ]
            for row in rows(ordered)
        ]
        head = [
            "Theme",
            one.group_a,
            one.group_b,
            "People against it",
            "Difference in points (interval)",
            "p, adjusted",
            "Other choices: same side of 0",
        ]
        grids.append(Grid(str(contrast), head, body))
    return grids


def _against(group: Any) -> Told:
    most = "" if group.holds else ", most"
    return told(f"{group.against} of {group.people} {group.group}{most}", "exceptions", group)


def _interval(row: Any) -> str:
    if pd.isna(row.estimate):
        return f"not compared: {row.reason}"
    return f"{points(row.estimate)} ({points(row.low)} to {points(row.high)})"


def _tones(tones: pd.DataFrame, row: Any) -> list[Told]:
    """Tones in which the groups of a row of `contrasts` differ, however many speak of its theme."""
    return manner.parting(tones[(tones["contrast"] == row.contrast) & (tones["theme"] == row.theme)])


def _other_choices(robustness: pd.DataFrame) -> dict[Any, Any]:
    """Rows of all kinds of variant but people left out in turn, which are many and would hide the others."""
    own = robustness[robustness["measure"] == "presence"].set_index(["contrast", "theme"])
    counted = ["variants", "holding"]
    left = own.loc[own["kind"] == PERSON, counted]
    every = own[own["kind"] == ALL].copy()
    every[counted] = every[counted].sub(left, fill_value=0).reindex(every.index).astype(int)
    return {(row.contrast, row.theme): row for row in rows(every.reset_index())}


def _same(row: Any, other: Any) -> Told | str:
    """How often other choices say the same; where nothing is decided, how often it stays so."""
    if other is None or pd.isna(row.estimate):
        return ""
    decided = row.low > 0 or row.high < 0
    told_of = f"{other.holding} of {other.variants}"
    return told(told_of if decided else f"open, as in {told_of}", "robustness", other)


def of_one_group(ways: pd.DataFrame, labels: dict[str, str]) -> list[tuple[Told, Told]]:
    """Themes that people of one group alone speak of: the theme, and who.

    Parameters
    ----------
    ways
        The table of that name, placed.
    labels
        Names of themes in the order of the codebook.
    """
    alone = {row.theme: row for row in rows(ways[(ways["valence"] == "any") & ways["only_here"]])}
    return [
        (Told(labels[theme], f"theme-{theme}"), told(f"{row.group}, {row.n} of {row.people}", "ways", row))
        for theme in labels
        if (row := alone.get(theme)) is not None
    ]


def several_groups(
    omnibus: pd.DataFrame, ways: pd.DataFrame, labels: dict[str, str], groups: Sequence[str]
) -> tuple[list[Grid], list[Told]]:
    """Comparisons of more than two groups: a grid each, and what was not tested.

    Parameters
    ----------
    omnibus, ways
        The tables of those names, placed.
    labels
        Names of themes in the order of the codebook.
    groups
        Groups in the order in which they are to be read.
    """
    ways = ways.assign(rank=ways["group"].map({g: i for i, g in enumerate(groups)})).sort_values("rank")
    spoken = {theme: list(rows(own)) for theme, own in ways[ways["valence"] == "any"].groupby("theme")}
    order = {theme: place for place, theme in enumerate(labels)}
    done = omnibus[omnibus["p"].notna()]
    done = done.assign(order=done["theme"].map(order)).sort_values(["order", "measure"])
    head = [
        "Theme",
        "Measure",
        "People who count",
        "Who speak of it",
        "p alone",
        "p, adjusted",
        "Tested together",
    ]
    grids = [
        Grid(
            f"{comparison}: {test}",
            head,
            [
                [
                    Told(labels.get(row.theme, row.theme), f"theme-{row.theme}"),
                    {"presence": "speaks of it", "salience": "share of talk"}[row.measure],
                    told(row.people, "omnibus", row),
                    [told(f"{w.group} {w.n} of {w.people}", "ways", w) for w in spoken.get(row.theme, [])],
                    told(probability(row.p), "omnibus", row),
                    told(probability(row.p_adjusted), "omnibus", row),
                    told(f"{row.tested} themes", "omnibus", row),
                ]
                for row in rows(of_test)
            ],
        )
        for (comparison, test), of_test in done.groupby(["comparison", "test"])
    ]
    refused = omnibus[(omnibus["reason"] != "") & (omnibus["measure"] == "presence")]
    why = []
    for (comparison, test, reason), own in refused.groupby(["comparison", "test", "reason"]):
        named = listed([labels.get(theme, theme) for theme in own["theme"]])
        why.append(told(f"{comparison}, {test}: not tested ({reason}): {named}.", "omnibus", next(rows(own))))
    return grids, why
