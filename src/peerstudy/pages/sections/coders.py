"""Who coded what, and how far coders agree."""

from typing import Any

import pandas as pd

from peerstudy.pages.sections.told import Grid, Told, told
from peerstudy.tables import rows
from peerstudy.wording import decimal, percent

COEFFICIENTS = {
    "agreement": "raw agreement",
    "positive": "agreement on presence",
    "negative": "agreement on absence",
    "alpha": "Krippendorff’s alpha",
    "cohen": "Cohen’s kappa",
    "fleiss": "Fleiss’ kappa",
    "conger": "Conger’s kappa",
    "brennan_prediger": "Brennan-Prediger",
    "pabak": "PABAK",
    "ac1": "Gwet’s AC1",
    "alpha_u": "alpha of passages",
    "alpha_sets": "alpha of sets",
    "alpha_jaccard": "alpha of sets (Jaccard)",
    "alpha_masi": "alpha of sets (MASI)",
}
SCOPES = {"whole": "whole interviews", "sample": "drawn segments", "suggested": "suggested segments"}
UNITS = {"segment": "segments", "participant": "people", "characters": "characters"}


def readers(coverage: pd.DataFrame, ingest: pd.DataFrame) -> Grid:
    """Who coded, and which of the interviews that the run opened; a withdrawn one is not among them.

    Parameters
    ----------
    coverage, ingest
        The tables of those names.
    """
    opened = coverage[coverage["interview"].isin(ingest["interview"])]
    body = [
        [
            str(coder),
            SCOPES[str(scope)],
            ", ".join(sorted(own)),
        ]
        for (coder, scope), own in opened.groupby(["coder", "scope"])["interview"]
    ]
    return Grid("Who coded what", ["Coder", "Read", "Interviews"], body)


def agreement(table: pd.DataFrame, codebook: pd.DataFrame, unit: str) -> Grid:
    """Coefficients of each theme over one kind of unit, by pairs of coders, in the order of the codebook.

    Parameters
    ----------
    table, codebook
        The tables of those names, the first placed.
    unit
        What is compared: segment, participant or characters.
    """
    place = {**dict(zip(codebook["theme"], codebook["order"], strict=True)), "all": 0}
    labels = {**dict(zip(codebook["theme"], codebook["label"], strict=True)), "all": "All themes together"}
    shown = table[table["unit"] == unit]
    if len(set(shown["coders"]) - {"all"}) == 1:
        shown = shown[shown["coders"] != "all"]
    columns = [name for name in COEFFICIENTS if name in set(shown["coefficient"])]
    body = []
    ordered = shown.assign(order=shown["theme"].map(place)).sort_values(["order", "coders"], kind="stable")
    for (theme, coders), of_theme in ordered.groupby(["theme", "coders"], sort=False):
        cells = {row.coefficient: row for row in rows(of_theme)}
        first = next(rows(of_theme))
        why = "; ".join(dict.fromkeys(row.reason for row in cells.values() if row.reason))
        found = "" if pd.isna(first.prevalence) else percent(first.prevalence)
        body.append(
            [
                labels.get(str(theme), theme),
                str(coders).replace(",", " and "),
                told(str(first.units), "agreement", first),
                told(found, "agreement", first) if found else "",
                *(_coefficient(cells.get(name)) for name in columns),
                why,
            ]
        )
    head = [
        "Theme",
        "Coders",
        UNITS[unit].capitalize(),
        "Found in",
        *(COEFFICIENTS[c][:1].upper() + COEFFICIENTS[c][1:] for c in columns),
        "Note",
    ]
    return Grid(f"Agreement over {UNITS[unit]}", head, body)


def _coefficient(row: Any) -> Told | str:
    if row is None:
        return ""
    return told(
        "undefined" if pd.isna(row.estimate) else ranged(row.estimate, row.low, row.high), "agreement", row
    )


def ranged(estimate: float, low: float, high: float) -> str:
    """A coefficient with its interval; an end beyond what a coefficient can be is said to be so.

    Examples
    --------
    >>> ranged(0.714, 0.4, 0.9), ranged(0.66, -5.99, 0.98), ranged(0.5, float("nan"), float("nan"))
    ('0.71 (0.40 to 0.90)', '0.66 (under −1 to 0.98)', '0.50')
    >>> ranged(-0.001, -0.25, 0.004)
    '0.00 (−0.25 to 0.00)'
    """
    at = decimal(estimate)
    if pd.isna(low) or pd.isna(high):
        return at
    ends = ["under −1" if end < -1 else "over 1" if end > 1 else decimal(end) for end in (low, high)]
    return f"{at} ({' to '.join(ends)})"
