from peerstudy import log, tables
from peerstudy.agree import agreement

log.to(snakemake.log[0])
names = ("codings", "coverage", "segments", "spans", "codebook", "sample", "roster")
read = [tables.read(snakemake.input[name]) for name in names]
tables.write(agreement.agreement(*read, **snakemake.params), snakemake.output.agreement)
