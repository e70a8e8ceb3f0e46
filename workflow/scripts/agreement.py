from peerstudy import agreement, log, tables

log.to(snakemake.log[0])
names = ("codings", "coverage", "segments", "spans", "codebook")
read = [tables.read(snakemake.input[name]) for name in names]
sample = tables.read_or_empty(snakemake.input.sample, "sample")
tables.write(agreement.agreement(*read, sample, **snakemake.params), snakemake.output.agreement)
