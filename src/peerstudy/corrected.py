"""Talk corrected by blind hand codes of a random sample, and presence that a reader confirmed."""

import pandas as pd

from peerstudy import correction, tables


def corrected(
    sample: pd.DataFrame,
    segments: pd.DataFrame,
    codings: pd.DataFrame,
    coverage: pd.DataFrame,
    codebook: pd.DataFrame,
    *,
    hand: str,
    machine: list[str],
    threshold: float,
) -> pd.DataFrame:
    """Estimate each person's share of talk from drawn segments, helped by the machine as far as it earned.

    Parameters
    ----------
    sample, segments, codings, coverage, codebook
        The tables of those names.
    hand
        Coder of the drawn segments, blind to groups and to the machine.
    machine
        Machine coders, which never learnt from the person whom they code; the first that codes a theme at all
        helps with it, so that another stands in where one abstains.
    threshold
        Probability from which a machine code is a positive that a person reads.

    Returns
    -------
    frame
        The table `corrected`. `confirmed`, `unread` and `open` take every machine positive, and the drawn
        segments as the audit of the negatives, to have been read.

    Raises
    ------
    TableError
        If a coder coded nothing, or a segment has no probability of being drawn.

    References
    ----------
    Egami, Hinck, Stewart & Wei 2023 (arXiv 2306.04746).
    """
    _known(codings, [("hand", hand), *(("machine", coder) for coder in machine)])
    read = correction.reading(sample, segments, coverage, hand=hand)
    frames = []
    for theme in codebook["theme"]:
        of_theme = codings[codings["theme"] == theme]
        coder = correction.first_to_code(of_theme, machine)
        guess = correction.probabilities(read, of_theme, coder)
        code = (correction.probabilities(read, of_theme, hand) > 0).astype(float)
        frame = correction.people(read, guess, code, threshold=threshold)
        frames.append(frame.assign(theme=theme, machine=coder))
    full = pd.concat(frames, ignore_index=True)
    full["words"] = full["participant"].map(read.segments.groupby("participant")["words"].sum())
    return tables.check(full, "corrected")


def _known(codings: pd.DataFrame, coders: list[tuple[str, str]]) -> None:
    held = sorted(set(codings["coder"]))
    wrong = [f"{role} coder {coder!r}" for role, coder in coders if coder not in held]
    if wrong:
        raise tables.TableError(
            f"corrected: {' and '.join(wrong)} coded nothing{tables.nearest(wrong[0], held)}. "
            f"Coders: {', '.join(held)}"
        )
