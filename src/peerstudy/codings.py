"""Hand and machine codes side by side: which segment carries which theme, according to whom."""

import pandas as pd

from peerstudy import tables, tree

KEY = ["segment", "theme", "coder"]


def codings(
    segments: pd.DataFrame,
    spans: pd.DataFrame,
    coverage: pd.DataFrame,
    codebook: pd.DataFrame,
    machine: dict[str, pd.DataFrame],
    *,
    overlap: float,
    floor: float,
    threshold: float,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Join hand codings and machine codings, and sum them by person.

    Parameters
    ----------
    segments, spans, coverage, codebook
        The tables of those names.
    machine
        What each machine coder gave, by its name: `segment`, `theme`, `probability`, `evidence`.
    overlap
        Share of a segment's characters that a span must cover, unless the span lies wholly inside it.
    floor
        Machine rows under this probability are left out; `totals` keeps their sums.
    threshold
        Probability from which a machine row counts as coded in `totals`.

    Returns
    -------
    codings, totals
        The tables of those names. Codes roll up to the parents that the codebook says they count for.
    """
    hand = _by_hand(segments, spans, overlap)
    made = [frame.assign(coder=name, source="machine", valence="") for name, frame in machine.items()]
    rolled = _roll_up(pd.concat([hand, *made], ignore_index=True), tree.ancestors(codebook))
    totals = _totals(rolled, segments, coverage, list(codebook["theme"]), list(machine), threshold)
    return rolled[(rolled["source"] == "hand") | (rolled["probability"] >= floor)], totals


def _by_hand(segments: pd.DataFrame, spans: pd.DataFrame, overlap: float) -> pd.DataFrame:
    """Segments that a span touches enough, once a coder and theme."""
    pairs = spans.merge(segments, on=["interview", "turn"], suffixes=("", "_segment"))
    shared = pairs[["end", "end_segment"]].min(axis=1) - pairs[["start", "start_segment"]].max(axis=1)
    enough = shared >= overlap * (pairs["end_segment"] - pairs["start_segment"])
    whole = shared == pairs["end"] - pairs["start"]
    kept = pairs[(shared > 0) & (enough | whole)]
    frame = kept.groupby(KEY, as_index=False).agg(valence=("valence", _one_valence))
    return frame.assign(source="hand", probability=1.0, evidence="")


def _one_valence(values: "pd.Series[str]") -> str:
    """The valence of several spans in one segment: theirs if they agree, mixed if not."""
    given = sorted(set(values) - {""})
    return given[0] if len(given) == 1 else "mixed" if given else ""


def _roll_up(codings: pd.DataFrame, above: dict[str, list[str]]) -> pd.DataFrame:
    """Codes of the children repeated for the parents that count them, at their largest probability."""
    lifted = codings.assign(theme=codings["theme"].map(above), evidence="").explode("theme").dropna()
    both = pd.concat([codings, lifted], ignore_index=True)
    return both.sort_values([*KEY, "probability"], kind="stable").drop_duplicates(KEY, keep="last")


def _totals(
    codings: pd.DataFrame,
    segments: pd.DataFrame,
    coverage: pd.DataFrame,
    themes: list[str],
    machines: list[str],
    threshold: float,
) -> pd.DataFrame:
    """The complete grid of person, theme and coder, over the interviews that the coder read."""
    whole = coverage[coverage["scope"] == "whole"]
    readings = [
        (coder, "hand", segments[segments["interview"].isin(group["interview"])])
        for coder, group in whole.groupby("coder")
    ]
    readings += [(coder, "machine", segments) for coder in machines]
    of = segments.set_index("segment")["participant"]
    coded = codings.assign(participant=codings["segment"].map(of), hit=codings["probability"] >= threshold)
    sums = coded.groupby(["participant", "theme", "coder"]).agg(
        coded=("hit", "sum"), expected=("probability", "sum")
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
