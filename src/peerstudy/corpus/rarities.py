"""Combinations of attributes that few people share: k-anonymity of the table of participants."""

import logging
from itertools import combinations

import pandas as pd

from peerstudy import tables

LARGEST = 3  # attributes crossed at once; more would single out everybody in a study of forty


def rarities(participants: pd.DataFrame, *, attributes: list[str], smallest: int) -> pd.DataFrame:
    """Combinations of one to three attributes under which fewer people than `smallest` stand.

    A combination is left out where a part of it is rare already. Warns in the log.

    Parameters
    ----------
    participants
        The table of that name.
    attributes
        Columns that somebody outside the study may know of a person.
    smallest
        The k of k-anonymity (Sweeney 2002, doi 10.1142/S0218488502001648).

    Returns
    -------
    frame
        The table `rarities`.

    Raises
    ------
    TableError
        If an attribute is no column of `participants`.
    """
    missing = [name for name in attributes if name not in participants]
    if missing:
        known = [str(column) for column in participants]
        raise tables.TableError(
            "\n".join(
                f"rarities: no column {m!r} in participants.csv{tables.nearest(m, known)}" for m in missing
            )
        )
    people = participants[participants["outcome"] == "analysed"]
    rare: dict[frozenset[tuple[str, str]], list[str]] = {}
    for size in range(1, LARGEST + 1):
        for names in combinations(attributes, size):
            for values, group in people.groupby([*names]):
                pairs = frozenset(zip(names, map(str, values), strict=True))
                within = any(part <= pairs for part in rare)
                if len(group) < smallest and not within and all(value for _, value in pairs):
                    rare[pairs] = sorted(group["participant"])
    if rare:
        touched = len({person for members in rare.values() for person in members})
        logging.getLogger(__name__).warning(
            "%d combinations of attributes are shared by fewer than %d people; they touch %d of %d people",
            len(rare), smallest, touched, len(people),
        )  # fmt: skip
    rows = [
        {
            "combination": "; ".join(f"{name}={value}" for name, value in sorted(pairs)),
            "people": len(members),
            "participants": "; ".join(members),
        }
        for pairs, members in rare.items()
    ]
    return pd.DataFrame(rows) if rows else tables.empty("rarities")
