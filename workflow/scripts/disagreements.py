from peerstudy import log, tables
from peerstudy.agree import disagreements

log.to(snakemake.log[0])
names = ("codings", "coverage", "segments", "spans", "codebook", "sample")
read = [tables.read(snakemake.input[name]) for name in names]
tables.write(disagreements.disagreements(*read, **snakemake.params), snakemake.output.disagreements)
