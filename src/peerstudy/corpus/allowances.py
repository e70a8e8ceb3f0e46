"""What a person has looked at and allows: identifiers.csv of a study."""

from collections.abc import Collection, Iterable, Iterator

import pandas as pd

from peerstudy.corpus.names import NAMES
from peerstudy.corpus.readers.transcript import fold
from peerstudy.corpus.strange_words import KIND as STRANGE
from peerstudy.tables import lines, rows
from peerstudy.wording import counted

FILE = "identifiers.csv"
LEAVE = ("", "true")  # beside a finding that may pass; the run's own list says false of each
SHOWN = 20


def allowed(reviewed: pd.DataFrame) -> frozenset[tuple[str, str]]:
    """Kind and folded text of what may pass.

    Parameters
    ----------
    reviewed
        The table of that name; a row whose column `allowed`, where it was copied too, says false counts for
        nothing.
    """
    left = reviewed[_said(reviewed).isin(LEAVE)]
    return frozenset(zip(left["kind"], map(folded, left["text"]), strict=True))


def idle(reviewed: pd.DataFrame, found: pd.DataFrame, texts: Iterable[str] | None = None) -> list[str]:
    """Rows that allow nothing although nobody said so, a line each; empty where every row does.

    A row whose words another row allows under the kind that was found is of no need and not told: by another
    name model it may be the one that counts.

    Parameters
    ----------
    reviewed
        The table of that name.
    found
        The table `identifiers`.
    texts
        Everything that was searched, where names were not looked for as the study wants it: a row for a name
        is then idle only if its text stands nowhere.

    Examples
    --------
    >>> reviewed = pd.DataFrame({"kind": ["place", "age"], "text": ["Leeds", "91"]})
    >>> found = pd.DataFrame({"kind": ["age"], "text": ["91"]})
    >>> idle(reviewed, found)
    ["identifiers.csv: row 2: place 'Leeds' was not found, so that the row allows nothing"]
    """
    keys = {(kind, folded(text)) for kind, text in zip(found["kind"], found["text"], strict=True)}
    searched = None if texts is None else "\n".join(map(folded, texts))
    settled = {text for kind, text in allowed(reviewed) & keys}
    reviewed = reviewed.assign(line=lines(reviewed))[_said(reviewed).isin(LEAVE)]
    told = list(_idle(reviewed[~reviewed["text"].map(folded).isin(settled)], keys, searched))
    rest = counted(len(told) - SHOWN, "more row")
    more = [f"{FILE}: and {rest}, allowing nothing"] if len(told) > SHOWN else []
    return told[:SHOWN] + more


def _idle(reviewed: pd.DataFrame, keys: Collection[tuple[str, str]], searched: str | None) -> Iterator[str]:
    for row in rows(reviewed):
        start, text = f"{FILE}: row {row.line}:", folded(row.text)
        if searched is None or row.kind not in NAMES or text not in searched:
            kinds = sorted(kind for kind, other in keys if other == text)
            how = f"was found as {' and '.join(kinds)} only" if kinds else "was not found"
            yield f"{start} {row.kind} {row.text!r} {how}, so that the row allows nothing"


def _said(reviewed: pd.DataFrame) -> pd.Series:
    """What stands beside each row in the column `allowed`, which people may leave out."""
    if "allowed" not in reviewed:
        return pd.Series("", index=reviewed.index, dtype="str")
    return reviewed["allowed"].str.strip().str.casefold()


def folded(text: str) -> str:
    """A text as findings are compared, as labels are: blanks as one, capitals as small, accents composed."""
    return fold(str(text))


def sure(found: pd.DataFrame, reviewed: pd.DataFrame) -> pd.DataFrame:
    """Findings that are the same with and without the model: no names, but words of no list.

    Parameters
    ----------
    found
        The table `identifiers`, made without a model.
    reviewed
        What a person has allowed: a word inside it may stand in a name that the model finds.
    """
    allowed = "\n".join(reviewed["text"]).casefold()
    inside = found["text"].map(lambda word: word.casefold() in allowed).astype(bool)
    return found[~found["kind"].isin(NAMES) | ((found["kind"] == STRANGE) & ~inside)]
