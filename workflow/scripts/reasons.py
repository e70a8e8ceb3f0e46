from peerstudy import log, tables
from peerstudy.compare import reasons

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("spans", "segments", "presence", "codebook")]
tables.write(reasons.reasons(*read, **snakemake.params), snakemake.output.reasons)
