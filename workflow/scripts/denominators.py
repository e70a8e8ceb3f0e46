from peerstudy import log, tables
from peerstudy.compare import denominators

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("presence", "roster", "contrasts")]
tables.write(denominators.denominators(*read, **snakemake.params), snakemake.output.denominators)
