"""What became of everything that files of codings hold."""

from collections import defaultdict
from typing import Literal

import pandas as pd

from peerstudy import tables
from peerstudy.coding.qda.project import Project

Fate = Literal["carried", "split", "found", "moved", "lost", "remark"]

WHOLE: tuple[Fate, ...] = ("carried", "found")


class Account:
    """Counts and names, by file, kind and fate; what came whole to its place is counted only."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str, str], list[str]] = defaultdict(list)

    def count(self, file: str, kind: str, fate: Fate, name: str = "") -> None:
        """Add one thing."""
        self._names[file, kind, fate].append(name)

    def project(self, file: str, project: Project) -> None:
        """Add what a reader says of a file: its format, its remarks and its losses."""
        for remark in (project.format, *project.remarks):
            self.count(file, "remark", "remark", remark)
        for loss in project.losses:
            self.count(file, loss.kind, "lost", loss.name)

    def frame(self) -> pd.DataFrame:
        """The table `losses`."""
        rows = [
            {
                "file": file,
                "kind": kind,
                "fate": fate,
                "count": len(names),
                "names": "; ".join(name for name in names if name) if fate not in WHOLE else "",
            }
            for (file, kind, fate), names in self._names.items()
        ]
        return pd.DataFrame(rows) if rows else tables.empty("losses")
