"""Small cells of shareable tables that cross attributes of people."""

import numpy as np
import pandas as pd


def suppressed(counts: pd.DataFrame, *, smallest: int) -> pd.DataFrame:
    """A table of counts with small cells emptied, and enough others that sums do not give them back.

    Cells from 1 to `smallest` - 1 are emptied; where a row or column then holds a single empty cell, its
    smallest other cell above zero is emptied too, or a zero where it has nothing else, until none can be
    recomputed from the margins (complementary suppression; Hundepool et al. 2012, Statistical Disclosure
    Control, chapter 4). So it is where an empty cell alone joins two parts of a table: sums of the lines of
    one part give it back. A line of one cell is its margin: that stays empty alone.

    Parameters
    ----------
    counts
        Whole numbers of people, without margins; (rows, columns).
    smallest
        Smallest count that may be shown.

    Returns
    -------
    frame
        The same shape; empty cells are missing values.

    Examples
    --------
    >>> counts = pd.DataFrame({"women": [2, 9], "men": [8, 7]}, index=["young", "old"])
    >>> suppressed(counts, smallest=5).isna().to_numpy().tolist()
    [[True, True], [True, True]]
    """
    values = counts.to_numpy()
    hidden = (values > 0) & (values < smallest)
    while (place := _alone(values, hidden) or _joining(values, hidden)) is not None:
        hidden[place] = True
    return counts.astype("Int64").mask(pd.DataFrame(hidden, index=counts.index, columns=counts.columns))


def _alone(values: np.ndarray, hidden: np.ndarray) -> tuple[int, int] | None:
    """The next cell to empty beside one that stands alone in its row or column."""
    for axis in (0, 1):
        for line in np.flatnonzero(hidden.sum(axis=1 - axis) == 1):
            row = np.take(values, line, axis=axis).astype(float)
            # A zero goes last: with nothing else beside it, the empty cell would equal the margin.
            row[row == 0] = values.max() + 1
            row[np.take(hidden, line, axis=axis)] = np.inf
            other = int(row.argmin())
            if np.isfinite(row[other]):
                return (int(line), other) if axis == 0 else (other, int(line))
    return None


def _joining(values: np.ndarray, hidden: np.ndarray) -> tuple[int, int] | None:
    """The next cell to empty beside one that alone joins two parts of the table.

    Rows and columns are joined by the empty cells in which they cross. A cell is given back by sums just if
    without it its row and its column are not joined.
    """
    for row, column in np.argwhere(hidden).tolist():
        others = hidden.copy()
        others[row, column] = False
        rows, columns = _joined(others, row)
        if columns[column]:
            continue
        beyond_columns, beyond_rows = _joined(others.T, column)
        across = np.outer(rows, beyond_columns) | np.outer(beyond_rows, columns)
        across[row, column] = False
        if across.any():
            cost = np.where(values == 0, values.max() + 1.0, values)  # a zero goes last
            place = np.unravel_index(np.where(across, cost, np.inf).argmin(), hidden.shape)
            return int(place[0]), int(place[1])
    return None


def _joined(hidden: np.ndarray, row: int) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns that empty cells join with a row."""
    rows = np.arange(len(hidden)) == row
    while True:
        columns = hidden[rows].any(axis=0)
        further = rows | hidden[:, columns].any(axis=1)
        if (further == rows).all():
            return rows, columns
        rows = further
