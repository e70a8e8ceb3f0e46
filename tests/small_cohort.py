"""A cohort of two groups in frames: who speaks of what is given, the rest of the tables follows."""

import numpy as np
import pandas as pd

from peerstudy import tables


def codebook(*themes, parent="", **columns):
    """A flat codebook of those themes, or children of one parent."""
    frame = pd.DataFrame({"theme": [*themes]})
    for column, contract in tables.contracts()["codebook"].columns.items():
        if column not in frame and contract.type == "str":
            frame[column] = ""
    frame = frame.assign(label=frame["theme"], parent=parent, kind="theme", origin="deductive", **columns)
    frame = frame.assign(definition="-", rolls_up=False, order=range(len(frame)))
    return tables.check(frame, "codebook")


def roster(left, stayed, **attributes):
    """People L1, L2, ... who left and S1, S2, ... who stayed."""
    people = [f"L{i + 1}" for i in range(left)] + [f"S{i + 1}" for i in range(stayed)]
    frame = pd.DataFrame({"participant": people, "role": "member", "outcome": "analysed"})
    frame["group"] = ["left"] * left + ["stayed"] * stayed
    return frame.assign(family="", interviews=1, words=1000, **attributes)


def presence(people, coded, *, segments=20, estimator="hand"):
    """The grid of `presence` from coded segments, a column a theme, a row a person."""
    counts = pd.DataFrame(coded)
    long = counts.assign(participant=people["participant"].to_numpy(), group=people["group"].to_numpy()).melt(
        id_vars=["participant", "group"], var_name="theme", value_name="coded"
    )
    long["segments"] = segments if np.isscalar(segments) else np.tile(segments, counts.shape[1])
    long = long.assign(estimator=estimator, applies=True, asked=True, read=True, words=long["segments"] * 10)
    long["present"] = long["coded"] > 0
    long["share"] = long["coded"] / long["segments"]
    return tables.check(long, "presence")
