from peerstudy import codings, log, tables

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("segments", "spans", "coverage", "codebook")]
machine = {"patterns": tables.read(snakemake.input.patterns)}
codes, totals = codings.codings(*read, machine, **snakemake.params)
tables.write(codes, snakemake.output.codings)
tables.write(totals, snakemake.output.totals)
