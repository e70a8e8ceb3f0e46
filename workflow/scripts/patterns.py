from peerstudy import log, patterns, tables

log.to(snakemake.log[0])
segments, codebook = tables.read(snakemake.input.segments), tables.read(snakemake.input.codebook)
tables.write(patterns.patterns(segments, codebook, **snakemake.params), snakemake.output.patterns)
