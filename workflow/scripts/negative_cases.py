from peerstudy import log, tables
from peerstudy.compare import negative_cases

log.to(snakemake.log[0])
names = ("contrasts", "presence", "roster", "spans", "segments", "codebook")
read = [tables.read(snakemake.input[name]) for name in names]
cases, exceptions = negative_cases.negative_cases(*read, **snakemake.params)
tables.write(cases, snakemake.output.negative_cases)
tables.write(exceptions, snakemake.output.exceptions)
