from peerstudy import log, tables
from peerstudy.compare import robustness

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("sensitivity", "negative_cases", "contrasts")]
tables.write(robustness.robustness(*read), snakemake.output.robustness)
