from peerstudy import log, tables
from peerstudy.corpus import segments

log.to(snakemake.log[0])
turns = tables.read(snakemake.input.turns)
tables.write(segments.segments(turns, **snakemake.params), snakemake.output.segments)
