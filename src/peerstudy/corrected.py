"""Talk corrected by blind hand codes of a random sample, and presence that a reader confirmed."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from peerstudy import designbased, tables, verification

Floats = NDArray[np.float64]


def corrected(
    sample: pd.DataFrame,
    segments: pd.DataFrame,
    codings: pd.DataFrame,
    coverage: pd.DataFrame,
    codebook: pd.DataFrame,
    *,
    hand: str,
    machine: str,
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
        Machine coder, which never learnt from the person whom it codes.
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
    _known(codings, {"hand": hand, "machine": machine})
    own = segments[segments["participant"] != ""].merge(
        sample[["segment", "probability", "drawn"]], on="segment", how="left"
    )
    if own["probability"].isna().any():
        lost = own["segment"][own["probability"].isna()].tolist()
        raise tables.TableError(f"sample: {len(lost)} segments are missing, such as {', '.join(lost[:5])}")
    people, who = np.unique(own["participant"].to_numpy(str), return_inverse=True)
    scope = coverage[coverage["coder"] == hand].set_index("interview")["scope"]
    readable = own["interview"].isin(scope.index).to_numpy()
    drawn = own["drawn"].to_numpy(bool) & readable
    frames = []
    for theme in codebook["theme"]:
        of_theme = codings[codings["theme"] == theme]
        guess = _probabilities(of_theme[of_theme["coder"] == machine], own)
        code = (_probabilities(of_theme[of_theme["coder"] == hand], own) > 0).astype(float)
        read = drawn | (readable & (guess >= threshold) & (own["interview"].map(scope) == "whole").to_numpy())
        frame = _people(who, guess, code, drawn, read, own["probability"].to_numpy(float))
        frames.append(frame.assign(participant=people, theme=theme))
    full = pd.concat(frames, ignore_index=True)
    full["words"] = full["participant"].map(own.groupby("participant")["words"].sum())
    return tables.check(full, "corrected")


def _people(
    who: NDArray[np.int64],
    guess: Floats,
    code: Floats,
    drawn: NDArray[np.bool_],
    read: NDArray[np.bool_],
    chance: Floats,
) -> pd.DataFrame:
    """One theme: a row a person."""
    label, weight = np.where(drawn, code, np.nan), np.ones(len(who))
    found = designbased.tuned(who, guess, label, chance, weight)
    seen = verification.verified_presence(who, np.where(read, code, np.nan))
    number = len(found.salience)
    return pd.DataFrame(
        {
            "segments": np.bincount(who, minlength=number),
            "labels": np.bincount(who, drawn, number).astype(int),
            "positives": np.bincount(who, drawn & (code == 1), number).astype(int),
            "labels_alone": designbased.labels_alone(who, label, chance, weight),
            "salience": found.salience,
            "tuning": found.tuning,
            "effective_labels": found.effective_labels,
            "confirmed": np.bincount(who, read & (code == 1), number).astype(int),
            "unread": seen.unread,
            "open": seen.open,
        }
    )


def _probabilities(codes: pd.DataFrame, own: pd.DataFrame) -> Floats:
    """The coder's probability of each segment. Rows under the floor are 0 for every segment alike."""
    return own["segment"].map(codes.set_index("segment")["probability"]).fillna(0.0).to_numpy(float)


def _known(codings: pd.DataFrame, coders: dict[str, str]) -> None:
    held = sorted(set(codings["coder"]))
    wrong = [f"{role} coder {coder!r}" for role, coder in coders.items() if coder not in held]
    if wrong:
        raise tables.TableError(
            f"corrected: {' and '.join(wrong)} coded nothing{tables.nearest(wrong[0], held)}. "
            f"Coders: {', '.join(held)}"
        )
