from peerstudy import framework, log, tables

log.to(snakemake.log[0])
names = ("roster", "codebook", "presence", "spans", "turns")
matrix = framework.framework(*(tables.read(snakemake.input[name]) for name in names))
tables.write(matrix, snakemake.output.framework)
