from pathlib import Path

from peerstudy import log, tables
from peerstudy.pages import figures

log.to(snakemake.log[0])
read = {name: tables.read(path) for name, path in snakemake.input.items() if isinstance(path, str)}
drawn = figures.every(read, **snakemake.params)
for path in snakemake.output:
    figures.save(drawn[Path(path).stem], path)
