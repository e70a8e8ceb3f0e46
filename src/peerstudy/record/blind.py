"""What a person should look at of blind coding before a run: the draw, its sheets, and who corrects."""

import pandas as pd

from peerstudy.coding import filled
from peerstudy.coding.items import item

SHOWN = 5  # segments that a line names


def of_draw(frozen: pd.DataFrame, changes: pd.DataFrame, coverage: pd.DataFrame) -> list[str]:
    """What becomes of a draw that somebody coded, a line each way to lose it.

    Parameters
    ----------
    frozen
        The draw in the study's folder, or an empty table.
    changes, coverage
        The tables `sample_changes` and `coverage`.
    """
    coders = _samplers(coverage)
    if coders and frozen.empty:
        return [
            f"coverage.csv: {_listed(coders)} coded what was drawn, and the draw is not frozen: an edited "
            "transcript would draw other segments. Hint: `peerstudy sample` keeps it"
        ]
    lost = list(changes.loc[changes["drawn"] & (changes["change"] == "gone"), "was"])
    read = coverage.loc[coverage["scope"] == "sample", "interview"]
    held = changes["interview"].isin({*frozen["interview"], *read})
    new = list(changes.loc[held & (changes["change"] == "new"), "segment"])
    told = [
        f"sample.csv: {len(lost)} drawn segment(s) are in no transcript any more, such as "
        f"{_listed(lost[:SHOWN])}: nothing stands in for them"
    ]
    grown = [
        f"sample.csv: {len(new)} segment(s) of interviews that were drawn from are not in it, such as "
        f"{_listed(new[:SHOWN])}: they are drawn among themselves. Hint: where no transcript was edited "
        "since, rows are missing"
    ]
    return told * bool(lost) + grown * bool(new)


def of_sheets(
    draw: pd.DataFrame, on_sheets: pd.DataFrame, coverage: pd.DataFrame, suggested: pd.DataFrame
) -> list[str]:
    """Where sheets of those who coded a sample tell of other segments than coverage.csv or the draw.

    Parameters
    ----------
    draw
        The table `sample` as of now.
    on_sheets
        What stands on sheets (`filled.filled`).
    coverage, suggested
        The tables of those names.
    """
    told = []
    drawn = {*draw.loc[draw["drawn"].astype(bool), "segment"], *suggested["segment"]}
    lost = filled.unlisted(on_sheets, draw, coverage)
    for coder, own in on_sheets.groupby("coder"):
        read = coverage.loc[coverage["coder"] == coder, "interview"]
        asked = coverage.loc[(coverage["coder"] == coder) & (coverage["scope"] == "sample"), "interview"]
        undrawn = sorted(set(own.loc[own["interview"].isin(asked), "segment"]) - drawn)
        unseen = list(lost.loc[lost["coder"] == coder, "segment"])
        unlisted = sorted(set(own["interview"]) - set(read))
        if unseen:
            told.append(
                f"codings/: {len(unseen)} drawn segment(s) stand on no sheet of {coder!r}, such as "
                f"{_listed(list(map(item, unseen[:SHOWN])))}: they are left out as unread. Hint: "
                "have these rows of results/<study>/restricted/blind_sheet.xlsx coded too"
            )
        if undrawn:
            told.append(
                f"codings/: {len(undrawn)} segment(s) on a sheet of {coder!r} are not drawn, such as "
                f"{_listed(undrawn[:SHOWN])}: they count as unread. Hint: is sample.csv the whole draw of "
                "which the sheet was made?"
            )
        if unlisted:
            told.append(
                f"coverage.csv: a sheet of {coder!r} has segments of {_listed(unlisted)}, and no row says "
                f"that {coder!r} read there: it counts as unread"
            )
    return told


def of_blind(hand: str, coverage: pd.DataFrame) -> list[str]:
    """Who coded a sample blind and corrects nothing, while somebody who read whole interviews does."""
    coders = _samplers(coverage)
    if not coders or hand in coders:
        return []
    return [
        f"study.yaml: corrected: hand is {hand!r}, who coded no blind sample; {_listed(coders)} did and "
        "corrects nothing"
    ]


def _samplers(coverage: pd.DataFrame) -> list[str]:
    return sorted(set(coverage.loc[coverage["scope"] == "sample", "coder"]))


def _listed(names: list[str]) -> str:
    return ", ".join(map(repr, names))
