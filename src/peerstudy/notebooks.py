"""Notebooks run on a study's results, and shown as pages that need no network."""

import copy
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from jinja2 import DictLoader
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from traitlets.config import Config

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
LANGUAGE = {"name": "python", "file_extension": ".py", "mimetype": "text/x-python"}
TIMEOUT = 300  # seconds that one cell may take
# The exporter's own template leaves out the alternative text of pictures.
PAGE = """{% extends "lab/index.html.j2" %}
{% block data_png scoped %}<div class="jp-RenderedImage jp-OutputArea-output">
<img src="data:image/png;base64,{{ output.data["image/png"] | replace("\n", "") }}"
alt="{{ output.metadata["image/png"].alt | escape_html }}">
</div>{% endblock %}"""


def execute(notebook: nbformat.NotebookNode, *, results: str, folder: Path) -> nbformat.NotebookNode:
    """Run a notebook and return it with its outputs; the same tables give the same bytes.

    Parameters
    ----------
    notebook
        A notebook whose cell tagged `parameters` sets `results`.
    results
        Folder of the study's results as the notebook is to write it, relative to `folder`.
    folder
        Where the notebook's kernel works.

    Raises
    ------
    ValueError
        If no cell is tagged `parameters`.
    nbclient.exceptions.CellExecutionError
        If a cell fails.
    """
    run = canonical(notebook)
    parameters = [cell for cell in run.cells if "parameters" in cell.metadata.get("tags", [])]
    if not parameters:
        raise ValueError("the notebook has no cell tagged 'parameters'")
    parameters[0].source = f'results = "{results}"'
    with TemporaryDirectory() as sockets:
        # Sockets in a folder of our own: no port is opened, not even on this machine.
        settings = Config({"KernelManager": {"transport": "ipc", "ip": f"{sockets}/kernel"}})
        where = {"metadata": {"path": str(folder)}}
        client = NotebookClient(run, config=settings, resources=where, timeout=TIMEOUT, record_timing=False)
        client.execute()
    return canonical(run)


def canonical(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook with cells numbered in order and nothing in it that tells one machine from another."""
    plain = copy.deepcopy(notebook)
    plain.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": LANGUAGE})  # type: ignore[no-untyped-call]
    for number, cell in enumerate(plain.cells, 1):
        cell.id = f"cell-{number:02d}"
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                output.metadata.setdefault("image/png", {})["alt"] = cell.metadata.get("alt", "")
    return plain


def page(notebook: nbformat.NotebookNode, *, title: str) -> str:
    """An executed notebook as one HTML document without a link to any other host."""
    exporter = HTMLExporter(  # type: ignore[no-untyped-call]
        template_name="lab",
        template_file="page.j2",
        extra_loaders=[DictLoader({"page.j2": PAGE})],
        mathjax_url="",
        require_js_url="",
        mermaid_js_url="",
    )
    html, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": title}})
    return str(html)
