"""What a reader is to check of a machine's codes, and what readers said of them."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from peerstudy import tables, tree
from peerstudy.coding import refinding
from peerstudy.coding.items import item
from peerstudy.compare.correction import Bools, Reading
from peerstudy.statistics import verification

Floats = NDArray[np.float64]
HINT = (
    "Hint: of results/<study>/restricted/to_verify.csv fill in `answer` and change nothing else; take out "
    "the row of words that were edited, and the next run lists them anew"
)


def told(verified: pd.DataFrame, read: Reading, codebook: pd.DataFrame) -> dict[str, Floats]:
    """Answers by theme, shape (segments,): 1 or 0; NaN where nobody was asked.

    A child that is there makes the parents that count it be there; one that is not says nothing of them.
    An answer follows the words that were read where an edited transcript moved them.

    Parameters
    ----------
    verified, codebook
        The tables of those names.
    read
        The segments.

    Raises
    ------
    TableError
        If an answer names a theme that the study does not have, or words that stand there no more.
    """
    themes = list(codebook["theme"])
    given = verified[verified["answer"] != ""]
    lines = tables.lines(given)
    words = given["text"] if "text" in given else [""] * len(given)
    places = refinding.refound(read.segments, given["item"], words)
    wrong = [
        f"row {line}: theme {theme!r} is not of this study{tables.nearest(theme, themes)}"
        for line, theme in zip(lines, given["theme"], strict=True)
        if theme not in themes
    ]
    wrong += [
        f"row {line}: item {name!r} is not of this study, or its words were edited since"
        for line, name, place in zip(lines, given["item"], places, strict=True)
        if place is None
    ]
    answered = given.assign(line=lines).groupby(["theme", "item"])
    wrong += [
        f"rows {', '.join(map(str, both['line']))}: theme {theme!r}, item {name!r}: answered yes and no"
        for (theme, name), both in answered
        if len(set(both["answer"])) > 1
    ]
    if wrong:
        raise tables.TableError(f"verified.csv: {len(wrong)} problem(s)\n  " + "\n  ".join([*wrong, HINT]))
    answers = {theme: np.full(len(read.segments), np.nan) for theme in themes}
    above = tree.ancestors(codebook)
    for row, place in zip(tables.rows(given), places, strict=True):
        found = row.answer == "yes"
        answers[row.theme][place] = float(found)
        for parent in above[row.theme] if found else []:
            answers[parent][place] = 1.0
    return answers


def to_verify(
    read: Reading,
    guess: Floats,
    code: Floats,
    answers: Floats,
    counted: Bools,
    *,
    threshold: float,
    audit: int,
    least: int,
) -> pd.DataFrame:
    """Segments of one theme that nobody has read: what the machine codes, and some of people still silent.

    They stand in an order that tells nothing, and not which of both they are.

    Parameters
    ----------
    read
        What the hand coder read.
    guess, code, answers
        Shape (segments,): the machine's probability, hand codes, and what readers answered.
    counted
        Shape (people,): who could have spoken of it and was asked; nothing is to be read of others.
    threshold
        Probability from which a machine code is to be read.
    audit
        Segments of people of whom too few mentions are confirmed or pending, spread as evenly as possible.
    least
        How many are enough for a theme to count as present.

    Returns
    -------
    frame
        Item, text and an empty answer.
    """
    known = read.drawn | read.whole | ~np.isnan(answers)
    unread = ~known & counted[read.who]
    pending = (guess >= threshold) & unread
    number = len(read.people)
    confirmed = np.bincount(read.who, (known & (code == 1)) | (answers == 1), number)
    waiting = np.bincount(read.who, pending, number)
    room = np.bincount(read.who, unread & ~pending, number).astype(int)
    silent = (confirmed + waiting < least) & (room > 0)
    quota = verification.audit(verification.Verified(confirmed >= least, room, silent), segments=audit)
    names = read.segments["segment"].map(item)
    free = pd.DataFrame({"item": names, "who": read.who})[unread & ~pending].sort_values("item")
    chosen = free[free.groupby("who").cumcount() < quota[free["who"].to_numpy()]].index
    listed = read.segments.index.isin(chosen) | pending
    frame = pd.DataFrame({"item": names, "text": read.segments["text"], "answer": ""})
    return frame[listed].sort_values("item")
