"""Notebooks run the same way everywhere, and their pages ask no other host."""

import re
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from peerstudy import notebooks

FOLDER = Path(__file__).parents[1] / "notebooks"
NAMES = sorted(path.stem for path in FOLDER.glob("*.ipynb"))


@pytest.fixture(scope="module")
def executed(tmp_path_factory) -> nbformat.NotebookNode:
    cells = [
        new_code_cell('results = "elsewhere"', metadata={"tags": ["parameters"]}),
        new_code_cell("%matplotlib inline\nfrom matplotlib.figure import Figure"),
        new_code_cell(
            "print(results)\nfigure = Figure(figsize=(2, 2))\nfigure.subplots()\nfigure",
            metadata={"alt": "An empty picture."},
        ),
    ]
    folder = tmp_path_factory.mktemp("notebooks")
    return notebooks.execute(new_notebook(cells=cells), results="../results/mine", folder=folder)


def test_the_results_folder_is_replaced(executed):
    """The cell tagged parameters gets the study's results folder."""
    assert executed.cells[2].outputs[0].text == "../results/mine\n"


def test_nothing_tells_one_run_from_another(executed):
    """Cell ids are fixed and no clock is kept."""
    assert [cell.id for cell in executed.cells] == ["cell-01", "cell-02", "cell-03"]
    assert "execution" not in str(executed.cells[1].metadata)


def test_a_page_has_its_pictures_described_and_asks_nobody(executed):
    """Alternative texts are kept; no script, style or picture comes from elsewhere."""
    html = notebooks.page(executed, title="small")

    assert 'alt="An empty picture."' in html
    assert not re.findall(r'(?:src|href)="https?:', html)


def test_a_notebook_without_parameters_is_refused(tmp_path):
    """A notebook that could only ever show one study is not run."""
    with pytest.raises(ValueError, match="parameters"):
        notebooks.execute(new_notebook(), results="r", folder=tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_notebooks_tell_and_do_not_compute(name):
    """No function, no statistics and no typed number stands in a notebook; each figure has a description."""
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    source = "\n".join(cell.source for cell in code)

    assert code[0].metadata["tags"] == ["parameters"]
    assert not re.search(r"\bdef |\blambda |scipy|numpy|sklearn|statsmodels", source)
    assert all(cell.metadata.get("alt") for cell in code if cell.source.startswith("figures."))
    assert {cell.cell_type for cell in notebook.cells[:1]} == {"markdown"}
