from pathlib import Path

from peerstudy import log, tables
from peerstudy.pages import framework, narrative

log.to(snakemake.log[0])
names = ("roster", "codebook", "presence", "spans", "turns", "quotes")
read = {name: tables.read(snakemake.input[name]) for name in names}
written = {Path(path).name: Path(path).read_bytes() for path in snakemake.input.written}
matrix, unplaced = framework.framework(**read, written=written)
tables.write(matrix, snakemake.output.framework)
tables.write(unplaced, snakemake.output.unplaced)
told = (snakemake.params.title, narrative.BANNER if snakemake.params.synthetic else "")
made = framework.charts(matrix, read["roster"], read["codebook"], *told)
Path(snakemake.output.spreadsheet).write_bytes(made["spreadsheet"])
Path(snakemake.output.pages).write_bytes(made["pages"])
