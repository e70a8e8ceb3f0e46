from peerstudy import log, tables
from peerstudy.coders import discoveries

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("segments", "codings")]
tables.write(discoveries.discoveries(*read, **snakemake.params), snakemake.output.discoveries)
