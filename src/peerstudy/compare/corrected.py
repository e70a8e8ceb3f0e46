"""Talk corrected by hand codes of a random sample, and presence that a reader confirmed."""

import numpy as np
import pandas as pd

from peerstudy import tables, tree
from peerstudy.compare import audience, checking, correction

NOTHING_YET = (
    "Hint: a report needs hand codes. To code blind first, `peerstudy sample` keeps the draw, and "
    "restricted/blind_sheet.xlsx in the results of this run is the sheet to fill: docs/by_hand.md"
)


def corrected(
    sample: pd.DataFrame,
    segments: pd.DataFrame,
    codings: pd.DataFrame,
    coverage: pd.DataFrame,
    codebook: pd.DataFrame,
    verified: pd.DataFrame,
    roster: pd.DataFrame,
    interviews: pd.DataFrame,
    speakers: pd.DataFrame,
    asked: pd.DataFrame,
    least: int,
    *,
    hand: str,
    machine: list[str],
    threshold: float,
    audit: int,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Estimate each person's share of talk from drawn segments, helped by the machine as far as it earned.

    Parameters
    ----------
    sample, segments, codings, coverage, codebook, verified, roster, interviews, speakers, asked
        The tables of those names; verified, speakers and asked may be empty.
    least
        Mentions from which a theme counts as present.
    hand
        Coder of the drawn segments, blind to groups and to the machine.
    machine
        Machine coders, which never learnt from the person whom they code; the first that codes a theme at all
        helps with it, so that another stands in where one abstains.
    threshold
        Probability from which a machine code is a positive that a person reads.
    audit
        Segments a theme that a person reads besides, of people of whom too few mentions are confirmed.

    Returns
    -------
    corrected, to_verify
        The tables of those names. As read count the drawn segments, machine positives in interviews that the
        hand coder read whole, and what `verified` answers; the rest of the positives, and the audit, are what
        is left to verify. People to whom a theme does not apply, or who were never asked, have no talk
        estimated, count towards nobody's, and nothing of theirs is left to verify.

    Raises
    ------
    TableError
        If the hand coder coded nothing, or none of these machine coders while another did, a segment has no
        probability of being drawn, or `verified` answers what is not there, or the same twice otherwise.
    ValueError
        If a probability of being drawn is 0.

    References
    ----------
    Egami, Hinck, Stewart & Wei 2023 (arXiv 2306.04746).
    """
    _known(codings, hand, machine)
    read = correction.reading(sample, segments, coverage, hand=hand)
    told, leaves = checking.told(verified, read, codebook), tree.leaves(codebook)
    able = audience.counted(audience.audience(roster, codebook, interviews, speakers, asked))
    frames, left = [], [tables.empty("to_verify")]
    for theme in codebook["theme"]:
        of_theme = codings[codings["theme"] == theme]
        coder = correction.first_to_code(of_theme, machine)
        guess = correction.probabilities(read, of_theme, coder)
        code = (correction.probabilities(read, of_theme, hand) > 0).astype(float)
        counted = np.isin(read.people, list(able.get(theme, ())))
        frame = correction.people(read, guess, code, told[theme], counted, threshold=threshold)
        frames.append(frame.assign(theme=theme, machine=coder))
        if theme in leaves:
            unread = (read, guess, code, told[theme], counted)
            rest = checking.to_verify(*unread, threshold=threshold, audit=audit, least=least)
            left.append(rest.assign(theme=theme))
    full = pd.concat(frames, ignore_index=True)
    full["words"] = full["participant"].map(read.segments.groupby("participant")["words"].sum())
    rest = pd.concat(left, ignore_index=True)
    return tables.check(full, "corrected"), tables.check(rest, "to_verify")


def _known(codings: pd.DataFrame, hand: str, machine: list[str]) -> None:
    """Each is a coder of this run; a machine may abstain from every theme if another stands in."""
    for role, wanted in (("hand", [hand]), ("machine", machine)):
        held = sorted(set(codings.loc[codings["source"] == role, "coder"]))
        if not set(wanted) & set(held) and (held or role == "hand"):
            told = f"corrected: {role} coder {' and '.join(map(repr, wanted))} coded nothing"
            if not held:
                raise tables.TableError(f"{told}, and nobody else did. {NOTHING_YET}")
            near = tables.nearest(wanted[0], held)
            raise tables.TableError(f"{told}{near}. Coders: {', '.join(held)}")
