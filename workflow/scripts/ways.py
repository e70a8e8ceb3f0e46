from peerstudy import log, tables
from peerstudy.compare import ways

log.to(snakemake.log[0])
names = ("spans", "segments", "presence", "codebook", "coverage")
read = [tables.read(snakemake.input[name]) for name in names]
tables.write(ways.ways(*read, **snakemake.params), snakemake.output.ways)
