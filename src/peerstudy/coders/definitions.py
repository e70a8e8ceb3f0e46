"""The coder that needs no hand code: what a segment says, beside what the codebook says of each theme."""

import json

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import ndtr

from peerstudy.coders.vectors import Vectors, taken
from peerstudy.tables import TableError

Floats = npt.NDArray[np.float64]


def definitions(
    segments: pd.DataFrame,
    codebook: pd.DataFrame,
    known: dict[str, Vectors],
    *,
    conspicuous: float,
    floor: float,
) -> pd.DataFrame:
    """Segments that stand out by how near they are to a theme's definition and examples.

    Parameters
    ----------
    segments, codebook
        The tables of those names.
    known
        Sentence vectors of every segment and of `told(codebook)` (`vectors.vectors`).
    conspicuous
        A segment is coded from so many standard deviations on, above what is usual for the segment and for
        the theme, unless it is nearer to one of the theme's near misses.
    floor
        Rows under this probability are left out.

    Returns
    -------
    frame
        One row a segment and theme: segment, theme, probability (a normal curve through one half at
        `conspicuous`, **not** calibrated), coded, evidence (the nearest words of the codebook). Themes that
        only gather their children have no row.

    Raises
    ------
    TableError
        If the codebook has no theme that is coded directly.
    ValueError
        If a text was never encoded.
    """
    direct = codebook[~codebook["rolls_up"].astype(bool)]
    if direct.empty:
        raise TableError("codebook: it has no theme. Hint: data/<study>/codebook.yaml, section themes")
    own = taken(segments["text"], known).astype(float)
    centre = own.mean(axis=0)
    own = _unit(own - centre)
    near, far = np.empty((len(own), len(direct))), np.empty((len(own), len(direct)))
    words = []
    for n, (for_it, against) in enumerate(zip(_for(direct), _against(direct), strict=True)):
        similar = own @ _unit(taken(for_it, known) - centre).T
        near[:, n] = similar.max(axis=1)
        words.append(np.array(for_it, dtype=object)[similar.argmax(axis=1)])
        far[:, n] = (own @ _unit(taken(against, known) - centre).T).max(axis=1) if against else -1.0
    spread = standing_out(near)
    probability = np.where(near > far, ndtr(spread - conspicuous), 0.0)
    row, column = np.nonzero(probability >= floor)
    return pd.DataFrame(
        {
            "segment": segments["segment"].to_numpy()[row],
            "theme": direct["theme"].to_numpy()[column],
            "probability": probability[row, column],
            "coded": probability[row, column] >= 0.5,
            "evidence": np.array(words, dtype=object)[column, row],
        }
    ).astype({"segment": "str", "theme": "str", "evidence": "str"})


def told(codebook: pd.DataFrame) -> list[str]:
    """Every sentence of the codebook that segments are held against: definitions, examples, near misses.

    Parameters
    ----------
    codebook
        The table of that name; themes that only gather their children are passed over.
    """
    direct = codebook[~codebook["rolls_up"].astype(bool)]
    return [text for texts in (*_for(direct), *_against(direct)) for text in texts]


def standing_out(near: Floats) -> Floats:
    """Similarity above what is usual for the segment and for the theme, in standard deviations of all.

    Parameters
    ----------
    near
        Segments x themes: similarity of each segment to what it is nearest to of each theme.

    Returns
    -------
    array, segments x themes
        0 throughout where nothing stands out.

    Examples
    --------
    >>> standing_out(np.array([[0.5, 0.1], [0.1, 0.5]])).tolist()
    [[1.0, -1.0], [-1.0, 1.0]]
    """
    left = near - near.mean(axis=0)
    if near.shape[1] > 1:
        left = left - left.mean(axis=1, keepdims=True)
    spread = left.std()
    return np.asarray(left / spread if spread > 0 else left)


def _for(codebook: pd.DataFrame) -> list[list[str]]:
    """Of each theme its definition and its examples."""
    return [
        [definition, *json.loads(examples or "[]")]
        for definition, examples in zip(codebook["definition"], codebook["examples"], strict=True)
    ]


def _against(codebook: pd.DataFrame) -> list[list[str]]:
    return [list(json.loads(misses or "[]")) for misses in codebook["near_misses"]]


def _unit(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12))
