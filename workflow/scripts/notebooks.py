from os.path import relpath
from pathlib import Path

import nbformat

from peerstudy import log, notebooks

log.to(snakemake.log[0])
source = Path(snakemake.input.notebook)
results = relpath(snakemake.params.results, source.parent)
run = notebooks.execute(nbformat.read(source, as_version=4), results=results, folder=source.parent)
nbformat.write(run, snakemake.output.notebook)
Path(snakemake.output.page).write_text(notebooks.page(run, title=source.stem), encoding="utf-8")
