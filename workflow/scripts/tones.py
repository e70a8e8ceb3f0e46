from peerstudy import log, tables
from peerstudy.compare import tones

log.to(snakemake.log[0])
names = ("spans", "segments", "presence", "codebook", "coverage", "roster", "contrasts")
read = [tables.read(snakemake.input[name]) for name in names]
tables.write(tones.tones(*read, **snakemake.params), snakemake.output.tones)
