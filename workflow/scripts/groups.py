from peerstudy import log, tables
from peerstudy.compare import groups

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("presence", "roster", "contrasts")]
tables.write(groups.groups(*read, **snakemake.params), snakemake.output.groups)
