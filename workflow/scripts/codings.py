from pathlib import Path

from peerstudy import log, tables
from peerstudy.coding import codings

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("segments", "hand", "coverage", "codebook")]
machine = {Path(path).stem: tables.read(path) for path in snakemake.input.machine}
people = {Path(path).stem.removesuffix("_people"): tables.read(path) for path in snakemake.input.people}
codes, totals = codings.codings(*read, machine, people, **snakemake.params)
tables.write(codes, snakemake.output.codings)
tables.write(totals, snakemake.output.totals)
