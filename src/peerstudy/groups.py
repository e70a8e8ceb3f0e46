"""Each theme in each group: how many people speak of it, and how much of their talk it takes."""

import pandas as pd

from peerstudy import means, proportions, tables


def groups(presence: pd.DataFrame, contrasts: pd.DataFrame, *, level: float) -> pd.DataFrame:
    """Count, or average, the people of each group of each contrast.

    Parameters
    ----------
    presence, contrasts
        The tables of those names.
    level
        Confidence level of the intervals.

    Returns
    -------
    frame
        The table `groups`: proportions of people with Wilson intervals; mean shares with Student's t.
    """
    counted = presence[presence["applies"] & presence["asked"] & presence["read"]]
    of_cell = dict(iter(counted.groupby(["theme", "estimator", "group"])))
    rows = []
    for row in tables.rows(contrasts):
        for group in (row.group_a, row.group_b):
            people = of_cell.get((row.theme, row.estimator, group), counted.iloc[:0])
            x, n = int(people["present"].sum()), len(people)
            if row.measure == "presence":
                interval = proportions.wilson(x, n, level=level)
            else:
                interval = means.student(people["share"], level=level)
            head = {key: getattr(row, key) for key in ("contrast", "theme", "measure", "estimator")}
            rows.append({**head, "group": group, "present": x, "people": n, **interval._asdict()})
    return tables.check(pd.DataFrame(rows), "groups") if rows else tables.empty("groups")
