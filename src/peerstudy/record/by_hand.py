"""What people did by hand with an earlier run: the draw that they froze, sheets, answers, summaries."""

import pandas as pd

from peerstudy.cells import problems_of
from peerstudy.coders import teaching
from peerstudy.coding import filled, sampling
from peerstudy.compare import checking, correction
from peerstudy.pages import charted, framework
from peerstudy.record import blind
from peerstudy.record.seen import Inspection
from peerstudy.tables import rows

DRAWN_FROM = ["settings", "segments", "sample"]
FRAMEWORKS = ("framework.xlsx", "framework.docx")
SHOWN = 40  # characters of a summary in a message


def look(seen: Inspection) -> None:
    """Hold it to the study as it stands: names move when a transcript is edited.

    Parameters
    ----------
    seen
        What was read of the study; problems and warnings are added to it.
    """
    seen.attempt("draw", DRAWN_FROM, lambda: draw(seen))
    seen.attempt("taught", ["draw", "coverage", "suggested"], lambda: _taught(seen))
    seen.attempt("answers", ["draw", "coverage", "codebook", "verified"], lambda: _answers(seen))
    seen.attempt("sheets", ["draw", "coverage", "spans", "suggested"], lambda: _sheets(seen))
    if _frameworks(seen):
        seen.attempt("framework", ["roster", "codebook"], lambda: _framework(seen))


def draw(seen: Inspection) -> pd.DataFrame:
    """The sample that a run would make now; what moved since it was frozen is kept beside it."""
    parts = [seen.found[name] for name in ("segments", "sample")]
    made, seen.found["changes"] = sampling.sample(*parts, **seen.found["settings"]["sample"])
    return made


def _taught(seen: Inspection) -> None:
    parts = [seen.found[name] for name in ("segments", "coverage", "draw", "suggested")]
    for coder in sorted(set(seen.found["suggested"]["coder"])):
        teaching.read(*parts, coder=coder)


def _answers(seen: Inspection) -> None:
    if len(seen.found["verified"]):
        parts = [seen.found[name] for name in ("draw", "segments", "coverage")]
        read = correction.reading(*parts, hand=seen.found["settings"]["corrected"]["hand"])
        checking.told(seen.found["verified"], read, seen.found["codebook"])


def _sheets(seen: Inspection) -> None:
    settings, coverage = seen.found["settings"], seen.found["coverage"]
    on_sheets = filled.filled(seen.codings(), seen.found["segments"], coders=settings["spans"]["coders"])
    seen.warnings += blind.of_draw(seen.found["sample"], seen.found["changes"], coverage)
    seen.warnings += blind.of_sheets(seen.found["draw"], on_sheets, coverage, seen.found["suggested"])
    seen.warnings += blind.of_blind(settings["corrected"]["hand"], coverage)


def _frameworks(seen: Inspection) -> dict[str, bytes]:
    paths = [seen.study / name for name in FRAMEWORKS]
    return {path.name: path.read_bytes() for path in paths if path.exists()}


def _framework(seen: Inspection) -> None:
    roster, codebook = seen.found["roster"], seen.found["codebook"]
    _, unplaced = framework.placed(_frameworks(seen), roster, codebook, set(roster["participant"]))
    beside = unplaced["reason"].astype(str).str.startswith(charted.BESIDE)
    seen.warnings += _placed(unplaced[beside])
    if lines := _placed(unplaced[~beside]):
        raise problems_of("framework", lines)


def _placed(cells: pd.DataFrame) -> list[str]:
    return [f"{row.file}, {row.place}: {row.summary[:SHOWN]!r}: {row.reason}" for row in rows(cells)]
