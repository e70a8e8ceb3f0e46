"""What people did by hand with an earlier run: the draw that they froze, sheets, suggestions, answers."""

import pandas as pd

from peerstudy.coders import teaching
from peerstudy.coding import filled, sampling
from peerstudy.compare import checking, correction
from peerstudy.record import cautions
from peerstudy.record.seen import Inspection

DRAWN_FROM = ["settings", "segments", "sample"]


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
    seen.warnings += cautions.of_draw(seen.found["sample"], seen.found["changes"], coverage)
    seen.warnings += cautions.of_sheets(seen.found["draw"], on_sheets, coverage, seen.found["suggested"])
    seen.warnings += cautions.of_blind(settings["corrected"]["hand"], coverage)
