"""All ways to deal labels among few people, where random ones could tell less than there is to tell."""

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from math import comb, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

Labels = NDArray[Any]


def ways(labels: Labels, block: NDArray[np.int64]) -> int:
    """How many ways there are to deal labels within blocks.

    Parameters
    ----------
    labels, block
        Shape (units,): the label of each, and the block in which it is dealt.

    Examples
    --------
    >>> ways(np.array([1, 1, 1, 1, 0, 0, 0]), np.zeros(7, int))
    35
    """
    number = 1
    for one in np.unique(block):
        counts = np.unique(labels[block == one], return_counts=True)[1].tolist()
        number *= prod(comb(sum(counts[at:]), count) for at, count in enumerate(counts))
    return number


def others(labels: Labels, block: NDArray[np.int64]) -> Labels:
    """Every way to deal labels within blocks but the one that is seen.

    Parameters
    ----------
    labels, block
        As for `ways`.

    Returns
    -------
    array, shape (ways - 1, units)

    Examples
    --------
    >>> others(np.array(["a", "b", "b"]), np.array([0, 0, 0])).tolist()
    [['b', 'a', 'b'], ['b', 'b', 'a']]
    """
    dealt = []
    for number in np.unique(block):
        inside = np.flatnonzero(block == number)
        kinds, counts = np.unique(labels[inside], return_counts=True)
        dealt.append(list(_deals(kinds.tolist(), counts.tolist(), inside)))
    every = np.array([[deal[at] for at in sorted(deal)] for deal in map(_joined, product(*dealt))])
    return np.asarray(every[(every != labels).any(1)].astype(labels.dtype))


def _joined(parts: Iterable[dict[int, Any]]) -> dict[int, Any]:
    return {at: label for part in parts for at, label in part.items()}


def _deals(kinds: list[Any], counts: list[int], places: NDArray[np.int64]) -> Iterator[dict[int, Any]]:
    """Each way to deal so many labels of each kind over places."""
    if len(kinds) == 1:
        yield dict.fromkeys(places.tolist(), kinds[0])
        return
    for chosen in combinations(range(len(places)), counts[0]):
        rest = np.delete(places, chosen)
        for deal in _deals(kinds[1:], counts[1:], rest):
            yield dict.fromkeys(places[list(chosen)].tolist(), kinds[0]) | deal
