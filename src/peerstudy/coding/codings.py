"""Hand and machine codes side by side: which segment carries which theme, according to whom."""

import pandas as pd

from peerstudy import tables, tree

KEY = ["segment", "theme", "coder"]


def codings(
    segments: pd.DataFrame,
    hand: pd.DataFrame,
    coverage: pd.DataFrame,
    codebook: pd.DataFrame,
    machine: dict[str, pd.DataFrame],
    people: dict[str, pd.DataFrame],
    *,
    floor: float,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Join hand codings and machine codings, and sum them by person.

    Parameters
    ----------
    segments, hand, coverage, codebook
        The tables of those names.
    machine
        What each machine coder gave, by its name: `segment`, `theme`, `probability`, `coded`, `evidence`.
    people
        Sums of its probabilities by person, for the coders that leave rows out and code parents themselves.
    floor
        Machine rows under this probability are left out; `totals` keeps their sums.

    Returns
    -------
    codings, totals
        The tables of those names. Codes roll up to the parents that the codebook says they count for.
    """
    above = tree.ancestors(codebook)
    frames = [hand.assign(source="hand", probability=1.0, coded=True, evidence="")]
    for name, frame in machine.items():
        made = frame.assign(coder=name, source="machine", valence="")
        frames.append(made if name in people else _roll_up(made, above))
    both = pd.concat(frames, ignore_index=True)
    totals = _totals(both, segments, coverage, list(codebook["theme"]), list(machine))
    return both[(both["source"] == "hand") | (both["probability"] >= floor)], _expected(totals, people)


def _roll_up(codings: pd.DataFrame, above: dict[str, list[str]]) -> pd.DataFrame:
    """Codes of the children repeated for the parents that count them, at their largest probability."""
    lifted = codings.assign(theme=codings["theme"].map(above), evidence="").explode("theme").dropna()
    both = pd.concat([lifted, codings], ignore_index=True)
    return both.sort_values([*KEY, "coded", "probability"], kind="stable").drop_duplicates(KEY, keep="last")


def _totals(
    codings: pd.DataFrame,
    segments: pd.DataFrame,
    coverage: pd.DataFrame,
    themes: list[str],
    machines: list[str],
) -> pd.DataFrame:
    """The complete grid of person, theme and coder, over the interviews that the coder read."""
    whole = coverage[coverage["scope"] == "whole"]
    readings = [
        (coder, "hand", segments[segments["interview"].isin(group["interview"])])
        for coder, group in whole.groupby("coder")
    ]
    readings += [(coder, "machine", segments) for coder in machines]
    coded = codings.merge(segments[["segment", "interview", "participant"]], on="segment")
    coded = coded.merge(
        whole[["interview", "coder"]].assign(read=True), on=["interview", "coder"], how="left"
    )
    counts = coded["read"].notna() | (coded["source"] == "machine")
    sums = (
        coded[counts]
        .groupby(["participant", "theme", "coder"])
        .agg(coded=("coded", "sum"), expected=("probability", "sum"))
    )
    frames = []
    for coder, source, read in readings:
        people = (
            read[read["participant"] != ""]
            .groupby("participant")
            .agg(segments=("segment", "size"), words=("words", "sum"))
        )
        grid = people.reset_index().merge(pd.DataFrame({"theme": themes}), how="cross")
        frames.append(grid.assign(coder=coder, source=source))
    if not frames:
        return tables.empty("totals")
    full = pd.concat(frames, ignore_index=True).join(sums, on=["participant", "theme", "coder"])
    return full.fillna({"coded": 0, "expected": 0.0}).astype({"coded": "int64"})


def _expected(totals: pd.DataFrame, people: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The sums over all segments of coders that leave rows out, in the place of sums of their rows."""
    if not people:
        return totals
    given = pd.concat([frame.assign(coder=coder) for coder, frame in people.items()], ignore_index=True)
    key = ["participant", "theme", "coder"]
    whole = totals[key].merge(given, on=key, how="left")["expected"]
    return totals.assign(expected=whole.fillna(totals["expected"]).to_numpy())
