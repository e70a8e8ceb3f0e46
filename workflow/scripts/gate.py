from pathlib import Path

from peerstudy import log, tables
from peerstudy.corpus import gate

log.to(snakemake.log[0])
found = tables.read(snakemake.input.identifiers)
results = Path(snakemake.output.gate).parents[1]
standing = [path.relative_to(results).as_posix() for path in results.rglob("*") if path.is_file()]
tables.write(gate.gate(found, standing), snakemake.output.gate)
