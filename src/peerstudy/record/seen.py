"""What could be read of a study before it runs, and what was wrong with the rest."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from peerstudy.record import held
from peerstudy.tables import TableError

FRESH = "`peerstudy new` writes an empty one into a new folder, to copy from there"
PARTS = {
    "turns": "transcripts/",
    "roster": "who is in which group",
    "gate": "words that may identify somebody",
    "spans": "codings/",
    "draw": "sample.csv",
    "taught": "suggested.csv",
    "answers": "verified.csv",
    "framework": "framework.xlsx and .docx",
    "plan": "what study.yaml says of people, languages and models",
}


class Inspection:
    """What could be read of a study so far, and what was wrong with the rest."""

    def __init__(self, study: Path, schemas: Path) -> None:
        self.study, self.schemas = study, schemas
        self.project = schemas.absolute().parents[1]
        self.found: dict[str, Any] = {}
        self.raw: dict[str, Any] = {}  # as written, where it can be read at all
        self.problems: list[str] = []
        self.waiting: list[str] = []
        self.warnings: list[str] = []
        self.misnamed: set[str] = set()  # what was meant by files that bear nearly its name

    def attempt(self, name: str, needs: list[str], read: Callable[[], Any]) -> None:
        """Read something if all that it needs could be read; keep it, or what is wrong with it."""
        if not all(need in self.found for need in needs):
            part = PARTS.get(name, "")
            absent = part.endswith(".csv") and not (self.study / part).exists()
            self.waiting += [part] if part and not absent else []
            return
        try:
            self.found[name] = read()
        except FileNotFoundError as error:
            missing = Path(str(error.filename)).name
            if missing not in self.misnamed:  # which is told already
                self.problems.append(f"{missing}: the file is missing. Hint: {FRESH}")
        except TableError as error:  # several parts may read the same file
            self.problems += [str(error)] * (str(error) not in self.problems)

    def codings(self) -> dict[str, bytes]:
        """Files of hand codings by their path; of a QualCoder project its database."""
        top = self.study / "codings"
        return {path.relative_to(top).as_posix(): path.read_bytes() for path in held.codings(self.study)}
