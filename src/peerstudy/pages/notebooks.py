"""Notebooks run on a study's results, and shown as pages that need no network."""

import copy
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
from jinja2 import DictLoader
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook
from traitlets.config import Config

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
LANGUAGE = {"name": "python", "file_extension": ".py", "mimetype": "text/x-python"}
TIMEOUT = 300  # seconds that one cell may take
# The exporter's template leaves out the alternative text of pictures, and sets text to the right in tables.
PAGE = """{% extends "lab/index.html.j2" %}
{% block html_head_css %}{{ super() }}
<style>
.jp-RenderedHTMLCommon table th, .jp-RenderedHTMLCommon table td {
  text-align: left !important; vertical-align: top; white-space: normal}
.jp-RenderedText pre {word-break: normal; overflow-wrap: break-word}
@media print {
  .jp-InputPrompt, .jp-OutputPrompt {display: none}
  .jp-InputArea .highlight pre {white-space: pre-wrap; overflow-wrap: anywhere}
  .jp-OutputArea-output {overflow: visible !important}
  .jp-RenderedImage img {max-height: 24cm; break-inside: avoid}
  .jp-RenderedHTMLCommon tr {break-inside: avoid}
  .jp-RenderedHTMLCommon table {font-size: 7pt}
  .jp-RenderedHTMLCommon table th, .jp-RenderedHTMLCommon table td {padding: 1px 3px}}
</style>{% endblock %}
{% block data_png scoped %}<div class="jp-RenderedImage jp-OutputArea-output">
<img src="data:image/png;base64,{{ output.data["image/png"] | replace("\n", "") }}"
alt="{{ output.metadata.get("image/png", {}).get("alt", "") | escape_html }}">
</div>{% endblock %}"""


def execute(
    notebooks: Mapping[str, nbformat.NotebookNode], *, results: str, folder: Path
) -> dict[str, nbformat.NotebookNode]:
    """Run notebooks one after the other, each from an empty namespace; the same tables give the same bytes.

    One kernel runs them all, since starting one and importing pandas costs more than the cells do.

    Parameters
    ----------
    notebooks
        By name; the cell tagged `parameters` of each sets `results`.
    results
        Folder of the study's results as notebooks are to write it, relative to `folder`.
    folder
        Where the kernel works.

    Raises
    ------
    ValueError
        If a notebook has no cell tagged `parameters`.
    nbclient.exceptions.CellExecutionError
        If a cell fails.
    """
    runs = {name: _prepared(name, notebook, results) for name, notebook in notebooks.items()}
    with TemporaryDirectory() as sockets:
        # Sockets in a folder of our own: no port is opened, not even on this machine.
        settings = Config({"KernelManager": {"transport": "ipc", "ip": f"{sockets}/kernel"}})
        where = {"metadata": {"path": str(folder)}}
        blank = new_notebook()  # type: ignore[no-untyped-call]
        # What is printed arrives in pieces that depend on how busy the machine is: they are joined.
        fixed: dict[str, Any] = {"timeout": TIMEOUT, "record_timing": False, "coalesce_streams": True}
        client = NotebookClient(blank, config=settings, resources=where, **fixed)
        with client.setup_kernel():
            for run in runs.values():
                client.nb = run
                client.execute(cleanup_kc=False)
    for run in runs.values():
        del run.cells[0]
    return {name: canonical(run) for name, run in runs.items()}


def _prepared(name: str, notebook: nbformat.NotebookNode, results: str) -> nbformat.NotebookNode:
    """A copy with the results folder set, and a first cell that empties the namespace."""
    run = canonical(notebook)
    parameters = [cell for cell in run.cells if "parameters" in cell.metadata.get("tags", [])]
    if not parameters:
        raise ValueError(f"notebook {name}: no cell is tagged 'parameters'")
    parameters[0].source = f'results = "{results}"'
    run.cells.insert(0, new_code_cell("%reset -f"))  # type: ignore[no-untyped-call]
    return run


def canonical(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook with cells numbered in order and nothing in it that tells one machine from another."""
    plain = copy.deepcopy(notebook)
    plain.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": LANGUAGE})  # type: ignore[no-untyped-call]
    count = 0
    for number, cell in enumerate(plain.cells, 1):
        cell.id = f"cell-{number:02d}"
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            count += 1
            cell.execution_count = count
        for output in cell.get("outputs", []):
            if output.output_type == "execute_result":
                output.execution_count = count
    return plain


def pages(notebooks: Mapping[str, nbformat.NotebookNode]) -> dict[str, str]:
    """Executed notebooks as HTML documents without a link to any other host.

    Parameters
    ----------
    notebooks
        By name, which becomes the title.
    """
    exporter = HTMLExporter(  # type: ignore[no-untyped-call]
        template_name="lab",
        template_file="page.j2",
        extra_loaders=[DictLoader({"page.j2": PAGE})],
        mathjax_url="",
        require_js_url="",
        mermaid_js_url="",
    )
    return {
        name: str(exporter.from_notebook_node(notebook, resources={"metadata": {"name": name}})[0])
        for name, notebook in notebooks.items()
    }
