"""What stands executed in the repository is what a run of the demonstration study makes."""

import nbformat
import pytest
from conftest import ROOT, Copy, copy_project

pytestmark = pytest.mark.workflow
NAMES = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The demonstration study with its name model, run as far as the notebooks need it."""
    copy = copy_project(tmp_path_factory.mktemp("project"), ROOT / "data" / "demo")
    copy.run(f"notebooks/{NAMES[0]}.ipynb")
    return copy


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_stands_as_a_run_makes_it(run, name):
    """Same cells, same words, same pictures; after a change `make notebooks` makes them anew."""
    stands = nbformat.read(ROOT / "notebooks" / f"{name}.ipynb", as_version=4)
    made = nbformat.read(run.results / "notebooks" / f"{name}.ipynb", as_version=4)

    other = [new.source for old, new in zip(stands.cells, made.cells, strict=True) if old != new]
    assert other == []
