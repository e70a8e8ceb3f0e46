from peerstudy import log, tables
from peerstudy.compare import effects

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("contrasts", "presence", "roster")]
corrected = tables.read(snakemake.input.corrected)
second = tables.read(snakemake.input.second_coder)
tables.write(effects.effects(*read, corrected, second, **snakemake.params), snakemake.output.effects)
