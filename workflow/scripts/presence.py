from peerstudy import log, tables
from peerstudy.compare import presence

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("totals", "roster", "codebook", "interviews")]
speakers = tables.read_or_empty(snakemake.input.speakers, "speakers")
asked = tables.read_or_empty(snakemake.input.asked, "asked")
corrected = tables.read(snakemake.input.corrected)
grid = presence.presence(*read, speakers, asked, corrected, **snakemake.params)
tables.write(grid, snakemake.output.presence)
