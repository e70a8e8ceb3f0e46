"""Whether enough was heard, which words tell groups apart, and which themes go together."""

import pandas as pd

from peerstudy.compare.together import ranked
from peerstudy.pages import firmness, heard
from peerstudy.pages.sections.told import Grid, Told, told
from peerstudy.tables import rows
from peerstudy.wording import decimal, percent, probability

SHOWN = 12  # words that lean to a group, and pairs of themes; all stand in the tables


def stopping(table: pd.DataFrame) -> list[Told]:
    """Whether enough was heard in each group, in sentences.

    Parameters
    ----------
    table
        The table of that name, placed.
    """
    sentences = []
    for row in rows(table):
        met = pd.notna(row.stopped)
        said = [f"rule {row.rule} {heard.met(row)}" if met else row.reason or f"rule {row.rule} not met"]
        if pd.notna(row.coverage):
            said.append(f"the themes heard hold {percent(row.coverage)} of all mentions (estimate)")
        if number := heard.reached(row):
            said.append(number)
        sentences.append(
            told(
                f"{row.group}: {row.themes} themes from {row.people} people; {'; '.join(said)}.",
                "stopping",
                row,
            )
        )
    return sentences


def words(vocabulary: pd.DataFrame) -> list[Grid]:
    """Words that lean most towards each group of each contrast, every person counting once.

    Parameters
    ----------
    vocabulary
        The table of that name, placed.
    """
    grids = []
    for _, own in vocabulary.groupby("contrast", sort=False):
        first, second = own["group_a"].iloc[0], own["group_b"].iloc[0]
        leaning = own.sort_values("statistic", ascending=False, kind="stable")
        for group, held in (
            (first, leaning[leaning["statistic"] > 0]),
            (second, leaning[leaning["statistic"] < 0][::-1]),
        ):
            body = [
                [
                    row.term,
                    told(str(row.people), "vocabulary", row),
                    *(told(f"{1000 * rate:.2f}", "vocabulary", row) for rate in (row.rate_a, row.rate_b)),
                    told(decimal(row.statistic, digits=1), "vocabulary", row),
                    told(probability(row.p_adjusted), "vocabulary", row) if pd.notna(row.p_adjusted) else "",
                ]
                for row in rows(held.head(SHOWN))
            ]
            label = f"Words that lean towards {group} ({first} against {second})"
            head = [
                "Word",
                "People who use it",
                f"In 1,000 words, {first}",
                f"In 1,000 words, {second}",
                "Welch’s t of people’s rates",
                "p, adjusted",
            ]
            grids.append(Grid(label, head, body))
    return grids


def supported(cooccurrences: pd.DataFrame, labels: dict[str, str]) -> list[Told]:
    """Whether a test supports any pair of themes, over people and over segments, in sentences.

    Parameters
    ----------
    cooccurrences
        The table of that name, placed.
    labels
        Names of themes.
    """
    least = {unit: firmness.least(cooccurrences, f"p_{unit}_adjusted") for unit in firmness.BEYOND}
    return [
        told(firmness.pair(cooccurrences, unit, row, labels), "cooccurrences", row)
        for unit, row in least.items()
        if row is not None
    ]


def together(cooccurrences: pd.DataFrame, labels: dict[str, str]) -> Grid:
    """Pairs of themes that go together most in people, beyond what chance gives.

    Parameters
    ----------
    cooccurrences
        The table of that name, placed.
    labels
        Names of themes.
    """
    body = [
        [
            f"{labels.get(row.theme, row.theme)} + {labels.get(row.other, row.other)}",
            told(f"{row.speak_of_both} of {row.people}", "cooccurrences", row),
            told(f"{row.speak_of_either} of {row.people}", "cooccurrences", row),
            told(decimal(row.phi), "cooccurrences", row),
            told(f"{row.segments} ({row.expected:.1f})", "cooccurrences", row),
            told(probability(row.p_people_adjusted), "cooccurrences", row)
            if pd.notna(row.p_people_adjusted)
            else "",
            told(probability(row.p_segments_adjusted), "cooccurrences", row)
            if pd.notna(row.p_segments_adjusted)
            else "",
        ]
        for row in rows(ranked(cooccurrences).head(SHOWN))
    ]
    head = [
        "Themes",
        "Speak of both",
        "Speak of either",
        "Phi",
        "Segments with both (by chance)",
        "p over people, adjusted",
        "p over segments, adjusted",
    ]
    return Grid("Themes that go together", head, body)
