"""How far a long step has come, shown to who watches a terminal and to nobody else."""

from collections.abc import Iterable, Sized
from typing import TypeVar

from tqdm import tqdm

Item = TypeVar("Item")


def progress(items: Iterable[Item], told: str) -> Iterable[Item]:
    """The same items, with a bar on standard error while they are gone through.

    Nothing is written where standard error is no terminal, so logs and files stay as they are; the bar is
    gone when the work is done.

    Parameters
    ----------
    items
        What is gone through.
    told
        What is being done.

    Examples
    --------
    >>> list(progress(["a", "b"], "reading"))
    ['a', 'b']
    """
    total = len(items) if isinstance(items, Sized) else None
    return tqdm(items, desc=told, total=total, disable=None, leave=False, mininterval=0.5, delay=1)
