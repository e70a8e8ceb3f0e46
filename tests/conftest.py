"""Copies of the project to run, and of its studies to break."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
ENOUGH = 20  # seconds of work on one text; the slowest takes under one


@dataclass(frozen=True)
class Copy:
    """A copy of the project with one study in it."""

    top: Path
    name: str
    elsewhere: Path | None = None  # where the study is, if it is not in the project

    @property
    def study(self) -> Path:
        """The folder that the researcher fills."""
        return self.elsewhere or self.top / "data" / self.name

    @property
    def results(self) -> Path:
        """The folder that the workflow fills."""
        return self.top / "results" / self.name

    def plan(self) -> str:
        """What Snakemake would run, without running it."""
        return self.run(options=["--dry-run"])

    def run(self, *targets: str, expect: int = 0, options: Sequence[str] = ()) -> str:
        """Run Snakemake in the copy; targets are paths under the study's results folder."""
        study = self.elsewhere or f"data/{self.name}"
        command = [sys.executable, "-m", "snakemake", "--cores", "2", *options, "--config", f"study={study}"]
        wanted = [f"results/{self.name}/{target}" for target in targets]
        done = subprocess.run(
            [*command, "--", *wanted], cwd=self.top, capture_output=True, text=True, check=False
        )
        told = done.stdout + done.stderr
        assert done.returncode == expect, told
        return told

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace a passage of a study file that stands in it."""
        path = self.study / file
        text = path.read_bytes().decode()
        assert old in text, f"{old!r} is not in {file}"
        path.write_bytes(text.replace(old, new, 1).encode())

    def configure(self, **sections: object) -> None:
        """Change values in study.yaml."""
        path = self.study / "study.yaml"
        document = yaml.safe_load(path.read_text())
        for section, values in sections.items():
            document[section] = {**document[section], **values} if isinstance(values, dict) else values
        path.write_text(yaml.safe_dump(document, sort_keys=False))


def copy_project(top: Path, study: Path) -> Copy:
    """The workflow and one study in an empty folder."""
    for part in ("workflow", "notebooks"):
        shutil.copytree(ROOT / part, top / part)
    shutil.copy(ROOT / "Snakefile", top / "Snakefile")
    shutil.copytree(study, top / "data" / study.name)
    return Copy(top, study.name)


@pytest.fixture
def bounded() -> Iterator[None]:
    """Stop a test at what only a pattern reaches whose cost grows faster than the text.

    Nothing is timed in a test, as a slower machine would fail it. Without any bound, though, a test of cost
    could only hang. This one is thirty times what the slowest text takes, in time that the process itself
    computes, so that a busy machine does not count; a text of 100,000 letters takes minutes where each of
    them is tried against all others.
    """

    def stop(*_: object) -> None:
        pytest.fail(f"{ENOUGH} seconds of work on one text: a pattern costs more than the text's length")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, ENOUGH)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


@pytest.fixture
def demo(tmp_path: Path) -> Copy:
    """A copy of the demonstration study, without the name model so that a run takes seconds."""
    copy = copy_project(tmp_path, ROOT / "data" / "demo")
    copy.configure(identifiers={"model": "none"})
    with (copy.study / "identifiers.csv").open("a", encoding="utf-8") as allowed:
        allowed.write("name,Post-it\nname,VPN's\n")  # which the model reads in other company
    return copy


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Copy]:
    """Makes fresh copies of the project with the small test study."""
    return lambda: copy_project(tmp_path_factory.mktemp("project"), ROOT / "tests" / "study")


@pytest.fixture(scope="session")
def run(fresh: Callable[[], Copy]) -> Copy:
    """One finished run of the small study, not to be changed."""
    copy = fresh()
    copy.run()
    return copy
