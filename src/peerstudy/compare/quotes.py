"""Verbatim excerpts: chosen by a stated rule, verified against the transcript."""

from typing import Any

import pandas as pd

from peerstudy import tables
from peerstudy.corpus.marks import count_words


def quotes(
    spans: pd.DataFrame,
    segments: pd.DataFrame,
    turns: pd.DataFrame,
    presence: pd.DataFrame,
    *,
    coder: str,
    per_group: int,
    shortest: int,
    longest: int,
) -> pd.DataFrame:
    """Choose excerpts of each theme and group, one a person.

    Those nearest to the wanted length come first; of equally near ones, those of the people least quoted.

    People to whom a theme does not apply, or who were never asked, are in none of its counts: no words of
    theirs stand beside them.

    Parameters
    ----------
    spans, segments, turns, presence
        The tables of those names.
    coder
        Hand coder whose spans are quoted.
    per_group
        Most quotes of a theme in a group.
    shortest, longest
        Words of a quote, as preferred: where fewer people than `per_group` have one of such length, the
        nearest in length stand in.

    Returns
    -------
    frame
        The table `quotes`.

    Raises
    ------
    TableError
        If a quote is not, letter for letter, the text at its place.
    """
    said = turns[["interview", "turn", "participant", "text"]]
    own = spans[spans["coder"] == coder].merge(said, on=["interview", "turn"])
    _verify(own)
    # Somebody's words in a role that is not coded have no segment to lead to.
    own = own.merge(segments[["interview", "turn"]].drop_duplicates(), on=["interview", "turn"])
    counted = presence[presence["applies"] & presence["asked"] & (presence["group"] != "")]
    own = own.merge(counted[["participant", "theme", "group"]].drop_duplicates(), on=["participant", "theme"])
    words = own["quote"].map(count_words)
    own["off"] = (shortest - words).clip(lower=0) + (words - longest).clip(lower=0)
    own = own.sort_values(["off", "interview", "turn", "start"], kind="stable")
    used: dict[str, int] = {}
    rows = []
    for (theme, group), candidates in own.groupby(["theme", "group"]):
        best = candidates.drop_duplicates("participant")
        ranked = best.assign(used=best["participant"].map(used).fillna(0))
        chosen = ranked.sort_values(["off", "used"], kind="stable").head(per_group)
        for rank, row in enumerate(tables.rows(chosen), 1):
            used[str(row.participant)] = used.get(str(row.participant), 0) + 1
            rows.append({"theme": theme, "group": group, "rank": rank, **_excerpt(row, segments)})
    return pd.DataFrame(rows) if rows else tables.empty("quotes")


def _excerpt(row: Any, segments: pd.DataFrame) -> dict[str, object]:
    interview, turn, start, end = row.interview, row.turn, row.start, row.end
    here = segments[(segments["interview"] == interview) & (segments["turn"] == turn)].sort_values("start")
    return {
        "segment": here[here["end"] > start]["segment"].iloc[0],
        "participant": row.participant,
        "text": row.quote,
        "locator": f"{interview}, turn {turn}, characters {start}-{end}",
        "valence": row.valence,
    }


def _verify(own: pd.DataFrame) -> None:
    places = zip(own["text"], own["start"], own["end"], own["quote"], strict=True)
    false = [quote for text, start, end, quote in places if text[start:end] != quote]
    if false:
        raise tables.TableError(f"quotes: {len(false)} do not equal the text at their place: {false[:5]}")
