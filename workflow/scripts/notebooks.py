from os.path import relpath
from pathlib import Path

import nbformat

from peerstudy import log
from peerstudy.pages import notebooks

log.to(snakemake.log[0])
folder = Path(snakemake.input.notebooks[0]).parent
read = {Path(path).stem: nbformat.read(path, as_version=4) for path in snakemake.input.notebooks}
run = notebooks.execute(read, results=relpath(snakemake.params.results, folder), folder=folder)
for path, (name, html) in zip(snakemake.output.pages, notebooks.pages(run).items(), strict=True):
    Path(path).write_text(html, encoding="utf-8")
    nbformat.write(run[name], Path(path).with_suffix(".ipynb"))
