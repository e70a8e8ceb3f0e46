from peerstudy import log, tables
from peerstudy.compare import contrasts

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("presence", "codebook", "roster")]
corrected = tables.read(snakemake.input.corrected)
compared = contrasts.contrasts(*read, corrected, **snakemake.params)
tables.write(compared, snakemake.output.contrasts)
