from peerstudy import corrected, log, tables

log.to(snakemake.log[0])
names = ("sample", "segments", "codings", "coverage", "codebook")
read = [tables.read(snakemake.input[name]) for name in names]
tables.write(corrected.corrected(*read, **snakemake.params), snakemake.output.corrected)
