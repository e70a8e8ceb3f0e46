from peerstudy import log, sensitivity, tables

log.to(snakemake.log[0])
read = [
    tables.read(snakemake.input[name])
    for name in ("contrasts", "presence", "roster", "totals", "codings", "segments")
]
tables.write(sensitivity.sensitivity(*read, **snakemake.params), snakemake.output.sensitivity)
