"""The reading room: every transcript with its codes, in one page that opens anywhere."""

import base64
import hashlib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import pandas as pd

from peerstudy.pages import page
from peerstudy.settings import setting
from peerstudy.tables import rows
from peerstudy.wording import BANNER


def reader(tables: Mapping[str, pd.DataFrame]) -> str:
    """Render the reading room as one HTML document that needs no other file.

    Parameters
    ----------
    tables
        By name: provenance, codebook, disagreements, interviews, roster, turns, segments, spans and codings.

    Notes
    -----
    Words of participants reach the page as JSON in which no character can end the element that holds it,
    and are shown as text nodes. Only the page's own script may run: its hash stands in the policy.
    """
    provenance = tables["provenance"]
    script = files("peerstudy").joinpath("templates", "reader.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    return page.render(
        "reader.html.j2",
        title=setting(provenance, "title"),
        banner=BANNER if setting(provenance, "synthetic") else "",
        script=script,
        digest=digest,
        room=page.embedded(room(tables)),
    )


def room(tables: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    """What the page shows, as lists and dictionaries.

    A turn is its number, role, label, person and pieces of text; a piece is its text and the id of the
    segment that it is, or empty. A code is segment, theme, coder, probability, evidence, valence, whether
    hand coders who read the segment differ on it, and what its coder noted on the passage.
    """
    codebook = tables["codebook"].sort_values("order")
    coded = tables["codings"][tables["codings"]["coded"]]
    codings = coded.merge(tables["segments"][["segment", "interview"]], on="segment")
    group_of = dict(zip(tables["roster"]["participant"], tables["roster"]["group"], strict=True))
    differ = set(zip(*(tables["disagreements"][name] for name in ("segment", "theme")), strict=True))
    notes = _notes(tables["spans"], tables["segments"])
    codes = _held(codings.sort_values("segment"), "interview")
    turns = _held(tables["turns"], "interview")
    segments = _held(tables["segments"], "interview", "turn")
    return {
        "themes": [[t.theme, t.label, t.parent, t.definition] for t in rows(codebook)],
        "coders": codings[["coder", "source"]]
        .drop_duplicates()
        .sort_values(["source", "coder"])
        .to_numpy()
        .tolist(),
        "interviews": [
            {
                "id": interview,
                "people": (people := _people(turns[interview,])),
                "groups": sorted({group_of.get(person, "") for person in people} - {""}),
                "turns": [
                    _turn(turn, segments.get((interview, turn.turn), [])) for turn in turns[interview,]
                ],
                "codes": [_code(code, differ, notes) for code in codes.get((interview,), [])],
            }
            for interview in tables["interviews"].sort_values("order")["interview"]
            if (interview,) in turns
        ],
    }


def _held(frame: pd.DataFrame, *keys: str) -> dict[tuple[Any, ...], list[Any]]:
    """Rows by the values of some columns; one pass, since a frame for each turn would take minutes."""
    held: dict[tuple[Any, ...], list[Any]] = {}
    for key, row in zip(zip(*(frame[name] for name in keys), strict=True), rows(frame), strict=True):
        held.setdefault(key, []).append(row)
    return held


def _people(turns: list[Any]) -> list[str]:
    return sorted({turn.participant for turn in turns} - {""})


def _turn(turn: Any, segments: list[Any]) -> list[Any]:
    pieces, at = [], 0
    for segment in sorted(segments, key=lambda s: int(s.start)):
        if segment.start > at:
            pieces.append([turn.text[at : segment.start], ""])
        pieces.append([turn.text[segment.start : segment.end], segment.segment])
        at = segment.end
    if at < len(turn.text):
        pieces.append([turn.text[at:], ""])
    return [turn.turn, turn.speaker, turn.label, turn.participant, pieces]


def _code(code: Any, differ: set[tuple[str, str]], notes: dict[tuple[str, str, str], str]) -> list[Any]:
    disputed = (code.segment, code.theme) in differ
    return [
        code.segment,
        code.theme,
        code.coder,
        round(code.probability, 3),
        code.evidence,
        code.valence,
        disputed,
        notes.get((code.segment, code.theme, code.coder), ""),
    ]


def _notes(spans: pd.DataFrame, segments: pd.DataFrame) -> dict[tuple[str, str, str], str]:
    """Memos by the segments that their passages touch, theme and coder."""
    noted = spans[spans["memo"] != ""].merge(segments, on=["interview", "turn"], suffixes=("", "_segment"))
    touched = noted[(noted["start"] < noted["end_segment"]) & (noted["end"] > noted["start_segment"])]
    key = ["segment", "theme", "coder"]
    once = touched.drop_duplicates([*key, "memo"])
    notes: dict[tuple[str, str, str], str] = {}
    for row in rows(once):
        held = notes.get((row.segment, row.theme, row.coder))
        notes[row.segment, row.theme, row.coder] = f"{held}\n{row.memo}" if held else row.memo
    return notes
