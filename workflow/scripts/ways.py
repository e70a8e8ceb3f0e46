from peerstudy import log, tables
from peerstudy.compare import ways

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("codings", "segments", "presence", "codebook")]
tables.write(ways.ways(*read, **snakemake.params), snakemake.output.ways)
