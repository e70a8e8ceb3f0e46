"""Every person who runs against a contrast, with the words or without."""

import pandas as pd

from peerstudy import pairing, tables


def negative_cases(
    contrasts: pd.DataFrame,
    presence: pd.DataFrame,
    roster: pd.DataFrame,
    codings: pd.DataFrame,
    segments: pd.DataFrame,
    *,
    coder: str,
    families: str,
) -> pd.DataFrame:
    """List, for each contrast with a difference, all who are not as their group.

    Parameters
    ----------
    contrasts, presence, roster, codings, segments
        The tables of those names.
    coder
        Hand coder whose codes say who speaks of what.
    families
        Attribute of people that are not independent; those whose family is in both groups are in no
        comparison, so they do not run against it. Empty for none.

    Returns
    -------
    frame
        The table `negative_cases`: in the group that speaks of the theme more, those who do not; in the
        other, those who do, with the first segment that shows it.
    """
    words = codings[codings["coder"] == coder].merge(segments[["segment", "participant"]], on="segment")
    first = words.sort_values("segment").groupby(["participant", "theme"])["segment"].first()
    by_hand = presence[presence["estimator"] == "hand"]
    hand = contrasts[(contrasts["estimator"] == "hand") & (contrasts["measure"] == "presence")]
    rows = []
    for row in tables.rows(hand[hand["estimate"].fillna(0) != 0]):
        more, less = (row.group_a, row.group_b) if row.estimate > 0 else (row.group_b, row.group_a)
        of_theme = by_hand[by_hand["theme"] == row.theme]
        people = pairing.counted(of_theme, roster, [more, less], families)
        silent = people[(people["group"] == more) & ~people["present"]]
        speaking = people[(people["group"] == less) & people["present"]]
        against = pd.concat([silent.assign(direction="silent"), speaking.assign(direction="speaks of it")])
        rows.append(against.assign(contrast=row.contrast))
    if not rows:
        return tables.empty("negative_cases")
    frame = pd.concat(rows, ignore_index=True).join(first, on=["participant", "theme"])
    frame["segment"] = frame["segment"].where(frame["direction"] == "speaks of it")
    return tables.check(frame[list(tables.contracts()["negative_cases"].columns)], "negative_cases")
