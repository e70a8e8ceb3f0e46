import logging
from pathlib import Path

from peerstudy import log, tables
from peerstudy.corpus import allowances, gate

log.to(snakemake.log[0])
found = tables.read(snakemake.input.identifiers)
reviewed = tables.read_or_empty(snakemake.input.reviewed, "reviewed")
for line in allowances.idle(reviewed, found):
    logging.warning(line)
results = Path(snakemake.output.gate).parents[1]
standing = [path.relative_to(results).as_posix() for path in results.rglob("*") if path.is_file()]
tables.write(gate.gate(found, standing, results=results.as_posix()), snakemake.output.gate)
