from peerstudy import log, tables
from peerstudy.compare import sensitivity

log.to(snakemake.log[0])
names = ("contrasts", "presence", "roster", "totals", "codings", "segments")
names += ("sample", "coverage", "corrected")
read = [tables.read(snakemake.input[name]) for name in names]
tables.write(sensitivity.sensitivity(*read, **snakemake.params), snakemake.output.sensitivity)
