import logging
from pathlib import Path

from peerstudy import log, tables
from peerstudy.corpus import allowances, gate

log.to(snakemake.log[0])
found = tables.read(snakemake.input.identifiers)
reviewed = tables.read_or_empty(snakemake.input.reviewed, "reviewed")
for line in allowances.idle(reviewed, found):
    logging.warning(line)
results = Path(snakemake.output.gate).parents[1].as_posix()
tables.write(gate.gate(found, results=results), snakemake.output.gate)
