"""Notebooks run the same way everywhere, and their pages ask no other host."""

import re
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from peerstudy.pages import notebooks

FOLDER = Path(__file__).parents[1] / "notebooks"
NAMES = ["adapting", "coding", "comparison", "corpus", "sensitivity"]


@pytest.fixture(scope="module")
def executed(tmp_path_factory) -> dict[str, nbformat.NotebookNode]:
    """Two small notebooks, run one after the other."""
    picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNiAAAABgADNjd8qAAAAABJRU5ErkJggg=="
    shown = f'from IPython.display import Image\nImage(b64decode("{picture}"), alt="A <small> picture.")'
    cells = [
        new_markdown_cell("# Small"),
        new_code_cell('results = "elsewhere"', metadata={"tags": ["parameters"]}),
        new_code_cell(
            "from base64 import b64decode\nprint(results[:3], end='', flush=True)\n"
            "print(results[3:], flush=True)\nkept = 1"
        ),
        new_code_cell(shown),
    ]
    asks = new_code_cell('"kept" in globals()')
    books = {"first": new_notebook(cells=cells), "second": new_notebook(cells=[*cells[:2], asks])}
    folder = tmp_path_factory.mktemp("notebooks")
    return notebooks.execute(books, results="../results/mine", folder=folder)


def test_the_results_folder_is_replaced(executed):
    """The cell tagged parameters gets the study's results folder; what is printed in pieces is one output."""
    assert len(executed["first"].cells[2].outputs) == 1
    assert executed["first"].cells[2].outputs[0].text == "../results/mine\n"


def test_a_notebook_sees_nothing_of_the_one_before(executed):
    """One kernel runs them all, each from an empty namespace."""
    assert executed["second"].cells[2].outputs[0].data["text/plain"] == "False"


def test_nothing_tells_one_run_from_another(executed):
    """Cell ids and numbers are fixed and no clock is kept."""
    for book in executed.values():
        assert [cell.id for cell in book.cells] == [f"cell-{n:02d}" for n in range(1, len(book.cells) + 1)]
        assert [c.execution_count for c in book.cells if c.cell_type == "code"] == list(
            range(1, len(book.cells))
        )
        assert "execution" not in str([cell.metadata for cell in book.cells])


def test_a_page_has_its_pictures_described_and_asks_nobody(executed):
    """Alternative texts are kept; no script, style or picture comes from elsewhere."""
    html = notebooks.pages(executed)["first"]

    assert 'alt="A &lt;small&gt; picture."' in html
    assert "<title>first</title>" in html
    assert not re.findall(r'(?:src|href)="https?:', html)


def test_a_notebook_without_parameters_is_refused(tmp_path):
    """A notebook that could only ever show one study is not run, and is named."""
    with pytest.raises(ValueError, match="notebook fixed: no cell is tagged 'parameters'"):
        notebooks.execute({"fixed": new_notebook()}, results="r", folder=tmp_path)


def test_these_notebooks_are_there():
    """Each has its reader's question; no other lies beside them."""
    assert sorted(path.stem for path in FOLDER.glob("*.ipynb")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_notebooks_tell_and_do_not_compute(name):
    """No function and no statistics stands in a notebook, and no number of a result in its words."""
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    told = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    source = "\n".join(cell.source for cell in code)

    assert code[0].metadata["tags"] == ["parameters"]
    assert not re.search(
        r"\bdef |\blambda |scipy|numpy|sklearn|statsmodels|\.(mean|std|var|median|corr)\(", source
    )
    assert all("alt=" in cell.source for cell in code if "Image(f" in cell.source)
    assert {cell.cell_type for cell in notebook.cells[:1]} == {"markdown"}
    assert not re.search(
        r"\d", "".join(re.sub(r"^#+ \d\. |    .*$", "", cell.source, flags=re.M) for cell in told)
    )


@pytest.mark.parametrize("name", NAMES)
def test_notebooks_use_no_word_of_one_study(name):
    """What a notebook says of any study is true of any other: its own words come from its tables."""
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    written = " ".join(cell.source for cell in notebook.cells)

    assert not re.search(r"\b(pain|peers?|stayers?|dropouts?|patients?|programmes?)\b", written, re.I)


@pytest.mark.parametrize("name", NAMES)
def test_notebooks_stand_executed(name):
    """Who browses the code reads results: every cell that shows something has its output, in order."""
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)

    assert notebook == notebooks.canonical(notebook)
    assert any(cell.get("outputs") for cell in notebook.cells)
    assert "Traceback" not in str(notebook)
