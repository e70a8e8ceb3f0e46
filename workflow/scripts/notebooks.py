from os.path import relpath
from pathlib import Path

import nbformat

from peerstudy import log, notebooks

log.to(snakemake.log[0])
sources = [Path(path) for path in snakemake.input.notebooks]
read = {path.stem: nbformat.read(path, as_version=4) for path in sources}
results = relpath(snakemake.params.results, sources[0].parent)
run = notebooks.execute(read, results=results, folder=sources[0].parent)
for path in snakemake.output.notebooks:
    nbformat.write(run[Path(path).stem], path)
shown = notebooks.pages(run)
for path in snakemake.output.pages:
    Path(path).write_text(shown[Path(path).stem], encoding="utf-8")
