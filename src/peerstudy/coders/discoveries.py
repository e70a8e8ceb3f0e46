"""Uncoded segments that belong together: proposals for new themes, which only a person can make one."""

import warnings

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_array
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.exceptions import ConvergenceWarning

from peerstudy import tables
from peerstudy.coders import features
from peerstudy.coders.features import Said
from peerstudy.coders.tokens import tokenize
from peerstudy.progress import progress

Floats = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]


def discoveries(
    segments: pd.DataFrame,
    codings: pd.DataFrame,
    *,
    language: str,
    coder: str,
    shortest: int,
    clusters: int,
    dimensions: int,
    repeats: int,
    quotes: int,
    words: int,
    seed: int,
) -> pd.DataFrame:
    """Group the segments that a hand coder left uncoded, with how stable each group is.

    Parameters
    ----------
    segments, codings
        The tables of those names.
    language
        Whose tokenizer of spaCy cuts the words.
    coder
        Segments with a code of this coder are left out.
    shortest
        Segments of fewer words are left out.
    clusters, dimensions
        How many groups are sought, in how many dimensions of the words.
    repeats
        How often they are sought again among half of the people; the stability of a group is its mean
        overlap (Jaccard) with the likest group found there.
    quotes, words
        Central segments and distinctive words shown of each.
    seed
        Of the groups and of the halves.

    Returns
    -------
    frame
        The table `discoveries`, the most stable group first; empty if there are too few segments.

    Raises
    ------
    ValueError
        If spaCy has no tokenizer for `language`.

    References
    ----------
    Stability: Hennig 2007 (CSDA 52:258); a group under .5 is dissolved, one from .75 on stable.
    """
    coded = set(codings.loc[codings["coder"] == coder, "segment"])
    left = segments[~segments["segment"].isin(coded) & (segments["words"] >= shortest)]
    left = left[left["participant"] != ""].reset_index(drop=True)
    if len(left) < 2 * clusters:
        return tables.empty("discoveries")
    said = Said(tokenize(left["text"], language=language))
    counted = said.each()
    chosen = features.widest(counted, said.words, most=len(said.words))
    weights = chosen.weights(counted @ features.picked(said.words, chosen.names))
    points = _points(weights, dimensions, seed)
    label, centres = _grouped(points, clusters, seed)
    stable = _stability(points, label, left["participant"], clusters, repeats, seed)
    rows = []
    for order, group in enumerate(np.argsort(-stable, kind="stable"), 1):
        inside = np.flatnonzero(label == group)
        near = inside[np.argsort(-(points[inside] @ centres[group]), kind="stable")][:quotes]
        telling = "; ".join(_telling(weights, label == group, chosen.names, words))
        people = left.loc[inside, "participant"].nunique()
        for rank, at in enumerate(near, 1):
            shown = left.loc[at, ["segment", "participant", "text"]].to_dict()
            shown |= {"cluster": order, "rank": rank, "segments": len(inside), "people": people}
            rows.append({**shown, "stability": stable[group], "words": telling})
    return tables.check(pd.DataFrame(rows), "discoveries")


def _points(weights: csr_array, dimensions: int, seed: int) -> Floats:
    """Segments in few dimensions, each of length 1."""
    size = max(2, min(dimensions, min(weights.shape) - 1))
    points = TruncatedSVD(size, random_state=seed).fit_transform(weights)
    return np.asarray(points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-12))


def _grouped(points: Floats, clusters: int, seed: int) -> tuple[Labels, Floats]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # fewer different texts than groups
        model = KMeans(clusters, n_init=4, random_state=seed).fit(points)
    return model.labels_.astype(np.int64), model.cluster_centers_


def _stability(
    points: Floats, label: Labels, participant: "pd.Series[str]", clusters: int, repeats: int, seed: int
) -> Floats:
    """Mean Jaccard overlap of each group with the likest one among half of the people.

    A half that says less than there are groups cannot be grouped: it is not counted. 0 where none can.
    """
    rng = np.random.default_rng(seed)
    people = np.array(sorted(set(participant)), dtype=object)
    overlap: list[Floats] = []
    for repeat in progress(range(repeats), "grouping again among half of the people"):
        half = rng.permutation(people)[: (len(people) + 1) // 2]
        rows = np.flatnonzero(participant.isin(list(half)))
        if len(rows) < clusters:
            continue
        again, _ = _grouped(points[rows], clusters, seed + repeat + 1)
        both = np.zeros((clusters, clusters))
        np.add.at(both, (label[rows], again), 1)
        either = both.sum(axis=1, keepdims=True) + both.sum(axis=0, keepdims=True) - both
        overlap.append((both / np.maximum(either, 1)).max(axis=1))
    return np.mean(overlap, axis=0) if overlap else np.zeros(clusters)


def _telling(weights: csr_array, inside: npt.NDArray[np.bool_], names: list[str], words: int) -> list[str]:
    """Words that weigh more inside the group than outside."""
    lift = weights[np.flatnonzero(inside)].mean(axis=0)
    if (~inside).any():
        lift = lift - weights[np.flatnonzero(~inside)].mean(axis=0)
    ranked = np.argsort(-np.asarray(lift).ravel(), kind="stable").tolist()
    return [names[n] for n in ranked if names[n].isalpha()][:words]
