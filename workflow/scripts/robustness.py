from peerstudy import log, robustness, tables

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("sensitivity", "negative_cases", "contrasts")]
tables.write(robustness.robustness(*read), snakemake.output.robustness)
