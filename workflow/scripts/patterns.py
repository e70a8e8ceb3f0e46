from peerstudy import log, tables
from peerstudy.coders import patterns

log.to(snakemake.log[0])
segments, codebook = tables.read(snakemake.input.segments), tables.read(snakemake.input.codebook)
tables.write(patterns.patterns(segments, codebook, **snakemake.params), snakemake.output.patterns)
